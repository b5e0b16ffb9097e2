import { createReadStream } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { messageOf, OperatorError } from '../../kernel/errors.ts';

/** A bundle, wherever it is kept: files by their names in it. */
export interface BundleSource {
  has(name: string): Promise<boolean>;
  open(name: string): Promise<Readable>;
  close(): void;
}

const READ_BYTES = 128 * 1_024;
/** Tables pack to a tenth or a fiftieth; what unpacks to more than this many times its size, a member or all together, was made to fill a disk. */
const MAX_UNPACKING = 200;
/** Below, it does not matter. */
const SMALL_BYTES = 10 * 1_024 * 1_024;

/** Opens a folder or a zip file. A zip may hold the bundle in a folder of its own, as archivers like to make it. */
export async function openBundle(source: string): Promise<BundleSource> {
  const found = await stat(source).catch((error: unknown) => {
    throw new OperatorError(`The bundle ${source} cannot be read: ${messageOf(error)}`);
  });
  return found.isDirectory() ? openFolder(source) : openZip(source);
}

async function openFolder(folder: string): Promise<BundleSource> {
  const root = await realpath(folder);

  /** A file that lies in the bundle: neither `..` nor a symbolic link leads out of it. */
  async function find(name: string): Promise<string | undefined> {
    const file = path.join(root, ...name.split('/'));
    const found = await lstat(file).catch(() => undefined);
    if (found === undefined) return undefined;
    const real = await realpath(file);
    return real.startsWith(root + path.sep) && (await stat(real)).isFile() ? real : undefined;
  }

  return {
    has: async (name) => (await find(name)) !== undefined,
    async open(name) {
      const file = await find(name);
      if (file === undefined) throw new OperatorError(`The bundle has no file "${name}".`);
      return createReadStream(file, { highWaterMark: READ_BYTES });
    },
    close: () => undefined,
  };
}

async function openZip(file: string): Promise<BundleSource> {
  const openArchive = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
  const zip = await openArchive(file, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new OperatorError(
      `The bundle ${file} is neither a folder nor a zip file that can be read: ${messageOf(error)}`,
    );
  });
  const openStream = promisify<Entry, Readable>(zip.openReadStream.bind(zip) as never);
  const refuse = (error: unknown, member?: string): never => {
    const where = member === undefined ? '' : `"${member}": `;
    throw new OperatorError(`The zip file ${file} cannot be imported: ${where}${messageOf(error)}.`);
  };
  const entries = await readEntries(zip).catch((error: unknown) => {
    zip.close();
    return refuse(error);
  });
  const prefix = findPrefix(entries);
  return {
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
function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      // Members that are small each, or share their bytes, may be many.
      const problem =
        problemOf(entry, entries.has(entry.fileName)) ??
        (isBomb(unpacked, zip.fileSize) ? describeBomb('it unpacks') : undefined);
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

/** The folder inside the zip that holds the bundle: that of the SPECS.csv nearest to the root. */
function findPrefix(entries: ReadonlyMap<string, Entry>): string {
  const folders = [...entries.keys()]
    .filter((name) => path.posix.basename(name) === 'SPECS.csv')
    .map((name) => name.slice(0, -'SPECS.csv'.length));
  return folders.sort((a, b) => a.length - b.length)[0] ?? '';
}
