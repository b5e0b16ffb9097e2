import { LIFECYCLE_STAGES } from '../../kernel/vocabulary.ts';
import { sql, type DatabaseTransaction } from '../../platform/db/database.ts';
import { drawFrom, drawnBytes, guidFrom, timeAt, type Fragment } from './draw.ts';
import { ASSEMBLY_LEVELS, EDITIONS, type Plan, type Range } from './plan.ts';
import {
  customOf,
  DAY_S,
  FIRST_SECOND,
  ITEM_CATEGORIES,
  NOUNS,
  PEOPLE,
  QUALITIES,
  REMARKS,
} from './vocabulary-data.ts';

/** Level 1 is above all others. */
const ROOT_PREFIX = '900-';
const OTHER_PREFIX = '100-';
const UOMS = ['each', 'm', 'kg', 'l', 'pack'];
const PROCUREMENT_TYPES = ['OTS', 'MTS', 'MTO'];

/**
 * What is decided of each item before anything is written, alike in every statement that asks:
 * n, level, working_only, has_working, has_superseded, modified_bom, modified_sourcing, modified_specs, modified_costing, lines.
 */
export function drawItems(plan: Plan, range: Range): Fragment {
  const draws = drawFrom('d.h');
  const firstLeaf = sql`${plan.perLevel * ASSEMBLY_LEVELS + 1}::bigint`;
  return sql`
    SELECT w.*, NOT working_only AND working_chance AS has_working, NOT working_only AND superseded_chance AS has_superseded
    FROM (
      SELECT d.n, CASE WHEN d.n >= ${firstLeaf} THEN ${ASSEMBLY_LEVELS + 1}::bigint ELSE (d.n - 1) / ${Math.max(1, plan.perLevel)}::bigint + 1 END AS level,
        ${draws.chance(5)} AS working_only, ${draws.chance(11)} AS working_chance, ${draws.chance(11)} AS superseded_chance,
        d.n < ${firstLeaf} AND ${draws.chance(50)} AS modified_bom, ${draws.chance(50)} AS modified_sourcing,
        ${draws.chance(60)} AS modified_specs, ${draws.chance(40)} AS modified_costing,
        CASE WHEN d.n < ${firstLeaf} THEN 3 + ${draws.whole(5)} ELSE 0 END AS lines
      FROM (
        SELECT n, ${drawnBytes(plan.seed, 'item', [sql`n`])} AS h FROM generate_series(${range.from}::bigint, ${range.to}::bigint) AS n OFFSET 0
      ) AS d
    ) AS w`;
}

/**
 * The revisions of {@link drawItems}, one row each: its columns with edition, revision_id and status. The modified_… flags hold
 * for a working revision beside an effective one only, and lines is what the revision itself has.
 */
export function drawRevisions(plan: Plan, range: Range): Fragment {
  const { working, superseded } = EDITIONS;
  const isWorking = sql`edition = ${working}::integer`;
  return sql`
    SELECT i.n, i.level, i.working_only, i.has_superseded, edition,
      ${plan.before.item_revisions}::bigint + edition * ${plan.items}::bigint + i.n AS revision_id,
      CASE WHEN edition = ${superseded}::integer THEN 'SUPERSEDED' WHEN ${isWorking} OR i.working_only THEN 'WORKING' ELSE 'EFFECTIVE' END AS status,
      ${isWorking} AND i.modified_bom AS modified_bom, ${isWorking} AND i.modified_sourcing AS modified_sourcing,
      ${isWorking} AND i.modified_specs AS modified_specs, ${isWorking} AND i.modified_costing AS modified_costing,
      CASE WHEN edition = ${superseded}::integer THEN 0 WHEN ${isWorking} AND i.modified_bom THEN i.lines + 1 ELSE i.lines END AS lines
    FROM (${drawItems(plan, range)}) AS i CROSS JOIN generate_series(0, ${superseded}::integer) AS edition
    WHERE edition = ${EDITIONS.current}::integer OR ${isWorking} AND i.has_working OR edition = ${superseded}::integer AND i.has_superseded`;
}

/** Items, each with the ids of its current revisions, which follow. */
export async function seedItems(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  const current = sql`${plan.before.item_revisions}::bigint + i.n`;
  const { numAffectedRows } = await sql`
    INSERT INTO items (id, workspace_id, number, working_revision_id, effective_revision_id) OVERRIDING SYSTEM VALUE
    SELECT ${plan.before.items}::bigint + i.n, ${plan.workspaceId}::bigint,
      CASE WHEN i.level = 1 THEN ${ROOT_PREFIX}::text ELSE ${OTHER_PREFIX}::text END || lpad(i.n::text, 7, '0'),
      CASE WHEN i.working_only THEN ${current} WHEN i.has_working THEN ${current} + ${plan.items * EDITIONS.working}::bigint END,
      CASE WHEN NOT i.working_only THEN ${current} END
    FROM (${drawItems(plan, range)}) AS i`.execute(tx);
  return { items: Number(numAffectedRows) };
}

