import { describe, expect, it } from 'vitest';
import { PASSWORD, useServer } from '../support/acceptance.ts';
import { codesOf, createApi, messagesOf } from '../support/api-client.ts';

// All of it comes from one client address, which so many would close: see address-lockout.test.ts.
const served = useServer({
  users: { ada: {}, ben: {}, cleo: {}, dora: {}, eve: {} },
  env: { WAYBILL_WRONG_LOGINS_PER_ADDRESS: 'none' },
});

const login = (email: string, password = PASSWORD) =>
  createApi(served.url).post('/v1/login', { email, password });
const LOCKED = 'Too many invalid password attempts, account disabled for five minutes.';

describe('wrong passwords', () => {
  it('five in a row close the account, for the right password too [API-74]', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(codesOf(await login('ada@example.test', `wrong ${attempt}`))).toEqual([400, 4001]);
    for (const password of ['wrong', PASSWORD]) {
      const answer = await login('ADA@example.test', password);
      expect(codesOf(answer)).toEqual([400, 4083]);
      expect(messagesOf(answer)).toEqual([LOCKED]);
    }
    // Nobody else is closed out, and sessions go on.
    expect((await login('ben@example.test')).status).toBe(200);
    expect((await served.as('ada').get('/v1/exports')).status).toBe(200);
  });

  it('a right one in between begins the row anew', async () => {
    for (const password of ['a', 'b', 'c', 'd', PASSWORD, 'e', 'f', 'g', 'h'])
      expect((await login('cleo@example.test', password)).status).toBe(password === PASSWORD ? 200 : 400);
    expect((await login('cleo@example.test')).status).toBe(200);
  });

  it('close the account when they come all at once, too', async () => {
    await Promise.all(Array.from({ length: 8 }, () => login('dora@example.test', 'wrong')));
    expect(codesOf(await login('dora@example.test'))).toEqual([400, 4083]);
  });

  it('are answered alike for an address that nobody has', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(codesOf(await login('nobody@example.test', 'wrong'))).toEqual([400, 4001]);
    expect(codesOf(await login('nobody@example.test', 'wrong'))).toEqual([400, 4083]);
  });

  it('are forgotten when the operator sets a password', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await login('eve@example.test', 'wrong');
    expect(codesOf(await login('eve@example.test'))).toEqual([400, 4083]);
    await served.installation.addUser({ email: 'eve@example.test' });
    expect((await login('eve@example.test')).status).toBe(200);
  });

  it('of many at once are answered as far as the machine can check them; the others may try again', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => login(`nobody.${index}@example.test`)),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers } of refused) expect(headers.get('retry-after')).toBe('5');
    for (const answer of answers.filter(({ status }) => status !== 503))
      expect(codesOf(answer)).toEqual([400, 4001]);
    expect((await login('ben@example.test')).status).toBe(200);
  });
});
