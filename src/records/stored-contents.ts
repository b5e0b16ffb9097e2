import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { tryContentLock } from '../platform/db/content-lock.ts';
import { inBatches } from '../platform/storage/batches.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { tryImportLock } from './import/import-lock.ts';
import { MEDIA_TYPE } from './media-types.ts';

/** The first part of the storage keys of records' physical files; the workspace's id is the second. */
export const CONTENT_PREFIX = 'content';
/** Keys or rows of one statement. */
const BATCH = 500;

/**
 * Gives each stored content that no record names to `use`, while no import can come to rely on it: one under way may be storing it, or
 * count on what is stored already, so the contents of its workspace are left alone. Nor while an export or a backup reads: the rows of its
 * snapshot may name what no row names now.
 */
export async function eachStrayContent(
  { db, storage }: { readonly db: Database; readonly storage: Storage },
  use: (key: string) => Promise<void>,
): Promise<void> {
  for await (const keys of inBatches(storage.list(CONTENT_PREFIX), BATCH)) {
    await db.transaction().execute(async (tx) => {
      for (const key of await findStray(tx, keys)) await use(key);
    });
  }
}

async function findStray(tx: DatabaseTransaction, keys: readonly string[]): Promise<string[]> {
  const { rows: held } = await sql<{ isAlone: boolean }>`SELECT ${tryContentLock()} AS "isAlone"`.execute(tx);
  if (held[0]?.isAlone !== true) return [];
  // What has another name than a workspace's id is no import's.
  const { rows: free } = await sql<{ workspace: string }>`
    SELECT workspace FROM (SELECT DISTINCT split_part(key, '/', 2) AS workspace FROM unnest(${keys}::text[]) AS key) AS named
    WHERE CASE WHEN workspace ~ '^[0-9]{1,18}$' THEN ${tryImportLock(sql`workspace::bigint`)} ELSE true END`.execute(
    tx,
  );
  // A statement of its own: what an import has done by the time the lock was got is seen.
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM unnest(${keys}::text[]) AS key
    WHERE split_part(key, '/', 2) = ANY(${free.map(({ workspace }) => workspace)}::text[])
    AND NOT EXISTS (SELECT FROM files WHERE content_key = key)`.execute(tx);
  return rows.map(({ key }) => key);
}

/** A content that records name. */
export interface KeptContent {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** Each once, however many records have it. */
export async function* listKeptContents(db: Database): AsyncGenerator<KeptContent> {
  for (let after = ''; ;) {
    const { rows } = await sql<KeptContent>`
      SELECT DISTINCT ON (content_key COLLATE "C") content_key AS "storageKey", size_bytes AS "sizeBytes", content_sha256 AS sha256
      FROM files WHERE content_key COLLATE "C" > ${after} ORDER BY content_key COLLATE "C" LIMIT ${BATCH}`.execute(
      db,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.storageKey;
  }
}

/** Whether a record names a content still. */
export async function isContentNamed(db: Database, storageKey: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM files WHERE content_key = ${storageKey} LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** A file of an item. Without a key its content is not held. */
export interface ItemFile {
  readonly guid: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly storageKey: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: Buffer | null;
}

/** The file with a GUID that any revision of an item has. */
export async function findContent(
  db: Database,
  {
    workspaceId,
    itemId,
    guid,
  }: { readonly workspaceId: number; readonly itemId: number; readonly guid: string },
): Promise<ItemFile | undefined> {
  const { rows } = await sql<ItemFile>`
    SELECT f.guid, f.name, ${sql.raw(MEDIA_TYPE)} AS "mediaType", f.content_key AS "storageKey", f.size_bytes AS "sizeBytes",
           f.content_sha256 AS sha256
    FROM files f WHERE f.workspace_id = ${workspaceId} AND f.guid = ${guid} AND EXISTS (
      SELECT FROM item_files x JOIN item_revisions r ON r.id = x.parent_revision_id
      WHERE x.file_id = f.id AND r.item_id = ${itemId})`.execute(db);
  return rows[0];
}
