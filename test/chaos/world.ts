import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  openEmbeddedPostgres,
  type EmbeddedConnection,
} from '../../src/platform/db/embedded/embedded-postgres.ts';
import {
  environmentOf,
  killGroup,
  launch,
  type Environment,
  type RunningCommand,
} from '../support/launch.ts';
import { mountDisk, type Disk } from '../support/disk.ts';
import { childrenOf, findPostmasters } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** One of the long-running processes. */
export interface Part {
  readonly name: string;
  isUp(): boolean;
  /** Starts it when it is not up; ready or not, gives no error: a start may be hit as well. */
  start(): void;
  /** kill -9 */
  kill(): Promise<void>;
  /** Whether it has said that it works: before, a signal ends it as it ends any program. */
  isReady(): boolean;
  /** SIGTERM, and its exit code; null as well when it does not end. */
  stop(): Promise<number | null>;
  pause(): void;
  resume(): void;
  /** All that it said on standard error. */
  said(): string;
}

/** One installation: embedded PostgreSQL, one server, two more workers. */
export interface World {
  readonly dir: string;
  readonly dataDir: string;
  readonly storageDir: string;
  readonly url: string;
  readonly server: Part;
  readonly workers: readonly Part[];
  readonly database: EmbeddedConnection;
  /** undefined where this machine does not let us mount one. */
  readonly disk: Disk | undefined;
  command(args: readonly string[], env?: Environment): RunningCommand;
  /** Process ids of the postmaster and its children. */
  postgres(): Promise<number[]>;
  /** On a connection of its own, which must not outlive it. */
  ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
  remove(): Promise<void>;
}

/** Twice what a stop may take. */
const STOP_LIMIT_MS = 60_000;

export async function createWorld({ diskMegabytes }: { diskMegabytes: number }): Promise<World> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-chaos-'));
  // PostgreSQL, under a user of its own when this runs as root, has to get into the data folder.
  await chmod(dir, 0o755);
  const dataDir = path.join(dir, 'data');
  const mountDir = path.join(dir, 'disk');
  await mkdir(mountDir);
  const disk = await mountDisk(mountDir, diskMegabytes);
  const storageDir = path.join(mountDir, 'files');
  const port = await freePort();
  const env = {
    ...environmentOf(dir, ''),
    WAYBILL_STORAGE_URL: storageDir,
    WAYBILL_LIMITS: 'open',
    WAYBILL_RUN_WAIT: '100ms',
    WAYBILL_LOG_LEVEL: 'warn',
  };
  const command = (args: readonly string[], more: Environment = {}): RunningCommand =>
    launch(args, { dir, env: { ...env, ...more } });
  const server = createPart('server', () => command(['serve', '--json', '--port', String(port)]));
  const workers = ['worker 1', 'worker 2'].map((name) =>
    createPart(name, () => command(['worker', '--json'])),
  );
  server.start();
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (!server.isUp()) throw new Error(`the server did not start: ${server.said()}`);
    return fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  });
  const joined = await openEmbeddedPostgres({ dataDir });
  const database = joined.connection;
  await joined.close();
  return {
    dir,
    dataDir,
    storageDir,
    url,
    server,
    workers,
    database,
    disk,
    command,
    async postgres() {
      const [postmaster] = await findPostmasters(dir);
      return postmaster === undefined ? [] : [postmaster, ...(await childrenOf(postmaster))];
    },
    async ask<Row extends pg.QueryResultRow>(statement: string) {
      const client = new pg.Client({ ...database, application_name: 'chaos' });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query<Row>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    async remove() {
      for (const part of [server, ...workers]) await part.kill();
      for (const postmaster of await findPostmasters(dir)) process.kill(postmaster, 'SIGKILL');
      await until(async () => (await findPostmasters(dir)).length === 0);
      await disk?.remove();
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function createPart(name: string, begin: () => RunningCommand): Part {
  let running: RunningCommand | undefined;
  let said = '';
  let isReady = false;
  const isUp = (): boolean => running?.child.exitCode === null && running.child.signalCode === null;
  const signal = (which: NodeJS.Signals): void => {
    if (isUp()) process.kill(-running!.child.pid!, which);
  };
  return {
    name,
    isUp,
    isReady: () => isReady,
    start() {
      if (isUp()) return;
      running = begin();
      isReady = false;
      running.child.stdout?.once('data', () => (isReady = true));
      running.child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    },
    async kill() {
      if (running === undefined) return;
      killGroup(running.child);
      await running.result;
    },
    async stop() {
      if (!isUp()) return 0;
      running!.child.kill('SIGTERM');
      const ended = await Promise.race([running!.result, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
      if (ended !== undefined) return ended.code;
      killGroup(running!.child);
      return null;
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    said: () => said,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
