import type { ExportView } from '../../kernel/vocabulary.ts';
import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import { findCategory, hasCategory } from './items-merge.ts';
import { joinsOf } from './lookups.ts';
import { asList, countCreated, mergeRows, RECORD_GUID, WORKSPACE } from './merge.ts';
import { stagedCells } from './staged-cells.ts';
import {
  itemProblem,
  PARENT_PROBLEMS,
  mergeUnderParent,
  resolveParents,
  withParents,
} from './under-parent.ts';
import { supplierItemId } from './sourcing-merge.ts';
import { findPerson } from './vocabulary-merge.ts';

/** Files and their editions, and what they belong to. */
export async function mergeFiles(context: ImportContext): Promise<void> {
  await mergeSummaries(context, 'FILES_FILE_SUMMARY');
  await mergeSummaries(context, 'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY');
  await createNamedFiles(context);
  await mergeItemFiles(context);
  await mergeSupplierItemFiles(context);
}

/** How the rows of a file name their file: SQL, or undefined for a column that the file does not have. */
interface FileReference {
  readonly guid: string;
  readonly number: string | undefined;
  readonly edition: string | undefined;
  readonly name: string;
}

/** Without a GUID column the GUID may still stand in the content path: `files/<guid>/<name>`. */
const GUID_IN_PATH = `substring(s."contentPath" FROM '^files/([A-Z0-9]{20})/')`;
const GUIDS: Partial<Record<ExportView, string>> = {
  FILES: `coalesce(s."file.guid", ${GUID_IN_PATH})`,
  SOURCING_SUPPLIERITEM_FILES: GUID_IN_PATH,
};

function referenceIn(context: ImportContext, view: ExportView): FileReference {
  const guid = GUIDS[view];
  const prefix = guid === undefined ? '' : 'file.';
  const { has } = stagedCells(context, view);
  const given = (column: string): string | undefined =>
    has(`${prefix}${column}`) ? `s."${prefix}${column}"` : undefined;
  return {
    guid: guid ?? 's."guid"',
    number: given('number'),
    edition: given('edition'),
    name: `s."${prefix}name"`,
  };
}

/** SQL for the id of a file: by GUID where one is given, else by name, and by number and edition where there are such columns. */
function fileId({ guid, number, edition, name }: FileReference): string {
  const same = Object.entries({ number, edition }).flatMap(([column, value]) =>
    value === undefined ? [] : [`AND y.${column} IS NOT DISTINCT FROM ${value}`],
  );
  return `CASE WHEN ${guid} IS NOT NULL THEN (SELECT y.id FROM files y WHERE y.workspace_id = ${WORKSPACE} AND y.guid = ${guid})
          ELSE (SELECT min(y.id) FROM files y WHERE y.workspace_id = ${WORKSPACE} AND y.name = ${name} ${same.join(' ')}) END`;
}

const CATEGORY = findCategory('FILES');
const AUTHOR = findPerson('author', 'NULL::text', 's."author.fullName"');

