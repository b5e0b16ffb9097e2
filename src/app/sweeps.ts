import { removeExpired } from '../exports/retention.ts';
import { isStillKept, listKeptFiles, listLeftTemporaries, listStrayFiles } from '../exports/stored-files.ts';
import { messageOf } from '../kernel/errors.ts';
import { isSchemaLocked } from '../platform/db/migrate.ts';
import type { Log } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { sweepImports } from '../records/imports/kept-uploads.ts';
import { eachStrayContent } from '../records/stored-contents.ts';
import { forgetRemoved, scrub, type ScrubPorts } from './scrub.ts';

const SHORTEST_MS = 1_000;
/** At least so often expired files are removed, and what was left over is looked for. */
export const SWEEP_EVERY_MS = 3_600_000;
/** Whose rows may be on their way although nothing says so, as when a backup is being restored, is not touched before this time. */
const STRAY_AFTER_MS = 3_600_000;

/** So often it is asked at least whether it is a file's turn to be read. */
const SCRUB_EVERY_MS = 60_000;

interface SweepPorts extends Pick<ScrubPorts, 'db' | 'storage' | 'log'> {
  readonly retentionMs: number;
  /** See {@link ScrubPorts}; undefined: stored files are not read. */
  readonly scrubEveryMs: number | undefined;
}

/**
 * Keeps storage and rows together, now and from time to time, until the returned function is called: removes export files whose time is
 * over, and what processes that died have left. Only for a storage that is this database's. Several processes may do so at once: removing twice does no harm.
 */
export function startSweeps(ports: SweepPorts): () => Promise<void> {
  const stop = new AbortController();
  const sweeps = [
    repeat(ports.log, within(SWEEP_EVERY_MS, ports.retentionMs), async () => {
      await removeExpired(ports, stop.signal);
    }),
    repeat(ports.log, SWEEP_EVERY_MS, () => sweepLeftovers(ports, stop.signal)),
  ];
  const { scrubEveryMs } = ports;
  if (scrubEveryMs !== undefined)
    sweeps.push(
      repeat(ports.log, within(SCRUB_EVERY_MS, scrubEveryMs), () =>
        scrub({ ...ports, scrubEveryMs }, stop.signal),
      ),
    );
  return async () => {
    stop.abort();
    await Promise.all(sweeps.map((end) => end()));
  };
}

const within = (longestMs: number, everyMs: number): number =>
  Math.min(longestMs, Math.max(SHORTEST_MS, everyMs));

/** Does the work now and then, never twice at once; the returned function ends that. */
function repeat(log: Log, everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let working = Promise.resolve();
  const round = (): void => {
    working = working.then(work).catch((error: unknown) => {
      log.warn({ reason: messageOf(error) }, 'a sweep of the storage failed; the next round tries again');
    });
  };
  const timer = setInterval(round, everyMs);
  round();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

async function sweepLeftovers({ db, storage, log }: SweepPorts, signal: AbortSignal): Promise<void> {
  // What a restore has written is named when it commits: not before its lock is gone.
  if (await isSchemaLocked(db)) return;
  const removeStray = async (key: string): Promise<void> => {
    if (signal.aborted || !(await isOld(storage, key))) return;
    await storage.remove(key);
    log.info({ storageKey: key }, 'a file that no row names was removed');
  };
  for await (const temporary of listLeftTemporaries({ db, storage })) {
    if (signal.aborted) return;
    await temporary.remove();
  }
  for await (const key of listStrayFiles({ db, storage })) {
    if (signal.aborted) return;
    await removeStray(key);
  }
  await eachStrayContent({ db, storage }, removeStray);
  await sweepImports({ db, storage }, (key) => isOld(storage, key), signal);
  await forgetRemoved(db);
  let missing = 0;
  for await (const file of listKeptFiles(db)) {
    if (signal.aborted) return;
    const isMissing = (await storage.stat(file.storageKey)) === undefined && (await isStillKept(db, file.id));
    if (isMissing) missing += 1;
  }
  if (missing > 0)
    log.warn({ missing }, 'files of export runs are missing in the storage; see waybill doctor');
}

async function isOld(storage: Storage, key: string): Promise<boolean> {
  const found = await storage.stat(key);
  return found !== undefined && Date.now() - found.modifiedAt.getTime() > STRAY_AFTER_MS;
}
