import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import { membersOf } from './processes.ts';

const run = promisify(execFile);

/** Where files are written, that can be full. */
export interface Disk {
  /** What the kernel says when there is no room. */
  readonly code: 'ENOSPC' | 'EFBIG';
  /** Through what a process has to be started, once the disk is full, for it to be full for that process too. */
  readonly through: readonly string[];
  /** Leaves room for so many bytes more. */
  fill(spareBytes: number): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** A file system in memory; undefined where this machine does not let us mount one. It is filled by being made hardly larger than what is on it. */
export async function mountDisk(dir: string, megabytes: number): Promise<Disk | undefined> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', dir]);
  } catch {
    return undefined;
  }
  const resize = (bytes: number) => run('mount', ['-o', `remount,size=${bytes}`, dir]);
  return {
    code: 'ENOSPC',
    through: [],
    async fill(spareBytes) {
      // More may come between the look and the size: then it is refused, and there is another look.
      for (let spare = spareBytes; ; spare += spareBytes) {
        const { blocks, bfree, bsize } = await statfs(dir);
        const isFull = await resize((blocks - bfree) * bsize + spare).then(
          () => true,
          () => false,
        );
        if (isFull) return;
      }
    },
    async free() {
      await resize(megabytes * 2 ** 20);
    },
    async remove() {
      await run('umount', [dir]);
    },
  };
}

/** The same without any privilege: no process of the group may make a file larger than what is spare. */
export function limitFilesOf(group: number): Disk {
  const limit = async (bytes: string): Promise<void> => {
    for (const pid of await membersOf(group))
      await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  };
  return {
    code: 'EFBIG',
    // In blocks of 512 or 1,024 bytes, as the shell has it.
    through: ['sh', '-c', 'ulimit -f 64; exec "$0" "$@"'],
    fill: (spareBytes) => limit(String(spareBytes)),
    free: () => limit('unlimited'),
    remove: async () => undefined,
  };
}
