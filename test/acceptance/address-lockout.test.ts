import { describe, expect, it } from 'vitest';
import { PASSWORD, useServer } from '../support/acceptance.ts';
import { codesOf, createApi, messagesOf, type Answer, type Paged } from '../support/api-client.ts';

const CEILING = 6;
const served = useServer({
  env: { WAYBILL_TRUSTED_PROXIES: '127.0.0.1', WAYBILL_WRONG_LOGINS_PER_ADDRESS: String(CEILING) },
  users: { ada: {} },
});

const tryLogin = (address: string, email: string, password = 'wrong') =>
  createApi(served.url).send('/v1/login', {
    method: 'POST',
    body: { email, password },
    headers: { 'X-Forwarded-For': address },
  });
const tryToken = (address: string, secret = 'wrong') =>
  createApi(served.url).send<{ error: string }>('/oauth2/token', {
    method: 'POST',
    text: `grant_type=client_credentials&client_id=${'A'.repeat(20)}&client_secret=${secret}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': address },
  });
const expectClosed = (answer: Answer<unknown>): void => {
  expect(codesOf(answer)).toEqual([429, 4429]);
  expect(messagesOf(answer)[0]).toContain('Too many wrong logins have come from your IP address');
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(300);
};

describe('wrong logins of many accounts from one address', () => {
  it('close it for logins, right ones too; a right one in between takes none of them back', async () => {
    const address = '203.0.113.1';
    for (let attempt = 0; attempt < CEILING; attempt += 1) {
      expect((await tryLogin(address, 'ada@example.test', PASSWORD)).status).toBe(200);
      expect(codesOf(await tryLogin(address, `user.${attempt}@example.test`))).toEqual([400, 4001]);
    }
    expectClosed(await tryLogin(address, 'ada@example.test', PASSWORD));
    expectClosed(await tryLogin(address, 'somebody@example.test'));
    // Sessions go on, and so does everybody elsewhere.
    const session = { headers: { 'X-Forwarded-For': address } };
    expect((await served.as('ada').send('/v1/exports', session)).status).toBe(200);
    expect((await tryLogin('203.0.113.2', 'ada@example.test', PASSWORD)).status).toBe(200);
    // The attempts that count, and one line for all that were refused afterwards.
    const { body } = await served.admin.get<Paged<unknown>>('/v1/audit?outcome=ADDRESS_LOCKED');
    expect(body.results).toMatchObject([
      { action: 'LOGIN', address, target: 'ada@example.test', user: null },
    ]);
  });

  it('do not count token requests, and are nothing to them', async () => {
    const address = '203.0.113.3';
    for (let attempt = 0; attempt < CEILING * 2; attempt += 1)
      expect((await tryToken(address)).status).toBe(401);
    expect((await tryLogin(address, 'ada@example.test', PASSWORD)).status).toBe(200);
    await Promise.all(
      Array.from({ length: CEILING }, (_, index) => tryLogin(address, `token.${index}@example.test`)),
    );
    expectClosed(await tryLogin(address, 'ada@example.test', PASSWORD));
    const { status, body } = await tryToken(address);
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  it('are those of a whole /64 of IPv6, and of no other', async () => {
    for (let attempt = 0; attempt < CEILING; attempt += 1)
      expect(codesOf(await tryLogin(`2001:db8:0:5::${attempt + 1}`, `six.${attempt}@example.test`))).toEqual([
        400, 4001,
      ]);
    expectClosed(await tryLogin('2001:db8:0:5:ffff::99', 'ada@example.test', PASSWORD));
    expect((await tryLogin('2001:db8:0:6::1', 'ada@example.test', PASSWORD)).status).toBe(200);
  });

  it('do not count where an account is closed already: one machine that tries on and on closes nobody else out', async () => {
    const address = '203.0.113.5';
    for (let attempt = 0; attempt < 5; attempt += 1) await tryLogin(address, 'stubborn@example.test');
    for (let attempt = 0; attempt < CEILING; attempt += 1)
      expect(codesOf(await tryLogin(address, 'stubborn@example.test'))).toEqual([400, 4083]);
    expect((await tryLogin(address, 'ada@example.test', PASSWORD)).status).toBe(200);
  });

  it('close it when they come all at once, too', async () => {
    const address = '203.0.113.6';
    await Promise.all(
      Array.from({ length: CEILING * 2 }, (_, index) => tryLogin(address, `at.once.${index}@example.test`)),
    );
    expectClosed(await tryLogin(address, 'ada@example.test', PASSWORD));
  });
});

describe('a proxy that nobody has named', () => {
  it.each(['', '10.9.8.7'])(
    'is not closed for all who come through it, and who comes without it is (trusted: "%s")',
    async (trusted) => {
      await served.restart(undefined, {
        WAYBILL_TRUSTED_PROXIES: trusted,
        WAYBILL_WRONG_LOGINS_PER_ADDRESS: String(CEILING),
      });
      const name = trusted === '' ? 'none' : 'other';
      for (let attempt = 0; attempt < CEILING; attempt += 1)
        expect(codesOf(await tryLogin('203.0.113.8', `${name}.${attempt}@example.test`))).toEqual([
          400, 4001,
        ]);
      expect((await tryLogin('203.0.113.8', 'ada@example.test', PASSWORD)).status).toBe(200);
      expect(served.server.output().split('WAYBILL_TRUSTED_PROXIES')).toHaveLength(2);
      // The last one, or the address would be closed for the next round.
      if (trusted === '') return;
      const api = createApi(served.url);
      const direct = (email: string, password: string) => api.post('/v1/login', { email, password });
      for (let attempt = 0; attempt < CEILING; attempt += 1)
        expect(codesOf(await direct(`direct.${attempt}@example.test`, 'wrong'))).toEqual([400, 4001]);
      expectClosed(await direct('ada@example.test', PASSWORD));
      // Nor is it closed out by them.
      expect((await tryLogin('203.0.113.8', 'ada@example.test', PASSWORD)).status).toBe(200);
    },
  );
});

it('with none, any number of them close nothing', async () => {
  await served.restart(undefined, {
    WAYBILL_TRUSTED_PROXIES: '127.0.0.1',
    WAYBILL_WRONG_LOGINS_PER_ADDRESS: 'none',
  });
  for (let attempt = 0; attempt < CEILING * 2; attempt += 1)
    expect(codesOf(await tryLogin('203.0.113.7', `any.${attempt}@example.test`))).toEqual([400, 4001]);
  expect((await tryLogin('203.0.113.7', 'ada@example.test', PASSWORD)).status).toBe(200);
});
