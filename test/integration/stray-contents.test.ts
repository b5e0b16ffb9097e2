import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createBackup } from '../../src/app/backup/create-backup.ts';
import { holdContents } from '../../src/platform/db/content-lock.ts';
import { connectAlone } from '../../src/platform/db/database.ts';
import { eachStrayContent } from '../../src/records/stored-contents.ts';
import { createApi, define, waitForStatus, type Run } from '../support/api-client.ts';
import { QUIET } from '../support/backups.ts';
import { createImportBench, type ImportBench } from '../support/bundles.ts';
import { ADMIN_EMAIL, loginAs, WORKSPACE_ID } from '../support/installation.ts';
import { isThere } from '../support/processes.ts';
import { createInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

async function findStray(): Promise<string[]> {
  const found: string[] = [];
  const ports = { db: bench.database.db, storage: bench.scratch.storage };
  await eachStrayContent(ports, async (key) => {
    found.push(key);
  });
  return found;
}

it('no content counts as stray while somebody reads by a snapshot', async () => {
  const key = `content/${await bench.newWorkspace()}/stray`;
  await bench.scratch.storage.put(key, Readable.from([Buffer.from('x')]));
  const client = await connectAlone(bench.database.connection, 'stray contents test');
  try {
    await holdContents(client);
    expect(await findStray()).toEqual([]);
  } finally {
    await client.end();
  }
  await until(async () => (await findStray()).length > 0);
  expect(await findStray()).toEqual([key]);
  await bench.scratch.storage.remove(key);
});

it('a backup keeps the contents that its rows name until they are copied', async () => {
  const { workspaceId } = await bench.load({
    'SPECS.csv': 'number\nP-1\n',
    'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,files/a.txt\n',
    'files/a.txt': 'a',
  });
  const { connection } = bench.database;
  const { storage } = bench.scratch;
  const strayMeanwhile: string[] = [];
  const { manifest } = await createBackup({
    dir: path.join(bench.scratch.dir, 'backup'),
    data: {
      database: bench.database,
      connection,
      embedded: undefined,
      storage: {
        ...storage,
        async openRead(key) {
          await bench.database.pool.query('UPDATE files SET content_key = NULL, content_sha256 = NULL');
          strayMeanwhile.push(...(await findStray()));
          return storage.openRead(key);
        },
      },
    },
    ...QUIET,
  });
  expect([strayMeanwhile, manifest.missing]).toEqual([[], []]);
  expect(manifest.files).toHaveLength(1);
  await until(async () => (await findStray()).length > 0);
  expect(await findStray()).toEqual([expect.stringMatching(`^content/${workspaceId}/`)]);
});

it('a running export keeps contents from being removed', async () => {
  const installation = await createInstallation();
  onTestFinished(() => installation.remove());
  const server = await installation.serve(['--sample']);
  const admin = createApi(server.url, (await loginAs(server, ADMIN_EMAIL)).token);
  const unlock = await installation.lock('item_revisions');
  const runs = `/v1/exports/${(await define(admin)).guid}/runs`;
  const { guid } = (await admin.post<Run>(runs, {}, { Prefer: 'respond-async' })).body;
  await until(async () => {
    const waiting = await installation.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill export' AND wait_event_type = 'Lock'",
    );
    return waiting.length > 0;
  });
  const stray = path.join(installation.dir, 'data/files/content', String(WORKSPACE_ID), 'stray');
  await mkdir(path.dirname(stray), { recursive: true });
  await writeFile(stray, 'x');
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  await utimes(stray, twoHoursAgo, twoHoursAgo);
  const repair = () => installation.run(['doctor', '--repair']);
  expect((await repair()).code).toBe(0);
  expect(await isThere(stray)).toBe(true);
  await unlock();
  await waitForStatus(admin, `${runs}/${guid}`, ['COMPLETE']);
  await server.stop();
  expect((await repair()).code).toBe(0);
  expect(await isThere(stray)).toBe(false);
});
