import type pg from 'pg';
import { GUID_ALPHABET, GUID_LENGTH, UNBIASED_LIMIT } from '../../kernel/guid.ts';
import type { ImportContext } from './import-context.ts';

/** SQL for the workspace that is imported into: CREATE TABLE AS takes no bound values, so it stands in a table. */
export const WORKSPACE = '(SELECT workspace_id FROM import_scope)';

export async function createScope(client: pg.Client, workspaceId: number): Promise<void> {
  await client.query('CREATE TEMPORARY TABLE import_scope (workspace_id bigint NOT NULL) ON COMMIT DROP');
  await client.query('INSERT INTO import_scope VALUES ($1)', [workspaceId]);
}

/**
 * Makes `pg_temp.new_guid()`: the GUIDs of {@link ../../kernel/guid.ts} inside the database, for records that come without one.
 * gen_random_uuid reads the secure source; plpgsql, as an SQL function would be inlined and run once for all rows.
 */
export async function createGuidFunction(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE FUNCTION pg_temp.new_guid() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
    DECLARE bytes bytea; guid text := '';
    BEGIN
      LOOP
        bytes := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
        FOR n IN 0..31 LOOP
          IF get_byte(bytes, n) < ${UNBIASED_LIMIT} THEN
            guid := guid || substr('${GUID_ALPHABET}', get_byte(bytes, n) % ${GUID_ALPHABET.length} + 1, 1);
            IF length(guid) = ${GUID_LENGTH} THEN RETURN guid; END IF;
          END IF;
        END LOOP;
      END LOOP;
    END $$`);
}

/** Columns that no two rows may share, all of them together, among the rows of a condition. */
interface Unique {
  readonly columns: readonly string[];
  readonly where?: string;
  /** What two such rows would be, for the message. */
  readonly what: string;
}

/** Records of one kind to be made or brought up to date. */
export interface Merge {
  /** For the summary, in the plural. */
  readonly kind: string;
  readonly table: string;
  /** The file that the rows come from, for messages; `isList`: its rows are entries of a list, not lines. */
  readonly file: string;
  readonly isList?: boolean;
  /**
   * SELECT of `line`, `problem` (text: why the row cannot be used, or NULL), `target_id` (the record that it is, or NULL for a new one)
   * and each of `columns`.
   */
  readonly rows: string;
  readonly columns: readonly string[];
  /** What no two rows may share. */
  readonly uniques?: readonly Unique[];
}

/** Writes the rows of a merge, reports those that cannot be, and counts. What is the same already is not touched. */
export async function mergeRows(context: ImportContext, merge: Merge): Promise<void> {
  const { client, onProgress, signal } = context;
  signal.throwIfAborted();
  const { kind, table, columns } = merge;
  onProgress({ phase: 'merging', file: kind });
  await client.query(`CREATE TEMPORARY TABLE merge_rows ON COMMIT DROP AS ${merge.rows}`);
  await refuseRows(context, merge);
  await client.query('ANALYZE merge_rows');
  const row = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ');
  const updated = await client.query(
    `UPDATE ${table} t SET (${columns.join(', ')}) = ROW(${row('m')}) FROM merge_rows m
     WHERE t.id = m.target_id AND ROW(${row('t')}) IS DISTINCT FROM ROW(${row('m')})`,
  );
  const created = await client.query(
    `INSERT INTO ${table} (workspace_id, ${columns.join(', ')}) SELECT ${WORKSPACE}, ${row('m')} FROM merge_rows m WHERE m.target_id IS NULL ORDER BY m.line`,
  );
  const { rows } = await client.query<{ count: number }>('SELECT count(*) FROM merge_rows');
  await client.query('DROP TABLE merge_rows');
  count(context, kind, {
    total: rows[0]?.count ?? 0,
    created: created.rowCount ?? 0,
    updated: updated.rowCount ?? 0,
  });
}

/** Adds to the summary. */
export function count(
  { summary }: ImportContext,
  kind: string,
  more: { total: number; created: number; updated: number },
): void {
  const before = summary[kind] ?? { created: 0, updated: 0, unchanged: 0 };
  summary[kind] = {
    created: before.created + more.created,
    updated: before.updated + more.updated,
    unchanged: before.unchanged + more.total - more.created - more.updated,
  };
}

/** Adds records that only references have made. */
export function countCreated(context: ImportContext, kind: string, created: number | null): void {
  count(context, kind, { total: created ?? 0, created: created ?? 0, updated: 0 });
}

/** SQL for the GUID of a row: the file's, the one that the record has, or a new one. */
export const RECORD_GUID = 'coalesce(s."guid", t.guid, pg_temp.new_guid())';

/** Reports and leaves out rows with a problem, and all but the first of rows that are one and the same record. */
async function refuseRows(context: ImportContext, merge: Merge): Promise<void> {
  await refuse(context, merge, 'DELETE FROM merge_rows WHERE problem IS NOT NULL RETURNING line, problem');
  const uniques = [
    ...(merge.uniques ?? []),
    { columns: ['target_id'], where: 'target_id IS NOT NULL', what: 'record' },
  ];
  for (const { columns, where = 'true', what } of uniques) {
    await refuse(
      context,
      merge,
      `DELETE FROM merge_rows m USING (
         SELECT line, min(line) OVER (PARTITION BY ${columns.join(', ')}) AS first FROM merge_rows WHERE ${where}
       ) same WHERE same.line = m.line AND same.line <> same.first
       RETURNING m.line, 'this is the same ${what} as in ${merge.isList === true ? 'entry' : 'line'} ' || same.first AS problem`,
    );
  }
}

async function refuse(
  { client, problems }: ImportContext,
  { file, isList }: Merge,
  statement: string,
): Promise<void> {
  const { rows } = await client.query<{ line: number; problem: string }>(
    `WITH refused AS (${statement}) SELECT line, problem FROM refused ORDER BY line`,
  );
  for (const { line, problem } of rows) {
    if (isList === true) problems.add(file, undefined, `entry ${line}: ${problem}`);
    else problems.add(file, line, problem);
  }
}

/** `expression AS column`, in the order of the columns. */
export function asList(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([column, expression]) => `${expression} AS ${column}`)
    .join(',\n');
}
