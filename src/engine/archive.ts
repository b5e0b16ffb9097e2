import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { release } from '../platform/memory.ts';
import { createDeflater, deflateParallel, type Deflater, type DeflateTotals } from './deflate.ts';
import type { PackedMember } from './packed-member.ts';
import {
  centralHeader,
  dataDescriptor,
  dosTimeOf,
  endRecords,
  isLarge,
  localHeader,
  METHOD_DEFLATE,
  METHOD_STORED,
  type MemberRecord,
} from './archive-records.ts';

/** A zip file being written: members one after the other, then the end. */
export interface Archive {
  /** What its members are compressed with, for those that are compressed before they are added. Closed with the archive. */
  readonly deflater: Deflater;
  /**
   * Adds a member from a stream of bytes.
   * @param compress false stores the bytes as they are: for what is compressed already.
   */
  add(name: string, content: AsyncIterable<Uint8Array>, compress?: boolean): Promise<void>;
  /** The same of bytes that nobody else keeps: their memory is given back. */
  addOwn(name: string, content: AsyncIterable<Uint8Array>, compress: boolean): Promise<void>;
  /** Adds a member that is in memory, which nobody else keeps, compressed or not. */
  addWhole(name: string, member: WholeMember): Promise<void>;
  /** Adds a member that was compressed already. */
  addPacked(name: string, packed: PackedMember): Promise<void>;
  /** Writes the central directory. Gives the size of the file; throws when a member could not be added whole. */
  finish(): Promise<{ sizeBytes: number }>;
  /** Closes the file as it is. */
  close(): Promise<void>;
}

/** All that there is to know of a member before it is written. */
export interface WholeMember extends DeflateTotals {
  readonly isDeflated: boolean;
  readonly chunks: readonly Uint8Array[];
}

export interface ArchiveSettings {
  readonly path: string;
  /** The time that every member gets. */
  readonly modifiedAt: Date;
  /** Told how many bytes of the file stand after each write. */
  readonly onWritten?: (bytes: number) => void;
}

interface StreamedMember {
  readonly method: number;
  /** Whether nobody else keeps the chunks of the content. */
  readonly isOwn?: boolean;
  /** Fills in the checksum and the size as the bytes pass. */
  readonly contentOf: (totals: DeflateTotals) => AsyncIterable<Uint8Array>;
}

const SMALL_WRITE_BYTES = 256 * 1_024;
const SYNC_EVERY_BYTES = 32 * 1_024 * 1_024;

/**
 * A zip file for the plainest reader: sizes in local headers and in the central directory, zip64 only where a number needs it,
 * no comment, no extra members. Local headers are corrected in place when their member is done.
 */
