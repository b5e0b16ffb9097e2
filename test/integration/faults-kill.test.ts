import { once } from 'node:events';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectAlone } from '../../src/platform/db/database.ts';
import { openEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';
import { createApi, define, waitForStatus, type Api, type Run } from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  createInstallation,
  loginAs,
  WORKSPACE_ID,
  type Installation,
  type TestServer,
} from '../support/installation.ts';
import { until } from '../support/until.ts';

/** With the embedded database. */
const EMBEDDED = { DATABASE_URL: '' };

let installation: Installation;
let server: TestServer;
let files: string;

beforeAll(async () => {
  installation = await createInstallation({ isNew: true });
  // PostgreSQL, under a user of its own when these tests run as root, has to get into the data folder.
  await chmod(installation.dir, 0o755);
  files = path.join(installation.dir, 'data/files');
  server = await installation.serve(['--sample'], EMBEDDED);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

/** The embedded database, with a table of it that nobody else gets to read: a run stays RUNNING. */
async function holdTable(table: string): Promise<{ client: pg.Client; release: () => Promise<void> }> {
  const postgres = await openEmbeddedPostgres({ dataDir: path.join(installation.dir, 'data') });
  const client = await connectAlone(postgres.connection, 'waybill test');
  await client.query(`BEGIN; LOCK TABLE ${client.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`);
  return {
    client,
    release: async () => {
      await client.query('COMMIT');
      await client.end();
      await postgres.close();
    },
  };
}

/** A run of the sample's definition that a worker has begun. */
async function beginRun(api: Api): Promise<{ url: string; guid: string }> {
  const definition = await define(api);
  const runs = `/v1/exports/${definition.guid}/runs`;
  const { guid } = (await api.post<Run>(runs, {}, { Prefer: 'respond-async' })).body;
  await waitForStatus(api, `${runs}/${guid}`, ['RUNNING']);
  return { url: `${runs}/${guid}`, guid };
}

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(files, folder), { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => one.name);
}

it('a run whose process was killed is taken up by the next one at once, and nothing of the dead attempt stays', async () => {
  const admin = await loginAs(server, ADMIN_EMAIL);
  const { client, release } = await holdTable('item_revisions');
  const { url, guid } = await beginRun(admin);
  await server.kill();
  // Who waits for the queue to miss the worker waits longer than this test.
  await client.query("UPDATE pgboss.job SET heartbeat_seconds = 86400 WHERE state = 'active'");
  await release();
  // As a kill between the file's last byte and its row leaves it.
  const folder = path.join('exports', String(WORKSPACE_ID), guid);
  await mkdir(path.join(files, folder), { recursive: true });
  await writeFile(path.join(files, folder, 'OFTHEDEAD.zip'), 'half');

  server = await installation.serve([], EMBEDDED);
  const api = createApi(server.url, admin.token);
  await waitForStatus(api, url, ['COMPLETE']);
  const { body } = await api.get<Run & { waybill: object }>(`${url}?view=full`);
  expect(body.waybill).toMatchObject({ attempt: 2 });
  await until(async () => (await storedFiles(folder)).length === 1);
  expect(await storedFiles(folder)).toEqual([`${body.files![0]!.guid}.zip`]);
  await until(async () => (await storedFiles('tmp')).length === 0);
});

it('a run whose process lives is left to it by another one that starts on the same data folder', async () => {
  const admin = await loginAs(server, ADMIN_EMAIL);
  const { release } = await holdTable('item_revisions');
  const { url } = await beginRun(admin);
  const { child, result } = installation.start(['worker', '--json'], EMBEDDED);
  await once(child.stdout!, 'data');
  await release();
  await waitForStatus(admin, url, ['COMPLETE']);
  const { body } = await admin.get<Run & { waybill: object }>(`${url}?view=full`);
  expect(body.waybill).toMatchObject({ attempt: 1 });
  child.kill('SIGTERM');
  expect((await result).code).toBe(0);
});
