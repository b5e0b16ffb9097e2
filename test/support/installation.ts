import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { login, type Api } from './api-client.ts';
import {
  environmentOf,
  killGroup,
  launch,
  OTHER_WORKSPACE_ID,
  PASSWORD,
  watch,
  WORKSPACE_ID,
  type CommandResult,
  type Environment,
  type RunningCommand,
  type TestServer,
} from './launch.ts';
import { createOutsideDatabase, installedDatabase } from './outside-database.ts';

export * from './launch.ts';

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
  /** Starts `waybill …` on this database and data folder; see `LaunchSettings` for `through`. */
  start(args: readonly string[], env?: Environment, through?: readonly string[]): RunningCommand;
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

  function start(
    args: readonly string[],
    env: Environment = {},
    through: readonly string[] = [],
  ): RunningCommand {
    const running = launch(args, { dir, env: { ...environment, ...env }, through });
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

/** Starts and stops `serve` on an empty database. */
async function install(databaseUrl: string): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-acceptance-'));
  const child = launch(['serve', '--json', '--port', '0'], { dir, env: environmentOf(dir, databaseUrl) });
  const server = await watch(child);
  const code = await server.stop();
  await rm(dir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`serve ended with ${code ?? 'a signal'}: ${server.output()}`);
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
