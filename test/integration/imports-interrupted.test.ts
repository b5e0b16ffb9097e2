import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type Api, type Paged } from '../support/api-client.ts';
import { importTo, perform, settled, type Import } from '../support/imports.ts';
import { ADMIN_EMAIL, loginAs, OTHER_WORKSPACE_ID, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
let server: TestServer;
let admin: Api;

beforeAll(async () => {
  installation = await createInstallation();
  server = await serve();
  admin = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const serve = (): Promise<TestServer> => installation.serve(['--workers', '0']);

/** What is kept of uploads, whole or in part. */
async function keptFiles(): Promise<string[]> {
  const folder = path.join(installation.dir, 'data/files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    .filter((name) => /^(imports|tmp)\//.test(name));
}

/** Enough rows for something to happen in the middle of them. */
const manyRows = (mark: string, count: number): string =>
  `number,name\n${Array.from({ length: count }, (_, index) => `${mark}-${index},Item ${index}\n`).join('')}`;

const numbersOf = async (api: Api, mark: string): Promise<number> =>
  (await api.get<Paged<unknown>>(`/v1/items?number=${mark}-*&limit=1`)).body.count;

describe('two imports at once', () => {
  it('into one workspace come one after the other, and both are done', async () => {
    const begun = await Promise.all(
      ['TWO', 'DUO'].map((mark) =>
        importTo(admin, [{ name: 'SPECS.csv', text: manyRows(mark, 3_000) }], { to: 'UPLOADED' }),
      ),
    );
    const done = await Promise.all(begun.map(({ guid }) => perform(admin, `${guid}/commit`)));
    expect(done.map(({ status }) => status)).toEqual(['COMPLETE', 'COMPLETE']);
    expect([await numbersOf(admin, 'TWO'), await numbersOf(admin, 'DUO')]).toEqual([3_000, 3_000]);
  });

  it('of the same upload are one: the second is refused', async () => {
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('ONE', 2_000) }], {
      to: 'UPLOADED',
    });
    const answers = await Promise.all(
      ['commit', 'commit', 'commit'].map((action) => admin.post(`/v1/imports/${guid}/${action}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    await settled(admin, guid);
  });

  it('of the same upload are one, however long the first takes', async () => {
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('LONG', 10) }], {
      to: 'UPLOADED',
    });
    const free = await installation.lock('items');
    try {
      const begin = () => admin.post(`/v1/imports/${guid}/check`);
      const answers = await Promise.all([begin(), begin()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
      expect(codesOf(await begin())).toEqual([409, 409]);
    } finally {
      await free();
    }
    await settled(admin, guid);
  });
});

describe('many imports at once', () => {
  it('of one workspace leave a place for others', async () => {
    await installation.addOtherWorkspace();
    const email = 'other.admin@example.test';
    await installation.addUser({ email, role: 'administrator', workspaceId: OTHER_WORKSPACE_ID });
    const other = await loginAs(server, email);
    const upload = async (api: Api): Promise<string> =>
      (await importTo(api, [{ name: 'SPECS.csv', text: manyRows('MANY', 10) }], { to: 'UPLOADED' })).guid;
    const mine = await Promise.all(Array.from({ length: 4 }, () => upload(admin)));
    const theirs = await upload(other);
    const free = await installation.lock('items');
    try {
      const statuses: number[] = [];
      for (const guid of mine) statuses.push((await admin.post(`/v1/imports/${guid}/check`)).status);
      expect(statuses).toEqual([202, 202, 202, 503]);
      expect((await other.post(`/v1/imports/${theirs}/check`)).status).toBe(202);
    } finally {
      await free();
    }
    for (const guid of mine) await settled(admin, guid);
    await settled(other, theirs);
  });
});

describe('an import that is stopped', () => {
  it('in the middle has written nothing, and what waits behind it goes on', async () => {
    const unlock = await installation.lock('items');
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('STOP', 100) }], {
      to: 'UPLOADED',
    });
    expect((await admin.post(`/v1/imports/${guid}/commit`)).status).toBe(202);
    const next = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('NEXT', 10) }], {
      to: 'UPLOADED',
    });
    expect((await admin.post(`/v1/imports/${next.guid}/commit`)).status).toBe(202);
    expect((await admin.get<Import>(`/v1/imports/${next.guid}`)).body.progress?.phase).toBe('waiting');
    const { body } = await admin.post<Import>(`/v1/imports/${guid}/abort`);
    expect(body).toMatchObject({ status: 'ABORTED', hasFiles: false });
    await unlock();
    expect((await settled(admin, next.guid)).status).toBe('COMPLETE');
    expect([await numbersOf(admin, 'STOP'), await numbersOf(admin, 'NEXT')]).toEqual([0, 10]);
    expect((await admin.get<Import>(`/v1/imports/${guid}`)).body.status).toBe('ABORTED');
    expect(await keptFiles()).not.toContainEqual(expect.stringContaining(guid));
  });

  it('by another server of the database is stopped all the same', async () => {
    const other = await serve();
    const elsewhere = await loginAs(other, ADMIN_EMAIL);
    const unlock = await installation.lock('items');
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('FAR', 100) }], {
      to: 'UPLOADED',
    });
    // Files that one server has taken are another's too.
    expect((await elsewhere.post(`/v1/imports/${guid}/commit`)).status).toBe(202);
    expect((await admin.get<Import>(`/v1/imports/${guid}`)).body.status).toBe('COMMITTING');
    expect((await admin.post<Import>(`/v1/imports/${guid}/abort`)).body.status).toBe('ABORTED');
    await until(async () => (await atWork()) === 0);
    await unlock();
    expect(await numbersOf(admin, 'FAR')).toBe(0);
    expect(await other.stop()).toBe(0);
  });
});

/** Connections that hold the lock of an import at work. */
const atWork = async (): Promise<number> =>
  (
    await installation.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill import at work'",
    )
  )[0]!.count;

describe('a server that ends', () => {
  it.each(['kill -9', 'SIGTERM'])(
    'by %s in the middle: the import says that it was interrupted, nothing is written, and it can be done again',
    async (how) => {
      const mark = how === 'SIGTERM' ? 'TERM' : 'KILL';
      const doomed = await serve();
      const api = await loginAs(doomed, ADMIN_EMAIL);
      const unlock = await installation.lock('items');
      const { guid } = await importTo(api, [{ name: 'SPECS.csv', text: manyRows(mark, 500) }], {
        to: 'UPLOADED',
      });
      expect((await api.post(`/v1/imports/${guid}/commit`)).status).toBe(202);
      expect((await admin.get<Import>(`/v1/imports/${guid}`)).body.status).toBe('COMMITTING');
      if (how === 'SIGTERM') expect(await doomed.stop()).toBe(0);
      else await doomed.kill();
      await unlock();
      await until(async () => (await admin.get<Import>(`/v1/imports/${guid}`)).body.status === 'FAILED');
      const { body: failed } = await admin.get<Import>(`/v1/imports/${guid}`);
      expect(failed).toMatchObject({ error: { code: 4503 }, hasFiles: true, progress: null, summary: null });
      expect(failed.error?.message).toContain('Nothing was written');
      expect(await numbersOf(admin, mark)).toBe(0);
      expect(codesOf(await admin.post(`/v1/imports/${guid}/commit`))).toEqual([409, 409]);
      expect((await perform(admin, `${guid}/check`)).status).toBe('CHECKED');
      expect((await perform(admin, `${guid}/commit`)).status).toBe('COMPLETE');
      expect(await numbersOf(admin, mark)).toBe(500);
    },
  );

  it('is noticed by the next start', async () => {
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('START', 5) }], {
      to: 'UPLOADED',
    });
    // As a process leaves it that died.
    await installation.query(
      "UPDATE imports SET status = 'CHECKING', lease = gen_random_uuid() WHERE guid = $1",
      [guid],
    );
    const next = await installation.serve(['--workers', '1']);
    await until(async () => {
      const [row] = await installation.query<{ status: string }>(
        'SELECT status FROM imports WHERE guid = $1',
        [guid],
      );
      return row?.status === 'FAILED';
    });
    expect(await next.stop()).toBe(0);
  });
});

/** Files of uploads whose server died before their row was written: one long ago, one just now. */
async function leaveStray(): Promise<{ old: string; young: string }> {
  const names = { old: 'imports/1/STRAY/0', young: 'imports/1/STRAY/1' };
  const folder = path.join(installation.dir, 'data/files');
  await mkdir(path.join(folder, 'imports/1/STRAY'), { recursive: true });
  for (const name of Object.values(names)) await writeFile(path.join(folder, name), 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(path.join(folder, names.old), longAgo, longAgo);
  return names;
}

describe('what nobody goes on with', () => {
  it('is removed after a day, and says so', async () => {
    const { guid } = await importTo(admin, [{ name: 'SPECS.csv', text: manyRows('OLD', 5) }], {
      to: 'UPLOADED',
    });
    const stray = await leaveStray();
    await installation.query("UPDATE imports SET changed_at = now() - interval '25 hours' WHERE guid = $1", [
      guid,
    ]);
    const worker = await installation.serve(['--workers', '1']);
    await until(async () => !(await keptFiles()).some((name) => name.includes(guid)));
    // What came an hour ago and no row names; what came just now may be on its way to one.
    await until(async () => !(await keptFiles()).includes(stray.old));
    expect(await keptFiles()).toContain(stray.young);
    await until(async () => (await admin.get<Import>(`/v1/imports/${guid}`)).body.status === 'FAILED');
    expect((await admin.get<Import>(`/v1/imports/${guid}`)).body).toMatchObject({
      hasFiles: false,
      error: { code: 4410 },
    });
    expect(codesOf(await admin.post(`/v1/imports/${guid}/check`))).toEqual([410, 4410]);
    expect(await worker.stop()).toBe(0);
  });
});
