import { describe, expect, it, vi } from 'vitest';
import { createClient, UnreachableError, WaybillError, type WaybillClient } from '../../client/src/index.ts';
import { pauseMs, RETRY } from '../../client/src/wait.ts';

/** Requests as they were sent; answers as the test says, one after the other, the last for all that follow. */
function createFake(...answers: (() => Response | Promise<Response>)[]) {
  const sent: { url: string; method: string; headers: Headers; body: unknown }[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const { method = 'GET', headers, body } = init;
    sent.push({ url: url as string, method, headers: new Headers(headers), body });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer!();
  };
  return { fetch, sent };
}

const url = 'http://waybill.test';
const retry = { firstWaitMs: 1 };
const items = (): Response => Response.json({ count: 0, results: [] });
const refusal =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ status, errors: [{ code: status, message: 'Not now.' }] }, { status, headers });
const broken = (): Response => {
  throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
};
const GUID = { path: { guid: 'G' } };

function clientOf(fake: { fetch: typeof globalThis.fetch }): WaybillClient {
  return createClient({ url, token: 'T', fetch: fake.fetch, retry });
}

describe('what may be repeated', () => {
  it.each([429, 503])('is sent again after a %i, up to four times in all', async (status) => {
    const passing = createFake(refusal(status), refusal(status), refusal(status), items);
    await clientOf(passing).GET('/v1/items');
    expect(passing.sent).toHaveLength(4);
    const lasting = createFake(refusal(status));
    await expect(clientOf(lasting).GET('/v1/items')).rejects.toMatchObject({
      name: 'WaybillError',
      status,
      errors: [{ code: status, message: 'Not now.' }],
      message: `GET /v1/items was answered ${status}: Not now. (${status})`,
    });
    expect(lasting.sent).toHaveLength(4);
  });

  it('is sent again when no answer came, and then says why', async () => {
    const passing = createFake(broken, items);
    await clientOf(passing).GET('/v1/items');
    const error: unknown = await clientOf(createFake(broken))
      .GET('/v1/items')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreachableError);
    expect((error as Error).message).toBe(`Cannot reach ${url}/v1/items: connect ECONNREFUSED`);
  });

  it.each([400, 403, 404, 500, 502])('is not sent again after a %i', async (status) => {
    const fake = createFake(refusal(status));
    await expect(clientOf(fake).GET('/v1/items')).rejects.toMatchObject({ status });
    expect(fake.sent).toHaveLength(1);
  });

  it('is a run with its key, which stays the same', async () => {
    const fake = createFake(refusal(503), broken, () => Response.json({ guid: 'R', status: 'CREATED' }));
    await clientOf(fake).startRun('G');
    const keys = fake.sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(fake.sent.map(({ body }) => body)).toEqual(['{}', '{}', '{}']);
  });

  it('is no POST without a key', async () => {
    for (const answer of [refusal(503), refusal(429), broken]) {
      const fake = createFake(answer);
      await expect(clientOf(fake).POST('/v1/exports/{guid}/runs', { params: GUID })).rejects.toThrow();
      expect(fake.sent).toHaveLength(1);
    }
  });

  it('waits as long as the server asks', async () => {
    vi.useFakeTimers();
    try {
      const fake = createFake(refusal(429, { 'Retry-After': '7' }), items);
      const answered = clientOf(fake).GET('/v1/items');
      await vi.advanceTimersByTimeAsync(6_999);
      expect(fake.sent).toHaveLength(1);
      // Up to a fifth more, by chance.
      await vi.advanceTimersByTimeAsync(1_402);
      await answered;
      expect(fake.sent).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not wait for a server that asks for hours, and says how long', async () => {
    const fake = createFake(refusal(429, { 'Retry-After': '36000', 'X-Request-Id': 'r-1' }));
    await expect(clientOf(fake).GET('/v1/items')).rejects.toMatchObject({
      retryAfterMs: 36_000_000,
      requestId: 'r-1',
    });
    expect(fake.sent).toHaveLength(1);
  });

  it('stops waiting when its signal comes, with the signal’s reason', async () => {
    const stop = new AbortController();
    const fake = createFake(refusal(503, { 'Retry-After': '20' }));
    const answered = clientOf(fake).GET('/v1/items', { signal: stop.signal });
    await vi.waitFor(() => expect(fake.sent).toHaveLength(1));
    stop.abort(new Error('enough'));
    await expect(answered).rejects.toThrow('enough');
  });
});

