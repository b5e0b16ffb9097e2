import { sql, type DatabaseTransaction } from '../../platform/db/database.ts';
import { drawFrom, drawnBytes, guidFrom, type Draws, type Fragment } from './draw.ts';
import { ASSEMBLY_LEVELS, EDITIONS, type Plan, type Range } from './plan.ts';
import { drawRevisions } from './seed-items.ts';
import { customOf, REMARKS } from './vocabulary-data.ts';

const REF_DES = ['R', 'C', 'U', 'J', 'L', 'D', 'Q', 'X'];
/** After the others, of which there are at most eight. */
const LOOP_LINE_NUMBER = 9;

/**
 * Which item a line names, as its number n, from the bytes of (parent, line): one of the next level, or in 6 of a hundred of any
 * deeper one. Always deeper than its parent, so that nothing can run in a circle.
 */
function childOf(plan: Plan, draws: Draws): Fragment {
  const above = sql`(l.level * ${plan.perLevel}::bigint)`;
  const isAnyDeeper = sql`l.level = ${ASSEMBLY_LEVELS}::bigint OR ${draws.chance(6)}`;
  const choices = sql`(CASE WHEN ${isAnyDeeper} THEN ${plan.items}::bigint - ${above} ELSE ${plan.perLevel}::bigint END)`;
  return sql`(${above} + 1 + ${draws.whole(choices)})`;
}

/** BOM lines of current and working revisions, and for 2 of a hundred lines a substitute. */
export async function seedBom(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  // h belongs to the item's line, so that its revisions have it alike; e to the revision's.
  const draws = drawFrom('l.h');
  const child = childOf(plan, draws);
  const extra = drawFrom('x.h');
  const isOtherQuantity = sql`l.modified_bom AND l.line = 1`;
  const { rows } = await sql<{ bomLines: number; bomSubstitutes: number }>`
    WITH lines AS (
      INSERT INTO bom_lines (workspace_id, parent_revision_id, child_item_id, guid, line_number, quantity, ref_des, notes, custom)
      SELECT ${plan.workspaceId}::bigint, l.revision_id, ${plan.before.items}::bigint + ${child}, ${guidFrom('l.e')}, l.line,
        (CASE WHEN ${draws.chance(85)} THEN ${draws.whole(12)} + 1 ELSE ${draws.decimal(10, 3)} END) + (CASE WHEN ${isOtherQuantity} THEN 1 ELSE 0 END),
        ${draws.orNull(30, sql`${draws.pick(REF_DES)} || (${draws.whole(400)} + 1)`)}, ${draws.orNull(80, draws.pick(REMARKS))},
        ${customOf('BOM', draws)}
      FROM (
        SELECT r.*, line, ${drawnBytes(plan.seed, 'line', [sql`r.n`, sql`line`])} AS h,
          ${drawnBytes(plan.seed, 'edition line', [sql`r.n`, sql`r.edition`, sql`line`])} AS e
        FROM (${drawRevisions(plan, range)}) AS r CROSS JOIN LATERAL generate_series(1, r.lines) AS line OFFSET 0
      ) AS l
      RETURNING id, guid, child_item_id
    ), substitutes AS (
      INSERT INTO bom_substitutes (workspace_id, bom_line_id, substitute_item_id, guid, rank, quantity, notes)
      SELECT ${plan.workspaceId}::bigint, x.id, x.child_item_id + CASE WHEN x.child_item_id < ${plan.before.items + plan.items}::bigint THEN 1 ELSE -1 END,
        ${guidFrom('x.h')}, 1, ${extra.whole(12)} + 1, ${extra.orNull(70, extra.pick(REMARKS))}
      FROM (SELECT id, child_item_id, ${drawnBytes(plan.seed, 'substitute', [sql`guid`])} AS h FROM lines OFFSET 0) AS x
      WHERE ${extra.chance(2)}
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM lines) AS "bomLines", (SELECT count(*) FROM substitutes) AS "bomSubstitutes"`.execute(
    tx,
  );
  return { ...rows[0] };
}

/**
 * Lines that point back up: in 2 of a hundred assemblies above the lowest level (and in the first item) either the child of its
 * first line names it in turn, or it names itself.
 */
export async function seedLoops(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  const child = childOf(plan, drawFrom('l.h'));
  const draws = drawFrom('l.e');
  const isLooped = sql`(l.n = 1 OR ${draws.chance(2)})`;
  // A leaf has to stay one.
  const comesBack = sql`(l.n = 1 OR ${draws.chance(50)}) AND ${child} <= ${plan.perLevel * ASSEMBLY_LEVELS}::bigint`;
  const { numAffectedRows } = await sql`
    INSERT INTO bom_lines (workspace_id, parent_revision_id, child_item_id, guid, line_number, quantity, notes)
    SELECT ${plan.workspaceId}::bigint, ${plan.before.item_revisions}::bigint + CASE WHEN ${comesBack} THEN ${child} ELSE l.n END,
      ${plan.before.items}::bigint + l.n, ${guidFrom('l.e')}, ${LOOP_LINE_NUMBER}::integer, 1, 'Runs in a circle'
    FROM (
      SELECT r.n, r.level, ${drawnBytes(plan.seed, 'line', [sql`r.n`, sql`1`])} AS h, ${drawnBytes(plan.seed, 'loop', [sql`r.n`])} AS e
      FROM (${drawRevisions(plan, range)}) AS r
      WHERE r.edition = ${EDITIONS.current}::integer AND r.level < ${ASSEMBLY_LEVELS}::bigint AND r.lines > 0 OFFSET 0
    ) AS l
    WHERE ${isLooped}`.execute(tx);
  return { bomLines: Number(numAffectedRows) };
}
