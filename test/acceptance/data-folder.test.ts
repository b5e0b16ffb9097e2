import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createInstallation, loginAs, type Installation } from '../support/installation.ts';

/** With the embedded database, in the data folder of the settings. */
const EMBEDDED = { DATABASE_URL: '' };
const UNNAMED = { ...EMBEDDED, WAYBILL_DATA: '' };
const isLong = process.env['WAYBILL_TEST_LONG'] === '1';

let installation: Installation;

beforeEach(async () => {
  installation = await createInstallation({ isNew: true });
  // PostgreSQL, under a user of its own when these tests run as root, has to get into the data folder.
  await chmod(installation.dir, 0o755);
});
afterEach(() => installation.remove());

function expectRefusal(result: Awaited<ReturnType<Installation['run']>>, folder: string): void {
  const { code, stdout, stderr } = result;
  expect([code, stdout], stderr).toEqual([2, '']);
  expect(stderr).toContain(`There is no installation in ${path.join(installation.dir, folder)}.`);
  for (const way of ['--data', 'WAYBILL_DATA', 'DATABASE_URL', 'start the server'])
    expect(stderr).toContain(way);
  expect(stderr).not.toMatch(/\n\s+at /);
}

it.each([
  [['user', 'add', '--email', 'new@example.test']],
  [['worker']],
  ...(isLong
    ? [
        [['user', 'list']],
        [['backup', 'backup']],
        [['client', 'add', '--name', 'erp']],
        [['client', 'list']],
        [['client', 'revoke', 'X']],
        [['workspace', 'add', '--name', 'Second']],
        [['workspace', 'list']],
      ]
    : []),
])('%j makes no installation where there is none, and says where it looked', async (args) => {
  expectRefusal(await installation.run(args, EMBEDDED), 'data');
  expect(await readdir(installation.dir)).toEqual(['password-of-users']);
});

it.each([[['import', 'bundle']], ...(isLong ? [[['seed', '--items', '10']]] : [])])(
  '%j makes none in the default folder, which nobody has named',
  async (args) => {
    expectRefusal(await installation.run(args, UNNAMED), 'waybill-data');
    expect(await readdir(installation.dir)).toEqual(['password-of-users']);
  },
);

it('seed fills a new folder that is named; the server goes on with it, and users are added beside it and after it', async () => {
  const seeded = await installation.run(['seed', '--items', '10'], EMBEDDED);
  expect(seeded.code, seeded.stderr).toBe(0);
  const passwordFile = path.join(installation.dir, 'password-of-users');
  const add = async (email: string) => {
    const args = ['user', 'add', '--email', email, '--password-file', passwordFile];
    const { code, stderr } = await installation.run(args, EMBEDDED);
    expect(code, stderr).toBe(0);
  };
  const server = await installation.serve(['--workers', '0'], EMBEDDED);
  await add('beside@example.test');
  const items = await (
    await loginAs(server, 'beside@example.test')
  ).get<{ count: number }>('/v1/items?limit=1');
  expect(items.body.count).toBe(10);
  expect(await server.stop()).toBe(0);
  await add('after@example.test');
});
