import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { copiesTo } from '../../platform/db/copy.ts';
import { copyRows } from '../../platform/db/raw-rows.ts';
import { leaveBehind, release } from '../../platform/memory.ts';

/** So much is read ahead: with its rows out of the way PostgreSQL goes on while this process writes. */
const AHEAD_BYTES = 1_024 * 1_024;
/** Of rows that came together: what the connection gives at once, and the beginning of a row. */
const ROWS_BYTES = 80 * 1_024;
const LF = 0x0a;
const TAB = 0x09;
const ZERO = 0x30;
const NOTHING: Buffer = Buffer.alloc(0);

/** Part of a buffer. */
interface Range {
  start: number;
  end: number;
}

/** Whole rows, up to `end`. */
interface Rows {
  readonly bytes: Buffer;
  readonly end: number;
  /** Nobody else keeps the bytes. */
  readonly isOwn: boolean;
}

/** Rows of a view in COPY's text format, each with a position of the item set before its cells, in that order. */
export interface RowCursor {
  /** Reads on until every row up to this position is here. Positions only ever grow. */
  fill(last: number): Promise<void>;
  /** Where the next row of this position stands in `bytes`, its cells only; undefined when there is none. Valid until the next call. */
  next(position: number): Range | undefined;
  readonly bytes: Buffer;
}

/** From one COPY. */
export function readAtOnce(client: pg.ClientBase, statement: string): RowCursor {
  let bytes: Buffer = Buffer.allocUnsafeSlow(ROWS_BYTES);
  let length = 0;
  let end = 0;
  const source = copyRows(client, statement, ({ chunk, start, end: partEnd, isLast }) => {
    const needed = length + partEnd - start;
    if (needed > bytes.length) bytes = grown(bytes, length, needed);
    length += chunk.copy(bytes, length, start, partEnd);
    if (isLast) end = length;
  });
  let isAtEnd = false;
  return createCursor(async (lastRead, last, keep) => {
    for (let position = lastRead; !isAtEnd && position <= last;) {
      const { done } = await source.next();
      isAtEnd = done === true;
      if (end === 0) continue;
      const rows = { bytes, end, isOwn: true };
      // What has come of the next row moves on with it.
      bytes = grown(bytes.subarray(end), length - end, ROWS_BYTES);
      length -= end;
      end = 0;
      keep(rows);
      position = lastPositionOf(rows);
    }
  });
}

function grown(bytes: Buffer, length: number, needed: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * length));
  bytes.copy(larger, 0, 0, length);
  return larger;
}

/**
 * From a COPY for each view and batch of items, all on one connection and in the order in which they are read: the views of the first
 * batch, those of the next.
 */
export async function readInBatches(
  client: pg.ClientBase,
  statements: readonly ((condition: string) => string)[],
  { itemCount, batchItems }: { readonly itemCount: number; readonly batchItems: number },
): Promise<RowCursor[]> {
  // The index beats reading all items for each batch, which the planner is afraid of: it takes every page for a seek on a disk that turns.
  await client.query('SET LOCAL random_page_cost = 1.1');
  function* inTurn(): Generator<string> {
    for (let first = 1; first <= itemCount; first += batchItems)
      for (const statement of statements)
        yield statement(`s.position BETWEEN ${first} AND ${Math.min(first + batchItems - 1, itemCount)}`);
  }
  const copies: Generator<Readable> = copiesTo(client, inTurn(), AHEAD_BYTES);
  return statements.map(() =>
    createCursor(async (_, __, keep) => {
      const copy = copies.next();
      if (copy.done === true) throw new Error('a batch has no COPY');
      for await (const lines of wholeLinesOf(copy.value))
        keep({ bytes: lines, end: lines.length, isOwn: false });
    }),
  );
}

/** @param read hands over more rows, given the last position that is here and the one that is wanted */
function createCursor(
  read: (lastRead: number, last: number, keep: (rows: Rows) => void) => Promise<void>,
): RowCursor {
  let chunks: Rows[] = [];
  let current = 0;
  let at = 0;
  let lastRead = 0;
  const row: Range = { start: 0, end: 0 };
  const cursor = {
    bytes: NOTHING,
    async fill(last: number): Promise<void> {
      chunks = chunks.slice(current);
      current = 0;
      await read(lastRead, last, (rows) => chunks.push(rows));
      const newest = chunks.at(-1);
      if (newest !== undefined) lastRead = lastPositionOf(newest);
    },
    next(position: number): Range | undefined {
      let chunk = chunks[current];
      if (at === chunk?.end) {
        if (chunk.isOwn) release(chunk.bytes);
        current += 1;
        at = 0;
        chunk = chunks[current];
      }
      if (chunk === undefined || positionAt(chunk.bytes, at) !== position) return undefined;
      const { bytes } = chunk;
      cursor.bytes = bytes;
      row.start = at;
      while (bytes[row.start] !== TAB) row.start += 1;
      row.start += 1;
      row.end = bytes.indexOf(LF, row.start);
      at = row.end + 1;
      return row;
    },
  };
  return cursor;
}

/** The number that the last row begins with. */
function lastPositionOf({ bytes, end }: Rows): number {
  return positionAt(bytes, bytes.lastIndexOf(LF, end - 2) + 1);
}

/** The number that a row begins with. */
function positionAt(bytes: Buffer, start: number): number {
  let position = 0;
  for (let at = start; at < bytes.length && bytes[at] !== TAB; at += 1)
    position = position * 10 + (bytes[at] ?? ZERO) - ZERO;
  return position;
}

/** COPY's text format cut into whole lines; an LF in a value is escaped there, so every LF ends a row. */
export async function* wholeLinesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = NOTHING;
  for await (const chunk of source) {
    const end = chunk.lastIndexOf(LF) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    const lines = chunk.subarray(0, end);
    leaveBehind(chunk.length);
    yield rest.length === 0 ? lines : Buffer.concat([rest, lines]);
    rest = chunk.subarray(end);
    // What comes from memory comes at once: others have their turn.
    await turn();
  }
}
