import { createHash } from 'node:crypto';
import type { StoredContent } from './storage.ts';

/** Size and SHA-256 of what a stream gives. */
export async function digestOf(content: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, sha256: hash.digest() };
}
