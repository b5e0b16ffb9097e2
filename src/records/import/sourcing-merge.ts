import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { joinsOf, type Lookup } from './lookups.ts';
import { asList, countCreated, mergeRows, RECORD_GUID, WORKSPACE } from './merge.ts';
import { stagedCells } from './staged-cells.ts';
import { PARENT_PROBLEMS, mergeUnderParent, resolveParents, withParents } from './under-parent.ts';
import { findPerson } from './vocabulary-merge.ts';

const PROFILES = stageOf('SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE');
const ITEMS = stageOf('SOURCING_SUPPLIERITEM_SPECS');
const SOURCES = stageOf('SOURCING');
const ITEM_FILES = stageOf('SOURCING_SUPPLIERITEM_FILES');

const CREATOR = findPerson('creator', 's."creator.email"', 's."creator.fullName"');

/** Suppliers, what they offer, and which items can be bought as that. */
export async function mergeSourcing(context: ImportContext): Promise<void> {
  await mergeSuppliers(context);
  await createNamedSuppliers(context);
  await mergeSupplierItems(context);
  await createNamedSupplierItems(context);
  await mergeSources(context);
}

async function mergeSuppliers(context: ImportContext): Promise<void> {
  const view = 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE';
  const { has, own, custom } = stagedCells(context, view);
  const values = {
    guid: RECORD_GUID,
    name: 's."name"',
    supplier_id: own('supplierId', 'supplier_id'),
    account_number: own('accountNumber', 'account_number'),
    description: own('description', 'description'),
    website: own('website', 'website'),
    approval_status: own('approvalStatus', 'approval_status'),
    created_at: own('creationDateTime', 'created_at'),
    creator_id: has('creator.email', 'creator.fullName') ? CREATOR.id : 't.creator_id',
    custom,
  };
  await mergeRows(context, {
    kind: 'suppliers',
    table: 'suppliers',
    file: `${view}.csv`,
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, ${asList(values)} FROM ${PROFILES} s
           LEFT JOIN suppliers t ON t.id = ${supplierId('s.guid', 's."name"')} ${CREATOR.joins}`,
    columns: Object.keys(values),
    uniques: [{ columns: ['guid'], what: 'supplier', isIndexed: true }],
  });
}

/** SQL for the id of a supplier: by GUID where one is given, else by name. */
function supplierId(guid: string, name: string): string {
  return `CASE WHEN ${guid} IS NOT NULL THEN (SELECT x.id FROM suppliers x WHERE x.workspace_id = ${WORKSPACE} AND x.guid = ${guid})
          ELSE (SELECT min(x.id) FROM suppliers x WHERE x.workspace_id = ${WORKSPACE} AND x.name = ${name}) END`;
}

/** The same for rows by the hundred thousand that nearly all give a GUID. */
function findSupplier(guid: string, name: string): Lookup {
  return {
    joins: `LEFT JOIN suppliers supplier_by_guid ON supplier_by_guid.workspace_id = ${WORKSPACE} AND supplier_by_guid.guid = ${guid}`,
    id: `CASE WHEN ${guid} IS NOT NULL THEN supplier_by_guid.id ELSE ${supplierId('NULL::text', name)} END`,
  };
}

/** SQL for the id of a supplier item: by GUID where one is given, else by its supplier and number. */
export function supplierItemId(
  guid: string,
  number: string,
  supplier: { guid: string; name: string },
): string {
  return `CASE WHEN ${guid} IS NOT NULL THEN (SELECT y.id FROM supplier_items y WHERE y.workspace_id = ${WORKSPACE} AND y.guid = ${guid})
          ELSE (SELECT min(y.id) FROM supplier_items y WHERE y.number = ${number} AND y.supplier_id = ${supplierId(supplier.guid, supplier.name)}) END`;
}

function findSupplierItem(
  alias: string,
  guid: string,
  named: { number: string; supplier: { guid: string; name: string } },
): Lookup {
  return {
    joins: `LEFT JOIN supplier_items ${alias} ON ${alias}.workspace_id = ${WORKSPACE} AND ${alias}.guid = ${guid}`,
    id: `CASE WHEN ${guid} IS NOT NULL THEN ${alias}.id WHEN ${named.number} IS NOT NULL THEN ${supplierItemId('NULL::text', named.number, named.supplier)} END`,
  };
}

/** Every place where a file names a supplier item, with its supplier. */
const NAMED = `
  SELECT "mfrItem.guid" AS guid, "mfrItem.number" AS number, "mfrItem.name" AS name, "mfrItem.supplier.guid" AS supplier_guid, "mfrItem.supplier.name" AS supplier_name FROM ${SOURCES}
  UNION ALL SELECT "vendorItem.guid", "vendorItem.number", "vendorItem.name", "vendorItem.supplier.guid", "vendorItem.supplier.name" FROM ${SOURCES}
  UNION ALL SELECT "parent.guid", "parent.number", "parent.name", "parent.supplier.guid", "parent.supplier.name" FROM ${ITEM_FILES}`;

/** Those with a GUID first: a name alone then means one of them. */
async function createNamedSuppliers(context: ImportContext): Promise<void> {
  for (const [condition, key] of [
    [
      `guid IS NOT NULL AND NOT EXISTS (SELECT FROM suppliers x WHERE x.workspace_id = ${WORKSPACE} AND x.guid = b.guid)`,
      'guid',
    ],
    ['guid IS NULL', 'name'],
  ] as const) {
    const { rowCount } = await context.client.query(`
      INSERT INTO suppliers (workspace_id, guid, name)
      SELECT ${WORKSPACE}, coalesce(n.guid, pg_temp.new_guid()), n.name
      FROM (SELECT DISTINCT ON (${key}) guid, name FROM (
              SELECT supplier_guid AS guid, supplier_name AS name FROM (${NAMED}) a
              UNION ALL SELECT "supplier.guid", "supplier.name" FROM ${ITEMS}) b
            WHERE name IS NOT NULL AND ${condition} ORDER BY ${key}, name) n
      WHERE ${supplierId('n.guid', 'n.name')} IS NULL ORDER BY n.name`);
    countCreated(context, 'suppliers', rowCount);
  }
}

async function mergeSupplierItems(context: ImportContext): Promise<void> {
  const view = 'SOURCING_SUPPLIERITEM_SPECS';
  const { has, own, flag, custom } = stagedCells(context, view);
  const supplier = { guid: 's."supplier.guid"', name: 's."supplier.name"' };
  const ofSupplier = findSupplier(supplier.guid, supplier.name);
  const known = findSupplierItem('by_guid', 's.guid', { number: 's."number"', supplier });
  const values = {
    supplier_id: ofSupplier.id,
    guid: RECORD_GUID,
    number: 's."number"',
    name: own('name', 'name'),
    type: own('type', 'type'),
    uom: own('uom', 'uom'),
    description: own('description', 'description'),
    procurement_type: own('procurementType', 'procurement_type'),
    off_the_shelf: flag('offTheShelf', 'off_the_shelf'),
    created_at: own('creationDateTime', 'created_at'),
    creator_id: has('creator.email', 'creator.fullName') ? CREATOR.id : 't.creator_id',
    custom,
  };
  await mergeRows(context, {
    kind: 'supplier items',
    table: 'supplier_items',
    file: `${view}.csv`,
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, s.guid IS NULL AS is_named, ${asList(values)} FROM ${ITEMS} s
           ${joinsOf([ofSupplier, CREATOR, known])} LEFT JOIN supplier_items t ON t.id = ${known.id}`,
    columns: Object.keys(values),
    uniques: [
      { columns: ['guid'], what: 'supplier item', isIndexed: true },
      { columns: ['supplier_id', 'number'], where: 'is_named', what: 'supplier item' },
    ],
  });
}

