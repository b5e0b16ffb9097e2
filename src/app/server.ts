import { performance } from 'node:perf_hooks';
import { createAllowance } from '../access/allowance.ts';
import { recordAudit } from '../access/audit.store.ts';
import { createFindCaller } from '../access/callers.store.ts';
import { createRecent } from '../access/recent.ts';
import { RUN_DEAD_QUEUE, RUN_QUEUE } from '../exports/exports.contract.ts';
import { openRunEvents, type RunEvents } from '../exports/run-events.ts';
import { openRunQueue } from '../exports/run-queue.ts';
import { registerRunJobs } from '../exports/runs.job.ts';
import { messageOf, OperatorError } from '../kernel/errors.ts';
import type { Log } from '../platform/log/log.ts';
import { createSearchLanes } from '../platform/db/search-lanes.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { ImportProgress } from '../records/import/import-bundle.ts';
import { createApi } from './api.ts';
import { limitsOf, type Config } from './config.ts';
import { ensureWorkspace, importAtStart, type FirstStart } from './first-start.ts';
import { openData, type OpenedData } from './open.ts';
import { createClosingStack, type ClosingStack } from './shutdown.ts';
import { claimStorage, FOREIGN_STORAGE } from './storage-owner.ts';
import { startSweeps } from './sweeps.ts';

const DEFAULT_TIME_ZONE = 'America/Los_Angeles';

/** A process that serves, works or both. */
export interface RunningServer {
  /** Where the API answers; undefined for a worker. */
  readonly url: string | undefined;
  readonly firstStart: FirstStart | undefined;
  /** From the call to the first request that would be answered. */
  readonly readyMs: number;
  close(): Promise<void>;
}

export interface ServerSettings {
  readonly config: Config;
  readonly log: Log;
  /** Told what the first start has made, before anything else is done. */
  readonly onFirstStart?: (firstStart: FirstStart) => void;
  readonly onImportProgress?: (progress: ImportProgress) => void;
  /** Aborts an import at start. */
  readonly signal?: AbortSignal;
}

/** Everything of `serve`: database, workspace, import, workers, API. Closed in the opposite order. */
export function startServer(settings: ServerSettings): Promise<RunningServer> {
  return start(settings, async ({ data, queue, events, stack }) => {
    const {
      config,
      log,
      signal,
      onFirstStart = () => undefined,
      onImportProgress = () => undefined,
    } = settings;
    const firstStart = await ensureWorkspace(data.database.db, config);
    // At once: a generated password is nowhere else, and what follows may fail.
    if (firstStart !== undefined) onFirstStart(firstStart);
    await importAtStart(data, config, { signal, onProgress: onImportProgress });
    await startWorkers({ data, queue, events, stack }, settings);
    const app = await createApp({ data, queue, events, stack }, settings);
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw new OperatorError(
        `Cannot listen on ${config.host}:${config.port}: ${messageOf(error)}. Choose another address with --port or --host.`,
      );
    });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    log.info({ port }, 'listening');
    return { url: `http://${host}:${port}`, firstStart };
  });
}

/** `worker`: executes runs and answers nothing. */
export function startWorker(settings: ServerSettings): Promise<RunningServer> {
  return start(settings, async (parts) => {
    await startWorkers(parts, settings);
    return { url: undefined, firstStart: undefined };
  });
}

interface Parts {
  readonly data: OpenedData;
  readonly queue: Queue;
  readonly events: RunEvents;
  readonly stack: ClosingStack;
}

async function start(
  { config, log }: ServerSettings,
  build: (parts: Parts) => Promise<Pick<RunningServer, 'url' | 'firstStart'>>,
): Promise<RunningServer> {
  const startedAt = performance.now();
  const stack = createClosingStack();
  try {
    const data = await openData(config, log, stack);
    const { events, queue } = await openQueue(data, { config, log }, stack);
    const built = await build({ data, queue, events, stack });
    return { ...built, readyMs: performance.now() - startedAt, close: () => stack.close() };
  } catch (error) {
    await stack.close().catch((closing: unknown) => {
      log.error({ err: closing }, 'clean-up after a failed start');
    });
    throw error;
  }
}

