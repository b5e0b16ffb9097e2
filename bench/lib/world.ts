import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  openEmbeddedPostgres,
  type EmbeddedConnection,
} from '../../src/platform/db/embedded/embedded-postgres.ts';

const execute = promisify(execFile);

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Of everything that is made once. */
export const DATA_DIR = path.join(ROOT, 'bench/.data');
const MAIN = path.join(ROOT, 'src/main.ts');
const NODE = JSON.parse(readFileSync(path.join(ROOT, 'scripts/launch/node.json'), 'utf8')) as {
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};
/** As `npm start` has them. */
export const NODE_FLAGS = NODE.flags;
export const NODE_ENVIRONMENT = {
  ...NODE.environment,
  NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/waybill'),
};
const ADMIN = { email: 'admin@example.test', password: 'bench bench bench bench' } as const;
const WORKSPACE_ID = 100_200_300;

/** Records that are made once. `tenth` is for the question what grows with size, `small` for a quick check, `empty` and the runs are for what makes its own. */
const ITEMS = {
  large: 500_000,
  tenth: 50_000,
  small: 20_000,
  empty: 0,
  runs: 0,
  'runs-small': 0,
  import: 0,
  files: 0,
  'files-tenth': 0,
  'files-small': 0,
} as const;
export type WorldName = keyof typeof ITEMS;

/** What a call sends besides the session. */
interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An installation with `waybill serve` running on it, and PostgreSQL's own client beside it. */
export interface World {
  readonly name: WorldName;
  readonly url: string;
  readonly dir: string;
  /** Of the Node process. */
  readonly pid: number;
  readonly connection: EmbeddedConnection;
  /** Calls with an administrator's session; throws at 400 and above. */
  call<Body>(method: string, path: string, sent?: Sent): Promise<Body>;
  /** Reads an answer to its end; gives its size in bytes. */
  download(path: string): Promise<number>;
  /** The session token. */
  readonly token: string;
  /** psql with one connection: commands one after the other. */
  psql(commands: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Settings that a benchmark may need otherwise. */
export type WorldSettings = Readonly<Record<string, string>>;

export async function openWorld(
  name: WorldName,
  note: (text: string) => void,
  settings: WorldSettings = {},
): Promise<World> {
  const dir = path.join(DATA_DIR, name);
  const environment = {
    ...process.env,
    ...NODE_ENVIRONMENT,
    WAYBILL_ADMIN_EMAIL: ADMIN.email,
    WAYBILL_ADMIN_PASSWORD: ADMIN.password,
    WAYBILL_WORKSPACE_ID: String(WORKSPACE_ID),
    WAYBILL_DATA: dir,
    // What other benchmarks have left behind is not read again meanwhile.
    WAYBILL_SCRUB_EVERY: 'none',
    ...settings,
  };
  await prepare({ name, dir, environment, note });
  const server = spawn(process.execPath, [...NODE_FLAGS, MAIN, 'serve', '--port', '0', '--json'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlOf(server);
  const postgres = await openEmbeddedPostgres({ dataDir: dir });
  const { connection } = postgres;
  const token = await login(url);
  return {
    name,
    url,
    dir,
    pid: server.pid ?? 0,
    connection,
    token,
    call: (method, target, sent = {}) => call({ url, token, method, target, ...sent }),
    async download(target) {
      const response = await fetch(url + target, { headers: { arena_session_id: token } });
      if (!response.ok) throw new Error(`GET ${target} was answered ${response.status}`);
      return (await response.arrayBuffer()).byteLength;
    },
    psql: (commands) => psql(connection, commands),
    async stop() {
      if (server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await postgres.close();
    },
  };
}

/** For a benchmark that needs a new one each time. It has been stopped. */
export async function removeWorld(name: WorldName): Promise<void> {
  await rm(path.join(DATA_DIR, name), { recursive: true, force: true });
}

interface Preparation {
  readonly name: WorldName;
  readonly dir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly note: (text: string) => void;
}

/** Seeds beside and renames, so that an interrupted one is not taken for whole. */
async function prepare({ name, dir, environment, note }: Preparation): Promise<void> {
  const done = path.join(dir, 'seeded');
  if ((await readFile(done, 'utf8').catch(() => '')) !== '') return;
  await rm(dir, { recursive: true, force: true });
  await mkdir(DATA_DIR, { recursive: true });
  const items = ITEMS[name];
  if (items > 0) {
    note(`seeding ${items} items, once`);
    const seeding = spawn(process.execPath, [MAIN, 'seed', '--items', String(items)], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(seeding, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`seed ended with ${code ?? 'a signal'}`);
  }
  await mkdir(dir, { recursive: true });
  await writeFile(`${done}.new`, `${items} items\n`);
  await rename(`${done}.new`, done);
}

async function urlOf(server: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /"url": "([^"]+)"/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    server.once('exit', (code) => {
      reject(new Error(`serve ended with ${code ?? 'a signal'}: ${output}`));
    });
  });
}

async function login(url: string): Promise<string> {
  const body = { ...ADMIN };
  const { arenaSessionId } = await call<{ arenaSessionId: string }>({
    url,
    method: 'POST',
    target: '/v1/login',
    body,
  });
  return arenaSessionId;
}

interface Call {
  readonly url: string;
  readonly token?: string;
  readonly method: string;
  readonly target: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

async function call<Body>({ url, token, method, target, body, headers = {} }: Call): Promise<Body> {
  const response = await fetch(url + target, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token !== undefined && { arena_session_id: token }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${target} was answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

async function psql(
  { host, port, user, password, database }: EmbeddedConnection,
  commands: readonly string[],
): Promise<string> {
  const { stdout } = await execute(
    'psql',
    ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', ...commands.flatMap((command) => ['-c', command])],
    {
      env: {
        ...process.env,
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
        PGOPTIONS: '-c TimeZone=UTC -c DateStyle=ISO,YMD -c jit=off',
      },
      maxBuffer: 64 * 1_024 * 1_024,
    },
  );
  return stdout;
}
