import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, createApi, login, type Api } from '../support/api-client.ts';
import { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';

const MEMBER = 'heidi.walker@example.test';
const served = useServer({
  env: { WAYBILL_TRUSTED_PROXIES: '127.0.0.1' },
  users: {
    member: { email: MEMBER },
    twin: { email: MEMBER, elsewhere: true },
    alone: { email: 'alone@example.test' },
  },
});
let nobody: Api;
beforeAll(() => {
  nobody = createApi(served.url);
});

interface Session {
  readonly role: string;
  readonly user: { readonly email: string };
  readonly workspace: { readonly id: number };
  readonly workspaces: readonly { readonly id: number }[];
}
const open = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  nobody.post<Session>('/v1/session', body, headers);
/** What a browser sends back of a Set-Cookie. */
const cookieOf = ({ headers }: { headers: Headers }): string =>
  (headers.get('Set-Cookie') ?? '').split(';', 1)[0]!;
const asks = (cookie: string, path: string, request: { method?: string; body?: object } = {}) =>
  nobody.send<Session>(path, { ...request, headers: { Cookie: cookie } });

describe('POST /v1/session', () => {
  it('opens a session whose token is in a cookie that no script reads and no other site sends, and nowhere else', async () => {
    const answer = await open({ email: MEMBER, password: PASSWORD, workspaceId: WORKSPACE_ID });
    expect(answer.status).toBe(200);
    const [pair = '', ...attributes] = (answer.headers.get('Set-Cookie') ?? '').split('; ');
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict']);
    const token = pair.split('=')[1]!;
    expect(token.length).toBeGreaterThanOrEqual(40);
    expect(answer.text).not.toContain(token);
    expect(answer.body).toMatchObject({
      role: 'member',
      user: { email: MEMBER },
      workspace: { id: WORKSPACE_ID },
    });
    expect((await asks(pair, '/v1/session')).body).toEqual(answer.body);
  });

  it('has the cookie sent over TLS only where it is opened over TLS', async () => {
    const answer = await open({ email: MEMBER, password: PASSWORD }, { 'X-Forwarded-Proto': 'https' });
    expect(answer.headers.get('Set-Cookie')).toContain('; Secure');
  });

  it('refuses what a login refuses, without a cookie', async () => {
    const wrong = await open({ email: MEMBER, password: 'wrong' });
    expect(codesOf(wrong)).toEqual([400, 4001]);
    expect(wrong.headers.get('Set-Cookie')).toBeNull();
    expect(codesOf(await open({ email: MEMBER }))).toEqual([400, 3001]);
  });

  it('lets no other page log its visitor in', async () => {
    const body = { email: MEMBER, password: PASSWORD };
    const answer = await open(body, { 'Sec-Fetch-Site': 'cross-site' });
    expect(codesOf(answer)).toEqual([403, 403]);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });
});

describe('PUT /v1/session', () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = cookieOf(await open({ email: MEMBER, password: PASSWORD, workspaceId: WORKSPACE_ID }));
  });
  const go = (workspaceId: unknown) => asks(cookie, '/v1/session', { method: 'PUT', body: { workspaceId } });

  it('goes on in another workspace of the account; the session before is over', async () => {
    const answer = await go(OTHER_WORKSPACE_ID);
    expect(answer.body.workspace.id).toBe(OTHER_WORKSPACE_ID);
    expect(answer.body.workspaces.map(({ id }) => id).sort()).toEqual([WORKSPACE_ID, OTHER_WORKSPACE_ID]);
    expect((await asks(cookie, '/v1/session')).status).toBe(401);
    expect((await asks(cookieOf(answer), '/v1/session')).body.workspace.id).toBe(OTHER_WORKSPACE_ID);
    const trail = await served.admin.get<{ results: { action: string; user: { email: string } }[] }>(
      '/v1/audit?limit=1&action=LOGOUT',
    );
    expect(trail.body.results[0]).toMatchObject({ action: 'LOGOUT', user: { email: MEMBER } });
  });

  it('goes nowhere where the account may not log in, and the session stays', async () => {
    cookie = cookieOf(await open({ email: 'alone@example.test', password: PASSWORD }));
    for (const id of [OTHER_WORKSPACE_ID, 999_999_999, -1, 1e30])
      expect(codesOf(await go(id))).toEqual([400, 3006]);
    for (const id of ['x', 1.5, null]) expect((await go(id)).status).toBe(400);
    const { body } = await asks(cookie, '/v1/session');
    expect(body.workspaces.map(({ id }) => id)).toEqual([WORKSPACE_ID]);
  });
  it('makes one session of one, however often it is asked at once', async () => {
    const eight = <Answer>(ask: () => Promise<Answer>) => Promise.all(Array.from({ length: 8 }, ask));
    // With a connection each, they come at once.
    await eight(() => asks(cookie, '/v1/session'));
    const answers = await eight(() => go(OTHER_WORKSPACE_ID));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...new Array<number>(7).fill(401)]);
  });

  it('makes no session of one that is being ended everywhere', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      cookie = cookieOf(await open({ email: MEMBER, password: PASSWORD, workspaceId: WORKSPACE_ID }));
      const [switched, ended] = await Promise.all([
        go(OTHER_WORKSPACE_ID),
        asks(cookie, '/v1/logout?everywhere=true', { method: 'PUT' }),
      ]);
      // Who comes second has no session any more.
      if (ended.status === 200 && switched.status === 200)
        expect((await asks(cookieOf(switched), '/v1/session')).status).toBe(401);
    }
  });
});

describe('PUT /v1/logout of a browser', () => {
  it('takes the cookie back', async () => {
    const cookie = cookieOf(await open({ email: ADMIN_EMAIL, password: PASSWORD }));
    const answer = await asks(cookie, '/v1/logout', { method: 'PUT' });
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await asks(cookie, '/v1/session')).status).toBe(401);
  });

  it('says nothing of cookies to who sent a token', async () => {
    const api = await login(served.url, { email: MEMBER, password: PASSWORD });
    expect((await api.send('/v1/logout', { method: 'PUT' })).headers.get('Set-Cookie')).toBeNull();
  });
});

describe('the page', () => {
  it.each(['/', '/runs', '/runs/A/B', '/definitions/new?where=x', '/items/%2e%2e', '/sign-in'])(
    'is answered at %s without a session, with a policy that lets in nothing from elsewhere',
    async (address) => {
      const answer = await nobody.send(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
      expect(answer.text).toContain('<div id="root">');
    },
  );

  it('has parts that a browser keeps, compressed beforehand', async () => {
    const [script = ''] = /\/assets\/index[^"]+\.js/.exec((await nobody.send('/')).text) ?? [];
    const answer = await nobody.send(script, { headers: { 'Accept-Encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Encoding')).toBe('br');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
  });

  it.each(['/assets/none.js', '/assets/', '/assets/..%2f..%2fpackage.json', '/nowhere', '/index.html'])(
    'is not at %s',
    async (address) => {
      expect(codesOf(await nobody.send(address))).toEqual([404, 404]);
    },
  );
});
