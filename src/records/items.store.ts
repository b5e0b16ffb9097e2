import { columnsOf, type RunColumn } from '../engine/columns.ts';
import type { CustomAttribute } from '../engine/attributes.ts';
import { matchedRevisionOf, withNames } from '../engine/item-set.ts';
import type { View } from '../engine/views/view.ts';
import type { Page } from '../kernel/paging.ts';
import type { RevisionRule } from '../kernel/vocabulary.ts';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';
import { ITEM_VIEW, RULE, type RevisionChoice } from './items.contract.ts';

/** SQL for the revision of an item that is shown when none is named. */
const shownRevision = (alias: string, rule = RULE): RawBuilder<unknown> =>
  sql.raw(matchedRevisionOf(rule)(alias));

/** Revisions of an item (`r`); those that are not over come first. */
const NEWEST_FIRST = sql`r.superseded_at DESC NULLS FIRST, r.id DESC`;

/** One revision of an item. */
export interface RevisionKey {
  readonly itemId: number;
  readonly revisionId: number;
}

/**
 * The revision with a GUID; of several of one item that share it, the one that lists show, else the newest. With a choice any revision of
 * that item which it names, by the same order where it leaves several.
 */
export async function findRevision(
  db: Database,
  workspaceId: number,
  { guid, revisionNumber, revisionStatus }: { readonly guid: string } & RevisionChoice,
): Promise<RevisionKey | undefined> {
  const named = [
    ...(revisionNumber === undefined ? [] : [sql`coalesce(r.revision_number, '') = ${revisionNumber}`]),
    ...(revisionStatus === undefined ? [] : [sql`r.status = ${revisionStatus}`]),
  ];
  const choice =
    named.length === 0
      ? sql`r.guid = ${guid}`
      : sql`r.item_id = (SELECT item_id FROM item_revisions WHERE workspace_id = ${workspaceId} AND guid = ${guid} LIMIT 1)
          AND ${sql.join(named, sql` AND `)}`;
  const { rows } = await sql<RevisionKey>`
    SELECT i.id AS "itemId", r.id AS "revisionId" FROM item_revisions r JOIN items i ON i.id = r.item_id
    WHERE r.workspace_id = ${workspaceId} AND ${choice}
    ORDER BY r.id = ${shownRevision('i')} DESC, ${NEWEST_FIRST} LIMIT 1`.execute(db);
  return rows[0];
}

/** What to read of which items. */
export interface ViewQuery {
  /** SELECT of `position, item_id, revision_id`: what the view takes for the item set of a run. */
  readonly set: RawBuilder<unknown>;
  readonly view: View;
  readonly attributes: readonly CustomAttribute[];
  /** Narrows the rows, over the aliases of the view. */
  readonly condition?: RawBuilder<boolean>;
  /** SQL over the aliases of the view that names a row; by default its item. */
  readonly key?: string;
}

/** Rows of a view, a cell for each column in the text that exports write. */
export interface ViewRow {
  readonly key: number;
  readonly cells: readonly (string | null)[];
}
export interface ViewRows {
  readonly columns: readonly RunColumn[];
  readonly rows: readonly ViewRow[];
}

/** The set of one revision. */
export function oneItem({ itemId, revisionId }: RevisionKey): RawBuilder<unknown> {
  return sql`SELECT 1 AS position, ${itemId}::bigint AS item_id, ${revisionId}::bigint AS revision_id`;
}

/** The set of all revisions of an item: the working one, the effective one, then the others from the newest on. */
export function revisionsOf(itemId: number): RawBuilder<unknown> {
  return sql`
    SELECT row_number() OVER (
             ORDER BY array_position(ARRAY['WORKING', 'EFFECTIVE'], r.status), ${NEWEST_FIRST})::integer AS position,
           r.item_id, r.id AS revision_id
    FROM item_revisions r WHERE r.item_id = ${itemId}`;
}

/** The set of the assemblies whose shown revision has an item in its BOM: neither old BOMs nor drafts count. */
export function assembliesOf(itemId: number): RawBuilder<unknown> {
  return sql`
    SELECT row_number() OVER (ORDER BY assembly.number COLLATE "C")::integer AS position,
           assembly.id AS item_id, parent.id AS revision_id
    FROM item_revisions parent JOIN items assembly ON assembly.id = parent.item_id AND parent.id = ${shownRevision('assembly')}
    WHERE parent.id IN (SELECT line.parent_revision_id FROM bom_lines line WHERE line.child_item_id = ${itemId})`;
}

