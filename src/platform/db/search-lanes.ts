import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { sql, type Database } from './database.ts';

/** Searches that run at once, of everybody and of one owner; the rest of the pool's connections stays for what is quick. */
const MAX_RUNNING = 12;
const MAX_RUNNING_OF_OWNER = 4;
const CANCEL_EVERY_MS = 100;

/** A search that was given up; the database has been told to stop it. */
export class SearchTimeoutError extends Error {
  readonly limitMs: number;
  /** Whether it was itself what took the time, rather than those before it. */
  readonly wasSlow: boolean;

  constructor(limitMs: number, wasSlow: boolean) {
    super(`a search ${wasSlow ? 'took' : 'waited'} longer than ${limitMs} ms`);
    this.name = 'SearchTimeoutError';
    this.limitMs = limitMs;
    this.wasSlow = wasSlow;
  }
}

/** Whose search it is, and how long it may go on. */
export interface Searcher {
  /** Who shares lanes: a workspace. */
  readonly owner: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Less than what every search may take. */
  readonly limitMs?: number;
}

/** For statements whose cost is up to who asks. */
export interface SearchLanes {
  /**
   * Runs `search` on a connection of the pool when a lane is free, and holds both until its statement has ended, stopped or not. Throws
   * {@link SearchTimeoutError} when waiting and running take too long together, and the signal's reason when that is aborted.
   */
  run<Result>(searcher: Searcher, search: (db: Database) => Promise<Result>): Promise<Result>;
}

export function createSearchLanes(db: Database, longestMs: number): SearchLanes {
  const all = new PQueue({ concurrency: MAX_RUNNING });
  const byOwner = new Map<number, PQueue>();

  return {
    async run({ owner, signal: isGone, limitMs = longestMs }, search) {
      const own = byOwner.get(owner) ?? new PQueue({ concurrency: MAX_RUNNING_OF_OWNER });
      byOwner.set(owner, own);
      const timeMs = Math.min(limitMs, longestMs);
      const isLate = AbortSignal.timeout(timeMs);
      const signal = AbortSignal.any([isGone, isLate]);
      const addedAt = Date.now();
      let startedAt = Infinity;
      const turns: Turn[] = [];
      try {
        for (const queue of [own, all]) turns.push(await takeTurn(queue, signal));
        startedAt = Date.now();
        return await cancellable(db, signal, search);
      } catch (error) {
        isGone.throwIfAborted();
        if (isLate.aborted) throw new SearchTimeoutError(timeMs, startedAt - addedAt < timeMs / 2);
        throw error;
      } finally {
        for (const end of turns) end();
        if (own.size === 0 && own.pending <= 1) byOwner.delete(owner);
      }
    },
  };
}

/** Ends it. */
type Turn = () => void;

/** Waits for a turn, no longer than until `signal` is aborted. A turn that has begun is the caller's until it ends it. */
function takeTurn(queue: PQueue, signal: AbortSignal): Promise<Turn> {
  const waiting = new AbortController();
  const giveUp = (): void => {
    waiting.abort(signal.reason);
  };
  return new Promise<Turn>((resolve, reject) => {
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp);
    queue
      .add(
        () =>
          new Promise<void>((end) => {
            signal.removeEventListener('abort', giveUp);
            resolve(end);
          }),
        { signal: waiting.signal },
      )
      .catch(reject);
  });
}

/** Runs statements on one connection; when the signal is aborted, the one at work is stopped in the database, and each that follows it. */
function cancellable<Result>(
  db: Database,
  signal: AbortSignal,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(connection);
    signal.throwIfAborted();
    const over = new AbortController();
    let cancelling: Promise<void> = Promise.resolve();
    const cancel = (): void => {
      cancelling = cancelUntil(over.signal, db, rows[0]?.pid);
    };
    signal.addEventListener('abort', cancel);
    try {
      return await work(connection);
    } finally {
      signal.removeEventListener('abort', cancel);
      over.abort();
      // Before the connection is somebody else's: a cancel that comes late would stop the wrong statement.
      await cancelling;
    }
  });
}

/** Again and again: PostgreSQL forgets a cancel that comes before its statement, or between two. */
async function cancelUntil(isOver: AbortSignal, db: Database, pid: number | undefined): Promise<void> {
  while (!isOver.aborted) {
    // When it cannot be told now, it is told the next time.
    await sql`SELECT pg_cancel_backend(${pid}::integer)`.execute(db).catch(() => undefined);
    await delay(CANCEL_EVERY_MS, undefined, { signal: isOver }).catch(() => undefined);
  }
}