/** Those with a GUID first, as with suppliers. */
async function createNamedSupplierItems(context: ImportContext): Promise<void> {
  const supplier = { guid: 'n.supplier_guid', name: 'n.supplier_name' };
  for (const [condition, key] of [
    [
      `guid IS NOT NULL AND NOT EXISTS (SELECT FROM supplier_items x WHERE x.workspace_id = ${WORKSPACE} AND x.guid = n.guid)`,
      'guid',
    ],
    ['guid IS NULL', 'supplier_id, number'],
  ] as const) {
    const { rowCount } = await context.client.query(`
      WITH unknown AS MATERIALIZED (SELECT n.* FROM (${NAMED}) n WHERE number IS NOT NULL AND ${condition})
      INSERT INTO supplier_items (workspace_id, supplier_id, guid, number, name)
      SELECT ${WORKSPACE}, n.supplier_id, coalesce(n.guid, pg_temp.new_guid()), n.number, n.name
      FROM (SELECT DISTINCT ON (${key}) * FROM (SELECT u.*, ${supplierId('u.supplier_guid', 'u.supplier_name')} AS supplier_id FROM unknown u) found
            WHERE supplier_id IS NOT NULL ORDER BY ${key}, name) n
      WHERE ${supplierItemId('n.guid', 'n.number', supplier)} IS NULL ORDER BY n.number`);
    countCreated(context, 'supplier items', rowCount);
  }
}

