import { randomUUID } from 'node:crypto';
import type { Caller } from '../../access/access.contract.ts';
import { by, type RecordAudit } from '../../access/audit.contract.ts';
import { messageOf, OperatorError, unavailable, violation, type Violation } from '../../kernel/errors.ts';
import { isDatabaseUnavailable } from '../../platform/db/availability.ts';
import {
  compile,
  connectAlone,
  sql,
  type ConnectionSettings,
  type Database,
} from '../../platform/db/database.ts';
import type { Log } from '../../platform/log/log.ts';
import { storageFailureOf } from '../../platform/storage/storage-failure.ts';
import { importBundle, type ImportSummary } from '../import/import-bundle.ts';
import { describeSummary } from '../import/import-context.ts';
import { BundleProblemsError, type BundleProblem } from '../import/problems.ts';
import {
  beginWork,
  completeImport,
  endCheck,
  failImport,
  saveProgress,
  workLock,
  type Attempt,
} from './import-state.ts';
import type { ImportRow } from './imports.store.ts';
import { replaceProblems } from './imports.store.ts';
import { createProgress } from './progress.ts';
import { openUpload, type Upload, type UploadPorts } from './upload.ts';
import { removeEnded } from './kept-uploads.ts';

/** Of one process: each has two connections, and works through whole tables. */
const AT_ONCE = 4;
/** Of one workspace, whose imports come one after the other anyway: a place is left for others. */
const AT_ONCE_OF_WORKSPACE = 3;
/** How often progress is written down, and it is asked whether somebody has stopped it. */
const BEAT_MS = 1_000;
/** Work that ends within this time is waited for. */
const LOCK_TIMEOUT = '5s';
/** PostgreSQL's code for a lock that was not had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

export interface WorkPorts extends UploadPorts {
  readonly db: Database;
  readonly connection: ConnectionSettings;
  readonly log: Log;
  readonly audit: RecordAudit;
}

export interface Work {
  readonly to: 'CHECKING' | 'COMMITTING';
  readonly row: ImportRow;
  /** With what its files and columns stand for now. */
  readonly upload: Upload;
  readonly caller: Caller;
}

/** Checks and imports at work in this process. */
export interface ImportWork {
  /** Begins, and goes on when this resolves. False: the import is in no state for it. */
  start(work: Work): Promise<boolean>;
  /** Stops what this process does for an import, at once; others notice within a second. */
  stop(importId: number): void;
  /** Stops all of it: what is cut is told as interrupted. */
  close(): Promise<void>;
}

/** Why work is cut. */
class StoppedError extends Error {
  readonly isLost: boolean;

  /** @param isLost somebody else has decided what becomes of the import */
  constructor(isLost: boolean) {
    super(isLost ? 'the import is not this attempt’s any more' : 'the process stops');
    this.name = 'StoppedError';
    this.isLost = isLost;
  }
}

