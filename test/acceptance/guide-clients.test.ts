import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';
import { createApi, define, type Paged, type Run, type RunFile } from '../support/api-client.ts';
import { programInGuide } from '../support/guide.ts';
import { isInstalled } from '../support/zip-reader.ts';

/** The programs of docs/guides/clients.md as they stand there. */
const served = useServer({ sample: true, env: { WAYBILL_RUNS_IN_PROGRESS: 'none' } });
const ROOT = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

const hasCurl = (await isInstalled('curl', '--version')) && (await isInstalled('sha256sum', '--version'));
const python = await findPython();

/** The one that has requests, where there is one: the system's has what the system's package manager brings. */
async function findPython(): Promise<string | undefined> {
  const hasRequests = (program: string): Promise<boolean> =>
    run(program, ['-c', 'import requests']).then(
      () => true,
      () => false,
    );
  if (await hasRequests('python3')) return 'python3';
  return (await hasRequests('/usr/bin/python3')) ? '/usr/bin/python3' : undefined;
}

const programIn = (language: string): Promise<string> => programInGuide('clients.md', language);

let definition: string;
let dir: string;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  ({ guid: definition } = await define(served.admin));
});

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-guide-'));
  environment = {
    // With the Node of the tests first.
    PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: process.env['HOME'] ?? dir,
    WAYBILL_URL: served.url,
    WAYBILL_EMAIL: ADMIN_EMAIL,
    WAYBILL_PASSWORD: PASSWORD,
    WAYBILL_DEFINITION: definition,
  };
  return () => rm(dir, { recursive: true });
});

/** Runs a program where it may leave files. */
async function execute(command: string, file: string, program: string): Promise<string> {
  await writeFile(path.join(dir, file), program);
  const { stdout } = await run(command, [file], { cwd: dir, env: environment });
  return stdout;
}

/** What the program has left is the file of the newest run, which it has made. */
async function expectExport(name: string, runsBefore: number): Promise<void> {
  const runs = `/v1/exports/${definition}/runs`;
  const { body } = await served.admin.get<Paged<Run>>(`${runs}?limit=400`);
  expect(body.count).toBe(runsBefore + 1);
  const made = body.results.at(-1)!;
  expect(made.status).toBe('DOWNLOADED');
  const file = await served.admin.get<RunFile>(`${runs}/${made.guid}/files/${made.files![0]!.guid}`);
  const content = await readFile(path.join(dir, name));
  expect(createHash('sha256').update(content).digest('hex')).toBe(file.body.sha256);
}

async function countRuns(): Promise<number> {
  return (await served.admin.get<Paged<Run>>(`/v1/exports/${definition}/runs`)).body.count;
}

describe('the program in TypeScript', () => {
  /** `@waybill/client`, as if it were installed. */
  beforeEach(async () => {
    const installed = path.join(dir, 'node_modules/@waybill/client');
    await mkdir(installed, { recursive: true });
    await writeFile(path.join(installed, 'package.json'), '{ "type": "module", "exports": "./index.mjs" }');
    const sources = pathToFileURL(path.join(ROOT, 'client/src/index.ts')).href;
    await writeFile(path.join(installed, 'index.mjs'), `export * from '${sources}';`);
  });

  it('exports, lists, and downloads again', async () => {
    const before = await countRuns();
    const output = await execute(process.execPath, 'program.mts', await programIn('ts'));
    expect(output).toContain(`run ${before + 1}: `);
    await expectExport('export.zip', before);
    await expectExport('other.zip', before);
  });
});

it.runIf(hasCurl)('the program with curl exports, verifies and logs out', async () => {
  const before = await countRuns();
  expect(await execute('sh', 'program.sh', await programIn('sh'))).toContain('export.zip: OK');
  await expectExport('export.zip', before);
});

it.runIf(python !== undefined)('the program in Python exports and verifies', async () => {
  const before = await countRuns();
  const output = await execute(python!, 'program.py', await programIn('python'));
  expect(output).toContain(`run ${before + 1}: `);
  await expectExport('export.zip', before);
});

it('the program for Power Query asks for addresses that there are', async () => {
  const program = await programIn('powerquery');
  const { body: document } = await createApi(served.url).get<{ paths: Record<string, object> }>(
    '/openapi.json',
  );
  const asked = [...program.matchAll(/RelativePath = (.+),$/gm)].map(([, expression]) =>
    // "v1/exports/" & Definition & "/runs" → /v1/exports/{}/runs
    `/${expression!}`.replaceAll(/"([^"]*)"/g, '$1').replaceAll(/ & [^&]+ & | & [^&]+$/g, '{}'),
  );
  const known = Object.keys(document.paths).map((one) => one.replaceAll(/\{[^}]*\}/g, '{}'));
  expect(asked).toHaveLength(3);
  for (const one of asked) expect(known).toContain(one);
});
