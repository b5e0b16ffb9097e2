import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { messageOf, OperatorError } from '../../kernel/errors.ts';
import type { BundleSource } from './source.ts';

/** Tables pack to a tenth or a fiftieth; what unpacks to more than this many times its size, a member or all together, was made to fill a disk. */
const MAX_UNPACKING = 200;
/** Below, it does not matter. */
const SMALL_BYTES = 10 * 1_024 * 1_024;

/** Ceilings of a zip file from somebody who is not at this machine. */
export interface ZipLimits {
  readonly members: number;
  /** Of all members together, unpacked. */
  readonly unpackedBytes: number;
}

export interface ZipSource extends BundleSource {
  /** What the bundle has in it, with the sizes that the zip tells. */
  readonly members: readonly { readonly name: string; readonly sizeBytes: number }[];
}

const OPTIONS: yauzl.Options = { lazyEntries: true, autoClose: false };

/** Opens a zip file of this machine. */
export async function openZip(file: string): Promise<ZipSource> {
  const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
  const zip = await open(file, OPTIONS).catch((error: unknown) => {
    throw new OperatorError(
      `The bundle ${file} is neither a folder nor a zip file that can be read: ${messageOf(error)}`,
    );
  });
  return readZip(zip, `The zip file ${file}`);
}

/** A zip file that is read wherever it is kept, a range of bytes at a time. */
export interface RangedZip {
  readonly sizeBytes: number;
  /** @param end the last byte, included */
  readonly openRange: (start: number, end: number) => Promise<Readable>;
  readonly limits: ZipLimits;
}

export async function openRangedZip(kept: RangedZip): Promise<ZipSource> {
  const open = promisify<yauzl.RandomAccessReader, number, yauzl.Options, ZipFile>(
    yauzl.fromRandomAccessReader,
  );
  const zip = await open(new RangeReader(kept), kept.sizeBytes, OPTIONS).catch((error: unknown) => {
    throw new OperatorError(`This is not a zip file that can be read: ${messageOf(error)}.`);
  });
  return readZip(zip, 'The zip file', kept.limits);
}

/** A directory is read in pieces of some bytes: each would be a request of its own. */
const WINDOW_BYTES = 64 * 1_024;

type ReadParameters = [
  buffer: Buffer,
  offset: number,
  length: number,
  position: number,
  callback: (error: Error | null, bytesRead?: number) => void,
];

class RangeReader extends yauzl.RandomAccessReader {
  readonly #openRange: RangedZip['openRange'];
  readonly #sizeBytes: number;
  #window = { start: 0, bytes: Buffer.alloc(0) };

  constructor({ openRange, sizeBytes }: RangedZip) {
    super();
    this.#openRange = openRange;
    this.#sizeBytes = sizeBytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const open = this.#openRange;
    async function* read(): AsyncGenerator<Uint8Array> {
      if (end > start) yield* (await open(start, end - 1)) as AsyncIterable<Uint8Array>;
    }
    return Readable.from(read(), { objectMode: false });
  }

  override read(...[buffer, offset, length, position, callback]: ReadParameters): void {
    this.#bytesAt(position, length).then(
      (bytes) => {
        callback(null, bytes.copy(buffer, offset));
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  async #bytesAt(position: number, length: number): Promise<Buffer> {
    const { start, bytes } = this.#window;
    if (position >= start && position + length <= start + bytes.length)
      return bytes.subarray(position - start, position - start + length);
    const end = Math.min(this.#sizeBytes, position + Math.max(length, WINDOW_BYTES));
    const chunks = end <= position ? [] : await (await this.#openRange(position, end - 1)).toArray();
    this.#window = { start: position, bytes: Buffer.concat(chunks as Buffer[]) };
    return this.#window.bytes.subarray(0, length);
  }
}

/** @param words what stands before "cannot be imported" when it is refused */
async function readZip(zip: ZipFile, words: string, limits?: ZipLimits): Promise<ZipSource> {
  const openStream = promisify<Entry, Readable>(zip.openReadStream.bind(zip) as never);
  const refuse = (error: unknown, member?: string): never => {
    const where = member === undefined ? '' : `"${member}": `;
    throw new OperatorError(`${words} cannot be imported: ${where}${messageOf(error)}.`);
  };
  const entries = await readEntries(zip, limits).catch((error: unknown) => {
    zip.close();
    return refuse(error);
  });
  const prefix = findPrefix(entries);
  return {
    members: [...entries.values()]
      .filter(({ fileName }) => fileName.startsWith(prefix) && !fileName.endsWith('/'))
      .map(({ fileName, uncompressedSize }) => ({
        name: fileName.slice(prefix.length),
        sizeBytes: uncompressedSize,
      })),
    has: async (name) => entries.has(prefix + name),
    async open(name) {
      const entry = entries.get(prefix + name);
      if (entry === undefined) throw new OperatorError(`The bundle has no file "${name}".`);
      const stream = await openStream(entry).catch((error: unknown) => refuse(error, entry.fileName));
      return Readable.from(
        inWords(stream, (error) => refuse(error, entry.fileName)),
        { objectMode: false },
      );
    },
    close: () => {
      zip.close();
    },
  };
}

/** What a stream gives; a member that is not what the zip says of it shows only when it is read. */
async function* inWords(
  stream: AsyncIterable<Uint8Array>,
  refuse: (error: unknown) => never,
): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    refuse(error);
  }
}

/** What is wrong with a member of a zip file, beside what yauzl refuses: absolute names, `..`, more bytes than it says. */
function problemOf(
  { fileName, compressedSize, uncompressedSize }: Entry,
  isThere: boolean,
): string | undefined {
  if (isThere) return `"${fileName}" stands in it twice`;
  if (isBomb(uncompressedSize, compressedSize)) return describeBomb(`"${fileName}" unpacks`);
  return undefined;
}

const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > SMALL_BYTES && unpacked > MAX_UNPACKING * packed;

const describeBomb = (what: string): string =>
  `${what} to more than ${MAX_UNPACKING} times its size; unpack it yourself and import the folder if that is right`;

/** The central directory. */
function readEntries(zip: ZipFile, limits?: ZipLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const problem =
        problemOf(entry, entries.has(entry.fileName)) ??
        problemOfAll({ unpacked, packed: zip.fileSize, members: entries.size + 1 }, limits);
      if (problem !== undefined) {
        reject(new Error(problem));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => {
      resolve(entries);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** Members that are small each, or share their bytes, may be many. */
function problemOfAll(
  all: { readonly unpacked: number; readonly packed: number; readonly members: number },
  limits?: ZipLimits,
): string | undefined {
  if (isBomb(all.unpacked, all.packed)) return describeBomb('it unpacks');
  if (limits === undefined) return undefined;
  if (all.members > limits.members) return `it has more than ${limits.members} members`;
  if (all.unpacked > limits.unpackedBytes) return `it unpacks to more than ${limits.unpackedBytes} bytes`;
  return undefined;
}

/** The folder inside the zip that holds the bundle: that of the SPECS.csv nearest to the root, or else of the table that is. */
function findPrefix(entries: ReadonlyMap<string, Entry>): string {
  const shortest = (isTable: (name: string) => boolean): string | undefined =>
    [...entries.keys()]
      .filter((name) => isTable(path.posix.basename(name)))
      .map((name) => name.slice(0, -path.posix.basename(name).length))
      .sort((a, b) => a.length - b.length)[0];
  return shortest((name) => name === 'SPECS.csv') ?? shortest((name) => /\.csv$/i.test(name)) ?? '';
}
