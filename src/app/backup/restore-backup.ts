import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { requeueRuns, openRunQueue } from '../../exports/run-queue.ts';
import { recordForAll } from '../administration.ts';
import { NAMED_PREFIXES } from '../storage-owner.ts';
import { EXIT, messageOf, OperatorError } from '../../kernel/errors.ts';
import { copyFrom, destroyConnection } from '../../platform/db/copy.ts';
import { connectAlone, databaseOver, type DatabaseTransaction } from '../../platform/db/database.ts';
import { applyMigrations, listApplied, listMigrations, lockSchema } from '../../platform/db/migrate.ts';
import { digestOf } from '../../platform/storage/digest.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { openBackupFile } from './backup-files.ts';
import { inWords, type BackupRequest } from './create-backup.ts';
import { FILES_DIR, tableFileOf, type FileEntry, type Manifest } from './manifest.ts';
import { inOrderOfReferences, listTables, type Table } from './tables.ts';

export interface RestoreRequest extends BackupRequest {
  /** Of the backup in the folder. */
  readonly manifest: Manifest;
  /** Told of what does not keep it from succeeding. */
  readonly onWarning: (message: string) => void;
}

export interface RestoreResult {
  /** Migrations that have been made after the backup. */
  readonly migrated: readonly string[];
  /** Runs that had not ended and are queued again. */
  readonly runsQueued: number;
}

/**
 * Brings a backup back into a database without workspaces: the files, then in one transaction the schema of that time, the rows, the
 * migrations since, and the queue's jobs for runs that had not ended. All of it, or nothing and the reason.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { data, signal } = request;
  const client = await connectAlone(data.connection, 'waybill restore');
  const cut = (): void => {
    destroyConnection(client);
  };
  signal.addEventListener('abort', cut);
  const written: string[] = [];
  try {
    signal.throwIfAborted();
    // A server that is started now waits until there is something to serve.
    await lockSchema(client);
    const applied = await checkTarget(client, request);
    await restoreFiles(request, written);
    return await databaseOver(client)
      .transaction()
      .execute((tx) => restoreRows(request, { client, tx, applied }));
  } catch (error) {
    cut();
    await removeUnlessRestored(request, written).catch((failure: unknown) => {
      request.onWarning(`files may be left over in the storage: ${messageOf(failure)}`);
    });
    signal.throwIfAborted();
    throw inWords(error, 'Nothing was restored');
  } finally {
    signal.removeEventListener('abort', cut);
    cut();
  }
}

/** Gives the migrations that the database has had: none, or those of the backup or some of them. */
async function checkTarget(client: pg.Client, { manifest }: RestoreRequest): Promise<string[]> {
  const applied = await listApplied(client);
  if (await hasWorkspaces(client))
    throw occupied('This installation has a workspace already', ' or into a new data folder (--data)');
  const newer = applied.filter((name) => !manifest.schema.includes(name));
  if (newer.length > 0)
    throw occupied(`This database has migrations made after the backup (${newer.join(', ')})`);
  for (const { name, quoted } of await listTables(client)) {
    const isOurs = applied.length > 0 && manifest.tables.some((one) => one.name === name);
    if (!isOurs || (await client.query(`SELECT FROM ${quoted} LIMIT 1`)).rowCount === 1)
      throw occupied(`This database has a table ${name} that is not from this backup or has rows already`);
  }
  return applied;
}

function occupied(what: string, elsewhere = ''): OperatorError {
  return new OperatorError(`${what}. Restore into an empty database${elsewhere}.`, EXIT.usage);
}

async function hasWorkspaces(client: pg.Client): Promise<boolean> {
  const table = await client.query("SELECT WHERE to_regclass('workspaces') IS NOT NULL");
  if (table.rowCount === 0) return false;
  return (await client.query('SELECT FROM workspaces LIMIT 1')).rowCount === 1;
}

/** What is wrong with a backup itself. */
function damaged(what: string): OperatorError {
  return new OperatorError(`The backup is damaged: ${what}. Nothing was restored.`);
}

/** Whether the database refuses what the rows say (classes 22 and 23 of its codes), as opposed to a full disk or a lost connection. */
function isAboutData(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^2[23]...$/.test(code);
}

const isKeyOfRows = (key: string): boolean => NAMED_PREFIXES.some((prefix) => key.startsWith(`${prefix}/`));

/** @param written is given each key before it is written */
async function restoreFiles(
  { dir, manifest, data: { storage }, signal, onProgress }: RestoreRequest,
  written: string[],
): Promise<void> {
  for (const file of manifest.files) {
    signal.throwIfAborted();
    onProgress({ name: file.key, bytes: file.sizeBytes });
    if (!isKeyOfRows(file.key)) throw damaged(`"${file.key}" is no storage key of a run or a record`);
    // The storage refuses what is no key at all, so that no path leads out of the backup's folder.
    const there = await storage.stat(file.key).catch((error: unknown) => {
      throw damaged(messageOf(error));
    });
    if (there !== undefined) await checkSame(storage, file);
    else {
      const content = await openFile(dir, `${FILES_DIR}/${file.key}`);
      written.push(file.key);
      const { sha256 } = await storage.put(file.key, readAsSaid(content, file));
      if (sha256.toString('hex') !== file.sha256)
        throw damaged(`the checksum of ${FILES_DIR}/${file.key} differs`);
    }
  }
}

