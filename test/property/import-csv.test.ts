import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../src/records/import/csv-parser.ts';
import type { CsvRow, LineEnd, PlainPattern, PlainRow } from '../../src/records/import/csv-records.ts';
import { readCsvRows } from '../../src/records/import/csv-rows.ts';
import { READER_OF_TYPE, wholeNumber, readerOfAttribute } from '../../src/records/import/cell-values.ts';
import { createProblems, type Problems } from '../../src/records/import/problems.ts';
import { createRowWriter, plainPattern, type Cell } from '../../src/records/import/stage-rows.ts';

/** Bundles are read in a hurry, with a parser beside for what is not by the rules: nobody may notice. */

const RUNS = process.env['WAYBILL_TEST_LONG'] === '1' ? 20_000 : 1_500;
const FILE = 'SPECS.csv';

/** The bytes of a file as a stream gives them, cut anywhere, inside characters too. */
function stream(bytes: Buffer, cuts: readonly number[]): Readable {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const ends = [...places, bytes.length];
  return Readable.from(
    ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)).filter((piece) => piece.length > 0),
    { objectMode: false },
  );
}

interface Read {
  readonly rows: { line: number; cells: readonly string[] }[];
  readonly problems: string;
}

const told = (problems: Problems): string => {
  try {
    problems.throwIfAny();
    return '';
  } catch (error) {
    return String(error);
  }
};

/** Cells of a row, whether it was parsed or only recognized. */
function cellsOf(row: CsvRow | PlainRow): { line: number; cells: readonly string[] } {
  if ('cells' in row) return { line: row.line, cells: row.cells };
  const [cells = []] = parse(row.front + row.back, {
    record_delimiter: ['\u0001'],
  }) as readonly string[][];
  return { line: row.line, cells };
}

async function read(
  content: Readable,
  plain: (lineEnd: LineEnd) => PlainPattern | undefined = () => undefined,
): Promise<Read> {
  const problems = createProblems();
  const rows: Read['rows'] = [];
  try {
    for await (const some of readCsvRows({ file: FILE, content, problems, plain }))
      rows.push(...some.map(cellsOf));
  } catch (error) {
    return { rows, problems: String(error) };
  }
  return { rows, problems: told(problems) };
}

async function parseAll(content: Readable): Promise<Read> {
  const problems = createProblems();
  const rows: Read['rows'] = [];
  try {
    for await (const row of parseRecords({ file: FILE, content, firstLine: 1, lineEnd: undefined }, problems))
      rows.push(row);
  } catch (error) {
    return { rows, problems: String(error) };
  }
  return { rows, problems: told(problems) };
}

const cuts = fc.array(fc.nat(), { maxLength: 8 });
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '12.5',
    'true',
    '2024-02-29T00:00:00Z',
    '\\.',
    '\\N',
    '\t',
    ' ',
    '"',
    '""',
    ',',
    'x\ny',
    '\n\n',
    '\r',
    '\r\n',
  ),
  fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\\', ' ', 'é', '接', '😀', '\u00a0'),
    maxLength: 8,
  }),
);

interface Table {
  readonly cells: readonly (readonly string[])[];
  readonly quoted: readonly boolean[];
  readonly blank: readonly number[];
  readonly lineEnd: LineEnd;
  readonly hasMark: boolean;
  readonly isEnded: boolean;
}

const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record({
    cells: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 8,
    }),
    quoted: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    blank: fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
    lineEnd: fc.constantFrom<LineEnd>('\n', '\r\n'),
    hasMark: fc.boolean(),
    isEnded: fc.boolean(),
  }),
);

