import { messageOf } from '../kernel/errors.ts';
import { sql, type Database } from '../platform/db/database.ts';
import type { Log } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';

const SHORTEST_MS = 1_000;
const LONGEST_MS = 3_600_000;
/** Files of one statement. */
const BATCH = 100;

export interface RetentionPorts {
  readonly db: Database;
  readonly storage: Storage;
  readonly log: Log;
  readonly retentionMs: number;
}

/** Removes export files whose time is over, now and from time to time, until the returned function is called. */
export function startRetention(ports: RetentionPorts): () => Promise<void> {
  const everyMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ports.retentionMs));
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweeping
      .then(() => removeExpired(ports))
      .catch((error: unknown) => {
        ports.log.warn(
          { reason: messageOf(error) },
          'expired files were not looked for; the next round tries again',
        );
      });
  };
  const timer = setInterval(sweep, everyMs);
  sweep();
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

/**
 * The file first, its row after: a file that cannot be removed now is tried again in the next round, and nobody can ask for it meanwhile,
 * as its time is over. Several processes may sweep at once: removing twice does no harm.
 */
async function removeExpired({ db, storage, log }: RetentionPorts): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ id: number; storageKey: string }>`
      SELECT id, storage_key AS "storageKey" FROM export_run_files
      WHERE expires_at <= now() AND removed_at IS NULL AND id > ${after} ORDER BY id LIMIT ${BATCH}`.execute(
      db,
    );
    const removed: number[] = [];
    for (const { id, storageKey } of rows) {
      try {
        await storage.remove(storageKey);
        removed.push(id);
      } catch (error) {
        log.warn(
          { storageKey, reason: messageOf(error) },
          'an expired file was not removed; the next round tries again',
        );
      }
    }
    await sql`UPDATE export_run_files SET removed_at = now() WHERE id = ANY(${removed}::bigint[])`.execute(
      db,
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}
