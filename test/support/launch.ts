import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

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
export const LAUNCH = [path.join(TESTED_DIR, 'scripts/run.mjs'), 'src/main.ts'];
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

/** Settings of whoever runs the tests stay outside, but for what a child needs of this machine and the limits under test. */
export function environmentOf(dir: string, databaseUrl: string): Environment {
  return {
    PATH: process.env['PATH'] ?? '',
    // As npm sets it: then the launcher ends the command when the process that started it is gone, however it went.
    npm_command: 'run-script',
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    DATABASE_URL: databaseUrl,
    // Nobody's login but those of the tests.
    XDG_CONFIG_HOME: path.join(dir, 'config'),
    WAYBILL_DATA: path.join(dir, 'data'),
    WAYBILL_ADMIN_EMAIL: ADMIN_EMAIL,
    WAYBILL_ADMIN_PASSWORD: PASSWORD,
    WAYBILL_WORKSPACE_ID: String(WORKSPACE_ID),
    WAYBILL_WORKERS: '1',
    WAYBILL_LIMITS: process.env['WAYBILL_TEST_LIMITS'] ?? 'open',
  };
}

export interface LaunchSettings {
  readonly dir: string;
  readonly env: Environment;
  /** A program, with its arguments, that is given the command to execute: it takes rights away, say. */
  readonly through?: readonly string[];
}

/** Starts `waybill …` as a process of its own. */
export function launch(args: readonly string[], { dir, env, through = [] }: LaunchSettings): RunningCommand {
  const [program = process.execPath, ...rest] = [...through, process.execPath, ...LAUNCH, ...args];
  // A group of its own, so that a launcher that has to be killed takes its command with it.
  const child = spawn(program, rest, {
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

/** What a failed test left running must not outlive it. */
export function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

/** Waits for the document in which `serve --json` tells its URL. */
export async function watch({ child, result }: RunningCommand): Promise<TestServer> {
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
