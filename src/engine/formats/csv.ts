import type pg from 'pg';
import { copyRows, selectCells, type TakeRow } from '../../platform/db/raw-rows.ts';
import { hasCsv, selectCsv, selectView, type RunColumn } from '../columns.ts';
import { BLOCK_BYTES, takeBlock } from '../../platform/memory.ts';
import type { View } from '../views/view.ts';

const CR = 0x0d;
const LF = 0x0a;
const LF_BYTES = 1;

/**
 * One view as RFC 4180: header row, CRLF, UTF-8, in blocks of the size in which they are compressed, which nobody else keeps. The bytes come
 * from PostgreSQL and are never rows in JavaScript, which took three times as long. COPY ends records with LF; that end is all that is changed on
 * the way.
 */
export async function* csvOf(
  client: pg.ClientBase,
  source: { view: View; columns: readonly RunColumn[] },
  onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const { view, columns } = source;
  const isReady = hasCsv(columns);
  const blocks = createBlocks(isReady ? 0 : LF_BYTES);
  const headers = columns.map(({ header }) => quoteIfNeeded(header)).join(',');
  const header = Buffer.from(isReady ? headers : `${headers}\n`);
  blocks.append({ chunk: header, start: 0, end: header.length, isLast: true });
  const reading = isReady
    ? selectCells(client, selectCsv(view, columns), blocks.append)
    : copyRows(client, `COPY (${selectView(view, columns)}) TO STDOUT (FORMAT csv)`, blocks.append);
  for await (const rows of reading) {
    onRows(rows);
    yield* blocks.takeFull();
  }
  yield* blocks.takeRest();
}

function quoteIfNeeded(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Gathers records, each with so many bytes of another end, into blocks of {@link BLOCK_BYTES} with CRLF. */
function createBlocks(endBytes: number) {
  let block = takeBlock();
  let length = 0;
  let full: Buffer[] = [];
  function begin(): void {
    full.push(block);
    block = takeBlock();
    length = 0;
  }
  function put(byte: number): void {
    block[length] = byte;
    length += 1;
    if (length === BLOCK_BYTES) begin();
  }
  const append: TakeRow = ({ chunk, start, end, isLast }) => {
    const textEnd = isLast ? end - endBytes : end;
    for (let at = start; at < textEnd;) {
      const copied = chunk.copy(block, length, at, textEnd);
      at += copied;
      length += copied;
      if (length === BLOCK_BYTES) begin();
    }
    if (!isLast) return;
    put(CR);
    put(LF);
  };
  return {
    append,
    takeFull(): Buffer[] {
      const taken = full;
      full = [];
      return taken;
    },
    takeRest(): Buffer[] {
      return length === 0 ? [] : [block.subarray(0, length)];
    },
  };
}
