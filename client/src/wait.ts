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

const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next attempt, the first failure being number 0: twice as long each time, and half of it by chance, so
 * that many clients that failed together do not come back together.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  return longest * (0.5 + random() / 2);
}

/** No sooner than the server asks, and up to a fifth later, for the same reason. */
export function afterMs(retryAfterMs: number, random: () => number = Math.random): number {
  return retryAfterMs * (1 + random() / 5) + random() * FIRST_MS;
}
