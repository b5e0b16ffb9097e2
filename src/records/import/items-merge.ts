import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { asList, count, countCreated, mergeRows, RECORD_GUID, WORKSPACE } from './merge.ts';
import { stagedCells, type StagedCells } from './staged-cells.ts';
import { personId } from './vocabulary-merge.ts';

const SPECS = stageOf('SPECS');

/** Effective rows may come without a status: only working and superseded revisions need to say so. */
const STATUS = `coalesce(upper(s."revisionStatus"), 'EFFECTIVE')`;

/** Items and their revisions, from SPECS.csv and from the references of BOM files to items that have no row there. */
export async function mergeItems(context: ImportContext): Promise<void> {
  await refuseWrongStatus(context);
  await createItems(context, `SELECT DISTINCT "number" FROM ${SPECS}`);
  await supersede(context);
  await mergeRevisions(context);
  await createReferencedItems(context);
  await setCurrentRevisions(context);
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

async function createItems(context: ImportContext, numbers: string): Promise<void> {
  const { rowCount } = await context.client.query(
    `INSERT INTO items (workspace_id, number) SELECT ${WORKSPACE}, n.number FROM (${numbers}) n ORDER BY n.number COLLATE "C" ON CONFLICT (workspace_id, number) DO NOTHING`,
  );
  const { rows } = await context.client.query<{ total: number }>(
    `SELECT count(*) AS total FROM (${numbers}) n`,
  );
  count(context, 'items', { total: rows[0]?.total ?? 0, created: rowCount ?? 0, updated: 0 });
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
  const phase = `coalesce((SELECT p.id FROM lifecycle_phases p WHERE p.workspace_id = ${WORKSPACE} AND p.guid = s."lifecyclePhase.guid"),
    (SELECT p.id FROM lifecycle_phases p WHERE p.workspace_id = ${WORKSPACE} AND p.name = s."lifecyclePhase.name"))`;
  const values = {
    item_id: 'i.id',
    guid: RECORD_GUID,
    status: STATUS,
    revision_number: own('revisionNumber', 'revision_number'),
    name: own('name', 'name'),
    lifecycle_phase_id: has('lifecyclePhase.name', 'lifecyclePhase.guid') ? phase : 't.lifecycle_phase_id',
    category_id: hasCategory(has) ? categoryId('ITEMS') : 't.category_id',
    description: own('description', 'description'),
    uom: own('uom', 'uom'),
    procurement_type: own('procurementType', 'procurement_type'),
    off_the_shelf: flag('offTheShelf', 'off_the_shelf'),
    owner_id: has('owner.fullName') ? personId('NULL::text', 's."owner.fullName"') : 't.owner_id',
    creator_id: has('creator.email', 'creator.fullName')
      ? personId('s."creator.email"', 's."creator.fullName"')
      : 't.creator_id',
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
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, ${asList(values)}, ${lastModified} AS last_modified_at
           FROM ${SPECS} s JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = s."number"
           LEFT JOIN item_revisions t ON t.item_id = i.id AND ${SAME_REVISION(STATUS)}`,
    columns: [...Object.keys(values), 'last_modified_at'],
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

/** SQL for the category that a row names, by GUID or by path. */
export function categoryId(world: 'ITEMS' | 'FILES'): string {
  const find = (condition: string): string =>
    `(SELECT c.id FROM categories c WHERE c.workspace_id = ${WORKSPACE} AND c.world = '${world}' AND ${condition})`;
  return `coalesce(${find('c.guid = s."category.guid"')}, ${find('c.path = coalesce(s."category.path", s."category.name")')})`;
}

/**
 * An export with BOM lines but without their children names items that it has no rows for. Such a reference makes the item when it
 * has a GUID, as every export has; a bare number that nobody knows is a mistake and is reported where it stands.
 */
async function createReferencedItems(context: ImportContext): Promise<void> {
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
  await createItems(context, 'SELECT number FROM import_references');
  const { rowCount } = await client.query(`
    INSERT INTO item_revisions (workspace_id, item_id, guid, status, revision_number, name)
    SELECT ${WORKSPACE}, i.id, n.guid, 'EFFECTIVE', n.revision, n.name
    FROM import_references n JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = n.number`);
  countCreated(context, 'item revisions', rowCount);
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
    WHERE s."guid" IN (SELECT r.guid FROM item_revisions r WHERE r.workspace_id = ${WORKSPACE} GROUP BY r.guid HAVING count(DISTINCT r.item_id) > 1)
    ORDER BY s.line`);
  for (const { line, guid } of rows)
    problems.add('SPECS.csv', line, `"guid" is ${guid}, which another item has too`);
}
