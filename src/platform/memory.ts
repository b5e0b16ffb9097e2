/**
 * Gives the memory of a buffer back at once. It would be collected, but what lies outside of the heap is collected at the price of the whole
 * heap, every 32 MB or so, and by then counts. Whoever calls this is the last to use it; nothing happens when it shares its memory.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
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
