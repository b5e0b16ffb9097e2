import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import {
  codesOf,
  createApi,
  define,
  login,
  messagesOf,
  type Answer,
  type Api,
  type Paged,
  type Run,
} from '../support/api-client.ts';

/** The tests come from 127.0.0.1 and say, as a proxy does, for whom. */
const BEHIND_PROXY = { WAYBILL_TRUSTED_PROXIES: '10.9.8.7, 127.0.0.0/8' };
const served = useServer({
  flags: ['--workers', '0'],
  env: BEHIND_PROXY,
  users: { member: {}, theirs: { elsewhere: true, role: 'administrator' } },
});
const ELSEWHERE = '198.51.100.20';

const from = (api: Api, address: string, path = '/v1/exports'): Promise<Answer<unknown>> =>
  api.send(path, { headers: { 'X-Forwarded-For': address } });
const logInFrom = (address: string, email: string, password = PASSWORD) =>
  createApi(served.url).send('/v1/login', {
    method: 'POST',
    body: { email, password },
    headers: { 'X-Forwarded-For': address },
  });
async function allow(what: 'list' | 'add' | 'remove', ...ranges: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await served.installation.run([
    ...['--json', 'workspace', 'allow', what, ...ranges],
    ...['--workspace', String(WORKSPACE_ID)],
  ]);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as { allowed: string[] }).allowed;
}

describe('a workspace with a list of addresses', () => {
  const RANGES = ['203.0.113.0/24', '192.0.2.7', '2001:db8:1::/48', '::ffff:10.20.0.0/112'];
  let client: { clientId: string; clientSecret: string };

  beforeAll(async () => {
    const { stdout } = await served.installation.run([
      ...['--json', 'client', 'add', '--name', 'erp', '--workspace', String(WORKSPACE_ID)],
    ]);
    client = JSON.parse(stdout) as typeof client;
    expect(await allow('list')).toEqual([]);
    expect((await from(served.as('member'), ELSEWHERE)).status).toBe(200);
    expect(await allow('add', ...RANGES)).toEqual([
      '10.20.0.0/16',
      '192.0.2.7/32',
      '203.0.113.0/24',
      '2001:db8:1::/48',
    ]);
  });

  afterAll(async () => {
    const left = await allow('list');
    if (left.length > 0) await allow('remove', ...left);
  });

  it.each([
    '203.0.113.0',
    '203.0.113.255',
    '192.0.2.7',
    '2001:DB8:1:ffff::1',
    '10.20.255.1',
    '::ffff:203.0.113.9',
    '::ffff:cb00:7109',
    '203.0.113.9:4711',
    '[2001:db8:1::1]:443',
  ])('is used from %s', async (address) => {
    expect((await from(served.as('member'), address)).status).toBe(200);
  });

  it.each([
    '203.0.112.255',
    '203.0.114.0',
    '192.0.2.8',
    '2001:db8:2::1',
    '10.21.0.1',
    '127.0.0.1',
    '::1',
    '::ffff:192.0.2.8',
    'unknown',
    '198.51.100.20:4711',
  ])('is not used from %s, and the answer does not tell from where', async (address) => {
    const answer = await from(served.as('member'), address);
    expect(codesOf(answer)).toEqual([403, 4403]);
    expect(messagesOf(answer)).toEqual(['The workspace cannot be used from your IP address.']);
  });

  it('is not used without the word of the proxy: this machine is nothing special', async () => {
    expect(codesOf(await served.as('member').get('/v1/exports'))).toEqual([403, 4403]);
    // What the client itself has written before the proxy did does not count.
    expect((await from(served.as('member'), `203.0.113.1, ${ELSEWHERE}`)).status).toBe(403);
    expect((await from(served.as('member'), `${ELSEWHERE}, 203.0.113.1`)).status).toBe(200);
  });

  it('is not used from where the proxy does not tell, though it stands in the list itself', async () => {
    await allow('add', '127.0.0.0/8');
    try {
      expect((await served.as('member').get('/v1/exports')).status).toBe(200);
      expect(codesOf(await from(served.as('member'), 'unknown'))).toEqual([403, 4403]);
    } finally {
      await allow('remove', '127.0.0.0/8');
    }
  });

  it('has a session that is used from elsewhere in its trail, once for each address until it may be used again', async () => {
    const path = '/v1/audit?action=SESSION_USE&user.email=member@example.test';
    const addresses = async () => {
      const { body } = (await from(served.admin, '203.0.113.1', path)) as Answer<
        Paged<{ address: string; outcome: string; user: { email: string } }>
      >;
      for (const { outcome } of body.results) expect(outcome).toBe('ADDRESS_NOT_ALLOWED');
      return body.results.map(({ address }) => address);
    };
    const [one, other] = ['198.51.100.30', '198.51.100.31'];
    for (const address of [one, one, other, other, one]) await from(served.as('member'), address);
    expect((await addresses()).slice(0, 2)).toEqual([other, one]);
    expect((await addresses()).filter((address) => address === one)).toHaveLength(1);
    await allow('add', one);
    expect((await from(served.as('member'), one)).status).toBe(200);
    await allow('remove', one);
    for (let round = 0; round < 2; round += 1)
      expect((await from(served.as('member'), one)).status).toBe(403);
    expect((await addresses()).filter((address) => address === one)).toHaveLength(2);
  });

  it('is not logged in to from elsewhere, in the words of a wrong password', async () => {
    const wrong = await logInFrom(ELSEWHERE, ADMIN_EMAIL, 'wrong');
    const right = await logInFrom(ELSEWHERE, ADMIN_EMAIL);
    expect(codesOf(right)).toEqual([400, 4001]);
    expect(right.text).toBe(wrong.text);
    expect((await logInFrom('203.0.113.1', ADMIN_EMAIL)).status).toBe(200);
    const { body } = (await from(
      served.admin,
      '203.0.113.1',
      '/v1/audit?action=LOGIN&outcome=ADDRESS_NOT_ALLOWED',
    )) as Answer<Paged<{ address: string; target: string }>>;
    expect(body.results.map(({ address, target }) => [address, target])).toEqual([[ELSEWHERE, ADMIN_EMAIL]]);
  });

  it('gives no token to a machine elsewhere', async () => {
    const ask = (address: string) =>
      createApi(served.url).send('/oauth2/token', {
        method: 'POST',
        text: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_secret: client.clientSecret,
        }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': address },
      });
    expect((await ask(ELSEWHERE)).status).toBe(401);
    expect((await ask('203.0.113.1')).status).toBe(200);
  });

  it('is nothing to the users of another workspace', async () => {
    expect((await from(served.as('theirs'), ELSEWHERE)).status).toBe(200);
    expect((await logInFrom(ELSEWHERE, 'theirs@example.test')).status).toBe(200);
  });

  it('keeps paths of nobody as they are, without telling whose session it is', async () => {
    expect(codesOf(await from(served.as('member'), ELSEWHERE, '/v1/nothing'))).toEqual([404, 404]);
  });

  it('shuts a stream of events that is open when the list changes', async () => {
    const session = await login(served.url, {
      email: 'theirs@example.test',
      password: PASSWORD,
      workspaceId: OTHER_WORKSPACE_ID,
    });
    const definition = await define(session);
    const { body: run } = await session.post<Run>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const stream = await fetch(`${served.url}/v1/exports/${definition.guid}/runs/${run.guid}/events`, {
      headers: { arena_session_id: session.token!, 'X-Forwarded-For': ELSEWHERE },
    });
    expect(stream.status).toBe(200);
    const { code } = await served.installation.run([
      ...['workspace', 'allow', 'add', '203.0.113.1', '--workspace', String(OTHER_WORKSPACE_ID)],
    ]);
    expect(code).toBe(0);
    // The run goes on, so only the list ends it.
    expect(await stream.text()).toMatch(/^event: run\ndata: /);
  });

  it('is open again to all when the last range is taken away', async () => {
    expect(await allow('remove', '10.20.0.0/16', '192.0.2.7', '2001:db8:1::/48')).toEqual(['203.0.113.0/24']);
    expect((await from(served.as('member'), ELSEWHERE)).status).toBe(403);
    expect(await allow('remove', '203.0.113.0/24')).toEqual([]);
    expect((await from(served.as('member'), ELSEWHERE)).status).toBe(200);
  });
});

