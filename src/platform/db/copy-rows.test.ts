import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { copyRows } from './copy-rows.ts';
import { destroyConnection } from './copy.ts';
import { connectAlone } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function read(
  client: Awaited<ReturnType<typeof connectAlone>>,
  select: string,
  onRows: () => void = () => undefined,
): Promise<string[]> {
  const rows: string[] = [];
  let row = '';
  let counted = 0;
  const copy = copyRows(client, `COPY (${select}) TO STDOUT`, ({ chunk, start, end, isLast }) => {
    row += chunk.toString('utf8', start, end);
    if (!isLast) return;
    rows.push(row);
    row = '';
  });
  for await (const more of copy) {
    counted += more;
    onRows();
  }
  expect(counted).toBe(rows.length);
  return rows;
}

it('gives every row of one COPY after the other, and the connection goes on', async () => {
  const client = await connectAlone(database.connection, 'rows test');
  for (const count of [0, 1, 100_000]) {
    const rows = await read(client, `SELECT n, repeat('x', n % 300) FROM generate_series(1, ${count}) AS n`);
    expect(rows).toEqual(
      Array.from({ length: count }, (_, index) => `${index + 1}\t${'x'.repeat((index + 1) % 300)}\n`),
    );
  }
  // Of several chunks each.
  expect(
    (await read(client, "SELECT repeat('y', 300000) FROM generate_series(1, 3)")).map((row) => row.length),
  ).toEqual([300_001, 300_001, 300_001]);
  expect((await client.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it('fails with what PostgreSQL says, before the first row and after many, and the connection goes on', async () => {
  const client = await connectAlone(database.connection, 'rows test');
  for (const bad of [1, 50_000])
    await expect(read(client, `SELECT 1 / (n - ${bad}) FROM generate_series(1, 60000) AS n`)).rejects.toThrow(
      'division by zero',
    );
  await expect(read(client, 'SELECT nothing')).rejects.toThrow('column "nothing" does not exist');
  expect(await read(client, 'SELECT 1')).toEqual(['1\n']);
  await client.end();
});

it('fails when the connection is cut', async () => {
  const client = await connectAlone(database.connection, 'rows test');
  const reading = read(client, 'SELECT n FROM generate_series(1, 10000000) AS n', () => {
    destroyConnection(client);
  });
  await expect(reading).rejects.toThrow('Connection terminated unexpectedly');
  await expect(read(client, 'SELECT 1')).rejects.toThrow();
});
