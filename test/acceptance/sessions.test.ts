import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, createApi, login, messagesOf, type Api } from '../support/api-client.ts';
import { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';

const MEMBER = 'heidi.walker@example.test';
const REFUSED =
  'The username, password or workspace ID is not valid or you are not allowed to log in due to IP restriction.';
const UNAUTHENTICATED =
  'There is no access token associated with this request or the access token is not valid.';

// The request limit that a login tells is that of the open profile.
const served = useServer({
  env: { WAYBILL_LIMITS: 'open' },
  users: { member: { email: MEMBER }, twin: { email: MEMBER, elsewhere: true } },
});
let nobody: Api;

beforeAll(() => {
  nobody = createApi(served.url);
});

const loginAsMember = (): Promise<Api> => login(served.url, { email: MEMBER, password: PASSWORD });
const logIn = (body: unknown) => nobody.post<Record<string, unknown>>('/v1/login', body);

describe('POST /v1/login', () => {
  // Five wrong ones in a row would close the account.
  afterEach(async () => {
    await loginAsMember();
  });

  it('answers 200 with the token under both names, the workspace and its request limit [API-81, API-88]', async () => {
    const { status, body } = await logIn({ email: MEMBER, password: PASSWORD, workspaceId: WORKSPACE_ID });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'arenaSessionId',
      'arena_session_id',
      'workspaceId',
      'workspaceName',
      'workspaceRequestLimit',
    ]);
    expect(body).toMatchObject({ workspaceId: WORKSPACE_ID, workspaceRequestLimit: 2_147_483_647 });
    expect(body['arena_session_id']).toBe(body['arenaSessionId']);
    expect(String(body['arenaSessionId']).length).toBeGreaterThanOrEqual(40);
  });

  it.each([WORKSPACE_ID, String(WORKSPACE_ID), ` ${WORKSPACE_ID} `])(
    'takes workspaceId as an integer or as digits in a string: %j [API-89]',
    async (workspaceId) => {
      expect((await logIn({ email: MEMBER, password: PASSWORD, workspaceId })).status).toBe(200);
    },
  );

  it('without workspaceId means the user’s last one [API-90]', async () => {
    for (const workspaceId of [OTHER_WORKSPACE_ID, WORKSPACE_ID]) {
      await logIn({ email: MEMBER, password: PASSWORD, workspaceId });
      for (const none of [{}, { workspaceId: null }])
        expect((await logIn({ email: MEMBER, password: PASSWORD, ...none })).body['workspaceId']).toBe(
          workspaceId,
        );
    }
  });

  it('does not look at the case of the e-mail address', async () => {
    expect((await logIn({ email: MEMBER.toUpperCase(), password: PASSWORD })).status).toBe(200);
  });

  it.each([
    ['a wrong password', { email: MEMBER, password: `${PASSWORD}!` }],
    ['a password in another case', { email: MEMBER, password: PASSWORD.toUpperCase() }],
    ['an unknown user', { email: 'nobody@example.test', password: PASSWORD }],
    ['an unknown workspace', { email: MEMBER, password: PASSWORD, workspaceId: 999_999_999 }],
    ['a workspace of others', { email: ADMIN_EMAIL, password: PASSWORD, workspaceId: OTHER_WORKSPACE_ID }],
    ['an impossible workspace', { email: MEMBER, password: PASSWORD, workspaceId: -1 }],
    ['a workspace past every integer', { email: MEMBER, password: PASSWORD, workspaceId: '9'.repeat(30) }],
    ['text that looks like SQL', { email: "' OR 1=1 --", password: "' OR 1=1 --" }],
  ])('answers a wrong login 400 / 4001, never 401: %s [API-75, API-91]', async (_, credentials) => {
    const answer = await logIn(credentials);
    expect(codesOf(answer)).toEqual([400, 4001]);
    expect(messagesOf(answer)).toEqual([REFUSED]);
  });

  it.each([
    ['nothing', {}, [3001, 3001]],
    ['no password', { email: MEMBER }, [3001]],
    ['null', { email: null, password: PASSWORD }, [3001]],
    ['a number for a password', { email: MEMBER, password: 7 }, [3003]],
    ['an unknown field', { email: MEMBER, password: PASSWORD, remember: true }, [3031]],
    ['a workspace in words', { email: MEMBER, password: PASSWORD, workspaceId: 'mine' }, [3003]],
    ['a NUL in the password', { email: MEMBER, password: 'a\0b' }, [3003]],
    ['a password without an end', { email: MEMBER, password: 'x'.repeat(100_000) }, [3101]],
  ])('lists what is wrong with its body: %s [API-48, API-49]', async (_, body, codes) => {
    expect(codesOf(await logIn(body))).toEqual([400, ...codes]);
  });
});

describe('a session', () => {
  it('is taken from the header, from Authorization: Bearer and from the cookie [API-3, API-4, API-5, PAGE-8]', async () => {
    const token = (await loginAsMember()).token!;
    for (const headers of [
      { arena_session_id: token },
      { ARENA_SESSION_ID: ` ${token} ` },
      { Authorization: `Bearer ${token}` },
      { Authorization: `bearer ${token}` },
      { Cookie: `theme=dark; arena_session_id=${token}; x=1` },
    ] as Record<string, string>[]) {
      expect((await nobody.send('/v1/exports', { headers })).status, JSON.stringify(headers)).toBe(200);
    }
  });

  it.each([
    ['missing', {}],
    ['empty', { arena_session_id: '' }],
    ['unknown', { arena_session_id: 'A'.repeat(43) }],
    ['of another scheme', { Authorization: 'Basic YTpi' }],
    ['sent twice', { arena_session_id: 'a, b' }],
    ['10 000 characters long', { arena_session_id: 'a'.repeat(10_000) }],
  ] as [string, Record<string, string>][])(
    'that is %s is answered 401 [API-6, API-7, API-43]',
    async (_, headers) => {
      const answer = await nobody.send('/v1/exports', { headers });
      expect(codesOf(answer)).toEqual([401, 401]);
      expect(messagesOf(answer)).toEqual([UNAUTHENTICATED]);
    },
  );

  it('lives side by side with the user’s other sessions [API-92]', async () => {
    const [first, second] = [await loginAsMember(), await loginAsMember()];
    expect(first.token).not.toBe(second.token);
    await second.send('/v1/logout', { method: 'PUT' });
    expect((await first.get('/v1/exports')).status).toBe(200);
    expect((await second.get('/v1/exports')).status).toBe(401);
  });

  it('outlives the server: its token is good after a restart', async () => {
    const session = await loginAsMember();
    await served.restart();
    nobody = createApi(served.url);
    expect((await createApi(served.url, session.token).get('/v1/exports')).status).toBe(200);
  });
});

describe('PUT /v1/logout', () => {
  it('answers 200 with an empty body and ends the session [API-9, API-95, API-96]', async () => {
    const session = await loginAsMember();
    const answer = await session.send('/v1/logout', { method: 'PUT' });
    expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([200, '', '0']);
    expect(codesOf(await session.get('/v1/exports'))).toEqual([401, 401]);
  });

  it('answers a bad token 401 [API-97]', async () => {
    const session = await loginAsMember();
    await session.send('/v1/logout', { method: 'PUT' });
    expect(codesOf(await session.send('/v1/logout', { method: 'PUT' }))).toEqual([401, 401]);
    expect(codesOf(await nobody.send('/v1/logout', { method: 'PUT' }))).toEqual([401, 401]);
  });
});