/** The file, and what stands in it where. */
function write({ cells, quoted, blank, lineEnd, hasMark, isEnded }: Table): {
  text: string;
  rows: Read['rows'];
} {
  let text = '';
  let line = 1;
  const rows = cells.map((row, index) => {
    const empty = index === 0 ? 0 : (blank[index] ?? 0);
    text += lineEnd.repeat(empty);
    line += empty;
    const written = row.map((value, column) => {
      // A record of one empty cell would be an empty line.
      const needs = /[",\r\n]/.test(value) || quoted[(index * 5 + column) % 40] === true || row.length === 1;
      return needs ? `"${value.replaceAll('"', '""')}"` : value;
    });
    const record = written.join(',');
    const found = { line, cells: row };
    text += record + (index === cells.length - 1 && !isEnded ? '' : lineEnd);
    line += 1 + (record.match(/\n/g)?.length ?? 0);
    return found;
  });
  return { text: (hasMark ? '\uFEFF' : '') + text, rows };
}

const TEXT_ONLY = (count: number): Cell[] =>
  Array.from({ length: count }, (_, index) => ({
    header: `c${index}`,
    reader: READER_OF_TYPE.text,
    isRequired: index === 0,
    isName: false,
    target: index < 2 ? 'own' : { place: index - 2 },
  }));

describe('a CSV file', { timeout: 300_000 }, () => {
  it('gives its cells and where they stand, however it is cut into pieces, recognized or parsed', async () => {
    await fc.assert(
      fc.asyncProperty(table, cuts, fc.boolean(), async (one, places, isRecognized) => {
        const { text, rows } = write(one);
        const cells = TEXT_ONLY(one.cells[0]?.length ?? 0);
        const plain = isRecognized ? (lineEnd: LineEnd) => plainPattern(cells, lineEnd) : () => undefined;
        expect(await read(stream(Buffer.from(text), places), plain)).toEqual({ rows, problems: '' });
      }),
      { numRuns: RUNS },
    );
  });

  it('that is none, or not by the rules, gives what a parser of its own gives', async () => {
    const any = fc.string({
      unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r\n', '\n', 'é', ' '),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(any, any, cuts, async (head, tail, places) => {
        const bytes = Buffer.from(`a,b\n${head}\n${tail}`);
        expect(await read(stream(bytes, places))).toEqual(await parseAll(stream(bytes, [])));
      }),
      { numRuns: RUNS },
    );
  });

  it('of old Macs, whose lines end with CR, is read by the parser', async () => {
    const { rows } = await read(stream(Buffer.from('a,b\r1,2\r3,4\r'), [4]));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('reports bytes that are not UTF-8 where they stand, in a row that is recognized otherwise', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b,c\n1,2,3\nx,'),
      Buffer.from([0xff]),
      Buffer.from(',y\n4,5,6\n'),
    ]);
    const { rows, problems } = await read(stream(bytes, []), (lineEnd) =>
      plainPattern(TEXT_ONLY(3), lineEnd),
    );
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(problems).toContain('SPECS.csv:3: this is not UTF-8');
  });
});

const readers = {
  text: READER_OF_TYPE.text,
  number: READER_OF_TYPE.number,
  boolean: READER_OF_TYPE.boolean,
  moment: READER_OF_TYPE['date-time'],
  integer: wholeNumber('integer'),
  bigint: wholeNumber('bigint'),
  list: readerOfAttribute({
    fieldType: 'FIXED_DROP_DOWN',
    multiSelect: false,
    possibleValues: ['a.b', 'a', 'x|y', '(z)', 'q"', 'c,d'],
  }),
  lists: readerOfAttribute({
    fieldType: 'FIXED_DROP_DOWN',
    multiSelect: true,
    possibleValues: ['a.b', 'a', '[x]', 'é'],
  }),
  positive: readerOfAttribute({ fieldType: 'POSITIVE_DOUBLE', multiSelect: false, possibleValues: [] }),
  count: readerOfAttribute({ fieldType: 'POSITIVE_INTEGER', multiSelect: false, possibleValues: [] }),
  whole: readerOfAttribute({ fieldType: 'INTEGER', multiSelect: false, possibleValues: [] }),
  day: readerOfAttribute({ fieldType: 'DATE', multiSelect: false, possibleValues: [] }),
};

const moment = fc
  .tuple(
    fc.integer({ min: 1895, max: 2105 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.integer({ min: 0, max: 25 }),
    fc.integer({ min: 0, max: 61 }),
  )
  .map(([year, month, day, hour, minute]) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
  });

const value = fc.oneof(
  moment,
  fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e'), minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'true',
    'false',
    'TRUE',
    'a.b',
    'a',
    'aXb',
    'x|y',
    'x',
    '(z)',
    'z',
    'a;a.b',
    '[x];a',
    'a;',
    ';a',
    'é',
    '2147483647',
    '2147483648',
    '9007199254740991',
    '9007199254740992',
  ),
);

