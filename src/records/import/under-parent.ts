import type { ExportView } from '../../kernel/vocabulary.ts';
import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { asList, mergeRows, WORKSPACE } from './merge.ts';

/**
 * Finds the revision that each row's `parent.*` means and makes `<stage>_parents (number, guid, revision, item_id, revision_id)`, once for
 * each parent and not for each row. A GUID says which; else the revision number; else the effective revision, or the working one.
 */
export async function resolveParents({ client }: ImportContext, view: ExportView): Promise<void> {
  const parents = `${stageOf(view)}_parents`;
  await client.query(`
    CREATE TEMPORARY TABLE ${parents} ON COMMIT DROP AS
    SELECT d.*, i.id AS item_id, r.id AS revision_id, r.status, r.revision_number IS NOT DISTINCT FROM d.revision AS is_same
    FROM (SELECT row_number() OVER () AS n, * FROM (
      SELECT DISTINCT "parent.number" AS number, "parent.guid" AS guid, "parent.revisionNumber" AS revision FROM ${stageOf(view)}) named) d
    LEFT JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = d.number
    LEFT JOIN item_revisions r ON r.item_id = i.id
      AND CASE WHEN d.guid IS NOT NULL THEN r.guid = d.guid ELSE d.revision IS NULL OR r.revision_number = d.revision END`);
  const { rowCount } = await client.query(`SELECT FROM ${parents} GROUP BY n HAVING count(*) > 1 LIMIT 1`);
  // The best of several; where a GUID names one revision, as in most exports, there is nothing to put in order.
  if (rowCount === 1)
    await client.query(`
      DELETE FROM ${parents} p USING (
        SELECT ctid, row_number() OVER (
          PARTITION BY n ORDER BY is_same DESC, array_position(ARRAY['EFFECTIVE', 'WORKING', 'SUPERSEDED'], status), revision_id DESC) AS rank
        FROM ${parents}) ranked
      WHERE ranked.ctid = p.ctid AND ranked.rank > 1`);
  await client.query(`ANALYZE ${parents}`);
}

/** FROM of a file with parents: rows `s`, their parents `p`. */
export function withParents(view: ExportView): string {
  const stage = stageOf(view);
  return `${stage} s JOIN ${stage}_parents p ON p.number = s."parent.number" AND p.guid IS NOT DISTINCT FROM s."parent.guid"
    AND p.revision IS NOT DISTINCT FROM s."parent.revisionNumber"`;
}

/** A WHEN for a `problem`: a reference to an item that nobody knows. */
export function itemProblem(itemId: string, header: string): string {
  return `WHEN ${itemId} IS NULL THEN format('"${header}" is "%s", an item that neither the bundle nor the workspace has', s."${header}")`;
}

/** WHENs for a `problem`: what is wrong with a parent. */
export const PARENT_PROBLEMS = `${itemProblem('p.item_id', 'parent.number')}
  WHEN p.revision_id IS NULL THEN format('item "%s" has no revision %s', s."parent.number", coalesce('with the GUID ' || s."parent.guid", '"' || s."parent.revisionNumber" || '"', 'at all'))`;

interface Records {
  readonly view: ExportView;
  /** What the records are called in the summary. */
  readonly kind: string;
  /** What one of them is called in messages. */
  readonly what: string;
  /** SQL for every column, over rows `s` (with the parent's column and those of `like`) and the records `t` that they are. */
  readonly values: Readonly<Record<string, string>>;
  readonly table: string;
  /** Rows `s` of a stage, joined with what the other expressions need. */
  readonly from: string;
  /** WHENs that say why a row cannot be used. */
  readonly problems: string;
  /** The column that holds the parent's id, and SQL for it. */
  readonly parent: readonly [column: string, id: string];
  /** Columns by which rows without a GUID are told apart, and SQL for them. */
  readonly like: Readonly<Record<string, string>>;
}

/** Merges records that stand under a parent. A row is the record with its GUID under that parent; without one, the n-th of those that are alike. */
export async function mergeUnderParent(context: ImportContext, records: Records): Promise<void> {
  const { view, kind, what, values, table, from, problems, like } = records;
  const [parentColumn, parentId] = records.parent;
  const found = Object.entries(like).map(([column, id]) => `, ${id} AS ${column}`);
  const staged = `SELECT s.*, ${parentId} AS ${parentColumn}${found.join('')}, CASE ${problems} END AS problem FROM ${from}`;
  const selected = `SELECT s.line, s.problem, t.id AS target_id, ${asList(values)}`;
  await mergeRows(context, {
    kind,
    table,
    file: `${view}.csv`,
    rows: (await hasRowsWithoutGuid(context, view))
      ? matchByPlaceToo(records, staged, selected)
      : `${selected} FROM (${staged}) s LEFT JOIN ${table} t ON t.${parentColumn} = s.${parentColumn} AND t.guid = s.guid`,
    columns: Object.keys(values),
    uniques: [{ columns: [parentColumn, 'guid'], what, isIndexed: true }],
  });
}

/** Exports have none: their rows need not be put in order to be counted. */
async function hasRowsWithoutGuid({ client }: ImportContext, view: ExportView): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM ${stageOf(view)} WHERE guid IS NULL LIMIT 1`);
  return rowCount === 1;
}

function matchByPlaceToo(
  { table, parent: [parentColumn], like }: Records,
  found: string,
  selected: string,
): string {
  const alike = Object.keys(like);
  const same = [parentColumn, ...alike].join(', ');
  return `
    WITH found AS (${found}),
    staged AS (SELECT found.*, row_number() OVER (PARTITION BY ${same}, guid IS NULL ORDER BY line) AS occurrence FROM found)
    ${selected}
    FROM staged s
    LEFT JOIN ${table} by_guid ON by_guid.${parentColumn} = s.${parentColumn} AND by_guid.guid = s.guid
    LEFT JOIN (
      SELECT id, ${same}, row_number() OVER (PARTITION BY ${same} ORDER BY id) AS occurrence
      FROM ${table} known WHERE workspace_id = ${WORKSPACE}
        -- What a row names by its GUID is no other row's.
        AND NOT EXISTS (SELECT FROM staged WHERE staged.${parentColumn} = known.${parentColumn} AND staged.guid = known.guid)
    ) by_place ON s.guid IS NULL AND by_place.${parentColumn} = s.${parentColumn} AND by_place.occurrence = s.occurrence
      AND ${alike.map((column) => `by_place.${column} IS NOT DISTINCT FROM s.${column}`).join(' AND ')}
    LEFT JOIN ${table} t ON t.id = coalesce(by_guid.id, by_place.id)`;
}
