/** How patient a client is. */
export interface RetrySettings {
  /** How often a request is sent at most, where sending it twice does no harm. */
  readonly attempts: number;
  /** How often a download, or the watching of a run, is taken up again without anything gained in between. */
  readonly resumptions: number;
  /** Before the second attempt; before each further one twice as long. */
  readonly firstWaitMs: number;
  /** A server that asks for more patience than this gets none: its error is told at once. */
  readonly longestWaitMs: number;
}

/** 8 resumptions are three quarters of a minute, in which a server has started again. */
export const RETRY: RetrySettings = {
  attempts: 4,
  resumptions: 8,
  firstWaitMs: 250,
  longestWaitMs: 30_000,
};

/** Waits, unless the signal comes first: then it throws the signal's reason. */
export function wait(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

const LONGEST_BACKOFF_MS = 15_000;

/**
 * How long to wait before the next attempt, the first failure being number 0. What the server asks for counts; else it is twice as long each
 * time. Some of it is chance, so that many clients that failed together do not come back together.
 */
export function pauseMs(
  failures: number,
  { firstWaitMs }: RetrySettings,
  { retryAfterMs, random = Math.random }: { retryAfterMs?: number | undefined; random?: () => number } = {},
): number {
  if (retryAfterMs !== undefined) return retryAfterMs * (1 + random() / 5) + firstWaitMs * random();
  return Math.min(LONGEST_BACKOFF_MS, firstWaitMs * 2 ** failures) * (0.5 + random() / 2);
}
