import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';
import type { Log } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { problemOf, type ExaminedFile, type Reading } from './examine-file.ts';
import { ownershipOf } from './storage-owner.ts';

/** Bytes a second: a twentieth of what a plain disk gives and a core can hash, so that exports do not feel it. */
const RATE = 16 * 2 ** 20;
/** Files that are asked for at once. */
const BATCH = 200;
/** A damaged file is looked at again so often, as it may have been mended. */
const DAMAGED_AGAIN = sql`interval '1 hour'`;
/** One arbitrary number: one process of a database scrubs. */
const SCRUB_LOCK = 4_419_027_733;

export interface ScrubPorts {
  readonly db: Database;
  readonly storage: Storage;
  readonly log: Log;
  /** Within this time every file is read once. */
  readonly scrubEveryMs: number;
}

interface DueFile extends ExaminedFile {
  /** What was wrong with it the last time. */
  readonly known: string | null;
}

/** Files of runs that can be downloaded and physical files of records, each once. */
const KEPT = sql`(
  SELECT storage_key AS key, size_bytes, sha256 FROM export_run_files WHERE removed_at IS NULL AND expires_at > now()
  UNION SELECT content_key, size_bytes, content_sha256 FROM files WHERE content_key IS NOT NULL)`;

/**
 * Reads the stored files whose turn it is, slowly, and keeps what is wrong with them: for the log, `/metrics` and `waybill doctor`. Those
 * that were looked at longest ago come first, so it goes on where an earlier process has stopped. Nothing is changed or removed.
 */
export async function scrub(ports: ScrubPorts, signal: AbortSignal): Promise<void> {
  await ports.db.connection().execute(async (lane) => {
    const { rows } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_lock(${SCRUB_LOCK}::bigint) AS "isMine"`.execute(lane);
    if (rows[0]?.isMine !== true) return;
    try {
      await scrubDue(ports, signal);
    } finally {
      await sql`SELECT pg_advisory_unlock(${SCRUB_LOCK}::bigint)`.execute(lane);
    }
  });
}

async function scrubDue(ports: ScrubPorts, signal: AbortSignal): Promise<void> {
  const slowly = atRate(signal);
  const isStopped = (): boolean => signal.aborted;
  // Of a folder that is not there, or is another's, every file would seem to be missing.
  while (!isStopped() && (await ownershipOf(ports)) === 'ours') {
    const due = await listDue(ports);
    for (const file of due) {
      try {
        await check(ports, file, slowly);
      } catch (error) {
        if (isStopped()) return;
        throw error;
      }
    }
    if (due.length < BATCH) return;
  }
}

async function listDue({ db, scrubEveryMs }: ScrubPorts): Promise<DueFile[]> {
  const every = sql`make_interval(secs => ${scrubEveryMs / 1_000})`;
  const { rows } = await sql<DueFile>`
    SELECT kept.key AS "storageKey", kept.size_bytes AS "sizeBytes", kept.sha256, last.problem AS known
    FROM ${KEPT} AS kept LEFT JOIN stored_file_checks last ON last.storage_key = kept.key
    WHERE last.checked_at IS NULL
       OR last.checked_at < now() - CASE WHEN last.problem IS NULL THEN ${every} ELSE least(${every}, ${DAMAGED_AGAIN}) END
    ORDER BY last.checked_at NULLS FIRST LIMIT ${BATCH}`.execute(db);
  return rows;
}

async function check(ports: ScrubPorts, { known, ...file }: DueFile, reading: Reading): Promise<void> {
  const { db, storage, log } = ports;
  const problem = await problemOf(storage, file, reading);
  // The storage may have gone away meanwhile.
  if (problem !== undefined && (await ownershipOf(ports)) !== 'ours') return;
  const { storageKey } = file;
  // What retention or an import has removed meanwhile is not missing.
  const { rows } = await sql`
    INSERT INTO stored_file_checks (storage_key, checked_at, problem)
    SELECT ${storageKey}, clock_timestamp(), ${problem ?? null}::text WHERE EXISTS (SELECT FROM ${KEPT} AS kept WHERE key = ${storageKey})
    ON CONFLICT (storage_key) DO UPDATE SET checked_at = excluded.checked_at, problem = excluded.problem
    RETURNING 1`.execute(db);
  if (rows.length === 0) return;
  if (problem !== undefined && problem !== known)
    log.error({ storageKey, problem }, 'a stored file is damaged; see waybill doctor');
  if (problem === undefined && known !== null)
    log.info({ storageKey }, 'a stored file that was damaged is whole again');
}

/** Lets bytes pass no faster than {@link RATE}, over all files of a round. */
function atRate(signal: AbortSignal): Reading {
  return async function* (content) {
    for await (const chunk of content) {
      const bytes = chunk.length;
      yield chunk;
      await wait((bytes * 1_000) / RATE, undefined, { signal });
    }
  };
}

/** Forgets what was found of files that are no longer kept. */
export async function forgetRemoved(db: Database): Promise<void> {
  await sql`
    DELETE FROM stored_file_checks checks
    WHERE NOT EXISTS (SELECT FROM ${KEPT} AS kept WHERE kept.key = checks.storage_key)`.execute(db);
}

/** How many of the kept files are known to be damaged: an expression. */
export const DAMAGED_COUNT: RawBuilder<number> = sql<number>`(SELECT count(*)::integer FROM stored_file_checks WHERE problem IS NOT NULL)`;

/** What the scrub knows to be wrong, by storage keys. */
export async function listDamaged(db: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; problem: string }>`
    SELECT storage_key AS key, problem FROM stored_file_checks WHERE problem IS NOT NULL`.execute(db);
  return new Map(rows.map(({ key, problem }) => [key, problem]));
}
