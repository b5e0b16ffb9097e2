import type pg from 'pg';
import { MIGRATIONS_TABLE } from '../../platform/db/migrate.ts';

/** A table of the schema. What SQL is made of has been quoted by PostgreSQL. */
export interface Table {
  readonly name: string;
  readonly quoted: string;
  /** By their names; the values are quoted. */
  readonly columns: ReadonlyMap<string, string>;
  /** The column that numbers the rows, if one does. */
  readonly identity: string | null;
}

/** Every table that holds what Waybill keeps, in the order of their names. The queue has a schema of its own and is none of them. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{
    name: string;
    quoted: string;
    identity: string | null;
    columns: string[];
    quotedColumns: string[];
  }>(
    `SELECT c.relname AS name, quote_ident(c.relname) AS quoted,
            max(a.attname::text) FILTER (WHERE a.attidentity <> '') AS identity,
            array_agg(a.attname::text ORDER BY a.attnum) AS columns,
            array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS "quotedColumns"
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND n.nspname = current_schema() AND c.relname <> $1
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  );
  return rows.map(({ columns, quotedColumns, ...table }) => ({
    ...table,
    columns: new Map(columns.map((column, index) => [column, quotedColumns[index] ?? ''])),
  }));
}

/** The same tables, each after those that its rows refer to; references that may be checked later are left to that. */
export async function inOrderOfReferences(client: pg.Client, tables: readonly Table[]): Promise<Table[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname AS "from", t.relname AS "to"
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND NOT k.condeferrable AND f.oid <> t.oid`,
  );
  const ordered = new Map<string, Table>();
  while (ordered.size < tables.length) {
    const left = tables.filter(({ name }) => !ordered.has(name));
    const next = left.filter(
      ({ name }) => !rows.some(({ from, to }) => from === name && left.some((one) => one.name === to)),
    );
    if (next.length === 0) throw new Error(`${left.map(({ name }) => name).join(', ')} refer to one another`);
    for (const table of next) ordered.set(table.name, table);
  }
  return [...ordered.values()];
}
