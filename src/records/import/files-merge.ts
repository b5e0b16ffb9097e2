import type { ExportView } from '../../kernel/vocabulary.ts';
import { GUID_UNDER_PARENT } from './bom-merge.ts';
import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { categoryId, hasCategory } from './items-merge.ts';
import { asList, count, mergeRows, WORKSPACE } from './merge.ts';
import { stagedCells } from './staged-cells.ts';
import {
  itemProblem,
  PARENT_PROBLEMS,
  recordsUnderParent,
  resolveParents,
  withParents,
} from './under-parent.ts';
import { supplierItemId } from './sourcing-merge.ts';
import { personId } from './vocabulary-merge.ts';

/** Files and their editions, and what they belong to. */
export async function mergeFiles(context: ImportContext): Promise<void> {
  await mergeSummaries(context, 'FILES_FILE_SUMMARY');
  await mergeSummaries(context, 'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY');
  await createNamedFiles(context);
  await mergeItemFiles(context);
  await mergeSupplierItemFiles(context);
}

/** How a row names its file. Without a GUID column it may still stand in the content path: `files/<guid>/<name>`. */
interface FileReference {
  readonly guid: string;
  readonly number: string;
  readonly edition: string;
  readonly name: string;
}

const GUID_IN_PATH = `substring(s."contentPath" FROM '^files/([A-Z0-9]{20})/')`;
const SUMMARY: FileReference = {
  guid: 's."guid"',
  number: 's."number"',
  edition: 's."edition"',
  name: 's."name"',
};
const FILE_COLUMNS = { number: 's."file.number"', edition: 's."file.edition"', name: 's."file.name"' };
const OF_ITEM: FileReference = { ...FILE_COLUMNS, guid: `coalesce(s."file.guid", ${GUID_IN_PATH})` };
const OF_SUPPLIER_ITEM: FileReference = { ...FILE_COLUMNS, guid: GUID_IN_PATH };

/** SQL for the id of a file: by GUID where one is given, else by number, edition and name. */
function fileId({ guid, number, edition, name }: FileReference): string {
  return `CASE WHEN ${guid} IS NOT NULL THEN (SELECT y.id FROM files y WHERE y.workspace_id = ${WORKSPACE} AND y.guid = ${guid})
          ELSE (SELECT min(y.id) FROM files y WHERE y.workspace_id = ${WORKSPACE} AND y.name = ${name}
                AND y.number IS NOT DISTINCT FROM ${number} AND y.edition IS NOT DISTINCT FROM ${edition}) END`;
}

