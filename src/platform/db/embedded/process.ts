import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** Sends a signal; false when there is no such process (any more). */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Gone, or ended but not yet waited for by whoever started it, which may be a process that is not this one. */
export async function hasEnded(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  if (process.platform !== 'linux') return false;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}

/** The folder that a process works in; undefined when it is gone, or another user's. Linux only. */
export async function workingDirOf(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

/** The process that started another one, or that took it over when that was gone. Linux only. */
export async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // pid (name) state parent: the name may hold anything.
  const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isInteger(parent) ? parent : undefined;
}

/** `<name>.tmp-<pid>-…`: what a process works on before it renames it into place. */
export function temporaryName(name: string): string {
  return `${name}.tmp-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
}

const TEMPORARY = /\.tmp-(\d+)-/;

/** Removes the temporary folders and files of processes that were killed at work. */
export async function removeLeftovers(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = Number(TEMPORARY.exec(name)?.[1]);
    const entry = path.join(dir, name);
    if (!(pid > 0) || (isAlive(pid) && !(await isOfAnEarlierProcess(pid, entry)))) continue;
    // The initdb of a killed process may still be at work in it; with its files gone it gives up.
    await rm(entry, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** In a container a process has the same id at every start. */
async function isOfAnEarlierProcess(pid: number, entry: string): Promise<boolean> {
  if (pid !== process.pid) return false;
  const startedAt = Date.now() - process.uptime() * 1_000;
  return stat(entry).then(
    ({ mtimeMs }) => mtimeMs < startedAt,
    () => false,
  );
}
