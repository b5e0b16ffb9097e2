import { mkdir } from 'node:fs/promises';
import { EXIT, messageOf, OperatorError } from '../kernel/errors.ts';
import {
  connectAlone,
  openDatabase,
  type ConnectionSettings,
  type DatabaseHandle,
} from '../platform/db/database.ts';
import { isDatabaseUnavailable } from '../platform/db/availability.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Log } from '../platform/log/log.ts';
import { openStorage } from '../platform/storage/open-storage.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { Config } from './config.ts';
import type { ClosingStack } from './shutdown.ts';

export interface OpenedData {
  readonly database: DatabaseHandle;
  readonly connection: ConnectionSettings;
  /** Undefined with a database of the operator's own. */
  readonly embedded: EmbeddedPostgres | undefined;
  readonly storage: Storage;
}

/** Of the pool: requests wait for a free one; exports and listeners have connections of their own. */
export const MAX_CONNECTIONS = 20;

type DataConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'storageUrl'>;

/** The database (embedded unless a URL is given) with its schema up to date, and the storage: what every command needs. */
export function openData(config: DataConfig, log: Log, stack: ClosingStack): Promise<OpenedData> {
  return open({ config, log, stack }, migrate);
}

/** The same with the schema as it stands, if there is any: for a backup before an upgrade, and for what brings a schema along. */
export function openDataAsItIs(config: DataConfig, log: Log, stack: ClosingStack): Promise<OpenedData> {
  return open({ config, log, stack }, async (connection) => {
    await (await connectAlone(connection, 'waybill')).end();
  });
}

interface Opening {
  readonly config: DataConfig;
  readonly log: Log;
  readonly stack: ClosingStack;
}

async function open(
  { config, log, stack }: Opening,
  prepare: (connection: ConnectionSettings) => Promise<unknown>,
): Promise<OpenedData> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const { databaseUrl } = config;
  const embedded = databaseUrl === undefined ? await openEmbedded(config, log, stack) : undefined;
  const connection = embedded?.connection ?? { connectionString: databaseUrl };
  await prepare(connection).catch((error: unknown) => {
    if (isDatabaseUnavailable(error))
      throw new OperatorError(`The database cannot be reached: ${messageOf(error)}`, EXIT.unreachable);
    throw error;
  });
  const database = openDatabase(connection, MAX_CONNECTIONS, (error) => {
    log.warn({ reason: error.message }, 'an idle database connection was lost');
  });
  stack.add('database pool', () => database.close());
  const storage = await openStorage(config.storageUrl, config.dataDir);
  return { database, connection, embedded, storage };
}

async function openEmbedded(
  { dataDir }: DataConfig,
  log: Log,
  stack: ClosingStack,
): Promise<EmbeddedPostgres> {
  const embedded = await openEmbeddedPostgres({
    dataDir,
    onLog: (message) => {
      log.info(message);
    },
  });
  stack.add('embedded PostgreSQL', () => embedded.close());
  return embedded;
}
