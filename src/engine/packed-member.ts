import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createDeflater, deflateParallel, type DeflateTotals } from './deflate.ts';

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
  try {
    await pipeline(
      deflateParallel({ content }, totals, deflater),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          compressedBytes += chunk.length;
          onWritten(chunk.length);
          yield chunk;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  } finally {
    deflater.close();
  }
  return {
    ...totals,
    compressedBytes,
    content: createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    remove,
  };
}