type SourcePrefix = 'mfrItem' | 'vendorItem';
const SOURCE_COLUMNS = ['number', 'name', 'guid', 'supplier.name', 'supplier.guid'];

/** A WHEN for a `problem`: a supplier item that is named in part only. */
function supplierItemProblem(prefix: SourcePrefix, id: string): string {
  const given = SOURCE_COLUMNS.map((column) => `s."${prefix}.${column}"`).join(', ');
  return `WHEN ${id} IS NULL AND num_nonnulls(${given}) > 0 THEN '"${prefix}" is not known: it needs its number and its supplier''s name'`;
}

async function mergeSources(context: ImportContext): Promise<void> {
  const view = 'SOURCING';
  await resolveParents(context, view);
  const { has, own, flag } = stagedCells(context, view);
  const names = (prefix: SourcePrefix): boolean =>
    has(...SOURCE_COLUMNS.map((column) => `${prefix}.${column}`));
  const find = (prefix: SourcePrefix): Lookup =>
    findSupplierItem(`${prefix}_by_guid`.toLowerCase(), `s."${prefix}.guid"`, {
      number: `s."${prefix}.number"`,
      supplier: { guid: `s."${prefix}.supplier.guid"`, name: `s."${prefix}.supplier.name"` },
    });
  const [mfr, vendor] = [find('mfrItem'), find('vendorItem')];
  const values = {
    parent_revision_id: 's.parent_revision_id',
    guid: RECORD_GUID,
    mfr_item_id: names('mfrItem') ? 's.mfr_item_id' : 't.mfr_item_id',
    vendor_item_id: names('vendorItem') ? 's.vendor_item_id' : 't.vendor_item_id',
    approved: flag('approved', 'approved'),
    notes: own('notes', 'notes'),
    active_production: flag('activeProduction', 'active_production'),
    active_prototype: flag('activePrototype', 'active_prototype'),
    aml_rank: own('amlRank', 'aml_rank'),
    aml_split: own('amlSplit', 'aml_split'),
    vendor_item_conversion_factor: own('vendorItemConversionFactor', 'vendor_item_conversion_factor'),
    make_item: flag('makeItem', 'make_item'),
  };
  await mergeUnderParent(context, {
    view,
    kind: 'source relationships',
    what: 'source relationship',
    values,
    table: 'source_relationships',
    from: `${withParents(view)} ${joinsOf([mfr, vendor])} CROSS JOIN LATERAL (SELECT ${mfr.id} AS mfr_id, ${vendor.id} AS vendor_id) named`,
    problems: `${PARENT_PROBLEMS} ${supplierItemProblem('mfrItem', 'named.mfr_id')} ${supplierItemProblem('vendorItem', 'named.vendor_id')}`,
    parent: ['parent_revision_id', 'p.revision_id'],
    like: {
      // What the file says nothing of does not tell one source from another.
      ...((names('mfrItem') || !names('vendorItem')) && { mfr_item_id: 'named.mfr_id' }),
      ...(names('vendorItem') && { vendor_item_id: 'named.vendor_id' }),
    },
  });
}
