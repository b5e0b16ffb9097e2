import { expect, it } from 'vitest';
import { useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { login } from '../support/api-client.ts';

const served = useServer();

it('workspace add makes a workspace, list shows it, and a user added to it logs in there', async () => {
  const { installation } = served;
  const added = await installation.run([
    'workspace',
    'add',
    '--id',
    '123456789',
    '--name',
    ' Second ',
    '--json',
  ]);
  expect(JSON.parse(added.stdout)).toEqual({ workspace: { id: 123_456_789, name: 'Second' } });
  const listed = await installation.run(['workspace', 'list', '--json']);
  expect(JSON.parse(listed.stdout)).toEqual({
    workspaces: [
      { id: WORKSPACE_ID, name: 'Waybill' },
      { id: 123_456_789, name: 'Second' },
    ],
  });
  const { stdout } = await installation.run(['workspace', 'list']);
  expect(stdout).toMatch(/^ID +NAME\n100200300 +Waybill\n123456789 +Second\n$/);
  const email = 'there@example.test';
  const user = await installation.run([
    'user',
    'add',
    '--workspace',
    '123456789',
    '--email',
    email,
    '--json',
  ]);
  const { password } = JSON.parse(user.stdout) as { password: string };
  const api = await login(served.url, { email, password });
  expect((await api.get('/v1/exports')).text).toBe('{"count":0,"results":[]}');
  await expect(login(served.url, { email, password, workspaceId: WORKSPACE_ID })).rejects.toThrow('4001');
});

it('workspace add without an id takes a free one of nine digits', async () => {
  const { code, stdout } = await served.installation.run(['workspace', 'add', '--name', 'Third']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Made the workspace [1-9]\d{8} \(Third\)\.\n$/)]);
});

it('workspace add refuses what is wrong, in words, and makes nothing', async () => {
  const { installation } = served;
  const list = async (): Promise<string> => (await installation.run(['workspace', 'list', '--json'])).stdout;
  const before = await list();
  const cases: [string[], number, string][] = [
    [['--id', String(WORKSPACE_ID), '--name', 'Again'], 1, 'There is a workspace 100200300 already.'],
    [
      ['--id', '12345', '--name', 'Short'],
      2,
      '--id is "12345": expected a number from 100000000 to 999999999.',
    ],
    [['--id', 'one', '--name', 'Words'], 2, '--id is "one": expected a whole number.'],
    [['--name', ' '], 2, '--name is empty'],
    [[], 2, "required option '--name <text>' not specified"],
  ];
  for (const [args, code, message] of cases) {
    const result = await installation.run(['workspace', 'add', ...args]);
    expect([result.code, result.stdout], result.stderr).toEqual([code, '']);
    expect(result.stderr).toContain(message);
  }
  expect(await list()).toBe(before);
});