async function mergeSummaries(context: ImportContext, view: ExportView): Promise<void> {
  const { has, own, flag } = stagedCells(context, view);
  const values = {
    guid: RECORD_GUID,
    number: own('number', 'number'),
    edition: own('edition', 'edition'),
    name: 's."name"',
    location: own('location', 'location'),
    title: own('title', 'title'),
    storage_method_name: `coalesce(${own('storageMethodName', 'storage_method_name')}, 'FILE')`,
    category_id: hasCategory(has) ? CATEGORY.id : 't.category_id',
    description: own('description', 'description'),
    author_id: has('author.fullName') ? AUTHOR.id : 't.author_id',
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
           FROM ${stageOf(view)} s LEFT JOIN files t ON t.id = ${fileId(referenceIn(context, view))}
           ${joinsOf([CATEGORY, AUTHOR])}`,
    columns: Object.keys(values),
    uniques: [
      { columns: ['guid'], what: 'file' },
      { columns: ['number', 'edition', 'name'], where: 'is_named', what: 'file' },
    ],
  });
}

/** Files that only an association names; those with a GUID first, as a name alone may then mean one of them. */
async function createNamedFiles(context: ImportContext): Promise<void> {
  const columns = ['number', 'edition', 'name', 'location', 'title', 'storageMethodName']
    .map((column) => `s."file.${column}"`)
    .join(', ');
  const named = (view: ExportView): string => {
    const reference = referenceIn(context, view);
    return `SELECT ${reference.guid} AS guid, ${columns} FROM ${stageOf(view)} s WHERE ${fileId(reference)} IS NULL`;
  };
  const all = [named('FILES'), named('SOURCING_SUPPLIERITEM_FILES')].join(' UNION ALL ');
  for (const [condition, key] of [
    ['guid IS NOT NULL', 'guid'],
    ['guid IS NULL', 'name, number, edition'],
  ] as const) {
    const { rowCount } = await context.client.query(`
      INSERT INTO files (workspace_id, guid, number, edition, name, location, title, storage_method_name)
      SELECT ${WORKSPACE}, coalesce(n.guid, pg_temp.new_guid()), n.number, n.edition, n.name, n.location, n.title, coalesce(n.storage_method_name, 'FILE')
      FROM (SELECT DISTINCT ON (${key}) * FROM (${all}) a (guid, number, edition, name, location, title, storage_method_name)
            WHERE ${condition} ORDER BY ${key}) n`);
    countCreated(context, 'files', rowCount);
  }
}

async function mergeItemFiles(context: ImportContext): Promise<void> {
  const view = 'FILES';
  await resolveParents(context, view);
  const { flag } = stagedCells(context, view);
  const values = {
    parent_revision_id: 's.parent_revision_id',
    file_id: 's.file_id',
    guid: RECORD_GUID,
    '"primary"': flag('primary', '"primary"'),
    latest_edition_association: flag('latestEditionAssociation', 'latest_edition_association'),
  };
  await mergeUnderParent(context, {
    view,
    kind: 'item files',
    what: 'association',
    values,
    table: 'item_files',
    from: withParents(view),
    problems: PARENT_PROBLEMS,
    parent: ['parent_revision_id', 'p.revision_id'],
    like: { file_id: fileId(referenceIn(context, view)) },
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
    guid: RECORD_GUID,
    '"primary"': stagedCells(context, view).flag('primary', '"primary"'),
  };
  await mergeUnderParent(context, {
    view,
    kind: 'supplier item files',
    what: 'association',
    values,
    table: 'supplier_item_files',
    from: `${stageOf(view)} s CROSS JOIN LATERAL (SELECT ${parent} AS supplier_item_id) p`,
    problems: itemProblem('p.supplier_item_id', 'parent.number'),
    parent: ['supplier_item_id', 'p.supplier_item_id'],
    like: { file_id: fileId(referenceIn(context, view)) },
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
export async function listNamedContents(context: ImportContext): Promise<NamedContent[]> {
  const views: readonly ExportView[] = [
    'FILES_FILE_SUMMARY',
    'FILES',
    'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
    'SOURCING_SUPPLIERITEM_FILES',
  ];
  const named = views.map(
    (view, rank) =>
      `SELECT ${rank} AS rank, '${view}.csv' AS file, s.line, s."contentPath" AS path, ${fileId(referenceIn(context, view))} AS id
       FROM ${stageOf(view)} s WHERE s."contentPath" IS NOT NULL`,
  );
  const { rows } = await context.client.query<NamedContent>(`
    SELECT DISTINCT ON (f.id) f.id AS "fileId", f.size_bytes AS "sizeBytes", f.content_key AS "contentKey", n.path AS "contentPath", n.file, n.line
    FROM (${named.join(' UNION ALL ')}) n JOIN files f ON f.id = n.id ORDER BY f.id, n.rank, n.line`);
  return rows;
}
