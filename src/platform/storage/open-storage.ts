import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../kernel/errors.ts';
import { openFolderStorage } from './folder-storage.ts';
import type { Storage } from './storage.ts';

/** Storage by its URL: a path or `file:///` URL; without one, a folder in the data folder. */
export async function openStorage(url: string | undefined, dataDir: string): Promise<Storage> {
  if (url === undefined) return openFolderStorage(path.join(dataDir, 'files'));
  // With a host, or without the slashes, a file URL names no folder of this machine: `file:files` would be /files.
  if (url.startsWith('file:///')) return openFolderStorage(fileURLToPath(url));
  const scheme = /^(file:|[a-z][a-z0-9+.-]+:\/\/)/i.exec(url)?.[1];
  if (scheme !== undefined) {
    throw new OperatorError(
      `Storage "${scheme}" is not supported by this version. Give a folder, or leave --storage out to keep files in the data folder.`,
    );
  }
  return openFolderStorage(path.resolve(url));
}
