import { messageOf } from '../../kernel/errors.ts';
import { digestOf } from '../../platform/storage/digest.ts';
import type { Storage } from '../../platform/storage/storage.ts';

/** A stored file as its row describes it. */
export interface ExaminedFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
}

/** What is wrong with a stored file; undefined when it is there with the size, and if `verify` the checksum, that its row says. */
export async function problemOf(
  storage: Storage,
  { storageKey, sizeBytes, sha256 }: ExaminedFile,
  verify: boolean,
): Promise<string | undefined> {
  const found = await storage.stat(storageKey);
  if (found === undefined) return 'is missing';
  if (found.sizeBytes !== sizeBytes) return `has ${found.sizeBytes} bytes instead of ${sizeBytes}`;
  if (!verify) return undefined;
  try {
    const read = await digestOf(await storage.openRead(storageKey));
    return read.sha256.equals(sha256) ? undefined : 'has another checksum than when it was written';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'is missing' : `cannot be read: ${messageOf(error)}`;
  }
}
