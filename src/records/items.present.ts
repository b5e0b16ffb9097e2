import { createSink } from '../engine/formats/byte-sink.ts';
import { createRowWriter } from '../engine/formats/json-row.ts';
import { copyLine } from '../platform/db/copy.ts';
import type { ViewRow, ViewRows } from './items.store.ts';

/**
 * Answers about items are written by the writer of the JSON export, from the same text: a number with thirty digits comes out with
 * thirty, which an object with JavaScript's numbers in it could not hold.
 */
type Json = string;

/** What stands in a row after its columns, by the row's key: JSON members, with the comma before them. */
export type Additions = ReadonlyMap<number, Json>;

function present({ columns, rows }: ViewRows, additions: Additions = new Map()): Json[] {
  const write = createRowWriter(columns);
  const sink = createSink();
  return rows.map((row) => {
    const line = copiedLine(row);
    sink.length = 0;
    write(line, { start: 0, end: line.length }, sink);
    return `${sink.bytes.toString('utf8', 0, sink.length)}${additions.get(row.key) ?? ''}}`;
  });
}

/** A row as COPY's text format has it, without its LF. */
function copiedLine({ cells }: ViewRow): Buffer {
  return Buffer.from(copyLine(cells.map((cell) => cell ?? undefined)).slice(0, -1));
}

/** The JSON text of the one row; undefined when there is none. */
export function presentOne(rows: ViewRows): Json | undefined {
  return present(rows)[0];
}

/** The JSON text of each row, by its key. */
export function presentByKey(rows: ViewRows, additions: Additions): ReadonlyMap<number, Json> {
  const texts = present(rows, additions);
  return new Map(rows.rows.map(({ key }, index) => [key, texts[index] ?? '']));
}

/** The JSON text of a list. */
export function presentPage(page: ViewRows & { readonly count: number }, additions?: Additions): Json {
  return `{"count":${page.count},"results":[${present(page, additions).join(',')}]}`;
}

/** Rows that belong to others, as a list under `name` in each of those. */
export function additionsOf(name: string, rows: ViewRows): Additions {
  const texts = present(rows);
  const byKey = Map.groupBy(
    rows.rows.map(({ key }, index) => ({ key, text: texts[index] ?? '' })),
    ({ key }) => key,
  );
  return new Map(
    [...byKey].map(([key, group]) => [
      key,
      `,${JSON.stringify(name)}:[${group.map(({ text }) => text).join(',')}]`,
    ]),
  );
}
