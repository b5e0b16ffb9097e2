import { crc32 } from 'node:zlib';
import { BLOCK_BYTES, release } from '../platform/memory.ts';
import type { Archive, WholeMember } from './archive.ts';
import { deflateWhole, isWorthDeflating } from './deflate.ts';
import {
  isCompressible,
  readContent,
  readWholeContent,
  type ContentFile,
  type ContentReader,
} from './file-content.ts';

interface FilesRequest {
  readonly archive: Archive;
  readonly files: readonly ContentFile[];
  readonly content: ContentReader;
  readonly signal: AbortSignal;
}

/** A file up to this size is packed in memory, beside others, as it gives the processors' cores nothing to do on its own. */
const SMALL_BYTES = 2 * 1_024 * 1_024;
/** So much is packed or waits for its turn, at most. */
const MAX_AHEAD_BYTES = 12 * 1_024 * 1_024;
const MAX_AHEAD_FILES = 12;

/**
 * Adds physical files in their order. Small ones are read and packed several at a time before it is their turn; a large one streams through
 * when it is, its blocks packed several at a time.
 */
export async function writeFiles(request: FilesRequest): Promise<void> {
  const { archive, files, content, signal } = request;
  const packing = new Map<ContentFile, Promise<WholeMember>>();
  let ahead = 0;
  let aheadBytes = 0;
  const packAhead = (): void => {
    for (let next = files[ahead]; next !== undefined; next = files[ahead]) {
      const bytes = next.sizeBytes ?? Infinity;
      const isSmall = bytes <= SMALL_BYTES;
      const isFull = aheadBytes + bytes > MAX_AHEAD_BYTES || packing.size >= MAX_AHEAD_FILES;
      if (isSmall && isFull && packing.size > 0) return;
      ahead += 1;
      if (!isSmall) continue;
      aheadBytes += bytes;
      const packed = packSmall(request, next, bytes);
      // It fails for whoever waits for it, later.
      packed.catch(() => undefined);
      packing.set(next, packed);
    }
  };
  try {
    for (const [index, file] of files.entries()) {
      signal.throwIfAborted();
      if (ahead <= index) ahead = index;
      packAhead();
      const packed = await packing.get(file);
      if (packed === undefined) await writeLarge({ archive, file, content, signal });
      else {
        packing.delete(file);
        aheadBytes -= file.sizeBytes ?? 0;
        await archive.addWhole(file.path, packed);
      }
    }
  } finally {
    // Whoever stops leaves nobody reading.
    await Promise.allSettled(packing.values());
  }
}

async function packSmall(
  { content, archive }: FilesRequest,
  file: ContentFile,
  sizeBytes: number,
): Promise<WholeMember> {
  const bytes = await readWholeContent(content, file, sizeBytes);
  const crc = crc32(bytes);
  const deflated = isCompressible(file) ? await deflateWhole(bytes, archive.deflater) : undefined;
  if (deflated === undefined || !isWorthDeflating(sizeBytes, lengthOf(deflated)))
    return { crc, sizeBytes, isDeflated: false, chunks: [bytes] };
  release(bytes);
  return { crc, sizeBytes, isDeflated: true, chunks: deflated };
}

const lengthOf = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((length, chunk) => length + chunk.length, 0);

interface LargeFile {
  readonly archive: Archive;
  readonly file: ContentFile;
  readonly content: ContentReader;
  readonly signal: AbortSignal;
}

/** Whether it compresses is told by its second block: the first is often an outline or a table of contents. */
async function writeLarge({ archive, file, content, signal }: LargeFile): Promise<void> {
  const chunks = readContent(content, file);
  try {
    const head: Uint8Array[] = [];
    for (let length = 0; length < 2 * BLOCK_BYTES;) {
      const next = await chunks.next();
      if (next.done === true) break;
      head.push(next.value);
      length += next.value.length;
    }
    const compress =
      isCompressible(file) && (await doesDeflate(archive, Buffer.concat(head).subarray(BLOCK_BYTES)));
    await archive.addOwn(file.path, rest(head, chunks, signal), compress);
  } finally {
    await chunks.return(undefined);
  }
}

async function doesDeflate({ deflater }: Archive, sample: Buffer): Promise<boolean> {
  return isWorthDeflating(sample.length, (await deflater.deflate(sample)).length);
}

async function* rest(
  head: Uint8Array[],
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let next = head.shift(); next !== undefined; next = head.shift()) yield next;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
}