describe('how long is waited', () => {
  it('doubles, half of it by chance, and never becomes long', () => {
    const longest = [0, 1, 2, 3, 20].map((failures) => pauseMs(failures, RETRY, { random: () => 1 }));
    expect(longest).toEqual([250, 500, 1_000, 2_000, 15_000]);
    expect(pauseMs(2, RETRY, { random: () => 0 })).toBe(500);
  });

  it('is never less than the server asks', () => {
    expect(pauseMs(0, RETRY, { retryAfterMs: 5_000, random: () => 0 })).toBe(5_000);
    expect(pauseMs(0, RETRY, { retryAfterMs: 0, random: () => 1 })).toBe(250);
  });

  it('is read from a date too', async () => {
    const fake = createFake(refusal(503, { 'Retry-After': new Date(Date.now() + 3_600_000).toUTCString() }));
    const error = (await clientOf(fake)
      .GET('/v1/items')
      .catch((thrown: unknown) => thrown)) as WaybillError;
    expect(error.retryAfterMs).toBeGreaterThan(3_590_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });
});

describe('sessions', () => {
  const credentials = { email: 'a@example.test', password: 'p', workspaceId: 1 };

  /** Knows the token given last, and no other. */
  function createSessions() {
    let tokens = 0;
    const sent: string[] = [];
    const fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const { pathname } = new URL(address);
      sent.push(pathname);
      if (pathname === '/v1/login') return Response.json({ arenaSessionId: `T${(tokens += 1)}` });
      const isKnown = new Headers(init.headers).get('arena_session_id') === `T${tokens}`;
      return isKnown ? items() : refusal(401)();
    };
    return { fetch, sent, end: () => (tokens += 1) };
  }

  it('are opened once for requests at the same time, and once again when they have ended', async () => {
    const sessions = createSessions();
    const client = createClient({ url, credentials, fetch: sessions.fetch, retry });
    const ask = () => Promise.all([1, 2, 3].map(() => client.GET('/v1/items')));
    await ask();
    sessions.end();
    await ask();
    expect(sessions.sent.filter((path) => path === '/v1/login')).toHaveLength(2);
  });

  it('that end at once are not opened for ever', async () => {
    const fake = createFake(() => Response.json({ arenaSessionId: 'T' }), refusal(401));
    const client = createClient({
      url,
      credentials,
      fetch: async (address, init) =>
        (address as string).endsWith('/login')
          ? Response.json({ arenaSessionId: 'T' })
          : fake.fetch(address, init),
      retry,
    });
    await fake.fetch(url);
    await expect(client.GET('/v1/items')).rejects.toMatchObject({ status: 401 });
    expect(fake.sent).toHaveLength(3);
  });

  it('of a cookie send no token, and tell when they have ended', async () => {
    const signedOut = vi.fn();
    const credentialsOf: unknown[] = [];
    const client = createClient({
      cookie: true,
      onSignedOut: signedOut,
      retry,
      fetch: async (_address, init) => {
        credentialsOf.push(init?.credentials, new Headers(init?.headers).get('arena_session_id'));
        return refusal(401)();
      },
    });
    await expect(client.GET('/v1/items')).rejects.toBeInstanceOf(WaybillError);
    expect(signedOut).toHaveBeenCalledOnce();
    expect(credentialsOf).toEqual(['same-origin', null]);
  });

  it('of a token never send the browser’s cookies', async () => {
    const credentialsOf: unknown[] = [];
    const fetch = async (_address: unknown, init?: RequestInit): Promise<Response> => {
      credentialsOf.push(init?.credentials);
      return items();
    };
    await createClient({ url, token: 'T', fetch }).GET('/v1/items');
    expect(credentialsOf).toEqual(['omit']);
  });

  it('that were never opened need no logout', async () => {
    const sessions = createSessions();
    await createClient({ url, credentials, fetch: sessions.fetch }).logout();
    expect(sessions.sent).toEqual([]);
  });
});

describe('answers', () => {
  it('that are no JSON of ours are told in their beginning', async () => {
    const fake = createFake(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(clientOf(fake).GET('/v1/items')).rejects.toMatchObject({
      message: 'GET /v1/items was answered 502: <h1>Bad gateway</h1>',
      errors: [],
    });
  });

  it('that break off are no answers', async () => {
    const body = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"count": 1'));
          controller.error(new TypeError('terminated'));
        },
      });
    const fake = createFake(() => new Response(body(), { headers: { 'Content-Type': 'application/json' } }));
    await expect(clientOf(fake).GET('/v1/items')).rejects.toBeInstanceOf(UnreachableError);
  });
});
