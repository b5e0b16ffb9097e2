import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { copiesTo, copyTo } from '../../platform/db/copy.ts';

/** So much is read ahead: with its rows out of the way PostgreSQL goes on while this process writes. */
const AHEAD_BYTES = 1_024 * 1_024;
const LF = 0x0a;
const TAB = 0x09;
const ZERO = 0x30;
const NOTHING: Buffer = Buffer.alloc(0);

/** Part of a buffer. */
interface Range {
  start: number;
  end: number;
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
  const source = wholeLinesOf(copyTo(client, statement, AHEAD_BYTES));
  let isAtEnd = false;
  return createCursor(async (lastRead, last, keep) => {
    for (let position = lastRead; !isAtEnd && position <= last;) {
      const chunk = await source.next();
      if (chunk.done === true) isAtEnd = true;
      else {
        keep(chunk.value);
        position = positionAt(chunk.value, chunk.value.lastIndexOf(LF, -2) + 1);
      }
    }
  });
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
      for await (const chunk of wholeLinesOf(copy.value)) keep(chunk);
    }),
  );
}

/** @param read hands over more rows, given the last position that is here and the one that is wanted */
function createCursor(
  read: (lastRead: number, last: number, keep: (chunk: Buffer) => void) => Promise<void>,
): RowCursor {
  let chunks: Buffer[] = [];
  let current = 0;
  let at = 0;
  let lastRead = 0;
  const row: Range = { start: 0, end: 0 };
  const cursor = {
    bytes: NOTHING,
    async fill(last: number): Promise<void> {
      chunks = chunks.slice(current);
      current = 0;
      await read(lastRead, last, (chunk) => chunks.push(chunk));
      const newest = chunks.at(-1);
      if (newest !== undefined) lastRead = positionAt(newest, newest.lastIndexOf(LF, -2) + 1);
    },
    next(position: number): Range | undefined {
      let chunk = chunks[current];
      if (at === chunk?.length) {
        current += 1;
        at = 0;
        chunk = chunks[current];
      }
      if (chunk === undefined || positionAt(chunk, at) !== position) return undefined;
      cursor.bytes = chunk;
      row.start = at;
      while (chunk[row.start] !== TAB) row.start += 1;
      row.start += 1;
      row.end = chunk.indexOf(LF, row.start);
      at = row.end + 1;
      return row;
    },
  };
  return cursor;
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
    yield rest.length === 0 ? lines : Buffer.concat([rest, lines]);
    rest = chunk.subarray(end);
    // What comes from memory comes at once: others have their turn.
    await turn();
  }
}
