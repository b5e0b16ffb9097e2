import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { compileCriteria, parseCriteria } from '../engine/criteria/criteria.ts';
import { listCustomAttributes } from '../engine/attributes.ts';
import { ExportFailure } from '../engine/export-failure.ts';
import type { ExportProgress } from '../engine/export-progress.ts';
import { runExport, type ExportResult } from '../engine/run-export.ts';
import { ERROR_CATALOGUE, failIfAny, messageOf, violation, WaybillError } from '../kernel/errors.ts';
import type { ExportLimits } from '../kernel/limits.ts';
import { createGuid } from '../kernel/guid.ts';
import { sql, type Database } from '../platform/db/database.ts';
import { isDatabaseUnavailable } from '../platform/db/availability.ts';
import type { Log } from '../platform/log/log.ts';
import type { JobContext, Queue } from '../platform/queue/queue.ts';
import { storageFailureOf } from '../platform/storage/storage-failure.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { RUN_DEAD_QUEUE, RUN_QUEUE, type RunJob } from './exports.contract.ts';
import type { RunEvents } from './run-events.ts';
import {
  claimRun,
  completeRun,
  failRun,
  handBackRun,
  MAX_ATTEMPTS,
  type FailureReason,
  type Lease,
  type RunProgress,
} from './run-state.ts';
import { getRunWork, isFileKept, isWaiting, saveProgress, type RunWork } from './runs.store.ts';
import { listStrayFiles, runPrefix } from './stored-files.ts';

const FAULT_CODE = ERROR_CATALOGUE.systemError.code;
const GIVEN_UP: FailureReason = {
  code: FAULT_CODE,
  message: `The export was started ${MAX_ATTEMPTS} times and its worker ended each time before it was done.`,
};

/** How often a run's progress is written down. */
const PROGRESS_EVERY_MS = 1_000;

export interface RunJobPorts {
  readonly db: Database;
  /** See `sessions` of an opened database. */
  readonly sessions: pg.Pool;
  readonly storage: Storage;
  /** Only then is what earlier attempts seem to have left removed: a copy of the database has the same runs. */
  readonly isStorageOurs: boolean;
  readonly events: RunEvents;
  readonly log: Log;
  readonly retentionMs: number;
  readonly limits: ExportLimits;
  /** On which one large export reads at once. */
  readonly connections: number;
  /** See the setting of this name. */
  readonly spreadsheetSafe: boolean;
}

interface Attempt {
  readonly runId: number;
  /** Another one when a statement that went by the first may still be on its way. */
  lease: Lease;
  readonly signal: AbortSignal;
}

/** Starts the workers of this process: `slots` runs at a time. */
export async function registerRunJobs(queue: Queue, ports: RunJobPorts, slots: number): Promise<void> {
  await queue.work<RunJob>(RUN_QUEUE, slots, ({ runId }, context) => executeRun(ports, runId, context));
  await queue.work<RunJob>(RUN_DEAD_QUEUE, 1, async ({ runId }) => {
    await failRun(ports.db, runId, GIVEN_UP);
  });
}

/**
 * One attempt at a run. Returns when the run has ended, by this attempt or otherwise; throws when the attempt could not
 * be finished but another may be: the process is stopping, or the database went away.
 */
export async function executeRun(ports: RunJobPorts, runId: number, { signal }: JobContext): Promise<void> {
  const lease = randomUUID();
  // Before the claim: what comes into being afterwards may be a later attempt's. What cannot be read is for a run that has been claimed to fail with.
  const [work, temporaries] = await Promise.allSettled([
    getRunWork(ports.db, runId),
    ports.isStorageOurs ? Array.fromAsync(ports.storage.listTemporary()) : [],
  ]);
  if (!(await claimRun(ports.db, runId, lease))) {
    // Ended meanwhile (nothing happens), or tried too often.
    await failRun(ports.db, runId, GIVEN_UP);
    return;
  }
  const lost = new AbortController();
  const stopWatching = ports.events.subscribe(runId, ({ status }) => {
    if (status !== 'RUNNING') lost.abort();
  });
  const attempt: Attempt = {
    runId,
    lease,
    signal: AbortSignal.any([signal, lost.signal]),
  };
  try {
    if (work.status === 'rejected') throw work.reason;
    if (temporaries.status === 'rejected') throw temporaries.reason;
    // Their leases are void now: an attempt that lives all the same ends nothing.
    for (const left of temporaries.value) if (left.owner === work.value.guid) await left.remove();
    await produceFile(ports, attempt, work.value);
  } catch (error) {
    if (lost.signal.aborted) return;
    if (signal.aborted || isDatabaseUnavailable(error) || error instanceof ForgottenClaimError) {
      await handBackRun(ports.db, attempt).catch((failure: unknown) => {
        ports.log.warn({ runId, reason: messageOf(failure) }, 'the attempt stays counted');
      });
      throw error;
    }
    ports.log.error({ runId, err: error }, 'run failed');
    await failRun(ports.db, runId, { ...reasonOf(error), lease: attempt.lease });
  } finally {
    stopWatching();
  }
}

/** The database crashed, and does not know of the claim any more: see {@link claimRun}. */
class ForgottenClaimError extends Error {
  override readonly name = 'ForgottenClaimError';
}

