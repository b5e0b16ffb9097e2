import { flag, ordered, PARENT, text, type View } from './view.ts';

/** The files of the items of the set. */
export const files: View = {
  name: 'FILES',
  columns: [
    ...PARENT,
    text('file.name', 'f.name'),
    text('file.location', 'f.location'),
    text('file.guid', 'f.guid'),
    text('file.number', 'f.number'),
    text('file.edition', 'f.edition'),
    text('file.title', 'f.title'),
    text('file.storageMethodName', 'f.storage_method_name'),
    text('guid', 'x.guid'),
    flag('latestEditionAssociation', 'x.latest_edition_association'),
    flag('primary', 'x."primary"'),
    text('contentPath', 'content.content_path'),
  ],
  from: `export_items s JOIN item_files x ON x.parent_revision_id = s.revision_id JOIN files f ON f.id = x.file_id
    LEFT JOIN export_files content ON content.file_id = f.id`,
  orderBy: `s.position, ${ordered('f.number')} NULLS LAST, ${ordered('f.name')}, ${ordered('x.guid')}`,
  json: { place: 'item', key: 'files' },
};
