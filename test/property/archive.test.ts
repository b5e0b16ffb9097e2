import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchive } from '../../src/engine/archive.ts';
import { safeFileName } from '../../src/engine/file-content.ts';
import { createGuid } from '../../src/kernel/guid.ts';
import {
  openOutsideReaders,
  readLocalHeader,
  readZipDirectory,
  readZipMember,
  type PythonMember,
  type ZipMember,
} from '../support/zip-reader.ts';

const IS_LONG = process.env['WAYBILL_TEST_LONG'] !== undefined;
const BLOCK_BYTES = 512 * 1_024;
const MODIFIED_AT = new Date('2026-03-09T21:18:47Z');
const UTF8_FLAG = 0x0800;

/** Bytes that deflate cannot make smaller; members are cut from it. */
const NOISE = createHash('shake256', { outputLength: 4 * 1_024 * 1_024 })
  .update('waybill')
  .digest();

interface Member {
  readonly name: string;
  readonly content: Buffer;
  readonly chunkSizes: readonly number[];
  readonly compress: boolean;
}

let dir: string;
let readers: Awaited<ReturnType<typeof openOutsideReaders>>;
let archives = 0;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-archive-'));
  readers = await openOutsideReaders();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const newPath = (): string => path.join(dir, `${archives++}.zip`);

const segment = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 16 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom('SPECS.csv', 'näme', '部品.pdf', '..a', 'a b'),
  )
  .map((text) => text.replace(/[\\/:\p{Cc}]/gu, '_'))
  .filter((text) => text !== '.' && text !== '..');
const memberName = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

const size = fc.oneof(
  fc.constantFrom(
    0,
    1,
    2,
    BLOCK_BYTES - 1,
    BLOCK_BYTES,
    BLOCK_BYTES + 1,
    2 * BLOCK_BYTES,
    4 * BLOCK_BYTES + 1,
  ),
  fc.nat({ max: 2_000 }),
  fc.nat({ max: 3_000_000 }),
);
const content = fc
  .record({ size, kind: fc.constantFrom('noise', 'zeros', 'text'), start: fc.nat({ max: 1_000_000 }) })
  .map(({ size: length, kind, start }) => {
    if (kind === 'noise') return NOISE.subarray(start, start + length);
    return kind === 'zeros'
      ? Buffer.alloc(length)
      : Buffer.alloc(length, '10-00012,Bracket,"a ""b"" c",EA\r\n');
  });
const member: fc.Arbitrary<Member> = fc.record({
  name: memberName,
  content,
  chunkSizes: fc.array(fc.oneof(fc.integer({ min: 0, max: 700_000 }), fc.constantFrom(65_536, BLOCK_BYTES)), {
    minLength: 1,
    maxLength: 5,
  }),
  compress: fc.boolean(),
});
const members = fc.uniqueArray(member, { selector: ({ name }) => name, minLength: 1, maxLength: 5 });

