import type pg from 'pg';
import type { BomLevels, RevisionRule } from '../kernel/vocabulary.ts';
import { csvOfItem } from './views/view.ts';
import { compile, sql, type Database, type RawBuilder } from '../platform/db/database.ts';

/**
 * Which revision of an item a rule reads, as SQL over an alias of `items`. An item that has only one of the two gives the one it
 * has. WORKING reads the working revision of the items that match and the latest below.
 */
const LATEST = (item: string): string =>
  `coalesce(${item}.effective_revision_id, ${item}.working_revision_id)`;
const WORKING = (item: string): string =>
  `coalesce(${item}.working_revision_id, ${item}.effective_revision_id)`;
const REVISIONS: Readonly<Record<RevisionRule, { match: typeof LATEST; child: typeof LATEST }>> = {
  LATEST: { match: LATEST, child: LATEST },
  WORKING: { match: WORKING, child: LATEST },
  POTENTIAL: { match: WORKING, child: WORKING },
};

/** SQL for the revision of an item that criteria are about. */
export function matchedRevisionOf(rule: RevisionRule): (itemAlias: string) => string {
  return REVISIONS[rule].match;
}

/** SQL for the revision of an item that did not itself match. */
export function childRevisionOf(rule: RevisionRule): (itemAlias: string) => string {
  return REVISIONS[rule].child;
}

export interface ItemSetRequest {
  readonly workspaceId: number;
  /** Over the aliases `i` (items) and `r` (the revision that the rule reads). */
  readonly criteria: RawBuilder<boolean>;
  readonly rule: RevisionRule;
  readonly bomLevels: BomLevels;
  /** What names an item in the views: in CSV, or cell by cell. */
  readonly names: 'csv' | 'cells';
}

type Matching = Pick<ItemSetRequest, 'workspaceId' | 'criteria' | 'rule'>;

export interface ItemSet {
  /** Items that the criteria matched. */
  readonly matched: number;
  /** With the children that bomLevels adds. */
  readonly total: number;
  /** Whether the children of every BOM line of it are in it too. */
  readonly isClosed: boolean;
}

const COLUMNS =
  'position integer, item_id bigint, revision_id bigint, number text, guid text, revision_number text, name text, csv text';

/** Of the items `i` and their revisions `r`; see {@link ItemSetRequest.names}. */
const NAMES: Readonly<Record<ItemSetRequest['names'], string>> = {
  cells: 'i.number, r.guid, r.revision_number, r.name',
  csv: `NULL, NULL, NULL, NULL, ${csvOfItem('i.number', 'r.csv_reference')}`,
};

/** Below, the planner's guess at a table it knows nothing of is good enough. */
const MEDIUM_SET = 1_000;
/** From here on asking whether the set is closed costs less than joining what stands outside of it. */
const LARGE_SET = 10_000;

/**
 * Fills the temporary table `export_items`: the items that match and, for SINGLE and FULL, their children, each item once, in the order of
 * item numbers, each with what names it in every view. Children are found level by level: each statement is planned with the true size of its level, where a recursive query
 * was seen to guess fifty times too many rows; a loop ends as nothing new is found.
 */
export async function selectItems(client: pg.ClientBase, request: ItemSetRequest): Promise<ItemSet> {
  const matched = request.bomLevels === 'NONE' ? undefined : await findItems(client, request);
  const from =
    matched === undefined
      ? matching(request)
      : sql`FROM export_found f JOIN items i ON i.id = f.item_id JOIN item_revisions r ON r.id = f.revision_id`;
  const { rowCount } = await client.query(
    compile(sql`
      INSERT INTO export_items
      SELECT row_number() OVER (ORDER BY i.number COLLATE "C"), i.id, r.id, ${sql.raw(NAMES[request.names])} ${from}`),
  );
  const total = rowCount ?? 0;
  if (total >= MEDIUM_SET) await analyzeItemSet(client);
  return {
    matched: matched ?? total,
    total,
    isClosed: total >= LARGE_SET && (await isClosed(client, request, total)),
  };
}

