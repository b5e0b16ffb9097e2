import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchive } from '../engine/archive.ts';
import { openArchiveIndex, UnreadableArchiveError, type ArchiveMember } from './archive-index.ts';

const MODIFIED = new Date('2026-03-09T21:18:46Z');
const TEXT = 'number,name\r\n'.repeat(200_000);

let dir: string;
let archive: Buffer;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-archive-'));
  const file = path.join(dir, 'a.zip');
  const writing = await createArchive({ path: file, modifiedAt: MODIFIED });
  await writing.add('text.csv', bytes(TEXT));
  for (let n = 0; n < 5_000; n += 1) await writing.add(`files/${n}/Größe ${n}.txt`, bytes(String(n)), false);
  await writing.finish();
  archive = await readFile(file);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** An archive that counts how often and how much is read. */
function sourceOf(content: Buffer) {
  const asked = { times: 0, bytes: 0 };
  return {
    asked,
    sizeBytes: content.length,
    openRead: async ({ start, end }: { start: number; end: number }) => {
      asked.times += 1;
      const part = content.subarray(start, end + 1);
      async function* pieces(): AsyncGenerator<Buffer> {
        for (let at = 0; at < part.length; at += 16_384) {
          const piece = part.subarray(at, at + 16_384);
          asked.bytes += piece.length;
          yield piece;
        }
      }
      return Readable.from(pieces());
    },
  };
}

async function readAll(content: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(content)).toString();
}

describe('an archive that is looked into', () => {
  it('lists its members, with few reads however many they are', async () => {
    const source = sourceOf(archive);
    const index = await openArchiveIndex(source);
    const members = await Array.fromAsync(index.members());
    expect([index.count, members.length]).toEqual([5_001, 5_001]);
    expect(members[0]).toMatchObject({
      name: 'text.csv',
      sizeBytes: TEXT.length,
      crc32: crc32(TEXT),
      modifiedAt: MODIFIED,
    });
    expect(members[7]!.name).toBe('files/6/Größe 6.txt');
    expect(source.asked.times).toBeLessThan(10);
  });

  it('gives the content of a member', async () => {
    const index = await openArchiveIndex(sourceOf(archive));
    const members = await Array.fromAsync(index.members());
    expect(await readAll(index.read(members[0]!))).toBe(TEXT);
    expect(await readAll(index.read(members[5_000]!))).toBe('4999');
  });

  it('is not read further than what is taken', async () => {
    const large = path.join(dir, 'large.zip');
    const writing = await createArchive({ path: large, modifiedAt: MODIFIED });
    await writing.add('large.bin', noise(40), false);
    await writing.finish();
    const source = sourceOf(await readFile(large));
    const index = await openArchiveIndex(source);
    const first = await index.members().next();
    for await (const chunk of index.read(first.value as ArchiveMember)) if (chunk.length > 0) break;
    expect(source.asked.bytes).toBeLessThan(2_000_000);
  });

  it.each([
    ['no archive', (content: Buffer) => Buffer.alloc(content.length)],
    ['one that ends early', (content: Buffer) => content.subarray(0, -10)],
    ['nothing', () => Buffer.alloc(0)],
    [
      'one whose directory is spoilt',
      (content: Buffer) => {
        const spoilt = Buffer.from(content);
        spoilt.fill(0xff, content.length - 100_000, content.length - 50_000);
        return spoilt;
      },
    ],
    [
      'one whose content is spoilt',
      (content: Buffer) => {
        const spoilt = Buffer.from(content);
        spoilt[60]! ^= 0xff;
        return spoilt;
      },
    ],
    [
      'one whose checksum is another',
      (content: Buffer) => {
        const spoilt = Buffer.from(content);
        spoilt[spoilt.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16]! ^= 0xff;
        return spoilt;
      },
    ],
  ])('is refused as unreadable: %s', async (_, spoil) => {
    const read = async (): Promise<void> => {
      const index = await openArchiveIndex(sourceOf(spoil(archive)));
      const members = await Array.fromAsync(index.members());
      await readAll(index.read(members[0]!));
    };
    await expect(read()).rejects.toThrow(UnreadableArchiveError);
  });
});

async function* noise(megabytes: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < megabytes; n += 1) yield Buffer.alloc(1_048_576, n);
}
