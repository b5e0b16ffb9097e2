import { describe, expect, it } from 'vitest';
import { PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { codesOf, login, messagesOf } from '../support/api-client.ts';

const served = useServer({ users: { ada: {}, ben: {} } });

const user = (...args: string[]) => served.installation.run(['user', ...args]);

it('user logout ends every session of a user, and nobody else’s; the password stays', async () => {
  const sessions = [
    served.as('ada'),
    await login(served.url, { email: 'ada@example.test', password: PASSWORD }),
  ];
  const { code, stdout } = await user('logout', '--email', 'ADA@example.test', '--json');
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { workspace: { id: WORKSPACE_ID, name: 'Waybill' }, email: 'ADA@example.test', sessions: 2 },
  ]);
  for (const session of sessions) expect(codesOf(await session.get('/v1/exports'))).toEqual([401, 401]);
  expect((await served.as('ben').get('/v1/exports')).status).toBe(200);
  expect(
    (await (await login(served.url, { email: 'ada@example.test', password: PASSWORD })).get('/v1/exports'))
      .status,
  ).toBe(200);
});

it('user remove ends a user’s sessions and logins at once; what the user has made keeps the name', async () => {
  const { body } = await served.as('ben').post<{ guid: string; creator: unknown }>('/v1/exports', {
    name: 'Of Ben',
    world: 'ITEMS',
  });
  const removed = await user('remove', '--email', 'ben@example.test');
  expect([removed.code, removed.stdout]).toEqual([
    0,
    `ben@example.test may no longer log in to workspace ${WORKSPACE_ID}.\n`,
  ]);
  expect(codesOf(await served.as('ben').get('/v1/exports'))).toEqual([401, 401]);
  await expect(login(served.url, { email: 'ben@example.test', password: PASSWORD })).rejects.toThrow('4001');
  const { body: kept } = await served.admin.get<{ creator: unknown }>(`/v1/exports/${body.guid}`);
  expect(kept.creator).toEqual(body.creator);

  const again = await user('remove', '--email', 'ben@example.test');
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('Nobody with the address ben@example.test may log in');
});

describe('a name that turns the direction of text round is refused', () => {
  const DIRECTIONS = [
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ];

  it.each(DIRECTIONS.map((one) => [one.charCodeAt(0).toString(16), one]))(
    'with U+%s, of a user and of a machine client',
    async (_, direction) => {
      const { admin } = served;
      const fullName = `Ada ${direction}nimdA`;
      const { body: found } = await admin.get<{ results: { guid: string }[] }>(
        '/v1/users?email=ada@example.test',
      );
      const guid = found.results[0]!.guid;
      for (const answer of [
        await admin.post('/v1/users', { email: 'new@example.test', fullName }),
        await admin.send(`/v1/users/${guid}`, { method: 'PUT', body: { fullName } }),
      ]) {
        expect(codesOf(answer)).toEqual([400, 4436]);
        expect(messagesOf(answer)).toEqual([
          'The value of the attribute "fullName" has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.',
        ]);
      }
      expect(codesOf(await admin.post('/v1/clients', { name: fullName }))).toEqual([400, 4436]);
    },
  );

  it('on the command line too; marks that a language needs are not', async () => {
    const named = (name: string) => user('add', '--email', 'new@example.test', '--name', name);
    const refused = await named('Ada \u202EnimdA');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('--name has characters that turn the direction of text round');
    const client = await served.installation.run(['client', 'add', '--name', 'ERP \u2066']);
    expect([client.code, client.stdout]).toEqual([2, '']);
    expect(client.stderr).toContain('--name has characters that turn the direction of text round');
    expect((await named('\u05E2\u05D3\u05D4 (\u200EAda)')).code).toBe(0);
  });
});
