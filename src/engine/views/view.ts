import type { AttributeWorld, ExportView, ValueType } from '../../kernel/vocabulary.ts';

/**
 * One column of a view.
 *
 * `expression` is SQL over the view's aliases that gives the value in its canonical text (see {@link zulu}, {@link flag}); the
 * same text is a CSV cell and, by `type`, a JSON value. No part of it ever comes from a request.
 */
export interface ViewColumn {
  /** Dotted apiName, such as `lifecyclePhase.guid`: the CSV header, and the place in JSON. */
  readonly header: string;
  readonly expression: string;
  readonly type: ValueType;
  /** SQL for its cell and those of the columns behind it that have `null` here, in CSV; undefined: the cell is made from the expression. See {@link kept}. */
  readonly csv?: string | null;
}

/** Neighbouring columns whose cells are kept ready in CSV, in `csv`; NULL when what they are of is missing. See migrations/0014_cells_as_csv.sql. */
export function kept(csv: string, columns: readonly ViewColumn[]): ViewColumn[] {
  const missing = ','.repeat(columns.length - 1);
  return columns.map((column, at) => ({
    ...column,
    csv: at === 0 ? `coalesce(${csv}, '${missing}')` : null,
  }));
}

/**
 * An export view: which rows, which columns, in which order. Views select from temporary tables of the run:
 *   export_items (position, item_id, revision_id, number, guid, revision_number, name, csv)   the item set in its order, with names in cells or
 *     in CSV; see item-set.ts
 *   export_files (file_id, content_path)   the files whose content goes into the archive, see file-content.ts
 */
export interface View {
  readonly name: ExportView;
  readonly columns: readonly ViewColumn[];
  /** Custom attributes of this world follow the columns; their values stand in the array `from`. */
  readonly custom?: { readonly world: AttributeWorld; readonly from: string };
  /** FROM and WHERE. Views with rows of an item call the item set `s`. */
  readonly from: string;
  /** A total order, so that the same data gives the same bytes. */
  readonly orderBy: string;
  /** Where the rows stand in JSON: in each item's document, or in a list of their own beside `results`. */
  readonly json: { readonly place: 'item' | 'document'; readonly key: string };
}

export const text = (header: string, expression: string): ViewColumn => ({
  header,
  expression,
  type: 'text',
});

export const number = (header: string, expression: string): ViewColumn => ({
  header,
  expression,
  type: 'number',
});

/** `true` or `false`; COPY alone would write t and f. */
export const flag = (header: string, expression: string): ViewColumn => ({
  header,
  expression: `${expression}::text`,
  type: 'boolean',
});

/** `YYYY-MM-DDTHH:mm:ssZ`; to_char costs a fifth of COPY's speed and saves a pass through JavaScript. */
export const zulu = (header: string, expression: string): ViewColumn => ({
  header,
  expression: `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  type: 'date-time',
});

/** The four columns that name an item under its revision: `P.ref` of the specification. */
function itemReference(prefix: string, { item, revision, csv }: Record<'item' | 'revision' | 'csv', string>) {
  return kept(csv, [
    text(`${prefix}number`, `${item}.number`),
    text(`${prefix}guid`, `${revision}.guid`),
    text(`${prefix}revisionNumber`, `${revision}.revision_number`),
    text(`${prefix}name`, `${revision}.name`),
  ]);
}

/** Of an item of the set. */
const referenceInSet = (prefix: string, alias: string): ViewColumn[] =>
  itemReference(prefix, { item: alias, revision: alias, csv: `${alias}.csv` });

/** An item of the set (`s`), whose row stands in one of its parts. */
export const PARENT: readonly ViewColumn[] = referenceInSet('parent.', 's');
/** An item of the set itself. */
export const ITEM: readonly ViewColumn[] = referenceInSet('', 's');

/** How a view shows items that its rows name by their id, such as the children of a BOM. */
export interface NamedItems {
  /** Joins one under this alias. */
  join(itemId: string, alias: string): string;
  reference(prefix: string, alias: string): ViewColumn[];
}

/** All of them are in the item set, where what is shown of them stands ready: a join instead of three, over narrow rows. */
export const ITEMS_OF_SET: NamedItems = {
  join: (itemId, alias) => `JOIN export_items ${alias} ON ${alias}.item_id = ${itemId}`,
  reference: (prefix, alias) => referenceInSet(`${prefix}.`, alias),
};

/**
 * Wherever they are: under the revision that the item set chose, else the rule's.
 * @param revisionOf SQL for the revision id of an item that is not in the item set; see item-set.ts
 */
export function itemsAnywhere(revisionOf: (itemAlias: string) => string): NamedItems {
  return {
    join: (itemId, alias) => `JOIN items ${alias} ON ${alias}.id = ${itemId}
    LEFT JOIN export_items ${alias}_set ON ${alias}_set.item_id = ${alias}.id
    LEFT JOIN item_revisions ${alias}_revision ON ${alias}_revision.id = coalesce(${alias}_set.revision_id, ${revisionOf(alias)})`,
    reference: (prefix, alias) =>
      itemReference(`${prefix}.`, {
        item: alias,
        revision: `${alias}_revision`,
        csv: csvOfItem(`${alias}.number`, `coalesce(${alias}_revision.csv_reference, ',,')`),
      }),
  };
}

/** SQL for the cells that name an item. */
export const csvOfItem = (number: string, csvReference: string): string =>
  `csv_cell(${number}) || ',' || ${csvReference}`;

/** Text in code point order, whatever the database's collation. */
export const ordered = (expression: string): string => `${expression} COLLATE "C"`;
