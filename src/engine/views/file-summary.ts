import type { ExportView } from '../../kernel/vocabulary.ts';
import { flag, number, ordered, text, zulu, type View } from './view.ts';

/** Each file of a set once, with all that is known of it. */
function fileSummary(name: ExportView, associations: string, key: string): View {
  return {
    name,
    columns: [
      text('name', 'f.name'),
      text('location', 'f.location'),
      text('number', 'f.number'),
      text('edition', 'f.edition'),
      text('title', 'f.title'),
      text('storageMethodName', 'f.storage_method_name'),
      text('category.guid', 'category.guid'),
      text('category.name', 'category.name'),
      text('category.path', 'category.path'),
      text('guid', 'f.guid'),
      text('description', 'f.description'),
      text('author.fullName', 'author.full_name'),
      text('format', 'f.format'),
      number('size', 'f.size_bytes'),
      zulu('creationDateTime', 'f.created_at'),
      zulu('lastModifiedDateTime', 'f.last_modified_at'),
      flag('hasMarkup', 'f.has_markup'),
      text('mimeType', 'f.mime_type'),
      flag('private', 'f.private'),
      flag('latest', 'f.latest'),
      flag('locked', 'f.locked'),
      text('contentPath', 'content.content_path'),
    ],
    from: `files f LEFT JOIN categories category ON category.id = f.category_id LEFT JOIN users author ON author.id = f.author_id
      LEFT JOIN export_files content ON content.file_id = f.id
      WHERE f.id IN (${associations})`,
    orderBy: `${ordered('f.number')} NULLS LAST, ${ordered('f.name')}, ${ordered('f.guid')}`,
    json: { place: 'document', key },
  };
}

/** SQL for the ids of the files that the items of the set have. */
export const ITEM_FILE_IDS =
  'SELECT x.file_id FROM item_files x JOIN export_items s ON s.revision_id = x.parent_revision_id';

/** SQL for the ids of the supplier items that the items of the set can be bought as. */
export const SUPPLIER_ITEM_IDS = `SELECT unnest(ARRAY[x.mfr_item_id, x.vendor_item_id]) FROM source_relationships x
  JOIN export_items s ON s.revision_id = x.parent_revision_id`;

/** SQL for the ids of the files that those supplier items have. */
export const SUPPLIER_ITEM_FILE_IDS = `SELECT x.file_id FROM supplier_item_files x WHERE x.supplier_item_id IN (${SUPPLIER_ITEM_IDS})`;

export const filesFileSummary = fileSummary('FILES_FILE_SUMMARY', ITEM_FILE_IDS, 'fileSummaries');

export const supplierItemFilesFileSummary = fileSummary(
  'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
  SUPPLIER_ITEM_FILE_IDS,
  'supplierItemFileSummaries',
);
