import { sql, type DatabaseTransaction } from '../../platform/db/database.ts';
import { drawFrom, drawnBytes, guidFrom, timeAt, type Draws, type Fragment } from './draw.ts';
import { EDITIONS, type Plan, type Range } from './plan.ts';
import { drawRevisions } from './seed-items.ts';
import { customOf, DAY_S, FIRST_SECOND, NOUNS, PEOPLE, QUALITIES, REMARKS } from './vocabulary-data.ts';

const HOUSES = [
  'Alder',
  'Brightwater',
  'Corvus',
  'Dünwald',
  'Étoile',
  'Fjordtek',
  'Granite Hill',
  'Halcyon',
  'Ironbark',
  'Kestrel',
];
const TRADES = [
  'Components',
  'Electronics, Inc.',
  'Metals',
  'GmbH & Co. KG',
  'Supply "Direct"',
  'Plastics',
  'Industries',
];
const APPROVALS = ['approved', 'unrated', 'conditional', 'rejected'];
const PART_SERIES = ['MX', 'RC', 'QF', 'ZT', 'LB', 'VN', 'HK', 'PD'];

const createdAt = (draws: Draws): Fragment =>
  timeAt(sql`${FIRST_SECOND}::bigint + ${draws.whole(3_300 * DAY_S)}`);
const creator = (plan: Plan, draws: Draws): Fragment =>
  sql`${plan.before.users}::bigint + 1 + ${draws.whole(PEOPLE.length)}`;

/** Manufacturers first, vendors after them. */
export async function seedSuppliers(tx: DatabaseTransaction, plan: Plan): Promise<Record<string, number>> {
  const draws = drawFrom('s.h');
  const { numAffectedRows } = await sql`
    INSERT INTO suppliers (id, workspace_id, guid, name, supplier_id, account_number, description, website, approval_status, created_at,
      creator_id, custom) OVERRIDING SYSTEM VALUE
    SELECT ${plan.before.suppliers}::bigint + s.n, ${plan.workspaceId}::bigint, ${guidFrom('s.h')},
      ${draws.pick(HOUSES)} || ' ' || ${draws.pick(TRADES)} || ' ' || s.n, 'SUP-' || lpad(s.n::text, 6, '0'),
      ${draws.orNull(30, sql`(1000000 + ${draws.whole(9_000_000)})::text`)}, ${draws.orNull(40, draws.pick(REMARKS))},
      ${draws.orNull(20, sql`'https://supplier-' || s.n || '.example/'`)}, ${draws.pick(APPROVALS)}, ${createdAt(draws)},
      ${creator(plan, draws)}, ${customOf('SUPPLIERS', draws)}
    FROM (
      SELECT n, ${drawnBytes(plan.seed, 'supplier', [sql`n`])} AS h FROM generate_series(1, ${plan.suppliers}::bigint) AS n OFFSET 0
    ) AS s`.execute(tx);
  return { suppliers: Number(numAffectedRows) };
}

/** The first half belongs to manufacturers, the second to vendors. */
export async function seedSupplierItems(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  const draws = drawFrom('s.h');
  const { numAffectedRows } = await sql`
    INSERT INTO supplier_items (id, workspace_id, supplier_id, guid, number, name, type, uom, description, procurement_type, off_the_shelf,
      created_at, creator_id, custom) OVERRIDING SYSTEM VALUE
    SELECT ${plan.before.supplier_items}::bigint + s.n, ${plan.workspaceId}::bigint,
      ${plan.before.suppliers}::bigint + CASE WHEN s.n <= ${plan.manufacturerItems}::bigint
        THEN 1 + ${draws.whole(plan.manufacturers)}
        ELSE ${plan.manufacturers}::bigint + 1 + ${draws.whole(plan.suppliers - plan.manufacturers)} END,
      ${guidFrom('s.h')}, ${draws.pick(PART_SERIES)} || ${draws.whole(10_000)} || '-' || s.n,
      ${draws.orNull(5, sql`${draws.pick(NOUNS)} || ', ' || ${draws.pick(QUALITIES)}`)}, 'PART', 'each',
      ${draws.orNull(60, draws.pick(REMARKS))}, 'OTS', ${draws.chance(80)}, ${createdAt(draws)}, ${draws.orNull(10, creator(plan, draws))},
      ${customOf('SUPPLIER_ITEMS', draws)}
    FROM (
      SELECT n, ${drawnBytes(plan.seed, 'supplier item', [sql`n`])} AS h
      FROM generate_series(${range.from}::bigint, ${range.to}::bigint) AS n OFFSET 0
    ) AS s`.execute(tx);
  return { supplierItems: Number(numAffectedRows) };
}

/** One source of each current and each working revision: a manufacturer's item and, in 80 of a hundred, a vendor's. */
export async function seedSources(
  tx: DatabaseTransaction,
  plan: Plan,
  range: Range,
): Promise<Record<string, number>> {
  // h belongs to the item, e to the revision.
  const draws = drawFrom('r.h');
  const own = drawFrom('r.e');
  const manufacturerItem = (from: Draws): Fragment =>
    sql`${plan.before.supplier_items}::bigint + 1 + ${from.whole(plan.manufacturerItems)}`;
  const vendorItem = sql`${plan.before.supplier_items + plan.manufacturerItems}::bigint + 1 + ${draws.whole(plan.supplierItems - plan.manufacturerItems)}`;
  const { numAffectedRows } = await sql`
    INSERT INTO source_relationships (workspace_id, parent_revision_id, guid, mfr_item_id, vendor_item_id, approved, notes, active_production,
      active_prototype, aml_rank, aml_split, vendor_item_conversion_factor, make_item)
    SELECT ${plan.workspaceId}::bigint, r.revision_id, ${guidFrom('r.e')},
      CASE WHEN r.modified_sourcing THEN ${manufacturerItem(own)} ELSE ${manufacturerItem(draws)} END, ${draws.orNull(20, vendorItem)},
      ${draws.chance(70)}, ${draws.orNull(80, draws.pick(REMARKS))}, ${draws.chance(60)}, ${draws.chance(30)},
      ${draws.orNull(20, sql`1 + ${draws.whole(3)}`)}, ${draws.orNull(50, draws.decimal(100, 1))}, ${draws.orNull(40, draws.decimal(10, 2))},
      ${draws.chance(5)}
    FROM (
      SELECT d.*, ${drawnBytes(plan.seed, 'source', [sql`d.n`])} AS h, ${drawnBytes(plan.seed, 'edition source', [sql`d.n`, sql`d.edition`])} AS e
      FROM (${drawRevisions(plan, range)}) AS d WHERE d.edition <> ${EDITIONS.superseded}::integer OFFSET 0
    ) AS r`.execute(tx);
  return { sourceRelationships: Number(numAffectedRows) };
}
