import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { messageOf } from '../kernel/errors.ts';

/** A file of which parts are read; `range` both inclusive. */
export interface RandomAccess {
  readonly sizeBytes: number;
  readonly openRead: (range: { readonly start: number; readonly end: number }) => Promise<Readable>;
}

/** What the directory of an archive says of a member. */
export interface ArchiveMember {
  readonly name: string;
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  readonly crc32: number;
  readonly modifiedAt: Date;
}

export interface ArchiveIndex {
  readonly count: number;
  /** In the order of the directory. Once for an opened archive. */
  members(): AsyncGenerator<ArchiveMember>;
  /** The content of a member that {@link members} gave, read only as far as it is taken; read to its end, its checksum is looked at. */
  read(member: ArchiveMember): AsyncGenerator<Buffer>;
}

/** The archive is not what was written, or cannot be read. */
export class UnreadableArchiveError extends Error {
  override readonly name = 'UnreadableArchiveError';
}

/** The directory is read in pieces of this size, however long its records are. */
const BLOCK_BYTES = 256 * 1_024;

/** Opens the directory of a zip file, wherever the file is kept: its members' content is not read. */
export async function openArchiveIndex(source: RandomAccess): Promise<ArchiveIndex> {
  const zip = await readable(
    yauzl.fromRandomAccessReaderPromise(createReader(source), source.sizeBytes, { autoClose: false }),
  );
  const entries = new WeakMap<ArchiveMember, Entry>();
  return {
    count: zip.entryCount,
    async *members() {
      const found = zip.eachEntry();
      for (let index = 0; index < zip.entryCount; index += 1) {
        const next = await readable(found.next());
        if (next.done === true) return;
        const member = memberOf(next.value);
        entries.set(member, next.value);
        yield member;
      }
    },
    async *read(member) {
      const entry = entries.get(member);
      if (entry === undefined) throw new Error(`"${member.name}" is no member of this archive`);
      yield* contentOf(zip, entry);
    },
  };
}

function memberOf(entry: Entry): ArchiveMember {
  return {
    name: entry.fileName,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    crc32: entry.crc32,
    // MS-DOS times name no zone; those of our archives are in UTC.
    modifiedAt: entry.getLastModDate({ timezone: 'UTC' }),
  };
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await readable(zip.openReadStreamPromise(entry));
  let checksum = 0;
  try {
    const chunks = stream.iterator() as AsyncIterator<Buffer, undefined>;
    for (;;) {
      const next = await readable(chunks.next());
      if (next.done === true) break;
      checksum = crc32(next.value, checksum);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
  if (checksum !== entry.crc32)
    throw new UnreadableArchiveError(`the checksum of "${entry.fileName}" is wrong`);
}

/** Whatever the file, its storage or the reader of archives says: it cannot be read. */
async function readable<Result>(reading: Promise<Result>): Promise<Result> {
  return reading.catch((error: unknown) => {
    throw new UnreadableArchiveError(messageOf(error), { cause: error });
  });
}

/** Reads the directory a block at a time, where record by record would open the file for each. */
function createReader({ sizeBytes, openRead }: RandomAccess): yauzl.RandomAccessReader {
  let block: Buffer = Buffer.alloc(0);
  let blockStart = 0;

  async function readAt(position: number, length: number): Promise<Buffer> {
    const isHere = position >= blockStart && position + length <= blockStart + block.length;
    if (!isHere) {
      const end = Math.min(sizeBytes, position + Math.max(length, BLOCK_BYTES)) - 1;
      if (position < 0 || end < position + length - 1) throw new Error('the archive ends early');
      block = Buffer.concat((await (await openRead({ start: position, end })).toArray()) as Buffer[]);
      blockStart = position;
      if (block.length < length) throw new Error('the archive ends early');
    }
    return block.subarray(position - blockStart, position - blockStart + length);
  }

  class Reader extends yauzl.RandomAccessReader {
    override read(...[buffer, offset, length, position, callback]: ReadArguments): void {
      readAt(position, length).then(
        (bytes) => {
          bytes.copy(buffer, offset);
          callback(null);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(messageOf(error)));
        },
      );
    }

    override _readStreamForRange(start: number, end: number): Readable {
      async function* bytes(): AsyncGenerator<Buffer> {
        yield* (await openRead({ start, end: end - 1 })) as AsyncIterable<Buffer>;
      }
      return Readable.from(bytes());
    }
  }
  return new Reader();
}

type ReadArguments = Parameters<yauzl.RandomAccessReader['read']>;
