import { text } from 'node:stream/consumers';
import { EXPORT_PREFIX } from '../exports/stored-files.ts';
import { sql, type Database } from '../platform/db/database.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { CONTENT_PREFIX } from '../records/stored-contents.ts';

/** Holds the name of the database whose files a storage keeps. */
const KEY = 'owner';
/** The first part of each key that a row can name; the storage keeps what is its own beside them. */
export const NAMED_PREFIXES = [EXPORT_PREFIX, CONTENT_PREFIX];
/** Of so many files at most is asked whether the database names one. */
const SAMPLE = 500;

/** What to do when a storage is not known to be this database's. */
export const FOREIGN_STORAGE = `The storage is not known to be this database's, so nothing is removed from it as left over. Is it the right one (--storage, a mount)? Each database needs a storage of its own; when the one that used this first is gone for good, remove the file "${KEY}" from it and start the server.`;

interface Ports {
  readonly db: Database;
  readonly storage: Storage;
}

/**
 * Whether a storage is this database's: what only another one names would look left over. `unclaimed`: nobody has said so yet, as before
 * the first worker starts.
 */
export async function ownershipOf({ db, storage }: Ports): Promise<'ours' | 'foreign' | 'unclaimed'> {
  if ((await storage.stat(KEY)) === undefined) return 'unclaimed';
  const owner = (await text(await storage.openRead(KEY))).trim();
  return owner === (await identityOf(db)) ? 'ours' : 'foreign';
}

/** Makes an unclaimed storage this database's, when it may be. False: it is not ours. */
export async function claimStorage(ports: Ports): Promise<boolean> {
  const ownership = await ownershipOf(ports);
  if (ownership !== 'unclaimed') return ownership === 'ours';
  if (!(await isClaimable(ports))) return false;
  await ports.storage.put(KEY, one(Buffer.from(`${await identityOf(ports.db)}\n`)));
  return (await ownershipOf(ports)) === 'ours';
}

/** Whether a storage that nobody has claimed is empty, or has files that the database names. */
export async function isClaimable({ db, storage }: Ports): Promise<boolean> {
  const keys = await sampleOf(storage);
  return keys.length === 0 || namesAny(db, keys);
}

async function sampleOf(storage: Storage): Promise<string[]> {
  const keys: string[] = [];
  for (const prefix of NAMED_PREFIXES) {
    for await (const key of storage.list(prefix)) {
      if (keys.push(key) >= SAMPLE) return keys;
    }
  }
  return keys;
}

async function namesAny(db: Database, keys: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM export_run_files WHERE storage_key = ANY(${keys}::text[])
    UNION ALL SELECT FROM files WHERE content_key = ANY(${keys}::text[]) LIMIT 1`.execute(db);
  return rows.length > 0;
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Of the cluster, which gets a number at random when it is made, and of the database in it. */
async function identityOf(db: Database): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    SELECT system_identifier || '-' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity
    FROM pg_control_system()`.execute(db);
  if (rows[0] === undefined) throw new Error('the database has no identity');
  return rows[0].identity;
}
