import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Installation } from './installation.ts';

/** The file of the data folder that holds this content: what somebody with access to the disk could lose or spoil. */
export async function findStored({ dir }: Installation, sha256: string): Promise<string> {
  const entries = await readdir(path.join(dir, 'data/files'), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    if (hash.digest('hex') === sha256) return file;
  }
  throw new Error(`no stored file has the content ${sha256}`);
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
