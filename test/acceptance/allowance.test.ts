import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, createApi, messagesOf, type Answer, type Api } from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  createInstallation,
  loginAs,
  OTHER_WORKSPACE_ID,
  type Installation,
  type TestServer,
} from '../support/server.ts';

const LIMIT = 30;
/** `Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)`, always at midnight in Los Angeles. */
const RESET = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d-[A-Z][a-z]{2}-\d{4} 00:00:00 GMT-0[78]00 \(P[DS]T\)$/;
const STRANGER = 'stranger@example.test';

let installation: Installation;
let servers: TestServer[];

beforeAll(async () => {
  installation = await createInstallation();
  const flags = ['--request-limit', String(LIMIT), '--workers', '0'];
  servers = [await installation.serve(flags)];
  servers.push(await installation.serve(flags));
  await installation.addOtherWorkspace();
  await installation.addUser({ email: STRANGER, workspaceId: OTHER_WORKSPACE_ID });
});

afterAll(async () => {
  for (const server of servers) expect(await server.stop()).toBe(0);
  await installation.remove();
});

const remainingOf = ({ headers }: Answer<unknown>): number =>
  Number(headers.get('x-arena-requests-remaining'));

async function setUsed(used: number): Promise<void> {
  await installation.query('UPDATE request_windows SET used = $1', [used]);
}

describe('the allowance of a workspace', () => {
  let api: Api;

  beforeAll(async () => {
    api = await loginAs(servers[0]!, ADMIN_EMAIL);
    await api.get('/v1/exports');
  });

  it('counts every call but login, failed ones too', async () => {
    await setUsed(0);
    const nobody = createApi(api.url);
    await nobody.get('/v1/exports');
    await nobody.post('/v1/login', { email: ADMIN_EMAIL, password: 'wrong' });
    const answers = [
      await api.get('/v1/exports'),
      await api.get('/v1/exports/NOPE'),
      await api.get('/v1/exports?colour=red'),
      await api.get('/v1/nothing'),
      await api.send('/v1/exports', { method: 'DELETE' }),
      await api.send('/v1/exports', { method: 'POST', text: '{' }),
      await api.send('/v1/exports', {
        method: 'POST',
        text: '<a/>',
        headers: { 'Content-Type': 'text/xml' },
      }),
      await api.send('/v1/exports', { method: 'HEAD' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 404, 405, 400, 415, 200]);
    expect(answers.map(remainingOf)).toEqual([29, 28, 27, 26, 25, 24, 23, 22]);
    const again = await loginAs(servers[0]!, ADMIN_EMAIL);
    await again.send('/v1/logout', { method: 'PUT' });
    expect(remainingOf(await api.get('/v1/exports'))).toBe(20);
  });

  it('is told by a login too, as it stands', async () => {
    await setUsed(7);
    await api.get('/v1/exports');
    const answer = await createApi(servers[1]!.url).post('/v1/login', {
      email: ADMIN_EMAIL,
      password: 'correct horse battery staple',
    });
    expect(answer.body).toMatchObject({ workspaceRequestLimit: LIMIT });
    expect(remainingOf(answer)).toBe(LIMIT - 8);
  });

  it('does not count health and what else needs no session', async () => {
    const before = remainingOf(await api.get('/v1/exports'));
    for (const path of ['/health/live', '/health/ready']) expect((await api.get(path)).status).toBe(200);
    expect(remainingOf(await api.get('/v1/exports'))).toBe(before - 1);
  });

  it('once spent, answers 429 / 4084 with the limit, the time of the next call and Retry-After', async () => {
    await setUsed(LIMIT - 1);
    expect(remainingOf(await api.get('/v1/exports'))).toBe(0);
    const refused = await api.get('/v1/exports');
    expect(codesOf(refused)).toEqual([429, 4084]);
    const reset = refused.headers.get('x-arena-next-request-limit-reset')!;
    expect(reset).toMatch(RESET);
    expect(messagesOf(refused)).toEqual([
      `You have exceeded your maximum of "${LIMIT}" requests during the last 24 hours. Additional requests can be made at "${reset}".`,
    ]);
    expect(remainingOf(refused)).toBe(0);
    const [, day, month, year, offset] = /(\d\d)-(\w+)-(\d{4}) 00:00:00 GMT(-0[78])00/.exec(reset)!;
    const resetAt = Date.parse(`${day!} ${month!} ${year!} 00:00:00 ${offset!}00`);
    const retryAt = Date.now() + Number(refused.headers.get('retry-after')) * 1_000;
    expect(Math.abs(retryAt - resetAt)).toBeLessThan(60_000);
    expect(resetAt).toBeGreaterThan(Date.now());
    expect(resetAt - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  });

  it('is not spent by another workspace, nor does it keep anybody from logging in', async () => {
    await setUsed(LIMIT);
    expect((await api.get('/v1/exports')).status).toBe(429);
    const stranger = await loginAs(servers[0]!, STRANGER);
    expect((await stranger.get('/v1/exports')).status).toBe(200);
    expect((await loginAs(servers[0]!, ADMIN_EMAIL)).token).toBeDefined();
  });

  it('begins anew at midnight in the workspace’s time zone', async () => {
    await setUsed(LIMIT);
    expect((await api.get('/v1/exports')).status).toBe(429);
    await installation.query("UPDATE request_windows SET window_start = window_start - interval '1 day'");
    expect(remainingOf(await api.get('/v1/exports'))).toBe(LIMIT - 1);
  });

  it('is exact: two servers on one database, asked at once, let through as many as are left and never one more', async () => {
    for (const left of [LIMIT, 1, 0]) {
      await setUsed(LIMIT - left);
      const clients = [api, createApi(servers[1]!.url, api.token)];
      const answers = await Promise.all(
        Array.from({ length: 2 * LIMIT }, (_, index) => clients[index % 2]!.get('/v1/exports')),
      );
      const passed = answers.filter(({ status }) => status === 200);
      expect(passed).toHaveLength(left);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(2 * LIMIT - left);
      expect(passed.map(remainingOf).sort((a, b) => a - b)).toEqual(
        Array.from({ length: left }, (_, index) => index),
      );
    }
  });
});

describe('without a limit', () => {
  it('X-Arena-Requests-Remaining counts down from 2147483647', async () => {
    const server = await installation.serve(['--workers', '0']);
    servers.push(server);
    await setUsed(0);
    const api = await loginAs(server, ADMIN_EMAIL);
    const first = remainingOf(await api.get('/v1/exports'));
    expect(first).toBe(2_147_483_646);
    expect(remainingOf(await api.get('/v1/exports/NOPE'))).toBe(first - 1);
    expect((await api.get('/v1/exports')).headers.get('x-arena-next-request-limit-reset')).toMatch(RESET);
  });
});
