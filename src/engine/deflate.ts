import { constants, crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { BLOCK_BYTES, leaveBehind, release } from '../platform/memory.ts';

/** libuv has four threads; more blocks than cores keep them busy while the writer waits for the disk. */
const MAX_IN_FLIGHT = 4;
/** The 60 MB/s of level 1 keep up with what one COPY emits; level 6 halves that for 12 % less size. */
const LEVEL = 1;
/** The most: 7 to 17 % faster on CSV than 8, for 128 KB more. */
const MEM_LEVEL = 9;
/** Text packs to a quarter: a block is one piece or two. */
const PIECE_BYTES = BLOCK_BYTES / 4;
/** An empty final block: ends a deflate stream whose blocks were all flushed and none was last. */
const END_OF_STREAM = Buffer.from([0x03, 0x00]);
/** What deflate makes hardly smaller is kept as it is: less to do for whoever writes it, and for whoever reads it. */
const WORTHWHILE = 0.97;

export function isWorthDeflating(bytes: number, deflatedBytes: number): boolean {
  return deflatedBytes < bytes * WORTHWHILE;
}

/** What went through. */
export interface DeflateTotals {
  crc: number;
  sizeBytes: number;
}

/** Compresses blocks on several threads. Closed by whoever made it, when nothing is under way. */
export interface Deflater {
  /** Raw deflate of a block on its own, ended by a sync flush. */
  deflate(block: Buffer): Promise<Buffer>;
  close(): void;
}

/**
 * With a compressor a thread that is used again and again: a new one for each block costs a third of a megabyte and leaves as much again to
 * be collected.
 */
export function createDeflater(): Deflater {
  const all: DeflateRaw[] = [];
  const idle: DeflateRaw[] = [];
  const waiting: ((compressor: DeflateRaw) => void)[] = [];
  function take(): DeflateRaw | Promise<DeflateRaw> {
    const compressor = idle.pop();
    if (compressor !== undefined) return compressor;
    if (all.length === MAX_IN_FLIGHT) return new Promise((resolve) => waiting.push(resolve));
    // Whatever a block becomes is read at once.
    const opened = createDeflateRaw({
      level: LEVEL,
      memLevel: MEM_LEVEL,
      chunkSize: PIECE_BYTES,
      ...READ_AT_ONCE,
    });
    all.push(opened);
    return opened;
  }
  return {
    async deflate(block) {
      const compressor = await take();
      try {
        const deflated = await flushThrough(compressor, block);
        // Its pieces share memory with what comes after.
        leaveBehind(deflated.length);
        // Forgets what it has seen: each block can be read on its own.
        compressor.reset();
        return deflated;
      } finally {
        // Also one that has failed: whoever gets it fails too, and nobody waits for ever.
        const next = waiting.shift();
        if (next === undefined) idle.push(compressor);
        else next(compressor);
      }
    },
    close() {
      for (const compressor of all) compressor.destroy();
    },
  };
}

/** A stream's own option, which the types of zlib's leave out. */
const READ_AT_ONCE: object = { highWaterMark: 2 * BLOCK_BYTES };

function flushThrough(compressor: DeflateRaw, block: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    compressor.once('error', reject);
    compressor.write(block);
    // One that has failed before says so here, which the types do not tell.
    compressor.flush(constants.Z_SYNC_FLUSH, (error?: Error | null) => {
      compressor.off('error', reject);
      if (error) reject(error);
      else resolve((compressor.read() as Buffer | null) ?? Buffer.alloc(0));
    });
  });
}

interface Source {
  readonly content: AsyncIterable<Uint8Array>;
  /** Nobody else keeps its chunks: their memory is given back. */
  readonly isOwn?: boolean;
}

/**
 * Raw deflate on several threads: blocks of 512 KB are compressed on their own, each ended by a sync flush, and their
 * concatenation with a final empty block is one valid stream (as pigz does it). `totals` is filled in as bytes pass.
 */
export async function* deflateParallel(
  { content, isOwn = false }: Source,
  totals: DeflateTotals,
  deflater: Deflater,
): AsyncGenerator<Buffer> {
  const inFlight: Promise<Buffer>[] = [];
  try {
    for await (const block of inBlocks(content, isOwn)) {
      totals.crc = crc32(block.bytes, totals.crc);
      totals.sizeBytes += block.bytes.length;
      inFlight.push(
        deflater.deflate(block.bytes).finally(() => {
          if (block.isOwn) release(block.bytes);
        }),
      );
      const oldest = inFlight.length >= MAX_IN_FLIGHT ? inFlight.shift() : undefined;
      if (oldest !== undefined) yield await oldest;
    }
    for (let next = inFlight.shift(); next !== undefined; next = inFlight.shift()) yield await next;
    yield END_OF_STREAM;
  } finally {
    // Whoever stops reading leaves no rejection behind.
    await Promise.allSettled(inFlight);
  }
}

/** The same of what is in memory as a whole, up to a few MB; undefined when its first block tells that it is not worth it. */
export async function deflateWhole(bytes: Buffer, deflater: Deflater): Promise<Buffer[] | undefined> {
  const first = bytes.subarray(0, BLOCK_BYTES);
  const deflated = [await deflater.deflate(first)];
  if (!isWorthDeflating(first.length, deflated[0]?.length ?? 0)) return undefined;
  const rest: Promise<Buffer>[] = [];
  for (let start = BLOCK_BYTES; start < bytes.length; start += BLOCK_BYTES)
    rest.push(deflater.deflate(bytes.subarray(start, start + BLOCK_BYTES)));
  return [...deflated, ...(await Promise.all(rest)), END_OF_STREAM];
}

interface Block {
  readonly bytes: Buffer;
  readonly isOwn: boolean;
}

/** Blocks of just that size, the last one shorter; none for an empty source. */
async function* inBlocks(source: AsyncIterable<Uint8Array>, isOwn: boolean): AsyncGenerator<Block> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    if (length === 0 && chunk.length === BLOCK_BYTES) {
      yield { bytes: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), isOwn };
      continue;
    }
    let rest = chunk;
    while (length + rest.length >= BLOCK_BYTES) {
      const taken = BLOCK_BYTES - length;
      chunks.push(rest.subarray(0, taken));
      yield { bytes: Buffer.concat(chunks, BLOCK_BYTES), isOwn: true };
      chunks = [];
      length = 0;
      rest = rest.subarray(taken);
    }
    if (rest.length > 0) {
      chunks.push(rest);
      length += rest.length;
    }
  }
  if (length > 0) yield { bytes: Buffer.concat(chunks, length), isOwn: true };
}
