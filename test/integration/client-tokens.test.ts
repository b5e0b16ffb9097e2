import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../src/platform/db/migrate.ts';
import { createApi, type Api } from '../support/api-client.ts';
import { createEmptyDatabase } from '../support/database.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { PROJECT_DIR } from '../support/processes.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

const MIGRATIONS = path.join(PROJECT_DIR, 'migrations');

let installation: OpenInstallation;
let server: TestServer;
let client: { clientId: string; clientSecret: string };

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve();
  const added = await installation.run(['--json', 'client', 'add', '--name', 'Machine']);
  client = JSON.parse(added.stdout) as typeof client;
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

async function openMachineSession(): Promise<Api> {
  const { body } = await createApi(server.url).send<{ access_token: string }>('/oauth2/token', {
    method: 'POST',
    text: `grant_type=client_credentials&client_id=${client.clientId}&client_secret=${client.clientSecret}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  return createApi(server.url, body.access_token);
}

const statusOf = async (api: Api): Promise<number> => (await api.get('/v1/exports')).status;

it('a token ends an hour after it was made, used or not; a login ends 90 minutes after its last use', async () => {
  const [machine, person] = [await openMachineSession(), await loginAs(server, ADMIN_EMAIL)];
  const [kept] = await installation.query<{ seconds: number }>(
    'SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM sessions WHERE expires_at IS NOT NULL',
  );
  expect(kept).toEqual({ seconds: 3_600 });
  const age = (minutes: number): Promise<unknown> =>
    installation.query(
      `UPDATE sessions SET last_used_at = last_used_at - make_interval(mins => $1),
              expires_at = expires_at - make_interval(mins => $1)`,
      [minutes],
    );
  await age(59);
  expect(await Promise.all([machine, person].map(statusOf))).toEqual([200, 200]);
  await age(1);
  expect(await Promise.all([machine, person].map(statusOf))).toEqual([401, 200]);
  await age(92);
  expect(await statusOf(person)).toBe(401);
});

it('what has ended is forgotten when the next token is made', async () => {
  await openMachineSession();
  await installation.query(`UPDATE sessions SET last_used_at = now() - interval '92 minutes'`);
  const machine = await openMachineSession();
  const rows = await installation.query('SELECT 1 FROM sessions');
  expect([rows.length, await statusOf(machine)]).toEqual([1, 200]);
});

it('neither a secret nor a token is kept as it is', async () => {
  const machine = await openMachineSession();
  const rows = await installation.query<{ row: string }>(
    'SELECT c::text AS row FROM oauth_clients c UNION ALL SELECT s::text FROM sessions s',
  );
  const kept = rows.map(({ row }) => row).join();
  for (const secret of [client.clientSecret, machine.token!]) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

it('a user who had the role before there were clients stays able to log in', async () => {
  const before = await mkdtemp(path.join(tmpdir(), 'waybill-migrations-'));
  const database = await createEmptyDatabase();
  try {
    const all = await readdir(MIGRATIONS);
    for (const name of all.filter((one) => one < '0005'))
      await copyFile(path.join(MIGRATIONS, name), path.join(before, name));
    await migrate(database.connection, before);
    await database.pool.query(`
      INSERT INTO workspaces (id, name) VALUES (100000001, 'One');
      INSERT INTO accounts (email, password_hash) VALUES ('m@example.test', 'x');
      INSERT INTO users (workspace_id, guid, full_name, account_id, role) SELECT 100000001, 'M', 'M', id, 'machine' FROM accounts`);
    await migrate(database.connection);
    const { rows } = await database.pool.query('SELECT role FROM users');
    expect(rows).toEqual([{ role: 'member' }]);
  } finally {
    await database.close();
    await rm(before, { recursive: true });
  }
});
