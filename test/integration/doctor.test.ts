import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, define, runToEnd, waitForStatus, type Api, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, TESTED_DIR, WORKSPACE_ID, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { isThere } from '../support/processes.ts';
import { until } from '../support/until.ts';

const TWO_HOURS_AGO = new Date(Date.now() - 7_200_000);

let installation: OpenInstallation;
let server: TestServer | undefined;
let admin: Api;
let token: string | undefined;

beforeAll(async () => {
  installation = await createInstallation();
  ({ token } = await loginAs(await serve('--sample', '--workers', '0'), ADMIN_EMAIL));
  admin = createApi(server!.url, token);
});
afterAll(async () => {
  await stop();
  await installation.remove();
});

async function serve(...flags: readonly string[]): Promise<TestServer> {
  server = await installation.serve(flags);
  admin = createApi(server.url, token);
  return server;
}

async function stop(): Promise<void> {
  if (server !== undefined) expect(await server.stop()).toBe(0);
  server = undefined;
}

interface Check {
  readonly name: string;
  readonly checked: boolean;
  readonly findings: readonly { readonly what: string; readonly mended?: string }[];
}

/** What `waybill doctor` finds, by check, as a line each. */
async function examine(...flags: readonly string[]) {
  const { code, stdout, stderr } = await installation.run(['doctor', '--json', ...flags]);
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
  const found = checks.filter(({ findings }) => findings.length > 0);
  const lines = found.map(({ name, findings }) => [
    name,
    findings.map(({ what, mended }) => [what, ...(mended === undefined ? [] : [mended])].join(' – ')),
  ]);
  const unchecked = checks.filter(({ checked }) => !checked).length;
  return { code, stderr, unchecked, found: Object.fromEntries(lines) as Record<string, string[]> };
}

const stored = (...parts: readonly string[]): string => path.join(installation.dir, 'data/files', ...parts);

async function put(file: string, modifiedAt = new Date()): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, 'x');
  await utimes(file, modifiedAt, modifiedAt);
  return file;
}

it('finds and mends a run without a job, jobs without a run, and an index that is not valid', async () => {
  const definition = await define(admin);
  const runs = `/v1/exports/${definition.guid}/runs`;
  const start = async () => (await admin.post<Run>(runs, {}, { Prefer: 'respond-async' })).body;
  const [lost, queued, aborted] = [await start(), await start(), await start()];
  // What is queued, and what was aborted in the queue, is nothing wrong.
  await admin.post(`${runs}/${aborted.guid}/abort`);
  expect(await examine()).toMatchObject({ code: 0, found: {} });

  const jobOf = "(SELECT to_jsonb(id) FROM export_runs WHERE guid = $1) = data->'runId'";
  await installation.query(`DELETE FROM pgboss.job WHERE ${jobOf}`, [lost.guid]);
  await installation.query(
    `INSERT INTO pgboss.job (name, data, retry_limit) SELECT name, '{"runId": 999999999}', 1 FROM pgboss.job WHERE ${jobOf}`,
    [queued.guid],
  );
  await installation.query(
    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'export_runs_status'::regclass",
  );
  const looked = await examine();
  expect(looked.code).toBe(1);
  expect(looked.found).toEqual({
    indexes: ['public.export_runs_status is not valid'],
    runsWithoutJob: [`run ${lost.guid} is CREATED and no worker will be woken for it`],
    jobsWithoutRun: [expect.stringMatching(/run with the id 999999999, which does not exist$/)],
  });

  const repaired = await examine('--repair');
  expect(repaired).toMatchObject({ code: 0, stderr: '' });
  expect(repaired.found).toEqual({
    indexes: ['public.export_runs_status is not valid – rebuilt'],
    runsWithoutJob: [expect.stringMatching(/ – put into the queue again$/)],
    jobsWithoutRun: [expect.stringMatching(/ – cancelled$/)],
  });
  expect(await examine()).toMatchObject({ code: 0, found: {} });

  await stop();
  await serve();
  for (const { guid } of [lost, queued]) await waitForStatus(admin, `${runs}/${guid}`, ['COMPLETE']);
});

