import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { insertRecords } from './insert-records.ts';
import { joinsOf, type Lookup } from './lookups.ts';
import { asList, count, countCreated, mergeRows, nextId, RECORD_GUID, WORKSPACE } from './merge.ts';
import { stagedCells, type StagedCells } from './staged-cells.ts';
import { findPerson } from './vocabulary-merge.ts';

const SPECS = stageOf('SPECS');

/** Effective rows may come without a status: only working and superseded revisions need to say so. */
const STATUS = `coalesce(upper(s."revisionStatus"), 'EFFECTIVE')`;

/** Items and their revisions, from SPECS.csv and from the references of BOM files to items that have no row there. */
export async function mergeItems(context: ImportContext): Promise<void> {
  await refuseWrongStatus(context);
  await createItems(context);
  await supersede(context);
  await mergeRevisions(context);
  const referenced = await createReferencedItems(context);
  // Else each has been made with the revisions that it has now.
  if (referenced > 0 || !context.ownTables.has('items')) await setCurrentRevisions(context);
  await refuseItemsWithoutCurrent(context);
  await refuseSharedGuids(context);
}

async function refuseWrongStatus({ client, problems }: ImportContext): Promise<void> {
  const { rows } = await client.query<{ line: number; status: string }>(
    `DELETE FROM ${SPECS} s WHERE ${STATUS} NOT IN ('WORKING', 'EFFECTIVE', 'SUPERSEDED') RETURNING s.line, s."revisionStatus" AS status`,
  );
  for (const { line, status } of rows)
    problems.add(
      'SPECS.csv',
      line,
      `"revisionStatus" is "${status}": expected WORKING, EFFECTIVE or SUPERSEDED`,
    );
}

/**
 * Items that are new, each with the ids that its current revisions will have: an item that is changed afterwards is written twice, into all
 * indexes too.
 */
