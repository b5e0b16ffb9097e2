import { describe, expect, it } from 'vitest';
import { PASSWORD, useServer } from '../support/acceptance.ts';
import { killGroup } from '../support/launch.ts';
import {
  codesOf,
  createApi,
  login,
  messagesOf,
  type Api,
  type Paged,
  type Person,
} from '../support/api-client.ts';

interface Session {
  address: string | null;
  creationDateTime: string;
  current: boolean;
  guid: string;
  lastUseDateTime: string;
  machine: boolean;
  user: Person;
}
interface Client {
  clientId: string;
  clientSecret?: string;
  lastUseDateTime: string | null;
  name: string;
  revocationDateTime: string | null;
  userGuid: string;
}
interface Addresses {
  ranges: string[];
  yourAddress: string | null;
}

const served = useServer({
  flags: ['--workers', '0'],
  env: { WAYBILL_TRUSTED_PROXIES: '127.0.0.1' },
  users: { ada: {}, ben: {}, stranger: { elsewhere: true, role: 'administrator' } },
});

const logIn = (): Promise<Api> => login(served.url, { email: 'ada@example.test', password: PASSWORD });
const isOpen = async (api: Api): Promise<boolean> => (await api.get('/v1/exports')).status === 200;
const put = <Body>(api: Api, path: string, body?: object) => api.send<Body>(path, { method: 'PUT', body });
const trail = async (
  action: string,
): Promise<{ target: string; detail: string | null; via: string; user: Person }[]> =>
  (await served.admin.get<Paged<never>>(`/v1/audit?limit=400&action=${action}`)).body.results;
const tokenOf = async ({ clientId, clientSecret = '' }: Client) =>
  createApi(served.url).send<{ access_token: string }>('/oauth2/token', {
    method: 'POST',
    text: 'grant_type=client_credentials',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
  });

describe('machine clients', () => {
  it('are made with a secret that is shown once, get tokens, and are ended with them', async () => {
    const made = await served.admin.post<Client>('/v1/clients', { name: ' ERP ' });
    expect([made.status, made.body.name, made.body.lastUseDateTime]).toEqual([201, 'ERP', null]);
    const { body: token } = await tokenOf(made.body);
    const machine = createApi(served.url, token.access_token);
    expect(await isOpen(machine)).toBe(true);
    expect(codesOf(await machine.get('/v1/clients'))).toEqual([403, 3024]);

    const { body: listed } = await served.admin.get<Paged<Client>>('/v1/clients');
    expect(listed.count).toBe(1);
    expect(listed.results[0]).toMatchObject({
      clientId: made.body.clientId,
      lastUseDateTime: expect.stringMatching(/Z$/) as string,
      revocationDateTime: null,
    });
    expect(JSON.stringify(listed)).not.toContain(made.body.clientSecret);

    const path = `/v1/clients/${made.body.clientId}/end`;
    expect(codesOf(await put(served.as('stranger'), path))).toEqual([400, 3011]);
    expect(await isOpen(machine)).toBe(true);
    expect((await put<Client>(served.admin, path)).body.revocationDateTime).toMatch(/Z$/);
    expect(await isOpen(machine)).toBe(false);
    expect((await tokenOf(made.body)).status).toBe(401);
    expect(await trail('CLIENT_ADD')).toEqual([
      expect.objectContaining({ target: made.body.clientId, detail: 'ERP', via: 'API' }),
    ]);
    expect(await trail('CLIENT_REVOKE')).toHaveLength(1);
  });

  it('need a name, and an id that is one', async () => {
    for (const name of [undefined, ' '])
      expect(codesOf(await served.admin.post('/v1/clients', { name }))).toEqual([400, 3001]);
    for (const id of ['A'.repeat(20), 'x', '%00'])
      expect(codesOf(await put(served.admin, `/v1/clients/${id}/end`))).toEqual([400, 3011]);
  });
});

