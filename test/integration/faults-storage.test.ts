import { execFile } from 'node:child_process';
import { chmod, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  codesOf,
  define,
  fileUrlOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { CONTENT_MEMBER, contentRecords, LARGE_CONTENT } from '../support/content-records.ts';
import { ADMIN_EMAIL, loginAs, WORKSPACE_ID, type TestServer } from '../support/installation.ts';
import { watch } from '../support/launch.ts';
import { openLine, type Line } from '../support/line.ts';
import { isThere } from '../support/processes.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { findStored, sha256Of } from '../support/stored-files.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS, exportArchive } from '../support/view-records.ts';

const WITH_CONTENT = { fileContent: { item: 'ALL' }, exportViews: ['SPECS', 'FILES'] };
const NOT_ACCESSIBLE = 'The export file could not be written: the storage is not accessible.';
/** What root may do everywhere without these, others may not do anyway: for it too the bits of a folder then count. */
const WITHOUT_PRIVILEGE =
  process.getuid!() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];

let installation: OpenInstallation;
let line: Line;
let server: TestServer;
let api: Api;
let folder: string;
let definition: Definition;
/** Complete before anything happens. */
let whole: Run;
let file: RunFile;

beforeAll(async () => {
  installation = await createInstallation();
  folder = path.join(installation.dir, 'data/files');
  // By TCP: the folder of PostgreSQL's socket may be closed to a server without privilege.
  line = await openLine(installation.databaseUrl);
  const env = { DATABASE_URL: line.url };
  server = await watch(installation.start(['serve', '--json', '--port', '0'], env, WITHOUT_PRIVILEGE));
  const bundle = await installation.write('bundle', contentRecords(LARGE_CONTENT));
  expect((await installation.run(['import', bundle])).code).toBe(0);
  api = await loginAs(server, ADMIN_EMAIL);
  definition = await define(api, { criteria: ALL_ITEMS, options: WITH_CONTENT });
  whole = await runToEnd(api, definition);
  file = (await api.get<RunFile>(fileUrlOf(definition, whole))).body;
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await line.cut();
  await installation.remove();
});

const runPath = ({ guid }: Run): string => `/v1/exports/${definition.guid}/runs/${guid}`;

async function expectFailed(run: Run): Promise<void> {
  expect(run.status).toBe('FAILED');
  const { waybill } = (await api.get<Run>(`${runPath(run)}?view=full`)).body;
  expect(waybill!.error).toEqual({ code: 3000, message: NOT_ACCESSIBLE });
}

async function expectRefused(): Promise<void> {
  const answer = await api.get(`${fileUrlOf(definition, whole)}/content`);
  expect(codesOf(answer)).toEqual([400, 3017]);
}

/** After the fault all is as it was: what was stored is downloaded, and runs complete. */
afterEach(async () => {
  expect((await api.get('/health/ready')).status).toBe(200);
  expect((await api.get<RunFile>(fileUrlOf(definition, whole))).body).toEqual(file);
  const { members } = await exportArchive(api, WITH_CONTENT);
  expect(members.get(CONTENT_MEMBER)).toEqual(LARGE_CONTENT);
  const download = await fetch(`${api.url}${fileUrlOf(definition, whole)}/content`, {
    headers: { arena_session_id: api.token! },
  });
  expect(download.headers.get('content-length')).toBe(String(file.size));
  expect((await download.arrayBuffer()).byteLength).toBe(file.size);
});

it('a storage that is gone ends a run as FAILED with that reason, and nothing is written where it was', async () => {
  await rename(folder, `${folder}.away`);
  await expectFailed(await runToEnd(api, definition));
  await expectRefused();
  expect(await isThere(folder)).toBe(false);
  await rename(`${folder}.away`, folder);
});

it('a storage that goes away in the middle of a run ends it the same way', async () => {
  const stored = await findStored(installation, sha256Of(LARGE_CONTENT));
  // A pipe in place of the file: the run reads what it is given, when it is given.
  await rename(stored, `${stored}.aside`);
  await promisify(execFile)('mkfifo', [stored]);
  const { body: run } = await api.post<Run>(
    `/v1/exports/${definition.guid}/runs`,
    {},
    { Prefer: 'respond-async' },
  );
  const feed = await open(stored, 'w');
  await feed.write(LARGE_CONTENT.subarray(0, 100_000));
  const temporary = path.join(folder, 'tmp');
  await until(async () => (await readdir(temporary)).some((name) => name.startsWith(run.guid)));
  await rename(folder, `${folder}.away`);
  await feed.write(LARGE_CONTENT.subarray(100_000));
  await feed.close();
  await expectFailed(await waitForStatus(api, runPath(run), ['FAILED', 'COMPLETE']));
  expect(await isThere(folder)).toBe(false);

  await rename(`${folder}.away`, folder);
  await rename(`${stored}.aside`, stored);
  // What the run was writing was out of its reach. Of one that ended a moment ago a worker may still be putting it away.
  await installation.query(
    "UPDATE export_runs SET ended_at = ended_at - interval '2 minutes' WHERE guid = $1",
    [run.guid],
  );
  const { code, stdout } = await installation.run(['doctor', '--repair']);
  expect([code, stdout]).toEqual([0, expect.stringContaining(`a temporary file of ${run.guid}`)]);
  expect(await readdir(temporary)).toEqual([]);
});

it.each([
  ['the whole storage', '.', 0o000],
  ['what is being written', 'tmp', 0o500],
  ['the finished files', `exports/${WORKSPACE_ID}`, 0o500],
])('permission lost on %s ends a run as FAILED with that reason', async (_of, part, mode) => {
  const lost = path.join(folder, part);
  await chmod(lost, mode);
  const run = await runToEnd(api, definition);
  if (mode === 0) await expectRefused();
  await chmod(lost, 0o700);
  await expectFailed(run);
  expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  expect(await readdir(path.join(folder, 'exports', String(WORKSPACE_ID)))).not.toContain(run.guid);
});

it('a flipped bit of what was stored: the file is refused, a run that reads it FAILED with its name, and the server goes on', async () => {
  const next = await runToEnd(api, definition);
  const url = fileUrlOf(definition, next);
  const { guid } = next.files![0]!;
  const stored = path.join(folder, 'exports', String(WORKSPACE_ID), next.guid, `${guid}.zip`);
  const restoreFile = await flipBit(stored);
  expect(codesOf(await api.get(`${url}/content`))).toEqual([400, 3017]);
  await restoreFile();
  const restoreContent = await flipBit(await findStored(installation, sha256Of(LARGE_CONTENT)));
  const failed = await runToEnd(api, definition);
  await restoreContent();
  const { waybill } = (await api.get<Run>(`${runPath(failed)}?view=full`)).body;
  expect(waybill!.error!.message).toMatch(
    /^The content of the file "content\.bin" .+ its checksum differs\.$/,
  );
  expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  expect(
    (await fetch(`${api.url}${url}/content`, { headers: { arena_session_id: api.token! } })).status,
  ).toBe(200);
});

/** Gives what mends it again. */
async function flipBit(stored: string): Promise<() => Promise<void>> {
  const bytes = await readFile(stored);
  const spoilt = Buffer.from(bytes);
  spoilt[Math.floor(bytes.length / 2)]! ^= 1;
  await writeFile(stored, spoilt);
  return () => writeFile(stored, bytes);
}
