/** Of {@link takeBlock}. */
export const BLOCK_BYTES = 512 * 1_024;
/** What two views that are read at once have in use. */
const MAX_IDLE_BLOCKS = 12;
const inUse = new WeakSet<ArrayBufferLike>();
const idle: Buffer[] = [];

/**
 * A block to write into, used again once it is released. A new one for each half megabyte of an export is asked of the system page by page,
 * and what is outside of V8's heap makes V8 collect the heap: a tenth of an export's processor time.
 */
export function takeBlock(): Buffer {
  const block = idle.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
  inUse.add(block.buffer);
  return block;
}

/**
 * Gives the memory of a buffer back at once. It would be collected, but what lies outside of the heap is collected at the price of the whole
 * heap, every 32 MB or so, and by then counts. Whoever calls this is the last to use it; nothing happens when it shares its memory.
 */
export function release(bytes: Uint8Array): void {
  const { buffer, byteLength } = bytes;
  if (idle.some((block) => block.buffer === buffer))
    throw new Error('a block is released that nobody has taken');
  if (byteLength === BLOCK_BYTES && inUse.delete(buffer) && idle.length < MAX_IDLE_BLOCKS) {
    idle.push(Buffer.from(buffer));
    return;
  }
  // Small buffers share one.
  const isAlone = byteLength === buffer.byteLength && byteLength > Buffer.poolSize;
  if (isAlone && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** The same of a part of a buffer of which nobody needs the rest either. */
export function releaseAround({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** A collection of the young takes 1 to 2 ms, so that this is nothing; without it 30 MB are waited for. */
const COLLECT_EVERY_BYTES = 4 * 1_024 * 1_024;
let leftBytes = 0;

/**
 * Tells of buffers that nobody needs any more and that could not be given back, such as those of zlib's, which share their memory. What is
 * left behind while the heap has hardly anything to do grows old, and is then collected at the price of the whole heap; so the young are
 * collected now and then. Without `--expose-gc` (see scripts/launch/node.json) they wait.
 */
export function leaveBehind(bytes: number): void {
  leftBytes += bytes;
  if (leftBytes < COLLECT_EVERY_BYTES) return;
  leftBytes = 0;
  globalThis.gc?.({ type: 'minor' });
}
