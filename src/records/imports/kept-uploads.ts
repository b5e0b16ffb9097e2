import { ERROR_CATALOGUE, violation } from '../../kernel/errors.ts';
import { sql, type Database, type RawBuilder } from '../../platform/db/database.ts';
import { inBatches } from '../../platform/storage/batches.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { endInterrupted, expireImport } from './import-state.ts';
import { IMPORT_PREFIX, type Upload } from './upload.ts';

/** So long an upload waits for somebody to go on with it. */
const KEPT_S = 86_400;
/** Imports, or keys, of one statement. */
const BATCH = 100;

interface Ports {
  readonly db: Database;
  readonly storage: Storage;
}

/** Removes the uploaded files of an import that needs them no more; nothing happens while it does. */
export function removeEnded(ports: Ports, importId: number): Promise<number> {
  return giveUp(ports, sql`id = ${importId} AND status IN ('COMPLETE', 'ABORTED')`);
}

/** The row first, its files after: whatever dies in between, no row promises files that are gone, and the sweep finds what no row names. */
async function giveUp({ db, storage }: Ports, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ upload: Upload }>`
    UPDATE imports SET removed_at = now() WHERE id IN (
      SELECT id FROM imports WHERE removed_at IS NULL AND lease IS NULL AND ${which} ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING upload`.execute(db);
  for (const { upload } of rows) for (const { key } of upload.files) await storage.remove(key);
  return rows.length;
}

/** Uploads that nobody went on with, in the order in which they were left. */
const IS_OVER = sql`changed_at < now() - make_interval(secs => ${KEPT_S})`;

/**
 * Ends imports whose process has died and uploads whose time is over, and removes files that nobody needs. Several processes may do so at
 * once.
 * @param isOld whether a key is older than what may be on its way to a row
 */
export async function sweepImports(
  ports: Ports,
  isOld: (key: string) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  const { db, storage } = ports;
  await endInterrupted(db, undefined, violation('importInterrupted'));
  for (const id of await listExpired(db)) await expireImport(db, id, violation('importExpired'));
  while (!signal.aborted) {
    const isOver = sql`(error_code = ${ERROR_CATALOGUE.importExpired.code} OR ${IS_OVER})`;
    const isUnneeded = sql`(status IN ('COMPLETE', 'ABORTED') OR status = 'FAILED' AND ${isOver})`;
    if ((await giveUp(ports, isUnneeded)) < BATCH) break;
  }
  for await (const keys of inBatches(storage.list(IMPORT_PREFIX), BATCH)) {
    if (signal.aborted) return;
    for (const key of await listStray(db, keys)) if (await isOld(key)) await storage.remove(key);
  }
}

async function listExpired(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM imports WHERE removed_at IS NULL AND status IN ('UPLOADED', 'CHECKED') AND ${IS_OVER}
    ORDER BY changed_at LIMIT ${BATCH}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Keys of no import that needs its files: `imports/<workspace>/<guid>/<number>`. */
async function listStray(db: Database, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM unnest(${keys}::text[]) AS key
    WHERE NOT EXISTS (SELECT FROM imports WHERE guid = split_part(key, '/', 3) AND removed_at IS NULL)`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}
