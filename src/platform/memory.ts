/**
 * Gives the memory of a buffer back at once. It would be collected, but what lies outside of the heap is collected at the price of the whole
 * heap, every 32 MB or so, and by then counts. Whoever calls this is the last to use it; nothing happens when it shares its memory.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  // Small buffers share one.
  const isAlone = byteLength === buffer.byteLength && byteLength > Buffer.poolSize;
  if (isAlone && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
