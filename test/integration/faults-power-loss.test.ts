import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createApi,
  define,
  fileUrlOf,
  waitForStatus,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { CONTENT_ITEM, contentRecords } from '../support/content-records.ts';
import {
  ADMIN_EMAIL,
  createInstallation,
  loginAs,
  WORKSPACE_ID,
  type Installation,
  type RunningCommand,
  type TestServer,
} from '../support/installation.ts';
import { watch } from '../support/launch.ts';
import { childrenOf, findPostmasters } from '../support/processes.ts';
import { sha256Of } from '../support/stored-files.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS, csv, guid, quoted, type BundleFiles } from '../support/view-records.ts';

/** With the embedded database. */
const EMBEDDED = { DATABASE_URL: '' };
const ENDED = ['COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'];

let original: Installation;
let copied: Installation;
const running: RunningCommand[] = [];

beforeAll(async () => {
  [original, copied] = [await createInstallation({ isNew: true }), await createInstallation({ isNew: true })];
  // PostgreSQL, under a user of its own when these tests run as root, has to get into the data folder.
  for (const { dir } of [original, copied]) await chmod(dir, 0o755);
});
afterAll(async () => {
  for (const { child, result } of running) {
    child.kill('SIGTERM');
    expect((await result).code).toBe(0);
  }
  for (const installation of [original, copied]) await installation.remove();
});

async function serve(installation: Installation, ...flags: readonly string[]): Promise<TestServer> {
  const command = installation.start(['serve', '--json', '--port', '0', ...flags], EMBEDDED);
  running.push(command);
  return watch(command);
}

/** An item with so many physical files that storing them takes a while. */
function manyContents(): BundleFiles {
  const names = Array.from({ length: 300 }, (_, index) => `content-${index}.bin`);
  return {
    ...Object.fromEntries(names.map((name) => [`files/${name}`, randomBytes(10_000)])),
    'SPECS.csv': csv('number,revisionNumber', 'MANY-CONTENTS,A'),
    'FILES_FILE_SUMMARY.csv': csv(
      'guid,name,number',
      ...names.map((name, index) => quoted(guid(`MANY${index}`), name, name)),
    ),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,primary,contentPath',
      ...names.map((name, index) =>
        quoted('MANY-CONTENTS', guid(`MANY${index}`), name, 'false', `files/${name}`),
      ),
    ),
  };
}

interface Acknowledged {
  readonly tokens: (string | undefined)[];
  readonly runs: { definition: Definition; guid: string }[];
  /** SHA-256 of downloads by the path of their files. */
  readonly files: Map<string, string>;
}

/** Keeps the server writing, and writes down what it has answered, until it is stopped. */
function startLoad(server: TestServer, admin: Api): { known: Acknowledged; stop: () => Promise<void> } {
  const known: Acknowledged = { tokens: [], runs: [], files: new Map() };
  let isOver = false;
  const again = async (step: () => Promise<void>): Promise<void> => {
    while (!isOver) await step();
  };
  const loops = Promise.all([
    again(async () => {
      known.tokens.push((await loginAs(server, ADMIN_EMAIL)).token);
      // A check of a password is a core's work.
      await wait(200);
    }),
    again(async () => {
      const definition = await define(admin, { criteria: ALL_ITEMS });
      const runs = `/v1/exports/${definition.guid}/runs`;
      const { body: run } = await admin.post<Run>(runs, {}, { Prefer: 'respond-async' });
      known.runs.push({ definition, guid: run.guid });
      if (known.runs.length % 2 !== 0) return;
      const url = fileUrlOf(definition, await waitForStatus(admin, `${runs}/${run.guid}`, ENDED));
      known.files.set(url, sha256Of(await download(admin, url)));
    }),
  ]);
  // Told by `stop`; a test that has failed before does not wait for them.
  loops.catch(() => undefined);
  return {
    known,
    async stop() {
      isOver = true;
      await loops;
    },
  };
}

