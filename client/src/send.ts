import { readError, redirectError, retryAfterOf, UnreachableError, WaybillError } from './errors.ts';
import type { Session } from './session.ts';
import { pauseMs, wait, type RetrySettings } from './wait.ts';

/** A request, kept so that it can be sent again: a Request's body can be read once only. */
export interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

export interface SendSettings {
  readonly session: Session;
  readonly fetch: typeof globalThis.fetch;
  readonly retry: RetrySettings;
  /** Told when the server no longer knows the session and the client cannot open another. */
  readonly onSignedOut: () => void;
}

/** Sends a call with the session's token. Gives back answers of success; others are thrown as WaybillErrors. */
export type Send = (call: Call) => Promise<Response>;

const UNAUTHENTICATED = 401;
/** Too many requests, or not now. */
const LATER = new Set([429, 503]);
/** RFC 9110. Browsers do not say which of them it was, nor where to. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const REPEATABLE_METHODS = new Set(['GET', 'HEAD', 'PUT']);

export function createSend({ session, fetch, retry, onSignedOut }: SendSettings): Send {
  /** One attempt, and a second one with a new session. */
  async function sendOnce(call: Call): Promise<Response> {
    const headers = await session.headers();
    const response = await perform(fetch, withHeaders(call, headers, session.cookies));
    if (response.status !== UNAUTHENTICATED) return response;
    if (!isReplayable(call) || !session.refused(headers)) {
      onSignedOut();
      return response;
    }
    await response.body?.cancel();
    const renewed = await session.headers().catch((error: unknown) => {
      if (error instanceof WaybillError) onSignedOut();
      throw error;
    });
    return perform(fetch, withHeaders(call, renewed, session.cookies));
  }

  return async (call) => {
    const attempts = isRepeatable(call) ? retry.attempts : 1;
    const { signal } = call.init;
    for (let failures = 0; ; failures += 1) {
      const isLast = failures + 1 >= attempts;
      let retryAfterMs: number | undefined;
      try {
        const response = await sendOnce(call);
        if (response.ok) return response;
        retryAfterMs = retryAfterOf(response);
        if (isLast || !LATER.has(response.status) || (retryAfterMs ?? 0) > retry.longestWaitMs)
          throw await readError(response, nameOf(call));
        await response.body?.cancel();
      } catch (error) {
        if (isLast || !(error instanceof UnreachableError)) throw error;
      }
      await wait(pauseMs(failures, retry, { retryAfterMs }), signal);
    }
  };
}

/** A fetch that says what it could not reach. It goes nowhere else than it was told to: passwords and tokens would go along. */
export async function perform(fetch: typeof globalThis.fetch, call: Call): Promise<Response> {
  const { url, init } = call;
  const response = await fetch(url, { ...init, redirect: 'manual' }).catch((error: unknown) => {
    init.signal?.throwIfAborted();
    throw new UnreachableError(url, error);
  });
  const isRedirect = REDIRECTS.has(response.status) || response.type === 'opaqueredirect';
  if (!isRedirect) return response;
  await response.body?.cancel();
  throw redirectError(response, nameOf(call));
}

function withHeaders(
  { url, init }: Call,
  session: Readonly<Record<string, string>>,
  credentials: Session['cookies'],
): Call {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(session)) headers.set(name, value);
  // The reference asks for it in every request; a body of another kind says its own.
  if (init.body === undefined || init.body === null) headers.set('Content-Type', 'application/json');
  return { url, init: { ...init, headers, credentials } };
}

/** Whether doing it twice is the same as doing it once. */
function isRepeatable(call: Call): boolean {
  const { method = 'GET', headers } = call.init;
  if (!isReplayable(call)) return false;
  return REPEATABLE_METHODS.has(method) || (method === 'POST' && new Headers(headers).has('Idempotency-Key'));
}

/** A stream that was read is gone. */
function isReplayable({ init }: Call): boolean {
  return !(init.body instanceof ReadableStream);
}

export function nameOf({ url, init }: Call): string {
  return `${init.method ?? 'GET'} ${new URL(url, 'http://same.origin').pathname}`;
}