async function createItems(context: ImportContext): Promise<void> {
  const { client } = context;
  await client.query(`
    CREATE TEMPORARY TABLE import_revisions ON COMMIT DROP AS
    SELECT s.line, s."number" AS number, ${STATUS} AS status, ${nextId('item_revisions')} AS id FROM ${SPECS} s
    WHERE NOT EXISTS (SELECT FROM items i WHERE i.workspace_id = ${WORKSPACE} AND i.number = s."number")`);
  await client.query(`
    CREATE TEMPORARY TABLE import_items ON COMMIT DROP AS
    SELECT number, max(id) FILTER (WHERE status = 'WORKING') AS working, max(id) FILTER (WHERE status = 'EFFECTIVE') AS effective
    FROM import_revisions GROUP BY number`);
  const created = await insertRecords(context, {
    table: 'items',
    // Their revisions are still to come: see setCurrentRevisions.
    rows: { name: 'import_items', condition: 'true', columns: [] },
    statement: `
      INSERT INTO items (workspace_id, number, working_revision_id, effective_revision_id)
      SELECT ${WORKSPACE}, n.number, n.working, n.effective FROM import_items n ORDER BY n.number COLLATE "C"`,
  });
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*) AS total FROM (SELECT DISTINCT "number" FROM ${SPECS}) n`,
  );
  count(context, 'items', { total: rows[0]?.total ?? 0, created, updated: 0 });
}

/** The working revision of an item is one; the others are told apart by their revision numbers. */
const SAME_REVISION = (status: string): string => `
  CASE WHEN ${status} = 'WORKING' THEN t.status = 'WORKING'
       ELSE t.status <> 'WORKING' AND t.revision_number IS NOT DISTINCT FROM s."revisionNumber" END`;

/** An effective revision that another one replaces is superseded from then on; first, as no moment may see two of them. */
async function supersede({ client }: ImportContext): Promise<void> {
  await client.query(`
    UPDATE item_revisions t SET status = 'SUPERSEDED', superseded_at = coalesce(t.superseded_at, s."effectiveDateTime")
    FROM ${SPECS} s JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = s."number"
    WHERE t.item_id = i.id AND t.status = 'EFFECTIVE' AND ${STATUS} = 'EFFECTIVE' AND t.revision_number IS DISTINCT FROM s."revisionNumber"`);
}

async function mergeRevisions(context: ImportContext): Promise<void> {
  const { has, own, flag, custom } = stagedCells(context, 'SPECS');
  const owner = findPerson('owner', 'NULL::text', 's."owner.fullName"');
  const creator = findPerson('creator', 's."creator.email"', 's."creator.fullName"');
  const category = findCategory('ITEMS');
  const values = {
    item_id: 'i.id',
    guid: RECORD_GUID,
    status: STATUS,
    revision_number: own('revisionNumber', 'revision_number'),
    name: own('name', 'name'),
    lifecycle_phase_id: has('lifecyclePhase.name', 'lifecyclePhase.guid') ? PHASE.id : 't.lifecycle_phase_id',
    category_id: hasCategory(has) ? category.id : 't.category_id',
    description: own('description', 'description'),
    uom: own('uom', 'uom'),
    procurement_type: own('procurementType', 'procurement_type'),
    off_the_shelf: flag('offTheShelf', 'off_the_shelf'),
    owner_id: has('owner.fullName') ? owner.id : 't.owner_id',
    creator_id: has('creator.email', 'creator.fullName') ? creator.id : 't.creator_id',
    created_at: own('creationDateTime', 'created_at'),
    effective_at: own('effectiveDateTime', 'effective_at'),
    superseded_at: own('supersededDateTime', 'superseded_at'),
    shared: flag('shared', 'shared'),
    deviated: flag('deviated', 'deviated'),
    is_assembly: flag('isAssembly', 'is_assembly'),
    modified_bom: flag('modifiedBOM', 'modified_bom'),
    modified_files: flag('modifiedFiles', 'modified_files'),
    modified_sourcing: flag('modifiedSourcing', 'modified_sourcing'),
    modified_specs: flag('modifiedSpecs', 'modified_specs'),
    modified_costing: flag('modifiedCosting', 'modified_costing'),
    production_cost: own('productionCost', 'production_cost'),
    prototype_cost: own('prototypeCost', 'prototype_cost'),
    target_cost: own('targetCost', 'target_cost'),
    target_price: own('targetPrice', 'target_price'),
    standard_cost: own('standardCost', 'standard_cost'),
    custom,
  };
  // No view has a column for it: the latest that is known to have happened.
  const lastModified = `greatest(t.last_modified_at, ${values.created_at}, ${values.effective_at}, ${values.superseded_at})`;
  await mergeRows(context, {
    kind: 'item revisions',
    table: 'item_revisions',
    file: 'SPECS.csv',
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, n.id AS new_id, ${asList(values)}, ${lastModified} AS last_modified_at
           FROM ${SPECS} s JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = s."number"
           LEFT JOIN import_revisions n ON n.line = s.line
           LEFT JOIN item_revisions t ON t.item_id = i.id AND ${SAME_REVISION(STATUS)}
           ${joinsOf([PHASE, category, owner, creator])}`,
    columns: [...Object.keys(values), 'last_modified_at'],
    hasNewIds: true,
    uniques: [
      { columns: ['item_id', 'revision_number'], where: `status <> 'WORKING'`, what: 'revision of the item' },
      {
        columns: ['item_id', 'status'],
        where: `status <> 'SUPERSEDED'`,
        what: 'current revision of the item (one WORKING and one EFFECTIVE at most)',
      },
    ],
  });
}

export function hasCategory(has: StagedCells['has']): boolean {
  return has('category.guid', 'category.path', 'category.name');
}

/** The lifecycle phase that a row names, by GUID or by name. */
const PHASE: Lookup = {
  joins: `
    LEFT JOIN lifecycle_phases phase_by_guid ON phase_by_guid.workspace_id = ${WORKSPACE} AND phase_by_guid.guid = s."lifecyclePhase.guid"
    LEFT JOIN lifecycle_phases phase_by_name ON phase_by_name.workspace_id = ${WORKSPACE} AND phase_by_name.name = s."lifecyclePhase.name"`,
  id: 'coalesce(phase_by_guid.id, phase_by_name.id)',
};

/** The category that a row names, by GUID or by path. */
export function findCategory(world: 'ITEMS' | 'FILES'): Lookup {
  const join = (alias: string, condition: string): string =>
    `LEFT JOIN categories ${alias} ON ${alias}.workspace_id = ${WORKSPACE} AND ${alias}.world = '${world}' AND ${condition}`;
  return {
    joins: `
      ${join('category_by_guid', 'category_by_guid.guid = s."category.guid"')}
      ${join('category_by_path', 'category_by_path.path = coalesce(s."category.path", s."category.name")')}`,
    id: 'coalesce(category_by_guid.id, category_by_path.id)',
  };
}

