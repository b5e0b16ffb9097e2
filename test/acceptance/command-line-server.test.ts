import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { define, runToEnd, type Api, type Definition, type Paged, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, documentOf, PASSWORD, useServer } from '../support/acceptance.ts';
import type { CommandResult } from '../support/installation.ts';
import { until } from '../support/until.ts';

const CRITERIA = '[[{"attribute":"number","operator":"IS_EQUAL_TO","value":"900-00001"}]]';

const FLAGS = ['--run-wait', '0s'];
const served = useServer({ sample: true, flags: FLAGS });
let api: Api;
let definition: Definition;
let run: Run;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api);
  run = await runToEnd(api, definition);
});

/** A command that speaks the API, as the administrator. */
function client(...args: string[]): Promise<CommandResult> {
  return served.installation.run(args, {
    WAYBILL_URL: served.url,
    WAYBILL_EMAIL: ADMIN_EMAIL,
    WAYBILL_PASSWORD: PASSWORD,
  });
}

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

describe('waybill runs, of the workspace and by number', () => {
  it('list without a definition: all runs, the newest first', async () => {
    const other = await define(api, { name: 'Another' });
    await runToEnd(api, other);
    const { results } = documentOf<Paged<Run & { export: { name: string } }>>(
      await client('runs', 'list', '--json', '--limit', '2'),
    );
    expect(results.map((one) => one.export.name)).toEqual(['Another', 'Test']);
    const failed = await client('runs', 'list', '--status', 'FAILED', '--quiet');
    expect([failed.code, failed.stdout, failed.stderr]).toEqual([
      0,
      'EXPORT  NUMBER  STATUS  CREATED  TOOK  ITEMS  GUID\n',
      '',
    ]);
    expect((await client('runs', 'list', '--latest-completed')).code).toBe(2);
  });

  it('show and download by number; the download is whole, and the run DOWNLOADED', async () => {
    const shown = documentOf<Run>(await client('runs', 'show', 'Test', '1', '--json'));
    expect([shown.guid, shown.number]).toEqual([run.guid, 1]);
    const target = path.join(served.installation.dir, 'first.zip');
    const { code, stdout, stderr } = await client('runs', 'download', 'Test', '1', '--out', target, '-q');
    expect([code, stdout, stderr]).toEqual([0, `${target}\n`, '']);
    expect((await readFile(target)).subarray(0, 2).toString()).toBe('PK');
    const { body } = await api.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}`);
    expect(body.status).toBe('DOWNLOADED');
    const aborted = await client('runs', 'download', 'Test', '2');
    expect([aborted.code, aborted.stderr]).toEqual([1, 'Run 2 has no file: it is ABORTED.\n']);
    expect((await client('runs', 'download', 'Test', '77')).stderr).toBe(
      'There is no run 77 of this definition. See: waybill runs list.\n',
    );
  });

  it('tail shows the last runs, then each state of the next, until Ctrl-C: 130', async () => {
    const tail = served.installation.start(['runs', 'tail', 'Test', '--json', '-n', '1'], {
      WAYBILL_URL: served.url,
      WAYBILL_EMAIL: ADMIN_EMAIL,
      WAYBILL_PASSWORD: PASSWORD,
    });
    let shown = '';
    tail.child.stdout!.on('data', (chunk: Buffer) => (shown += chunk.toString()));
    const runs = (): Run[] =>
      shown
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Run);
    await until(() => runs().length > 0);
    const next = await runToEnd(api, definition);
    await until(() => runs().at(-1)?.guid === next.guid && runs().at(-1)?.status === 'COMPLETE');
    tail.child.kill('SIGINT');
    expect((await tail.result).code).toBe(130);
    const [first, ...others] = runs();
    expect(first!.number).toBe(next.number - 1);
    const order = ['CREATED', 'RUNNING', 'COMPLETE'];
    const places = others.map(({ status }) => order.indexOf(status));
    expect(places).toEqual([...new Set(places)].toSorted());
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
    expect(listed.stderr).toBe('1 of 1\n');
    expect((await client('--quiet', 'definitions', 'list')).stderr).toBe('');
    const byNumber = await client('definitions', 'show', String(made.number), '--json');
    expect(documentOf(byNumber)).toEqual(made);
    const byName = await client('definitions', 'show', 'from the SHELL', '--json');
    expect(documentOf(byName)).toEqual(made);
    expect((await client('definitions', 'create')).code).toBe(2);
    const unknown = await client('definitions', 'show', 'NOPE');
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      'There is no export definition "NOPE". See: waybill definitions list.\n',
    ]);
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

describe('waybill export, criteria from a file and the output for scripts', () => {
  it('--criteria @file; --quiet prints the path alone', async () => {
    const file = path.join(served.installation.dir, 'criteria.json');
    await writeFile(file, CRITERIA);
    const out = path.join(served.installation.dir, 'run-{number}.zip');
    const { code, stdout, stderr } = await client(
      'export',
      '--criteria',
      `@${file}`,
      '--out',
      out,
      '--quiet',
    );
    expect([code, stdout, stderr]).toEqual([0, `${path.join(served.installation.dir, 'run-1.zip')}\n`, '']);
  });
});

describe('waybill items', () => {
  it('list --where is the search by criteria, over more than a page too', async () => {
    const found = documentOf<Paged<{ number: string }>>(
      await client('items', 'list', '--where', 'number STARTS_WITH 900-', '--json'),
    );
    const search = new URLSearchParams({
      criteria: '[[{"attribute":"number","operator":"STARTS_WITH","value":"900-"}]]',
    });
    expect(found).toEqual((await api.get(`/v1/items?${search.toString()}`)).body);
    const all = documentOf<Paged<{ number: string }>>(
      await client('items', 'list', '--limit', '1000', '--offset', '3', '--json'),
    );
    expect(all.results).toHaveLength(all.count - 3);
    expect(new Set(all.results.map(({ number }) => number)).size).toBe(all.results.length);
  });

  it('show by number or GUID; where used', async () => {
    const item = documentOf<{ guid: string; number: string }>(
      await client('items', 'show', '900-00001', '--json'),
    );
    expect(item.number).toBe('900-00001');
    const shown = await client('items', 'show', item.guid);
    expect(shown.stdout).toMatch(/^name +Model 300$/m);
    expect(shown.stdout).not.toContain('null');
    const used = documentOf<Paged<{ item: { number: string } }>>(
      await client('items', 'whereused', '200-00001', '--json'),
    );
    expect(used.results.map((line) => line.item.number)).toEqual(['800-00001', '800-00002']);
    const unknown = await client('items', 'show', '900*');
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no item "900*".')]);
  });

  it('bom as a tree, as deep as asked', async () => {
    const one = await client('items', 'bom', '900-00001');
    expect(one.stdout.split('\n').slice(0, 3)).toEqual([
      '900-00001  Model 300 (B)',
      '├─ 1 × 800-00001  Unit assembly, Model 300 (B)',
      '├─ 1 × 800-00005  Packaging kit (A)',
    ]);
    const all = await client('items', 'bom', '900-00001', '--levels', 'all');
    expect(all.stdout).toContain('│  ├─ 1 × 800-00010  Front housing subassembly (A)');
    const { lines } = documentOf<{ lines: { level: number }[] }>(
      await client('items', 'bom', '900-00001', '--levels', '2', '--json'),
    );
    expect(Math.max(...lines.map(({ level }) => level))).toBe(2);
    expect((await client('items', 'bom', '900-00001', '--levels', 'x')).code).toBe(2);
  });
});
