import { createReadStream } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, OperatorError } from '../../kernel/errors.ts';
import type { BundleSource } from './source.ts';
import { openZip } from './zip-source.ts';

const READ_BYTES = 128 * 1_024;

/** Opens a folder or a zip file. A zip may hold the bundle in a folder of its own, as archivers like to make it. */
export async function openBundle(source: string): Promise<BundleSource> {
  const found = await stat(source).catch((error: unknown) => {
    throw new OperatorError(`The bundle ${source} cannot be read: ${messageOf(error)}`);
  });
  return found.isDirectory() ? openFolder(source) : openZip(source);
}

async function openFolder(folder: string): Promise<BundleSource> {
  const root = await realpath(folder);

  /** A file that lies in the bundle: neither `..` nor a symbolic link leads out of it. */
  async function find(name: string): Promise<string | undefined> {
    const file = path.join(root, ...name.split('/'));
    const found = await lstat(file).catch(() => undefined);
    if (found === undefined) return undefined;
    const real = await realpath(file);
    return real.startsWith(root + path.sep) && (await stat(real)).isFile() ? real : undefined;
  }

  return {
    has: async (name) => (await find(name)) !== undefined,
    async open(name) {
      const file = await find(name);
      if (file === undefined) throw new OperatorError(`The bundle has no file "${name}".`);
      return createReadStream(file, { highWaterMark: READ_BYTES });
    },
    close: () => undefined,
  };
}
