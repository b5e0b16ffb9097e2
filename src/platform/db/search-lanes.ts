import PQueue from 'p-queue';
import type { AbortableQueryOptions } from './database.ts';

/** Searches that run at once, of everybody and of one owner; the rest of the pool's connections stays for what is quick. */
const MAX_RUNNING = 12;
const MAX_RUNNING_OF_OWNER = 4;

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

/** Whose search it is, and who may give it up. */
export interface Searcher {
  /** Who shares lanes: a workspace. */
  readonly owner: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** For statements whose cost is up to who asks. */
export interface SearchLanes {
  /**
   * Runs `search` when a lane is free; each statement in it has to take the options. Throws {@link SearchTimeoutError} when waiting and
   * running take too long together, and the signal's reason when that is aborted.
   */
  run<Result>(
    searcher: Searcher,
    search: (options: AbortableQueryOptions) => Promise<Result>,
  ): Promise<Result>;
}

export function createSearchLanes(limitMs: number): SearchLanes {
  const all = new PQueue({ concurrency: MAX_RUNNING });
  const byOwner = new Map<number, PQueue>();

  return {
    async run({ owner, signal: isGone }, search) {
      const own = byOwner.get(owner) ?? new PQueue({ concurrency: MAX_RUNNING_OF_OWNER });
      byOwner.set(owner, own);
      const isLate = AbortSignal.timeout(limitMs);
      const signal = AbortSignal.any([isGone, isLate]);
      const addedAt = Date.now();
      let startedAt = Infinity;
      try {
        return await own.add(
          () =>
            all.add(
              () => {
                startedAt = Date.now();
                return search({ signal, inflightQueryAbortStrategy: 'cancel query' });
              },
              { signal },
            ),
          { signal },
        );
      } catch (error) {
        if (isLate.aborted && !isGone.aborted)
          throw new SearchTimeoutError(limitMs, startedAt - addedAt < limitMs / 2);
        throw error;
      } finally {
        if (own.size === 0 && own.pending === 0) byOwner.delete(owner);
      }
    },
  };
}
