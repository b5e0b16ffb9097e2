import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** The beginning of one member of an archive. */
export interface MemberHead {
  readonly name: string;
  readonly sizeBytes: number;
  /** Only of text members. */
  readonly lines: readonly string[];
}

const TEXT_MEMBER = /\.(csv|json|txt)$/;
/** JSON documents may be one long line. */
const MAX_LINE_LENGTH = 160;

/** Every member of a zip file with its first lines: something to look at, whatever its size. */
export async function readMemberHeads(path: string, lineCount: number): Promise<MemberHead[]> {
  const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
  const zip = await open(path, { lazyEntries: true, autoClose: false });
  try {
    const heads: MemberHead[] = [];
    for await (const entry of entriesOf(zip)) {
      const lines = TEXT_MEMBER.test(entry.fileName) ? await readLines(zip, entry, lineCount) : [];
      heads.push({ name: entry.fileName, sizeBytes: entry.uncompressedSize, lines });
    }
    return heads;
  } finally {
    zip.close();
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let index = 0; index < zip.entryCount; index += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('error', reject);
      zip.readEntry();
    });
  }
}

async function readLines(zip: ZipFile, entry: Entry, count: number): Promise<string[]> {
  const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never)(entry);
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line);
    if (lines.length >= count) break;
  }
  return lines;
}