/** The revisions of items. Dates of one item follow each other: superseded, effective, working. */
export async function seedRevisions(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  // h is the item's, so that its revisions are alike; e is the revision's own.
  const draws = drawFrom('r.h');
  const own = drawFrom('r.e');
  const cost = (decimals: number): Fragment => draws.orNull(20, draws.decimal(1_000, decimals));
  const isSuperseded = sql`r.edition = ${EDITIONS.superseded}::integer`;
  const { numAffectedRows } = await sql`
    INSERT INTO item_revisions (id, workspace_id, item_id, guid, status, revision_number, name, lifecycle_phase_id, category_id, description,
      uom, procurement_type, off_the_shelf, owner_id, creator_id, created_at, effective_at, superseded_at, last_modified_at, shared,
      deviated, is_assembly, modified_bom, modified_sourcing, modified_specs, modified_costing, production_cost, prototype_cost,
      target_cost, target_price, standard_cost, custom) OVERRIDING SYSTEM VALUE
    SELECT r.revision_id, ${plan.workspaceId}::bigint, ${plan.before.items}::bigint + r.n, ${guidFrom('r.e')}, r.status, ${revisionNumber()},
      ${draws.pick(NOUNS)} || ' ' || ${draws.pick(QUALITIES)} || CASE WHEN r.modified_specs THEN ' (changed)' ELSE '' END,
      ${draws.orNull(3, sql`${plan.before.lifecycle_phases}::bigint + 1 + ${draws.whole(LIFECYCLE_STAGES.length)}`)},
      ${draws.orNull(4, sql`${plan.before.categories}::bigint + 1 + ${draws.whole(ITEM_CATEGORIES.length)}`)},
      ${draws.orNull(15, draws.pick(REMARKS))}, ${draws.orNull(2, draws.pick(UOMS))}, ${draws.orNull(5, draws.pick(PROCUREMENT_TYPES))},
      ${draws.chance(40)}, ${draws.orNull(5, person(plan, draws.whole(PEOPLE.length)))}, ${person(plan, draws.whole(PEOPLE.length))},
      ${timeAt(sql`r.created`)}, CASE WHEN r.status <> 'WORKING' THEN ${timeAt(sql`r.effective`)} END,
      CASE WHEN ${isSuperseded} THEN ${timeAt(sql`r.replaced`)} END,
      ${own.orNull(10, timeAt(sql`CASE WHEN ${isSuperseded} THEN r.replaced WHEN r.status = 'EFFECTIVE' THEN r.effective ELSE r.created END + ${own.whole(30 * DAY_S)}`))},
      ${own.chance(10)}, ${own.chance(3)}, r.lines > 0, r.modified_bom, r.modified_sourcing, r.modified_specs, r.modified_costing,
      ${cost(2)}, ${cost(2)}, ${cost(4)}, ${cost(2)}, CASE WHEN r.modified_costing THEN ${own.decimal(1_000, 3)} ELSE ${cost(3)} END, r.custom
    FROM (${datedRevisions(plan, range)}) AS r`.execute(tx);
  return { itemRevisions: Number(numAffectedRows) };
}

const person = (plan: Plan, index: Fragment): Fragment => sql`${plan.before.users}::bigint + 1 + ${index}`;

/** A, B, C in the order of life; a working revision that nothing came before may not have one yet. */
function revisionNumber(): Fragment {
  return sql`CASE
    WHEN r.edition = ${EDITIONS.superseded}::integer THEN 'A'
    WHEN r.edition = ${EDITIONS.working}::integer THEN CASE WHEN r.has_superseded THEN 'C' ELSE 'B' END
    WHEN r.working_only THEN CASE WHEN r.n % 2 = 0 THEN 'A' END
    WHEN r.has_superseded THEN 'B' ELSE 'A' END`;
}

/** {@link drawRevisions} with the bytes h and e, the custom values, and created, effective and replaced in seconds. */
function datedRevisions(plan: Plan, range: Range): Fragment {
  const when = drawFrom('b.d');
  const custom = customOf('ITEMS', drawFrom('b.c'));
  const { working, superseded } = EDITIONS;
  return sql`
    SELECT t.*,
      CASE WHEN t.edition = ${working}::integer THEN t.effective_first + t.served + t.pause
           WHEN t.edition = ${superseded}::integer OR NOT t.has_superseded THEN t.begun
           ELSE t.effective_first + t.served / 2 END AS created,
      CASE WHEN t.edition <> ${superseded}::integer AND t.has_superseded THEN t.effective_first + t.served ELSE t.effective_first END AS effective,
      t.effective_first + t.served AS replaced
    FROM (
      SELECT s.*, s.begun + s.lead AS effective_first FROM (
        SELECT b.*, ${custom} AS custom, ${FIRST_SECOND}::bigint + ${when.whole(3_300 * DAY_S)} AS begun,
          ${when.whole(90 * DAY_S)} AS lead, ${when.whole(400 * DAY_S)} AS served, ${when.whole(60 * DAY_S)} AS pause
        FROM (
          SELECT r.*, ${drawnBytes(plan.seed, 'revision', [sql`r.n`])} AS h, ${drawnBytes(plan.seed, 'custom', [sql`r.n`])} AS c,
            ${drawnBytes(plan.seed, 'dates', [sql`r.n`])} AS d,
            ${drawnBytes(plan.seed, 'edition', [sql`r.n`, sql`r.edition`])} AS e
          FROM (${drawRevisions(plan, range)}) AS r OFFSET 0
        ) AS b OFFSET 0
      ) AS s
    ) AS t`;
}