export function createImportWork(ports: WorkPorts): ImportWork {
  const atWork = new Map<number, { readonly cut: AbortController; readonly done: Promise<void> }>();
  /** The workspaces of those that are at work, or about to be. */
  const places: number[] = [];
  let isClosing = false;

  async function start(work: Work): Promise<boolean> {
    const { workspaceId } = work.row;
    const ofWorkspace = places.filter((one) => one === workspaceId).length;
    if (isClosing || places.length >= AT_ONCE || ofWorkspace >= AT_ONCE_OF_WORKSPACE) throw unavailable();
    places.push(workspaceId);
    const leave = (): void => void places.splice(places.indexOf(workspaceId), 1);
    const cut = new AbortController();
    const attempt: Attempt = { importId: work.row.id, lease: randomUUID() };
    try {
      const release = await holdLock(ports, attempt.importId, cut);
      const hasBegun =
        release !== undefined &&
        (await beginWork(ports.db, attempt, work).catch(async (error: unknown) => {
          await release();
          throw error;
        }));
      if (!hasBegun) {
        await release?.();
        leave();
        return false;
      }
      const done = perform(ports, { ...work, attempt, cut })
        .finally(release)
        .finally(() => {
          atWork.delete(attempt.importId);
          leave();
        });
      atWork.set(attempt.importId, { cut, done });
      return true;
    } catch (error) {
      leave();
      throw error;
    }
  }

  return {
    start,
    stop(importId) {
      atWork.get(importId)?.cut.abort(new StoppedError(true));
    },
    async close() {
      isClosing = true;
      const all = [...atWork.values()];
      for (const { cut } of all) cut.abort(new StoppedError(false));
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

/**
 * Tells everybody on the database that somebody works on the import, for as long as this process lives. The returned function ends that;
 * so does the loss of the connection, and then the work is cut. Undefined: somebody else works on it.
 */
async function holdLock(
  { connection }: WorkPorts,
  importId: number,
  cut: AbortController,
): Promise<(() => Promise<void>) | undefined> {
  const keeper = await connectAlone(connection, 'waybill import at work');
  try {
    await keeper.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
    await keeper.query(compile(sql`SELECT pg_advisory_lock(${workLock(sql`${importId}::bigint`)})`));
  } catch (error) {
    await keeper.end();
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) return undefined;
    throw error;
  }
  let isReleased = false;
  keeper.once('end', () => {
    if (!isReleased) cut.abort(new StoppedError(false));
  });
  return async () => {
    isReleased = true;
    await keeper.end().catch(() => undefined);
  };
}

interface Performance extends Work {
  readonly attempt: Attempt;
  readonly cut: AbortController;
}

/** Never throws: what comes of it stands on the row. */
async function perform(ports: WorkPorts, work: Performance): Promise<void> {
  const { db, log } = ports;
  const { attempt, cut, upload, row, to } = work;
  const isCheck = to === 'CHECKING';
  const progress = createProgress(upload);
  const beat = createBeat(async () => {
    const isOurs = await saveProgress(db, attempt, progress.current());
    if (!isOurs) cut.abort(new StoppedError(true));
  }, log);
  try {
    const summary = await importBundle({
      connection: ports.connection,
      workspaceId: row.workspaceId,
      source: () => openUpload(ports, upload),
      isCheck,
      storage: ports.storage,
      signal: cut.signal,
      onProgress: progress.report,
      beforeCommit: (tx, imported) => complete(ports, work, { tx, imported }),
    });
    if (isCheck)
      await endChecked(ports, work, { summary, rowCount: progress.rowsRead(), problems: [], count: 0 });
  } catch (error) {
    await end(ports, work, { error, rowCount: progress.rowsRead() }).catch((failure: unknown) => {
      // The lock is free in a moment: whoever looks next finds it interrupted.
      log.warn({ import: row.guid, reason: messageOf(failure) }, 'the end of an import was not written');
    });
  } finally {
    await beat.stop();
  }
  await removeEnded(ports, row.id).catch((error: unknown) => {
    log.warn(
      { import: row.guid, reason: messageOf(error) },
      'an upload was not removed; the sweep tries again',
    );
  });
}

/** Calls again and again, never twice at once. */
function createBeat(work: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  let working: Promise<void> | undefined;
  const timer = setInterval(() => {
    working ??= work()
      .catch((error: unknown) => {
        log.warn({ reason: messageOf(error) }, 'progress of an import was not written');
      })
      .finally(() => (working = undefined));
  }, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}

/** In the import's own transaction: the records, the state and the line of the audit trail are there together, or none of them. */
async function complete(
  ports: WorkPorts,
  { attempt, caller, row }: Performance,
  { tx, imported }: { readonly tx: Database; readonly imported: ImportSummary },
): Promise<void> {
  if (!(await completeImport(tx, attempt, imported))) throw new StoppedError(true);
  await replaceProblems(tx, row.id, []);
  const detail = describeSummary(imported);
  await ports.audit(tx, { action: 'IMPORT', ...by(caller), target: row.name, detail });
}

interface Checked {
  readonly summary: ImportSummary | undefined;
  readonly rowCount: number;
  readonly problems: readonly BundleProblem[];
  readonly count: number;
}

async function endChecked(
  { db }: WorkPorts,
  { attempt, row }: Performance,
  { summary, rowCount, problems, count }: Checked,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (await endCheck(tx, attempt, { summary, problemCount: count, rowCount }))
      await replaceProblems(tx, row.id, problems);
  });
}

/** Writes down why there is no result. */
async function end(
  ports: WorkPorts,
  work: Performance,
  { error, rowCount }: { readonly error: unknown; readonly rowCount: number },
): Promise<void> {
  const { attempt, row, to } = work;
  if (error instanceof StoppedError && error.isLost) return;
  const found = problemsOf(error);
  if (to === 'CHECKING' && found !== undefined) {
    await endChecked(ports, work, { summary: undefined, rowCount, ...found });
    return;
  }
  const reason = found === undefined ? reasonOf(error) : violation('importUnsound');
  if (reason.name === 'systemError') ports.log.error({ import: row.guid, err: error }, 'import failed');
  const { problems, count } = found ?? { problems: [], count: 0 };
  await ports.db.transaction().execute(async (tx) => {
    if (await failImport(tx, attempt, { error: reason, problemCount: count }))
      await replaceProblems(tx, row.id, problems);
  });
}

/** What is wrong with the bundle; undefined: it is not the bundle. */
function problemsOf(error: unknown): { problems: readonly BundleProblem[]; count: number } | undefined {
  if (error instanceof BundleProblemsError) return error;
  if (!(error instanceof OperatorError) || storageFailureOf(error.cause ?? {}) !== undefined)
    return undefined;
  const message = error.message.replace(/\s*Nothing was imported\.$/, '');
  return { problems: [{ file: undefined, line: undefined, message }], count: 1 };
}

/** PostgreSQL's code for a disk that is full. */
const DISK_FULL = '53100';

/** Why it failed, in words for people: nothing internal. */
function reasonOf(error: unknown): Violation {
  if (error instanceof StoppedError || isDatabaseUnavailable(error)) return violation('importInterrupted');
  if ((error as { code?: unknown }).code === DISK_FULL) return violation('notKept', 'the database is full');
  const failure = storageFailureOf(error) ?? storageFailureOf((error as Error).cause ?? {});
  return failure === undefined ? violation('systemError') : violation('notKept', failure);
}
