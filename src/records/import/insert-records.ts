import type pg from 'pg';
import { OperatorError } from '../../kernel/errors.ts';
import type { ImportContext } from './import-context.ts';

/** Records to be inserted from rows of a temporary table. */
export interface NewRecords {
  readonly table: string;
  /** The INSERT. */
  readonly statement: string;
  /** Where they come from: a temporary table, which of its rows, and those of its columns that are columns of the records too. */
  readonly rows: { readonly name: string; readonly condition: string; readonly columns: readonly string[] };
}

interface Reference {
  readonly column: string;
  readonly table: string;
  readonly key: string;
}

/**
 * Whether this session may keep PostgreSQL from checking each reference of each row by a query of its own, which takes four fifths of the
 * time of an INSERT: the owner of the embedded server may, elsewhere it takes a superuser or GRANT SET ON PARAMETER.
 */
export async function mayCheckInSets(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "SELECT has_parameter_privilege('session_replication_role', 'SET') AS may",
  );
  return rows[0]?.may === true;
}

/**
 * Inserts records and gives how many. Where it may, it checks their references itself, all of a column in one query, and holds what they
 * name until the transaction ends, as PostgreSQL does row by row. See docs/decisions/0011-references-checked-in-sets.md.
 */
export async function insertRecords(context: ImportContext, records: NewRecords): Promise<number> {
  const { client, checksInSets } = context;
  if (!checksInSets) return (await client.query(records.statement)).rowCount ?? 0;
  // First, so that nothing is written that could refer to nothing.
  for (const reference of await listReferences(context, records))
    await holdReferenced(client, records, reference);
  await client.query('SET LOCAL session_replication_role = replica');
  const { rowCount } = await client.query(records.statement);
  await client.query('SET LOCAL session_replication_role = origin');
  return rowCount ?? 0;
}

/**
 * The columns that the rows fill and that refer to other records. What an import into a workspace without such records has found there, it
 * has made itself: nobody else can see it, or remove it.
 */
async function listReferences(
  { client, ownTables }: ImportContext,
  { table, rows }: NewRecords,
): Promise<Reference[]> {
  const found = await client.query<Reference>(
    `SELECT a.attname AS "column", c.confrelid::regclass::text AS "table", k.attname AS key
     FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     JOIN pg_attribute k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]
     WHERE c.contype = 'f' AND c.conrelid = $1::regclass AND cardinality(c.conkey) = 1 AND a.attname = ANY ($2)
     ORDER BY c.conname`,
    [table, rows.columns],
  );
  return found.rows.filter((reference) => !ownTables.has(reference.table));
}

/** What is locked against removal is there, and stays; the lock waits for whoever is removing it, and what is not locked then is gone. */
async function holdReferenced(
  client: pg.Client,
  { table, rows: { name, condition } }: NewRecords,
  { column, table: target, key }: Reference,
): Promise<void> {
  const { rows } = await client.query<{ gone: number }>(`
    WITH wanted AS MATERIALIZED (SELECT DISTINCT ${column} AS id FROM ${name} WHERE ${condition} AND ${column} IS NOT NULL),
         held AS MATERIALIZED (SELECT r.${key} AS id FROM ${target} r WHERE r.${key} IN (SELECT id FROM wanted) FOR KEY SHARE OF r)
    SELECT count(*) AS gone FROM wanted w WHERE NOT EXISTS (SELECT FROM held WHERE held.id = w.id)`);
  if (rows[0]?.gone !== 0)
    throw new OperatorError(
      `Records of ${target} were removed while ${table} that refer to them were imported. Nothing was imported.`,
    );
}

/** The tables of which a workspace has no rows: all that will be there is this import's own. */
export async function listOwnTables(client: pg.Client, workspaceId: number): Promise<ReadonlySet<string>> {
  const tables = ['items', 'suppliers', 'supplier_items', 'files'];
  const { rows } = await client.query<{ table: string }>(
    tables
      .map(
        (table) =>
          `SELECT '${table}' AS "table" WHERE NOT EXISTS (SELECT FROM ${table} WHERE workspace_id = $1)`,
      )
      .join(' UNION ALL '),
    [workspaceId],
  );
  const own = rows.map(({ table }) => table);
  // Of a workspace without items.
  return new Set(own.includes('items') ? [...own, 'item_revisions', 'bom_lines'] : own);
}