async function openFile(dir: string, name: string): Promise<Readable> {
  return openBackupFile(dir, name).catch((error: unknown) => {
    throw damaged(`${name} cannot be read: ${messageOf(error)}`);
  });
}

/** No more of a file than the manifest says that there is. */
async function* readAsSaid(
  content: AsyncIterable<Uint8Array>,
  { key, sizeBytes }: FileEntry,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > sizeBytes) throw damaged(`${FILES_DIR}/${key} has more than its ${sizeBytes} bytes`);
    yield chunk;
  }
}

/** A storage that holds the file already, as that of the installation which was backed up, keeps it as it is. */
async function checkSame(storage: Storage, { key, sha256 }: FileEntry): Promise<void> {
  const there = await digestOf(await storage.openRead(key));
  if (there.sha256.toString('hex') !== sha256)
    throw new OperatorError(
      `The storage holds another file under ${key}. Restore into a storage of its own.`,
      EXIT.usage,
    );
}

interface Restoring {
  readonly client: pg.Client;
  /** On the same connection. */
  readonly tx: DatabaseTransaction;
  readonly applied: readonly string[];
}

async function restoreRows(
  request: RestoreRequest,
  { client, tx, applied }: Restoring,
): Promise<RestoreResult> {
  const { schema } = request.manifest;
  await applyMigrations(
    client,
    schema.filter((name) => !applied.includes(name)),
  );
  const tables = await inOrderOfReferences(client, await listTables(client));
  // Of a deferred reference: checked once all rows are there, and before a table changes again.
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  for (const table of tables) await restoreTable(request, client, table);
  await client.query('SET CONSTRAINTS ALL IMMEDIATE').catch((error: unknown) => {
    throw isAboutData(error) ? damaged(messageOf(error)) : error;
  });
  const migrated = (await listMigrations()).filter((name) => !schema.includes(name));
  await applyMigrations(client, migrated);
  const filled = await listTables(client);
  await recordForAll(tx, { action: 'RESTORE', outcome: 'DONE', dir: request.dir });
  await client.query(`ANALYZE ${filled.map(({ quoted }) => quoted).join(', ')}`);
  return { migrated, runsQueued: await queueRuns(request, tx) };
}

async function queueRuns({ data, onWarning }: RestoreRequest, tx: DatabaseTransaction): Promise<number> {
  const queue = await openRunQueue(data.connection, (error) => {
    onWarning(`the queue reports a problem: ${error.message}`);
  });
  try {
    return await requeueRuns(tx, queue);
  } finally {
    await queue.stop(0);
  }
}

async function restoreTable(
  { dir, manifest, signal, onProgress }: RestoreRequest,
  client: pg.Client,
  table: Table,
): Promise<void> {
  const { name, quoted, columns, identity } = table;
  const entry = manifest.tables.find((one) => one.name === name);
  const names = entry?.columns.map((column) => columns.get(column)) ?? [];
  const isWhole = names.length === columns.size && new Set(names).size === columns.size;
  if (entry === undefined || !isWhole || names.includes(undefined))
    throw damaged(`it does not have the columns of the table ${name}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = tableFileOf(name);
  const source = await openFile(dir, file);
  const target = copyFrom(client, `COPY ${quoted} (${names.join(', ')}) FROM STDIN`);
  try {
    await pipeline(
      source,
      async function* (content: AsyncIterable<Uint8Array>) {
        for await (const chunk of content) {
          hash.update(chunk);
          bytes += chunk.length;
          onProgress({ name, bytes });
          yield chunk;
        }
      },
      target,
      { signal },
    );
  } catch (error) {
    if (isAboutData(error)) throw damaged(`${file} cannot be read: ${messageOf(error)}`);
    throw error;
  }
  if (hash.digest('hex') !== entry.sha256 || target.rowCount !== entry.rows)
    throw damaged(`the checksum of ${file} differs`);
  // Numbers go on after the highest there is.
  if (identity !== null)
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), max(${columns.get(identity) ?? ''})) FROM ${quoted}`,
      [quoted, identity],
    );
}

/**
 * Removes the files that a failed restore has written. A COMMIT whose answer was lost may have arrived, so the database is asked; when it
 * cannot be, they stay: a file too many is no harm.
 */
async function removeUnlessRestored({ data }: RestoreRequest, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const client = await connectAlone(data.connection, 'waybill restore clean-up').catch(() => undefined);
  if (client === undefined) return;
  try {
    // The connection that was cut has gone once it has given this up.
    await lockSchema(client);
    if (await hasWorkspaces(client)) return;
    for (const key of keys) await data.storage.remove(key);
  } finally {
    await client.end();
  }
}
