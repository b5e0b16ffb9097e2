import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

const READ_BYTES = 256 * 1_024;

/**
 * Opens a file of a backup by its name there. The folder comes from wherever it was kept: no symbolic link leads out of it, and what would
 * never end, such as a pipe, is not opened.
 */
export async function openBackupFile(dir: string, name: string): Promise<Readable> {
  const root = await realpath(dir);
  const real = await realpath(path.join(root, ...name.split('/')));
  if (!real.startsWith(path.join(root, path.sep)) || !(await stat(real)).isFile())
    throw new Error(`${name} is no regular file in the backup's folder`);
  return createReadStream(real, { highWaterMark: READ_BYTES });
}
