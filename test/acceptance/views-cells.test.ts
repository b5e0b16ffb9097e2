import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  ALL_ITEMS,
  download,
  exportArchive,
  guid,
  rowsOf,
  textOf,
  type Archive,
} from '../support/view-records.ts';
import { AWKWARD_NAMES, cellRecords, numberOf } from '../support/view-records-cells.ts';

const served = useServer({ bundle: cellRecords() });

let archive: Archive;
let text: string;

beforeAll(async () => {
  archive = await exportArchive(served.admin, {});
  text = textOf(archive, 'SPECS');
});

/** The row of a name as it must stand: `cell` is the name in CSV. */
function expectWritten(name: string, cell: string): void {
  const index = AWKWARD_NAMES.indexOf(name);
  expect(index, 'the name is among the records').toBeGreaterThan(-1);
  const row = `\r\n${numberOf(index)},${guid(`NAME${index + 10}`)},,${cell},,,,,,,,,false,,,false,,,false,,false,false,false,false,false,false,,,,,,EFFECTIVE,\r\n`;
  expect(text.includes(row), JSON.stringify(row.slice(0, 300))).toBe(true);
}

describe('CSV', () => {
  it.each([
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ['one\ntwo', '"one\ntwo"'],
    ['one\r\ntwo', '"one\r\ntwo"'],
    ['one\rtwo', '"one\rtwo"'],
    ['\n', '"\n"'],
  ])('puts quotes around %j, and doubles those inside: RFC 4180 [VIE-37]', (name, cell) => {
    expectWritten(name, cell);
  });

  it.each(
    [
      ' blanks ',
      'Größe 部品 😀 e\u0301',
      '\ufeffmark',
      'back\\slash',
      'NULL',
      'a;b',
      "it's",
      'tab\there',
      '\\N',
    ].map((name) => [name]),
  )('writes %j as it is [VIE-38]', (name) => {
    expectWritten(name, name);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'].map((name) => [name]))(
    'writes %j, which a spreadsheet takes for a formula, as it is [VIE-47]',
    (name) => {
      expectWritten(name, name);
    },
  );

  it('writes a cell that begins with CR, or a formula with commas, as it is inside its quotes [VIE-37, VIE-47]', () => {
    expectWritten('\r=1', '"\r=1"');
    expectWritten('=HYPERLINK("http://x.example","y")', '"=HYPERLINK(""http://x.example"",""y"")"');
  });

  it('is UTF-8 without a byte order mark, one header row, every row ended by CRLF [VIE-38, VIE-39, VIE-40]', () => {
    const bytes = archive.members.get('SPECS.csv')!;
    expect(bytes.subarray(0, 12).toString('latin1')).toBe('number,guid,');
    expect(text.match(/(^|\r\n)number,guid,/g)).toHaveLength(1);
    expect(text.endsWith('EFFECTIVE,\r\n')).toBe(true);
    expect(Buffer.from(text)).toEqual(bytes);
  });

  it('gives a reader of RFC 4180 back every text that came in [VIE-37, VIE-39]', () => {
    expect(rowsOf(archive, 'SPECS').map(({ number, name }) => [number, name])).toEqual(
      AWKWARD_NAMES.map((name, index) => [numberOf(index), name]),
    );
    const records: string[][] = parse(text, { record_delimiter: '\r\n' });
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([33]));
  });
});

it('JSON of the same records has the same texts', async () => {
  const { bytes } = await download(served.admin, { format: 'json' }, ALL_ITEMS);
  const { results } = JSON.parse(bytes.toString()) as { results: { name: string }[] };
  expect(results.map(({ name }) => name)).toEqual(AWKWARD_NAMES);
});