export async function createArchive({
  path,
  modifiedAt,
  onWritten = () => undefined,
}: ArchiveSettings): Promise<Archive> {
  const file = await open(path, 'wx', 0o600);
  const sink = createSink(file);
  const deflater = createDeflater();
  const members: MemberRecord[] = [];
  const names = new Set<string>();
  /** Members begun and not written whole: one whose source failed has left bytes that no directory may follow. */
  let unfinished = 0;

  function begin(name: string, method: number): MemberRecord {
    requireSafeName(name);
    if (names.has(name)) throw new Error(`the archive has a member "${name}" already`);
    names.add(name);
    unfinished += 1;
    return {
      name: Buffer.from(name),
      isUtf8: /[^\x20-\x7e]/.test(name),
      method,
      ...dosTimeOf(modifiedAt),
      offset: sink.position(),
      crc: 0,
      sizeBytes: 0,
      compressedBytes: 0,
    };
  }

  function end(member: MemberRecord): void {
    members.push(member);
    unfinished -= 1;
  }

  async function write(name: string, { method, isOwn = false, contentOf }: StreamedMember): Promise<void> {
    const member = begin(name, method);
    const first = localHeader(member);
    await sink.write(first);
    for await (const chunk of contentOf(member)) {
      member.compressedBytes += chunk.length;
      await sink.write(chunk, isOwn);
      onWritten(sink.position());
    }
    if (isLarge(member)) await sink.write(dataDescriptor(member));
    const header = localHeader(member);
    if (header.length !== first.length) throw new Error('a local header changed its length');
    // What has not been written yet can still be changed: a small archive is one write.
    if (sink.flushed() <= member.offset) header.copy(first);
    else {
      await sink.flush();
      await file.write(header, 0, header.length, member.offset);
    }
    end(member);
  }

  const deflated = (content: AsyncIterable<Uint8Array>, isOwn: boolean): StreamedMember => ({
    method: METHOD_DEFLATE,
    // What comes out is nobody else's, whoever keeps what went in.
    isOwn: true,
    contentOf: (totals) => deflateParallel({ content, isOwn }, totals, deflater),
  });
  const stored = (content: AsyncIterable<Uint8Array>, isOwn: boolean): StreamedMember => ({
    method: METHOD_STORED,
    isOwn,
    contentOf: (totals) => passThrough(content, totals),
  });

  return {
    deflater,
    add: (name, content, compress = true) => write(name, (compress ? deflated : stored)(content, false)),
    addOwn: (name, content, compress) => write(name, (compress ? deflated : stored)(content, true)),
    async addWhole(name, { isDeflated, crc, sizeBytes, chunks }) {
      const member = begin(name, isDeflated ? METHOD_DEFLATE : METHOD_STORED);
      const compressedBytes = chunks.reduce((length, chunk) => length + chunk.length, 0);
      Object.assign(member, { crc, sizeBytes, compressedBytes });
      if (isLarge(member)) throw new Error(`"${name}" is too large to be written from memory`);
      // Its header is right at once, and what follows need not wait for the disk.
      await sink.write(localHeader(member));
      for (const chunk of chunks) await sink.write(chunk, !isDeflated);
      onWritten(sink.position());
      end(member);
    },
    addPacked: (name, { crc, sizeBytes, content }) =>
      write(name, {
        method: METHOD_DEFLATE,
        isOwn: true,
        contentOf(totals) {
          totals.crc = crc;
          totals.sizeBytes = sizeBytes;
          return content;
        },
      }),
    async finish() {
      if (unfinished > 0) throw new Error('a member of the archive was not written whole');
      const offset = sink.position();
      for (const member of members) await sink.write(centralHeader(member));
      await sink.write(endRecords({ count: members.length, offset, sizeBytes: sink.position() - offset }));
      await sink.flush();
      await sink.settled();
      await file.close();
      return { sizeBytes: sink.position() };
    },
    async close() {
      deflater.close();
      await sink.settled().finally(() => file.close());
    },
  };
}

async function* passThrough(
  content: AsyncIterable<Uint8Array>,
  totals: DeflateTotals,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    totals.crc = crc32(chunk, totals.crc);
    totals.sizeBytes += chunk.length;
    yield chunk;
  }
}

/** Appends to the file, small pieces gathered into one write. */
function createSink(file: FileHandle) {
  let pending: Uint8Array[] = [];
  let own: Uint8Array[] = [];
  let pendingBytes = 0;
  let written = 0;
  let synced = 0;
  let syncing: Promise<void> | undefined;
  /** The disk begins early with a large file: whoever flushes it at last waits for the rest only. */
  function syncAhead(): void {
    if (syncing !== undefined || written - synced < SYNC_EVERY_BYTES) return;
    synced = written;
    syncing = file.datasync().then(() => (syncing = undefined));
    // Told by who settles.
    syncing.catch(() => undefined);
  }
  async function flush(): Promise<void> {
    const [pieces, ours] = [pending, own];
    pending = [];
    own = [];
    pendingBytes = 0;
    for (let rest = pieces; rest.length > 0;) {
      const { bytesWritten } = await file.writev(rest, written);
      written += bytesWritten;
      rest = withoutFirst(rest, bytesWritten);
    }
    for (const piece of ours) release(piece);
    syncAhead();
  }
  return {
    position: () => written + pendingBytes,
    /** What stands before here is in the file. */
    flushed: () => written,
    /** When nothing is going on any more; rejects when what was written did not get to the disk. */
    settled: async () => syncing,
    /** @param isOwn nobody else keeps the chunk: its memory is given back when it stands in the file */
    async write(chunk: Uint8Array, isOwn = false): Promise<void> {
      pending.push(chunk);
      if (isOwn) own.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes >= SMALL_WRITE_BYTES) await flush();
    },
    flush,
  };
}

/** What is left of pieces of which so many bytes were taken; a write may take less than it was given. */
function withoutFirst(pieces: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let left = bytes;
  return pieces.flatMap((piece) => {
    const taken = Math.min(left, piece.length);
    left -= taken;
    return taken === piece.length ? [] : [piece.subarray(taken)];
  });
}

/** A name that leaves no reader's folder, and that UTF-8 keeps as it is (a lone surrogate it would not). */
function requireSafeName(name: string): void {
  const isSafe =
    name.isWellFormed() && Buffer.byteLength(name) < 0xffff && !/[\\\p{Cc}]|^[A-Za-z]:/u.test(name);
  if (!isSafe || name.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new Error(`"${name}" is no safe name for an archive member`);
  }
}
