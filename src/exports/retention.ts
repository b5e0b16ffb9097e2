import { messageOf } from '../kernel/errors.ts';
import { sql, type Database } from '../platform/db/database.ts';
import type { Log } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';

/** Files of one statement. */
const BATCH = 100;

export interface RetentionPorts {
  readonly db: Database;
  readonly storage: Storage;
  readonly log: Log;
}

/**
 * Removes the export files whose time is over; gives how many. The row first, its file after: whenever this process dies, and when a file
 * cannot be removed, no row promises a file that is gone (nor does a backup taken in between), and the file that no row names any more is
 * found and removed by the sweep of stray files. Nobody can ask for it meanwhile: its time is over. Several processes may do this at once.
 * @param signal stops it between two batches
 */
export async function removeExpired(
  { db, storage, log }: RetentionPorts,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  while (!signal.aborted) {
    const { rows } = await sql<{ storageKey: string }>`
      UPDATE export_run_files SET removed_at = now() WHERE id IN (
        SELECT id FROM export_run_files WHERE expires_at <= now() AND removed_at IS NULL
        ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING storage_key AS "storageKey"`.execute(db);
    for (const { storageKey } of rows) {
      try {
        await storage.remove(storageKey);
      } catch (error) {
        log.warn(
          { storageKey, reason: messageOf(error) },
          'an expired file was not removed; the sweep of stray files tries again',
        );
      }
    }
    removed += rows.length;
    if (rows.length < BATCH) break;
  }
  return removed;
}

/** Files whose time has been over for this long: nobody removes them, or somebody would have by now. */
export async function countOverdue(db: Database, forMs: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM export_run_files
    WHERE removed_at IS NULL AND expires_at <= now() - make_interval(secs => ${forMs / 1_000})`.execute(db);
  return rows[0]?.count ?? 0;
}
