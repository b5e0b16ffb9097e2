import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { copiesTo, copyTo } from '../../platform/db/copy.ts';
import { columnsOf, selectView, type RunColumn } from '../columns.ts';
import type { CustomAttribute } from '../attributes.ts';
import type { View } from '../views/view.ts';
import { specs } from '../views/specs.ts';
import { createTemplate } from './json-template.ts';

/** Items of one round of COPYs: bounds memory by the rows of so many items. */
const BATCH_ITEMS = 2_000;
/** Of the next COPY: with its rows out of the way PostgreSQL sorts the one after it, while this process writes. */
const AHEAD_BYTES = 8 * 1_024 * 1_024;
/** So much is turned into JSON at a time; then others have their turn. */
const SLICE_BYTES = 128 * 1_024;

export interface JsonRequest {
  readonly client: pg.Client;
  /** The views asked for; SPECS gives each item's own fields whether it is among them or not. */
  readonly views: readonly View[];
  readonly attributes: readonly CustomAttribute[];
  /** Size of the item set. */
  readonly itemCount: number;
  readonly onRows: (rows: number) => void;
}

/**
 * The export as one JSON document: `{"count": n, "results": [item…]}`, what belongs to an item nested in it, and lists of their own for
 * the views that do not. Streamed: a batch of items and their lines at a time, all from one snapshot.
 */
export async function* jsonOf(request: JsonRequest): AsyncGenerator<Buffer> {
  const { client, views } = request;
  // Nothing to write: see viewsOf.
  const itemCount = views.length === 0 ? 0 : request.itemCount;
  const nested = views
    .filter(({ json, name }) => json.place === 'item' && name !== specs.name)
    .map((view) => sourceOf(request, view));
  const items = sourceOf(request, specs);
  // The index beats reading all items for each batch, which the planner is afraid of: it takes every page for a seek on a disk that turns.
  await client.query('SET LOCAL random_page_cost = 1.1');
  const copies = copiesTo(client, statementsOf([items, ...nested], itemCount), AHEAD_BYTES);
  yield Buffer.from(`{"count":${itemCount},"results":[`);
  for (let first = 0; first < itemCount; first += BATCH_ITEMS) {
    const documents = new Map<number, string>();
    await readRows(request, { ...items, copy: copies.next() }, (position, json) =>
      documents.set(position, json),
    );
    for (const source of nested) {
      const lists = new Map<number, string>();
      await readRows(request, { ...source, copy: copies.next() }, (position, json) => {
        const before = lists.get(position);
        lists.set(position, before === undefined ? `${json}}` : `${before},${json}}`);
      });
      for (const [position, json] of documents)
        documents.set(
          position,
          `${json},${JSON.stringify(source.view.json.key)}:[${lists.get(position) ?? ''}]`,
        );
    }
    let batch = '';
    for (const json of documents.values()) batch += `${batch === '' && first === 0 ? '' : ','}${json}}`;
    yield Buffer.from(batch, 'latin1');
  }
  yield Buffer.from(']');
  for (const view of views.filter(({ json }) => json.place === 'document')) yield* listOf(request, view);
  yield Buffer.from('}');
}

/** A COPY for each source and batch of items, in the order in which they are read. */
function* statementsOf(sources: readonly Source[], itemCount: number): Generator<string> {
  for (let first = 1; first <= itemCount; first += BATCH_ITEMS) {
    const condition = `s.position BETWEEN ${first} AND ${Math.min(first + BATCH_ITEMS - 1, itemCount)}`;
    for (const { view, columns } of sources)
      yield `COPY (${selectView(view, columns, { leading: 's.position', condition })}) TO STDOUT (FORMAT text)`;
  }
}

interface Source {
  readonly view: View;
  readonly columns: readonly RunColumn[];
  readonly template: (cells: readonly string[], first: number) => string;
}

/** What a nested row need not repeat is left out: the parent is the document that it stands in. */
function sourceOf({ attributes }: JsonRequest, view: View): Source {
  const columns = columnsOf(view, attributes, 'apiName').filter(
    ({ header }) => view.json.place !== 'item' || !header.startsWith('parent.'),
  );
  return { view, columns, template: createTemplate(columns) };
}

async function readRows(
  { onRows }: JsonRequest,
  { template, copy }: Source & { readonly copy: IteratorResult<Readable> },
  onRow: (position: number, json: string) => void,
): Promise<void> {
  if (copy.done === true) throw new Error('a batch has no COPY');
  for await (const lines of linesOf(copy.value)) {
    for (const line of lines) {
      const cells = line.split('\t');
      onRow(Number(cells[0]), template(cells, 1));
    }
    onRows(lines.length);
  }
}

async function* listOf(request: JsonRequest, view: View): AsyncGenerator<Buffer> {
  const { columns, template } = sourceOf(request, view);
  yield Buffer.from(`,${JSON.stringify(view.json.key)}:[`);
  let separator = '';
  for await (const lines of linesOf(
    copyTo(request.client, `COPY (${selectView(view, columns)}) TO STDOUT (FORMAT text)`),
  )) {
    if (lines.length === 0) continue;
    yield Buffer.from(
      separator + lines.map((line) => `${template(line.split('\t'), 0)}}`).join(','),
      'latin1',
    );
    separator = ',';
    request.onRows(lines.length);
  }
  yield Buffer.from(']');
}

/** Whole lines of COPY's text format; an LF in a value is escaped there, so every LF ends a row. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of source) {
    for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
      if (start > 0) await turn();
      const lines = (rest + chunk.toString('latin1', start, start + SLICE_BYTES)).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  }
}
