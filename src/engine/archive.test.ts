import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZipDirectory, readZipMember } from '../../test/support/zip-reader.ts';
import { createArchive, type Archive } from './archive.ts';

let dir: string;
let file: string;
let archive: Archive;
let written: number[];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-archive-'));
  file = path.join(dir, 'a.zip');
  written = [];
  archive = await createArchive({
    path: file,
    modifiedAt: new Date('2026-03-09T21:18:46Z'),
    onWritten: (bytes) => written.push(bytes),
  });
});
afterEach(async () => {
  await archive.close();
  await rm(dir, { recursive: true, force: true });
});

async function* bytes(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

/** Fails after `count` chunks of 300 KB, so that whole blocks are on their way by then. */
async function* failing(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(300_000, index);
  throw new Error('the source broke');
}

describe('names of members', () => {
  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/../x',
    'a/..',
    './x',
    'a/./x',
    '/x',
    '/',
    'x/',
    'a//b',
    'C:x',
    'c:/x',
    '\\x',
    'a\\..\\x',
    'a\0b',
    'a\nb',
    'a\tb',
    'a\u007fb',
    'a\u0085b',
    'a\ud800b',
    '\udc00',
    'n'.repeat(65_535),
    'ü'.repeat(32_768),
  ])('refuses %j', async (name) => {
    await expect(archive.add(name, bytes('x'))).rejects.toThrow('no safe name');
    await archive.finish();
    expect((await stat(file)).size).toBe(22);
  });

  it.each([
    'SPECS.csv',
    'a/b/c',
    '..a',
    'a..b',
    '...',
    'ab:c',
    ' ',
    'ü',
    '部品/図面.pdf',
    '😀',
    'n'.repeat(65_534),
  ])('takes %j', async (name) => {
    await archive.add(name, bytes('x'));
    await archive.finish();
    const { members } = await readZipDirectory(file);
    expect(members.map((member) => member.name.toString())).toEqual([name]);
  });

  it('refuses a second member of the same name', async () => {
    await archive.add('a', bytes('first'));
    await expect(archive.add('a', bytes('second'))).rejects.toThrow('"a" already');
    await archive.finish();
    const { members } = await readZipDirectory(file);
    expect(members).toHaveLength(1);
    expect(String(await readZipMember(file, members[0]!))).toBe('first');
  });
});

describe('a source that fails', () => {
  it.each([
    [0, true],
    [1, true],
    [4, true],
    [12, true],
    [0, false],
    [4, false],
  ])('after %d chunks, compress %s, is told, and the archive cannot be finished', async (count, compress) => {
    await archive.add('whole', bytes('x'));
    await expect(archive.add('broken', failing(count), compress)).rejects.toThrow('the source broke');
    await archive.add('whole too', bytes('x'));
    await expect(archive.finish()).rejects.toThrow('not written whole');
    await archive.close();
    await expect(readZipDirectory(file)).rejects.toThrow();
  });

  it('leaves nothing to close twice', async () => {
    await expect(archive.add('broken', failing(3))).rejects.toThrow('the source broke');
    await archive.close();
    await expect(archive.close()).resolves.toBeUndefined();
  });

  it('is closed when the disk fails first', async () => {
    let isReleased = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(300_000);
      } finally {
        isReleased = true;
      }
    }
    await archive.close();
    await expect(archive.add('a', endless())).rejects.toThrow();
    expect(isReleased).toBe(true);
  });
});

describe('the file', () => {
  it('is never written over another', async () => {
    await expect(createArchive({ path: file, modifiedAt: new Date() })).rejects.toThrow('EEXIST');
  });

  it('can be read by its owner only', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('tells its bytes as they are written, and its size in the end', async () => {
    await archive.add('stored', bytes('12345', '', '67'), false);
    // 30 bytes of local header and the name stand before the content.
    expect(written).toEqual([41, 41, 43]);
    await archive.add('deflated', bytes('12345'));
    const { sizeBytes } = await archive.finish();
    const { offset } = await readZipDirectory(file);
    expect(written.at(-1)).toBe(offset);
    expect((await readFile(file)).length).toBe(sizeBytes);
  });
});
