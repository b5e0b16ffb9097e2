import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createApi, define, ONE_ITEM, runToEnd } from '../support/api-client.ts';
import { useServer, type ServedInstallation } from '../support/acceptance.ts';

const PORTAL = 'https://bi.example.test';
const LOCAL = 'http://localhost:3000';
const ELSEWHERE = 'https://elsewhere.example.test';
const REQUEST_HEADERS = [
  'arena_session_id',
  'authorization',
  'content-type',
  'idempotency-key',
  'range',
  'access-control-allow-origin',
  'prefer',
  'if-none-match',
  'if-range',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
  'arena-usage-reason',
  'accept',
];
const RESPONSE_HEADERS = [
  'x-arena-requests-remaining',
  'x-arena-next-request-limit-reset',
  'x-request-id',
  'content-disposition',
  'etag',
  'repr-digest',
  'content-range',
  'accept-ranges',
  'preference-applied',
  'retry-after',
];

interface Call {
  readonly method?: string;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As a browser sends it: fetch would not let a program set Origin and Access-Control headers on its own. */
async function browse(served: ServedInstallation<never>, path: string, call: Call = {}) {
  const { method = 'GET', origin, headers = {} } = call;
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(
      served.url + path,
      { method, headers: { ...(origin !== undefined && { Origin: origin }), ...headers } },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  const text = (await buffer(response)).toString();
  return { status: response.statusCode, headers: response.headers, text };
}

type BrowserAnswer = Awaited<ReturnType<typeof browse>>;

const preflight = (
  served: ServedInstallation<never>,
  path: string,
  { method = 'GET', ...call }: Call,
): Promise<BrowserAnswer> =>
  browse(served, path, {
    ...call,
    method: 'OPTIONS',
    headers: {
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'arena_session_id,content-type',
      ...call.headers,
    },
  });

const listOf = (header: string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '')
    .sort();
const corsHeadersOf = ({ headers }: BrowserAnswer): string[] =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

describe('pages of origins that are named', () => {
  const served = useServer({ env: { WAYBILL_CORS_ORIGINS: `${PORTAL}, ${LOCAL}/` } });
  const session = (): Record<string, string> => ({ arena_session_id: served.admin.token! });

  it.each([
    [PORTAL, 'GET', '/v1/exports'],
    [PORTAL, 'POST', '/v1/login'],
    [LOCAL, 'PUT', '/v1/logout'],
    [LOCAL, 'POST', '/oauth2/token'],
    [PORTAL, 'GET', '/v1/exports/X/runs/Y/files/Z/content'],
    [PORTAL, 'GET', '/health/ready'],
  ])(
    'a preflight from %s for %s %s is answered without a session [API-20, API-21]',
    async (origin, method, path) => {
      const answer = await preflight(served, path, { origin, method });
      expect([answer.status, answer.text]).toEqual([204, '']);
      const { headers } = answer;
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers['access-control-allow-credentials']).toBe('true');
      expect(listOf(headers['access-control-allow-methods'])).toEqual(['get', 'head', 'post', 'put']);
      expect(listOf(headers['access-control-allow-headers'])).toEqual([...REQUEST_HEADERS].sort());
      expect(headers['access-control-max-age']).toBe('86400');
      expect(listOf(headers['vary'])).toContain('origin');
      expect([headers['server'], headers['content-length']]).toEqual(['ArenaSolutions', '0']);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('a preflight counts against no allowance, even with a session', async () => {
    const remaining = async (): Promise<number> =>
      Number((await served.admin.get('/v1/exports')).headers.get('x-arena-requests-remaining'));
    const before = await remaining();
    for (const headers of [{}, session()])
      await preflight(served, '/v1/exports', { origin: PORTAL, headers });
    expect(await remaining()).toBe(before - 1);
  });

  it.each([
    ['200', '/v1/exports', true],
    ['400', '/v1/exports?colour=red', true],
    ['401', '/v1/exports', false],
    ['404', '/v1/nothing', true],
    ['405', '/v1/login', true],
    ['404 without a session', '/v1/nothing', false],
  ])('%s lets the page read the answer and its headers', async (name, path, hasSession) => {
    const answer = await browse(served, path, { origin: PORTAL, headers: hasSession ? session() : {} });
    expect(answer.status).toBe(Number.parseInt(name));
    expect(answer.headers['access-control-allow-origin']).toBe(PORTAL);
    expect(answer.headers['access-control-allow-credentials']).toBe('true');
    expect(listOf(answer.headers['access-control-expose-headers'])).toEqual([...RESPONSE_HEADERS].sort());
    expect(listOf(answer.headers['vary'])).toContain('origin');
  });

  it('a download can be read by a page, its name and checksum too', async () => {
    const definition = await define(served.admin, { criteria: ONE_ITEM });
    const run = await runToEnd(served.admin, definition);
    const path = `/v1/exports/${definition.guid}/runs/${run.guid}/files/${run.files![0]!.guid}/content`;
    const answer = await browse(served, path, { origin: LOCAL, headers: session() });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(LOCAL);
    for (const name of ['content-disposition', 'etag', 'repr-digest', 'accept-ranges']) {
      expect(answer.headers[name], name).toBeDefined();
      expect(listOf(answer.headers['access-control-expose-headers'])).toContain(name);
    }
  });

  it('an answer over 1 KiB varies by both, Origin and Accept-Encoding', async () => {
    for (let index = 0; index < 6; index += 1) await define(served.admin);
    const answer = await browse(served, '/v1/exports', {
      origin: PORTAL,
      headers: { ...session(), 'Accept-Encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(listOf(answer.headers['vary'])).toEqual(['accept-encoding', 'origin']);
  });

  it.each([
    ELSEWHERE,
    `${PORTAL}.evil.test`,
    `${PORTAL}/`,
    PORTAL.toUpperCase(),
    'null',
    '*',
    'http://bi.example.test',
  ])('pages of %s get no header, and a preflight no permission [API-22]', async (origin) => {
    const answer = await browse(served, '/v1/exports', { origin, headers: session() });
    expect([answer.status, corsHeadersOf(answer)]).toEqual([200, []]);
    // So that no cache hands this answer to a page that may read it.
    expect(listOf(answer.headers['vary'])).toContain('origin');
    const refused = await preflight(served, '/v1/exports', { origin });
    expect([refused.status, corsHeadersOf(refused)]).toEqual([405, []]);
    expect(refused.headers['allow']).toBe('GET, HEAD, POST');
  });

  it('a program, which sends no Origin, gets none of these headers', async () => {
    const answer = await browse(served, '/v1/exports', { headers: session() });
    expect([answer.status, corsHeadersOf(answer)]).toEqual([200, []]);
  });

  it.each([
    ['/v1/exports', 405, 'GET, HEAD, POST'],
    ['/v1/nothing', 404, undefined],
  ])('OPTIONS that is no preflight is answered as ever: %s', async (path, status, allow) => {
    for (const call of [{}, { origin: PORTAL }, { headers: session() }]) {
      const answer = await browse(served, path, { ...call, method: 'OPTIONS' });
      expect([answer.status, answer.headers['allow']]).toEqual([status, allow]);
      expect(JSON.parse(answer.text)).toMatchObject({ status });
    }
  });
});

describe('a spent allowance', () => {
  const served = useServer({ env: { WAYBILL_CORS_ORIGINS: PORTAL }, flags: ['--request-limit', '0'] });

  it('is told to pages too, and keeps no preflight from being answered', async () => {
    const headers = { arena_session_id: served.admin.token! };
    const answer = await browse(served, '/v1/exports', { origin: PORTAL, headers });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([429, PORTAL]);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect((await preflight(served, '/v1/exports', { origin: PORTAL, headers })).status).toBe(204);
  });
});

describe('pages of any origin', () => {
  const served = useServer({ env: { WAYBILL_CORS_ORIGINS: `*, ${PORTAL}` } });

  it('may call, but may not send cookies', async () => {
    for (const origin of [ELSEWHERE, 'null']) {
      const headers = { arena_session_id: served.admin.token! };
      const answer = await browse(served, '/v1/exports', { origin, headers });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*']);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      const allowed = await preflight(served, '/v1/exports', { origin });
      expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([204, '*']);
      expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('may send them when they are named besides', async () => {
    const { headers } = await browse(served, '/v1/exports', { origin: PORTAL });
    expect(headers['access-control-allow-origin']).toBe(PORTAL);
    expect(headers['access-control-allow-credentials']).toBe('true');
  });
});

describe('without the setting', () => {
  const served = useServer();

  it('no answer has a CORS header, and a preflight is a method that is not there [API-22]', async () => {
    const headers = { arena_session_id: served.admin.token! };
    const answer = await browse(served, '/v1/exports', { origin: PORTAL, headers });
    expect([answer.status, corsHeadersOf(answer), answer.headers['vary']]).toEqual([200, [], undefined]);
    const refused = await preflight(served, '/v1/exports', { origin: PORTAL });
    expect([refused.status, corsHeadersOf(refused), refused.headers['allow']]).toEqual([
      405,
      [],
      'GET, HEAD, POST',
    ]);
    expect((await createApi(served.url).send('/v1/nothing', { method: 'OPTIONS' })).status).toBe(404);
  });

  it.each(['bi.example.test', 'https://bi.example.test/app', 'ftp://'])(
    'a value that is no origin is told at start: %s',
    async (value) => {
      const { code, stderr } = await served.installation.run(['serve'], { WAYBILL_CORS_ORIGINS: value });
      expect(code).toBe(2);
      expect(stderr).toContain(`WAYBILL_CORS_ORIGINS is "${value}"`);
    },
  );
});