describe('a cell that is recognized as canonical', () => {
  it.each(Object.entries(readers))('%s: is what reading it gives', (_, { canonical, read: readCell }) => {
    expect(canonical).toBeDefined();
    const pattern = new RegExp(`^${canonical ?? ''}$`);
    fc.assert(
      fc.property(value, (text) => {
        if (pattern.test(text)) expect(readCell(text)).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });

  it('is a day that the calendar has', () => {
    const pattern = new RegExp(`^${readers.moment.canonical ?? ''}$`);
    let recognized = 0;
    for (const year of [1900, 1996, 2000, 2023, 2024, 2099])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T12:00:00Z`;
          if (!pattern.test(text)) continue;
          recognized += 1;
          expect(new Date(text).toISOString()).toBe(text.replace('Z', '.000Z'));
        }
    // All but the 29th of February.
    expect(recognized).toBe(6 * 365);
  });

  it.each(['number', 'positive', 'count', 'whole', 'integer'] as const)(
    '%s: is the shortest text of its number',
    (name) => {
      const pattern = new RegExp(`^${readers[name].canonical ?? ''}$`);
      const digits = fc.string({
        unit: fc.constantFrom('0', '1', '9', '.', '-'),
        minLength: 1,
        maxLength: 7,
      });
      fc.assert(
        fc.property(digits, (text) => {
          // Below a millionth JavaScript writes an exponent.
          if (pattern.test(text) && Math.abs(Number(text)) >= 1e-6) expect(String(Number(text))).toBe(text);
        }),
        { numRuns: RUNS },
      );
    },
  );

  it.each([
    ['moment', '2024-01-31T23:59:59Z'],
    ['moment', '2024-02-28T00:00:00Z'],
    ['number', '-0.25'],
    ['number', '1200'],
    ['number', '0'],
    ['integer', '-999999999'],
    ['bigint', '999999999999999'],
    ['list', 'a.b'],
    ['lists', 'a;a.b;é'],
    ['count', '7'],
    ['positive', '0.5'],
  ] as const)('%s takes %s', (name, text) => {
    expect(new RegExp(`^${readers[name].canonical ?? ''}$`).test(text)).toBe(true);
  });
});

describe('a row', { timeout: 300_000 }, () => {
  it('that is recognized is written as one that is parsed', async () => {
    const cells: Cell[] = [
      { header: 'number', reader: readers.text, isRequired: true, isName: true, target: 'own' },
      { header: 'cost', reader: readers.number, isRequired: false, isName: false, target: 'own' },
      { header: 'at', reader: readers.moment, isRequired: false, isName: false, target: 'own' },
      { header: 'A', reader: readers.text, isRequired: false, isName: false, target: { place: 0 } },
      { header: 'B', reader: readers.text, isRequired: false, isName: false, target: { place: 1 } },
    ];
    const writing = { places: 2, onMissing: () => undefined, onWrongValue: () => undefined };
    const writeRow = createRowWriter(cells, writing);
    let recognized = 0;
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('', '12.5', '007'), async (one, cost) => {
        const rows = one.cells.map((row) => [
          row[0] ?? '',
          cost,
          '2024-01-31T00:00:00Z',
          row[1] ?? '',
          row.at(-1) ?? '',
        ]);
        const { text } = write({ ...one, cells: [cells.map(({ header }) => header), ...rows] });
        const written: string[][] = [[], []];
        for (const [index, plain] of [
          (lineEnd: LineEnd) => plainPattern(cells, lineEnd),
          () => undefined,
        ].entries()) {
          const found = readCsvRows({
            file: FILE,
            content: stream(Buffer.from(text), []),
            problems: createProblems(),
            plain,
          });
          await found.next();
          for await (const some of found) {
            recognized += some.filter((row) => 'front' in row).length;
            written[index]?.push(...some.map(writeRow));
          }
        }
        // COPY reads an empty cell as NULL, with quotes or without.
        const values = written.map((lines) => lines.map((line) => parse(line, { relax_column_count: true })));
        expect(values[0]).toEqual(values[1]);
      }),
      { numRuns: RUNS },
    );
    expect(recognized).toBeGreaterThan(RUNS / 10);
  });
});
