import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createBackup, type BackupResult } from '../../src/app/backup/create-backup.ts';
import { readManifest } from '../../src/app/backup/manifest.ts';
import { restoreBackup, type RestoreResult } from '../../src/app/backup/restore-backup.ts';
import type { OpenedData } from '../../src/app/open.ts';
import { openFolderStorage } from '../../src/platform/storage/folder-storage.ts';
import { createImportBench } from './bundles.ts';
import { createEmptyDatabase } from './database.ts';
import { PROJECT_DIR } from './processes.ts';

const SAMPLE = path.join(PROJECT_DIR, 'sample');
/** What a backup and a restore are asked for by who waits for them in silence. */
export const QUIET = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onWarning: () => undefined,
};

/** What SQL alone can bring about at once: a row of each kind, awkward text, and runs in every state. */
async function fill(source: OpenedData, workspaceId: number): Promise<void> {
  const { pool } = source.database;
  const text = 'tab\t newline\n return\r backslash \\ \\N \\. quote " comma, ünï \u{1F680}';
  await pool.query('UPDATE item_revisions SET description = $1 WHERE id % 3 = 0', [text]);
  await pool.query("UPDATE item_revisions SET custom = ARRAY['', NULL, $1] WHERE id % 5 = 0", [text]);
  await pool.query(
    `WITH account AS (INSERT INTO accounts (email, password_hash, last_workspace_id) VALUES ('ann@example.test', 'hash', $1) RETURNING id)
     INSERT INTO users (workspace_id, guid, email, full_name, account_id, role)
     SELECT $1, 'ANN00000000000000000', 'ann@example.test', 'Ann', id, 'administrator' FROM account`,
    [workspaceId],
  );
  const user = "(SELECT id FROM users WHERE guid = 'ANN00000000000000000')";
  await pool.query(`
    INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ('\\x00ff', ${user}, '2030-01-01 00:00:00.123456Z');
    INSERT INTO request_windows VALUES (${workspaceId}, now(), 7);
    INSERT INTO login_failures (email, failures) VALUES ('nobody@example.test', 3);
    INSERT INTO login_failures_by_address (network, failures) VALUES ('2001:db8:0:5::/64', 3);
    INSERT INTO allowed_addresses (workspace_id, range) VALUES (${workspaceId}, '192.0.2.0/24');
    INSERT INTO audit_trail (guid, workspace_id, via, address, action, target, outcome)
    VALUES ('ENTRY', NULL, 'API', '2001:db8::1', 'LOGIN', E'ghost\\n\\t\\x1b@example.test', 'WRONG_CREDENTIALS');
    INSERT INTO imports (workspace_id, guid, creator_id, name, status, upload, problem_count, created_at, changed_at)
      VALUES (${workspaceId}, 'IMPORT00000000000000', ${user}, 'bundle.zip', 'CHECKED', '{"b": 1, "a": 2}', 1, now(), now());
    INSERT INTO import_problems (import_id, number, file, line, message) SELECT id, 1, 'SPECS.csv', 2, 'wrong' FROM imports;
    INSERT INTO users (workspace_id, guid, full_name, role) VALUES (${workspaceId}, 'MACHINE0000000000000', 'erp', 'machine');
    INSERT INTO oauth_clients (client_id, secret_hash, user_id) SELECT 'client', '\\x01', id FROM users WHERE role = 'machine';
    INSERT INTO export_definitions (workspace_id, guid, number, name, creator_id, created_at, criteria, options, last_run_number)
    VALUES (${workspaceId}, 'DEF', 1, 'Def', ${user}, now(), '[[ {"b":1,"a":2,"a":3} ]]', '{"format":"csv"}', 9);
    INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, started_at, completed_at, ended_at, attempt, lease)
    SELECT ${workspaceId}, d.id, status, n, ${user}, status, now(), now(),
           CASE WHEN status IN ('COMPLETE', 'DOWNLOADED') THEN now() END,
           CASE WHEN status NOT IN ('CREATED', 'RUNNING') THEN now() END,
           CASE status WHEN 'CREATED' THEN 0 ELSE 3 END,
           CASE WHEN status = 'RUNNING' THEN gen_random_uuid() END
    FROM export_definitions d, unnest(ARRAY['FAILED', 'RUNNING', 'COMPLETE', 'CREATED', 'DOWNLOADED', 'ABORTED']) WITH ORDINALITY AS s (status, n);
    INSERT INTO idempotency_keys (user_id, key, fingerprint, run_id, created_at) SELECT ${user}, 'key', '\\x02', id, now() FROM export_runs WHERE guid = 'COMPLETE'`);
  await keepRunFile(source, { run: 'COMPLETE', content: 'kept', expires: '1 hour' });
  const gone = await keepRunFile(source, {
    run: 'DOWNLOADED',
    content: 'removed long ago',
    expires: '-1 hour',
  });
  await pool.query('UPDATE export_run_files SET removed_at = now() WHERE storage_key = $1', [gone]);
  await pool.query(
    `INSERT INTO stored_file_checks (storage_key, checked_at, problem) VALUES ($1, now(), 'is missing')`,
    [gone],
  );
}