/** Why a run failed, in words for the person who ran it: nothing internal. */
function reasonOf(error: unknown): FailureReason {
  if (error instanceof ExportFailure) return { code: FAULT_CODE, message: error.message };
  if (error instanceof WaybillError && error.violations[0] !== undefined) return error.violations[0];
  const failure = storageFailureOf(error);
  if (failure !== undefined)
    return { code: FAULT_CODE, message: `The export file could not be written: ${failure}.` };
  return violation('systemError');
}

async function produceFile(ports: RunJobPorts, attempt: Attempt, work: RunWork): Promise<void> {
  const { db, storage } = ports;
  const parsed = parseCriteria(work.criteria, await listCustomAttributes(db, work.workspaceId));
  failIfAny(parsed.violations);
  const temporary = await storage.createTemporary(work.guid);
  const progress = createProgressWriter(ports, attempt);
  try {
    const result = await runExport({
      sessions: ports.sessions,
      workspaceId: work.workspaceId,
      criteria:
        parsed.criteria === undefined
          ? sql<boolean>`true`
          : compileCriteria(parsed.criteria, work.options.revisionStatus),
      options: work.options,
      limits: ports.limits,
      spreadsheetSafe: ports.spreadsheetSafe,
      connections: ports.connections,
      outputPath: temporary.path,
      content: {
        open: (key) => storage.openRead(key),
        readWhole: (key, sizeBytes) => storage.readWhole(key, sizeBytes),
      },
      signal: attempt.signal,
      onProgress: progress.report,
    });
    await progress.settled();
    const fileGuid = createGuid();
    const storageKey = `${runPrefix(work)}/${fileGuid}.${result.extension}`;
    attempt.signal.throwIfAborted();
    await storage.commit(temporary, storageKey);
    let isKept = false;
    try {
      isKept = await keepResult(ports, attempt, { work, result, fileGuid, storageKey });
    } finally {
      if (!isKept) await removeUnlessKept(ports, attempt, storageKey);
    }
    if (!isKept && (await isWaiting(db, attempt.runId))) throw new ForgottenClaimError();
    if (ports.isStorageOurs) await removeStrayFiles(ports, work);
  } finally {
    await progress.settled();
    await temporary.discard();
  }
}

/**
 * Removes the file of an attempt that no row names. A statement whose answer was lost may have been done, so the row is asked; when it
 * cannot be, the file stays: one too many is no harm.
 */
async function removeUnlessKept(
  { db, storage, log }: RunJobPorts,
  attempt: Attempt,
  storageKey: string,
): Promise<void> {
  const { runId, lease } = attempt;
  const nextLease = randomUUID();
  const isKept = await isFileKept(db, { runId, storageKey, lease, nextLease }).catch((error: unknown) => {
    log.warn({ runId, storageKey, reason: messageOf(error) }, 'a file may be left over in the storage');
    return true;
  });
  if (isKept) return;
  attempt.lease = nextLease;
  await storage.remove(storageKey);
}

/** Files that earlier attempts at a run had stored when they died: never two for a run. */
async function removeStrayFiles(ports: RunJobPorts, work: RunWork): Promise<void> {
  const { storage, log } = ports;
  try {
    for await (const key of listStrayFiles(ports, runPrefix(work))) await storage.remove(key);
  } catch (error) {
    // The run has ended well; the sweep tries again.
    log.warn({ run: work.guid, reason: messageOf(error) }, 'files of earlier attempts were not removed');
  }
}

interface Outcome {
  readonly work: RunWork;
  readonly result: ExportResult;
  readonly fileGuid: string;
  readonly storageKey: string;
}

/** False when another attempt holds the run now. */
function keepResult(
  { db, retentionMs }: RunJobPorts,
  { runId, lease }: Attempt,
  { work, result, fileGuid, storageKey }: Outcome,
): Promise<boolean> {
  const { criteriaResultsCount, snapshotAt, mimeType, format, sizeBytes, sha256 } = result;
  const name = `${work.definitionName} Export Results.${result.extension}`;
  return completeRun(db, {
    runId,
    lease,
    criteriaResultsCount,
    snapshotAt,
    progress: toRunProgress(result.progress),
    views: result.views,
    file: { guid: fileGuid, name, mimeType, format, sizeBytes, sha256, storageKey, retentionMs },
  });
}

const toRunProgress = ({ phase, rowsWritten, rowsEstimated, bytesWritten }: ExportProgress): RunProgress => ({
  phase,
  rowsWritten,
  rowsEstimated: rowsEstimated ?? null,
  bytesWritten,
});

/** Writes progress at most once a second and never two writes at once; what came last is written, too, when nothing follows it. */
function createProgressWriter({ db, log }: RunJobPorts, { runId, lease }: Attempt) {
  let latest: ExportProgress | undefined;
  let due: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  async function write(): Promise<void> {
    due = undefined;
    if (latest === undefined) return;
    await saveProgress(db, { runId, lease, progress: toRunProgress(latest) }).catch((error: unknown) => {
      log.warn({ runId, reason: messageOf(error) }, 'progress was not written');
    });
  }
  return {
    report: (reported: ExportProgress): void => {
      latest = reported;
      due ??= setTimeout(() => {
        writing = writing.then(write);
      }, PROGRESS_EVERY_MS);
    },
    async settled(): Promise<void> {
      clearTimeout(due);
      latest = undefined;
      await writing;
    },
  };
}