describe('sessions', () => {
  const list = async (api: Api, query = ''): Promise<Session[]> =>
    (await api.get<Paged<Session>>(`/v1/sessions?limit=400&${query}`)).body.results;

  it('are listed to their user: since when, from where, which is this one, and no token', async () => {
    const [ada, second] = [served.as('ada'), await logIn()];
    const sessions = await list(second);
    expect(sessions).toHaveLength(2);
    for (const session of sessions)
      expect(session).toMatchObject({
        address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as string,
        creationDateTime: expect.stringMatching(/Z$/) as string,
        machine: false,
        user: { email: 'ada@example.test' },
      });
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const { text } = await ada.get('/v1/sessions');
    for (const { token } of [ada, second]) expect(text).not.toContain(token);
    await put(second, '/v1/logout');
    expect((await list(ada)).map(({ current }) => current)).toEqual([true]);
  });

  it('of the workspace are listed to its administrators, by user too', async () => {
    const { body: client } = await served.admin.post<Client>('/v1/clients', { name: 'Robot' });
    await tokenOf(client);
    const everybody = await list(served.admin, 'of=workspace');
    expect(new Set(everybody.map(({ user }) => user.email))).toEqual(
      new Set(['admin@example.test', 'ada@example.test', 'ben@example.test', null]),
    );
    expect(everybody.filter(({ machine }) => machine).map(({ user }) => user.fullName)).toEqual(['Robot']);
    const ben = everybody.find(({ user }) => user.email === 'ben@example.test')!;
    expect(await list(served.admin, `of=WORKSPACE&user.guid=${ben.user.guid}`)).toEqual([ben]);
    expect(await list(served.admin, `user.guid=${ben.user.guid}`)).toEqual([]);
    expect(codesOf(await served.as('ada').get('/v1/sessions?of=WORKSPACE'))).toEqual([403, 3024]);
  });

  it('are ended one by one: one’s own, or by an administrator', async () => {
    const [ada, second, third] = [served.as('ada'), await logIn(), await logIn()];
    const guidOf = async (api: Api) => (await list(api)).find(({ current }) => current)!.guid;
    const end = async (api: Api, session: Api) => put(api, `/v1/sessions/${await guidOf(session)}/end`);
    expect(codesOf(await end(served.as('ben'), second))).toEqual([403, 3024]);
    expect(codesOf(await end(served.as('stranger'), second))).toEqual([400, 3011]);
    expect(await isOpen(second)).toBe(true);

    const path = `/v1/sessions/${await guidOf(second)}/end`;
    const answer = await put(ada, path);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await isOpen(second)).toBe(false);
    expect(codesOf(await put(ada, path))).toEqual([400, 3011]);
    expect((await end(served.admin, third)).status).toBe(200);
    expect(await isOpen(third)).toBe(false);
    expect(await isOpen(ada)).toBe(true);
    expect((await trail('SESSION_END')).map(({ target, user }) => [target, user.email])).toEqual([
      ['ada@example.test', 'admin@example.test'],
      ['ada@example.test', 'ada@example.test'],
    ]);
  });
});

