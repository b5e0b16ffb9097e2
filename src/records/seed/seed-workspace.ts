import { OperatorError } from '../../kernel/errors.ts';
import { sql, type Database, type DatabaseTransaction } from '../../platform/db/database.ts';
import { ANALYZE_RECORDS } from '../analyze.ts';
import { MAX_ITEMS, planSizes, reserveIds, type Plan, type Range } from './plan.ts';
import { seedBom, seedLoops } from './seed-bom.ts';
import { seedFiles } from './seed-files.ts';
import { seedItems, seedRevisions } from './seed-items.ts';
import { seedSources, seedSupplierItems, seedSuppliers } from './seed-sourcing.ts';
import { seedVocabulary, VOCABULARY_SIZES } from './seed-vocabulary.ts';

/** Items a statement: a few seconds each, which is how long an interrupt may wait. */
const BATCH_ITEMS = 25_000;

export interface SeedRequest {
  readonly db: Database;
  readonly workspaceId: number;
  /** 1 … 9 999 999. */
  readonly items: number;
  readonly seed: number;
  /** Whether some BOMs run in circles. */
  readonly loops: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

type Counts = Record<string, number>;
type Step = (tx: DatabaseTransaction, plan: Plan, range: Range) => Promise<Counts>;

/**
 * Fills an empty workspace with synthetic records, all or nothing: the same items, seed and loops give the same rows, GUIDs
 * included, in every workspace and on every machine; only ids differ. Gives how many rows of each kind were made.
 *
 * Items stand in five assembly levels of 16 % each above 20 % leaves (below 7 items all are leaves). A current revision of an
 * assembly has 3 to 7 BOM lines, so that a root explodes to 2 500 to 7 000 items where there are that many. The roots (level 1)
 * are the items whose number begins with `900-`; every other begins with `100-`. Seven digits follow, counted from 1 through all
 * items: 500 000 items have the roots 900-0000001 to 900-0080000, and `number STARTS_WITH 900-00001` finds a hundred of them.
 * @throws OperatorError when the workspace has records already or items is out of bounds; the signal's reason when it is aborted
 */
export async function seedWorkspace(request: SeedRequest): Promise<Counts> {
  const { db, workspaceId, items, signal, onProgress } = request;
  if (!Number.isSafeInteger(items) || items < 1 || items > MAX_ITEMS) {
    throw new OperatorError(`A workspace can be seeded with 1 to ${MAX_ITEMS} items, not ${items}.`);
  }
  signal.throwIfAborted();
  const counts = await db.transaction().execute(async (tx) => {
    await requireEmpty(tx, workspaceId);
    const plan = await reserveIds(tx, planSizes(request), VOCABULARY_SIZES);
    return insertAll(tx, plan, request);
  });
  onProgress('analyzing');
  await ANALYZE_RECORDS.execute(db);
  return counts;
}

/** Locks the workspace against another seeding and makes sure that nothing is there but people. */
async function requireEmpty(tx: DatabaseTransaction, workspaceId: number): Promise<void> {
  const { rows } = await sql<{ hasRecords: boolean }>`
    SELECT EXISTS (SELECT FROM items WHERE workspace_id = w.id) OR EXISTS (SELECT FROM lifecycle_phases WHERE workspace_id = w.id)
      OR EXISTS (SELECT FROM categories WHERE workspace_id = w.id) OR EXISTS (SELECT FROM attributes WHERE workspace_id = w.id)
      OR EXISTS (SELECT FROM suppliers WHERE workspace_id = w.id) OR EXISTS (SELECT FROM files WHERE workspace_id = w.id) AS "hasRecords"
    FROM workspaces w WHERE w.id = ${workspaceId} FOR NO KEY UPDATE`.execute(tx);
  const workspace = rows[0];
  if (workspace === undefined) throw new OperatorError(`There is no workspace ${workspaceId}.`);
  if (workspace.hasRecords)
    throw new OperatorError(`Workspace ${workspaceId} has records already. Only an empty one can be seeded.`);
}

async function insertAll(tx: DatabaseTransaction, plan: Plan, request: SeedRequest): Promise<Counts> {
  const counts: Counts = {};
  const add = (more: Counts): void => {
    for (const [kind, count] of Object.entries(more)) counts[kind] = (counts[kind] ?? 0) + count;
  };
  const inBatches = async (kind: string, total: number, step: Step): Promise<void> => {
    for (let from = 1; from <= total; from += BATCH_ITEMS) {
      request.signal.throwIfAborted();
      const to = Math.min(total, from + BATCH_ITEMS - 1);
      add(await step(tx, plan, { from, to }));
      request.onProgress(`${kind}: ${to} of ${total}`);
    }
    request.signal.throwIfAborted();
  };
  add(await seedVocabulary(tx, plan));
  add(await seedSuppliers(tx, plan));
  await inBatches('supplier items', plan.supplierItems, seedSupplierItems);
  await inBatches('items', plan.items, seedItems);
  await inBatches('revisions of items', plan.items, seedRevisions);
  await inBatches('BOMs of items', plan.items, seedBom);
  if (request.loops) await inBatches('loops of items', plan.items, seedLoops);
  await inBatches('sources of items', plan.items, seedSources);
  add(await seedFiles(tx, plan));
  return counts;
}
