import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { rowsClient } from '../../../test/support/rows-client.ts';
import { copyRows, selectCells, type TakeRow } from './raw-rows.ts';
import { destroyConnection } from './copy.ts';
import { connectAlone } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Client = Awaited<ReturnType<typeof connectAlone>>;

const WAYS = {
  COPY: {
    start: (client: Client, select: string, take: TakeRow) =>
      copyRows(client, `COPY (${select}) TO STDOUT`, take),
    end: '\n',
  },
  SELECT: { start: selectCells, end: '' },
} as const;
type Way = keyof typeof WAYS;
const ways = Object.keys(WAYS) as Way[];

const read =
  (client: Client, way: Way) =>
  async (select: string, onRows: () => void = () => undefined): Promise<string[]> => {
    const rows: string[] = [];
    let row = '';
    let counted = 0;
    const reading = WAYS[way].start(client, select, ({ chunk, start, end, isLast }) => {
      row += chunk.toString('latin1', start, end);
      if (!isLast) return;
      rows.push(Buffer.from(row, 'latin1').toString());
      row = '';
    });
    for await (const more of reading) {
      counted += more;
      onRows();
    }
    expect(counted).toBe(rows.length);
    return rows;
  };

it.each(ways)('gives every row of one %s after the other, and the connection goes on', async (way) => {
  const { end } = WAYS[way];
  const client = await connectAlone(database.connection, 'rows test');
  for (const count of [0, 1, 100_000]) {
    const rows = await read(
      client,
      way,
    )(
      `SELECT repeat('x', n % 300) || CASE WHEN n % 300 = 0 THEN '' ELSE 'é' END FROM generate_series(1, ${count}) AS n`,
    );
    expect(rows).toEqual(
      Array.from({ length: count }, (_, index) => {
        const length = (index + 1) % 300;
        return `${'x'.repeat(length)}${length === 0 ? '' : 'é'}${end}`;
      }),
    );
  }
  // Of several chunks each.
  expect(
    (await read(client, way)("SELECT repeat('y', 300000) FROM generate_series(1, 3)")).map(
      (row) => row.length,
    ),
  ).toEqual(Array.from({ length: 3 }, () => 300_000 + end.length));
  expect((await client.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it.each(ways)(
  '%s fails with what PostgreSQL says, before the first row and after many, and the connection goes on',
  async (way) => {
    const client = await connectAlone(database.connection, 'rows test');
    for (const bad of [1, 50_000])
      await expect(
        read(client, way)(`SELECT 1 / (n - ${bad}) FROM generate_series(1, 60000) AS n`),
      ).rejects.toThrow('division by zero');
    await expect(read(client, way)('SELECT nothing')).rejects.toThrow('column "nothing" does not exist');
    expect(await read(client, way)('SELECT 1')).toEqual([`1${WAYS[way].end}`]);
    await client.end();
  },
);

it.each(ways)('%s fails when the connection is cut', async (way) => {
  const client = await connectAlone(database.connection, 'rows test');
  const reading = read(client, way)('SELECT n FROM generate_series(1, 10000000) AS n', () => {
    destroyConnection(client);
  });
  await expect(reading).rejects.toThrow('Connection terminated unexpectedly');
  await expect(read(client, way)('SELECT 1')).rejects.toThrow();
});

it.each(ways)('%s gives the same rows wherever the bytes are cut', async (way) => {
  const cells = ['first', '', 'D', 'C\0\0\0\u0004', 'é'.repeat(40), ''];
  for (let size = 1; size < 60; size += 1) {
    const { client, rest } = rowsClient(
      cells.map((cell) => Buffer.from(cell)),
      [size],
      way,
    );
    const rows: Buffer[] = [];
    let row: Buffer[] = [];
    let counted = 0;
    const start = way === 'COPY' ? copyRows : selectCells;
    const reading = start(client, 'any', ({ chunk, start: from, end, isLast }) => {
      row.push(Buffer.from(chunk.subarray(from, end)));
      if (!isLast) return;
      rows.push(Buffer.concat(row));
      row = [];
    });
    for await (const more of reading) counted += more;
    expect(rows.map(String)).toEqual(cells);
    expect(counted).toBe(cells.length);
    // Once: what was read ahead is not read again.
    expect(rest()).toMatch(way === 'COPY' ? /^c[^Z]{4}C[^Z]*Z.{4}I$/s : /^C[^Z]*Z.{4}I$/s);
  }
});
