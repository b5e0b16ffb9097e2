import { expect, it } from 'vitest';
import { OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { codesOf, createApi, define, login, type Api, type Paged, type Run } from '../support/api-client.ts';

const ADA = 'ada@example.test';
const served = useServer({
  flags: ['--workers', '0'],
  users: { ada: {}, twin: { email: ADA, elsewhere: true }, ben: {} },
});

const logIn = (workspaceId: number): Promise<Api> =>
  login(served.url, { email: ADA, password: PASSWORD, workspaceId });
const leave = (api: Api, query: string) => api.send(`/v1/logout${query}`, { method: 'PUT' });
const isOpen = async (api: Api): Promise<boolean> => {
  const answer = await api.get('/v1/exports');
  expect([200, 401]).toContain(answer.status);
  return answer.status === 200;
};

it('ends every session of the user, in other workspaces too, and nobody else’s', async () => {
  const here = await logIn(WORKSPACE_ID);
  const sessions = [served.as('ada'), served.as('twin'), here, await logIn(OTHER_WORKSPACE_ID)];
  for (const session of sessions) expect(await isOpen(session)).toBe(true);
  const answer = await leave(here, '?everywhere=true');
  expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([200, '', '0']);
  for (const session of sessions) expect(await isOpen(session)).toBe(false);
  for (const other of [served.as('ben'), served.admin]) expect(await isOpen(other)).toBe(true);
  expect(await isOpen(await logIn(WORKSPACE_ID))).toBe(true);
  const { body } = await served.admin.get<Paged<{ user: { email: string } }>>(
    '/v1/audit?action=LOGOUT_EVERYWHERE',
  );
  expect(body.results.map(({ user }) => user.email)).toEqual([ADA]);
});

it('without it, or with false, one session ends', async () => {
  const [first, second, third] = [
    await logIn(WORKSPACE_ID),
    await logIn(WORKSPACE_ID),
    await logIn(WORKSPACE_ID),
  ];
  await leave(first, '');
  await leave(second, '?everywhere=false');
  for (const [session, open] of [
    [first, false],
    [second, false],
    [third, true],
  ] as const)
    expect(await isOpen(session)).toBe(open);
  expect(codesOf(await leave(third, '?everywhere=yes'))).toEqual([400, 3257]);
  expect(await isOpen(third)).toBe(true);
});

it('ends the streams of events that the user follows', async () => {
  const [follower, leaver] = [await logIn(WORKSPACE_ID), await logIn(WORKSPACE_ID)];
  const definition = await define(follower);
  const { body: run } = await follower.post<Run>(
    `/v1/exports/${definition.guid}/runs`,
    {},
    { Prefer: 'respond-async' },
  );
  const stream = await fetch(`${served.url}/v1/exports/${definition.guid}/runs/${run.guid}/events`, {
    headers: { arena_session_id: follower.token! },
  });
  expect(stream.status).toBe(200);
  expect((await leave(leaver, '?everywhere=true')).status).toBe(200);
  // The run goes on, so only the session's end ends it.
  expect(await stream.text()).toMatch(/^event: run\ndata: /);
  expect(await isOpen(follower)).toBe(false);
});

it('ends the tokens of a machine client, which gets new ones', async () => {
  const { stdout } = await served.installation.run([
    '--json',
    'client',
    'add',
    '--name',
    'erp',
    '--workspace',
    String(WORKSPACE_ID),
  ]);
  const { clientId, clientSecret } = JSON.parse(stdout) as { clientId: string; clientSecret: string };
  const token = async (): Promise<Api> => {
    const { body } = await createApi(served.url).send<{ access_token: string }>('/oauth2/token', {
      method: 'POST',
      text: 'grant_type=client_credentials',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      },
    });
    return createApi(served.url, body.access_token);
  };
  const [one, other] = [await token(), await token()];
  expect((await leave(one, '?everywhere=true')).status).toBe(200);
  for (const session of [one, other]) expect(await isOpen(session)).toBe(false);
  expect(await isOpen(await token())).toBe(true);
});