it('says nothing of a schema that is another version’s, but that', async () => {
  await installation.query("INSERT INTO schema_migrations (name) VALUES ('9999_to_come.sql')");
  const newer = await examine('--repair');
  await installation.query("DELETE FROM schema_migrations WHERE name = '9999_to_come.sql'");
  expect(newer).toMatchObject({ code: 1, unchecked: 9 });
  expect(newer.found).toEqual({ migrations: [expect.stringContaining('newer Waybill')] });
});

it('a start removes what processes that died have left, and nothing else', async () => {
  const definition = await define(admin);
  const run = await runToEnd(admin, definition);
  const file = stored('exports', String(WORKSPACE_ID), run.guid, `${run.files![0]!.guid}.zip`);
  await utimes(file, TWO_HOURS_AGO, TWO_HOURS_AGO);
  const contents = await installation.query<{ key: string }>(
    'SELECT DISTINCT content_key AS key FROM files WHERE content_key IS NOT NULL',
  );
  expect(contents.length).toBeGreaterThan(0);
  for (const { key } of contents) await utimes(stored(key), TWO_HOURS_AGO, TWO_HOURS_AGO);
  await stop();
  const gone = [
    await put(stored('exports', String(WORKSPACE_ID), run.guid, 'OFTHEDEAD.zip'), TWO_HOURS_AGO),
    await put(stored('exports', 'stray'), TWO_HOURS_AGO),
    await put(stored('content', String(WORKSPACE_ID), 'stray'), TWO_HOURS_AGO),
    await put(stored('tmp', `${run.guid}.d8f3`)),
    await put(stored('tmp', 'd8f3'), TWO_HOURS_AGO),
  ];
  const kept = [
    file,
    ...contents.map(({ key }) => stored(key)),
    await put(stored('exports', 'young')),
    await put(stored('content', String(WORKSPACE_ID), 'young')),
    await put(stored('tmp', 'a9c1')),
  ];
  await serve();
  for (const one of gone) await until(async () => !(await isThere(one)));
  await stop();
  for (const one of kept) expect([one, await isThere(one)]).toEqual([one, true]);
  for (const one of kept.slice(-3)) await rm(one);
});

it('from a storage that another database has used first nothing is removed as left over', async () => {
  const owner = await readFile(stored('owner'), 'utf8');
  const theirs = [
    await put(stored('exports', 'theirs'), TWO_HOURS_AGO),
    await put(stored('content', String(WORKSPACE_ID), 'theirs'), TWO_HOURS_AGO),
    await put(stored('tmp', 'c4d2'), TWO_HOURS_AGO),
  ];
  await writeFile(stored('owner'), 'another\n');
  await serve();
  await until(() => server!.output().includes('not known to be this database'));
  // What is not there may be elsewhere, and its own run leaves nothing of others either.
  await runToEnd(admin, await define(admin));
  expect(await examine('--repair')).toMatchObject({
    code: 1,
    found: { storage: [expect.stringContaining('not known to be this database')] },
  });
  await stop();
  for (const one of theirs) expect([one, await isThere(one)]).toEqual([one, true]);

  await rm(stored('owner'));
  await serve();
  for (const one of theirs) await until(async () => !(await isThere(one)));
  await stop();
  expect(await readFile(stored('owner'), 'utf8')).toBe(owner);
});

it('in the wrong storage nothing is missing: no row is changed', async () => {
  await serve();
  await runToEnd(admin, await define(admin));
  await stop();
  const removed = 'SELECT count(*)::integer AS count FROM export_run_files WHERE removed_at IS NOT NULL';
  const before = await installation.query<{ count: number }>(removed);
  const empty = path.join(installation.dir, 'not-mounted');
  const { code, found } = await examine('--repair', '--storage', empty);
  expect(code).toBe(1);
  expect(found['exportFiles']!.length).toBeGreaterThan(0);
  for (const line of found['exportFiles']!) expect(line).toMatch(/is missing$/);
  expect(await installation.query(removed)).toEqual(before);
  expect(await examine()).toMatchObject({ code: 0, found: {} });
});