/** Of the 120 that the embedded PostgreSQL has, and of the 100 that others have unless told otherwise. */
const CONNECTIONS_OF_EXPORTS = 64;

/** At the same time. When one fails the other has been opened, and will be closed, or has failed too. */
async function openQueue(
  { connection }: OpenedData,
  { config, log }: Pick<ServerSettings, 'config' | 'log'>,
  stack: ClosingStack,
): Promise<{ events: RunEvents; queue: Queue }> {
  const [events, queue] = await Promise.allSettled([
    openRunEvents(connection),
    openRunQueue(
      connection,
      (error) => {
        log.warn({ reason: error.message }, 'the queue reports a problem');
      },
      { slots: config.workers },
    ),
  ]);
  if (events.status === 'fulfilled') stack.add('run events', () => events.value.close());
  if (queue.status === 'fulfilled') stack.add('queue', () => queue.value.stop(config.shutdownGraceMs));
  if (events.status === 'rejected') throw events.reason;
  if (queue.status === 'rejected') throw queue.reason;
  return { events: events.value, queue: queue.value };
}

async function startWorkers(
  { data, queue, events, stack }: Parts,
  { config, log }: ServerSettings,
): Promise<void> {
  if (config.workers === 0) return;
  const { database, embedded, storage } = data;
  // Of a database that several machines may share only the queue's heartbeat tells which workers live.
  await embedded?.beginWork(() => queue.giveBack([RUN_QUEUE, RUN_DEAD_QUEUE]));
  const isStorageOurs = await claimStorage({ db: database.db, storage });
  if (!isStorageOurs) log.warn(FOREIGN_STORAGE);
  await registerRunJobs(
    queue,
    {
      db: database.db,
      sessions: database.sessions,
      storage,
      events,
      log,
      isStorageOurs,
      retentionMs: config.retentionMs,
      spreadsheetSafe: config.spreadsheetSafe,
      limits: limitsOf(config),
      connections: Math.max(
        1,
        Math.min(config.exportConnections, Math.floor(CONNECTIONS_OF_EXPORTS / config.workers)),
      ),
    },
    config.workers,
  );
  const { retentionMs, scrubEveryMs } = config;
  if (isStorageOurs)
    stack.add('sweeps', startSweeps({ db: database.db, storage, log, retentionMs, scrubEveryMs }));
}

async function createApp({ data, queue, events, stack }: Parts, { config, log }: ServerSettings) {
  const { db } = data.database;
  const limits = limitsOf(config);
  const allowance = createAllowance(db, limits.requestLimit, DEFAULT_TIME_ZONE);
  stack.add('allowance', () => allowance.close());
  const { corsOrigins, singleSession, maxAddressFailures, runWaitMs } = config;
  const { serverName, strictContentType, errorCodes, trustedProxies } = config;
  const searches = createSearchLanes(db, config.searchTimeoutMs);
  const app = createApi({
    http: { log, serverName, strictContentType, errorCodes, corsOrigins, trustedProxies },
    access: {
      db,
      findCaller: createFindCaller(db),
      allowance,
      searches,
      recent: createRecent(),
      singleSession,
      maxAddressFailures,
      corsOrigins,
    },
    settings: { db, limits, limitsProfile: config.limits },
    metrics: { database: data.database, events },
    installation: { config, storage: data.storage, isEmbedded: data.embedded !== undefined },
    exports: {
      db,
      queue,
      storage: data.storage,
      events,
      log,
      runWaitMs,
      limits,
      searches,
      audit: recordAudit,
    },
    imports: {
      db,
      connection: data.connection,
      storage: data.storage,
      log,
      audit: recordAudit,
      maxUploadBytes: config.maxUploadBytes,
    },
  });
  stack.add('http', async () => {
    // Who has stopped reading does not keep the server from ending.
    const timer = setTimeout(() => {
      app.server.closeAllConnections();
    }, config.shutdownGraceMs);
    await app.close();
    clearTimeout(timer);
  });
  await app.ready();
  return app;
}
