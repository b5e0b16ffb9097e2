import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../../src/engine/formats/csv.ts';
import { BLOCK_BYTES } from '../../src/platform/memory.ts';
import type { RunColumn } from '../../src/engine/columns.ts';
import type { View } from '../../src/engine/views/view.ts';
import { connectAlone } from '../../src/platform/db/database.ts';
import { rowsClient } from '../support/rows-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const RUNS = process.env['WAYBILL_TEST_LONG'] === undefined ? 1_000 : 30_000;

type Cell = string | null;
type Row = readonly Cell[];

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', '\t', ' ', 'a', '1', 'é', '部', '😀', '\\'),
  }),
  fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed() && !one.includes('\0')),
  fc.constantFrom('', '"', '\r\n', '\\.', '=1+1', '\ufeff', 'NULL'),
);
const cell = fc.oneof({ weight: 6, arbitrary: text }, fc.constant(null));
const rows = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));
const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 });

/** COPY's CSV as PostgreSQL's manual has it: null is nothing, an empty text is `""`, records end with LF. */
function copyCsv(list: readonly Row[]): Buffer[] {
  const encode = (one: Cell, _: number, row: Row): string => {
    if (one === null) return '';
    return one === '' || (one === '\\.' && row.length === 1) || /[",\r\n]/.test(one)
      ? `"${one.replaceAll('"', '""')}"`
      : one;
  };
  return list.map((row) => Buffer.from(`${row.map(encode).join(',')}\n`));
}

const ANY_VIEW: View = {
  name: 'SPECS',
  columns: [],
  from: 'records',
  orderBy: 'position',
  json: { place: 'item', key: 'specs' },
};
/** Of no columns. */
const HEADER = Buffer.from('\r\n');

/** What `csvOf` makes of records that arrive cut into chunks of these sizes. */
async function convert(
  records: readonly Buffer[],
  sizes: readonly number[],
): Promise<{ csv: Buffer; counted: number }> {
  const { client, rest } = rowsClient(records, sizes);
  let counted = 0;
  const source = { view: ANY_VIEW, columns: [] };
  const csv = Buffer.concat(await Array.fromAsync(csvOf(client, source, (more) => (counted += more))));
  expect(csv.subarray(0, HEADER.length)).toEqual(HEADER);
  expect(rest()).toMatch(/^c/);
  return { csv: csv.subarray(HEADER.length), counted };
}

/** Read by a strict reader that knows CRLF only; nothing between two commas is null, two quotes are an empty text. */
function read(csv: Buffer): Row[] {
  return parse(csv, {
    record_delimiter: '\r\n',
    skip_empty_lines: false,
    bom: false,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
}

/** A second opinion that knows nothing of rows: pieces of text outside of quotes have even places, those inside odd ones. */
function piecesOf(csv: Buffer, parity: 0 | 1): string[] {
  return csv
    .toString('latin1')
    .split('"')
    .filter((_, index) => index % 2 === parity);
}

describe('csvOf', { timeout: 300_000 }, () => {
  it('changes the ends of records and nothing else, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, chunkSizes, async (list, sizes) => {
        const records = copyCsv(list);
        const bytes = Buffer.concat(records);
        const { csv, counted } = await convert(records, sizes);
        expect(read(csv)).toEqual(list);
        expect(counted).toBe(list.length);
        expect(csv).toHaveLength(bytes.length + list.length);
        expect(piecesOf(csv, 0).join('"').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(piecesOf(csv, 1)).toEqual(piecesOf(bytes, 1));
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same bytes for every cut', async () => {
    const records = copyCsv([
      ['a', 'x\ny', null],
      ['', '"\n"', 'é\r\n'],
      [null, null, '部'],
    ]);
    const whole = await convert(records, [1_000]);
    for (let size = 1; size < 100; size += 1) {
      expect(await convert(records, [size])).toEqual(whole);
      expect(await convert(records, [size, 1_000])).toEqual(whole);
    }
  });

  it('gives the same bytes wherever its own blocks end', async () => {
    for (const length of [-3, -2, -1, 0, 1].map((more) => BLOCK_BYTES + more)) {
      // The header row takes two bytes.
      const records = [Buffer.from(`${'x'.repeat(length)}\n`), Buffer.from('y\n')];
      const { csv, counted } = await convert(records, [65_536]);
      expect(csv.equals(Buffer.from(`${'x'.repeat(length)}\r\ny\r\n`))).toBe(true);
      expect(counted).toBe(2);
    }
  });
});

describe("PostgreSQL's own COPY", () => {
  const WIDTH = 3;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  function columnsNamed(headers: readonly string[]): RunColumn[] {
    return headers.map((header, index) => ({ header, expression: `cells[${index + 1}]`, type: 'text' }));
  }

  /** `csvOf` over a table that holds the rows. */
  async function copied(
    list: readonly Row[],
    headers: readonly string[],
  ): Promise<{ csv: Buffer; counted: number }> {
    const client = await connectAlone(database.connection, 'csv test');
    try {
      await client.query('CREATE TEMPORARY TABLE records (position int, cells text[])');
      for (const [index, row] of list.entries())
        await client.query('INSERT INTO records VALUES ($1, $2)', [index, row]);
      const columns = columnsNamed(headers);
      const view: View = { ...ANY_VIEW, columns };
      let counted = 0;
      const chunks = await Array.fromAsync(csvOf(client, { view, columns }, (more) => (counted += more)));
      return { csv: Buffer.concat(chunks), counted };
    } finally {
      await client.end();
    }
  }

  it('is read back as it was stored, header first', async () => {
    const list = fc.sample(fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }), {
      numRuns: 500,
      seed: 20260309,
    });
    const headers = ['number', 'a "name", quoted', 'two\r\nlines'];
    const { csv, counted } = await copied(list, headers);
    expect(read(csv)).toEqual([headers, ...list]);
    expect(counted).toBe(list.length);
  });

  it('is encoded as the tests above suppose', async () => {
    const list: Row[] = [
      ['', null, '\\.'],
      ['a"b', 'a,b', 'a\nb'],
      ['a\rb', ' a ', 'é'],
    ];
    const { csv } = await copied(list, ['a', 'b', 'c']);
    expect(csv.toString()).toBe(`a,b,c\r\n${(await convert(copyCsv(list), [7])).csv.toString()}`);
  });

  it('has a header row and nothing more for no rows', async () => {
    expect(await copied([], ['number', 'name'])).toEqual({ csv: Buffer.from('number,name\r\n'), counted: 0 });
  });
});
