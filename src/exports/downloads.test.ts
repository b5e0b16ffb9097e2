import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createScratch, type Scratch } from '../../test/support/exports.ts';
import { createTestHttpServer } from '../../test/support/http-server.ts';
import type { Caller } from '../access/access.contract.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { createLog } from '../platform/log/log.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { createDownloads } from './downloads.ts';
import { findRunFile } from './runs.store.ts';

const WORKSPACE_ID = 100_000_001;
const KEY = 'exports/100000001/RUN/FILE.zip';
const CONTENT = Buffer.from('0123456789');
const log = createLog('silent');
const CALLER: Caller = {
  userId: 1,
  guid: 'U',
  email: null,
  fullName: 'Somebody',
  role: 'member',
  workspaceId: WORKSPACE_ID,
  timeZone: 'UTC',
  sessionGuid: 'S'.repeat(20),
  address: '127.0.0.1',
  requestId: 'one',
};

let database: TestDatabase;
let scratch: Scratch;
let app: HttpServer;
let origin: string;
/** What goes wrong at the disk while a file is opened, after its size was asked for. */
let openRead: Storage['openRead'] | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  scratch = await createScratch();
  await database.pool.query(`
    INSERT INTO workspaces (id, name) VALUES (${WORKSPACE_ID}, 'One');
    INSERT INTO users (workspace_id, guid, full_name) VALUES (${WORKSPACE_ID}, 'U', 'Somebody');
    INSERT INTO export_definitions (workspace_id, guid, number, name, creator_id, created_at, options)
    SELECT ${WORKSPACE_ID}, 'D', 1, 'Test', id, now(), '{}' FROM users;
    INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, completed_at, ended_at)
    SELECT ${WORKSPACE_ID}, id, 'R', 1, creator_id, 'COMPLETE', now(), now(), now() FROM export_definitions`);
  await database.pool.query(
    `INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
     SELECT id, 'F', 'Test.zip', 'application/zip', 'zip', $1, $2, $3, now(), now() + interval '1 day' FROM export_runs`,
    [CONTENT.length, createHash('sha256').update(CONTENT).digest(), KEY],
  );
});
afterAll(async () => {
  await scratch.remove();
  await database.close();
});

beforeEach(async () => {
  openRead = undefined;
  await scratch.storage.put(KEY, Readable.from([CONTENT]));
  const storage: Storage = {
    ...scratch.storage,
    openRead: (key, range) => (openRead ?? scratch.storage.openRead)(key, range),
  };
  const downloads = createDownloads({ db: database.db, storage, log, audit: async () => undefined });
  app = createTestHttpServer({ log });
  app.get('/file', async (request, reply) => {
    const file = await findRunFile(database.db, WORKSPACE_ID, 'F');
    request.caller = CALLER;
    return downloads.send(file!, request, reply);
  });
  app.get('/status', async () => {
    await downloads.settled();
    return (await database.pool.query<{ status: string }>('SELECT status FROM export_runs')).rows[0];
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const fetchFile = (headers: Record<string, string> = {}) => fetch(`${origin}/file`, { headers });
const status = async (): Promise<unknown> => (await fetch(`${origin}/status`)).json();

function failingWith(code: string): Storage['openRead'] {
  return () => Promise.reject(Object.assign(new Error('the disk fails'), { code }));
}

describe('a file that changes under a download', () => {
  it.each(['before its checksum was read', 'after'])('that is gone %s is answered 3017', async (when) => {
    if (when === 'after') expect((await fetchFile({ Range: 'bytes=0-0' })).status).toBe(206);
    openRead = failingWith('ENOENT');
    for (const headers of [{}, { Range: 'bytes=0-0' }]) {
      const answer = await fetchFile(headers);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ errors: [{ code: 3017 }] });
      expect(answer.headers.get('content-disposition')).toBeNull();
    }
    expect(await status()).toEqual({ status: 'COMPLETE' });
  });

  it.each(['EIO', 'EACCES', 'ESTALE'])(
    'that the storage does not give (%s) is answered 3017',
    async (code) => {
      openRead = failingWith(code);
      const answer = await fetchFile();
      expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ code: 3017 }] }]);
    },
  );

  it('that cannot be read for another reason is a fault of ours', async () => {
    openRead = failingWith('EMFILE');
    const answer = await fetchFile();
    expect([answer.status, await answer.json()]).toMatchObject([500, { errors: [{ code: 3000 }] }]);
  });

  it('that is cut short ends the connection, and the run is not DOWNLOADED', async () => {
    expect((await fetchFile({ Range: 'bytes=0-0' })).status).toBe(206);
    for (const headers of [{}, { Range: 'bytes=5-' }]) {
      openRead = () => Promise.resolve(Readable.from([CONTENT.subarray(0, 3)]));
      await expect(fetchFile(headers).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    }
    expect(await status()).toEqual({ status: 'COMPLETE' });
    openRead = undefined;
    expect(await (await fetchFile({ Range: 'bytes=5-' })).text()).toBe('56789');
    expect(await status()).toEqual({ status: 'DOWNLOADED' });
  });
});

it('who has the last byte and asks at once sees DOWNLOADED, however late the disk says that the file has ended', async () => {
  expect((await fetchFile({ Range: 'bytes=0-0' })).status).toBe(206);
  await database.pool.query("UPDATE export_runs SET status = 'COMPLETE'");
  const content = new Readable({ read: () => undefined });
  content.push(CONTENT);
  openRead = () => Promise.resolve(content);
  expect(await (await fetchFile()).text()).toBe('0123456789');
  expect(await status()).toEqual({ status: 'DOWNLOADED' });
  content.push(null);
});
