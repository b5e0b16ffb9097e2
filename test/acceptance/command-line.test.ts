import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  define,
  login,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { TESTED_DIR, type CommandResult } from '../support/installation.ts';

const CRITERIA = '[[{"attribute":"number","operator":"IS_EQUAL_TO","value":"900-00001"}]]';

const FLAGS = ['--run-wait', '0s'];
const served = useServer({
  sample: true,
  flags: FLAGS,
  env: { WAYBILL_LOG_LEVEL: 'debug' },
});
let api: Api;
let definition: Definition;
let run: Run;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api);
  run = await runToEnd(api, definition);
});

afterAll(() => {
  // Both the password of the first start and every one that was tried since.
  const output = served.server.output();
  expect(output).toContain('"route":"/v1/login"');
  for (const secret of [PASSWORD, 'a wrong one', api.token!]) expect(output).not.toContain(secret);
});

/** Each costs a second of CPU: the short form has one of every kind. */
const MISUSES: string[][][] = [
  [['runs', 'list']],
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

/** `--json`: one document on standard output, and nothing else. */
function documentOf<Document>({ code, stdout, stderr }: CommandResult): Document {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Document;
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

describe('waybill runs', () => {
  it('list shows what GET /exports/<GUID>/runs shows', async () => {
    const result = await client('--json', 'runs', 'list', definition.guid);
    expect(documentOf(result)).toEqual(
      (await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs`)).body,
    );
    const plain = await client('runs', 'list', definition.guid, '--latest-completed', '--limit', '1');
    expect([plain.code, plain.stdout.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^NUMBER +STATUS +CREATED/),
    ]);
    const latest = await api.get<Run>(`/v1/exports/${definition.guid}/runs/latestCompleted`);
    expect(plain.stdout).toContain(latest.body.guid);
  });

  it('show and abort', async () => {
    // While nobody works, a run waits to be aborted.
    await served.restart(['--workers', '0']);
    api = served.admin;
    const { body } = await api.post<Run>(`/v1/exports/${definition.guid}/runs`);
    const aborted = documentOf<Run>(await client('runs', 'abort', definition.guid, body.guid, '--json'));
    expect([aborted.guid, aborted.status]).toEqual([body.guid, 'ABORTED']);
    await served.restart(FLAGS);
    api = served.admin;
    const shown = documentOf<Run>(await client('runs', 'show', definition.guid, body.guid, '--json'));
    expect(shown).toMatchObject({ status: 'ABORTED', waybill: { error: null } });
    expect((await client('runs', 'abort', definition.guid, run.guid)).code).toBe(1);
  });
});

describe('waybill definitions', () => {
  it('create, show and list say what the API says', async () => {
    const args = [
      '--name',
      'From the shell',
      '--where',
      'isAssembly = true',
      '--views',
      'SPECS,BOM',
      '--json',
    ];
    const made = documentOf<Definition>(await client('definitions', 'create', ...args));
    expect(made).toEqual((await api.get<Definition>(`/v1/exports/${made.guid}`)).body);
    expect(documentOf(await client('definitions', 'show', made.guid, '--json'))).toEqual(made);
    const listed = await client('definitions', 'list', '--name', 'From*', '--limit', '5');
    expect(listed.stdout).toContain(`From the shell  SPECS,BOM`);
    expect(listed.stdout).toMatch(/\n1 of 1\n$/);
    expect((await client('definitions', 'create')).code).toBe(2);
    expect((await client('definitions', 'show', 'NOPE')).code).toBe(1);
  });
});

describe('waybill export', () => {
  it('--out downloads the file, whole, and says what it is', async () => {
    const target = path.join(served.installation.dir, 'out.zip');
    const result = await client(
      'export',
      '--criteria',
      CRITERIA,
      '--views',
      'SPECS,BOM',
      '--bom-levels',
      'FULL',
      '--out',
      target,
      '--json',
    );
    const document = documentOf<{
      definition: string;
      run: string;
      file: string;
      size: number;
      sha256: string;
    }>(result);
    expect(document).toMatchObject({ file: target, size: (await stat(target)).size });
    expect((await readFile(target)).subarray(0, 2).toString()).toBe('PK');
    const { body } = await api.get<Definition>(`/v1/exports/${document.definition}`);
    expect(body.options).toMatchObject({ bomLevels: 'FULL', exportViews: ['SPECS', 'BOM'] });
    expect((await api.get<Run>(`/v1/exports/${document.definition}/runs/${document.run}`)).body.status).toBe(
      'DOWNLOADED',
    );
    expect((await readdir(served.installation.dir)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('of a definition that exists, under the file’s own name', async () => {
    const { code, stdout, stderr } = await client('export', '--definition', definition.guid);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(path.join(served.installation.dir, 'Test Export Results.zip'));
  });

  it('--where says which items in words', async () => {
    const out = path.join(served.installation.dir, 'where.zip');
    const where = 'number STARTS_WITH 900- AND (isAssembly = true OR name CONTAINS "no such name")';
    const made = documentOf<{ definition: string }>(
      await client('export', '--where', where, '--out', out, '--json'),
    );
    const { body } = await api.get<Definition>(`/v1/exports/${made.definition}`);
    expect(body.criteria).toEqual([
      [{ attribute: 'number', operator: 'STARTS_WITH', value: '900-' }],
      'AND',
      [
        { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: true },
        'OR',
        { attribute: 'name', operator: 'CONTAINS', value: 'no such name' },
      ],
    ]);
  });

  it.each([
    [['--where', 'number LIKE 9'], '--where: "LIKE" is no operator; there are IS_EQUAL_TO'],
    [['--where', 'number = 9', '--criteria', CRITERIA], "option '--where <text>' cannot be used with"],
    [[], 'Say which items with --where or --criteria, or which export with --definition.'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await client('export', ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('that cannot be done is 1, with the reason and without a file', async () => {
    const target = path.join(served.installation.dir, 'none.zip');
    const { code, stderr } = await client(
      'export',
      '--criteria',
      '[[{"attribute":"colour","operator":"CONTAINS","value":"a"}]]',
      '--out',
      target,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('The attribute "colour" is not recognized. (3004)');
    expect(await readdir(served.installation.dir)).not.toContain('none.zip');
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
