import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveUser } from '../../src/access/access.service.ts';
import { recordAudit } from '../../src/access/audit.store.ts';
import { codesOf } from '../support/api-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createWorkspaceRow } from '../support/exports.ts';
import { ADMIN_EMAIL, loginAs } from '../support/installation.ts';
import { createInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

const WORKSPACE = 100_000_001;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await createWorkspaceRow(database.db, WORKSPACE);
  await recordAudit(database.db, { action: 'WORKSPACE_ADD', workspaceId: WORKSPACE, target: 'One' });
});
afterAll(() => database.close());

const rows = async (): Promise<unknown[]> =>
  (await database.pool.query<Record<string, unknown>>('SELECT * FROM audit_trail ORDER BY id')).rows;

describe('the database', () => {
  it.each([
    ['UPDATE', "UPDATE audit_trail SET target = 'Two'"],
    ['UPDATE', 'UPDATE audit_trail SET target = NULL WHERE false'],
    ['DELETE', 'DELETE FROM audit_trail'],
    ['TRUNCATE', 'TRUNCATE audit_trail'],
    ['TRUNCATE', 'TRUNCATE workspaces CASCADE'],
    [
      'UPDATE',
      `INSERT INTO audit_trail OVERRIDING SYSTEM VALUE SELECT * FROM audit_trail ON CONFLICT (id) DO UPDATE SET target = 'Two'`,
    ],
    ['DELETE', 'MERGE INTO audit_trail t USING audit_trail s ON t.id = s.id WHEN MATCHED THEN DELETE'],
    // As replication and tools that switch triggers off write.
    ['DELETE', "SET LOCAL session_replication_role = 'replica'; DELETE FROM audit_trail"],
  ])('refuses %s: %s', async (operation, statement) => {
    const before = await rows();
    expect(before).toHaveLength(1);
    const client = await database.pool.connect();
    try {
      await expect(client.query(`BEGIN; ${statement}; COMMIT`)).rejects.toThrow(
        `the audit trail is append-only: ${operation} is refused`,
      );
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    expect(await rows()).toEqual(before);
  });
});

it('a list that does not end is stopped, and of one workspace no more than four are under way', async () => {
  const installation = await createInstallation();
  try {
    const server = await installation.serve(['--workers', '0'], { WAYBILL_SEARCH_TIMEOUT: '1s' });
    const api = await loginAs(server, ADMIN_EMAIL);
    const unlock = await installation.lock('audit_trail');
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.get('/v1/audit')));
    await unlock();
    expect(answers.map(codesOf).sort()).toEqual([
      ...Array.from({ length: 4 }, () => [422, 422]),
      ...Array.from({ length: 2 }, () => [503, 503]),
    ]);
    expect((await api.get('/v1/audit')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  } finally {
    await installation.remove();
  }
});

it('a new password waits for a login of the same account before it holds anything: neither fails', async () => {
  const email = 'ada@example.test';
  const save = () =>
    saveUser(database.db, {
      workspaceId: WORKSPACE,
      email,
      password: 'correct horse',
      fullName: 'Ada',
      role: 'member',
    });
  await save();
  await database.pool.query('INSERT INTO login_failures (email, failures) VALUES ($1, 1)', [email]);
  const login = await database.pool.connect();
  try {
    // The rows of a login, in its order.
    await login.query('BEGIN');
    await login.query('DELETE FROM login_failures');
    const saving = save();
    await until(async () => {
      const { rows: waiting } = await database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await login.query('UPDATE accounts SET last_workspace_id = $1', [WORKSPACE]);
    await login.query('UPDATE users SET full_name = $1', ['Ada Byron']);
    await login.query('COMMIT');
    await saving;
  } finally {
    login.release();
  }
});
