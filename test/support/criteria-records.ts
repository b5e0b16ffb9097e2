import type { CustomAttribute } from '../../src/engine/attributes.ts';
import { sql, type Database, type DatabaseTransaction } from '../../src/platform/db/database.ts';
import type { Category, Person, Phase, RecordSet, Revision, SupplierItem } from './criteria-evaluator.ts';

export interface StoredRecordSet extends RecordSet {
  readonly attributes: readonly CustomAttribute[];
  readonly people: readonly Person[];
  readonly categories: readonly Category[];
  readonly phases: readonly Phase[];
  readonly supplierItems: readonly SupplierItem[];
}

type Row = Readonly<Record<string, unknown>>;

/** Identities are given out here: rows then know each other before they are written. */
let lastId = 0;
const nextId = (): number => (lastId += 1);

/** Writes records straight into the tables, as a workspace of their own. */
export async function insertRecords(
  db: Database,
  workspaceId: number,
  records: StoredRecordSet,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insertRows(tx, 'workspaces', [{ id: workspaceId, name: 'Criteria' }]);
    const ids = await insertVocabulary(tx, workspaceId, records);
    await insertItems(tx, { workspaceId, records, ids });
  });
}

/** Ids by GUID, and of items by number. */
type Ids = ReadonlyMap<string, number>;

async function insertVocabulary(
  tx: DatabaseTransaction,
  workspaceId: number,
  records: StoredRecordSet,
): Promise<Ids> {
  const { people, categories, phases, supplierItems, attributes, items } = records;
  const suppliers = [...new Map(supplierItems.map(({ supplier }) => [supplier.guid, supplier])).values()];
  const guids = [...people, ...categories, ...phases, ...supplierItems, ...suppliers].map(({ guid }) => guid);
  const ids = new Map([...guids, ...items.map(({ number }) => number)].map((key) => [key, nextId()]));
  const known = ({ guid }: { guid: string }): Row => ({ id: ids.get(guid), workspace_id: workspaceId, guid });
  const insert = (table: string, rows: readonly Row[]): Promise<void> => insertRows(tx, table, rows);
  await insert(
    'users',
    people.map((one) => ({ ...known(one), full_name: one.fullName, email: one.email })),
  );
  await insert(
    'categories',
    categories.map((one) => ({ ...known(one), world: 'ITEMS', name: one.name, path: one.path })),
  );
  await insert(
    'lifecycle_phases',
    phases.map((one) => ({ ...known(one), name: one.name, stage: one.stage })),
  );
  await insert(
    'suppliers',
    suppliers.map((one) => ({ ...known(one), name: one.name })),
  );
  await insert(
    'supplier_items',
    supplierItems.map((one) => ({
      ...known(one),
      supplier_id: ids.get(one.supplier.guid),
      number: one.number,
      name: one.name,
      off_the_shelf: false,
    })),
  );
  await insert(
    'attributes',
    attributes.map((one) => ({
      id: nextId(),
      workspace_id: workspaceId,
      world: one.world,
      guid: one.guid,
      name: one.name,
      field_type: one.fieldType,
      multi_select: one.multiSelect,
      possible_values: one.possibleValues,
      slot: one.slot,
    })),
  );
  return ids;
}

interface Insertion {
  readonly workspaceId: number;
  readonly records: StoredRecordSet;
  readonly ids: Ids;
}

async function insertItems(tx: DatabaseTransaction, insertion: Insertion): Promise<void> {
  const { workspaceId, records, ids } = insertion;
  const rows = records.items.map((item) => ({
    item,
    id: ids.get(item.number),
    working: item.working === null ? null : { id: nextId(), revision: item.working },
    effective: item.effective === null ? null : { id: nextId(), revision: item.effective },
  }));
  await insertRows(
    tx,
    'items',
    rows.map(({ id, item, working, effective }) => ({
      id,
      workspace_id: workspaceId,
      number: item.number,
      working_revision_id: working?.id ?? null,
      effective_revision_id: effective?.id ?? null,
    })),
  );
  const revisions = rows.flatMap(({ id, working, effective }) =>
    [working, effective].filter((one) => one !== null).map((one) => ({ ...one, itemId: id })),
  );
  await insertRows(
    tx,
    'item_revisions',
    revisions.map((one) => ({ id: one.id, item_id: one.itemId, ...revisionRow(insertion, one.revision) })),
  );
  const common = (revisionId: number): Row => {
    const id = nextId();
    return { id, workspace_id: workspaceId, guid: String(id), parent_revision_id: revisionId };
  };
  await insertRows(
    tx,
    'bom_lines',
    revisions.flatMap(({ id, revision }) =>
      revision.children.map((child) => ({ ...common(id), child_item_id: ids.get(child) })),
    ),
  );
  await insertRows(
    tx,
    'source_relationships',
    revisions.flatMap(({ id, revision }) =>
      revision.sources.map(({ mfr, vendor }) => ({
        ...common(id),
        mfr_item_id: mfr === null ? null : ids.get(mfr.guid),
        vendor_item_id: vendor === null ? null : ids.get(vendor.guid),
        ...{ approved: false, active_production: false, active_prototype: false, make_item: false },
      })),
    ),
  );
}

function revisionRow({ workspaceId, records, ids }: Insertion, revision: Revision): Row {
  const { texts, dateTimes, flags, costs } = revision;
  const idOf = (one: { guid: string } | null): number | null =>
    one === null ? null : (ids.get(one.guid) ?? null);
  const slots = Math.max(...records.attributes.map(({ slot }) => slot));
  const custom = Array.from({ length: slots }, (_, index) => {
    const attribute = records.attributes.find(({ slot, world }) => slot === index + 1 && world === 'ITEMS');
    return attribute === undefined ? null : (revision.custom[attribute.guid] ?? null);
  });
  return {
    workspace_id: workspaceId,
    guid: revision.guid,
    status: revision.status,
    revision_number: revision.revisionNumber,
    name: texts.name,
    description: texts.description,
    uom: texts.uom,
    procurement_type: texts.procurementType,
    lifecycle_phase_id: idOf(revision.lifecyclePhase),
    category_id: idOf(revision.category),
    owner_id: idOf(revision.owner),
    creator_id: idOf(revision.creator),
    created_at: dateTimes.creationDateTime,
    effective_at: dateTimes.effectiveDateTime,
    last_modified_at: dateTimes.lastModifiedDateTime,
    off_the_shelf: false,
    shared: flags.shared,
    deviated: flags.deviated,
    is_assembly: flags.isAssembly,
    modified_bom: flags.modifiedBOM,
    modified_files: flags.modifiedFiles,
    modified_sourcing: flags.modifiedSourcing,
    modified_specs: flags.modifiedSpecs,
    modified_costing: false,
    production_cost: costs.productionCost,
    prototype_cost: costs.prototypeCost,
    target_cost: costs.targetCost,
    target_price: costs.targetPrice,
    standard_cost: costs.standardCost,
    // A short array is what the import writes when the last attributes have no value, and NULL when none has one.
    custom: custom.every((one) => one === null)
      ? null
      : custom.slice(0, custom.findLastIndex((one) => one !== null) + 1),
  };
}

async function insertRows(tx: DatabaseTransaction, table: string, rows: readonly Row[]): Promise<void> {
  if (rows[0] === undefined) return;
  const columns = sql.join(Object.keys(rows[0]).map((name) => sql.ref(name)));
  await sql`
    INSERT INTO ${sql.table(table)} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}
