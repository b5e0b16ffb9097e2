import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';

/** A connection that is being closed may take a moment to go. */
const LEAK_GRACE_MS = 3_000;

/** An empty database, as whoever installs the product would make it. */
export interface OutsideDatabase {
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** Drops it. Throws when a process of the product left a connection open. */
  drop(): Promise<void>;
}

/** A new database on the test run's PostgreSQL, with nothing in it: the product brings its own schema. */
export async function createOutsideDatabase(): Promise<OutsideDatabase> {
  const name = `waybill_test_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`CREATE DATABASE ${name}`));
  return {
    url: urlOf(name),
    drop: () =>
      administer(async (client) => {
        const leaked = await findConnections(client, name);
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        if (leaked.length > 0) throw new Error(`connections left open: ${leaked.join(', ')}`);
      }),
  };
}

async function administer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function findConnections(client: pg.Client, database: string): Promise<string[]> {
  const deadline = Date.now() + LEAK_GRACE_MS;
  for (;;) {
    const { rows } = await client.query<{ name: string }>(
      "SELECT application_name || ': ' || left(query, 60) AS name FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
      [database],
    );
    if (rows.length === 0 || Date.now() > deadline) return rows.map((row) => row.name);
    await wait(50);
  }
}

function urlOf(database: string): string {
  const server = inject('postgres');
  if ('connectionString' in server) {
    const url = new URL(server.connectionString);
    url.pathname = `/${database}`;
    return url.href;
  }
  const { host, port, user, password } = server;
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  // A host that is a folder is the folder of a unix socket.
  return host.startsWith('/')
    ? `postgres://${credentials}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${credentials}@${host}:${port}/${database}`;
}
