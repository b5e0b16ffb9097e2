import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAllowance } from '../../src/access/allowance.ts';
import { createWorkspace } from '../../src/access/access.service.ts';
import { UNLIMITED } from '../../src/kernel/limits.ts';
import { sql } from '../../src/platform/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it.each([
  ['its first call comes with the end', false],
  ['it has answered before', true],
])('a process that ends keeps no calls that it has not used: %s', async (_when, hasAnswered) => {
  const { id } = await createWorkspace(database.db, 'Short');
  const allowance = createAllowance(database.db, UNLIMITED, 'UTC');
  const early = allowance.spend(id);
  if (hasAnswered) await early;
  const closed = allowance.close();
  const calls = await Promise.allSettled([
    early,
    allowance.spend(id),
    closed.then(() => allowance.spend(id)),
  ]);
  expect(await usedBy(id)).toBe(calls.filter(({ status }) => status === 'fulfilled').length);
});

it('counts down one by one over the blocks that it leases, and nobody waits for the next one', async () => {
  const { id } = await createWorkspace(database.db, 'Busy');
  const allowance = createAllowance(database.db, UNLIMITED, 'UTC');
  const CALLS = { beforeLock: 700, whileLocked: 1_000, after: 700 };
  const counted: number[] = [];
  const spend = async (calls: number): Promise<void> => {
    for (let call = 0; call < calls; call += 1) counted.push((await allowance.spend(id)).remaining);
  };
  await spend(CALLS.beforeLock);
  await expect.poll(() => usedBy(id)).toBe(2_000);
  await database.db.transaction().execute(async (trx) => {
    await sql`SELECT FROM request_windows WHERE workspace_id = ${id} FOR UPDATE`.execute(trx);
    await spend(CALLS.whileLocked);
  });
  await spend(CALLS.after);
  await allowance.close();
  const calls = CALLS.beforeLock + CALLS.whileLocked + CALLS.after;
  expect(counted).toEqual(Array.from({ length: calls }, (_, call) => UNLIMITED - 1 - call));
  expect(await usedBy(id)).toBe(calls);
});

async function usedBy(workspaceId: number): Promise<number | undefined> {
  const { rows } = await sql<{ used: number }>`
    SELECT used FROM request_windows WHERE workspace_id = ${workspaceId}`.execute(database.db);
  return rows[0]?.used;
}