/** The content in pieces of the sizes given, again and again; a size of 0 gives an empty chunk. */
async function* inChunks({ content: bytes, chunkSizes }: Member): AsyncGenerator<Uint8Array> {
  // Sizes of 0 alone would go on for ever.
  const sizes = [...chunkSizes, 65_536];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const length = sizes[index % sizes.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function write(
  list: readonly Member[],
): Promise<{ path: string; sizeBytes: number; written: number[] }> {
  const file = newPath();
  const written: number[] = [];
  const archive = await createArchive({
    path: file,
    modifiedAt: MODIFIED_AT,
    onWritten: (bytes) => written.push(bytes),
  });
  try {
    for (const one of list) await archive.add(one.name, inChunks(one), one.compress);
    return { path: file, ...(await archive.finish()), written };
  } finally {
    await archive.close();
  }
}

function pythonView({ name, content: bytes }: Member): PythonMember {
  return {
    name,
    crc: crc32(bytes),
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** What the central directory says of a member, and that the local header says the same. */
async function checkMember(
  file: string,
  found: ZipMember,
  { name, content: bytes, compress }: Member,
): Promise<void> {
  expect(found.name.toString()).toBe(name);
  expect(found).toMatchObject({
    versionNeeded: 20,
    flags: /^[\x20-\x7e]*$/.test(name) ? 0 : UTF8_FLAG,
    method: compress ? 8 : 0,
    crc: crc32(bytes),
    sizeBytes: bytes.length,
    commentBytes: 0,
    externalAttributes: (0o100644 << 16) >>> 0,
    // 21:18:47 in steps of two seconds; years since 1980.
    dosTime: (21 << 11) | (18 << 5) | 23,
    dosDate: (46 << 9) | (3 << 5) | 9,
  });
  expect(found.extra).toHaveLength(0);
  const local = await readLocalHeader(file, found);
  expect(local).toHaveLength(30 + found.name.length);
  expect([4, 6, 8].map((at) => local.readUInt16LE(at))).toEqual([
    found.versionNeeded,
    found.flags,
    found.method,
  ]);
  expect([14, 18, 22].map((at) => local.readUInt32LE(at))).toEqual([
    found.crc,
    found.compressedBytes,
    found.sizeBytes,
  ]);
  expect(local.subarray(30).equals(found.name)).toBe(true);
  expect((await readZipMember(file, found)).equals(bytes)).toBe(true);
}

describe('an archive', { timeout: IS_LONG ? 900_000 : 60_000 }, () => {
  it('is read by every reader, whatever the names, sizes and chunks', async () => {
    const written: { path: string; members: Member[] }[] = [];
    await fc.assert(
      fc.asyncProperty(members, async (list) => {
        const archive = await write(list);
        const directory = await readZipDirectory(archive.path);
        expect(directory.isZip64).toBe(false);
        expect(directory.members).toHaveLength(list.length);
        for (const [index, one] of list.entries())
          await checkMember(archive.path, directory.members[index]!, one);
        // Nothing between the members, and nothing before the first.
        const ends = directory.members.map((one) => one.offset + 30 + one.name.length + one.compressedBytes);
        expect([...ends]).toEqual([
          ...directory.members.slice(1).map(({ offset }) => offset),
          directory.offset,
        ]);
        expect(directory.members[0]!.offset).toBe(0);
        expect(archive.sizeBytes).toBe(directory.offset + directory.sizeBytes + 22);
        expect(archive.written).toEqual(archive.written.toSorted((a, b) => a - b));
        if (list.some(({ compress }) => compress)) expect(ends).toContain(archive.written.at(-1));
        await readers.unzip(archive.path);
        written.push({ path: archive.path, members: list });
      }),
      { numRuns: IS_LONG ? 400 : 25 },
    );
    const seen = await readers.python(written.map((one) => one.path));
    expect(seen ?? written.map((one) => one.members.map(pythonView))).toEqual(
      written.map((one) => one.members.map(pythonView)),
    );
  });

  it('has the same bytes for the same content, however it came in chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        member,
        fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 5 }),
        async (one, chunkSizes) => {
          const [first, second] = await Promise.all([write([one]), write([{ ...one, chunkSizes }])]);
          expect((await readFile(first.path)).equals(await readFile(second.path))).toBe(true);
        },
      ),
      { numRuns: IS_LONG ? 200 : 15 },
    );
  });

  it('takes every name that safeFileName makes', async () => {
    const archive = await createArchive({ path: newPath(), modifiedAt: MODIFIED_AT });
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('.', '/', '\\', ' ', ':', '\0', '\x85', '\ud800', 'C', 'é', '\u2028'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(name, (text) =>
        archive.add(
          `files/${createGuid()}/${safeFileName(text)}`,
          inChunks({ name: '', content: Buffer.alloc(0), chunkSizes: [1], compress: false }),
          false,
        ),
      ),
      { numRuns: IS_LONG ? 5_000 : 300 },
    );
    await archive.finish();
  });

  it('may be without members', async () => {
    const { path: file } = await write([]);
    expect(await readZipDirectory(file)).toEqual({ members: [], offset: 0, sizeBytes: 0, isZip64: false });
    expect((await readers.python([file])) ?? [[]]).toEqual([[]]);
  });

  it('takes a name of 60 000 bytes', async () => {
    const long: Member = {
      name: `${'n'.repeat(29_999)}/${'ü'.repeat(15_000)}`,
      content: Buffer.from('x'),
      chunkSizes: [1],
      compress: true,
    };
    const { path: file } = await write([long]);
    const { members: found } = await readZipDirectory(file);
    await checkMember(file, found[0]!, long);
    expect((await readers.python([file])) ?? [[pythonView(long)]]).toEqual([[pythonView(long)]]);
  });
});

if (IS_LONG) {
  describe('an archive beyond 32 bits', () => {
    const CHUNK = Buffer.alloc(1_048_576);
    const CHUNKS = 4_097;

    async function* zeros(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < CHUNKS; index += 1) yield CHUNK;
    }

    it.each([
      { compress: true, needs: 0.1 },
      { compress: false, needs: 4.5 },
    ])(
      'holds a member over 4 GiB, compress: $compress',
      { timeout: 900_000 },
      async ({ compress, needs }) => {
        const { bavail, bsize } = await statfs(dir);
        expect(bavail * bsize).toBeGreaterThan(needs * 2 ** 30);
        const file = newPath();
        const archive = await createArchive({ path: file, modifiedAt: MODIFIED_AT });
        await archive.add(
          'before.csv',
          inChunks({ name: '', content: Buffer.from('before'), chunkSizes: [6], compress }),
          compress,
        );
        await archive.add('zeros.bin', zeros(), compress);
        await archive.add(
          'after.csv',
          inChunks({ name: '', content: Buffer.from('after'), chunkSizes: [5], compress }),
          compress,
        );
        await archive.finish();
        const directory = await readZipDirectory(file);
        expect(directory.members.map(({ versionNeeded }) => versionNeeded)).toEqual([
          20,
          45,
          compress ? 20 : 45,
        ]);
        expect(directory.members[1]!.sizeBytes).toBe(CHUNKS * CHUNK.length);
        expect(directory.isZip64).toBe(!compress);
        await readers.unzip(file);
        const seen = (await readers.python([file]))![0]!;
        expect(seen.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
          ['before.csv', 6],
          ['zeros.bin', CHUNKS * CHUNK.length],
          ['after.csv', 5],
        ]);
        await rm(file);
      },
    );

    it('holds more than 65 535 members', { timeout: 300_000 }, async () => {
      const count = 65_600;
      const file = newPath();
      const archive = await createArchive({ path: file, modifiedAt: MODIFIED_AT });
      const one: Member = { name: '', content: Buffer.from('1'), chunkSizes: [1], compress: false };
      for (let index = 0; index < count; index += 1)
        await archive.add(`files/${index}`, inChunks(one), false);
      await archive.finish();
      const directory = await readZipDirectory(file);
      expect(directory.isZip64).toBe(true);
      expect(directory.members).toHaveLength(count);
      await readers.unzip(file);
      expect((await readers.python([file]))![0]).toHaveLength(count);
    });
  });
}
