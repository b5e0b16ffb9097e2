import { leaveBehind } from '../../platform/memory.ts';

/** Bytes that are being put together: `bytes` has room, of which `length` is used. */
export interface ByteSink {
  bytes: Buffer;
  length: number;
}

const FIRST_BYTES = 256 * 1_024;

export function createSink(): ByteSink {
  return { bytes: Buffer.allocUnsafeSlow(FIRST_BYTES), length: 0 };
}

/** Makes room for so many more. */
export function reserve(sink: ByteSink, more: number): void {
  const needed = sink.length + more;
  if (needed <= sink.bytes.length) return;
  const grown = Buffer.allocUnsafeSlow(Math.max(needed, sink.bytes.length * 2));
  sink.bytes.copy(grown, 0, 0, sink.length);
  sink.bytes = grown;
}

export function append(sink: ByteSink, piece: Uint8Array): void {
  reserve(sink, piece.length);
  sink.bytes.set(piece, sink.length);
  sink.length += piece.length;
}

/** Hands out what is there, which is left to be collected; the sink begins anew with memory of its own. */
export function take(sink: ByteSink): Buffer {
  const taken = sink.bytes.subarray(0, sink.length);
  // Such a one as was needed, so that it need not grow again.
  sink.bytes = Buffer.allocUnsafeSlow(sink.bytes.length);
  sink.length = 0;
  leaveBehind(taken.buffer.byteLength);
  return taken;
}
