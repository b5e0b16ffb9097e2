import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { isStillKept, listKeptFiles } from '../../exports/stored-files.ts';
import { EXIT, messageOf, OperatorError } from '../../kernel/errors.ts';
import { formatZulu } from '../../kernel/time.ts';
import { VERSION } from '../../kernel/version.ts';
import { isDatabaseUnavailable } from '../../platform/db/availability.ts';
import { copyTo, destroyConnection } from '../../platform/db/copy.ts';
import { holdContents } from '../../platform/db/content-lock.ts';
import { connectAlone, databaseOver } from '../../platform/db/database.ts';
import { listApplied, lockSchema, unlockSchema } from '../../platform/db/migrate.ts';
import { openFolderStorage, TEMPORARY_DIR } from '../../platform/storage/folder-storage.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { listKeptContents } from '../../records/stored-contents.ts';
import { recordForAll } from '../administration.ts';
import type { OpenedData } from '../open.ts';
import {
  FILES_DIR,
  FORMAT,
  MANIFEST_FILE,
  TABLES_DIR,
  tableFileOf,
  type FileEntry,
  type Manifest,
  type MissingFile,
  type TableEntry,
} from './manifest.ts';
import { listTables, type Table } from './tables.ts';

/** How far a backup or a restore has come. */
export interface BackupProgress {
  readonly name: string;
  readonly bytes: number;
}

export interface BackupRequest {
  /** Where the backup goes: a folder that is empty, or does not exist. */
  readonly dir: string;
  readonly data: OpenedData;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BackupProgress) => void;
}

export interface BackupResult {
  readonly manifest: Manifest;
  /** Files whose retention ended while the backup was made. */
  readonly expired: readonly string[];
}

/**
 * Copies everything that must not be lost into a folder, beside servers and workers at work: the rows as they stood at one moment, and the
 * files that they name. A file that is missing or not what its row says is left out and told; the backup has the others. On any other
 * failure the folder is left as it was found.
 */
export async function createBackup(request: BackupRequest): Promise<BackupResult> {
  const { dir, signal } = request;
  const isNew = await prepareFolder(dir);
  try {
    // First, so that no copy leaves the house without a line, which the copy has too.
    await recordForAll(request.data.database.db, { action: 'BACKUP', outcome: 'STARTED', dir });
    const target = await openFolderStorage(dir);
    const { expired, ...copied } = await copyAll(request, target);
    const manifest: Manifest = { format: FORMAT, waybill: VERSION, ...copied };
    await target.put(MANIFEST_FILE, Readable.from([Buffer.from(JSON.stringify(manifest, undefined, 2))]));
    await removeEmpty(path.join(dir, TEMPORARY_DIR));
    return { manifest, expired };
  } catch (error) {
    // What went wrong first is what is told.
    await removeMade(dir, isNew).catch(() => undefined);
    signal.throwIfAborted();
    throw inWords(error, 'No backup was made');
  }
}

/** What the machine brings about, such as a full disk, for the operator. */
export function inWords(error: unknown, outcome: string): unknown {
  if (isDatabaseUnavailable(error))
    return new OperatorError(`The database went away: ${messageOf(error)}. ${outcome}.`, EXIT.unreachable);
  if ((error as NodeJS.ErrnoException).syscall !== undefined)
    return new OperatorError(`${messageOf(error)}. ${outcome}.`);
  return error;
}

/** Whether it had to be made. Throws when there is anything in it. */
async function prepareFolder(dir: string): Promise<boolean> {
  try {
    const isNew = (await mkdir(dir, { recursive: true, mode: 0o700 })) !== undefined;
    const isEmpty = (await readdir(dir)).length === 0;
    // Of two backups that find it empty, one gets it.
    if (isEmpty) await mkdir(path.join(dir, TABLES_DIR), { mode: 0o700 });
    if (isEmpty) return isNew;
  } catch (error) {
    throw new OperatorError(`A backup cannot be written to ${dir}: ${messageOf(error)}`, EXIT.usage);
  }
  throw new OperatorError(`${dir} is not empty: a backup goes into a folder of its own.`, EXIT.usage);
}

/** What a backup makes, and nothing that others have put beside it meanwhile. */
async function removeMade(dir: string, isNew: boolean): Promise<void> {
  for (const name of [MANIFEST_FILE, TABLES_DIR, FILES_DIR])
    await rm(path.join(dir, name), { recursive: true, force: true });
  // The storage that wrote there has discarded its temporary files.
  await removeEmpty(path.join(dir, TEMPORARY_DIR));
  if (isNew) await removeEmpty(dir);
}

/** One with something in it stays: a folder too many is no harm. */
async function removeEmpty(dir: string): Promise<void> {
  await rmdir(dir).catch(() => undefined);
}

type Copied = Omit<CopiedRows, 'stored'> & CopiedFiles;

