import { describe, expect, it } from 'vitest';
import { codesOf, createApi, login, messagesOf, type Answer } from '../support/api-client.ts';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';

const LIMIT = 30;
/** For tests in which nothing is to be refused. */
const AMPLE = 900;
/** `Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)`, always at midnight in Los Angeles. */
const RESET = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d-[A-Z][a-z]{2}-\d{4} 00:00:00 GMT-0[78]00 \(P[DS]T\)$/;

const served = useServer({
  flags: ['--workers', '0', '--request-limit', String(AMPLE)],
  users: { stranger: { elsewhere: true } },
});

const remainingOf = ({ headers }: Answer<unknown>): number =>
  Number(headers.get('x-arena-requests-remaining'));

const limitedTo = (limit: number): string[] => ['--workers', '0', '--request-limit', String(limit)];

/** How many calls today has seen; this question is one of them. */
async function countUsed(): Promise<number> {
  await served.restart(limitedTo(AMPLE));
  return AMPLE - remainingOf(await served.admin.get('/v1/exports'));
}

/** From now on this many calls are left, as nothing forgets those that there have been. Gives the limit. */
async function leave(calls: number): Promise<number> {
  const limit = (await countUsed()) + calls;
  await served.restart(limitedTo(limit));
  return limit;
}

describe('the allowance of a workspace', () => {
  it('counts every call but login, failed ones too [API-27, API-29, PAGE-22]', async () => {
    const api = served.admin;
    const before = remainingOf(await api.get('/v1/exports'));
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
    expect(answers.map(remainingOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((used) => before - used));
    const again = await login(served.url, { email: ADMIN_EMAIL, password: PASSWORD });
    await again.send('/v1/logout', { method: 'PUT' });
    expect(remainingOf(await api.get('/v1/exports'))).toBe(before - 10);
  });

  it('is told by a login too, as it stands [API-27, API-88]', async () => {
    const limit = await leave(9);
    await served.admin.get('/v1/exports');
    const answer = await createApi(served.url).post('/v1/login', {
      email: ADMIN_EMAIL,
      password: PASSWORD,
    });
    expect(answer.body).toMatchObject({ workspaceRequestLimit: limit });
    expect(remainingOf(answer)).toBe(8);
  });

  it('does not count health and what else needs no session', async () => {
    const api = served.admin;
    const before = remainingOf(await api.get('/v1/exports'));
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expect((await api.get(path)).status).toBe(200);
    expect(remainingOf(await api.get('/v1/exports'))).toBe(before - 1);
  });

  it('once spent, answers 429 / 4084 with the limit, the time of the next call and Retry-After [API-28, API-47, PAGE-21]', async () => {
    const limit = await leave(1);
    const api = served.admin;
    expect(remainingOf(await api.get('/v1/exports'))).toBe(0);
    const refused = await api.get('/v1/exports');
    expect(codesOf(refused)).toEqual([429, 4084]);
    const reset = refused.headers.get('x-arena-next-request-limit-reset')!;
    expect(reset).toMatch(RESET);
    expect(messagesOf(refused)).toEqual([
      `You have exceeded your maximum of "${limit}" requests during the last 24 hours. Additional requests can be made at "${reset}".`,
    ]);
    expect(remainingOf(refused)).toBe(0);
    const [, day, month, year, offset] = /(\d\d)-(\w+)-(\d{4}) 00:00:00 GMT(-0[78])00/.exec(reset)!;
    const resetAt = Date.parse(`${day!} ${month!} ${year!} 00:00:00 ${offset!}00`);
    const retryAt = Date.now() + Number(refused.headers.get('retry-after')) * 1_000;
    expect(Math.abs(retryAt - resetAt)).toBeLessThan(60_000);
    expect(resetAt).toBeGreaterThan(Date.now());
    expect(resetAt - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  });

  it('is not spent by another workspace, nor does it keep anybody from logging in [API-29]', async () => {
    await leave(0);
    expect((await served.admin.get('/v1/exports')).status).toBe(429);
    expect((await served.as('stranger').get('/v1/exports')).status).toBe(200);
    expect((await login(served.url, { email: ADMIN_EMAIL, password: PASSWORD })).token).toBeDefined();
  });

  it('is exact: two servers on one database, asked at once, let through as many as are left and never one more', async () => {
    for (const left of [LIMIT, 1, 0]) {
      const limit = await leave(left);
      const other = await served.installation.serve(limitedTo(limit));
      const clients = [served.admin, createApi(other.url, served.admin.token)];
      const answers = await Promise.all(
        Array.from({ length: 2 * LIMIT }, (_, index) => clients[index % 2]!.get('/v1/exports')),
      );
      const passed = answers.filter(({ status }) => status === 200);
      expect(passed).toHaveLength(left);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(2 * LIMIT - left);
      expect(passed.map(remainingOf).sort((a, b) => a - b)).toEqual(
        Array.from({ length: left }, (_, index) => index),
      );
      expect(await other.stop()).toBe(0);
    }
  });
});

describe('without a limit', () => {
  it('X-Arena-Requests-Remaining counts down from 2147483647 [API-81]', async () => {
    const used = await countUsed();
    await served.restart(['--workers', '0'], { WAYBILL_LIMITS: 'open' });
    const first = remainingOf(await served.admin.get('/v1/exports'));
    expect(first).toBe(2_147_483_647 - used - 1);
    expect(remainingOf(await served.admin.get('/v1/exports/NOPE'))).toBe(first - 1);
    const { headers } = await served.admin.get('/v1/exports');
    expect(headers.get('x-arena-next-request-limit-reset')).toMatch(RESET);
  });
});
