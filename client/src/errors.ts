import type { Run } from './shapes.ts';

/** One thing that the server found wrong. */
export interface Violation {
  readonly code: number;
  readonly message: string;
}

/** What a server answered instead of what was asked for. `message` holds the server's own words. */
export class WaybillError extends Error {
  override readonly name = 'WaybillError';
  readonly status: number;
  readonly errors: readonly Violation[];
  /** Of the answer's header X-Request-Id, for whoever runs the server. */
  readonly requestId: string | undefined;
  /** How long the server asks to wait, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    answer: Pick<WaybillError, 'status' | 'errors' | 'requestId' | 'retryAfterMs'>,
  ) {
    super(message);
    this.status = answer.status;
    this.errors = answer.errors;
    this.requestId = answer.requestId;
    this.retryAfterMs = answer.retryAfterMs;
  }

  /** Whether the server named this code among others. */
  has(code: number): boolean {
    return this.errors.some((one) => one.code === code);
  }
}

/** No answer came: the server is not there, or the connection broke. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`Cannot reach ${url}: ${reasonOf(cause)}`, { cause });
    this.url = url;
  }
}

/** A run that ended without a file. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly run: Run;

  constructor(run: Run) {
    super(`The run ended ${run.status}: ${run.waybill?.error?.message ?? 'there are no results'}`);
    this.run = run;
  }
}

/**
 * Content that cannot be had whole: `cut`, the connection broke again and again; `changed`, the server has another file now;
 * `wrong`, what arrived is not what the server says it keeps.
 */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly reason: 'cut' | 'changed' | 'wrong';

  constructor(reason: DownloadError['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** Node says in `cause` why a fetch failed, browsers say only that it did. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const reason = cause instanceof Error ? cause : error;
  // Of several addresses that were tried, each with a reason of its own.
  if (reason instanceof AggregateError && reason.errors[0] instanceof Error) return reason.errors[0].message;
  return reason.message === '' ? reason.name : reason.message;
}

/** Reads the error that an answer holds. Never fails: what is not in the API's form, a proxy's page say, is told in its beginning. */
export async function readError(response: Response, what: string): Promise<WaybillError> {
  const text = await response.text().catch(() => '');
  const errors = violationsOf(text);
  const words =
    errors.length > 0
      ? errors.map(({ code, message }) => `${message} (${code})`).join(' ')
      : text.slice(0, 500);
  return new WaybillError(`${what} was answered ${response.status}: ${words}`, {
    status: response.status,
    errors,
    requestId: response.headers.get('X-Request-Id') ?? undefined,
    retryAfterMs: retryAfterOf(response),
  });
}

/** A server that sends to another address, which has to be given instead. */
export function redirectError({ status, headers }: Response, what: string): WaybillError {
  const place = headers.get('Location') ?? 'another address';
  return new WaybillError(
    `${what} was not answered: the server sends to ${place}. Give the address of the server as it is there.`,
    { status, errors: [], requestId: undefined, retryAfterMs: undefined },
  );
}

function violationsOf(text: string): Violation[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown };
    return Array.isArray(errors) ? (errors as Violation[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return [];
    throw error;
  }
}

/** RFC 9110: seconds, or a date. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (value === undefined || value === '') return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
