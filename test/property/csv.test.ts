import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf, withCrlf } from '../../src/engine/formats/csv.ts';
import type { RunColumn } from '../../src/engine/columns.ts';
import type { View } from '../../src/engine/views/view.ts';
import { connectAlone } from '../../src/platform/db/database.ts';
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
function copyCsv(list: readonly Row[]): Buffer {
  const encode = (one: Cell, _: number, row: Row): string => {
    if (one === null) return '';
    return one === '' || (one === '\\.' && row.length === 1) || /[",\r\n]/.test(one)
      ? `"${one.replaceAll('"', '""')}"`
      : one;
  };
  return Buffer.from(list.map((row) => `${row.map(encode).join(',')}\n`).join(''));
}

async function* inChunks(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function convert(source: AsyncIterable<Buffer>): Promise<{ csv: Buffer; counted: number }> {
  let counted = 0;
  const csv = Buffer.concat(await Array.fromAsync(withCrlf(source, (more) => (counted += more))));
  return { csv, counted };
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

describe('withCrlf', { timeout: 300_000 }, () => {
  it('changes the ends of records and nothing else, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, chunkSizes, async (list, sizes) => {
        const bytes = copyCsv(list);
        const { csv, counted } = await convert(inChunks(bytes, sizes));
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
    const bytes = copyCsv([
      ['a', 'x\ny', null],
      ['', '"\n"', 'é\r\n'],
      [null, null, '部'],
    ]);
    const whole = await convert(inChunks(bytes, [bytes.length]));
    for (let size = 1; size < bytes.length; size += 1) {
      expect(await convert(inChunks(bytes, [size]))).toEqual(whole);
      expect(await convert(inChunks(bytes, [size, bytes.length]))).toEqual(whole);
    }
  });

  it('takes empty chunks, and nothing at all', async () => {
    async function* empties(): AsyncGenerator<Buffer> {
      for (const chunk of ['', 'a\n', '', '"', '', '\n', '', '"\n', '']) yield Buffer.from(chunk);
    }
    expect(await convert(empties())).toEqual({ csv: Buffer.from('a\r\n"\n"\r\n'), counted: 2 });
    expect(await convert(inChunks(Buffer.alloc(0), [1]))).toEqual({ csv: Buffer.alloc(0), counted: 0 });
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
      const view: View = {
        name: 'SPECS',
        columns,
        from: 'records',
        orderBy: 'position',
        json: { place: 'item', key: 'specs' },
      };
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
    expect(csv.toString()).toBe(`a,b,c\r\n${(await convert(inChunks(copyCsv(list), [7]))).csv.toString()}`);
  });

  it('has a header row and nothing more for no rows', async () => {
    expect(await copied([], ['number', 'name'])).toEqual({ csv: Buffer.from('number,name\r\n'), counted: 0 });
  });
});
