import { writeFileSync } from 'node:fs';
import { cp, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackup, type BackupResult } from '../../src/app/backup/create-backup.ts';
import { readManifest } from '../../src/app/backup/manifest.ts';
import { restoreBackup } from '../../src/app/backup/restore-backup.ts';
import type { OpenedData } from '../../src/app/open.ts';
import { connectAlone } from '../../src/platform/db/database.ts';
import { lockSchema, migrate } from '../../src/platform/db/migrate.ts';
import {
  createBackupBench,
  filesIn,
  keepRunFile,
  QUIET,
  tablesOf,
  type BackupBench,
} from '../support/backups.ts';
import { PROJECT_DIR } from '../support/processes.ts';
import { until } from '../support/until.ts';

const MIGRATIONS = path.join(PROJECT_DIR, 'migrations');

let bench: BackupBench;
let source: OpenedData;
let dir: string;
let backup: BackupResult;

beforeAll(async () => {
  bench = await createBackupBench();
  ({ source, dir, backup } = bench);
});
afterAll(() => bench.close());

/** Every row of every table as PostgreSQL writes it. */
async function rowsOf(data: OpenedData): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of await tablesOf(data)) {
    const { rows } = await data.database.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM "${table}" t ORDER BY t::text COLLATE "C"`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  const { schema_migrations, ...kept } = all;
  expect(schema_migrations?.length).toBeGreaterThan(0);
  return kept;
}

describe('backup and restore', () => {
  it('brings back every row of every table and every file, and runs that had not ended are queued, the attempt under way uncounted', async () => {
    const before = await rowsOf(source);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const target = await bench.createTarget();
    expect(await target.restore(dir)).toEqual({ migrated: [], runsQueued: 2 });
    const { pool } = target.data.database;
    const runs = await pool.query('SELECT guid, attempt FROM export_runs ORDER BY number');
    expect(runs.rows).toMatchObject([
      {},
      { guid: 'RUNNING', attempt: 2 },
      {},
      { guid: 'CREATED', attempt: 0 },
      {},
      {},
    ]);
    const jobs = await pool.query(
      "SELECT r.guid FROM pgboss.job j JOIN export_runs r ON r.id = (j.data->>'runId')::bigint ORDER BY r.number",
    );
    expect(jobs.rows).toEqual([{ guid: 'RUNNING' }, { guid: 'CREATED' }]);
    await pool.query("UPDATE export_runs SET attempt = attempt + 1 WHERE guid = 'RUNNING'");
    const after = await rowsOf(target.data);
    // The restore itself is told to each workspace.
    const isNew = (line: string): boolean => line.includes(',RESTORE,backup,');
    expect(after['audit_trail']?.filter(isNew)).toHaveLength(before['workspaces']?.length ?? 0);
    expect({ ...after, audit_trail: after['audit_trail']?.filter((line) => !isNew(line)) }).toEqual(before);

    const { manifest } = backup;
    expect(await target.files()).toEqual(manifest.files.map(({ key }) => key).sort());
    expect(manifest.files.filter(({ key }) => key.startsWith('exports/'))).toHaveLength(1);
    for (const { key, sha256 } of manifest.files)
      expect(
        (await target.data.storage.put('copy', await target.data.storage.openRead(key))).sha256.toString(
          'hex',
        ),
      ).toBe(sha256);
    const next = "INSERT INTO accounts (email, password_hash) VALUES ('new@example.test', '') RETURNING id";
    const highest = await pool.query<{ id: number }>('SELECT max(id) AS id FROM accounts');
    expect((await pool.query<{ id: number }>(next)).rows[0]!.id).toBe(highest.rows[0]!.id + 1);
    await target.close();
  });

  it('leaves nothing in the folder but what belongs there, for its owner alone', async () => {
    const names = ['backup.json', 'files', 'tables', 'tables/items.copy'];
    expect((await readdir(dir)).sort()).toEqual(names.slice(0, 3));
    const modes = await Promise.all(['', ...names].map((name) => stat(path.join(dir, name))));
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600, 0o700, 0o700, 0o600]);
    expect(backup).toMatchObject({ expired: [], manifest: { missing: [], format: 1 } });
    expect(await readManifest(dir)).toEqual(backup.manifest);
    const { rows } = backup.manifest.tables.find(({ name }) => name === 'items')!;
    expect((await readFile(path.join(dir, 'tables/items.copy'), 'utf8')).split('\n')).toHaveLength(rows + 1);
  });

  it('of an older schema is restored as it was and then migrated', async () => {
    const names = (await readdir(MIGRATIONS)).sort();
    const older = await bench.newFolder();
    const since = names.filter((name) => name >= '0005');
    for (const name of names.filter((one) => !since.includes(one)))
      await cp(path.join(MIGRATIONS, name), path.join(older, name));
    const [old, target] = [await bench.createTarget(), await bench.createTarget()];
    await migrate(old.data.connection, older);
    await old.data.database.pool.query(`
      INSERT INTO workspaces (id, name) VALUES (100000001, 'Old');
      INSERT INTO items (workspace_id, number) VALUES (100000001, 'A');
      WITH a AS (INSERT INTO accounts (email, password_hash) VALUES ('erp@example.test', '') RETURNING id)
      INSERT INTO users (workspace_id, guid, full_name, account_id, role) SELECT 100000001, 'U', 'Erp', id, 'machine' FROM a`);
    const folder = path.join(await bench.newFolder(), 'old');
    await createBackup({ dir: folder, data: old.data, ...QUIET });
    expect(await target.restore(folder)).toEqual({ migrated: since, runsQueued: 0 });
    // Which migration 0005 makes of a machine with an account.
    expect((await target.data.database.pool.query('SELECT role FROM users')).rows).toEqual([
      { role: 'member' },
    ]);
    expect(await migrate(target.data.connection)).toEqual({ applied: [] });
    await old.close();
    await target.close();
  });

  it('waits for a migration under way: a table that it rewrites is whole', async () => {
    const client = await connectAlone(source.connection, 'migration under way');
    try {
      await lockSchema(client);
      await client.query('BEGIN; ALTER TABLE login_failures ALTER email TYPE text USING email || $$$$');
      const folder = path.join(await bench.newFolder(), 'beside-a-migration');
      const made = createBackup({ dir: folder, data: source, ...QUIET });
      await until(async () => {
        const { rowCount } = await source.database.pool.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill backup' AND wait_event_type = 'Lock'",
        );
        return rowCount === 1;
      });
      await client.query('COMMIT');
      await client.query('SELECT pg_advisory_unlock_all()');
      // But for the trail, which has this backup too.
      const others = ({ tables }: { tables: readonly { name: string }[] }) =>
        tables.filter(({ name }) => name !== 'audit_trail');
      expect(others((await made).manifest)).toEqual(others(backup.manifest));
    } finally {
      await client.end();
    }
  });

  it('into the storage that was backed up leaves the files as they are', async () => {
    const target = await bench.createTarget();
    const files = path.join(path.dirname(dir), 'files');
    const before = await filesIn(files);
    await restoreBackup({
      dir,
      manifest: backup.manifest,
      data: { ...target.data, storage: source.storage },
      ...QUIET,
    });
    expect(await filesIn(files)).toEqual(before);
    await target.close();
  });
});

describe('files that the storage does not have', () => {
  it('are left out and told, unless their time is over; the backup has the rest', async () => {
    const lost = await keepRunFile(source, { run: 'FAILED', content: 'lost', expires: '1 hour' });
    const changed = await keepRunFile(source, { run: 'ABORTED', content: 'changed', expires: '1 hour' });
    const expired = await keepRunFile(source, { run: 'FAILED', content: 'expired', expires: '1 hour' });
    await source.storage.remove(lost);
    await source.storage.put(changed, Readable.from([Buffer.from('other')]));
    // Its time is over after its row was copied and before its turn.
    const storage: OpenedData['storage'] = {
      ...source.storage,
      async openRead(key) {
        if (key === expired) {
          await source.database.pool.query(
            'UPDATE export_run_files SET expires_at = now() WHERE storage_key = $1',
            [key],
          );
          await source.storage.remove(key);
        }
        return source.storage.openRead(key);
      },
    };
    const folder = path.join(await bench.newFolder(), 'with-missing');
    const made = await createBackup({ dir: folder, data: { ...source, storage }, ...QUIET });
    const { manifest } = made;
    expect(made.expired).toEqual([expired]);
    expect(manifest.missing).toEqual([
      { key: lost, reason: expect.stringContaining('ENOENT') as string },
      { key: changed, reason: expect.stringContaining('checksum') as string },
    ]);
    expect(manifest.files).toEqual(backup.manifest.files);
    expect(await filesIn(path.join(folder, 'files'))).toEqual(manifest.files.map(({ key }) => key).sort());
    const target = await bench.createTarget();
    await target.restore(folder);
    expect(await target.files()).toEqual(manifest.files.map(({ key }) => key).sort());
    await target.close();
  });
});

describe('a backup that fails', () => {
  it('leaves the folder as it was found', async () => {
    const made = path.join(await bench.newFolder(), 'interrupted');
    const found = await bench.newFolder();
    for (const folder of [made, found]) {
      const interrupt = new AbortController();
      await expect(
        createBackup({
          dir: folder,
          data: source,
          signal: interrupt.signal,
          onProgress: ({ name }) => {
            if (name === 'items') interrupt.abort(new Error('Interrupted.'));
          },
        }),
      ).rejects.toThrow('Interrupted.');
    }
    await expect(readdir(made)).rejects.toThrow('ENOENT');
    expect(await readdir(found)).toEqual([]);
  });

  it('leaves what others have put into the folder meanwhile', async () => {
    const folder = path.join(await bench.newFolder(), 'shared');
    const interrupt = new AbortController();
    await expect(
      createBackup({
        dir: folder,
        data: source,
        signal: interrupt.signal,
        onProgress: ({ name }) => {
          if (name !== 'items') return;
          writeFileSync(path.join(folder, 'theirs'), 'x');
          interrupt.abort(new Error('Interrupted.'));
        },
      }),
    ).rejects.toThrow('Interrupted.');
    expect(await readdir(folder)).toEqual(['theirs']);
  });

  it('makes none of a database without an installation, and none in a folder with something in it', async () => {
    const target = await bench.createTarget();
    const folder = path.join(await bench.newFolder(), 'of-nothing');
    await expect(createBackup({ dir: folder, data: target.data, ...QUIET })).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no installation in this database.',
    });
    await target.close();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    const before = await filesIn(dir);
    for (const occupied of [dir, path.join(dir, 'backup.json')])
      await expect(createBackup({ dir: occupied, data: source, ...QUIET })).rejects.toMatchObject({
        exitCode: 2,
      });
    expect(await filesIn(dir)).toEqual(before);
  });
});
