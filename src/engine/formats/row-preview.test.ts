import { describe, expect, it } from 'vitest';
import { previewCsv } from './csv-preview.ts';
import { previewJson } from './json-preview.ts';
import { MAX_PREVIEW_BYTES, NoRowsError } from './row-preview.ts';

/** In pieces that end anywhere, and how much of it was asked for. */
function contentOf(text: string, pieceBytes = 7) {
  const bytes = Buffer.from(text);
  const read = { bytes: 0 };
  async function* pieces(): AsyncGenerator<Buffer> {
    for (; read.bytes < bytes.length; read.bytes += pieceBytes)
      yield bytes.subarray(read.bytes, read.bytes + pieceBytes);
  }
  return { read, content: pieces() };
}

describe('a csv member', () => {
  it('gives its header and rows, with quotes, line breaks and characters of several bytes', async () => {
    const { content } = contentOf('number,name\r\n1,"a ""b"", c\r\nd"\r\n2,Ümläut €\r\n');
    expect(await previewCsv(content, 100)).toEqual({
      columns: ['number', 'name'],
      rows: [
        ['1', 'a "b", c\r\nd'],
        ['2', 'Ümläut €'],
      ],
      isComplete: true,
    });
  });

  it('is read only as far as rows are asked for', async () => {
    const { content, read } = contentOf(`n\r\n${'12345\r\n'.repeat(500_000)}`, 65_536);
    const { rows, isComplete } = await previewCsv(content, 100);
    expect([rows.length, isComplete]).toEqual([100, false]);
    expect(read.bytes).toBeLessThan(1_000_000);
  });

  it.each([
    [2, true],
    [1, false],
  ])('of two rows %d: complete is %s', async (limit, isComplete) => {
    const preview = await previewCsv(contentOf('n\r\n1\r\n2\r\n').content, limit);
    expect([preview.rows.length, preview.isComplete]).toEqual([limit, isComplete]);
  });

  it('without rows, and without a header', async () => {
    expect(await previewCsv(contentOf('a,b\r\n').content, 5)).toEqual({
      columns: ['a', 'b'],
      rows: [],
      isComplete: true,
    });
    expect(await previewCsv(contentOf('').content, 5)).toEqual({ columns: [], rows: [], isComplete: true });
  });

  it('has null where a row is short, and cuts long cells', async () => {
    const { rows } = await previewCsv(contentOf(`a,b\r\n${'x'.repeat(3_000)}\r\n`, 999).content, 5);
    expect(rows).toEqual([[`${'x'.repeat(2_000)}…`, null]]);
  });

  it('that is no CSV has no rows', async () => {
    await expect(previewCsv(contentOf('a,b\r\n1,"x').content, 5)).rejects.toThrow(NoRowsError);
  });

  it('fails as its source does', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from('a\r\n');
      throw new Error('the disk is gone');
    }
    await expect(previewCsv(failing(), 5)).rejects.toThrow('the disk is gone');
  });
});

describe('a json member', () => {
  const attribute = (name: string, value: unknown) => ({
    apiName: 'X',
    fieldType: 'T',
    guid: 'X',
    name,
    value,
  });
  const documentOf = (results: readonly unknown[], ...rest: string[]): string =>
    [`{"count":${results.length},"results":${JSON.stringify(results)}`, ...rest].join(',') + '}';

  it('gives its results, nested fields dotted, custom attributes by name, nested rows by their number', async () => {
    const results = [
      {
        number: '1 "]}[{\\',
        phase: { name: 'A', stage: null },
        additionalAttributes: [attribute('Colour', ['red', 'blue']), attribute('Weight', 1.5)],
        bom: [{ results: [{ n: 1 }] }, { n: '],{' }],
      },
      { number: '2', isAssembly: true, bom: [] },
    ];
    const { content } = contentOf(documentOf(results, '"files":[{"n":1}]', '"x":{"results":[{"n":3}]}'));
    expect(await previewJson(content, 100)).toEqual({
      columns: ['number', 'phase.name', 'Colour', 'Weight', 'bom', 'isAssembly'],
      rows: [
        ['1 "]}[{\\', 'A', 'red; blue', '1.5', '[2]', null],
        ['2', null, null, null, '[0]', 'true'],
      ],
      isComplete: true,
    });
  });

  it('counts nested rows without keeping them', async () => {
    const bom = Array.from({ length: 5_000 }, (_, n) => ({ n: `]"${n}`, deep: [[{ a: [{}] }]] }));
    const { content } = contentOf(documentOf([{ number: '1', bom, last: 'x' }, { number: '2' }]), 1_000);
    const { columns, rows } = await previewJson(content, 100);
    expect(columns).toEqual(['number', 'bom', 'last']);
    expect(rows).toEqual([
      ['1', '[5000]', 'x'],
      ['2', null, null],
    ]);
  });

  it('is read only as far as rows are asked for', async () => {
    const results = Array.from({ length: 100_000 }, (_, n) => ({ number: String(n) }));
    const { content, read } = contentOf(documentOf(results), 10_000);
    const { rows, isComplete } = await previewJson(content, 100);
    expect([rows.length, isComplete]).toEqual([100, false]);
    expect(read.bytes).toBeLessThan(50_000);
  });

  it('is not read beyond a ceiling for the sake of one row', async () => {
    const piece = Buffer.from(`{"text":"${'x'.repeat(1_000_000)}"},`);
    let pieces = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('{"results":[{"number":"1"},{"bom":[');
      for (;;) {
        pieces += 1;
        yield piece;
      }
    }
    const preview = await previewJson(endless(), 100);
    expect(preview).toEqual({ columns: ['number'], rows: [['1']], isComplete: false });
    expect(pieces * piece.length).toBeLessThan(MAX_PREVIEW_BYTES + 2 * piece.length);
  });

  it('without results, and one that has no list of them', async () => {
    expect(await previewJson(contentOf('{"count":0,"results":[]}').content, 5)).toEqual({
      columns: [],
      rows: [],
      isComplete: true,
    });
    for (const text of ['', '[]', '"results"', '{"a":{"results":[{"n":1}]}}', '{"results":1}', 'no JSON'])
      await expect(previewJson(contentOf(text).content, 5), text).rejects.toThrow(NoRowsError);
    await expect(previewJson(contentOf('{"results":[{"a":}]}').content, 5)).rejects.toThrow(NoRowsError);
  });
});
