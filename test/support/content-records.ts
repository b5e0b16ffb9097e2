import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/** Of these records. */
/** So large that an export reads it as it goes into the archive, not at once. */
export const LARGE_CONTENT = Buffer.from('content of a physical file\n'.repeat(150_000));
export const CONTENT_ITEM = 'HAS-CONTENT';
export const CONTENT_NAME = 'content.bin';
/** Its member in an archive. */
export const CONTENT_MEMBER = `files/${guid('CONTENT')}/${CONTENT_NAME}`;

/** One item with one physical file, and others with a text each. */
export function contentRecords(content: string | Buffer, texts: readonly string[] = []): BundleFiles {
  const contentPath = `files/${CONTENT_NAME}`;
  return {
    [contentPath]: content,
    'SPECS.csv': csv(
      'number,revisionNumber,description',
      quoted(CONTENT_ITEM, 'A', ''),
      ...texts.map((text, index) => quoted(`TEXT-${index}`, 'A', text)),
    ),
    'FILES_FILE_SUMMARY.csv': csv('guid,name,number', quoted(guid('CONTENT'), CONTENT_NAME, 'CONTENT')),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,primary,contentPath',
      quoted(CONTENT_ITEM, guid('CONTENT'), CONTENT_NAME, 'true', contentPath),
    ),
  };
}
