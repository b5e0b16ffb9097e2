import { describe, expect, it } from 'vitest';
import { codesOf, createApi, define, login, runToEnd, type Api } from '../support/api-client.ts';
import { OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';

const MEMBER = 'heidi.walker@example.test';
const statusOf = async (api: Api): Promise<number> => (await api.get('/v1/exports')).status;

describe('singleSession', () => {
  const served = useServer({
    env: { WAYBILL_SINGLE_SESSION: 'true' },
    users: { member: { email: MEMBER }, twin: { email: MEMBER, elsewhere: true }, other: {} },
  });
  const enter = (workspaceId = WORKSPACE_ID): Promise<Api> =>
    login(served.url, { email: MEMBER, password: PASSWORD, workspaceId });

  it('a login ends the user’s older sessions in the workspace, and nobody else’s [API-93]', async () => {
    const elsewhere = await enter(OTHER_WORKSPACE_ID);
    const [first, second] = [await enter(), await enter()];
    expect(codesOf(await first.get('/v1/exports'))).toEqual([401, 401]);
    for (const api of [second, elsewhere, served.as('other'), served.admin])
      expect(await statusOf(api)).toBe(200);
  });

  it('a login that is refused ends nothing', async () => {
    const session = await enter();
    await createApi(served.url).post('/v1/login', { email: MEMBER, password: 'wrong' });
    expect(await statusOf(session)).toBe(200);
  });

  it('of logins at the same time one session is left', async () => {
    const sessions = await Promise.all(Array.from({ length: 6 }, () => enter()));
    const statuses = await Promise.all(sessions.map(statusOf));
    expect(statuses.sort()).toEqual([200, 401, 401, 401, 401, 401]);
  });
});

describe('a session’s token', () => {
  const served = useServer();
  const WRONG = 'A'.repeat(43);
  const send = (headers: Record<string, string>) => createApi(served.url).send('/v1/exports', { headers });

  it.each<[string, (token: string) => Record<string, string>, number]>([
    ['header before Bearer', (token) => ({ arena_session_id: token, Authorization: `Bearer ${WRONG}` }), 200],
    [
      'header before cookie',
      (token) => ({ arena_session_id: token, Cookie: `arena_session_id=${WRONG}` }),
      200,
    ],
    [
      'Bearer before cookie',
      (token) => ({ Authorization: `Bearer ${token}`, Cookie: `arena_session_id=${WRONG}` }),
      200,
    ],
    [
      'a wrong header before a right Bearer',
      (token) => ({ arena_session_id: WRONG, Authorization: `Bearer ${token}` }),
      401,
    ],
    [
      'a wrong Bearer before a right cookie',
      (token) => ({ Authorization: `Bearer ${WRONG}`, Cookie: `arena_session_id=${token}` }),
      401,
    ],
    [
      'another scheme, which is no token, and a cookie',
      (token) => ({ Authorization: 'Basic YTpi', Cookie: `arena_session_id=${token}` }),
      200,
    ],
    ['a scheme in capitals', (token) => ({ Authorization: `BEARER ${token}` }), 200],
    ['a scheme in any case, blanks around', (token) => ({ Authorization: ` bEaReR   ${token} ` }), 200],
    ['a scheme without a token', () => ({ Authorization: 'Bearer' }), 401],
    ['a scheme with two tokens', (token) => ({ Authorization: `Bearer ${token} ${token}` }), 401],
    ['a quoted cookie', (token) => ({ Cookie: `arena_session_id="${token}"` }), 200],
    ['a cookie with blanks', (token) => ({ Cookie: ` arena_session_id = ${token} ;x` }), 200],
    [
      'a cookie among others',
      (token) => ({ Cookie: `a=1; arena_session_idx=${WRONG}; =; arena_session_id=${token}; b="2"` }),
      200,
    ],
    [
      'a cookie twice, the right one first',
      (token) => ({ Cookie: `arena_session_id=${token}; arena_session_id=${WRONG}` }),
      200,
    ],
    [
      'a cookie twice, the wrong one first',
      (token) => ({ Cookie: `arena_session_id=${WRONG}; arena_session_id=${token}` }),
      401,
    ],
    ['a cookie in another case', (token) => ({ Cookie: `ARENA_SESSION_ID=${token}` }), 401],
    ['a cookie with half a quote', (token) => ({ Cookie: `arena_session_id="${token}` }), 401],
    ['an empty cookie', () => ({ Cookie: 'arena_session_id=' }), 401],
    ['a token in another case', (token) => ({ arena_session_id: token.toUpperCase() }), 401],
  ])('%s', async (_, headers, status) => {
    expect((await send(headers(served.admin.token!))).status).toBe(status);
  });
});

describe('Arena-Usage-Reason', () => {
  const served = useServer({ flags: ['--log-level', 'info'], users: { member: { email: MEMBER } } });

  interface LogLine {
    readonly msg: string;
    readonly requestId?: string;
    readonly usageReason?: string;
  }
  const lines = (): LogLine[] =>
    served.server
      .output()
      .split('\n')
      .flatMap((line) => (line.startsWith('{"level"') ? [JSON.parse(line) as LogLine] : []));

  /** The line of a call that was answered: written when its last byte has been sent, which may be after it was read. */
  async function lineOf(headers: Record<string, string>): Promise<LogLine> {
    const answer = await served.admin.send('/v1/exports', { headers });
    expect(answer.status).toBe(200);
    const id = answer.headers.get('x-request-id');
    for (;;) {
      const found = lines().find(({ requestId, msg }) => requestId === id && msg === 'request');
      if (found !== undefined) return found;
      await served.admin.get('/health/live');
    }
  }

  it('is logged with its request [API-98]', async () => {
    const line = await lineOf({ 'Arena-Usage-Reason': ' BI refresh/nightly ' });
    expect(line).toMatchObject({ route: '/v1/exports', status: 200, usageReason: 'BI refresh/nightly' });
  });

  it.each([
    ['is cut to 200 characters', 'x'.repeat(1_000), 'x'.repeat(200)],
    ['has no control characters', 'a\tb\u0085c', 'abc'],
    ['is text, whatever it looks like', '{"level":60} \\u0000', '{"level":60} \\u0000'],
  ])('%s', async (_, header, logged) => {
    expect((await lineOf({ 'Arena-Usage-Reason': header })).usageReason).toBe(logged);
  });

  it.each([{}, { 'Arena-Usage-Reason': '' }, { 'Arena-Usage-Reason': ' \t ' }] as Record<string, string>[])(
    'is not logged when nothing is said: %j',
    async (headers) => {
      expect(await lineOf(headers)).not.toHaveProperty('usageReason');
    },
  );

  it('no log tells a token or a password, wherever they were sent', async () => {
    const { token } = await login(served.url, { email: MEMBER, password: PASSWORD });
    const api = createApi(served.url);
    const definition = await define(createApi(served.url, token));
    await runToEnd(createApi(served.url, token), definition);
    await api.send('/v1/exports', { headers: { Authorization: `Bearer ${token!}` } });
    await api.send('/v1/exports', { headers: { Cookie: `arena_session_id=${token!}` } });
    await api.get(`/v1/exports?arena_session_id=${token!}&password=${encodeURIComponent(PASSWORD)}`);
    await api.get(`/v1/nothing/${token!}`);
    await api.send('/v1/login', { method: 'POST', text: `{"password":"${PASSWORD}"` });
    await lineOf({});
    expect(lines().length).toBeGreaterThan(10);
    for (const secret of [token!, served.admin.token!, PASSWORD, encodeURIComponent(PASSWORD)])
      expect(served.server.output()).not.toContain(secret);
  });
});

describe('strictContentType', () => {
  const served = useServer({ env: { WAYBILL_STRICT_CONTENT_TYPE: 'true' } });
  const get = (path: string, type?: string) =>
    served.admin.send(path, { headers: type === undefined ? {} : { 'Content-Type': type } });

  it.each([
    undefined,
    'text/plain',
    'text/json',
    'application/json5',
    'application/jsonx',
    'multipart/form-data; boundary=x',
  ])('GET below /v1 with %s is 415, and counts [API-11]', async (type) => {
    const answer = await get('/v1/exports', type);
    expect(codesOf(answer)).toEqual([415, 415]);
    const after = await get('/v1/exports', 'application/json');
    const remaining = [answer, after].map(({ headers }) => Number(headers.get('x-arena-requests-remaining')));
    expect(remaining[1]).toBe(remaining[0]! - 1);
  });

  it.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json ;x=y',
  ])('GET below /v1 with %s is answered [API-11]', async (type) => {
    expect((await get('/v1/exports', type)).status).toBe(200);
    expect(codesOf(await get('/v1/exports/X', type))).toEqual([400, 3011]);
  });

  it.each(['/health/live', '/health/ready', '/openapi.json', '/docs/'])('%s needs none', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it('says first that there is no session, no endpoint or no method', async () => {
    expect(codesOf(await createApi(served.url).get('/v1/exports'))).toEqual([401, 401]);
    expect(codesOf(await get('/v1/nothing'))).toEqual([404, 404]);
    expect(codesOf(await get('/v1/login'))).toEqual([405, 405]);
  });

  it('asks nothing of a call that has no body', async () => {
    const definition = await define(served.admin);
    expect((await served.admin.send(`/v1/exports/${definition.guid}/runs`, { method: 'POST' })).status).toBe(
      201,
    );
    const session = await login(served.url, { email: 'admin@example.test', password: PASSWORD });
    expect((await session.send('/v1/logout', { method: 'PUT' })).status).toBe(200);
  });
});
