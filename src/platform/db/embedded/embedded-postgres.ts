import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { messageOf, OperatorError } from '../../../kernel/errors.ts';
import { connectAlone } from '../database.ts';
import { prepareBinaries, removeOldBinaries } from './binaries.ts';
import { prepareCluster, SUPERUSER, type Cluster } from './cluster.ts';
import { prepareLocation } from './location.ts';
import {
  endOrphans,
  findPostmaster,
  PORT,
  readLogTail,
  startPostmaster,
  stopPostmaster,
  type ServerFiles,
  type StartAttempt,
} from './postmaster.ts';
import { keepPresence, takePresence } from './presence.ts';
import { removeLeftovers } from './process.ts';

const DATABASE = 'postgres';
const START_LIMIT_MS = 60_000;
/** A start may fail because backends of a killed server are still there; they go within moments. */
const FAILED_STARTS_LIMIT_MS = 10_000;
/** Doubled after each failure. */
const RETRY_START_AFTER_MS = 100;
const POLL_EVERY_MS = 15;

/** How to reach the server: over a unix socket, in the folder `host`. */
export interface EmbeddedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  readonly connection: EmbeddedConnection;
  /** What opening had to do. */
  readonly startup: 'created' | 'started' | 'attached';
  /**
   * Makes this process one of those that work, until it ends, however it ends. When there is no other, `whenFirst` is called before: what
   * earlier processes have begun is nobody's. The operating system tells, by closing the connection of a process that was killed.
   */
  beginWork(whenFirst: () => Promise<void>): Promise<void>;
  /** Leaves; the last process to leave stops the server. */
  close(): Promise<void>;
}

export interface EmbeddedSettings {
  readonly dataDir: string;
  /** false: nothing survives a power cut. For tests only. */
  readonly durable?: boolean;
  readonly onLog?: (message: string) => void;
}

/**
 * Opens the PostgreSQL of a data folder: makes it, starts it, or joins the one that runs. Any number of Waybill processes may
 * have it open; a server left behind by a killed process is joined like any other, so there is never a second one on a folder.
 * A server that dies is started again by those who have it open.
 * @param settings `dataDir` exists
 */
export async function openEmbeddedPostgres({
  dataDir,
  durable = true,
  onLog = () => undefined,
}: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const location = await prepareLocation(dataDir);
  await removeLeftovers(location.dir);
  const binaries = await prepareBinaries(location);
  const cluster = await prepareCluster(location, binaries, durable);
  const files = { location, binaries, cluster, durable };
  const leaving = new AbortController();
  const { connection, startup, keeper } = await enter(files, { signal: leaving.signal });
  // Of a server that was there already it is not known whose programs it runs on.
  if (startup !== 'attached') await removeOldBinaries(location, binaries);
  onLog(`embedded PostgreSQL ${binaries.version}: ${startup}`);
  const presence = keepPresence(keeper, {
    signal: leaving.signal,
    rejoin: async () => {
      const again = await enter(files, { signal: leaving.signal, formerSocketDir: connection.host });
      onLog(`embedded PostgreSQL: the connection was lost; ${again.startup} again`);
      return again.keeper;
    },
    onFailure: (error) => {
      if (!leaving.signal.aborted) onLog(`embedded PostgreSQL: ${messageOf(error)}`);
    },
  });
  return {
    connection,
    startup,
    beginWork: (whenFirst) => presence.beginWork(whenFirst),
    async close() {
      leaving.abort();
      await presence.leave(() => stopPostmaster(cluster));
    },
  };
}

interface Entry extends Pick<EmbeddedPostgres, 'connection' | 'startup'> {
  /** Holds the presence lock. */
  readonly keeper: pg.Client;
}

async function enter(
  files: ServerFiles,
  { signal, formerSocketDir }: { signal: AbortSignal; formerSocketDir?: string },
): Promise<Entry> {
  const { location, cluster } = files;
  const deadline = Date.now() + START_LIMIT_MS;
  const failuresEnd = Date.now() + FAILED_STARTS_LIMIT_MS;
  let startup: EmbeddedPostgres['startup'] = 'attached';
  let problem = '';
  let failures = 0;
  while (Date.now() < deadline && !signal.aborted) {
    let attempt: StartAttempt | undefined;
    if ((await findPostmaster(cluster)) === undefined) {
      await endOrphans(cluster);
      attempt = await startPostmaster(files, formerSocketDir);
      startup = cluster.isNew ? 'created' : 'started';
    }
    const connection = await waitUntilReady(cluster, attempt, deadline);
    if (connection === undefined) {
      if (attempt !== undefined && Date.now() > failuresEnd) break;
      // It stopped just as we came, as its last user left, or did not start. Begin again.
      await wait(attempt === undefined ? POLL_EVERY_MS : RETRY_START_AFTER_MS * 2 ** failures);
      failures += attempt === undefined ? 0 : 1;
      continue;
    }
    const joined = await takePresence(() => connectAlone(connection, 'waybill presence')).catch(
      (error: unknown) => {
        if ((error as { code?: string }).code === '28P01')
          throw new OperatorError(`The embedded PostgreSQL refuses its password: ${messageOf(error)}`);
        return messageOf(error);
      },
    );
    if (typeof joined !== 'string') return { connection, startup, keeper: joined };
    problem = joined;
    await wait(POLL_EVERY_MS);
  }
  throw new OperatorError(
    ['The embedded PostgreSQL did not start.', problem, await readLogTail(location)]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

/** The way in as soon as the server lets somebody in; undefined when it is gone or the attempt to start it failed. */
async function waitUntilReady(
  cluster: Cluster,
  attempt: StartAttempt | undefined,
  deadline: number,
): Promise<EmbeddedConnection | undefined> {
  while (Date.now() < deadline) {
    // Asked first: a server that has ended after the look at its pid file is not taken for one that is still to come.
    const isOver = attempt === undefined || attempt.hasEnded();
    const running = await findPostmaster(cluster);
    if (running?.isReady === true) {
      return {
        host: running.socketDir,
        port: PORT,
        user: SUPERUSER,
        password: cluster.password,
        database: DATABASE,
      };
    }
    if (running === undefined && isOver) return undefined;
    await wait(POLL_EVERY_MS);
  }
  return undefined;
}
