import { execFile } from 'node:child_process';
import { open, readdir, rename, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { define, type Api, type Definition, type Run } from '../support/api-client.ts';
import { CONTENT_ITEM, CONTENT_MEMBER, contentRecords, LARGE_CONTENT } from '../support/content-records.ts';
import {
  ADMIN_EMAIL,
  loginAs,
  WORKSPACE_ID,
  type RunningCommand,
  type TestServer,
} from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { findStored, sha256Of } from '../support/stored-files.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS, downloadFile, rowsOf, unpack } from '../support/view-records.ts';

const HALF = LARGE_CONTENT.length / 2;
const TEXTS = ['one', 'two'];

let installation: OpenInstallation;
/** Answers only; each worker is a process of its own. */
let server: TestServer;
let api: Api;
let folder: string;
let plain: Definition;
let withContent: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  folder = path.join(installation.dir, 'data/files');
  server = await installation.serve(['--workers', '0']);
  const bundle = await installation.write('bundle', contentRecords(LARGE_CONTENT, TEXTS));
  expect((await installation.run(['import', bundle])).code).toBe(0);
  api = await loginAs(server, ADMIN_EMAIL);
  plain = await define(api, { criteria: ALL_ITEMS });
  withContent = await define(api, {
    criteria: ALL_ITEMS,
    options: { fileContent: { item: 'ALL' }, exportViews: ['SPECS', 'FILES'] },
  });
});
afterAll(async () => {
  for (const worker of workers) worker.resume();
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

interface Worker extends RunningCommand {
  pause(): void;
  resume(): void;
}
const workers: Worker[] = [];

function startWorker(slots = 1): Worker {
  const running = installation.start(['worker', '--workers', String(slots)]);
  const signal = (which: NodeJS.Signals): void => {
    if (running.child.exitCode === null) process.kill(-running.child.pid!, which);
  };
  const worker: Worker = {
    ...running,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
  workers.push(worker);
  return worker;
}

/** A run that a worker of its own has in hand. */
interface Held {
  readonly definition: Definition;
  readonly run: Run;
  readonly worker: Worker;
}

/** @param prepare done once the run is accepted and before its worker is there */
async function hold(definition: Definition, prepare = async (): Promise<void> => undefined): Promise<Held> {
  const { body: run } = await api.post<Run>(
    `/v1/exports/${definition.guid}/runs`,
    {},
    { Prefer: 'respond-async' },
  );
  await prepare();
  const worker = startWorker();
  await until(async () => (await stateOf(run)).status === 'RUNNING');
  return { definition, run, worker };
}

/** From the row: the API's answer would wait for tables that are locked. */
async function stateOf({ guid }: Run): Promise<{ status: string; attempt: number }> {
  const [row] = await installation.query<{ status: string; attempt: number }>(
    'SELECT status, attempt FROM export_runs WHERE guid = $1',
    [guid],
  );
  return row!;
}

/** A pipe in place of the physical file: whoever exports it reads what it is given, when it is given. */
async function putPipe(stored: string): Promise<void> {
  const pipe = path.join(installation.dir, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  await rename(pipe, stored);
}

/** Resolves when somebody reads. */
async function feedHalf(stored: string): Promise<FileHandle> {
  const feed = await open(stored, 'w');
  await feed.write(LARGE_CONTENT.subarray(0, HALF));
  return feed;
}

async function feedRest(feed: FileHandle): Promise<void> {
  await feed.write(LARGE_CONTENT.subarray(HALF)).finally(() => feed.close());
}

it('workers that come back from a pause change nothing about runs that another has taken: COMPLETE once, one file, the right bytes', async () => {
  const stored = await findStored(installation, sha256Of(LARGE_CONTENT));
  // Out of the storage: a worker that finds in it what no row names takes it for another's.
  const content = path.join(installation.dir, 'content');
  await rename(stored, content);
  await putPipe(stored);

  // Before its first row.
  const unlockItems = await installation.lock('item_revisions');
  const selecting = await hold(plain);
  await until(
    async () => (await backends("application_name = 'waybill export' AND wait_event_type = 'Lock'")) === 1,
  );
  selecting.worker.pause();
  await unlockItems();

  // In the middle of its file.
  const writing = await hold(withContent);
  const itsFeed = await feedHalf(stored);
  await until(async () =>
    (await readdir(path.join(folder, 'tmp'))).some((name) => name.startsWith(writing.run.guid)),
  );
  writing.worker.pause();

  // When it has told the database of its stored file, which does the rest without it.
  let unlockFiles = async (): Promise<void> => undefined;
  const finishing = await hold(plain, async () => {
    unlockFiles = await installation.lock('export_run_files');
  });
  await until(
    async () =>
      (await backends("query LIKE '%INSERT INTO export_run_files%' AND wait_event_type = 'Lock'")) === 1,
  );
  finishing.worker.pause();
  await unlockFiles();

  // What is told to them meanwhile they never hear.
  await installation.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill listen'",
  );
  await putPipe(stored);
  await installation.query(
    "UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 minute' WHERE state = 'active'",
  );
  const successor = startWorker(3);
  const theirFeed = await feedHalf(stored);
  const all = [writing, finishing, selecting];
  for (const { run } of [finishing, selecting])
    await until(async () => (await stateOf(run)).status === 'COMPLETE');

  for (const { worker } of all) worker.resume();
  // It may have given up before it read the rest.
  await feedRest(itsFeed).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'EPIPE' });
  });
  await until(async () => (await backends("application_name = 'waybill export' AND state <> 'idle'")) === 1);
  expect(await stateOf(writing.run)).toEqual({ status: 'RUNNING', attempt: 2 });
  await feedRest(theirFeed);
  await until(async () => (await stateOf(writing.run)).status !== 'RUNNING');
  await rename(content, stored);

  for (const { child, result } of [...all.map(({ worker }) => worker), successor]) {
    child.kill('SIGTERM');
    expect((await result).code).toBe(0);
  }
  expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  for (const { definition, run } of all) {
    const ended = (await api.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}?view=full`)).body;
    expect(ended).toMatchObject({
      status: 'COMPLETE',
      waybill: { attempt: run === finishing.run ? 1 : 2, error: null },
    });
    expect(ended.files).toHaveLength(1);
    expect(await readdir(path.join(folder, 'exports', String(WORKSPACE_ID), run.guid))).toEqual([
      `${ended.files![0]!.guid}.zip`,
    ]);
    const archive = await unpack(await downloadFile(api, definition, ended));
    expect(rowsOf(archive, 'SPECS').map((row) => [row['number'], row['description']])).toEqual([
      [CONTENT_ITEM, ''],
      ...TEXTS.map((text, index) => [`TEXT-${index}`, text]),
    ]);
    expect(archive.members.get(CONTENT_MEMBER)).toEqual(
      definition === withContent ? LARGE_CONTENT : undefined,
    );
  }
  const doctor = await installation.run(['doctor', '--verify']);
  expect([doctor.code, doctor.stderr]).toEqual([0, '']);
});

async function backends(condition: string): Promise<number> {
  const rows = await installation.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`,
  );
  return rows.length;
}