async function download(api: Api, url: string): Promise<Buffer> {
  const response = await fetch(`${api.url}${url}/content`, { headers: { arena_session_id: api.token! } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/**
 * Copies the data folder while every process that writes to it stands still: what is on the disk then is what a crash of them all would
 * leave. (Of a power cut it differs in what had been written and not flushed yet: a power cut may lose that, the copy has it.)
 */
async function copyAtOneInstant(commands: readonly RunningCommand[]): Promise<void> {
  const [postmaster] = await findPostmasters(original.dir);
  const stopped: number[] = [];
  const stopAll = (pids: readonly number[]): void => {
    for (const pid of pids.filter((one) => !stopped.includes(one))) {
      process.kill(pid, 'SIGSTOP');
      stopped.push(pid);
    }
  };
  stopAll([...commands.map(({ child }) => -child.pid!), postmaster!]);
  // It starts no more of them now; one may have ended by itself.
  for (const pid of await childrenOf(postmaster!)) {
    try {
      stopAll([pid]);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ESRCH');
    }
  }
  try {
    await promisify(execFile)('cp', ['-a', path.join(original.dir, 'data'), path.join(copied.dir, 'data')]);
  } finally {
    for (const pid of stopped.toReversed()) process.kill(pid, 'SIGCONT');
  }
}

it('a data folder as a crash of everything leaves it in the middle of runs, logins and an import starts, with all that was acknowledged', async () => {
  const server = await serve(original, '--sample');
  const admin = await loginAs(server, ADMIN_EMAIL);
  const done = await original.write('done', contentRecords(randomBytes(100_000)));
  expect((await original.run(['import', done], EMBEDDED)).code).toBe(0);
  const { known, stop } = startLoad(server, admin);
  const bundle = await original.write('half', manyContents());
  const importing = original.start(['import', bundle], EMBEDDED);
  const contents = path.join(original.dir, 'data/files/content', String(WORKSPACE_ID));
  const stored = (await readdir(contents)).length;
  await until(() => known.tokens.length > 1 && known.files.size > 1);
  // The import is in the middle of them.
  await until(async () => (await readdir(contents)).length > stored + 10);
  const before = { tokens: [...known.tokens], runs: [...known.runs], files: new Map(known.files) };
  const sockets = (await readdir(path.join(original.dir, 'data/postgres'))).sort();
  await copyAtOneInstant([running[0]!, importing]);
  await stop();
  expect((await importing.result).code).toBe(0);

  const second = await serve(copied);
  // While the original lives, with the process ids that the copy's lock files name: nothing of its own is gone.
  expect((await readdir(path.join(original.dir, 'data/postgres'))).sort()).toEqual(sockets);
  for (const token of before.tokens)
    expect((await createApi(second.url, token).get('/v1/exports')).status).toBe(200);
  const api = createApi(second.url, admin.token);
  for (const { definition, guid } of before.runs) {
    const run = await waitForStatus(api, `/v1/exports/${definition.guid}/runs/${guid}`, ENDED);
    expect(run.status).toMatch(/^(COMPLETE|DOWNLOADED)$/);
  }
  for (const [url, sha256] of before.files) expect(sha256Of(await download(api, url))).toBe(sha256);
  expect((await api.get<Paged<unknown>>(`/v1/items?number=${CONTENT_ITEM}`)).body.count).toBe(1);
  expect((await api.get<Paged<unknown>>('/v1/items?number=MANY-CONTENTS')).body.count).toBe(0);

  const repaired = await copied.run(['doctor', '--verify', '--repair', '--json'], EMBEDDED);
  expect(repaired.code).toBe(0);
  const { checks } = JSON.parse(repaired.stdout) as { checks: { name: string; found: number }[] };
  // What the import had stored is no run's and no record's; whatever else is wrong would have been lost.
  const found = checks.filter((check) => check.found > 0).map(({ name }) => name);
  expect(found.filter((name) => name !== 'strayFiles')).toEqual([]);
  expect((await copied.run(['doctor', '--verify'], EMBEDDED)).code).toBe(0);
  expect((await copied.run(['import', bundle], EMBEDDED)).code).toBe(0);
  expect((await api.get<Paged<unknown>>('/v1/items?number=MANY-CONTENTS')).body.count).toBe(1);
});
