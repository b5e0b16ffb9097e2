import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { deflateParallel, type DeflateTotals } from './deflate.ts';
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
  /**
   * Adds a member from a stream of bytes.
   * @param compress false stores the bytes as they are: for what is compressed already.
   */
  add(name: string, content: AsyncIterable<Uint8Array>, compress?: boolean): Promise<void>;
  /** Writes the central directory and flushes everything to disk. Gives the size of the file; throws when a member could not be added whole. */
  finish(): Promise<{ sizeBytes: number }>;
  /** Closes the file as it is. */
  close(): Promise<void>;
}

export interface ArchiveSettings {
  readonly path: string;
  /** The time that every member gets. */
  readonly modifiedAt: Date;
  /** Told how many bytes of the file stand after each write. */
  readonly onWritten?: (bytes: number) => void;
}

const SMALL_WRITE_BYTES = 256 * 1_024;

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
  const members: MemberRecord[] = [];
  const names = new Set<string>();
  /** Members begun and not written whole: one whose source failed has left bytes that no directory may follow. */
  let unfinished = 0;

  return {
    async add(name, content, compress = true) {
      requireSafeName(name);
      if (names.has(name)) throw new Error(`the archive has a member "${name}" already`);
      names.add(name);
      const member: MemberRecord = {
        name: Buffer.from(name),
        isUtf8: /[^\x20-\x7e]/.test(name),
        method: compress ? METHOD_DEFLATE : METHOD_STORED,
        ...dosTimeOf(modifiedAt),
        offset: sink.position(),
        crc: 0,
        sizeBytes: 0,
        compressedBytes: 0,
      };
      unfinished += 1;
      const headerBytes = await sink.write(localHeader(member));
      for await (const chunk of compress ? deflateParallel(content, member) : passThrough(content, member)) {
        member.compressedBytes += await sink.write(chunk);
        onWritten(sink.position());
      }
      if (isLarge(member)) await sink.write(dataDescriptor(member));
      await sink.flush();
      const header = localHeader(member);
      if (header.length !== headerBytes) throw new Error('a local header changed its length');
      await file.write(header, 0, header.length, member.offset);
      members.push(member);
      unfinished -= 1;
    },
    async finish() {
      if (unfinished > 0) throw new Error('a member of the archive was not written whole');
      const offset = sink.position();
      for (const member of members) await sink.write(centralHeader(member));
      await sink.write(endRecords({ count: members.length, offset, sizeBytes: sink.position() - offset }));
      await sink.flush();
      await file.sync();
      await file.close();
      return { sizeBytes: sink.position() };
    },
    close: () => file.close(),
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
  let pendingBytes = 0;
  let written = 0;
  async function flush(): Promise<void> {
    const buffer =
      pending.length === 1 && pending[0] !== undefined ? pending[0] : Buffer.concat(pending, pendingBytes);
    pending = [];
    pendingBytes = 0;
    for (let offset = 0; offset < buffer.length;) {
      const { bytesWritten } = await file.write(buffer, offset, buffer.length - offset, written);
      offset += bytesWritten;
      written += bytesWritten;
    }
  }
  return {
    position: () => written + pendingBytes,
    async write(chunk: Uint8Array): Promise<number> {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes >= SMALL_WRITE_BYTES) await flush();
      return chunk.length;
    },
    flush,
  };
}

/** A name that leaves no reader's folder, and that UTF-8 keeps as it is (a lone surrogate it would not). */
function requireSafeName(name: string): void {
  const isSafe =
    name.isWellFormed() && Buffer.byteLength(name) < 0xffff && !/[\\\p{Cc}]|^[A-Za-z]:/u.test(name);
  if (!isSafe || name.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new Error(`"${name}" is no safe name for an archive member`);
  }
}
