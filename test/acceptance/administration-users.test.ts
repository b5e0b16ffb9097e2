import { describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import {
  codesOf,
  login,
  messagesOf,
  type Answer,
  type Api,
  type Paged,
  type Person,
} from '../support/api-client.ts';

interface User extends Person {
  lastActivityDateTime: string | null;
  mayLogIn: boolean;
  role: string | null;
  sessions: number;
  password?: string;
}

const served = useServer({
  bundle: {
    'SPECS.csv': 'number,name\r\nA-1,One\r\n',
    'settings.json': JSON.stringify({
      users: [{ guid: 'RITAOFTHERECORDS0000', email: 'rita@example.test', fullName: 'Rita Records' }],
    }),
  },
  users: {
    ada: { role: 'administrator' },
    ben: {},
    cleo: {},
    dora: { elsewhere: true },
    vera: { role: 'administrator' },
    twin: { email: 'vera@example.test', elsewhere: true },
  },
});

const add = (body: object, api = served.admin): Promise<Answer<User>> => api.post<User>('/v1/users', body);
const change = (guid: string, body: object, api = served.admin): Promise<Answer<User>> =>
  api.send<User>(`/v1/users/${guid}`, { method: 'PUT', body });
const list = async (query = ''): Promise<User[]> =>
  (await served.admin.get<Paged<User>>(`/v1/users?limit=400&${query}`)).body.results;
const find = async (email: string): Promise<User> =>
  (await list(`email=${encodeURIComponent(email)}`))[0] ?? expect.fail(`there is no ${email}`);
const logIn = (email: string, password: string, workspaceId = WORKSPACE_ID): Promise<Api> =>
  login(served.url, { email, password, workspaceId });
const isOpen = async (api: Api): Promise<boolean> => (await api.get('/v1/exports')).status === 200;
const trail = async (
  query: string,
): Promise<{ action: string; target: string; detail: string; via: string; user: Person }[]> =>
  (await served.admin.get<Paged<never>>(`/v1/audit?limit=400&${query}`)).body.results;

describe('the list', () => {
  it('has who may log in, then whom only the records name, and no machine', async () => {
    await served.admin.post('/v1/clients', { name: 'Robot' });
    const all = await list();
    expect(all.map(({ email }) => email)).toEqual([
      ...['ada@example.test', ADMIN_EMAIL, 'ben@example.test', 'cleo@example.test', 'vera@example.test'],
      'rita@example.test',
    ]);
    expect(all.at(-1)).toEqual({
      email: 'rita@example.test',
      fullName: 'Rita Records',
      guid: 'RITAOFTHERECORDS0000',
      lastActivityDateTime: null,
      mayLogIn: false,
      role: null,
      sessions: 0,
    });
    expect(await find(ADMIN_EMAIL)).toMatchObject({
      fullName: 'Administrator',
      lastActivityDateTime: expect.stringMatching(/Z$/) as string,
      mayLogIn: true,
      role: 'administrator',
    });
  });

  it('is filtered and paged', async () => {
    const emails = async (query: string) => (await list(query)).map(({ email }) => email);
    expect(await emails('mayLogIn=false')).toEqual(['rita@example.test']);
    expect(await emails('role=administrator')).toEqual([
      'ada@example.test',
      ADMIN_EMAIL,
      'vera@example.test',
    ]);
    expect(await emails('fullName=B*')).toEqual(['ben@example.test']);
    expect(await emails('email=*REC*&mayLogIn=true')).toEqual([]);
    const { body } = await served.admin.get<Paged<User>>('/v1/users?offset=1&limit=1');
    expect([body.count, body.results.map(({ email }) => email)]).toEqual([6, [ADMIN_EMAIL]]);
    expect(codesOf(await served.admin.get('/v1/users?role=machine'))).toEqual([400, 3006]);
    expect(codesOf(await served.admin.get('/v1/users?name=x'))).toEqual([400, 3019]);
  });
});

describe('adding', () => {
  it('makes a member with a password that is shown once, and with which the user logs in', async () => {
    const answer = await add({ email: 'Nina@example.test', fullName: 'Nina New' });
    expect([answer.status, answer.body]).toEqual([
      201,
      expect.objectContaining({
        email: 'Nina@example.test',
        fullName: 'Nina New',
        role: 'member',
        mayLogIn: true,
      }),
    ]);
    const { password, guid } = answer.body;
    expect(password).toMatch(/^[\w-]{20}$/);
    expect(await isOpen(await logIn('nina@example.test', password!))).toBe(true);
    const later = await find('nina@example.test');
    expect(later).toMatchObject({ guid, sessions: 1 });
    expect(later).not.toHaveProperty('password');
    expect(await trail('action=USER_ADD&target=nina@example.test')).toEqual([
      expect.objectContaining({
        target: 'Nina@example.test',
        detail: 'member, new password',
        via: 'API',
        user: expect.objectContaining({ email: ADMIN_EMAIL }) as Person,
      }),
    ]);
  });

  it('takes a password; one that is given is not answered', async () => {
    const { body } = await add({
      email: 'otto@example.test',
      role: 'ADMINISTRATOR',
      password: 'long enough',
    });
    expect(body).toMatchObject({ fullName: 'otto@example.test', role: 'administrator' });
    expect(body).not.toHaveProperty('password');
    expect((await (await logIn('otto@example.test', 'long enough')).get('/v1/users')).status).toBe(200);
    await change(body.guid, { mayLogIn: false });
  });

  it('makes somebody whom the records name a user, who keeps the GUID', async () => {
    const { body } = await add({ email: 'RITA@example.test' });
    expect(body).toMatchObject({ guid: 'RITAOFTHERECORDS0000', fullName: 'Rita Records', role: 'member' });
  });

  it('refuses who may log in already, and accounts of other workspaces, whose passwords stay', async () => {
    expect(codesOf(await add({ email: 'BEN@example.test', password: 'long enough' }))).toEqual([409, 4430]);
    expect(await isOpen(served.as('ben'))).toBe(true);
    const elsewhere = await add({ email: 'dora@example.test', password: 'long enough' });
    expect([codesOf(elsewhere), messagesOf(elsewhere)]).toEqual([
      [409, 4431],
      [
        'The account of "dora@example.test" is used in another workspace too, so only the operator of the server can give it a password: waybill user add.',
      ],
    ]);
    expect(await isOpen(served.as('dora'))).toBe(true);
    expect(await isOpen(await logIn('dora@example.test', PASSWORD, OTHER_WORKSPACE_ID))).toBe(true);
    expect(await list('email=dora@example.test')).toEqual([]);
    expect(await trail('action=USER_ADD&target=dora@example.test')).toEqual([]);
  });

  it.each<[object, number[]]>([
    [{}, [400, 3001]],
    [{ email: 'no address' }, [400, 3003]],
    [{ email: 'x@example.test', password: 'short' }, [400, 3003]],
    [{ email: 'x@example.test', role: 'machine' }, [400, 3006]],
    [{ email: 'x@example.test', fullName: 'x'.repeat(256) }, [400, 3101]],
    [{ email: 'x@example.test', guid: 'X' }, [400, 3031]],
  ])('refuses %j', async (body, codes) => {
    expect(codesOf(await add(body))).toEqual(codes);
    expect(await list('email=x@example.test')).toEqual([]);
  });
});

describe('changing', () => {
  it('gives another role at once, in open sessions too, and another name', async () => {
    const ben = served.as('ben');
    const { guid } = await find('ben@example.test');
    expect(codesOf(await ben.get('/v1/users'))).toEqual([403, 3024]);
    const { body } = await change(guid, { role: 'administrator', fullName: 'Benjamin' });
    expect(body).toMatchObject({ fullName: 'Benjamin', role: 'administrator' });
    expect((await ben.get('/v1/users')).status).toBe(200);
    await change(guid, { role: 'member' });
    expect(codesOf(await ben.get('/v1/users'))).toEqual([403, 3024]);
    expect((await trail('action=USER_CHANGE&target=ben@example.test')).map(({ detail }) => detail)).toEqual([
      'member',
      'administrator, full name',
    ]);
    // What is so already is no change, and no line.
    await change(guid, { role: 'member', fullName: 'Benjamin' });
    expect(await trail('action=USER_CHANGE&target=ben@example.test')).toHaveLength(2);
  });

  it('gives a new password, which ends the sessions', async () => {
    const { guid } = await find('cleo@example.test');
    expect(codesOf(await change(guid, { password: 'new and long', generatePassword: true }))).toEqual([
      400, 3003,
    ]);
    expect(await isOpen(served.as('cleo'))).toBe(true);
    const { body } = await change(guid, { generatePassword: true });
    expect(body).toMatchObject({ role: 'member', sessions: 0 });
    expect(await isOpen(served.as('cleo'))).toBe(false);
    const session = await logIn('cleo@example.test', body.password!);
    expect(codesOf(await change(guid, { password: 'short' }))).toEqual([400, 3003]);
    expect(await isOpen(session)).toBe(true);
    expect((await change(guid, { password: 'new and long' })).body).not.toHaveProperty('password');
    expect(await isOpen(session)).toBe(false);
    await logIn('cleo@example.test', 'new and long');
    await expect(logIn('cleo@example.test', body.password!)).rejects.toThrow('4001');
  });

  it('takes the right to log in, and gives it again with a new password', async () => {
    const { guid, password } = (await add({ email: 'gone@example.test', role: 'administrator' })).body;
    const session = await logIn('gone@example.test', password!);
    expect((await change(guid, { mayLogIn: false })).body).toMatchObject({
      mayLogIn: false,
      role: null,
      sessions: 0,
    });
    expect(await isOpen(session)).toBe(false);
    await expect(logIn('gone@example.test', password!)).rejects.toThrow('4001');
    expect(await trail('action=USER_REMOVE&target=gone@example.test')).toHaveLength(1);
    for (const asked of [{ role: 'member' }, { generatePassword: true }, { mayLogIn: false, role: 'member' }])
      expect(codesOf(await change(guid, asked)), JSON.stringify(asked)).toEqual([400, 3003]);
    const { body } = await change(guid, { mayLogIn: true });
    expect(body).toMatchObject({ guid, mayLogIn: true, role: 'member' });
    await expect(logIn('gone@example.test', password!)).rejects.toThrow('4001');
    expect(await isOpen(await logIn('gone@example.test', body.password!))).toBe(true);
  });

  it('leaves the password of an account of two workspaces to the operator; role and right are the workspace’s', async () => {
    const { guid } = await find('vera@example.test');
    expect(codesOf(await change(guid, { generatePassword: true }))).toEqual([409, 4431]);
    expect(await isOpen(served.as('vera'))).toBe(true);
    expect((await change(guid, { role: 'member' })).body.role).toBe('member');
    expect((await change(guid, { mayLogIn: false })).body.mayLogIn).toBe(false);
    expect(await isOpen(served.as('vera'))).toBe(false);
    expect(await isOpen(served.as('twin'))).toBe(true);
    expect(codesOf(await change(guid, { mayLogIn: true }))).toEqual([409, 4431]);
  });

  it('never takes the last administrator, not by two at once either', async () => {
    const [ada, admin] = [await find('ada@example.test'), await find(ADMIN_EMAIL)];
    const [first, second] = await Promise.all([
      change(admin.guid, { role: 'member' }, served.as('ada')),
      change(ada.guid, { mayLogIn: false }),
    ]);
    // Whoever comes second is the last one, or none any more.
    expect([[first, second].map(({ status }) => status).sort()[0], [403, 409]]).toEqual([
      200,
      expect.arrayContaining([Math.max(first.status, second.status)]),
    ]);
    const isAdaLeft = first.status === 200;
    const [left, api] = isAdaLeft ? [ada, served.as('ada')] : [admin, served.admin];
    for (const body of [{ role: 'member' }, { mayLogIn: false }]) {
      const answer = await change(left.guid, body, api);
      expect([codesOf(answer), messagesOf(answer)]).toEqual([
        [409, 4432],
        ['The workspace needs an administrator: make somebody else one first.'],
      ]);
    }
    expect((await api.get('/v1/users')).status).toBe(200);
    if (isAdaLeft) await change(admin.guid, { role: 'administrator' }, api);
  });

  it('ends all sessions of a user; of oneself anybody may', async () => {
    const { guid } = await find('ben@example.test');
    const [one, other] = [await logIn('ben@example.test', PASSWORD), served.as('ben')];
    const end = (api: Api, whose: string) =>
      api.send<{ ended: number }>(`/v1/users/${whose}/logout`, { method: 'PUT' });
    expect((await end(served.admin, guid)).body).toEqual({ ended: 2 });
    for (const session of [one, other]) expect(await isOpen(session)).toBe(false);
    const again = await logIn('ben@example.test', PASSWORD);
    expect(codesOf(await end(again, (await find('cleo@example.test')).guid))).toEqual([403, 3024]);
    expect((await end(again, guid)).body).toEqual({ ended: 1 });
    expect(await isOpen(again)).toBe(false);
    expect((await trail('action=USER_LOGOUT')).map(({ target, detail }) => [target, detail])).toEqual([
      ['ben@example.test', 'sessions: 1'],
      ['ben@example.test', 'sessions: 2'],
    ]);
  });

  it('of nobody is 3011, of a machine user too', async () => {
    const { body: client } = await served.admin.post<{ userGuid: string }>('/v1/clients', { name: 'Robot' });
    for (const guid of ['A'.repeat(20), 'x', '%00', client.userGuid])
      expect(codesOf(await change(guid, { fullName: 'x' })), guid).toEqual([400, 3011]);
  });
});