/** Rows of a view of a run, without a run: its tables are queries of the same names here. No archive, so no file has a place in one. */
function withTables(
  set: RawBuilder<unknown>,
  select: RawBuilder<unknown>,
  first: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`WITH ${first} export_items AS MATERIALIZED (${withNames(set)}),
    export_files AS (SELECT NULL::bigint AS file_id, NULL::text AS content_path WHERE false) ${select}`;
}

function rowsOf(query: ViewQuery, columns: readonly RunColumn[]): RawBuilder<unknown> {
  const { view, key = 's.item_id' } = query;
  const cells = columns.map(({ expression }) => `(${expression})::text`).join(', ');
  return sql`
    SELECT row_number() OVER (ORDER BY ${sql.raw(view.orderBy)}) AS place, ${sql.raw(key)} AS key, ARRAY[${sql.raw(cells)}] AS cells
    ${fromOf(query)} ORDER BY ${sql.raw(view.orderBy)}`;
}

function fromOf({ view, condition }: ViewQuery): RawBuilder<unknown> {
  return sql`FROM ${sql.raw(view.from)} ${condition === undefined ? sql`` : sql`WHERE ${condition}`}`;
}

const columnsIn = ({ view, attributes }: ViewQuery): RunColumn[] => columnsOf(view, attributes, 'apiName');

/** All rows. */
export async function listRows(db: Database, query: ViewQuery): Promise<ViewRows> {
  const columns = columnsIn(query);
  const { rows } = await sql<ViewRow>`${withTables(query.set, rowsOf(query, columns))}`.execute(db);
  return { columns, rows };
}

/** One page of them, and the count of all: from one statement and so one snapshot. */
export async function pageOfView(
  db: Database,
  query: ViewQuery,
  page: Page,
): Promise<ViewRows & { readonly count: number }> {
  const columns = columnsIn(query);
  const select = counted(
    sql`SELECT count(*) ${fromOf(query)}`,
    sql`${rowsOf(query, columns)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { columns, ...(await readCounted(db, withTables(query.set, select))) };
}

export interface ItemSearch {
  readonly workspaceId: number;
  /** All of which an item has to meet; over `i` (items) and `r` (the revision shown). */
  readonly conditions: readonly RawBuilder<boolean>[];
  readonly attributes: readonly CustomAttribute[];
  /** Which revision is shown. */
  readonly rule: RevisionRule;
}

/** Items by number, a page of them cut out before anything else is read of them. */
export async function pageOfItems(
  db: Database,
  search: ItemSearch,
  page: Page,
): Promise<ViewRows & { readonly count: number }> {
  const matching = sql`SELECT i.number, i.id AS item_id, ${shownRevision('i', search.rule)} AS revision_id ${matchingItems(search)}`;
  // With conditions all items are looked at for the count: once, then, and the page is cut from what was found. Without any, the page comes
  // from an index.
  const isFiltered = search.conditions.length > 0;
  const found = isFiltered ? sql`TABLE matching` : matching;
  const set = sql`
    SELECT row_number() OVER (ORDER BY found.number COLLATE "C")::integer AS position, found.item_id, found.revision_id
    FROM (${found} ORDER BY number COLLATE "C" LIMIT ${page.limit} OFFSET ${page.offset}) AS found`;
  const query: ViewQuery = { set, view: ITEM_VIEW, attributes: search.attributes };
  const columns = columnsIn(query);
  const select = counted(sql`SELECT count(*) FROM (${found}) AS found`, rowsOf(query, columns));
  const first = isFiltered ? sql`matching AS MATERIALIZED (${matching}),` : sql``;
  return { columns, ...(await readCounted(db, withTables(set, select, first))) };
}

/** Without conditions the revisions need not be looked at: a page and a count are then read from the items alone. */
function matchingItems({ workspaceId, conditions, rule }: ItemSearch): RawBuilder<unknown> {
  const shown = shownRevision('i', rule);
  return conditions.length === 0
    ? sql`FROM items i WHERE i.workspace_id = ${workspaceId} AND ${shown} IS NOT NULL`
    : sql`FROM items i JOIN item_revisions r ON r.id = ${shown}
        WHERE i.workspace_id = ${workspaceId} AND ${sql.join(conditions, sql` AND `)}`;
}

function counted(total: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT total.count AS "totalCount", page.* FROM (${total}) AS total LEFT JOIN (${rows}) AS page ON true ORDER BY page.place`;
}

async function readCounted(
  db: Database,
  statement: RawBuilder<unknown>,
): Promise<{ readonly count: number; readonly rows: readonly ViewRow[] }> {
  const { rows } = await sql<
    ViewRow & { readonly totalCount: number; readonly place: number | null }
  >`${statement}`.execute(db);
  return { count: rows[0]?.totalCount ?? 0, rows: rows.filter(({ place }) => place !== null) };
}
