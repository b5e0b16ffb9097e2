import type pg from 'pg';
import type { BomLevels, RevisionRule } from '../kernel/vocabulary.ts';
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
}

export interface ItemSetCounts {
  /** Items that the criteria matched. */
  readonly matched: number;
  /** With the children that bomLevels adds. */
  readonly total: number;
}

/**
 * Fills the temporary table `export_items (position, item_id, revision_id)`: the items that match and, for SINGLE and FULL, their
 * children, each item once, in the order of item numbers. Children are found level by level: each statement is planned with the
 * true size of its level, where a recursive query was seen to guess fifty times too many rows; a loop ends as nothing new is found.
 */
export async function selectItems(client: pg.Client, request: ItemSetRequest): Promise<ItemSetCounts> {
  const { child } = REVISIONS[request.rule];
  await client.query(
    'CREATE TEMPORARY TABLE export_found (item_id bigint PRIMARY KEY, revision_id bigint NOT NULL, level integer NOT NULL) ON COMMIT DROP',
  );
  const { rowCount } = await client.query(
    compile(sql`INSERT INTO export_found SELECT i.id, r.id, 0 ${matching(request)}`),
  );
  const matched = rowCount ?? 0;
  const total = matched + (await addChildren(client, request.bomLevels, child));
  await client.query(`
    CREATE TEMPORARY TABLE export_items ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY i.number COLLATE "C")::integer AS position, f.item_id, f.revision_id
    FROM export_found f JOIN items i ON i.id = f.item_id`);
  await client.query('CREATE UNIQUE INDEX ON export_items (item_id)');
  await client.query('CREATE INDEX ON export_items (position)');
  await client.query('ANALYZE export_items');
  return { matched, total };
}

/** How many items match, counted no further than `atMost`. */
export async function countMatches(
  db: Database,
  request: Pick<ItemSetRequest, 'workspaceId' | 'criteria' | 'rule'>,
  atMost: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM (
      SELECT 1 ${matching(request)} LIMIT ${atMost}
    ) AS counted`.execute(db);
  return rows[0]?.count ?? 0;
}

/** FROM and WHERE of the items that match, over the aliases that criteria are written for. */
function matching({
  workspaceId,
  criteria,
  rule,
}: Pick<ItemSetRequest, 'workspaceId' | 'criteria' | 'rule'>): RawBuilder<unknown> {
  return sql`FROM items i JOIN item_revisions r ON r.id = ${sql.raw(REVISIONS[rule].match('i'))}
    WHERE i.workspace_id = ${workspaceId} AND (${criteria})`;
}

/** How many items were added. */
async function addChildren(client: pg.Client, bomLevels: BomLevels, child: typeof LATEST): Promise<number> {
  const deepest = { NONE: 0, SINGLE: 1, FULL: Number.POSITIVE_INFINITY }[bomLevels];
  let total = 0;
  let added = 1;
  for (let level = 1; level <= deepest && added > 0; level += 1) {
    // The planner has to know how large the last level is.
    await client.query('ANALYZE export_found');
    const { rowCount } = await client.query(
      `INSERT INTO export_found
       SELECT DISTINCT i.id, ${child('i')}, $1::integer
       FROM export_found f JOIN bom_lines b ON b.parent_revision_id = f.revision_id JOIN items i ON i.id = b.child_item_id
       WHERE f.level = $1::integer - 1 AND ${child('i')} IS NOT NULL
       ON CONFLICT (item_id) DO NOTHING`,
      [level],
    );
    added = rowCount ?? 0;
    total += added;
  }
  return total;
}
