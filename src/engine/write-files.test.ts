import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZipDirectory, readZipMember } from '../../test/support/zip-reader.ts';
import { createArchive, type Archive } from './archive.ts';
import { METHOD_DEFLATE, METHOD_STORED } from './archive-records.ts';
import type { ContentFile, ContentReader } from './file-content.ts';
import { writeFiles } from './write-files.ts';

const MB = 1_048_576;

let dir: string;
let file: string;
let archive: Archive;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-files-'));
  file = path.join(dir, 'a.zip');
  archive = await createArchive({ path: file, modifiedAt: new Date('2026-03-09T21:18:46Z') });
});
afterEach(async () => {
  await archive.close();
  await rm(dir, { recursive: true, force: true });
});

/** Contents by their keys, each read in memory of its own, as the archive gives it back. */
function createContents() {
  const contents = new Map<string, Buffer>();
  const files: ContentFile[] = [];
  let open = 0;
  let mostOpen = 0;
  const found = async (key: string): Promise<Buffer> => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    const content = contents.get(key);
    if (content === undefined) throw new Error(`ENOENT: ${key}`);
    return content;
  };
  const reader: ContentReader = {
    async open(key) {
      const content = await found(key);
      return (async function* () {
        for (let start = 0; start < content.length; start += 512 * 1_024)
          yield Uint8Array.from(content.subarray(start, start + 512 * 1_024));
      })();
    },
    async readWhole(key, sizeBytes) {
      const content = await found(key);
      if (content.length !== sizeBytes) return undefined;
      const copy = Buffer.allocUnsafeSlow(sizeBytes);
      content.copy(copy);
      return copy;
    },
  };
  return {
    reader,
    files,
    mostOpen: () => mostOpen,
    add(content: Buffer, more: Partial<ContentFile> = {}): void {
      const name = `file-${files.length}`;
      contents.set(name, content);
      files.push({
        id: files.length,
        guid: name,
        name,
        mimeType: null,
        contentKey: name,
        sha256: createHash('sha256').update(content).digest(),
        sizeBytes: content.length,
        path: `files/${name}`,
        ...more,
      });
    },
    remove: (name: string) => contents.delete(name),
    get: (name: string) => contents.get(name),
  };
}

function text(bytes: number): Buffer {
  let lines = '';
  for (let line = 0; lines.length < bytes; line += 1)
    lines += `#${line}=CARTESIAN_POINT('',(${line * 7},0.5,-1.25));\n`;
  return Buffer.from(lines.slice(0, bytes));
}

describe('files of an archive', () => {
  it('stand in their order, each whole, small and large, whatever they are made of', async () => {
    const contents = createContents();
    const sizes = [0, 1, 100, 70_000, 524_288, 524_289, 3 * MB, 10, 2 * MB, 2 * MB + 1, 5 * MB, 1_000];
    for (const size of sizes) contents.add(text(size));
    for (const size of sizes) contents.add(randomBytes(size));
    // Small ones behind a large one are packed while it is written.
    for (let count = 0; count < 40; count += 1) contents.add(text(count * 1_000));
    await writeFiles({
      archive,
      files: contents.files,
      content: contents.reader,
      signal: new AbortController().signal,
    });
    await archive.finish();
    const { members } = await readZipDirectory(file);
    expect(members.map(({ name }) => name.toString())).toEqual(contents.files.map((one) => one.path));
    for (const [index, member] of members.entries())
      expect(
        (await readZipMember(file, member)).equals(contents.get(`file-${index}`)!),
        member.name.toString(),
      ).toBe(true);
    expect(contents.mostOpen()).toBeGreaterThan(4);
  });

  it.each([
    { what: 'text', content: text(100_000), mimeType: null, method: METHOD_DEFLATE },
    { what: 'text that is large', content: text(4 * MB), mimeType: null, method: METHOD_DEFLATE },
    { what: 'a picture, by its type', content: text(100_000), mimeType: 'image/png', method: METHOD_STORED },
    {
      what: 'a picture that is large, by its type',
      content: text(4 * MB),
      mimeType: 'image/png',
      method: METHOD_STORED,
    },
    { what: 'noise', content: randomBytes(100_000), mimeType: 'application/pdf', method: METHOD_STORED },
    {
      what: 'noise that is large',
      content: randomBytes(4 * MB),
      mimeType: 'application/pdf',
      method: METHOD_STORED,
    },
    {
      what: 'a document that is noise but for its first block',
      content: Buffer.concat([text(MB / 2), randomBytes(4 * MB)]),
      mimeType: null,
      method: METHOD_STORED,
    },
  ])('$what: compressed where it pays', async ({ content, mimeType, method }) => {
    const contents = createContents();
    contents.add(content, { mimeType });
    await writeFiles({
      archive,
      files: contents.files,
      content: contents.reader,
      signal: new AbortController().signal,
    });
    await archive.finish();
    const [member] = (await readZipDirectory(file)).members;
    expect(member).toMatchObject({ method });
    expect((await readZipMember(file, member!)).equals(content)).toBe(true);
  });

  it.each([1_000, 3 * MB])(
    'that are not there, %d bytes, or not what was stored fail with their name, and no archive is whole',
    async (size) => {
      for (const spoil of ['missing', 'other', 'longer'] as const) {
        const contents = createContents();
        for (let count = 0; count < 5; count += 1) contents.add(text(1_000));
        contents.add(
          text(size),
          spoil === 'other'
            ? { sha256: Buffer.alloc(32) }
            : spoil === 'longer'
              ? { sizeBytes: size - 1, sha256: Buffer.alloc(32) }
              : {},
        );
        for (let count = 0; count < 5; count += 1) contents.add(text(1_000));
        if (spoil === 'missing') contents.remove('file-5');
        const one = await createArchive({ path: path.join(dir, `${spoil}.zip`), modifiedAt: new Date() });
        const writing = writeFiles({
          archive: one,
          files: contents.files,
          content: contents.reader,
          signal: new AbortController().signal,
        });
        await expect(writing).rejects.toThrow(
          `"file-5" (file-5) is ${spoil === 'missing' ? 'missing' : 'not what was stored'}`,
        );
        await one.close();
      }
    },
  );

  it('are left when the run is aborted', async () => {
    const contents = createContents();
    for (let count = 0; count < 50; count += 1) contents.add(text(1_000));
    const aborting = new AbortController();
    aborting.abort(new Error('enough'));
    await expect(
      writeFiles({ archive, files: contents.files, content: contents.reader, signal: aborting.signal }),
    ).rejects.toThrow('enough');
  });
});