describe('allowed addresses', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const set = (ranges: unknown, address = '203.0.113.7') =>
    served.admin.send<Addresses>('/v1/addresses', {
      method: 'PUT',
      body: { ranges },
      headers: from(address),
    });

  it('are set as a whole, each change in the trail', async () => {
    expect((await served.admin.get<Addresses>('/v1/addresses')).body).toEqual({
      ranges: [],
      yourAddress: '127.0.0.1',
    });
    const answer = await set([' 203.0.113.0/24', '2001:DB8::/32']);
    expect(answer.body).toEqual({ ranges: ['203.0.113.0/24', '2001:db8::/32'], yourAddress: '203.0.113.7' });
    const elsewhere = await served.as('ada').send('/v1/exports', { headers: from('198.51.100.1') });
    expect(codesOf(elsewhere)).toEqual([403, 4403]);
    expect((await set(['203.0.113.7', '2001:db8::/32'])).body.ranges).toEqual([
      '203.0.113.7/32',
      '2001:db8::/32',
    ]);
    expect((await set([])).body.ranges).toEqual([]);
    expect((await trail('ADDRESS_ALLOW')).map(({ target }) => target)).toEqual([
      ...['203.0.113.7/32', '2001:db8::/32', '203.0.113.0/24'],
    ]);
    expect((await trail('ADDRESS_REMOVE')).map(({ target }) => target).sort()).toEqual([
      ...['2001:db8::/32', '203.0.113.0/24', '203.0.113.7/32'],
    ]);
  });

  it('that would lock out who sets them are refused, whole', async () => {
    for (const [address, told] of [
      ['198.51.100.1', '198.51.100.1'],
      ['nonsense', 'not known'],
    ] as const) {
      const answer = await set(['203.0.113.0/24'], address);
      expect([codesOf(answer), messagesOf(answer)]).toEqual([
        [409, 4433],
        [
          `Your own IP address (${told}) is in none of these ranges: you would lock yourself out. Add a range that holds it.`,
        ],
      ]);
    }
    expect((await served.admin.get<Addresses>('/v1/addresses')).body.ranges).toEqual([]);
  });

  it('that are none are told, each of them', async () => {
    const answer = await set(['203.0.113.7', 'example.test', '203.0.113.7/24']);
    expect([codesOf(answer), messagesOf(answer)]).toEqual([
      [400, 4434, 4435],
      [
        '"example.test" is no IP address or range: expected one such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.',
        '"203.0.113.7/24" has bits beyond its prefix: expected 203.0.113.0/24 or a longer prefix.',
      ],
    ]);
    expect(codesOf(await set(undefined))).toEqual([400, 3001]);
    expect(codesOf(await set('203.0.113.7'))).toEqual([400, 3003]);
    expect(codesOf(await set([7]))).toEqual([400, 3003]);
  });
});

it('the installation is shown as it is, without secrets', async () => {
  await served.restart(['--workers', '2', '--limits', 'arena', '--retention', '10d'], {
    WAYBILL_MAX_ITEMS: 'none',
    WAYBILL_ADMIN_PASSWORD: 'never shown anywhere',
  });
  const { body, text } =
    await served.admin.get<Record<string, Record<string, unknown>>>('/v1/administration');
  expect(body).toMatchObject({
    allowance: { limit: 1_000, remaining: expect.any(Number) as number },
    backup: { lastStartDateTime: null },
    health: { damagedFiles: 0, runsRunning: 0, runsWaiting: 0, workerProcesses: 1, workerSlots: 2 },
    limits: {
      profile: 'arena',
      maxItems: null,
      maxLines: 5_000,
      runsInProgress: 1,
      guidCriteria: 1,
      searchSeconds: 30,
    },
    retention: { runFileSeconds: 864_000, checkSeconds: 604_800 },
    version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
  });
  const { allowance, storage, database } = body;
  expect(Number(allowance!['used']) + Number(allowance!['remaining'])).toBe(1_000);
  expect(Number(storage!['freeBytes'])).toBeGreaterThan(0);
  expect(Number(storage!['totalBytes'])).toBeGreaterThanOrEqual(Number(storage!['freeBytes']));
  expect(Number(database!['bytes'])).toBeGreaterThan(1_000_000);
  for (const secret of ['never shown', 'postgres://', served.installation.databaseUrl])
    expect(text).not.toContain(secret);

  const { code, stderr } = await served.installation.run(['backup', `${served.installation.dir}/backup`]);
  expect(code, stderr).toBe(0);
  const worker = served.installation.start(['worker', '--workers', '3']);
  const health = async () => {
    const later = await served.admin.get<typeof body>('/v1/administration');
    return [
      later.body['health']!['workerProcesses'],
      later.body['health']!['workerSlots'],
      later.body['backup']!['lastStartDateTime'],
    ];
  };
  await expect.poll(health, { timeout: 20_000 }).toEqual([2, 5, expect.stringMatching(/Z$/) as string]);
  killGroup(worker.child);
  await worker.result;
  await expect.poll(health, { timeout: 20_000 }).toEqual([1, 2, expect.stringMatching(/Z$/) as string]);
});
