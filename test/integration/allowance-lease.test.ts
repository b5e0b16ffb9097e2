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
  const { rows } = await sql<{ used: number }>`
    SELECT used FROM request_windows WHERE workspace_id = ${id}`.execute(database.db);
  expect(rows).toEqual([{ used: calls.filter(({ status }) => status === 'fulfilled').length }]);
});
