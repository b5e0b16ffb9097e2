import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { define, login, runToEnd, type Api, type Definition } from '../support/api-client.ts';
import { ADMIN_EMAIL, documentOf, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { TESTED_DIR, type CommandResult } from '../support/installation.ts';

const served = useServer({
  sample: true,
  flags: ['--run-wait', '0s'],
  env: { WAYBILL_LOG_LEVEL: 'debug' },
});
let api: Api;
let definition: Definition;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api);
});

afterAll(() => {
  // Both the password of the first start and every one that was tried since.
  const output = served.server.output();
  expect(output).toContain('"route":"/v1/login"');
  for (const secret of [PASSWORD, 'a wrong one', api.token!]) expect(output).not.toContain(secret);
});

/** Each costs a second of CPU: the short form has one of every kind. */
const MISUSES: string[][][] = [
  [['runs', 'show']],
  [['export', '--criteria', '{', '--url', 'http://127.0.0.1:1']],
  ...(process.env['WAYBILL_TEST_LONG'] === '1'
    ? [
        [['nonsense']],
        [['runs', 'list', 'GUID', '--status', 'DONE']],
        [['serve', '--nonsense']],
        [['user', 'add']],
        [['user', 'add', '--email', 'a@example.test', '--password-file', 'no-such-file']],
        [['export', '--criteria', '@no-such-file']],
        [['seed', '--items', 'many']],
        [['import']],
      ]
    : []),
];

/** A command that speaks the API, as the administrator. */
function client(...args: string[]): Promise<CommandResult> {
  return served.installation.run(args, {
    WAYBILL_URL: served.url,
    WAYBILL_EMAIL: ADMIN_EMAIL,
    WAYBILL_PASSWORD: PASSWORD,
  });
}

