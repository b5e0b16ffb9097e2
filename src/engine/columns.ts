import type { AttributeWorld, HeaderStyle, ValueType } from '../kernel/vocabulary.ts';
import { VALUE_TYPE_OF_FIELD } from '../kernel/vocabulary.ts';
import type { CustomAttribute } from './attributes.ts';
import type { View } from './views/view.ts';

/** A column of one run: one of the view's own, or a custom attribute of the workspace. */
export interface RunColumn {
  readonly header: string;
  readonly expression: string;
  readonly type: ValueType;
  /** See ViewColumn. */
  readonly csv?: string | null;
  readonly attribute?: CustomAttribute;
}

/** The columns of a view in their order: its own, then the workspace's custom attributes by name. */
export function columnsOf(
  view: View,
  attributes: readonly CustomAttribute[],
  header: HeaderStyle,
): RunColumn[] {
  const { custom } = view;
  if (custom === undefined) return [...view.columns];
  return [
    ...view.columns,
    ...attributesOf(attributes, custom.world).map((attribute) =>
      customColumn(custom.from, attribute, header),
    ),
  ];
}

function attributesOf(attributes: readonly CustomAttribute[], world: AttributeWorld): CustomAttribute[] {
  return attributes.filter((attribute) => attribute.world === world);
}

function customColumn(from: string, attribute: CustomAttribute, header: HeaderStyle): RunColumn {
  if (!Number.isSafeInteger(attribute.slot)) throw new Error(`the slot of ${attribute.guid} is no number`);
  return {
    header: header === 'name' ? attribute.name : attribute.guid,
    expression: `${from}[${attribute.slot}]`,
    type: VALUE_TYPE_OF_FIELD[attribute.fieldType],
    attribute,
  };
}

/** Where a spreadsheet begins to read a formula; the same in JavaScript and in PostgreSQL. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * The columns with an apostrophe before text that a spreadsheet would execute, in cells and in headers. Numbers, dates and booleans stay
 * as they are: what they may begin with is a sign and no formula.
 */
export function spreadsheetSafe(columns: readonly RunColumn[]): RunColumn[] {
  // What is kept ready is as it is.
  return withoutCsv(columns).map((column) => {
    const { header, expression, type } = column;
    return {
      ...column,
      header: FORMULA_START.test(header) ? `'${header}` : header,
      // In the database, as cells never become strings here. The pattern is without groups: `\&` is what it found.
      expression: isFreeText(type)
        ? String.raw`regexp_replace(${expression}, '${FORMULA_START.source}', '''\&')`
        : expression,
    };
  });
}

function isFreeText(type: ValueType): boolean {
  return type === 'text' || type === 'option';
}

/** The rows of a view; `condition` narrows them, `leading` comes before its columns. */
export function selectView(
  view: View,
  columns: readonly RunColumn[],
  extra: { leading?: string; condition?: string } = {},
): string {
  const list = [
    ...(extra.leading === undefined ? [] : [extra.leading]),
    ...columns.map(({ expression }) => expression),
  ].join(', ');
  const condition = extra.condition === undefined ? '' : ` WHERE ${extra.condition}`;
  return `SELECT ${list} FROM ${view.from}${condition} ORDER BY ${view.orderBy}`;
}

/** The columns with each cell made from its expression. */
export const withoutCsv = (columns: readonly RunColumn[]): RunColumn[] =>
  columns.map(({ header, expression, type, attribute }) => ({
    header,
    expression,
    type,
    ...(attribute !== undefined && { attribute }),
  }));

/** Whether cells of a view are kept ready in CSV. */
export const hasCsv = (columns: readonly RunColumn[]): boolean =>
  columns.some(({ csv }) => typeof csv === 'string');

/** A function of PostgreSQL takes 100 arguments. */
const FORMATTED_AT_ONCE = 50;

/**
 * The rows of a view as one cell each: the record in CSV. Text is made of the few parts that are kept ready, instead of forty cells that each
 * pass through the sort and COPY.
 */
export function selectCsv(view: View, columns: readonly RunColumn[]): string {
  const cells = columns.flatMap(({ csv, expression, type }) =>
    csv === null ? [] : [csv ?? (isFreeText(type) ? `csv_cell(${expression})` : expression)],
  );
  const parts: string[] = [];
  for (let start = 0; start < cells.length; start += FORMATTED_AT_ONCE) {
    const some = cells.slice(start, start + FORMATTED_AT_ONCE);
    // NULL gives nothing.
    parts.push(`format('${some.map(() => '%s').join(',')}', ${some.join(', ')})`);
  }
  return `SELECT ${parts.join(" || ',' || ")} FROM ${view.from} ORDER BY ${view.orderBy}`;
}
