import { copyTo } from '../../platform/db/copy.ts';
import { columnsOf, selectView, type RunColumn } from '../columns.ts';
import type { CustomAttribute } from '../attributes.ts';
import type { Snapshot } from '../snapshot.ts';
import type { View } from '../views/view.ts';
import { specs } from '../views/specs.ts';
import { append, createSink, take, type ByteSink } from './byte-sink.ts';
import { createRowWriter, type RowWriter } from './json-row.ts';
import { readAtOnce, readInBatches, wholeLinesOf, type RowCursor } from './row-cursor.ts';

/** Items of one round: their rows are all here before any is written. */
const BATCH_ITEMS = 500;
const COMMA = Buffer.from(',');
const BRACE = Buffer.from('}');
const BRACKET = Buffer.from(']');
const LF = 0x0a;

export interface JsonRequest {
  readonly snapshot: Snapshot;
  /** The views asked for; SPECS gives each item's own fields whether it is among them or not. */
  readonly views: readonly View[];
  readonly attributes: readonly CustomAttribute[];
  /** Size of the item set. */
  readonly itemCount: number;
  /** How many to read on. */
  readonly connections: number;
  readonly onRows: (view: string, rows: number) => void;
}

/**
 * The export as one JSON document: `{"count": n, "results": [item…]}`, what belongs to an item nested in it, and lists of their own for
 * the views that do not. Streamed: a batch of items and their lines at a time, all from one snapshot.
 */
export async function* jsonOf(request: JsonRequest): AsyncGenerator<Buffer> {
  const { views, onRows } = request;
  // Nothing to write: see viewsOf.
  const itemCount = views.length === 0 ? 0 : request.itemCount;
  const items = sourceOf(request, specs);
  const nested = views
    .filter(({ json, name }) => json.place === 'item' && name !== specs.name)
    .map((view) => sourceOf(request, view));
  const cursors = await openCursors(request, [items, ...nested], itemCount);
  const [itemRows] = cursors;
  const keys = nested.map(({ view }) => Buffer.from(`,${JSON.stringify(view.json.key)}:[`));
  const sink = createSink();
  append(sink, Buffer.from(`{"count":${itemCount},"results":[`));
  for (let first = 1; first <= itemCount; first += BATCH_ITEMS) {
    const last = Math.min(first + BATCH_ITEMS - 1, itemCount);
    for (const cursor of cursors) await cursor.fill(last);
    const rowsOf = nested.map(() => 0);
    for (let position = first; position <= last; position += 1) {
      const item = itemRows?.next(position);
      if (itemRows === undefined || item === undefined)
        throw new Error(`item ${position} of the set has no row`);
      if (position > 1) append(sink, COMMA);
      items.write(itemRows.bytes, item, sink);
      for (const [at, key] of keys.entries()) {
        append(sink, key);
        rowsOf[at] = (rowsOf[at] ?? 0) + writeRows(nested[at], cursors[at + 1], { position, sink });
        append(sink, BRACKET);
      }
      append(sink, BRACE);
    }
    onRows(specs.name, last - first + 1);
    for (const [at, { view }] of nested.entries()) onRows(view.name, rowsOf[at] ?? 0);
    yield take(sink);
  }
  append(sink, BRACKET);
  for (const view of views.filter(({ json }) => json.place === 'document')) {
    append(sink, Buffer.from(`,${JSON.stringify(view.json.key)}:[`));
    yield take(sink);
    yield* listOf(request, view);
    append(sink, BRACKET);
  }
  append(sink, BRACE);
  yield take(sink);
}

/** The rows of one item, with commas between; gives their number. */
function writeRows(
  source: Source | undefined,
  cursor: RowCursor | undefined,
  { position, sink }: { readonly position: number; readonly sink: ByteSink },
): number {
  let rows = 0;
  for (
    let row = cursor?.next(position);
    cursor !== undefined && row !== undefined;
    row = cursor.next(position)
  ) {
    if (rows > 0) append(sink, COMMA);
    source?.write(cursor.bytes, row, sink);
    append(sink, BRACE);
    rows += 1;
  }
  return rows;
}

/** The rows of each source, in the order of the item set: of a large one each on its own connection, else a batch of items at a time. */
async function openCursors(
  { snapshot, connections }: JsonRequest,
  sources: readonly Source[],
  itemCount: number,
): Promise<RowCursor[]> {
  const { client } = snapshot;
  const selects = sources.map(
    ({ view, columns }) =>
      (condition?: string) =>
        `COPY (${selectView(view, columns, { leading: 's.position', ...(condition !== undefined && { condition }) })}) TO STDOUT (FORMAT text)`,
  );
  if (sources.length === 1 || connections < sources.length)
    return readInBatches(client, selects, { itemCount, batchItems: BATCH_ITEMS });
  const readers = [client, ...(await snapshot.openReaders(sources.length - 1))];
  if (readers.length < sources.length)
    return readInBatches(client, selects, { itemCount, batchItems: BATCH_ITEMS });
  return selects.map((select, at) => readAtOnce(readers[at] ?? client, select()));
}

interface Source {
  readonly view: View;
  readonly columns: readonly RunColumn[];
  readonly write: RowWriter;
}

/** What a nested row need not repeat is left out: the parent is the document that it stands in. */
function sourceOf({ attributes }: JsonRequest, view: View): Source {
  const columns = columnsOf(view, attributes, 'apiName').filter(
    ({ header }) => view.json.place !== 'item' || !header.startsWith('parent.'),
  );
  return { view, columns, write: createRowWriter(columns) };
}

/** All rows of a view, with commas between. */
async function* listOf(request: JsonRequest, view: View): AsyncGenerator<Buffer> {
  const { columns, write } = sourceOf(request, view);
  const sink = createSink();
  let isFirst = true;
  const copy = copyTo(request.snapshot.client, `COPY (${selectView(view, columns)}) TO STDOUT (FORMAT text)`);
  for await (const lines of wholeLinesOf(copy)) {
    let rows = 0;
    for (let start = 0; start < lines.length; rows += 1) {
      const end = lines.indexOf(LF, start);
      if (!isFirst) append(sink, COMMA);
      write(lines, { start, end }, sink);
      append(sink, BRACE);
      isFirst = false;
      start = end + 1;
    }
    request.onRows(view.name, rows);
    yield take(sink);
  }
}
