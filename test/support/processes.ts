import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { EmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';

export const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');
const HOLDER = 'test/support/hold-postgres.ts';

export interface Holder extends Pick<EmbeddedPostgres, 'startup' | 'connection'> {
  /** Leaves the server in order; gives the exit code. */
  leave(): Promise<number | null>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface HolderSettings {
  readonly dataDir: string;
  readonly user?: { uid: number; gid: number };
  /** Another copy of the project. */
  readonly projectDir?: string;
}

/** Starts a process that opens a data folder's PostgreSQL and does not wait until it has. */
export function startHolder({ dataDir, user, projectDir = PROJECT_DIR }: HolderSettings): ChildProcess {
  const node = user === undefined ? process.execPath : path.join(projectDir, 'node');
  return spawn(node, [path.join(projectDir, HOLDER), dataDir], { stdio: 'pipe', cwd: projectDir, ...user });
}

/** A process that has a data folder's PostgreSQL open. Throws what it says when it fails. */
export async function holdPostgres(settings: HolderSettings): Promise<Holder> {
  const child = startHolder(settings);
  const problems = text(child.stderr!);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    exited.then(async () => Promise.reject(new Error(await problems))),
  ])) as [string];
  return {
    ...(JSON.parse(line) as Pick<EmbeddedPostgres, 'startup' | 'connection'>),
    async leave() {
      child.stdin!.end();
      return (await exited)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The postmasters that run on clusters below a folder. */
export async function findPostmasters(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const words = (await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).split('\0');
    const cluster = words[words.indexOf('-D') + 1] ?? '';
    if (path.basename(words[0] ?? '') === 'postgres' && cluster.startsWith(`${folder}/`))
      found.push(Number(name));
  }
  return found;
}

/** The processes of a group, such as a launcher's and its command's. */
export const membersOf = (group: number): Promise<number[]> => processesWith('group', group);
export const childrenOf = (parent: number): Promise<number[]> => processesWith('parent', parent);

async function processesWith(relation: 'parent' | 'group', pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // pid (name) state parent group: the name may hold anything.
    const [, parent, group] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    if ((relation === 'parent' ? parent : group) === pid) found.push(Number(name));
  }
  return found;
}

export async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** What a holder needs, in a folder that any user can read: the checkout may lie where only its owner may enter. */
export async function copyHolderProject(target: string): Promise<void> {
  for (const part of ['package.json', 'src/platform/db', 'src/kernel', HOLDER]) {
    await cp(path.join(PROJECT_DIR, part), path.join(target, part), { recursive: true });
  }
  await cp(process.execPath, path.join(target, 'node'));
  await copyPackages(['pg', 'kysely', `@embedded-postgres/${process.platform}-${process.arch}`], target);
}

async function copyPackages(names: readonly string[], target: string): Promise<void> {
  for (const name of names) {
    const source = path.join(PROJECT_DIR, 'node_modules', name);
    const copy = path.join(target, 'node_modules', name);
    if (await isThere(copy)) continue;
    await mkdir(path.dirname(copy), { recursive: true });
    await cp(source, copy, { recursive: true, verbatimSymlinks: true });
    const { dependencies = {} } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    await copyPackages(Object.keys(dependencies), target);
  }
}
