import type { CustomAttribute } from '../engine/attributes.ts';
import { columnsOf } from '../engine/columns.ts';
import type { Page } from '../kernel/paging.ts';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';
import { COMPARED_VIEW, SUBSTITUTES, type LineChange } from './bom-comparison.contract.ts';

/** Two revisions, by their ids. */
export interface ComparisonQuery {
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly CustomAttribute[];
  readonly includeUnchanged: boolean;
}

/** A line of one revision and the line of the other that it became, by their ids. */
export interface LinePair {
  readonly change: LineChange;
  readonly fromId: number | null;
  readonly toId: number | null;
  /** apiNames of what differs. */
  readonly attributes: readonly string[];
}

/** How many lines there are of each change, listed or not. */
export type LineCounts = Readonly<Record<'added' | 'removed' | 'changed' | 'unchanged', number>>;

interface ComparedRow extends LineCounts {
  readonly place: number | null;
  readonly change: LineChange;
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly differences: readonly (string | null)[];
}

/**
 * By what lines of the same child find each other, step by step: those that are the same in all, then those with the same line number, then
 * in the order in which they stand. A child may stand on many lines, and lines may have no number.
 */
const STEPS = ['child_item_id, line, cells, substitutes', 'child_item_id, line', 'child_item_id'] as const;

/** A page of the lines of two BOMs, each in one pair, in the order of their numbers. */
export async function pageOfComparison(
  db: Database,
  query: ComparisonQuery,
  page: Page,
): Promise<{ readonly counts: LineCounts; readonly pairs: readonly LinePair[] }> {
  const columns = columnsOf(COMPARED_VIEW, query.attributes, 'apiName');
  const cells = columns.map(({ expression }) => `(${expression})::text`).join(', ');
  const names = [...columns.map(({ header }) => header), SUBSTITUTES];
  const last = STEPS.length;
  const { rows } = await sql<ComparedRow>`
    WITH from_0 AS MATERIALIZED (${linesOf(query.from, cells)}), to_0 AS MATERIALIZED (${linesOf(query.to, cells)}),
    ${sql.raw(STEPS.map(matchingStep).join(',\n'))},
    pairs AS (
      ${sql.raw(STEPS.map((_, index) => `SELECT from_id, to_id FROM same_${index + 1}`).join(' UNION ALL '))}
      UNION ALL SELECT id, NULL FROM ${sql.raw(`from_${last}`)} UNION ALL SELECT NULL, id FROM ${sql.raw(`to_${last}`)}
    ),
    compared AS MATERIALIZED (
      SELECT p.from_id, p.to_id, coalesce(t.line, f.line) AS line, coalesce(t.guid, f.guid) AS guid,
             CASE WHEN p.from_id IS NULL THEN 'ADDED' WHEN p.to_id IS NULL THEN 'REMOVED'
                  WHEN (f.cells, f.substitutes) IS DISTINCT FROM (t.cells, t.substitutes) THEN 'CHANGED' ELSE 'UNCHANGED' END AS change,
             f.cells || f.substitutes AS before, t.cells || t.substitutes AS after
      FROM pairs p LEFT JOIN from_0 f ON f.id = p.from_id LEFT JOIN to_0 t ON t.id = p.to_id
    )
    SELECT totals.*, shown.* FROM (
      SELECT ${countOf('ADDED')} AS added, ${countOf('REMOVED')} AS removed, ${countOf('CHANGED')} AS changed, ${countOf('UNCHANGED')} AS unchanged
      FROM compared
    ) AS totals LEFT JOIN (
      SELECT row_number() OVER (ORDER BY ${ORDER}) AS place, change, from_id AS "fromId", to_id AS "toId",
             CASE WHEN change = 'CHANGED' THEN ARRAY(
               SELECT name FROM unnest(before, after, ${names}::text[]) AS cell (before, after, name)
               WHERE cell.before IS DISTINCT FROM cell.after) ELSE '{}' END AS differences
      FROM compared WHERE ${query.includeUnchanged} OR change <> 'UNCHANGED'
      ORDER BY ${ORDER} LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS shown ON true ORDER BY shown.place`.execute(db);
  const [{ added, removed, changed, unchanged } = NONE] = rows;
  return {
    counts: { added, removed, changed, unchanged },
    pairs: rows
      .filter(({ place }) => place !== null)
      .map(({ change, fromId, toId, differences }) => ({
        change,
        fromId,
        toId,
        attributes: differences.filter((name) => name !== null),
      })),
  };
}

const NONE: LineCounts = { added: 0, removed: 0, changed: 0, unchanged: 0 };

/** What was taken away stands before what came in its place. */
const ORDER = sql`line, to_id IS NOT NULL, guid COLLATE "C", from_id, to_id`;

const countOf = (change: LineChange): RawBuilder<unknown> =>
  sql`count(*) FILTER (WHERE change = ${sql.lit(change)})`;

/** Lines of a BOM: what is compared of each in text, and a number for those without one, behind all others. */
function linesOf(revisionId: number, cells: string): RawBuilder<unknown> {
  return sql`
    SELECT b.id, b.child_item_id, b.guid, coalesce(b.line_number::bigint, 1::bigint << 40) AS line, ARRAY[${sql.raw(cells)}] AS cells,
           coalesce((SELECT array_agg(same.text ORDER BY same.text COLLATE "C") FROM (
             SELECT ROW (x.substitute_item_id, x.rank, x.quantity, x.notes)::text FROM bom_substitutes x WHERE x.bom_line_id = b.id
           ) AS same (text)), '{}')::text AS substitutes
    FROM bom_lines b WHERE b.parent_revision_id = ${revisionId}`;
}

/** Pairs the lines that the steps before have left, one with one, and leaves the rest. */
function matchingStep(key: string, index: number): string {
  const [before, now] = [index, index + 1];
  const ranked = (side: string): string =>
    `(SELECT *, row_number() OVER (PARTITION BY ${key} ORDER BY line, guid COLLATE "C", id) AS turn FROM ${side}_${before})`;
  const left = (side: string): string =>
    `${side}_${now} AS MATERIALIZED (SELECT * FROM ${side}_${before} one WHERE NOT EXISTS (SELECT FROM same_${now} WHERE ${side}_id = one.id))`;
  return `same_${now} AS MATERIALIZED (
      SELECT f.id AS from_id, t.id AS to_id FROM ${ranked('from')} f JOIN ${ranked('to')} t USING (${key}, turn)
    ), ${left('from')}, ${left('to')}`;
}