describe('without trusted proxies', () => {
  afterEach(() => served.restart(undefined, BEHIND_PROXY));

  it('a forged X-Forwarded-For changes nothing; the log says once that there is one', async () => {
    await allow('add', '203.0.113.0/24');
    await served.restart(undefined, {});
    const forged = {
      'X-Forwarded-For': '203.0.113.1',
      Forwarded: 'for=203.0.113.1',
      'X-Real-IP': '203.0.113.1',
    };
    for (let round = 0; round < 2; round += 1)
      expect(codesOf(await served.as('member').send('/v1/exports', { headers: forged }))).toEqual([
        403, 4403,
      ]);
    expect(codesOf(await logInFrom('203.0.113.1', ADMIN_EMAIL))).toEqual([400, 4001]);
    expect(served.server.output().split('WAYBILL_TRUSTED_PROXIES')).toHaveLength(2);
    await allow('remove', '203.0.113.0/24');
    const { body } = await served.admin.get<Paged<{ address: string }>>('/v1/audit?action=LOGIN&limit=1');
    expect(body.results.map(({ address }) => address)).toEqual(['127.0.0.1']);
  });
});

describe('what is wrong is said, and nothing is done', () => {
  it.each([
    { args: ['add', '198.51.100.1', 'office'], code: 2, message: '"office" is no IP address or range' },
    { args: ['add', '203.0.113.0/33'], code: 2, message: '"203.0.113.0/33" is no IP address or range' },
    { args: ['add', '203.0.113.7/24'], code: 2, message: 'expected 203.0.113.0/24 or a longer prefix' },
    { args: ['remove', '203.0.113.7'], code: 1, message: '203.0.113.7/32 is not in the list' },
  ])('workspace allow $args', async ({ args, code, message }) => {
    const result = await served.installation.run([
      ...['workspace', 'allow', ...args, '--workspace', String(WORKSPACE_ID)],
    ]);
    expect([result.code, result.stdout], result.stderr).toEqual([code, '']);
    expect(result.stderr).toContain(message);
    expect(await allow('list')).toEqual([]);
  });

  it('a proxy that is no address, at start', async () => {
    const { code, stderr } = await served.installation.run(['serve'], {
      WAYBILL_TRUSTED_PROXIES: '10.0.0.1, proxy',
    });
    expect([code, stderr]).toEqual([
      2,
      'WAYBILL_TRUSTED_PROXIES is "10.0.0.1, proxy": expected IP addresses and ranges such as 10.0.0.5 or 192.168.0.0/16, separated by commas.\n',
    ]);
  });
});
