import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import {
  connectAlone,
  openDatabase,
  type ConnectionSettings,
  type DatabaseHandle,
} from '../../src/platform/db/database.ts';
import { findConnections } from './outside-database.ts';

export const TEMPLATE_DATABASE = 'waybill_template';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string } | { connectionString: string };
  }
}

export type TestDatabase = DatabaseHandle;

/** How to reach one database of the test run's server. */
export function connectionTo(database: string): ConnectionSettings {
  const server = inject('postgres');
  if (!('connectionString' in server)) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** An empty, migrated database of its own for one test file. Closing it fails when the test left a connection open. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(TEMPLATE_DATABASE);
}

/** The same before any migration. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `waybill_test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const handle = openDatabase(connectionTo(name), 5, () => undefined);
  return {
    ...handle,
    async close() {
      await handle.close();
      const leaked = await findLeaks(name);
      await administer(`DROP DATABASE ${name} WITH (FORCE)`);
      if (leaked.length > 0) throw new Error(`connections left open: ${leaked.join(', ')}`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = await connectAlone(connectionTo('postgres'), 'waybill test administration');
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function findLeaks(database: string): Promise<string[]> {
  const client = await connectAlone(connectionTo('postgres'), 'waybill test administration');
  try {
    return await findConnections(client, database);
  } finally {
    await client.end();
  }
}
