import { expect, it } from 'vitest';
import { PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { codesOf, login } from '../support/api-client.ts';

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
