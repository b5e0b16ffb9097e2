import type pg from 'pg';
import { OperatorError } from '../../kernel/errors.ts';
import { GUID_ALPHABET, GUID_LENGTH, UNBIASED_LIMIT } from '../../kernel/guid.ts';
import type { ImportContext } from './import-context.ts';
import { insertRecords } from './insert-records.ts';

/** SQL for the workspace that is imported into: CREATE TABLE AS takes no bound values, so it stands in a table. */
export const WORKSPACE = '(SELECT workspace_id FROM import_scope)';

export async function createScope(client: pg.Client, workspaceId: number): Promise<void> {
  await client.query('CREATE TEMPORARY TABLE import_scope (workspace_id bigint NOT NULL) ON COMMIT DROP');
  // Held, as every record refers to it.
  const { rowCount } = await client.query(
    'INSERT INTO import_scope SELECT id FROM workspaces WHERE id = $1 FOR KEY SHARE',
    [workspaceId],
  );
  if (rowCount !== 1) throw new OperatorError(`There is no workspace ${workspaceId}.`);
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

const UNIQUE_VIOLATION = '23505';

/** Columns that no two rows may share, all of them together, among the rows of a condition. */
interface Unique {
  readonly columns: readonly string[];
  readonly where?: string;
  /** What two such rows would be, for the message. */
  readonly what: string;
  /** The table has such an index: looked into only when the database refuses the rows. */
  readonly isIndexed?: boolean;
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
   * and each of `columns`; of `new_id` too where a new record's id may be known before (NULL where it is not).
   */
  readonly rows: string;
  readonly columns: readonly string[];
  readonly hasNewIds?: boolean;
  /** What no two rows may share. */
  readonly uniques?: readonly Unique[];
}

/** Writes the rows of a merge, reports those that cannot be, and counts. What is the same already is not touched. */
export async function mergeRows(context: ImportContext, merge: Merge): Promise<void> {
  const { client, onProgress, signal } = context;
  signal.throwIfAborted();
  const { kind, columns } = merge;
  onProgress({ phase: 'merging', file: kind });
  await client.query(`CREATE TEMPORARY TABLE merge_rows ON COMMIT DROP AS ${merge.rows}`);
  await client.query('ANALYZE merge_rows');
  const { total, known } = await refuseRows(context, merge);
  const row = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ');
  let updated = 0;
  if (known > 0) {
    const { rowCount } = await client.query(
      `UPDATE ${merge.table} t SET (${columns.join(', ')}) = ROW(${row('m')}) FROM merge_rows m
       WHERE t.id = m.target_id AND ROW(${row('t')}) IS DISTINCT FROM ROW(${row('m')})`,
    );
    updated = rowCount ?? 0;
  }
  const created = total > known ? await insertOrRefuse(context, merge) : 0;
  await client.query('DROP TABLE merge_rows');
  count(context, kind, { total, created, updated });
}

interface RowCounts {
  readonly total: number;
  /** That are a record already. */
  readonly known: number;
  readonly problems: number;
}

async function countRows({ client }: ImportContext): Promise<RowCounts> {
  const { rows } = await client.query<RowCounts>(
    'SELECT count(*) AS total, count(target_id) AS known, count(problem) AS problems FROM merge_rows',
  );
  return rows[0] ?? { total: 0, known: 0, problems: 0 };
}

/** The rows that are no record yet. When two of them would be one record, they are reported. */
async function insertOrRefuse(context: ImportContext, merge: Merge): Promise<number> {
  const { client } = context;
  const indexed = (merge.uniques ?? []).filter(({ isIndexed }) => isIndexed === true);
  if (indexed.length === 0) return insertRows(context, merge);
  await client.query('SAVEPOINT import_rows');
  try {
    const created = await insertRows(context, merge);
    await client.query('RELEASE SAVEPOINT import_rows');
    return created;
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    await client.query('ROLLBACK TO SAVEPOINT import_rows');
    for (const unique of indexed) await refuseTwins(context, merge, unique);
    return await insertRows(context, merge);
  }
}

async function insertRows(context: ImportContext, { table, columns, hasNewIds }: Merge): Promise<number> {
  const values = columns.map((column) => `m.${column}`);
  const [id, idValue] = hasNewIds === true ? ['id, ', `coalesce(m.new_id, ${nextId(table)}), `] : ['', ''];
  return insertRecords(context, {
    table,
    rows: { name: 'merge_rows', condition: 'target_id IS NULL', columns },
    statement: `
      INSERT INTO ${table} (${id}workspace_id, ${columns.join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${idValue}${WORKSPACE}, ${values.join(', ')} FROM merge_rows m WHERE m.target_id IS NULL ORDER BY m.line`,
  });
}

/** SQL for an id of a table's next record, by which others may name it before it is there. */
export function nextId(table: string): string {
  // In a query of its own the sequence is looked up once, not for each row.
  return `nextval((SELECT pg_get_serial_sequence('${table}', 'id')::regclass))`;
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

/** Reports and leaves out rows with a problem, and all but the first of rows that are one and the same record; counts those that are left. */
async function refuseRows(context: ImportContext, merge: Merge): Promise<RowCounts> {
  const found = await countRows(context);
  let isWhole = found.problems === 0;
  if (!isWhole)
    await refuse(context, merge, 'DELETE FROM merge_rows WHERE problem IS NOT NULL RETURNING line, problem');
  const uniques: Unique[] = [
    ...(merge.uniques ?? []),
    ...(found.known > 0 ? [{ columns: ['target_id'], where: 'target_id IS NOT NULL', what: 'record' }] : []),
  ];
  for (const unique of uniques) {
    // What would only be inserted the index tells.
    if (unique.isIndexed === true && found.known === 0) continue;
    if (!(await hasTwins(context, unique))) continue;
    await refuseTwins(context, merge, unique);
    isWhole = false;
  }
  return isWhole ? found : countRows(context);
}

/** Whether there are any: it takes a fraction of the time that looking for the first of each takes. */
async function hasTwins({ client }: ImportContext, { columns, where = 'true' }: Unique): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM merge_rows WHERE ${where} GROUP BY ${columns.join(', ')} HAVING count(*) > 1 LIMIT 1`,
  );
  return rowCount === 1;
}

async function refuseTwins(context: ImportContext, merge: Merge, unique: Unique): Promise<void> {
  const { columns, where = 'true', what } = unique;
  await refuse(
    context,
    merge,
    `DELETE FROM merge_rows m USING (
       SELECT line, min(line) OVER (PARTITION BY ${columns.join(', ')}) AS first FROM merge_rows WHERE ${where}
     ) same WHERE same.line = m.line AND same.line <> same.first
     RETURNING m.line, 'this is the same ${what} as in ${merge.isList === true ? 'entry' : 'line'} ' || same.first AS problem`,
  );
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
