import { OperatorError } from '../../kernel/errors.ts';
import { sql, type DatabaseTransaction } from '../../platform/db/database.ts';

/** Assembly levels above the leaves; each holds 16 of a hundred items, the leaves the other 20. */
export const ASSEMBLY_LEVELS = 5;
/** What an item can have: its current revision, a working one beside it, a superseded one. */
export const EDITIONS = { current: 0, working: 1, superseded: 2 } as const;
/** Numbers have seven digits. */
export const MAX_ITEMS = 9_999_999;
const PERCENT_PER_LEVEL = 16;
const FEWEST_SUPPLIERS = 12;
const ITEMS_PER_SUPPLIER = 500;
const RESERVE_ATTEMPTS = 5;

/** Tables whose rows are named by others: their ids are known before they are written. */
const REFERENCED = [
  'users',
  'lifecycle_phases',
  'categories',
  'suppliers',
  'supplier_items',
  'items',
  'item_revisions',
  'files',
] as const;
type Referenced = (typeof REFERENCED)[number];

/** How many rows of each kind there will be, and where their ids begin. */
export interface Plan {
  readonly workspaceId: number;
  readonly seed: number;
  readonly items: number;
  /** Items of each assembly level: 0 below 7 items, when all are leaves. */
  readonly perLevel: number;
  readonly manufacturers: number;
  readonly suppliers: number;
  readonly manufacturerItems: number;
  readonly supplierItems: number;
  readonly files: number;
  /** Row k of a table, counted from 1, has the id `before[table] + k`. */
  readonly before: Readonly<Record<Referenced, number>>;
}

/** Part of the items: from and to, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Sizes = Omit<Plan, 'before'>;

export function planSizes(request: { workspaceId: number; seed: number; items: number }): Sizes {
  const { workspaceId, seed, items } = request;
  const suppliers = Math.max(FEWEST_SUPPLIERS, Math.floor(items / ITEMS_PER_SUPPLIER));
  // One of a manufacturer and one of a vendor are needed even for a single item.
  const supplierItems = Math.max(2, items);
  return {
    workspaceId,
    seed,
    items,
    perLevel: Math.floor((items * PERCENT_PER_LEVEL) / 100),
    manufacturers: Math.ceil(suppliers / 2),
    suppliers,
    manufacturerItems: Math.ceil(supplierItems / 2),
    supplierItems,
    files: Math.min(20, items),
  };
}

/**
 * Takes the ids of every row that others name, so that no row has to be looked up again or updated.
 * @param vocabulary how many users, phases and categories there will be
 */
export async function reserveIds(
  tx: DatabaseTransaction,
  sizes: Sizes,
  vocabulary: Pick<Record<Referenced, number>, 'users' | 'lifecycle_phases' | 'categories'>,
): Promise<Plan> {
  const counts: Record<Referenced, number> = {
    ...vocabulary,
    suppliers: sizes.suppliers,
    supplier_items: sizes.supplierItems,
    items: sizes.items,
    item_revisions: sizes.items * Object.keys(EDITIONS).length,
    files: sizes.files,
  };
  const before = { ...counts };
  for (const table of REFERENCED) before[table] = (await reserve(tx, table, counts[table])) - 1;
  return { ...sizes, before };
}

/** The first of so many ids in a row. A sequence cannot be moved on safely while others draw from it, so each id is drawn. */
async function reserve(tx: DatabaseTransaction, table: Referenced, count: number): Promise<number> {
  for (let attempt = 1; attempt <= RESERVE_ATTEMPTS; attempt += 1) {
    const { rows } = await sql<{ first: number; last: number }>`
      SELECT min(id) AS first, max(id) AS last
      FROM (SELECT nextval(pg_get_serial_sequence(${table}, 'id')::regclass) AS id FROM generate_series(1, ${count}::bigint)) AS drawn`.execute(
      tx,
    );
    const row = rows[0];
    if (row !== undefined && row.last - row.first + 1 === count) return row.first;
  }
  throw new OperatorError('Other sessions are writing records. Seed when nothing else is being imported.');
}