/** On a connection that keeps the contents which its snapshot names, until they are copied too. */
async function copyAll(request: BackupRequest, target: Storage): Promise<Copied> {
  const { data, signal } = request;
  const client = await connectAlone(data.connection, 'waybill backup');
  const cut = (): void => {
    destroyConnection(client);
  };
  signal.addEventListener('abort', cut);
  try {
    signal.throwIfAborted();
    await holdContents(client);
    const { stored, ...rows } = await copyRows(request, client, target);
    return { ...rows, ...(await copyFiles(request, target, stored)) };
  } finally {
    signal.removeEventListener('abort', cut);
    cut();
  }
}

interface CopiedRows extends Pick<Manifest, 'madeAt' | 'schema' | 'tables'> {
  readonly stored: readonly StoredFile[];
}

/** Every table, and the list of files, as they stand at one moment. */
async function copyRows(request: BackupRequest, client: pg.Client, target: Storage): Promise<CopiedRows> {
  // A table that a migration rewrites after the snapshot looks empty in it.
  await lockSchema(client);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const schema = await listApplied(client);
  if (schema.length === 0) throw new OperatorError('There is no installation in this database.', EXIT.usage);
  const tables = await listTables(client);
  // Whoever wants to change a table's columns waits.
  await client.query(`LOCK TABLE ${tables.map(({ quoted }) => quoted).join(', ')} IN ACCESS SHARE MODE`);
  await unlockSchema(client);
  const { rows } = await client.query<{ madeAt: Date }>('SELECT now() AS "madeAt"');
  const stored = await listStoredFiles(client);
  const entries: TableEntry[] = [];
  for (const table of tables) entries.push(await copyTable(request, { client, target, table }));
  await client.query('COMMIT');
  return { madeAt: formatZulu(rows[0]?.madeAt ?? new Date()), schema, tables: entries, stored };
}

/** A file in storage that a row names. */
interface StoredFile {
  readonly key: string;
  readonly sha256: string;
  /** The row of a run's file. */
  readonly runFileId?: number;
}

/** Every file of runs and of records, as the connection's transaction sees them. */
async function listStoredFiles(client: pg.Client): Promise<StoredFile[]> {
  const db = databaseOver(client);
  const stored: StoredFile[] = [];
  for await (const { id, storageKey, sha256 } of listKeptFiles(db))
    stored.push({ key: storageKey, sha256: sha256.toString('hex'), runFileId: id });
  for await (const { storageKey, sha256 } of listKeptContents(db))
    stored.push({ key: storageKey, sha256: sha256.toString('hex') });
  return stored;
}

interface TableCopy {
  readonly client: pg.Client;
  readonly target: Storage;
  readonly table: Table;
}

async function copyTable(request: BackupRequest, { client, target, table }: TableCopy): Promise<TableEntry> {
  const { name, quoted, columns } = table;
  const file = tableFileOf(name);
  const rows = copyTo(client, `COPY ${quoted} (${[...columns.values()].join(', ')}) TO STDOUT`);
  // Without a listener what fails before it is read would end the process; its reader is told all the same.
  rows.on('error', (error) => rows.destroy(error));
  const { sha256 } = await target.put(file, watched(request, rows, name));
  return { name, columns: [...columns.keys()], rows: rows.rowCount, sha256: sha256.toString('hex') };
}

/** A stored file that cannot be read to its end. */
class UnreadableFile extends Error {}

interface CopiedFiles extends Pick<Manifest, 'files' | 'missing'> {
  readonly expired: readonly string[];
}

async function copyFiles(
  request: BackupRequest,
  target: Storage,
  stored: readonly StoredFile[],
): Promise<CopiedFiles> {
  const files: FileEntry[] = [];
  const missing: MissingFile[] = [];
  const expired: string[] = [];
  for (const file of stored) {
    request.signal.throwIfAborted();
    try {
      files.push(await copyFile(request, target, file));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      if (await isExpired(request, file)) expired.push(file.key);
      else missing.push({ key: file.key, reason: error.message });
    }
  }
  return { files, missing, expired };
}

/** Whether retention may have removed a file since its row was read. */
async function isExpired({ data }: BackupRequest, { runFileId }: StoredFile): Promise<boolean> {
  return runFileId !== undefined && !(await isStillKept(data.database.db, runFileId));
}

async function copyFile(
  request: BackupRequest,
  target: Storage,
  { key, sha256 }: StoredFile,
): Promise<FileEntry> {
  const copy = `${FILES_DIR}/${key}`;
  const kept = await target.put(copy, watched(request, readFile(request.data.storage, key), key));
  const found = kept.sha256.toString('hex');
  if (found === sha256) return { key, sizeBytes: kept.sizeBytes, sha256: found };
  await target.remove(copy);
  throw new UnreadableFile('it is not what was stored: its checksum differs');
}

/** Tells what goes wrong in the storage from what goes wrong in the backup. */
async function* readFile(storage: Storage, key: string): AsyncGenerator<Uint8Array> {
  try {
    yield* await storage.openRead(key);
  } catch (error) {
    throw new UnreadableFile(messageOf(error), { cause: error });
  }
}

async function* watched(
  { signal, onProgress }: BackupRequest,
  content: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    signal.throwIfAborted();
    bytes += chunk.length;
    onProgress({ name, bytes });
    yield chunk;
  }
}