/**
 * An export with BOM lines but without their children names items that it has no rows for. Such a reference makes the item when it
 * has a GUID, as every export has; a bare number that nobody knows is a mistake and is reported where it stands.
 */
async function createReferencedItems(context: ImportContext): Promise<number> {
  const references = [
    ['BOM', 'item'],
    ['BOM_SUBSTITUTES', 'item'],
    ['BOM_SUBSTITUTES', 'substitute'],
  ] as const;
  const named = references.map(([view, prefix]) => {
    const [number, guid, revision, name] = ['number', 'guid', 'revisionNumber', 'name'].map(
      (column) => `"${prefix}.${column}"`,
    );
    return `SELECT ${number ?? ''} AS number, ${guid ?? ''} AS guid, ${revision ?? ''} AS revision, ${name ?? ''} AS name FROM ${stageOf(view)} WHERE ${guid ?? ''} IS NOT NULL`;
  });
  const { client } = context;
  await client.query(`
    CREATE TEMPORARY TABLE import_references ON COMMIT DROP AS
    SELECT DISTINCT ON (n.number) n.* FROM (${named.join(' UNION ALL ')}) n
    WHERE NOT EXISTS (SELECT FROM items i WHERE i.workspace_id = ${WORKSPACE} AND i.number = n.number)
    ORDER BY n.number, n.guid, n.revision`);
  const { rowCount } = await client.query(`
    INSERT INTO items (workspace_id, number) SELECT ${WORKSPACE}, number FROM import_references ORDER BY number COLLATE "C"`);
  countCreated(context, 'items', rowCount);
  await client.query(`
    INSERT INTO item_revisions (workspace_id, item_id, guid, status, revision_number, name)
    SELECT ${WORKSPACE}, i.id, n.guid, 'EFFECTIVE', n.revision, n.name
    FROM import_references n JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = n.number`);
  countCreated(context, 'item revisions', rowCount);
  return rowCount ?? 0;
}

async function setCurrentRevisions({ client }: ImportContext): Promise<void> {
  await client.query(`
    UPDATE items i SET working_revision_id = c.working, effective_revision_id = c.effective
    FROM (SELECT item_id, max(id) FILTER (WHERE status = 'WORKING') AS working, max(id) FILTER (WHERE status = 'EFFECTIVE') AS effective
          FROM item_revisions WHERE workspace_id = ${WORKSPACE} GROUP BY item_id) c
    WHERE c.item_id = i.id AND (i.working_revision_id, i.effective_revision_id) IS DISTINCT FROM (c.working, c.effective)`);
}

/** An item with superseded revisions only would stand in no export. */
async function refuseItemsWithoutCurrent({ client, problems }: ImportContext): Promise<void> {
  const { rows } = await client.query<{ line: number; number: string }>(`
    SELECT min(s.line) AS line, i.number FROM ${SPECS} s JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = s."number"
    WHERE i.working_revision_id IS NULL AND i.effective_revision_id IS NULL
      AND EXISTS (SELECT FROM item_revisions r WHERE r.item_id = i.id) GROUP BY i.number ORDER BY 1`);
  for (const { line, number } of rows)
    problems.add(
      'SPECS.csv',
      line,
      `item "${number}" would have no current revision: give it an EFFECTIVE or a WORKING one`,
    );
}

/** A GUID names one item; its revisions may share it. */
async function refuseSharedGuids({ client, problems }: ImportContext): Promise<void> {
  const { rows } = await client.query<{ line: number; guid: string }>(`
    SELECT s.line, s."guid" AS guid FROM ${SPECS} s
    WHERE s."guid" IN (SELECT r.guid FROM item_revisions r WHERE r.workspace_id = ${WORKSPACE} GROUP BY r.guid HAVING min(r.item_id) <> max(r.item_id))
    ORDER BY s.line`);
  for (const { line, guid } of rows)
    problems.add('SPECS.csv', line, `"guid" is ${guid}, which another item has too`);
}
