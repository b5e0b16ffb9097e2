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

/** A new database on the test run's PostgreSQL: empty, as the product brings its own schema, or the copy of one that was used before. */
export async function createOutsideDatabase(template?: string): Promise<OutsideDatabase> {
  const name = `waybill_test_${randomBytes(6).toString('hex')}`;
  await administer((client) =>
    client.query(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`),
  );
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

/** Made once for all test files of a run, by whichever comes first; dropped by the next run's set-up. */
export const INSTALLED_DATABASE = 'waybill_installed';
const INSTALLING = `${INSTALLED_DATABASE}_new`;
const INSTALL_LOCK = 772_190_411;

/** The name of a database in which the product has been started once, by `install`, to be copied. */
export async function installedDatabase(install: (url: string) => Promise<void>): Promise<string> {
  await administer(async (client) => {
    // Held until this connection ends.
    await client.query('SELECT pg_advisory_lock($1)', [INSTALL_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      INSTALLED_DATABASE,
    ]);
    if (rowCount === 1) return;
    await client.query(`DROP DATABASE IF EXISTS ${INSTALLING} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${INSTALLING}`);
    await install(urlOf(INSTALLING));
    await findConnections(client, INSTALLING);
    // Under its name only when it is whole.
    await client.query(`ALTER DATABASE ${INSTALLING} RENAME TO ${INSTALLED_DATABASE}`);
  });
  return INSTALLED_DATABASE;
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

/** Connections to a database, once none is left or it has been waited long enough for that. */
export async function findConnections(client: pg.Client, database: string): Promise<string[]> {
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
