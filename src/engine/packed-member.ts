import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { release } from '../platform/memory.ts';
import { createDeflater, deflateParallel, type DeflateTotals } from './deflate.ts';
import { writeAll } from './write-all.ts';

const CHUNK_BYTES = 1_024 * 1_024;

/** A member of an archive that was compressed while another one was being written. */
export interface PackedMember extends DeflateTotals {
  readonly compressedBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

/**
 * Compresses into a file of its own, which must not exist.
 * @param onWritten told the bytes of each write
 */
export async function packMember(
  path: string,
  content: AsyncIterable<Uint8Array>,
  onWritten: (bytes: number) => void,
): Promise<PackedMember> {
  const totals: DeflateTotals = { crc: 0, sizeBytes: 0 };
  let compressedBytes = 0;
  const remove = (): Promise<void> => rm(path, { force: true });
  const deflater = createDeflater();
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of deflateParallel({ content, isOwn: true }, totals, deflater)) {
      const { length } = chunk;
      await writeAll(file, chunk);
      compressedBytes += length;
      onWritten(length);
      release(chunk);
    }
  } catch (error) {
    await remove();
    throw error;
  } finally {
    deflater.close();
    await file.close();
  }
  return {
    ...totals,
    compressedBytes,
    content: readLater(path),
    remove,
  };
}

/** Opens the file only when it is read, which may never be. */
async function* readLater(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>;
}
