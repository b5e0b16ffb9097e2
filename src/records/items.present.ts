import { createTemplate } from '../engine/formats/json-template.ts';
import { copyLine } from '../platform/db/copy.ts';
import type { ViewRow, ViewRows } from './items.store.ts';

/**
 * Answers about items are written with the template of the JSON export, from the same text: a number with thirty digits comes out with
 * thirty, which an object with JavaScript's numbers in it could not hold. As there, text is UTF-8 bytes seen as latin1 until the end.
 */
type Json = string;

/** What stands in a row after its columns, by the row's key: JSON members, with the comma before them. */
export type Additions = ReadonlyMap<number, Json>;

function present({ columns, rows }: ViewRows, additions: Additions = new Map()): Json[] {
  const template = createTemplate(columns);
  return rows.map((row) => `${template(copiedCells(row), 0)}${additions.get(row.key) ?? ''}}`);
}

/** Cells as COPY's text format has them. */
function copiedCells({ cells }: ViewRow): string[] {
  const line = copyLine(cells.map((cell) => cell ?? undefined));
  return Buffer.from(line.slice(0, -1)).toString('latin1').split('\t');
}

const asText = (json: Json): string => Buffer.from(json, 'latin1').toString();

/** The JSON text of the one row; undefined when there is none. */
export function presentOne(rows: ViewRows): string | undefined {
  const [text] = present(rows);
  return text === undefined ? undefined : asText(text);
}

/** The JSON text of a list. */
export function presentPage(page: ViewRows & { readonly count: number }, additions?: Additions): string {
  return asText(`{"count":${page.count},"results":[${present(page, additions).join(',')}]}`);
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
