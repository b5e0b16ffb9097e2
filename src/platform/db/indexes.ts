import { sql, type Database } from './database.ts';

export interface InvalidIndex {
  readonly schema: string;
  readonly name: string;
}

/**
 * Indexes that PostgreSQL keeps but does not use, or not for uniqueness: building them was interrupted or found rows that must not be.
 * One that is being built at this moment is none.
 */
export async function listInvalidIndexes(db: Database): Promise<InvalidIndex[]> {
  const { rows } = await sql<InvalidIndex>`
    SELECT n.nspname AS schema, c.relname AS name
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT (i.indisvalid AND i.indisready AND i.indislive) AND c.relpersistence <> 't' AND n.nspname <> 'pg_toast'
    AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.relid = i.indrelid)
    ORDER BY 1, 2`.execute(db);
  return rows;
}

/** What REINDEX CONCURRENTLY leaves beside the index when it is interrupted: to be dropped, as PostgreSQL's manual says. */
const LEFTOVER = /_cc(new|old)\d*$/;

/** Makes an index anew, while the table is read and written; tells what was done. Throws when its rows contradict it. */
export async function rebuildIndex(db: Database, { schema, name }: InvalidIndex): Promise<string> {
  const index = sql.id(schema, name);
  if (LEFTOVER.test(name)) {
    await sql`DROP INDEX CONCURRENTLY IF EXISTS ${index}`.execute(db);
    return 'dropped: a leftover of an interrupted rebuild';
  }
  await sql`REINDEX INDEX CONCURRENTLY ${index}`.execute(db);
  return 'rebuilt';
}
