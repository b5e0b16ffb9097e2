import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { define, fileUrlOf, runToEnd, type Api, type Definition, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, createInstallation, loginAs } from '../support/installation.ts';
import type { CommandResult, Installation, TestServer } from '../support/installation.ts';

interface Examination {
  readonly ok: boolean;
  readonly database: string;
  readonly checks: readonly {
    readonly name: string;
    readonly title: string;
    readonly checked: boolean;
    readonly found: number;
    readonly mended: number;
    readonly findings: readonly { readonly what: string; readonly mended?: string }[];
  }[];
}

let installation: Installation;
let server: TestServer;
let admin: Api;
let definition: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample']);
  admin = await loginAs(server, ADMIN_EMAIL);
  definition = await define(admin);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const read = ({ stdout }: CommandResult): Examination => JSON.parse(stdout) as Examination;

/** By check, what is wrong. */
function wrongIn({ checks }: Examination): Record<string, string[]> {
  const wrong = checks.filter(({ found, mended }) => found > mended);
  return Object.fromEntries(wrong.map(({ name, findings }) => [name, findings.map(({ what }) => what)]));
}

const guidOf = (run: Run): string => run.files![0]!.guid;

async function storedFileOf(run: Run): Promise<string> {
  const files = path.join(installation.dir, 'data/files');
  const entries = await readdir(files, { recursive: true, withFileTypes: true });
  const found = entries.find((one) => one.isFile() && one.name.startsWith(guidOf(run)))!;
  return path.join(found.parentPath, found.name);
}

it('finds nothing wrong with a healthy installation, beside its server', async () => {
  await runToEnd(admin, definition);
  const result = await installation.run(['doctor', '--verify', '--json']);
  expect([result.code, result.stderr]).toEqual([0, '']);
  const examination = read(result);
  expect(examination).toMatchObject({ ok: true, database: 'external' });
  expect(examination.checks.map(({ name }) => name)).toEqual([
    'migrations',
    'indexes',
    'storage',
    'exportFiles',
    'recordFiles',
    'expiredFiles',
    'strayFiles',
    'temporaryFiles',
    'runsWithoutJob',
    'jobsWithoutRun',
  ]);
  for (const { title, ...check } of examination.checks) {
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(check).toEqual({ name: check.name, checked: true, found: 0, mended: 0, findings: [] });
  }
});

it('tells what a database lacks without changing it, and brings it up to date when told to', async () => {
  const empty = await createInstallation({ isNew: true });
  const looked = await empty.run(['doctor', '--json']);
  const again = await empty.run(['doctor']);
  const repaired = await empty.run(['doctor', '--repair', '--json']);
  await empty.remove();
  expect([looked.code, again.code, repaired.code]).toEqual([1, 1, 0]);
  const [migrations, ...others] = read(looked).checks;
  expect(migrations!.findings[0]!.what).toBe('0001_first.sql has not been applied');
  expect(others.every(({ checked }) => !checked)).toBe(true);
  expect(again.stdout).toMatch(/^unchecked Every index is valid\.$/m);
  const { ok, checks } = read(repaired);
  expect([ok, checks[0]!.mended]).toEqual([true, migrations!.found]);
});

it('finds files that are missing, damaged or belong to nothing, changes nothing until it is told to, and then mends what can be mended', async () => {
  const [lost, damaged, longer] = [
    await runToEnd(admin, definition),
    await runToEnd(admin, definition),
    await runToEnd(admin, definition),
  ];
  const lostFile = await storedFileOf(lost);
  await rm(lostFile);
  const damagedFile = await storedFileOf(damaged);
  await writeFile(damagedFile, Buffer.alloc((await stat(damagedFile)).size));
  await appendFile(await storedFileOf(longer), 'more');
  const strays = [path.join(path.dirname(damagedFile), 'STRAY.zip')];
  for (const folder of ['exports/100200300/NOSUCHRUN', 'content/100200300']) {
    const dir = path.join(installation.dir, 'data/files', folder);
    await mkdir(dir, { recursive: true });
    strays.push(path.join(dir, 'stray'));
  }
  for (const stray of strays) await writeFile(stray, 'x');

  const looked = await installation.run(['doctor', '--json']);
  expect(looked.code).toBe(1);
  expect(looked.stderr).toBe('5 things are wrong. waybill doctor --repair mends what can be mended.\n');
  const wrong = wrongIn(read(looked));
  expect(Object.keys(wrong)).toEqual(['exportFiles', 'strayFiles']);
  expect(wrong['exportFiles']).toEqual([
    expect.stringMatching(`^file ${guidOf(lost)} of run ${lost.guid} .* is missing$`),
    expect.stringMatching(`^file ${guidOf(longer)} of run ${longer.guid} .* bytes instead of `),
  ]);
  expect(wrong['strayFiles']).toHaveLength(3);

  const repaired = await installation.run(['doctor', '--verify', '--repair']);
  expect(repaired.code).toBe(1);
  expect(repaired.stderr).toContain('2 things are wrong and could not be mended.\n');
  expect(repaired.stdout).toMatch(/^wrong {5}Every file of a run is in the storage\.$/m);
  expect(repaired.stdout).toMatch(/is missing – marked as removed/);
  expect(repaired.stdout).toMatch(/has another checksum than when it was written$/m);
  expect(repaired.stdout).toMatch(/^mended {4}Every stored file belongs to a run or a record\.$/m);
  expect(repaired.stdout).toMatch(/NOSUCHRUN\/stray belongs to nothing – removed$/m);

  const again = read(await installation.run(['doctor', '--json']));
  expect(Object.keys(wrongIn(again))).toEqual(['exportFiles']);
  expect(again.checks.find(({ name }) => name === 'exportFiles')?.found).toBe(1);
  expect((await admin.get(fileUrlOf(definition, lost))).body).toMatchObject({ haveContent: false });
});
