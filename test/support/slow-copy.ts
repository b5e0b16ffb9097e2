import type { OpenInstallation } from './server.ts';

/** SQL for whether a statement reads a view of an export. */
export const readsView = (query: string): string => `${query} ~ '^(COPY|SELECT format)'`;

/**
 * Exports go slowly: each row of the table takes so long, and as they are sorted the first row of a view comes after the last. Until the
 * returned function is called, which waits for runs that are at work.
 */
export async function slowDown(
  { query }: Pick<OpenInstallation, 'query'>,
  seconds: number,
  table = 'item_revisions',
): Promise<() => Promise<void>> {
  await query(`ALTER TABLE ${table} RENAME TO fast_${table}`);
  await query(`CREATE FUNCTION pause_copy() RETURNS boolean LANGUAGE plpgsql VOLATILE AS
    $$ BEGIN IF ${readsView('current_query()')} THEN PERFORM pg_sleep(${seconds}); END IF; RETURN true; END $$`);
  await query(`CREATE VIEW ${table} AS SELECT * FROM fast_${table} WHERE pause_copy()`);
  return async () => {
    await query(`DROP VIEW ${table}; DROP FUNCTION pause_copy()`);
    await query(`ALTER TABLE fast_${table} RENAME TO ${table}`);
  };
}
