import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { messageOf, OperatorError } from '../../kernel/errors.ts';
import { isDatabaseUnavailable } from './availability.ts';
import { connectAlone, type ConnectionSettings } from './database.ts';

const MIGRATIONS_DIR = path.resolve(import.meta.dirname, '../../../migrations');
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
  const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const client = await connectAlone(connection, 'waybill migrate');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migrations');
    const done = new Set(rows.map((row) => row.name));
    const unknown = [...done].filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new OperatorError(
        `The database was written by a newer Waybill (it has ${unknown.join(', ')}). Start that version, or restore a backup made before the upgrade.`,
      );
    }
    const applied: string[] = [];
    for (const name of known.filter((one) => !done.has(one))) {
      await apply(client, name, await readFile(path.join(folder, name), 'utf8'));
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string, statements: string): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(statements);
    await client.query('INSERT INTO schema_migrations (name) VALUES ($1)', [name]);
    await client.query('COMMIT');
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    throw new OperatorError(
      `The migration ${name} failed, and nothing of it was applied: ${messageOf(error)}`,
    );
  }
}
