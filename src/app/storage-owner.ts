import { text } from 'node:stream/consumers';
import { sql, type Database } from '../platform/db/database.ts';
import type { Storage } from '../platform/storage/storage.ts';

/** Holds the name of the database whose files a storage keeps. */
const KEY = 'owner';

/** What to do when another database has been here first. */
export const FOREIGN_STORAGE = `The storage was first used by another database, so nothing is removed from it as left over. Give each database a storage of its own; when the other one is gone for good, remove the file "${KEY}" from the storage.`;

interface Ports {
  readonly db: Database;
  readonly storage: Storage;
}

/** Makes a storage this database's, unless another one was first: false. Of one that two share, what only the other names would look left over. */
export async function claimStorage(ports: Ports): Promise<boolean> {
  if ((await ports.storage.stat(KEY)) === undefined)
    await ports.storage.put(KEY, one(Buffer.from(`${await identityOf(ports.db)}\n`)));
  return !(await isForeign(ports));
}

/** Whether a storage is another database's. */
export async function isForeign({ db, storage }: Ports): Promise<boolean> {
  if ((await storage.stat(KEY)) === undefined) return false;
  return (await text(await storage.openRead(KEY))).trim() !== (await identityOf(db));
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
