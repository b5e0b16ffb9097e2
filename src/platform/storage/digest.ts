import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { release } from '../memory.ts';
import type { StoredContent } from './storage.ts';

/** Size and SHA-256 of what a stream gives, in chunks that nobody else keeps: their memory is given back. */
export async function digestOf(content: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    release(chunk);
  }
  return { sizeBytes, sha256: hash.digest() };
}

const READ_BYTES = 1_048_576;

/** The same of a file on disk, in one piece of memory however large the file is. */
export async function digestOfFile(file: string, signal: AbortSignal): Promise<StoredContent> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  const handle = await open(file, 'r');
  try {
    for (let sizeBytes = 0; ;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, sizeBytes);
      if (bytesRead === 0) return { sizeBytes, sha256: hash.digest() };
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
