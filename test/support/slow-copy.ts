import type { OpenInstallation } from './server.ts';

/**
 * Exports go slowly: each item takes COPY so long, and as it sorts them the first row of a view comes after its last item. Until the
 * returned function is called, which waits for runs that are at work.
 */
export async function slowDown(
  { query }: Pick<OpenInstallation, 'query'>,
  seconds: number,
): Promise<() => Promise<void>> {
  await query('ALTER TABLE item_revisions RENAME TO fast_item_revisions');
  await query(`CREATE FUNCTION pause_copy() RETURNS boolean LANGUAGE plpgsql VOLATILE AS
    $$ BEGIN IF current_query() LIKE 'COPY%' THEN PERFORM pg_sleep(${seconds}); END IF; RETURN true; END $$`);
  await query('CREATE VIEW item_revisions AS SELECT * FROM fast_item_revisions WHERE pause_copy()');
  return async () => {
    await query('DROP VIEW item_revisions; DROP FUNCTION pause_copy()');
    await query('ALTER TABLE fast_item_revisions RENAME TO item_revisions');
  };
}
