import type { ExportView } from '../../kernel/vocabulary.ts';
import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { asList, mergeRows, WORKSPACE } from './merge.ts';

/**
 * Finds the revision that each row's `parent.*` means and makes `<stage>_parents (number, guid, revision, item_id, revision_id)`, once for
 * each parent and not for each row. A GUID says which; else the revision number; else the effective revision, or the working one.
 */
export async function resolveParents({ client }: ImportContext, view: ExportView): Promise<void> {
  await client.query(`
    CREATE TEMPORARY TABLE ${stageOf(view)}_parents ON COMMIT DROP AS
    SELECT d.*, i.id AS item_id, r.id AS revision_id
    FROM (SELECT DISTINCT "parent.number" AS number, "parent.guid" AS guid, "parent.revisionNumber" AS revision FROM ${stageOf(view)}) d
    LEFT JOIN items i ON i.workspace_id = ${WORKSPACE} AND i.number = d.number
    LEFT JOIN LATERAL (
      SELECT r.id FROM item_revisions r WHERE r.item_id = i.id
        AND CASE WHEN d.guid IS NOT NULL THEN r.guid = d.guid ELSE d.revision IS NULL OR r.revision_number = d.revision END
      ORDER BY r.revision_number IS NOT DISTINCT FROM d.revision DESC, array_position(ARRAY['EFFECTIVE', 'WORKING', 'SUPERSEDED'], r.status), r.id DESC
      LIMIT 1) r ON true`);
  await client.query(`ANALYZE ${stageOf(view)}_parents`);
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
  const alike = Object.keys(like);
  const found = alike.map((column) => `${like[column] ?? 'NULL'} AS ${column}`).join(', ');
  const same = [parentColumn, ...alike].join(', ');
  await mergeRows(context, {
    kind,
    table,
    file: `${view}.csv`,
    rows: `
      WITH found AS (SELECT s.*, ${parentId} AS ${parentColumn}, ${found}, CASE ${problems} END AS problem FROM ${from}),
      staged AS (SELECT found.*, row_number() OVER (PARTITION BY ${same}, guid IS NULL ORDER BY line) AS occurrence FROM found)
      SELECT s.line, s.problem, t.id AS target_id, ${asList(values)}
      FROM staged s
      LEFT JOIN ${table} by_guid ON by_guid.${parentColumn} = s.${parentColumn} AND by_guid.guid = s.guid
      LEFT JOIN (
        SELECT id, ${same}, row_number() OVER (PARTITION BY ${same} ORDER BY id) AS occurrence
        FROM ${table} known WHERE workspace_id = ${WORKSPACE} AND EXISTS (SELECT FROM staged WHERE guid IS NULL)
          -- What a row names by its GUID is no other row's.
          AND NOT EXISTS (SELECT FROM staged WHERE staged.${parentColumn} = known.${parentColumn} AND staged.guid = known.guid)
      ) by_place ON s.guid IS NULL AND by_place.${parentColumn} = s.${parentColumn} AND by_place.occurrence = s.occurrence
        AND ${alike.map((column) => `by_place.${column} IS NOT DISTINCT FROM s.${column}`).join(' AND ')}
      LEFT JOIN ${table} t ON t.id = coalesce(by_guid.id, by_place.id)`,
    columns: Object.keys(values),
    uniques: [{ columns: [parentColumn, 'guid'], what }],
  });
}
