import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { login, type Api } from './api-client.ts';
import { createOutsideDatabase, installedDatabase } from './outside-database.ts';

/** Who is there from the start. */
export const ADMIN_EMAIL = 'admin@example.test';
export const PASSWORD = 'correct horse battery staple';
export const WORKSPACE_ID = 100_200_300;
export const OTHER_WORKSPACE_ID = 400_500_600;

/** What is tested: this checkout, or another one, such as a fresh clone. */
export const TESTED_DIR = path.resolve(
  process.env['WAYBILL_TEST_PROJECT'] ?? path.join(import.meta.dirname, '../..'),
);
/** Package.json's `waybill`; with `serve` it is its `start`. */
const LAUNCH = [path.join(TESTED_DIR, 'scripts/run.mjs'), 'src/main.ts'];
/** A third of the CPU time that a command takes to start; for the next command of any file. */
const COMPILE_CACHE = path.join(TESTED_DIR, 'node_modules/.cache/waybill-compiled');

export type Environment = Readonly<Record<string, string>>;

/** A command's end. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  /** The launcher, which hands signals on to the command and ends as it ends. */
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
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface NewTestUser {
  readonly email: string;
  readonly role?: 'member' | 'administrator';
  readonly workspaceId?: number;
}

/** A database and a data folder of their own, for the processes of one test file. */
export interface Installation {
  /** Where commands run; the data folder is `data` in it. */
  readonly dir: string;
  readonly databaseUrl: string;
  /** Starts `waybill serve` and waits until it is ready. The first one makes {@link WORKSPACE_ID} and {@link ADMIN_EMAIL}. */
  serve(flags?: readonly string[], env?: Environment): Promise<TestServer>;
  /** Starts `waybill …` on this database and data folder. */
  start(args: readonly string[], env?: Environment): RunningCommand;
  /** The same, and waits for its end. */
  run(args: readonly string[], env?: Environment): Promise<CommandResult>;
  /** `waybill user add`: a user with {@link PASSWORD}. */
  addUser(user: NewTestUser): Promise<void>;
  /** `waybill workspace add`: {@link OTHER_WORKSPACE_ID}. */
  addOtherWorkspace(): Promise<void>;
  /** Writes files, by their names, below a new folder and gives its path. */
  write(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<string>;
  remove(): Promise<void>;
}

/** Settings of whoever runs the tests stay outside, but for what a child needs of this machine and the limits under test. */
function environmentOf(dir: string, databaseUrl: string): Environment {
  return {
    PATH: process.env['PATH'] ?? '',
    // As npm sets it: then the launcher ends the command when the process that started it is gone, however it went.
    npm_command: 'run-script',
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    DATABASE_URL: databaseUrl,
    WAYBILL_DATA: path.join(dir, 'data'),
    WAYBILL_ADMIN_EMAIL: ADMIN_EMAIL,
    WAYBILL_ADMIN_PASSWORD: PASSWORD,
    WAYBILL_WORKSPACE_ID: String(WORKSPACE_ID),
    WAYBILL_WORKERS: '1',
    WAYBILL_LIMITS: process.env['WAYBILL_TEST_LIMITS'] ?? 'open',
  };
}

/**
 * An installation with {@link WORKSPACE_ID} and {@link ADMIN_EMAIL}, a copy of one that `serve` has made: the first start costs a core some
 * four seconds. A new one, for those who look at the first start, is one in which nothing has been started yet.
 */
export async function createInstallation({ isNew = false } = {}): Promise<Installation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-acceptance-'));
  const database = await createOutsideDatabase(isNew ? undefined : await installedDatabase(install));
  const environment = environmentOf(dir, database.url);
  const started: ChildProcess[] = [];
  const passwordFile = path.join(dir, 'password-of-users');
  await writeFile(passwordFile, `${PASSWORD}\n`);

  function start(args: readonly string[], env: Environment = {}): RunningCommand {
    const running = launch(args, { dir, env: { ...environment, ...env } });
    started.push(running.child);
    return running;
  }

  /** A command that has to succeed. */
  async function succeed(...args: readonly string[]): Promise<void> {
    const { code, stderr } = await start(args).result;
    if (code !== 0) throw new Error(`waybill ${args.join(' ')} ended with ${code ?? 'a signal'}: ${stderr}`);
  }

  return {
    dir,
    databaseUrl: database.url,
    start,
    run: (args, env) => start(args, env).result,
    serve: (flags = [], env = {}) => watch(start(['serve', '--json', '--port', '0', ...flags], env)),
    async addUser({ email, role = 'member', workspaceId = WORKSPACE_ID }) {
      const who = ['--workspace', String(workspaceId), '--email', email, '--name', nameOf(email)];
      await succeed('user', 'add', ...who, '--role', role, '--password-file', passwordFile);
    },
    addOtherWorkspace: () =>
      succeed('workspace', 'add', '--id', String(OTHER_WORKSPACE_ID), '--name', 'Elsewhere'),
    async write(folder, files) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(dir, folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      return path.join(dir, folder);
    },
    async remove() {
      for (const child of started) killGroup(child);
      await database.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function launch(
  args: readonly string[],
  { dir, env }: { readonly dir: string; readonly env: Environment },
): RunningCommand {
  // A group of its own, so that a launcher that has to be killed takes its command with it.
  const child = spawn(process.execPath, [...LAUNCH, ...args], {
    cwd: dir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const result = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
  );
  return { child, result };
}

/** Starts and stops `serve` on an empty database. */
async function install(databaseUrl: string): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-acceptance-'));
  const child = launch(['serve', '--json', '--port', '0'], { dir, env: environmentOf(dir, databaseUrl) });
  const server = await watch(child);
  const code = await server.stop();
  await rm(dir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`serve ended with ${code ?? 'a signal'}: ${server.output()}`);
}

/** What a failed test left running must not outlive it. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

/** `first.last@…` → `First Last`. */
export function nameOf(email: string): string {
  const words = email.split('@', 1)[0]!.split('.');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** A session of one of the installation's users. */
export function loginAs(server: { url: string }, email: string, workspaceId?: number): Promise<Api> {
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
    async kill() {
      killGroup(child);
      await result;
    },
  };
}
