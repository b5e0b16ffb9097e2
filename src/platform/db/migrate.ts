import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { messageOf, OperatorError } from '../../kernel/errors.ts';
import { isDatabaseUnavailable } from './availability.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { keepReadersOut } from './content-lock.ts';
import { connectAlone, sql, type ConnectionSettings, type Database } from './database.ts';

const MIGRATIONS_DIR = path.join(PACKAGE_ROOT, 'migrations');
/** One arbitrary number that every Waybill process takes while it migrates. */
const MIGRATION_LOCK = 5_817_340_001;

/**
 * Brings the schema up to this version's, one process at a time; a file is applied whole or not at all.
 * @param folder of the `.sql` files, applied in the order of their names
 */
export async function migrate(
  connection: ConnectionSettings,
  folder = MIGRATIONS_DIR,
): Promise<{ applied: string[] }> {
  const client = await connectAlone(connection, 'waybill migrate');
  try {
    // A table that a migration has written anew is empty for whoever has a snapshot from before. In the order in which a backup locks.
    if ((await listPending(client, folder)).length > 0) await keepReadersOut(client);
    await lockSchema(client);
    const applied: string[] = [];
    for (const name of await listPending(client, folder)) {
      await client.query('BEGIN');
      await applyMigrations(client, [name], folder);
      await client.query('COMMIT');
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** The list of what has been applied: no part of what is kept, but of how. */
export const MIGRATIONS_TABLE = 'schema_migrations';
const CREATE_LIST = `CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE} (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`;

/** Until the connection ends nobody else migrates, so no other Waybill process gets further than that. */
export async function lockSchema(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

/** Gives back what {@link lockSchema} took. */
export async function unlockSchema(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
}

/** Whether somebody migrates or restores just now. */
export async function isSchemaLocked(db: Database): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isFree: boolean }>`
      SELECT pg_try_advisory_xact_lock_shared(${MIGRATION_LOCK}) AS "isFree"`.execute(tx);
    return rows[0]?.isFree !== true;
  });
}

/** The names of this version's migrations, in their order. */
export async function listMigrations(folder = MIGRATIONS_DIR): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function listPending(client: pg.Client, folder: string): Promise<string[]> {
  const done = await listApplied(client, folder);
  return (await listMigrations(folder)).filter((one) => !done.includes(one));
}

/** Those that a database has had; none where Waybill has never been. Throws when this version does not know all of them. */
export async function listApplied(client: pg.Client, folder = MIGRATIONS_DIR): Promise<string[]> {
  const found = await client.query('SELECT WHERE to_regclass($1) IS NOT NULL', [MIGRATIONS_TABLE]);
  if (found.rowCount === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY name COLLATE "C"`,
  );
  const done = rows.map((row) => row.name);
  const known = await listMigrations(folder);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `The database was written by a newer Waybill (it has ${unknown.join(', ')}). Start that version, or restore a backup made before the upgrade.`,
    );
  }
  return done;
}

/** Applies migrations, in the caller's transaction. */
export async function applyMigrations(
  client: pg.Client,
  names: readonly string[],
  folder = MIGRATIONS_DIR,
): Promise<void> {
  await client.query(CREATE_LIST);
  for (const name of names) {
    const statements = await readFile(path.join(folder, name), 'utf8');
    try {
      await client.query(statements);
      await client.query(`INSERT INTO ${MIGRATIONS_TABLE} (name) VALUES ($1)`, [name]);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      throw new OperatorError(
        `The migration ${name} failed, and nothing of it was applied: ${messageOf(error)}`,
      );
    }
  }
}
