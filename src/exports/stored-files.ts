import { sql, type Database } from '../platform/db/database.ts';
import { inBatches } from '../platform/storage/batches.ts';
import type { FoundTemporary, Storage } from '../platform/storage/storage.ts';

/** The first part of the storage keys of export files. */
export const EXPORT_PREFIX = 'exports';
/** Keys or rows of one statement. */
const BATCH = 500;
/** What nobody is known to own, such as a file that an import is reading in, counts as left over when it was not written to for so long. */
const ABANDONED_AFTER_MS = 3_600_000;

/** A run whose worker may still hold files of it: one that was stopped a moment ago puts them away. */
const IS_AT_WORK = sql<boolean>`(r.status = 'RUNNING' OR r.status IN ('FAILED', 'ABORTED') AND r.ended_at > now() - interval '1 minute')`;

interface Ports {
  readonly db: Database;
  readonly storage: Storage;
}

/** Where the files of a run stand; the run's GUID is looked for there. */
export function runPrefix(run: { readonly workspaceId: number; readonly guid: string }): string {
  return `${EXPORT_PREFIX}/${run.workspaceId}/${run.guid}`;
}

/**
 * Stored files of exports that no row names and none will: left by an attempt that died between its file and its row, or by retention that
 * died between the row and the file. One statement sees a run and its file's row as they stand together: a run that is not RUNNING has its
 * row or never gets it, and the files of one that is RUNNING are its attempt's business, however long that stands still.
 */
export async function* listStrayFiles(
  { db, storage }: Ports,
  prefix = EXPORT_PREFIX,
): AsyncGenerator<string> {
  for await (const keys of inBatches(storage.list(prefix), BATCH)) {
    const { rows } = await sql<{ key: string }>`
      SELECT key FROM unnest(${keys}::text[]) AS key
      WHERE NOT EXISTS (
        SELECT FROM export_runs r WHERE r.guid = split_part(key, '/', 3) AND (${IS_AT_WORK} OR EXISTS (
          SELECT FROM export_run_files f WHERE f.run_id = r.id AND f.storage_key = key
          AND (f.removed_at IS NULL OR f.removed_at > now() - interval '1 minute'))))`.execute(db);
    for (const { key } of rows) yield key;
  }
}

/**
 * Temporary files whose process has died. That of a run which is RUNNING is not looked at: a worker that stands still may go on, and the
 * next attempt at the run removes it.
 */
export async function* listLeftTemporaries({ db, storage }: Ports): AsyncGenerator<FoundTemporary> {
  for await (const found of inBatches(storage.listTemporary(), BATCH)) {
    const owners = found.flatMap(({ owner }) => owner ?? []);
    const { rows } = await sql<{ guid: string }>`
      SELECT r.guid FROM export_runs r WHERE r.guid = ANY(${owners}::text[]) AND ${IS_AT_WORK}`.execute(db);
    const running = new Set(rows.map(({ guid }) => guid));
    for (const one of found) {
      const isLeft =
        one.owner === undefined
          ? Date.now() - one.modifiedAt.getTime() > ABANDONED_AFTER_MS
          : !running.has(one.owner);
      if (isLeft) yield one;
    }
  }
}

/** A file that can be downloaded, by its row. */
export interface KeptFile {
  readonly id: number;
  readonly guid: string;
  readonly runGuid: string;
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

export async function* listKeptFiles(db: Database): AsyncGenerator<KeptFile> {
  for (let after = 0; ;) {
    const { rows } = await sql<KeptFile>`
      SELECT f.id, f.guid, r.guid AS "runGuid", f.storage_key AS "storageKey", f.size_bytes AS "sizeBytes", f.sha256
      FROM export_run_files f JOIN export_runs r ON r.id = f.run_id
      WHERE f.removed_at IS NULL AND f.expires_at > now() AND f.id > ${after} ORDER BY f.id LIMIT ${BATCH}`.execute(
      db,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

/** Whether a row still says that its file is there: it may have been removed since the row was read. */
export async function isStillKept(db: Database, id: number): Promise<boolean> {
  const { rows } =
    await sql`SELECT FROM export_run_files WHERE id = ${id} AND removed_at IS NULL AND expires_at > now()`.execute(
      db,
    );
  return rows.length > 0;
}

export async function markRemoved(db: Database, id: number): Promise<void> {
  await sql`UPDATE export_run_files SET removed_at = now() WHERE id = ${id} AND removed_at IS NULL`.execute(
    db,
  );
}
