import { spawn } from 'node:child_process';
import { mkdtemp, chown, open, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { messageOf, OperatorError } from '../../../kernel/errors.ts';
import { connectAlone, type ConnectionSettings } from '../database.ts';
import { prepareBinaries, removeOldBinaries, type Binaries } from './binaries.ts';
import { isAlive, prepareCluster, SUPERUSER, type Cluster } from './cluster.ts';
import { prepareLocation, type Location } from './location.ts';

/** Held by every Waybill process on the server, shared; who gets it alone is the last one. */
const PRESENCE_LOCK = 5_817_340_002;
const DATABASE = 'postgres';
const PORT = 5432;
/** sockaddr_un takes 107 bytes; the rest is for the socket's own name. */
const MAX_SOCKET_PATH_BYTES = 100;
const START_LIMIT_MS = 60_000;
const POLL_EVERY_MS = 15;
const FAST_SHUTDOWN_LIMIT_MS = 30_000;
const MAX_LOG_BYTES = 10_000_000;

export interface EmbeddedPostgres {
  readonly connection: ConnectionSettings;
  /** What opening had to do. */
  readonly startup: 'created' | 'started' | 'attached';
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
 */
export async function openEmbeddedPostgres({ dataDir, durable = true, onLog = () => undefined }: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const location = await prepareLocation(dataDir);
  const binaries = await prepareBinaries(location);
  const cluster = await prepareCluster(location, binaries, durable);
  const deadline = Date.now() + START_LIMIT_MS;
  let startup: EmbeddedPostgres['startup'] = 'attached';
  for (;;) {
    const running = await findPostmaster(cluster);
    if (running === undefined) {
      await startPostmaster({ location, binaries, cluster, durable });
      startup = cluster.isNew ? 'created' : 'started';
    }
    const connection = await waitUntilReady(cluster, deadline, location);
    const keeper = connection && (await join(connection));
    if (connection !== undefined && keeper !== undefined) {
      await removeOldBinaries(location, binaries);
      onLog(`embedded PostgreSQL ${binaries.version}: ${startup}`);
      return { connection, startup, close: () => leave(keeper, cluster) };
    }
    // It stopped just as we came: its last user left. Begin again.
    if (Date.now() > deadline) throw await startFailure(location, 'it did not answer within 60 s');
  }
}

interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, listen addresses, shared memory, state. */
async function findPostmaster({ dir }: Cluster): Promise<Postmaster | undefined> {
  const pidFile = path.join(dir, 'postmaster.pid');
  const text = await readPidFile(pidFile);
  const [pidLine = '', , , , socketDir = '', , , state = ''] = text.split('\n').map((line) => line.trim());
  const pid = Number(pidLine);
  // A pid file whose process is gone is removed by the next PostgreSQL itself.
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  if (await isPostgresOn(pid, dir)) return { pid, socketDir, isReady: state === 'ready' };
  // The number belongs to another program by now, for which PostgreSQL would refuse to start for ever. Looked at twice: a
  // server that starts at this moment has written its own file.
  if ((await readPidFile(pidFile)) === text) await rm(pidFile, { force: true });
  return undefined;
}

function readPidFile(pidFile: string): Promise<string> {
  return readFile(pidFile, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
}

/** On Linux a process tells what it is; elsewhere the pid file is believed. */
async function isPostgresOn(pid: number, dir: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = commandLine.split('\0');
  return path.basename(words[0] ?? '') === 'postgres' && words.includes(dir);
}

interface StartRequest {
  readonly location: Location;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly durable: boolean;
}

async function startPostmaster({ location, binaries, cluster, durable }: StartRequest): Promise<void> {
  const settings = {
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: await chooseSocketDir(location),
    unix_socket_permissions: '0700',
    max_connections: 120,
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    dynamic_shared_memory_type: 'posix',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const logFile = path.join(location.dir, 'server.log');
  const logged = await stat(logFile).catch(() => undefined);
  if (logged !== undefined && logged.size > MAX_LOG_BYTES) await truncate(logFile);
  const log = await open(logFile, 'a', 0o600);
  try {
    const args = ['-D', cluster.dir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const child = spawn(path.join(binaries.dir, 'bin/postgres'), args, {
      cwd: location.dir,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // A session of its own: Ctrl-C in the terminal is for Waybill, which stops the server when its work is done.
      detached: true,
      stdio: ['ignore', 'ignore', log.fd],
      ...location.runAs,
    });
    child.once('error', () => undefined);
    child.unref();
  } finally {
    await log.close();
  }
}

async function chooseSocketDir({ dir, runAs }: Location): Promise<string> {
  if (Buffer.byteLength(path.join(dir, `.s.PGSQL.${PORT}.lock`)) <= MAX_SOCKET_PATH_BYTES) return dir;
  const socketDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  if (runAs !== undefined) await chown(socketDir, runAs.uid, runAs.gid);
  return socketDir;
}

/** The way in as soon as the server lets somebody in; undefined when it went away meanwhile. */
async function waitUntilReady(cluster: Cluster, deadline: number, location: Location): Promise<ConnectionSettings | undefined> {
  const notBefore = Date.now() + 2_000;
  while (Date.now() < deadline) {
    const running = await findPostmaster(cluster);
    if (running?.isReady === true) {
      return { host: running.socketDir, port: PORT, user: SUPERUSER, password: cluster.password, database: DATABASE };
    }
    // Nobody has written a pid file for two seconds: this start failed, or another one's server has stopped.
    if (running === undefined && Date.now() > notBefore) return undefined;
    await wait(POLL_EVERY_MS);
  }
  throw await startFailure(location, 'it was not ready within 60 s');
}

/** A connection that holds the presence lock; undefined when the server is going down. */
async function join(connection: ConnectionSettings): Promise<pg.Client | undefined> {
  try {
    const keeper = await connectAlone(connection, 'waybill presence');
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    return keeper;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new OperatorError(`The embedded PostgreSQL refuses its password: ${messageOf(error)}`);
    await wait(POLL_EVERY_MS);
    return undefined;
  }
}

async function leave(keeper: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await keeper.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await keeper.query<{ isLast: boolean }>('SELECT pg_try_advisory_lock($1) AS "isLast"', [PRESENCE_LOCK]);
    if (rows[0]?.isLast === true) await stopPostmaster(cluster);
  } finally {
    await keeper.end();
  }
}

async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster);
  if (running === undefined) return;
  // SIGINT is PostgreSQL's fast shutdown: connections are cut, everything is written. SIGQUIT leaves recovery to the next start.
  process.kill(running.pid, 'SIGINT');
  const deadline = Date.now() + FAST_SHUTDOWN_LIMIT_MS;
  while (isAlive(running.pid) && !(await isZombie(running.pid))) {
    if (Date.now() > deadline) process.kill(running.pid, 'SIGQUIT');
    await wait(POLL_EVERY_MS);
  }
  if (running.socketDir.startsWith(path.join(tmpdir(), 'waybill-'))) await rm(running.socketDir, { recursive: true, force: true });
}

/** Ended, but not waited for by whoever started it, which may be a process that is not this one. */
async function isZombie(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}

async function startFailure({ dir }: Location, what: string): Promise<OperatorError> {
  const log = await readFile(path.join(dir, 'server.log'), 'utf8').catch(() => '');
  return new OperatorError(`The embedded PostgreSQL did not start: ${what}.\n${log.split('\n').slice(-15).join('\n')}`);
}
