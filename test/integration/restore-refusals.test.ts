import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupResult } from '../../src/app/backup/create-backup.ts';
import type { Manifest } from '../../src/app/backup/manifest.ts';
import { restoreBackup } from '../../src/app/backup/restore-backup.ts';
import type { OpenedData } from '../../src/app/open.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import {
  createBackupBench,
  QUIET,
  tablesOf,
  type BackupBench,
  type RestoreTarget,
} from '../support/backups.ts';

let bench: BackupBench;
let source: OpenedData;
let dir: string;
let backup: BackupResult;

beforeAll(async () => {
  bench = await createBackupBench();
  ({ source, dir, backup } = bench);
});
afterAll(() => bench.close());

/** A copy of the backup to be spoilt. */
async function spoilt(change: (copy: string) => Promise<void>): Promise<string> {
  const copy = await bench.newFolder();
  await cp(dir, copy, { recursive: true });
  await change(copy);
  return copy;
}

const withManifest = (change: (manifest: Manifest) => unknown): Promise<string> =>
  spoilt(async (copy) => {
    const file = path.join(copy, 'backup.json');
    await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as Manifest)));
  });

async function flipByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = bytes[at]! ^ 1;
  await writeFile(file, bytes);
}

/** With the text of one table changed, and a checksum that says so. */
const withTable = (name: string, change: (text: string) => string): Promise<string> =>
  spoilt(async (copy) => {
    const file = path.join(copy, `tables/${name}.copy`);
    const text = change(await readFile(file, 'utf8'));
    await writeFile(file, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const rows = text.split('\n').length - 1;
    const tables = backup.manifest.tables.map((one) => (one.name === name ? { ...one, rows, sha256 } : one));
    await writeFile(path.join(copy, 'backup.json'), JSON.stringify({ ...backup.manifest, tables }));
  });

describe('a restore that fails restores nothing', () => {
  let target: RestoreTarget;
  beforeAll(async () => {
    target = await bench.createTarget();
  });
  afterAll(async () => {
    // Whatever was refused, the next one finds an empty database.
    await target.restore(dir);
    await target.close();
  });

  async function expectNothing(from: string, words: string, exitCode: number): Promise<void> {
    await expect(target.restore(from)).rejects.toMatchObject({
      exitCode,
      message: expect.stringContaining(words) as string,
    });
    expect(await tablesOf(target.data)).toEqual([]);
    expect(await target.files()).toEqual([]);
  }

  it('a byte of a table, of a file', async () => {
    const { key } = backup.manifest.files[0]!;
    for (const [file, at] of [
      ['tables/items.copy', 0],
      ['tables/workspaces.copy', 12],
      ['tables/supplier_items.copy', 200],
      [`files/${key}`, 3],
    ] as const)
      await expectNothing(
        await spoilt((copy) => flipByte(path.join(copy, file), at)),
        'The backup is damaged',
        1,
      );
  });

  it('a table or a file that is missing', async () => {
    const { key } = backup.manifest.files.at(-1)!;
    for (const file of ['tables/users.copy', `files/${key}`])
      await expectNothing(await spoilt((copy) => rm(path.join(copy, file))), file, 1);
  });

  it('rows that do not hold together', async () => {
    // A reference that is checked at once, and one that is checked when all rows are there.
    for (const spoiltBackup of [
      await withTable('item_revisions', () => ''),
      await withTable('items', (text) => text.replace(/\t\d+\t(\d+|\\N)\n/, '\t999999\t$1\n')),
    ])
      await expectNothing(spoiltBackup, 'violates foreign key constraint', 1);
  });

  it('what would lead out of the folder, or into SQL', async () => {
    const [first, ...others] = backup.manifest.files;
    const [table, ...tables] = backup.manifest.tables;
    const outside = ['../../outside', '/etc/passwd', 'a/../../b', 'content/../../b', 'tmp/x', ''];
    // What an installation keeps for itself.
    for (const key of [...outside, 'owner', 'exports', 'contents/x'])
      await expectNothing(
        await withManifest((manifest) => ({ ...manifest, files: [{ ...first, key }, ...others] })),
        'is no storage key',
        1,
      );
    for (const spoiltTable of [
      { ...table!, name: 'accounts; DROP TABLE x' },
      { ...table!, columns: [...table!.columns.slice(1), 'id) FROM STDIN; --'] },
      { ...table!, columns: table!.columns.slice(1) },
      { ...table!, columns: [...table!.columns, table!.columns[0]!] },
    ])
      await expectNothing(
        await withManifest((manifest) => ({ ...manifest, tables: [spoiltTable, ...tables] })),
        'it does not have the columns of the table',
        1,
      );
  });

  it('a link to a file outside, a pipe, and more bytes than the manifest says', async () => {
    const { key } = backup.manifest.files[0]!;
    for (const name of [`files/${key}`, 'tables/items.copy']) {
      const outside = path.join(await bench.newFolder(), 'same');
      await cp(path.join(dir, name), outside);
      const linked = await spoilt(async (copy) => {
        await rm(path.join(copy, name));
        await symlink(outside, path.join(copy, name));
      });
      const piped = await spoilt(async (copy) => {
        await rm(path.join(copy, name));
        execFileSync('mkfifo', [path.join(copy, name)]);
      });
      for (const copy of [linked, piped])
        await expectNothing(copy, `${name} is no regular file in the backup's folder`, 1);
    }
    await expectNothing(
      await spoilt((copy) => appendFile(path.join(copy, `files/${key}`), 'x')),
      `files/${key} has more than its`,
      1,
    );
  });

  it('what this version cannot read', async () => {
    await expectNothing(await withManifest((manifest) => ({ ...manifest, format: 2 })), 'format 2', 2);
    await expectNothing(
      await withManifest((manifest) => ({ ...manifest, schema: [...manifest.schema, '9999_later.sql'] })),
      'newer Waybill, 0.1.0 (it has 9999_later.sql)',
      2,
    );
    await expectNothing(await withManifest((manifest) => ({ ...manifest, files: undefined })), 'damaged', 2);
    await expectNothing(await spoilt((copy) => writeFile(path.join(copy, 'backup.json'), '{')), 'damaged', 2);
    await expectNothing(
      await spoilt((copy) => rm(path.join(copy, 'backup.json'))),
      'There is no backup in',
      2,
    );
  });

  it('an interruption', async () => {
    const interrupt = new AbortController();
    await expect(
      restoreBackup({
        dir,
        manifest: backup.manifest,
        data: target.data,
        ...QUIET,
        signal: interrupt.signal,
        onProgress: ({ name }) => {
          if (name === 'item_revisions') interrupt.abort(new Error('Interrupted.'));
        },
      }),
    ).rejects.toThrow('Interrupted.');
    expect(await tablesOf(target.data)).toEqual([]);
    expect(await target.files()).toEqual([]);
  });

  it('a database that is in use, or has been migrated further; a storage with another file', async () => {
    await expect(
      restoreBackup({ dir, manifest: backup.manifest, data: source, ...QUIET }),
    ).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('has a workspace already') as string,
    });
    const migrated = await bench.createTarget();
    await migrate(migrated.data.connection);
    const older = await withManifest((manifest) => ({ ...manifest, schema: manifest.schema.slice(0, -1) }));
    await expect(migrated.restore(older)).rejects.toMatchObject({ exitCode: 2 });
    await migrated.data.database.pool.query(
      "INSERT INTO login_failures (email, failures) VALUES ('a@example.test', 1)",
    );
    await expect(migrated.restore(dir)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('a table login_failures') as string,
    });
    await migrated.data.database.pool.query('DELETE FROM login_failures; CREATE TABLE of_others (id int)');
    await expect(migrated.restore(dir)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('a table of_others') as string,
    });
    await migrated.data.database.pool.query('DROP TABLE of_others');
    const { key } = backup.manifest.files.at(-1)!;
    await migrated.data.storage.put(key, Readable.from([Buffer.from('another')]));
    await expect(migrated.restore(dir)).rejects.toMatchObject({ exitCode: 2 });
    expect(await migrated.files()).toEqual([key]);
    await migrated.data.storage.remove(key);
    await migrated.restore(dir);
    await migrated.close();
  });
});