async function mergeSummaries(context: ImportContext, view: ExportView): Promise<void> {
  const { has, own, flag } = stagedCells(context, view);
  const values = {
    guid: GUID_UNDER_PARENT,
    number: own('number', 'number'),
    edition: own('edition', 'edition'),
    name: 's."name"',
    location: own('location', 'location'),
    title: own('title', 'title'),
    storage_method_name: `coalesce(${own('storageMethodName', 'storage_method_name')}, 'FILE')`,
    category_id: hasCategory(has) ? categoryId('FILES') : 't.category_id',
    description: own('description', 'description'),
    author_id: has('author.fullName') ? personId('NULL::text', 's."author.fullName"') : 't.author_id',
    format: own('format', 'format'),
    size_bytes: `coalesce(${own('size', 'size_bytes')}, t.size_bytes)`,
    created_at: own('creationDateTime', 'created_at'),
    last_modified_at: own('lastModifiedDateTime', 'last_modified_at'),
    has_markup: flag('hasMarkup', 'has_markup'),
    mime_type: own('mimeType', 'mime_type'),
    private: flag('private', 'private'),
    latest: flag('latest', 'latest', true),
    locked: flag('locked', 'locked'),
  };
  await mergeRows(context, {
    kind: 'files',
    table: 'files',
    file: `${view}.csv`,
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, s.guid IS NULL AS is_named, ${asList(values)}
           FROM ${stageOf(view)} s LEFT JOIN files t ON t.id = ${fileId(SUMMARY)}`,
    columns: Object.keys(values),
    uniques: [
      { columns: ['guid'], what: 'file' },
      { columns: ['number', 'edition', 'name'], where: 'is_named', what: 'file' },
    ],
  });
}

/** Files that only an association names. */
async function createNamedFiles(context: ImportContext): Promise<void> {
  const columns = ['location', 'title', 'storageMethodName'].map((column) => `s."file.${column}"`).join(', ');
  const named = ([view, file]: readonly [ExportView, FileReference]): string =>
    `SELECT ${file.guid} AS guid, ${file.number} AS number, ${file.edition} AS edition, ${file.name} AS name, ${columns} FROM ${stageOf(view)} s WHERE ${fileId(file)} IS NULL`;
  const all = (
    [
      ['FILES', OF_ITEM],
      ['SOURCING_SUPPLIERITEM_FILES', OF_SUPPLIER_ITEM],
    ] as const
  )
    .map(named)
    .join(' UNION ALL ');
  const { rowCount } = await context.client.query(`
    INSERT INTO files (workspace_id, guid, number, edition, name, location, title, storage_method_name)
    SELECT ${WORKSPACE}, coalesce(n.guid, pg_temp.new_guid()), n.number, n.edition, n.name, n.location, n.title, coalesce(n.storage_method_name, 'FILE')
    FROM (SELECT DISTINCT ON (coalesce(guid, concat_ws(chr(1), number, edition, name))) *
          FROM (${all}) a (guid, number, edition, name, location, title, storage_method_name)
          ORDER BY coalesce(guid, concat_ws(chr(1), number, edition, name))) n`);
  count(context, 'files', { total: rowCount ?? 0, created: rowCount ?? 0, updated: 0 });
}

async function mergeItemFiles(context: ImportContext): Promise<void> {
  const view = 'FILES';
  await resolveParents(context, view);
  const { flag } = stagedCells(context, view);
  const values = {
    parent_revision_id: 's.parent_revision_id',
    file_id: 's.file_id',
    guid: GUID_UNDER_PARENT,
    '"primary"': flag('primary', '"primary"'),
    latest_edition_association: flag('latestEditionAssociation', 'latest_edition_association'),
  };
  const records = recordsUnderParent({
    table: 'item_files',
    from: withParents(view),
    problems: PARENT_PROBLEMS,
    parent: ['parent_revision_id', 'p.revision_id'],
    like: { file_id: fileId(OF_ITEM) },
  });
  await mergeRows(context, {
    kind: 'item files',
    table: 'item_files',
    file: `${view}.csv`,
    rows: `${records.with} SELECT s.line, s.problem, t.id AS target_id, ${asList(values)} FROM ${records.from}`,
    columns: Object.keys(values),
    uniques: [{ columns: ['parent_revision_id', 'guid'], what: 'association' }],
  });
}

async function mergeSupplierItemFiles(context: ImportContext): Promise<void> {
  const view = 'SOURCING_SUPPLIERITEM_FILES';
  const parent = supplierItemId('s."parent.guid"', 's."parent.number"', {
    guid: 's."parent.supplier.guid"',
    name: 's."parent.supplier.name"',
  });
  const values = {
    supplier_item_id: 's.supplier_item_id',
    file_id: 's.file_id',
    guid: GUID_UNDER_PARENT,
    '"primary"': stagedCells(context, view).flag('primary', '"primary"'),
  };
  const records = recordsUnderParent({
    table: 'supplier_item_files',
    from: `${stageOf(view)} s CROSS JOIN LATERAL (SELECT ${parent} AS supplier_item_id) p`,
    problems: itemProblem('p.supplier_item_id', 'parent.number'),
    parent: ['supplier_item_id', 'p.supplier_item_id'],
    like: { file_id: fileId(OF_SUPPLIER_ITEM) },
  });
  await mergeRows(context, {
    kind: 'supplier item files',
    table: 'supplier_item_files',
    file: `${view}.csv`,
    rows: `${records.with} SELECT s.line, s.problem, t.id AS target_id, ${asList(values)} FROM ${records.from}`,
    columns: Object.keys(values),
    uniques: [{ columns: ['supplier_item_id', 'guid'], what: 'association' }],
  });
}

/** A file whose content the bundle holds, and the row that says where. */
export interface NamedContent {
  readonly fileId: number;
  readonly sizeBytes: number | null;
  readonly contentKey: string | null;
  readonly contentPath: string;
  readonly file: string;
  readonly line: number;
}

/** Every file with a content path, once. */
export async function listNamedContents({ client }: ImportContext): Promise<NamedContent[]> {
  const places: readonly (readonly [ExportView, FileReference])[] = [
    ['FILES_FILE_SUMMARY', SUMMARY],
    ['FILES', OF_ITEM],
    ['SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY', SUMMARY],
    ['SOURCING_SUPPLIERITEM_FILES', OF_SUPPLIER_ITEM],
  ];
  const named = places.map(
    ([view, file], rank) =>
      `SELECT ${rank} AS rank, '${view}.csv' AS file, s.line, s."contentPath" AS path, ${fileId(file)} AS id FROM ${stageOf(view)} s WHERE s."contentPath" IS NOT NULL`,
  );
  const { rows } = await client.query<NamedContent>(`
    SELECT DISTINCT ON (f.id) f.id AS "fileId", f.size_bytes AS "sizeBytes", f.content_key AS "contentKey", n.path AS "contentPath", n.file, n.line
    FROM (${named.join(' UNION ALL ')}) n JOIN files f ON f.id = n.id ORDER BY f.id, n.rank, n.line`);
  return rows;
}