/** The tables, empty; for as long as the connection lives, as to create them for each run would cost more than a small one. */
export async function createItemSet(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE export_items (${COLUMNS}) ON COMMIT DELETE ROWS;
     CREATE TEMPORARY TABLE export_found (item_id bigint PRIMARY KEY, revision_id bigint NOT NULL, level integer NOT NULL) ON COMMIT DELETE ROWS`,
  );
}

/** What plans are made by: the columns that are joined and sorted by. */
export async function analyzeItemSet(client: pg.ClientBase): Promise<void> {
  await client.query('ANALYZE export_items (position, item_id, revision_id)');
}

/** A set of `position, item_id, revision_id` with what names its items. */
export function withNames(set: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT found.position, found.item_id, found.revision_id, item.number, revision.guid, revision.revision_number, revision.name
    FROM (${set}) AS found JOIN items item ON item.id = found.item_id JOIN item_revisions revision ON revision.id = found.revision_id`;
}

/** Fills the temporary table `export_found` with the items that match and their children; gives how many match. */
async function findItems(client: pg.ClientBase, request: ItemSetRequest): Promise<number> {
  const { rowCount } = await client.query(
    compile(sql`INSERT INTO export_found SELECT i.id, r.id, 0 ${matching(request)}`),
  );
  const matched = rowCount ?? 0;
  await addChildren(client, request, matched);
  return matched;
}

/**
 * With FULL all children are in the set but for items without any revision; otherwise they are for certain when all items of the workspace are.
 */
async function isClosed(client: pg.ClientBase, request: ItemSetRequest, total: number): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    compile(
      request.bomLevels === 'FULL'
        ? sql`SELECT count(*)::integer AS count FROM items i
              WHERE i.workspace_id = ${request.workspaceId} AND i.working_revision_id IS NULL AND i.effective_revision_id IS NULL`
        : sql`SELECT count(*)::integer - ${total} AS count FROM items i WHERE i.workspace_id = ${request.workspaceId}`,
    ),
  );
  return rows[0]?.count === 0;
}

/** A query with a row for each item that matches. */
export const selectMatches = (request: Matching): RawBuilder<unknown> => sql`SELECT 1 ${matching(request)}`;

/** How many items match, counted no further than `atMost`. */
export async function countMatches(db: Database, request: Matching, atMost: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM (
      ${selectMatches(request)} LIMIT ${atMost}
    ) AS counted`.execute(db);
  return rows[0]?.count ?? 0;
}

/** FROM and WHERE of the items that match, over the aliases that criteria are written for. */
function matching({ workspaceId, criteria, rule }: Matching): RawBuilder<unknown> {
  return sql`FROM items i JOIN item_revisions r ON r.id = ${sql.raw(REVISIONS[rule].match('i'))}
    WHERE i.workspace_id = ${workspaceId} AND (${criteria})`;
}

async function addChildren(
  client: pg.ClientBase,
  { bomLevels, rule }: ItemSetRequest,
  matched: number,
): Promise<void> {
  const { child } = REVISIONS[rule];
  const deepest = { NONE: 0, SINGLE: 1, FULL: Number.POSITIVE_INFINITY }[bomLevels];
  // Each item is looked up once in all levels together. The planner would rather read every line of the workspace for each level: it
  // does not know that most items have none.
  await client.query('SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off');
  let added = 1;
  let found = matched;
  for (let level = 1; level <= deepest && added > 0; level += 1) {
    // The planner has to know how large the last level is.
    if (found >= MEDIUM_SET) await client.query('ANALYZE export_found');
    const { rowCount } = await client.query(
      `INSERT INTO export_found
       SELECT i.id, ${child('i')}, $1::integer
       FROM (
         SELECT DISTINCT b.child_item_id FROM export_found f JOIN bom_lines b ON b.parent_revision_id = f.revision_id
         WHERE f.level = $1::integer - 1
       ) AS line JOIN items i ON i.id = line.child_item_id
       WHERE ${child('i')} IS NOT NULL AND NOT EXISTS (SELECT FROM export_found known WHERE known.item_id = line.child_item_id)`,
      [level],
    );
    added = rowCount ?? 0;
    found += added;
  }
  await client.query('SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on');
}
