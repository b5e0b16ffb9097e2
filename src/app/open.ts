import { mkdir } from 'node:fs/promises';
import { EXIT, messageOf, OperatorError } from '../kernel/errors.ts';
import { openDatabase, type ConnectionSettings, type DatabaseHandle } from '../platform/db/database.ts';
import { isDatabaseUnavailable } from '../platform/db/availability.ts';
import { openEmbeddedPostgres } from '../platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Log } from '../platform/log/log.ts';
import { openStorage } from '../platform/storage/open-storage.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { Config } from './config.ts';
import type { ClosingStack } from './shutdown.ts';

export interface OpenedData {
  readonly database: DatabaseHandle;
  readonly connection: ConnectionSettings;
  readonly storage: Storage;
}

/** Of the pool: requests wait for a free one; exports and listeners have connections of their own. */
const MAX_CONNECTIONS = 20;

type DataConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'storageUrl'>;

/** The database (embedded unless a URL is given) with its schema up to date, and the storage: what every command needs. */
export async function openData(config: DataConfig, log: Log, stack: ClosingStack): Promise<OpenedData> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const connection = await openConnection(config, log, stack);
  await migrate(connection).catch((error: unknown) => {
    if (isDatabaseUnavailable(error))
      throw new OperatorError(`The database cannot be reached: ${messageOf(error)}`, EXIT.unreachable);
    throw error;
  });
  const database = openDatabase(connection, MAX_CONNECTIONS, (error) => {
    log.warn({ reason: error.message }, 'an idle database connection was lost');
  });
  stack.add('database pool', () => database.close());
  const storage = await openStorage(config.storageUrl, config.dataDir);
  return { database, connection, storage };
}

async function openConnection(
  { databaseUrl, dataDir }: DataConfig,
  log: Log,
  stack: ClosingStack,
): Promise<ConnectionSettings> {
  if (databaseUrl !== undefined) return { connectionString: databaseUrl };
  const embedded = await openEmbeddedPostgres({
    dataDir,
    onLog: (message) => {
      log.info(message);
    },
  });
  stack.add('embedded PostgreSQL', () => embedded.close());
  return embedded.connection;
}
