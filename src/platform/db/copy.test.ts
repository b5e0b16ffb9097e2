import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectAlone } from './database.ts';
import { copiesTo, destroyConnection } from './copy.ts';

const AHEAD_BYTES = 1_024 * 1_024;
const rows = (count: number): string =>
  `COPY (SELECT n, repeat('x', 100) FROM generate_series(1, ${count}) AS n) TO STDOUT`;
const FAILING = 'COPY (SELECT 1 / (n - 5) FROM generate_series(1, 10) AS n) TO STDOUT';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Reads them in turn; what was read of each, and the error that ended it. */
async function read(
  statements: readonly string[],
  onFirst: (cut: () => void) => void = () => undefined,
): Promise<{ lines: number[]; error: unknown }> {
  const client = await connectAlone(database.connection, 'copies test');
  const lines: number[] = [];
  try {
    for (const copy of copiesTo(client, statements, AHEAD_BYTES)) {
      let text = '';
      for await (const chunk of copy) text += (chunk as Buffer).toString();
      lines.push(text.split('\n').length - 1);
      if (lines.length === 1)
        onFirst(() => {
          destroyConnection(client);
        });
    }
    return { lines, error: undefined };
  } catch (error) {
    return { lines, error };
  } finally {
    destroyConnection(client);
  }
}

describe('copiesTo', () => {
  it('gives each whole and in turn, small ones and those larger than what is read ahead', async () => {
    expect(await read([rows(3), rows(50_000), rows(0), rows(20_000)])).toEqual({
      lines: [3, 50_000, 0, 20_000],
      error: undefined,
    });
    expect(await read([])).toEqual({ lines: [], error: undefined });
  });

  it('that fail while the one before is read tell whoever reads them', async () => {
    const { lines, error } = await read([rows(20_000), FAILING, rows(3)]);
    expect(lines).toEqual([20_000]);
    expect(error).toMatchObject({ message: 'division by zero' });
  });

  it('that lose their connection before they are read tell it too', async () => {
    const { lines, error } = await read([rows(3), rows(500_000), rows(3)], (cut) => {
      cut();
    });
    expect(lines).toEqual([3]);
    expect(error).toBeInstanceOf(Error);
  });
});