/** A file of a run, in storage and by its row; gives its key. */
export async function keepRunFile(
  { storage, database }: OpenedData,
  { run, content, expires }: { run: string; content: string; expires: string },
): Promise<string> {
  const { sha256, sizeBytes } = await storage.put('new', Readable.from([Buffer.from(content)]));
  const key = `exports/${run}/${sha256.toString('hex')}.zip`;
  await storage.put(key, await storage.openRead('new'));
  await storage.remove('new');
  await database.pool.query(
    `INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
     SELECT id, $2, 'x', 'application/zip', 'csv', $3, $4, $2, now(), now() + $5::interval FROM export_runs WHERE guid = $1`,
    [run, key, sizeBytes, sha256, expires],
  );
  return key;
}

/** An installation with rows of every kind, and a backup of it. */
export interface BackupBench {
  readonly source: OpenedData;
  readonly dir: string;
  readonly backup: BackupResult;
  /** For whatever a test needs a folder for. */
  newFolder(): Promise<string>;
  createTarget(): Promise<RestoreTarget>;
  close(): Promise<void>;
}

export async function createBackupBench(): Promise<BackupBench> {
  const bench = await createImportBench();
  const { database, scratch } = bench;
  const { storage } = scratch;
  const source = { database, connection: database.connection, embedded: undefined, storage };
  const { workspaceId } = await bench.importFrom(SAMPLE);
  await bench.importFrom(SAMPLE);
  await fill(source, workspaceId);
  const dir = path.join(scratch.dir, 'backup');
  const newFolder = (): Promise<string> => mkdtemp(path.join(scratch.dir, 'folder-'));
  return {
    source,
    dir,
    backup: await createBackup({ dir, data: source, ...QUIET }),
    newFolder,
    createTarget: async () => createTarget(await newFolder()),
    close: () => bench.close(),
  };
}

/** An empty database and a storage, for one test. */
export interface RestoreTarget {
  readonly data: OpenedData;
  restore(from: string): Promise<RestoreResult>;
  files(): Promise<string[]>;
  close(): Promise<void>;
}

async function createTarget(folder: string): Promise<RestoreTarget> {
  const database = await createEmptyDatabase();
  const storage = await openFolderStorage(folder);
  const data: OpenedData = { database, connection: database.connection, embedded: undefined, storage };
  return {
    data,
    restore: async (from) => restoreBackup({ dir: from, manifest: await readManifest(from), data, ...QUIET }),
    files: () => filesIn(folder),
    close: () => database.close(),
  };
}

/** Every file below a folder, as paths from it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

export async function tablesOf({ database }: OpenedData): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname",
  );
  return rows.map(({ name }) => name);
}
