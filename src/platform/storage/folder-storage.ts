import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Storage, StoredContent, TemporaryFile } from './storage.ts';

/** Content that is being written. On the same file system as the rest, so that a rename is atomic. */
export const TEMPORARY_DIR = 'tmp';
/** `<owner>.<uuid>`, or the UUID alone. */
const OWNER = /^[A-Za-z0-9]{1,64}$/;
/** As much as is compressed at a time: larger ones save nothing. */
const READ_BYTES = 512 * 1_024;
const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/** Storage in a folder: written under a temporary name, flushed, then renamed; a crash leaves nothing that can be read by key. */
export async function openFolderStorage(folder: string): Promise<Storage> {
  // Without a slash at its end, so that the parents of a key's folder can be told from the root's.
  const root = path.resolve(folder);
  const temporaryDir = path.join(root, TEMPORARY_DIR);
  await mkdir(temporaryDir, { recursive: true, mode: 0o700 });

  function pathOf(key: string): string {
    const segments = key.split('/');
    if (segments[0] === TEMPORARY_DIR || segments.some((segment) => !SEGMENT.test(segment)))
      throw new Error(`"${key}" is no storage key`);
    return path.join(root, ...segments);
  }

  async function createTemporary(owner?: string): Promise<TemporaryFile> {
    if (owner !== undefined && !OWNER.test(owner)) throw new Error(`"${owner}" owns no temporary file`);
    const file = path.join(temporaryDir, `${owner === undefined ? '' : `${owner}.`}${randomUUID()}`);
    return { path: file, discard: () => rm(file, { force: true }) };
  }

  async function commit(temporary: TemporaryFile, key: string): Promise<void> {
    const target = pathOf(key);
    await Promise.all([flush(temporary.path), makeDirs(path.dirname(target))]);
    await rename(temporary.path, target);
    await flush(path.dirname(target));
  }

  return {
    createTemporary,
    commit,
    async put(key, content) {
      const temporary = await createTemporary();
      try {
        const stored = await writeContent(temporary.path, content);
        await commit(temporary, key);
        return stored;
      } finally {
        await temporary.discard();
      }
    },
    async openRead(key, range) {
      const handle = await open(pathOf(key), 'r');
      return createReadStream('', { fd: handle, highWaterMark: READ_BYTES, ...range });
    },
    async readWhole(key, sizeBytes) {
      const handle = await open(pathOf(key), 'r');
      try {
        return (await handle.stat()).size === sizeBytes ? await readExactly(handle, sizeBytes) : undefined;
      } finally {
        await handle.close();
      }
    },
    async stat(key) {
      const found = await stat(pathOf(key)).catch(ignoreMissing);
      return found?.isFile() === true ? { sizeBytes: found.size, modifiedAt: found.mtime } : undefined;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    list: (prefix) => listKeys(pathOf(prefix), prefix),
    async *listTemporary() {
      for await (const { name } of await opendir(temporaryDir)) {
        const file = path.join(temporaryDir, name);
        const found = await stat(file).catch(ignoreMissing);
        if (found?.isFile() !== true) continue;
        const [owner] = name.includes('.') ? name.split('.', 1) : [];
        yield { owner, modifiedAt: found.mtime, remove: () => rm(file, { force: true }) };
      }
    },
    async space() {
      const { bavail, blocks, bsize } = await statfs(root);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    },
  };
}

async function* listKeys(dir: string, key: string): AsyncGenerator<string> {
  const entries = await opendir(dir).catch(ignoreMissing);
  if (entries === undefined) return;
  for await (const entry of entries) {
    if (!SEGMENT.test(entry.name)) continue;
    const child = `${key}/${entry.name}`;
    if (entry.isDirectory()) yield* listKeys(path.join(dir, entry.name), child);
    else if (entry.isFile()) yield child;
  }
}

async function writeContent(file: string, content: AsyncIterable<Uint8Array>): Promise<StoredContent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      await writeAll(handle, chunk);
    }
  } finally {
    await handle.close();
  }
  return { sizeBytes, sha256: hash.digest() };
}

/** A read may give less than was asked for. */
async function readExactly(handle: FileHandle, sizeBytes: number): Promise<Buffer | undefined> {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  for (let offset = 0; offset < sizeBytes;) {
    const { bytesRead } = await handle.read(bytes, offset, sizeBytes - offset, offset);
    if (bytesRead === 0) return undefined;
    offset += bytesRead;
  }
  return bytes;
}

/** A write may take less than it was given. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.length;) offset += (await handle.write(chunk, offset)).bytesWritten;
}

/** Makes folders so that they outlast a power cut: each new one is flushed in its parent. */
async function makeDirs(dir: string): Promise<void> {
  const first = await mkdir(dir, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = dir; made.startsWith(first); made = path.dirname(made)) await flush(path.dirname(made));
}

/** fsync of a file, or of a folder's list of names. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
