import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { ExportOptions } from '../kernel/vocabulary.ts';
import { ExportFailure } from './export-failure.ts';
import { ITEM_FILE_IDS, SUPPLIER_ITEM_FILE_IDS } from './views/file-summary.ts';

/** Where the content of files is kept. */
export interface ContentReader {
  /** In chunks that nobody else keeps. */
  open(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** The whole content, in memory that nobody else keeps; undefined when it is not just so long. */
  readWhole(key: string, sizeBytes: number): Promise<Buffer | undefined>;
}

/** A physical file that goes into the archive. */
export interface ContentFile {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly mimeType: string | null;
  readonly contentKey: string;
  readonly sha256: Buffer | null;
  readonly sizeBytes: number | null;
  /** `files/<guid>/<safe name>`. */
  readonly path: string;
}

const MAX_NAME_BYTES = 200;
/** At the end of a name; what is longer, or has a blank in it, is a part of a sentence. */
const EXTENSION = /\.[^.\s]{1,16}$/u;
const INSERT_BATCH = 5_000;

/**
 * Fills the temporary table `export_files (file_id, content_path)` with the files whose content the options ask for, each once however
 * often it is associated, and gives them in the order of their GUIDs.
 */
export async function selectContent(
  client: pg.ClientBase,
  { item, supplierItem }: ExportOptions['fileContent'],
): Promise<ContentFile[]> {
  const wanted = [
    ...(item === 'NONE' ? [] : [`${ITEM_FILE_IDS}${item === 'PRIMARY' ? ' WHERE x."primary"' : ''}`]),
    ...(supplierItem === 'NONE' ? [] : [SUPPLIER_ITEM_FILE_IDS]),
  ];
  if (wanted.length === 0) return [];
  const { rows } = await client.query<Omit<ContentFile, 'path'>>(`
    SELECT f.id, f.guid, f.name, f.mime_type AS "mimeType", f.content_key AS "contentKey", f.content_sha256 AS sha256, f.size_bytes AS "sizeBytes"
    FROM files f WHERE f.content_key IS NOT NULL AND f.id IN (${wanted.join(' UNION ')}) ORDER BY f.guid COLLATE "C"`);
  const files = rows.map((row) => ({ ...row, path: `files/${row.guid}/${safeFileName(row.name)}` }));
  for (let first = 0; first < files.length; first += INSERT_BATCH) {
    const batch = files.slice(first, first + INSERT_BATCH);
    await client.query('INSERT INTO export_files SELECT * FROM unnest($1::bigint[], $2::text[])', [
      batch.map(({ id }) => id),
      batch.map(({ path }) => path),
    ]);
  }
  return files;
}

/** The table, empty, for as long as the connection lives. */
export async function createContentFiles(client: pg.ClientBase): Promise<void> {
  await client.query(
    'CREATE TEMPORARY TABLE export_files (file_id bigint PRIMARY KEY, content_path text NOT NULL) ON COMMIT DELETE ROWS',
  );
}

/** No separators, no `..`, no control characters, at most 200 bytes of UTF-8, never empty. */
export function safeFileName(name: string): string {
  const safe = name
    .toWellFormed()
    .replace(/[\\/:\p{Cc}]/gu, '_')
    .replaceAll('..', '__')
    .trim();
  const kept = Buffer.byteLength(safe) <= MAX_NAME_BYTES ? safe : shorten(safe);
  return kept === '' || kept === '.' ? '_' : kept;
}

/** Cut before its extension, by which whoever unpacks the file knows what it is. */
function shorten(name: string): string {
  const [extension] = EXTENSION.exec(name) ?? [''];
  let room = MAX_NAME_BYTES - Buffer.byteLength(extension);
  let kept = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    kept += character;
  }
  // The cut may have come after a blank, or after a dot, which would make two with that of the extension.
  return kept.replace(/[.\s]+$/u, '') + extension;
}

/** The bytes of a file; the run fails with the file's name when they are not there, or not the ones that were stored. */
export async function* readContent(content: ContentReader, file: ContentFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await content.open(file.contentKey)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw notRead(file, error);
  }
  if (file.sha256 !== null && !hash.digest().equals(file.sha256)) throw notWhatWasStored(file);
}

/** The same at once. */
export async function readWholeContent(
  content: ContentReader,
  file: ContentFile,
  sizeBytes: number,
): Promise<Buffer> {
  const bytes = await content.readWhole(file.contentKey, sizeBytes).catch((error: unknown) => {
    throw notRead(file, error);
  });
  if (bytes === undefined) throw notWhatWasStored(file);
  if (file.sha256 !== null && !createHash('sha256').update(bytes).digest().equals(file.sha256))
    throw notWhatWasStored(file);
  return bytes;
}

function notRead({ name, guid }: ContentFile, cause: unknown): ExportFailure {
  return new ExportFailure(`The content of the file "${name}" (${guid}) is missing or cannot be read.`, {
    cause,
  });
}

function notWhatWasStored({ name, guid }: ContentFile): ExportFailure {
  return new ExportFailure(
    `The content of the file "${name}" (${guid}) is not what was stored: its checksum differs.`,
  );
}

/** What deflate would only make slower. */
const COMPRESSED =
  /^(image\/(png|jpeg|gif|webp)|video\/|audio\/|application\/(zip|gzip|x-7z-compressed|vnd\.openxmlformats.*))/;

export function isCompressible({ mimeType }: ContentFile): boolean {
  return mimeType === null || !COMPRESSED.test(mimeType);
}
