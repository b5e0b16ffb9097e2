import { spawn } from 'node:child_process';
import { chown, lstat, mkdtemp, open, readdir, readFile, rm, rmdir, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { canEnter, type Location } from './location.ts';
import { hasEnded, isAlive, parentOf, signal, workingDirOf } from './process.ts';

/** Large hash tables and sorts in huge pages, where Linux gives them to whoever asks: they save a sixth of a large export's processor time. */
const HUGE_PAGES = 'glibc.malloc.hugetlb=1';
/** Only the name of the socket: there is no TCP. */
export const PORT = 5432;
/** sockaddr_un takes 107 bytes; the rest is for the socket's own name. */
const MAX_SOCKET_PATH_BYTES = 100;
const TEMPORARY_SOCKET_DIR = 'waybill-socket-';
const MAX_LOG_BYTES = 10_000_000;
const LOG_LINES_SHOWN = 15;
const FAST_SHUTDOWN_LIMIT_MS = 30_000;
const POLL_EVERY_MS = 15;

/** What is needed to run the server of a data folder. */
export interface ServerFiles {
  readonly location: Location;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  /** false: nothing survives a power cut. */
  readonly durable: boolean;
}

export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

/** One try to start the server. */
export interface StartAttempt {
  hasEnded(): boolean;
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, listen addresses, shared memory, state. */
async function readPidFile({ dir }: Cluster): Promise<Postmaster | undefined> {
  const text = await readTextIfThere(path.join(dir, 'postmaster.pid'));
  const [pid = '', , , , socketDir = '', , , state = ''] = text.split('\n').map((line) => line.trim());
  return Number(pid) > 0 ? { pid: Number(pid), socketDir, isReady: state === 'ready' } : undefined;
}

/** The server that runs on a cluster, whoever started it. Clears away a pid file that PostgreSQL would take for one. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const found = await readPidFile(cluster);
  // A pid file whose process is gone is removed by the next PostgreSQL itself.
  if (found === undefined || !isAlive(found.pid)) return undefined;
  if (await isPostgresOn(found.pid, cluster.dir)) return found;
  // The number belongs to another program by now, for which PostgreSQL would refuse to start for ever. Looked at twice: a
  // server that starts at this moment has written its own file.
  if ((await readPidFile(cluster))?.pid !== found.pid) return undefined;
  await rm(path.join(cluster.dir, 'postmaster.pid'), { force: true });
  // Of a data folder that was copied the file names the socket of the original, whose server may live; the lock was copied too.
  for (const socketDir of new Set([found.socketDir, path.dirname(cluster.dir)]))
    await removeStaleLock(socketDir, found.pid);
  return undefined;
}

/** The lock of a socket, when it names a process that is no server with this socket. */
async function removeStaleLock(socketDir: string, pid: number): Promise<void> {
  const socketLock = path.join(socketDir, `.s.PGSQL.${PORT}.lock`);
  if (Number.parseInt(await readTextIfThere(socketLock), 10) !== pid) return;
  if (!(await isPostgresOn(pid, socketSetting(socketDir)))) await rm(socketLock, { force: true });
}

const socketSetting = (socketDir: string): string => `unix_socket_directories=${socketDir}`;

async function readTextIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
}

/** Whether a process is a PostgreSQL that was started with this. On Linux it tells; elsewhere the pid file is believed. */
async function isPostgresOn(pid: number, word: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = commandLine.split('\0');
  return path.basename(words[0] ?? '') === 'postgres' && words.includes(word);
}

/** What PostgreSQL calls its processes other than the first. */
const CHILD_TITLE = 'postgres: ';

/**
 * Ends the processes that a killed server has left on a cluster. Most notice by themselves; one that computes goes on until its statement
 * ends, for minutes or hours, and no new server starts before. What they have written of it is undone by recovery, as after any crash.
 */
export async function endOrphans({ dir }: Cluster): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!(pid > 0) || (await workingDirOf(pid)) !== dir) continue;
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const parent = await parentOf(pid);
    const isOrphan = parent !== undefined && (await workingDirOf(parent)) !== dir;
    if (title.startsWith(CHILD_TITLE) && isOrphan) signal(pid, 'SIGKILL');
  }
}

