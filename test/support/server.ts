import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type pg from 'pg';
import { login, type Api } from './api-client.ts';
import { createTestDatabase } from './database.ts';
import { PROJECT_DIR } from './processes.ts';

/** Who is there from the start. */
export const ADMIN_EMAIL = 'admin@example.test';
export const PASSWORD = 'correct horse battery staple';
export const WORKSPACE_ID = 100_200_300;
export const OTHER_WORKSPACE_ID = 400_500_600;

type Environment = Readonly<Record<string, string>>;

/** A command's end. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly result: Promise<CommandResult>;
}

/** `waybill serve` as a process of its own. */
export interface TestServer {
  readonly url: string;
  /** What it wrote to standard output and standard error until now. */
  output(): string;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface NewTestUser {
  readonly email: string;
  readonly role?: 'member' | 'administrator';
  readonly workspaceId?: number;
}

/** A database and a data folder of their own, for the processes of one test file. */
export interface Installation {
  readonly dir: string;
  readonly databaseUrl: string;
  /** Starts `waybill serve` and waits until it is ready. The first one makes {@link WORKSPACE_ID} and {@link ADMIN_EMAIL}. */
  serve(flags?: readonly string[], env?: Environment): Promise<TestServer>;
  /** Starts `waybill …` on this database and data folder. */
  start(args: readonly string[], env?: Environment): RunningCommand;
  /** The same, and waits for its end. */
  run(args: readonly string[], env?: Environment): Promise<CommandResult>;
  /** Looks at, or breaks, what the product keeps. */
  query<Row extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Keeps everybody from a table, so that a run that reads it stays RUNNING, until the returned function is called. */
  lock(table: string): Promise<() => Promise<void>>;
  /** A user with {@link PASSWORD}, made as the administrator's twin: `user add` costs a second of CPU for each. */
  addUser(user: NewTestUser): Promise<void>;
  /** {@link OTHER_WORKSPACE_ID}. */
  addOtherWorkspace(): Promise<void>;
  remove(): Promise<void>;
}

/** A third of the CPU time that a command takes to start; for the next command of any file. */
const COMPILE_CACHE = path.join(PROJECT_DIR, 'node_modules/.cache/waybill-compiled');

/** What a child needs of this machine; settings of whoever runs the tests stay outside. */
const MACHINE: Environment = { PATH: process.env['PATH'] ?? '' };

export async function createInstallation(): Promise<Installation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-acceptance-'));
  const database = await createTestDatabase();
  const databaseUrl = urlOf(database.connection);
  const environment: Environment = {
    ...MACHINE,
    DATABASE_URL: databaseUrl,
    WAYBILL_DATA: path.join(dir, 'data'),
    WAYBILL_ADMIN_EMAIL: ADMIN_EMAIL,
    WAYBILL_ADMIN_PASSWORD: PASSWORD,
    WAYBILL_WORKSPACE_ID: String(WORKSPACE_ID),
    WAYBILL_WORKERS: '1',
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  };
  const started: ChildProcess[] = [];

  function start(args: readonly string[], env: Environment = {}): RunningCommand {
    const child = spawn(process.execPath, [path.join(PROJECT_DIR, 'src/main.ts'), ...args], {
      cwd: dir,
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const result = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
      ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
    );
    return { child, result };
  }

  async function query<Row extends pg.QueryResultRow>(
    statement: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await database.pool.query<Row>(statement, [...values])).rows;
  }

  return {
    dir,
    databaseUrl,
    start,
    query,
    run: (args, env) => start(args, env).result,
    async serve(flags = [], env = {}) {
      return watch(start(['--json', 'serve', '--port', '0', ...flags], env));
    },
    async lock(table) {
      const client = await database.pool.connect();
      await client.query(`BEGIN; LOCK TABLE ${client.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`);
      return async () => {
        await client.query('ROLLBACK');
        client.release();
      };
    },
    async addUser({ email, role = 'member', workspaceId = WORKSPACE_ID }) {
      await query(
        `WITH account AS (
           INSERT INTO accounts (email, password_hash) SELECT $1, password_hash FROM accounts WHERE email = $2
           ON CONFLICT (fold(email)) DO UPDATE SET email = excluded.email RETURNING id
         )
         INSERT INTO users (workspace_id, guid, email, full_name, account_id, role)
         SELECT $3, $4, $1, $5, id, $6 FROM account`,
        [email, ADMIN_EMAIL, workspaceId, randomBytes(10).toString('hex').toUpperCase(), nameOf(email), role],
      );
    },
    async addOtherWorkspace() {
      await query('INSERT INTO workspaces (id, name) VALUES ($1, $2)', [OTHER_WORKSPACE_ID, 'Elsewhere']);
    },
    async remove() {
      // What a failed test left running must not outlive it.
      for (const child of started)
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** `first.last@…` → `First Last`. */
export function nameOf(email: string): string {
  const words = email.split('@', 1)[0]!.split('.');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** A session of one of the installation's users. */
export function loginAs(server: TestServer, email: string, workspaceId?: number): Promise<Api> {
  return login(server.url, { email, password: PASSWORD, ...(workspaceId !== undefined && { workspaceId }) });
}

/** Waits for the document in which `serve --json` tells its URL. */
async function watch({ child, result }: RunningCommand): Promise<TestServer> {
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /"url": "([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    result.then(({ code }) => reject(new Error(`serve ended with ${code ?? 'a signal'}: ${output}`)), reject);
  });
  return {
    url,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      return (await result).code;
    },
  };
}

function urlOf(connection: pg.ClientConfig): string {
  if (connection.connectionString !== undefined) return connection.connectionString;
  const { host = '', port = 5432, user = '', password, database = '' } = connection;
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(String(password))}`;
  // A host that is a folder is the folder of a unix socket.
  return host.startsWith('/')
    ? `postgres://${credentials}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${credentials}@${host}:${port}/${database}`;
}
