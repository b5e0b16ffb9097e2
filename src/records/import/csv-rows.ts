import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { parseRecords } from './csv-parser.ts';
import {
  findLineEnd,
  takeRecords,
  type CsvRow,
  type LineEnd,
  type PlainPattern,
  type PlainRow,
} from './csv-records.ts';
import type { Problems } from './problems.ts';

/** A record that is longer is rare, and looking for its end again with every piece of the file would cost more than parsing it. */
const MAX_PLAIN_LENGTH = 1_048_576;
/** Rows of so much text are gone before the collector looks at them twice: the heap stays as it is, however long the file. */
const PIECE_BYTES = 16 * 1_024;
const ROWS_AT_A_TIME = 1_000;
const BYTE_ORDER_MARK = '\uFEFF';
/** What decoding puts in the place of bytes that are not UTF-8. */
const NOT_UTF8 = '\uFFFD';

interface CsvFile {
  readonly file: string;
  readonly content: Readable;
  readonly problems: Problems;
  /** Asked when the header row has been taken: which records need no parsing. */
  readonly plain: (lineEnd: LineEnd) => PlainPattern | undefined;
}

/**
 * The records of an RFC 4180 file, UTF-8, LF or CRLF: the header row alone, then many at a time. Those that are not well formed are reported
 * and left out.
 */
export async function* readCsvRows({
  file,
  content,
  problems,
  plain,
}: CsvFile): AsyncGenerator<readonly (CsvRow | PlainRow)[]> {
  const decoder = new StringDecoder('utf8');
  const chunks = inPieces(content);
  let text = '';
  let line = 1;
  let isStart = true;
  let hasHeader = false;
  let pattern: PlainPattern | undefined;
  let lineEnd: LineEnd | 'odd' | undefined;
  try {
    for (let isLast = false; !isLast;) {
      const chunk = await chunks.next();
      isLast = chunk.done === true;
      text += chunk.done === true ? decoder.end() : decoder.write(chunk.value);
      if (isStart && text !== '') {
        isStart = false;
        if (text.startsWith(BYTE_ORDER_MARK)) text = text.slice(BYTE_ORDER_MARK.length);
      }
      lineEnd ??= findLineEnd(text, isLast) ?? (isLast ? '\n' : undefined);
      if (lineEnd === undefined && text.length <= MAX_PLAIN_LENGTH) continue;
      let isOdd = lineEnd === undefined || lineEnd === 'odd';
      if (lineEnd !== undefined && lineEnd !== 'odd') {
        if (!hasHeader) {
          const header = takeRecords({ text, line, lineEnd, isLast, limit: 1 });
          if (header.rows.length > 0) {
            hasHeader = true;
            yield withoutBroken(header.rows, text, { file, problems });
            pattern = plain(lineEnd);
          }
          text = text.slice(header.length);
          ({ line, isOdd } = header);
        }
        if (hasHeader) {
          // With the mark somewhere in it, cell by cell.
          const isPlain = !text.includes(NOT_UTF8);
          const taken = takeRecords({ text, line, lineEnd, isLast, plain: isPlain ? pattern : undefined });
          if (taken.rows.length > 0) yield withoutBroken(taken.rows, text, { file, problems });
          text = text.slice(taken.length);
          ({ line, isOdd } = taken);
        }
      }
      if (isOdd || text.length > MAX_PLAIN_LENGTH || (isLast && text !== '')) {
        const rest = Readable.from(continued(text, chunks, decoder));
        const known = line > 1 && lineEnd !== 'odd' ? lineEnd : undefined;
        const records = parseRecords({ file, content: rest, firstLine: line, lineEnd: known }, problems);
        for await (const rows of together(records)) yield withoutBroken(rows, NOT_UTF8, { file, problems });
        return;
      }
    }
  } finally {
    content.destroy();
  }
}

async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of content)
    for (let start = 0; start < chunk.length; start += PIECE_BYTES)
      yield chunk.subarray(start, start + PIECE_BYTES);
}

/** What is left of the file; the decoder may hold the beginning of a character. */
async function* continued(
  text: string,
  chunks: AsyncIterator<Buffer>,
  decoder: StringDecoder,
): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
    yield Buffer.from(decoder.write(next.value));
  yield Buffer.from(decoder.end());
}

async function* together(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let some: CsvRow[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS_AT_A_TIME) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** @param text that they were taken from */
function withoutBroken(
  rows: readonly (CsvRow | PlainRow)[],
  text: string,
  { file, problems }: { file: string; problems: Problems },
): readonly (CsvRow | PlainRow)[] {
  if (!text.includes(NOT_UTF8)) return rows;
  return rows.filter((row) => {
    const isBroken = 'cells' in row && row.cells.some((cell) => cell.includes(NOT_UTF8));
    if (isBroken)
      problems.add(
        file,
        row.line,
        'this is not UTF-8 (or it holds U+FFFD, the mark of a conversion that failed)',
      );
    return !isBroken;
  });
}
