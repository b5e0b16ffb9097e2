import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { preparePage } from '../../scripts/launch/page.mjs';
import { connectAlone, type ConnectionSettings } from '../../src/platform/db/database.ts';
import { openEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';
import { removeDataDir } from '../../src/platform/db/embedded/location.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { TEMPLATE_DATABASE } from './database.ts';
import { INSTALLED_DATABASE } from './outside-database.ts';

/** One PostgreSQL for the whole run, with a migrated database that every test file gets a copy of; and the page, built once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await preparePage(process.execPath);
  const given = process.env['WAYBILL_TEST_DATABASE_URL'];
  if (given !== undefined) {
    await createTemplate({ connectionString: given }, (database) => ({
      connectionString: withDatabase(given, database),
    }));
    project.provide('postgres', { connectionString: given });
    return async () => undefined;
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-test-'));
  const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
  await createTemplate(postgres.connection, (database) => ({ ...postgres.connection, database }));
  project.provide('postgres', postgres.connection);
  return async () => {
    await postgres.close();
    await removeDataDir(dataDir);
  };
}

async function createTemplate(
  server: ConnectionSettings,
  connectionTo: (database: string) => ConnectionSettings,
): Promise<void> {
  const client = await connectAlone(server, 'waybill test setup');
  try {
    for (const name of [TEMPLATE_DATABASE, INSTALLED_DATABASE])
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  } finally {
    await client.end();
  }
  await migrate(connectionTo(TEMPLATE_DATABASE));
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
