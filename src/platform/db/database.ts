import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type PostgresPoolClient,
  type RawBuilder,
  type Transaction,
} from 'kysely';
import pg from 'pg';

export { sql };
export type { RawBuilder };

/** Runs `sql` templates: every `${value}` in one is a bound parameter, every `${sql…}` a composed fragment. */
export type Database = Kysely<unknown>;
/** The same inside one transaction. */
export type DatabaseTransaction = Transaction<unknown>;
/** How to reach a PostgreSQL server: what `pg` takes. */
export type ConnectionSettings = pg.ClientConfig;

const INT8: number = pg.types.builtins.INT8;
const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => unknown;
/** int8 columns here are counts and identities below 2^53; `pg` would give them as text. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) =>
    oid === INT8 ? Number : parserOf(oid, format)) as typeof pg.types.getTypeParser,
};

const SESSION_OPTIONS = '-c TimeZone=UTC -c DateStyle=ISO,YMD -c jit=off';

function withDefaults(connection: ConnectionSettings, applicationName: string): ConnectionSettings {
  return {
    ...connection,
    types: TYPES,
    options: SESSION_OPTIONS,
    application_name: applicationName,
    keepAlive: true,
  };
}

export interface DatabaseHandle {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly connection: ConnectionSettings;
  /**
   * For an export, which has a connection to itself and keeps tables in it. As many as are asked for; one that is given back is kept warm
   * for a while, as to open one, and to plan the first statements on it, takes longer than a small export.
   */
  readonly sessions: pg.Pool;
  /** Ends every idle connection and waits for the busy ones. */
  close(): Promise<void>;
}

/** An idle connection costs the database a few megabytes. */
const KEEP_WARM_MS = 60_000;
/** Nothing vacuums temporary tables: a connection that is used again and again would hold back what the database can forget. */
const KEEP_WARM_S = 3_600;

const pools = new WeakMap<Database, pg.Pool>();
/** The pool beneath; undefined over a single connection. */
export const poolOf = (db: Database): pg.Pool | undefined => pools.get(db);

/**
 * A pool with the query builder over it.
 * @param onIdleError told of connections that die while idle (the pool replaces them by itself).
 */
export function openDatabase(
  connection: ConnectionSettings,
  maxConnections: number,
  onIdleError: (error: Error) => void,
): DatabaseHandle {
  const open = (applicationName: string, settings: pg.PoolConfig): pg.Pool => {
    const opened = new pg.Pool({
      ...withDefaults(connection, applicationName),
      connectionTimeoutMillis: 10_000,
      ...settings,
    });
    opened.on('error', onIdleError);
    // The pool listens to idle clients only: a connection that dies while it is lent out would end the process; its query fails.
    opened.on('connect', (client) => client.on('error', () => undefined));
    return opened;
  };
  const pool = open('waybill', { max: maxConnections });
  const sessions = open('waybill export', {
    max: Number.MAX_SAFE_INTEGER,
    idleTimeoutMillis: KEEP_WARM_MS,
    maxLifetimeSeconds: KEEP_WARM_S,
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return {
    db,
    pool,
    connection,
    sessions,
    async close() {
      await sessions.end();
      await db.destroy();
      // The builder ends the pool only when it has used it itself.
      if (!pool.ending) await pool.end();
    },
  };
}

/** A connection of its own, outside of the pool: for COPY, LISTEN and locks. The caller ends it. */
export async function connectAlone(
  connection: ConnectionSettings,
  applicationName: string,
): Promise<pg.Client> {
  const client = new pg.Client(withDefaults(connection, applicationName));
  // Without a listener a connection that dies later would end the process; whoever uses it sees its query fail.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * The query builder over one connection, whose owner uses it directly too: a transaction of the builder has the owner's COPYs in it.
 * Ending it stays with the owner.
 */
export function databaseOver(client: pg.Client): Database {
  const lent: PostgresPoolClient = {
    query: client.query.bind(client),
    release: () => undefined,
  };
  const pool = { connect: async () => lent, end: async () => undefined, options: {} };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

/** Never connects: it only knows how to write PostgreSQL's SQL. */
const COMPILER = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A template as `pg` takes it, for a connection that is not the pool's. */
export function compile(query: RawBuilder<unknown>): { text: string; values: unknown[] } {
  const { sql: text, parameters } = query.compile(COMPILER);
  return { text, values: [...parameters] };
}
