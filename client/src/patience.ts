import { CutError } from './body.ts';
import { UnreachableError, WaybillError } from './errors.ts';
import { pauseMs, wait, type RetrySettings } from './wait.ts';

/** Of a proxy before a server that is gone, and of the server itself. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** For what goes on for long: a failure that passes is waited out, and counted until there is progress again. */
export class Patience {
  private readonly retry: RetrySettings;
  private failures = 0;

  constructor(retry: RetrySettings) {
    this.retry = retry;
  }

  progress(): void {
    this.failures = 0;
  }

  /** Waits, or throws the error when it is of no use. */
  async bear(error: unknown, signal: AbortSignal | undefined): Promise<void> {
    if (!isPassing(error)) throw error;
    const retryAfterMs = error instanceof WaybillError ? error.retryAfterMs : undefined;
    if (this.failures >= this.retry.resumptions || (retryAfterMs ?? 0) > this.retry.longestWaitMs)
      throw error;
    await wait(pauseMs(this.failures, this.retry, { retryAfterMs }), signal);
    this.failures += 1;
  }
}

export function isPassing(error: unknown): boolean {
  if (error instanceof WaybillError) return PASSING.has(error.status);
  return error instanceof UnreachableError || error instanceof CutError;
}