it('what a run at work has written is left to it, however long ago that was', async () => {
  await serve();
  const unlock = await installation.lock('item_revisions');
  const runs = `/v1/exports/${(await define(admin)).guid}/runs`;
  const { guid } = (await admin.post<Run>(runs, {}, { Prefer: 'respond-async' })).body;
  await waitForStatus(admin, `${runs}/${guid}`, ['RUNNING']);
  await put(stored('exports', String(WORKSPACE_ID), guid, 'OFITS.zip'), TWO_HOURS_AGO);
  const temporary = await put(stored('tmp', `${guid}.b7e2`), TWO_HOURS_AGO);
  expect(await examine('--repair')).toMatchObject({ code: 0, found: {} });
  await unlock();
  const { files } = await waitForStatus(admin, `${runs}/${guid}`, ['COMPLETE']);
  // The attempt that ends the run knows what is its own.
  await stop();
  expect(await readdir(stored('exports', String(WORKSPACE_ID), guid))).toEqual([`${files![0]!.guid}.zip`]);
  // Of a run that has ended it is left over: the server's own sweep may have been there first.
  expect(await examine('--repair')).toMatchObject({ code: 0 });
  expect(await isThere(temporary)).toBe(false);
});

it('contents that an import under way may come to rely on are left to it', async () => {
  const stray = await put(stored('content', String(WORKSPACE_ID), 'stray'), TWO_HOURS_AGO);
  const unlock = await installation.lock('bom_lines');
  const { result } = installation.start(['import', path.join(TESTED_DIR, 'sample')]);
  await until(async () => {
    const waiting = await installation.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill import' AND wait_event_type = 'Lock'",
    );
    return waiting.length > 0;
  });
  expect(await examine('--repair')).toMatchObject({ code: 0, found: {} });
  await unlock();
  expect((await result).code).toBe(0);
  expect((await examine('--repair')).found).toEqual({ strayFiles: [expect.stringMatching(/ – removed$/)] });
  expect(await isThere(stray)).toBe(false);
});

it('an expired file that cannot be removed is given up by its row, and found as one that belongs to nothing', async () => {
  await serve();
  const run = await runToEnd(admin, await define(admin));
  const { guid } = run.files![0]!;
  const file = stored('exports', String(WORKSPACE_ID), run.guid, `${guid}.zip`);
  await stop();
  await rename(file, `${file}.aside`);
  await mkdir(file);
  await installation.query(
    "UPDATE export_run_files SET expires_at = now() - interval '1 day' WHERE guid = $1",
    [guid],
  );
  const overdue = await examine();
  expect([overdue.code, overdue.found]).toEqual([
    1,
    {
      expiredFiles: ['still there although their time is over: 1'],
      strayFiles: [expect.stringContaining('.aside')],
    },
  ]);
  await serve();
  const isGivenUp = async () =>
    (
      await installation.query('SELECT FROM export_run_files WHERE guid = $1 AND removed_at IS NOT NULL', [
        guid,
      ])
    ).length === 1;
  await until(isGivenUp);
  await stop();
  expect((await stat(file)).isDirectory()).toBe(true);

  await rm(file, { recursive: true });
  await rename(`${file}.aside`, file);
  // Long after: it is not about to be removed.
  await installation.query(
    "UPDATE export_run_files SET removed_at = now() - interval '1 hour' WHERE guid = $1",
    [guid],
  );
  expect((await examine('--repair')).found).toEqual({ strayFiles: [expect.stringContaining(guid)] });
  expect(await isThere(file)).toBe(false);
  expect(await examine('--verify')).toMatchObject({ code: 0, found: {} });
});
