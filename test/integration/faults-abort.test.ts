import { readdir, rename, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  codesOf,
  define,
  waitForStatus,
  type Api,
  type Definition,
  type Run,
} from '../support/api-client.ts';
import { CONTENT_MEMBER, contentRecords, LARGE_CONTENT } from '../support/content-records.ts';
import { ADMIN_EMAIL, loginAs, type RunningCommand, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { readsView, slowDown } from '../support/slow-copy.ts';
import { findStored, sha256Of } from '../support/stored-files.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS, downloadFile, unpack } from '../support/view-records.ts';

/** More than a connection holds, row by row. */
const TEXTS = Array.from({ length: 400 }, (_, index) => `${index} `.repeat(3_000));
/** Hours of reading; a hole on disk. */
const ENDLESS_BYTES = 2 ** 40;
/** One that is kept warm for the next run is idle. */
const EXPORT_BACKENDS = "application_name = 'waybill export' AND state <> 'idle'";

let installation: OpenInstallation;
/** Answers only. */
let server: TestServer;
let worker: RunningCommand | undefined;
let api: Api;
let definition: Definition;
let temporary: string;

beforeAll(async () => {
  installation = await createInstallation();
  temporary = path.join(installation.dir, 'data/files/tmp');
  server = await installation.serve(['--workers', '0']);
  const bundle = await installation.write('bundle', contentRecords(LARGE_CONTENT, TEXTS));
  expect((await installation.run(['import', bundle])).code).toBe(0);
  api = await loginAs(server, ADMIN_EMAIL);
  definition = await define(api, {
    criteria: ALL_ITEMS,
    options: { fileContent: { item: 'ALL' }, exportViews: ['SPECS', 'FILES'] },
  });
});
afterAll(async () => {
  for (const part of worker === undefined ? [] : [worker]) {
    signal('SIGCONT');
    part.child.kill('SIGTERM');
    expect((await part.result).code).toBe(0);
  }
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const runPath = ({ guid }: Run): string => `/v1/exports/${definition.guid}/runs/${guid}`;

async function begin(): Promise<Run> {
  const path = `/v1/exports/${definition.guid}/runs`;
  return (await api.post<Run>(path, {}, { Prefer: 'respond-async' })).body;
}

function signal(which: NodeJS.Signals): void {
  process.kill(-worker!.child.pid!, which);
}

async function backends(condition: string): Promise<number> {
  const rows = await installation.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`,
  );
  return rows.length;
}

/** Aborts a run and waits until nothing of it is left. Gives the milliseconds to the answer, to the end of its backend and of its file. */
async function abort(run: Run, beforeWorkerKnows = async (): Promise<void> => undefined): Promise<string> {
  const at = performance.now();
  const { status, body } = await api.post<Run>(`${runPath(run)}/abort`);
  expect([status, body.status]).toEqual([200, 'ABORTED']);
  const answered = performance.now();
  await beforeWorkerKnows();
  const told = performance.now();
  let freed = 0;
  await until(async () => {
    if (freed === 0 && (await backends(EXPORT_BACKENDS)) === 0) freed = performance.now();
    return freed > 0 && (await readdir(temporary)).length === 0;
  });
  const times = [answered - at, freed - told, performance.now() - told].map(Math.round);
  expect((await api.get<Run>(runPath(run))).body.status).toBe('ABORTED');
  return `answered ${times[0]} ms, backend gone ${times[1]} ms, file gone ${times[2]} ms`;
}

it('in the queue: no worker begins it', async ({ annotate }) => {
  const run = await begin();
  await annotate(`queued: ${await abort(run)}`);
  worker = installation.start(['worker', '--workers', '1']);
  const next = await begin();
  await waitForStatus(api, runPath(next), ['COMPLETE']);
  expect((await api.get<Run>(`${runPath(run)}?view=full`)).body).toMatchObject({
    status: 'ABORTED',
    waybill: { attempt: 0 },
  });
});

it('while the database looks for its items, or waits', async ({ annotate }) => {
  const unlock = await installation.lock('item_revisions');
  const run = await begin();
  await until(async () => (await backends(`${EXPORT_BACKENDS} AND wait_event_type = 'Lock'`)) === 1);
  await annotate(`selecting: ${await abort(run)}`).finally(unlock);
});

async function beginReading(): Promise<Run> {
  const run = await begin();
  await until(
    async () => (await backends(`${EXPORT_BACKENDS} AND state = 'active' AND ${readsView('query')}`)) === 1,
  );
  return run;
}

it('while a view is read', async ({ annotate }) => {
  const restore = await slowDown(installation, 0.1);
  try {
    await annotate(`reading: ${await abort(await beginReading())}`);
  } finally {
    await restore();
  }
});

it('while a view waits for a reader that stands still', async ({ annotate }) => {
  const restore = await slowDown(installation, 0.003);
  try {
    const run = await beginReading();
    signal('SIGSTOP');
    await until(async () => (await backends(`${EXPORT_BACKENDS} AND wait_event = 'ClientWrite'`)) === 1);
    const times = await abort(run, async () => signal('SIGCONT'));
    await annotate(`stalled, from its reader's return: ${times}`);
  } finally {
    await restore();
  }
});

it('while a physical file goes into the archive', async ({ annotate }) => {
  const stored = await findStored(installation, sha256Of(LARGE_CONTENT));
  const aside = path.join(installation.dir, 'aside');
  await rename(stored, aside);
  await writeFile(stored, '');
  await truncate(stored, ENDLESS_BYTES);
  const run = await begin();
  await until(async () => {
    const names = await readdir(temporary);
    const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(temporary, name))).size));
    return sizes.some((size) => size > 500_000);
  });
  const times = await abort(run);
  await rename(aside, stored);
  await annotate(`writing: ${times}`);
});

it('too late, while its row is being committed: 409, and the run is COMPLETE', async () => {
  // The run's row has been changed when its file's has to wait.
  await installation.query(`CREATE TABLE held ();
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN LOCK TABLE held; RETURN new; END $$;
    CREATE TRIGGER hold BEFORE INSERT ON export_run_files FOR EACH ROW EXECUTE FUNCTION hold()`);
  const unlock = await installation.lock('held');
  const run = await begin();
  const waiting = (event: string): Promise<number> =>
    backends(`query LIKE '%UPDATE export_runs SET status%' AND wait_event = '${event}'`);
  await until(async () => (await waiting('relation')) === 1);
  const aborting = api.post<Run>(`${runPath(run)}/abort`);
  await until(async () => (await waiting('transactionid')) === 1);
  await unlock();
  expect(codesOf(await aborting)[0]).toBe(409);
  const ended = await waitForStatus(api, runPath(run), ['COMPLETE', 'ABORTED']);
  expect(ended.status).toBe('COMPLETE');
  const { members } = await unpack(await downloadFile(api, definition, ended));
  expect(members.get(CONTENT_MEMBER)).toEqual(LARGE_CONTENT);
});

it('afterwards nothing is left, and the worker works', async () => {
  const next = await begin();
  await waitForStatus(api, runPath(next), ['COMPLETE']);
  const { code, stderr } = await installation.run(['doctor', '--verify']);
  expect([code, stderr]).toEqual([0, '']);
});
