import { messageOf, OperatorError } from '../../kernel/errors.ts';
import { digestOf } from '../../platform/storage/digest.ts';
import { storageFailureOf } from '../../platform/storage/storage-failure.ts';
import type { Storage, StoredContent } from '../../platform/storage/storage.ts';
import { CONTENT_PREFIX } from '../stored-contents.ts';
import type { BundleSource } from './source.ts';
import { listNamedContents, type NamedContent } from './files-merge.ts';
import type { ImportContext } from './import-context.ts';
import { count } from './merge.ts';

const PROGRESS_EVERY_FILES = 20;

export interface ContentPorts {
  readonly source: BundleSource;
  readonly storage: Storage;
  /** Nothing is kept: the files are only looked at. */
  readonly isCheck: boolean;
  /** Told of each key that is about to be written: what to look at when the import fails. */
  readonly onStored: (key: string) => void;
}

/**
 * Keeps the bundle's physical files under `content/<workspace>/<sha256>`: the same bytes are kept once, and importing them again writes
 * nothing but what the disk has spoilt. Once anything is wrong with the bundle the rest is only looked at.
 */
export async function storeContents(context: ImportContext, ports: ContentPorts): Promise<void> {
  const contents = await listNamedContents(context);
  const known: Known = { digests: new Map(), stored: new Set() };
  let created = 0;
  let updated = 0;
  for (const [index, content] of contents.entries()) {
    context.signal.throwIfAborted();
    if (index % PROGRESS_EVERY_FILES === 0)
      context.onProgress({ phase: 'storing', file: content.contentPath, rows: index });
    if (!(await ports.source.has(content.contentPath))) {
      context.problems.add(
        content.file,
        content.line,
        `"contentPath" is "${content.contentPath}", a file that the bundle does not have`,
      );
      continue;
    }
    const found = await digestIn(ports.source, content.contentPath, known);
    if (content.sizeBytes !== null && content.sizeBytes !== found.sizeBytes) {
      context.problems.add(
        content.file,
        content.line,
        `"${content.contentPath}" has ${found.sizeBytes} bytes, "size" says ${content.sizeBytes}`,
      );
      continue;
    }
    if (context.problems.count > 0) continue;
    const isNew = await keep(context, ports, { content, found, known });
    if (isNew && content.contentKey === null) created += 1;
    else if (isNew) updated += 1;
  }
  count(context, 'file contents', { total: contents.length, created, updated });
}

/** What was read in this import already: many files of a bundle may have one content, by one path or by several. */
interface Known {
  readonly digests: Map<string, StoredContent>;
  /** Keys of the storage. */
  readonly stored: Set<string>;
}

/** Some MB. */
const MAX_KNOWN = 10_000;

async function digestIn(source: BundleSource, path: string, { digests }: Known): Promise<StoredContent> {
  const found = digests.get(path) ?? (await digestOf(await source.open(path)));
  if (digests.size >= MAX_KNOWN) digests.clear();
  digests.set(path, found);
  return found;
}

/** Its bytes are looked at: a disk may have changed them, and whoever imports the bundle again wants them mended. */
async function isStored(
  storage: Storage,
  key: string,
  { sizeBytes, sha256 }: StoredContent,
): Promise<boolean> {
  if ((await storage.stat(key))?.sizeBytes !== sizeBytes) return false;
  return (await digestOf(await storage.openRead(key))).sha256.equals(sha256);
}

/** The bundle's file has just been read: what fails now is the storage. */
function throwInWords(error: unknown): never {
  const failure = storageFailureOf(error);
  if (failure === undefined) throw error;
  throw new OperatorError(
    `${failure.charAt(0).toUpperCase()}${failure.slice(1)}: ${messageOf(error)}. Nothing was imported.`,
    { cause: error },
  );
}

/** Whether the file had another content, or none, before. */
async function keep(
  { client, workspaceId }: ImportContext,
  { source, storage, isCheck, onStored }: ContentPorts,
  { content, found, known: { stored: known } }: { content: NamedContent; found: StoredContent; known: Known },
): Promise<boolean> {
  const key = `${CONTENT_PREFIX}/${workspaceId}/${found.sha256.toString('hex')}`;
  const isThere = isCheck || known.has(key) || (await isStored(storage, key, found).catch(throwInWords));
  if (!isThere) {
    onStored(key);
    const stored = await storage.put(key, await source.open(content.contentPath)).catch(throwInWords);
    if (!stored.sha256.equals(found.sha256))
      throw new OperatorError(`"${content.contentPath}" changed while it was read. Nothing was imported.`);
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.add(key);
  const { rowCount } = await client.query(
    `UPDATE files SET content_key = $2, content_sha256 = $3, size_bytes = $4
     WHERE id = $1 AND (content_key, content_sha256, size_bytes) IS DISTINCT FROM ($2, $3::bytea, $4::bigint)`,
    [content.fileId, key, found.sha256, found.sizeBytes],
  );
  return rowCount === 1;
}
