import { messageOf } from '../kernel/errors.ts';
import { digestOf } from '../platform/storage/digest.ts';
import type { Storage } from '../platform/storage/storage.ts';

/** A stored file as its row describes it. */
export interface ExaminedFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** How the bytes of a file are taken from the storage, such as slowly. */
export type Reading = (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/**
 * What is wrong with a stored file; undefined when it is there with the size that its row says and, where there is a `reading`, the
 * checksum. Throws what `reading` throws when it is told to stop.
 */
export async function problemOf(
  storage: Storage,
  { storageKey, sizeBytes, sha256 }: ExaminedFile,
  reading?: Reading,
): Promise<string | undefined> {
  const found = await storage.stat(storageKey);
  if (found === undefined) return 'is missing';
  if (found.sizeBytes !== sizeBytes) return `has ${found.sizeBytes} bytes instead of ${sizeBytes}`;
  if (reading === undefined) return undefined;
  try {
    const read = await digestOf(reading(await storage.openRead(storageKey)));
    return read.sha256.equals(sha256) ? undefined : 'has another checksum than when it was written';
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (name === 'AbortError') throw error;
    return code === 'ENOENT' ? 'is missing' : `cannot be read: ${messageOf(error)}`;
  }
}