describe('exit codes', () => {
  it('0 done: --help and --version', async () => {
    const results = await Promise.all([
      served.installation.run(['--help']),
      served.installation.run(['serve', '--help']),
      served.installation.run(['--version']),
    ]);
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    for (const command of [
      'serve',
      'worker',
      'demo',
      'import',
      'export',
      'runs',
      'user',
      'workspace',
      'seed',
      'backup',
      'restore',
    ])
      expect(results[0].stdout).toContain(command);
    for (const flag of [
      '--port',
      '--host',
      '--data',
      '--database-url',
      '--storage',
      '--bundle',
      '--sample',
      '--limits',
      '--request-limit',
      '--run-wait',
      '--retention',
      '--workers',
      '--json',
    ]) {
      expect(results[1].stdout).toContain(flag);
    }
    expect(results[2].stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(MISUSES)('2 wrong usage: %j', async (args) => {
    const { code, stdout, stderr } = await client(...args);
    expect([code, stdout], stderr).toEqual([2, '']);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trim()).not.toBe('');
  });

  it('2 wrong usage: all wrong settings are told at once, and no secret', async () => {
    const { code, stderr } = await served.installation.run(
      ['serve', '--port', 'eighty', '--run-wait', 'soon'],
      {
        WAYBILL_LIMITS: 'none',
      },
    );
    expect(code).toBe(2);
    for (const text of ['--port', 'eighty', '--run-wait', 'soon', 'WAYBILL_LIMITS'])
      expect(stderr).toContain(text);
    expect(stderr).not.toContain(PASSWORD);
  });

  it('1 failed: what the server answered, in its own words', async () => {
    const [refused, unknown] = await Promise.all([
      served.installation.run(['runs', 'list', 'X', '--url', served.url, '--email', ADMIN_EMAIL], {
        WAYBILL_PASSWORD: 'a wrong one',
      }),
      client('runs', 'show', definition.guid, 'NOPE'),
    ]);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('The username, password or workspace ID is not valid');
    expect(refused.stderr).toContain('(4001)');
    expect(refused.stderr).not.toContain('a wrong one');
    expect([unknown.code, unknown.stdout]).toEqual([1, '']);
    expect(unknown.stderr).toContain('The guid "NOPE" is not valid. (3011)');
  });

  it('3 cannot reach the database, or the server', async () => {
    const nowhere = { DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:1/none' };
    const results = await Promise.all([
      served.installation.run(['serve', '--port', '0'], nowhere),
      served.installation.run(['user', 'list'], nowhere),
      served.installation.run(
        ['runs', 'list', 'X', '--url', 'http://127.0.0.1:1', '--email', 'a@example.test'],
        {
          WAYBILL_PASSWORD: 'hidden-word',
        },
      ),
    ]);
    for (const { code, stderr } of results) {
      expect(code, stderr).toBe(3);
      expect(stderr).toMatch(/cannot (be )?reach(ed)?/i);
      expect(stderr).not.toContain('hidden-word');
    }
  });
});

describe('waybill user', () => {
  it('add makes a user who may log in; again gives a new password, and the sessions end', async () => {
    const file = path.join(served.installation.dir, 'password');
    await writeFile(file, 'first password\n');
    const args = ['--json', 'user', 'add', '--email', 'new@example.test', '--name', 'Newa Nowak'];
    const made = await served.installation.run([...args, '--password-file', file]);
    expect(documentOf(made)).toEqual({
      workspace: expect.objectContaining({ id: WORKSPACE_ID }) as object,
      email: 'new@example.test',
      role: 'member',
    });
    const session = await login(served.url, { email: 'new@example.test', password: 'first password' });
    const again = documentOf<{ password: string }>(
      await served.installation.run([...args, '--role', 'administrator']),
    );
    expect((await session.get('/v1/exports')).status).toBe(401);
    await expect(
      login(served.url, { email: 'new@example.test', password: 'first password' }),
    ).rejects.toThrow('4001');
    await login(served.url, { email: 'new@example.test', password: again.password });
    const { users } = documentOf<{ users: { email: string; role: string; fullName: string }[] }>(
      await served.installation.run(['user', 'list', '--json']),
    );
    expect(users.find(({ email }) => email === 'new@example.test')).toMatchObject({
      role: 'administrator',
      fullName: 'Newa Nowak',
    });
    expect(JSON.stringify(users)).not.toContain('scrypt');
  });
});

describe('waybill import', () => {
  it('of a bundle with bad rows reports each as file:line: message, changes nothing and exits 1', async () => {
    const bundle = path.join(served.installation.dir, 'bad');
    await mkdir(bundle);
    await writeFile(
      path.join(bundle, 'SPECS.csv'),
      'number,name,offTheShelf,creationDateTime\r\nNEW-1,Good,true,2024-01-01T00:00:00Z\r\nNEW-2,Bad,perhaps,2024-01-01T00:00:00Z\r\nNEW-3,Bad,true,yesterday\r\n',
    );
    await writeFile(
      path.join(bundle, 'BOM.csv'),
      'parent.number,item.number,lineNumber,quantity\r\nNEW-1,NO-SUCH,1,2\r\n',
    );
    const { code, stderr } = await served.installation.run(['import', bundle]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^SPECS\.csv:3: .+/m);
    expect(stderr).toMatch(/^SPECS\.csv:4: .+/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    const criteria = [[{ attribute: 'number', operator: 'STARTS_WITH', value: 'NEW-' }]];
    expect((await runToEnd(api, await define(api, { criteria }))).criteriaResultsCount).toBe(0);
  });

  it('of the sample again changes nothing, and says so', async () => {
    const bundle = path.join(TESTED_DIR, 'sample');
    const { summary } = documentOf<{
      summary: Record<string, { created: number; updated: number; unchanged: number }>;
    }>(await served.installation.run(['import', bundle, '--json']));
    expect(Object.values(summary).reduce((sum, one) => sum + one.unchanged, 0)).toBeGreaterThan(300);
    expect(Object.values(summary).filter(({ created, updated }) => created + updated > 0)).toEqual([]);
  });

  it('of nothing is 1, in words', async () => {
    const { code, stderr } = await served.installation.run([
      'import',
      path.join(served.installation.dir, 'no-such-folder'),
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('no-such-folder')]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('waybill serve', () => {
  it('ends on Ctrl-C with 0', async () => {
    const { child, result } = served.installation.start(['serve', '--port', '0', '--workers', '0']);
    const [first] = (await once(child.stdout!, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/ready after \d+\.\d\d s: http:\/\/127\.0\.0\.1:\d+/);
    child.kill('SIGINT');
    expect((await result).code).toBe(0);
  });

  it('on a port that is taken is 1, in words', async () => {
    const { code, stderr } = await served.installation.run([
      'serve',
      '--port',
      new URL(served.url).port,
      '--workers',
      '0',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('Cannot listen on 127.0.0.1');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
