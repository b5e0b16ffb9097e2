import { stageOf } from './bundle-files.ts';
import { columnsIn, type ImportContext } from './import-context.ts';
import { RECORD_GUID, WORKSPACE } from './merge.ts';
import { stagedCells } from './staged-cells.ts';
import {
  itemProblem,
  PARENT_PROBLEMS,
  mergeUnderParent,
  resolveParents,
  withParents,
} from './under-parent.ts';

export async function mergeBomLines(context: ImportContext): Promise<void> {
  await resolveParents(context, 'BOM');
  const { has, own, custom } = stagedCells(context, 'BOM');
  const values = {
    parent_revision_id: 's.parent_revision_id',
    child_item_id: 's.child_item_id',
    guid: RECORD_GUID,
    line_number: own('lineNumber', 'line_number'),
    quantity: own('quantity', 'quantity'),
    ref_des: own('refDes', 'ref_des'),
    notes: own('notes', 'notes'),
    custom,
  };
  await mergeUnderParent(context, {
    view: 'BOM',
    kind: 'BOM lines',
    what: 'BOM line',
    values,
    table: 'bom_lines',
    from: `${withParents('BOM')} LEFT JOIN items c ON c.workspace_id = ${WORKSPACE} AND c.number = s."item.number"`,
    problems: `${PARENT_PROBLEMS} ${itemProblem('c.id', 'item.number')}`,
    parent: ['parent_revision_id', 'p.revision_id'],
    like: { child_item_id: 'c.id', ...(has('lineNumber') && { line_number: 's."lineNumber"' }) },
  });
}

export async function mergeSubstitutes(context: ImportContext): Promise<void> {
  const view = 'BOM_SUBSTITUTES';
  await resolveParents(context, view);
  const { own } = stagedCells(context, view);
  const values = {
    bom_line_id: 's.bom_line_id',
    substitute_item_id: 's.substitute_item_id',
    guid: RECORD_GUID,
    rank: own('rank', 'rank'),
    quantity: own('quantity', 'quantity'),
    notes: own('notes', 'notes'),
  };
  await mergeUnderParent(context, {
    view,
    kind: 'BOM substitutes',
    what: 'substitute',
    values,
    table: 'bom_substitutes',
    from: `${withParents(view)}
      LEFT JOIN items ci ON ci.workspace_id = ${WORKSPACE} AND ci.number = s."item.number"
      LEFT JOIN items si ON si.workspace_id = ${WORKSPACE} AND si.number = s."substitute.number"
      LEFT JOIN LATERAL (
        SELECT b.id FROM bom_lines b WHERE b.parent_revision_id = p.revision_id AND b.child_item_id = ci.id AND (s."bom.guid" IS NULL OR b.guid = s."bom.guid")
        ORDER BY b.line_number NULLS LAST, b.id LIMIT 1) b ON true`,
    problems: `${PARENT_PROBLEMS} ${itemProblem('ci.id', 'item.number')} ${itemProblem('si.id', 'substitute.number')}
      WHEN b.id IS NULL THEN format('item "%s" has no BOM line for "%s"%s', s."parent.number", s."item.number", ' with the GUID ' || s."bom.guid")`,
    parent: ['bom_line_id', 'b.id'],
    like: { substitute_item_id: 'si.id' },
  });
}

/** Assemblies are the items with BOM lines, when SPECS.csv does not say which are. */
export async function setAssemblies(context: ImportContext): Promise<void> {
  if (columnsIn(context, 'SPECS').headers.has('isAssembly')) return;
  await context.client.query(`
    UPDATE item_revisions r SET is_assembly = true
    WHERE NOT r.is_assembly AND r.id IN (SELECT revision_id FROM ${stageOf('BOM')}_parents)`);
}