/**
 * Starts the server and does not wait for it. When another process starts one at the same moment, PostgreSQL's own lock lets
 * one of the two live.
 * @param formerSocketDir where it was before, for clients that go on with the address they have
 */
export async function startPostmaster(
  files: ServerFiles,
  formerSocketDir: string | undefined,
): Promise<StartAttempt> {
  const { location, binaries, cluster, durable } = files;
  const socketDir = await chooseSocketDir(
    location,
    formerSocketDir ?? (await readPidFile(cluster))?.socketDir,
  );
  const settings = {
    listen_addresses: '',
    port: PORT,
    unix_socket_permissions: '0700',
    max_connections: 120,
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'off',
    dynamic_shared_memory_type: 'posix',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const args = [
    '-D',
    cluster.dir,
    ...['-c', socketSetting(socketDir)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = await openLog(location);
  try {
    const child = spawn(path.join(binaries.dir, 'bin/postgres'), args, {
      cwd: location.dir,
      env: { LC_ALL: 'C', TZ: 'UTC', GLIBC_TUNABLES: HUGE_PAGES },
      // A session of its own: Ctrl-C in the terminal is for Waybill, which stops the server when its work is done.
      detached: true,
      stdio: ['ignore', 'ignore', log.fd],
      ...location.runAs,
    });
    let ended = false;
    const onEnd = () => {
      ended = true;
      void removeSocketDir(socketDir);
    };
    child.once('exit', onEnd);
    child.once('error', onEnd);
    child.unref();
    return { hasEnded: () => ended };
  } finally {
    await log.close();
  }
}

async function openLog({ dir }: Location): ReturnType<typeof open> {
  const logFile = path.join(dir, 'server.log');
  const logged = await stat(logFile).catch(() => undefined);
  if (logged !== undefined && logged.size > MAX_LOG_BYTES) await truncate(logFile);
  return open(logFile, 'a', 0o600);
}

/** The last lines that the server wrote. */
export async function readLogTail({ dir }: Location): Promise<string> {
  const log = await readTextIfThere(path.join(dir, 'server.log'));
  return log.trimEnd().split('\n').slice(-LOG_LINES_SHOWN).join('\n');
}

/** The folder of the data, or where its path is too long for a socket one with a short name. */
async function chooseSocketDir({ dir, runAs }: Location, former: string | undefined): Promise<string> {
  if (Buffer.byteLength(path.join(dir, `.s.PGSQL.${PORT}.lock`)) <= MAX_SOCKET_PATH_BYTES) return dir;
  const uid = runAs?.uid ?? process.getuid?.();
  const entry = former === undefined ? undefined : await lstat(former).catch(() => undefined);
  if (former !== undefined && entry?.isDirectory() === true && entry.uid === uid) return former;
  const parent = runAs === undefined || (await canEnter(tmpdir(), runAs)) ? tmpdir() : '/tmp';
  const socketDir = await mkdtemp(path.join(parent, TEMPORARY_SOCKET_DIR));
  if (runAs !== undefined) await chown(socketDir, runAs.uid, runAs.gid);
  return socketDir;
}

/** Stays when a server still has its socket in it. */
async function removeSocketDir(socketDir: string): Promise<void> {
  if (path.basename(socketDir).startsWith(TEMPORARY_SOCKET_DIR))
    await rmdir(socketDir).catch(() => undefined);
}

/** Stops the server of a cluster, if one runs, and waits until it is gone. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster);
  if (running === undefined) return;
  // SIGINT is PostgreSQL's fast shutdown: connections are cut, everything is written. SIGQUIT leaves recovery to the next start.
  signal(running.pid, 'SIGINT');
  const deadline = Date.now() + FAST_SHUTDOWN_LIMIT_MS;
  while (!(await hasEnded(running.pid))) {
    if (Date.now() > deadline) signal(running.pid, 'SIGQUIT');
    await wait(POLL_EVERY_MS);
  }
  await removeSocketDir(running.socketDir);
}
