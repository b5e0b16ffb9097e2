import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdContents, releaseContents } from '../../src/platform/db/content-lock.ts';
import { connectAlone } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts';
import { PROJECT_DIR } from '../support/processes.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'waybill-migrations-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  // Fails when a connection was left open.
  await database.close();
});

async function names(statement: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(statement);
  return rows.map((row) => row.name);
}

const appliedNames = () => names('SELECT name FROM schema_migrations ORDER BY name');
const tableNames = () =>
  names(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname",
  );

describe('migrate', () => {
  it('applies every file once, however many processes start at the same time', async () => {
    const files = (await readdir(path.join(PROJECT_DIR, 'migrations')))
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const answers = await Promise.all([
      migrate(database.connection),
      migrate(database.connection),
      migrate(database.connection),
    ]);
    expect(answers.map(({ applied }) => applied).filter((applied) => applied.length > 0)).toEqual([files]);
    expect(await appliedNames()).toEqual(files);
    expect(await migrate(database.connection)).toEqual({ applied: [] });
  });

  it('waits for exports under way, whose snapshot would see a rewritten table empty; with nothing to apply it does not', async () => {
    const exporting = await connectAlone(database.connection, 'export');
    await holdContents(exporting);
    const migrating = migrate(database.connection);
    await expect
      .poll(() => names("SELECT pid::text AS name FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
      .toHaveLength(1);
    expect(await tableNames()).toEqual([]);
    await releaseContents(exporting);
    expect((await migrating).applied).not.toEqual([]);
    await holdContents(exporting);
    expect(await migrate(database.connection)).toEqual({ applied: [] });
    await exporting.end();
  });

  it('refuses a database that a newer version has written, and leaves it as it is', async () => {
    await writeFile(path.join(folder, '0001_first.sql'), 'CREATE TABLE first (id int)');
    await writeFile(path.join(folder, '0002_second.sql'), 'CREATE TABLE second (id int)');
    await migrate(database.connection, folder);
    await rm(path.join(folder, '0002_second.sql'));
    await writeFile(path.join(folder, '0003_other.sql'), 'CREATE TABLE other (id int)');
    await expect(migrate(database.connection, folder)).rejects.toThrow(
      /was written by a newer Waybill \(it has 0002_second\.sql\)/,
    );
    expect(await tableNames()).toEqual(['first', 'schema_migrations', 'second']);
  });

  it('applies a file whole or not at all, and goes on from there', async () => {
    await writeFile(path.join(folder, '0001_first.sql'), 'CREATE TABLE first (id int)');
    await writeFile(
      path.join(folder, '0002_second.sql'),
      'CREATE TABLE second (id int); INSERT INTO nowhere VALUES (1)',
    );
    await expect(migrate(database.connection, folder)).rejects.toThrow(
      /0002_second\.sql.*"nowhere" does not exist/,
    );
    expect(await tableNames()).toEqual(['first', 'schema_migrations']);
    expect(await appliedNames()).toEqual(['0001_first.sql']);

    await writeFile(path.join(folder, '0002_second.sql'), 'CREATE TABLE second (id int)');
    expect(await migrate(database.connection, folder)).toEqual({ applied: ['0002_second.sql'] });
    expect(await tableNames()).toEqual(['first', 'schema_migrations', 'second']);
  });
});
