import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OperatorError } from '../../kernel/errors.ts';
import { digestOfFile } from './digest.ts';
import { openFolderStorage } from './folder-storage.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './storage.ts';

const KEY = 'exports/100000001/RUN/FILE.zip';

let dir: string;
let root: string;
let storage: Storage;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-storage-'));
  root = path.join(dir, 'files');
  storage = await openFolderStorage(root);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function* bytes(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function textOf(stream: Readable): Promise<string> {
  return Buffer.concat((await stream.toArray()) as Buffer[]).toString();
}

/** Every file under the root, as paths from it. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe('put', () => {
  it('keeps the bytes and tells their size and checksum', async () => {
    const stored = await storage.put(KEY, bytes('ab', '', 'cd'));
    expect(stored).toEqual({ sizeBytes: 4, sha256: createHash('sha256').update('abcd').digest() });
    expect(await textOf(await storage.openRead(KEY))).toBe('abcd');
    expect(await storage.stat(KEY)).toMatchObject({ sizeBytes: 4 });
    expect(await filesOf(root)).toEqual([KEY]);
  });

  it('keeps nothing as a file without bytes', async () => {
    expect(await storage.put(KEY, bytes())).toMatchObject({ sizeBytes: 0 });
    expect(await storage.stat(KEY)).toMatchObject({ sizeBytes: 0 });
    expect(await textOf(await storage.openRead(KEY))).toBe('');
  });

  it('replaces what was there in one step', async () => {
    await storage.put(KEY, bytes('old'));
    const reading = await storage.openRead(KEY);
    await storage.put(KEY, bytes('the new'));
    expect(await textOf(await storage.openRead(KEY))).toBe('the new');
    // Who had opened the old content reads it to its end.
    expect(await textOf(reading)).toBe('old');
  });

  it('leaves no file when its source fails, and what was there stays', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the source broke');
    }
    await expect(storage.put(KEY, failing())).rejects.toThrow('the source broke');
    expect(await filesOf(root)).toEqual([]);
    await storage.put(KEY, bytes('whole'));
    await expect(storage.put(KEY, failing())).rejects.toThrow('the source broke');
    expect(await filesOf(root)).toEqual([KEY]);
    expect(await textOf(await storage.openRead(KEY))).toBe('whole');
  });

  it('shows nothing under the key before the last byte is in place', async () => {
    const seen: unknown[] = [];
    async function* watching(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 3; index += 1) {
        yield Buffer.from('x');
        seen.push(await storage.stat(KEY));
      }
    }
    await storage.put(KEY, watching());
    expect(seen).toEqual([undefined, undefined, undefined]);
    expect(await storage.stat(KEY)).toMatchObject({ sizeBytes: 3 });
  });

  it('gives its files to their owner alone', async () => {
    await storage.put(KEY, bytes('x'));
    const modes = await Promise.all(
      ['', 'tmp', 'exports', 'exports/100000001/RUN', KEY].map(
        async (name) => (await stat(path.join(root, name))).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o700, 0o600]);
  });
});

describe('keys', () => {
  it.each([
    '',
    '.',
    '..',
    '/',
    '/etc/passwd',
    '../x',
    'a/../../x',
    'a/..',
    'a//b',
    'a/',
    './a',
    'a\\b',
    'a/\0',
    'a b',
    'a/\nb',
    'ä',
    '.hidden',
    'tmp',
    'tmp/x',
    `a/${'n'.repeat(201)}`,
  ])('refuses %j everywhere', async (key) => {
    const before = await filesOf(dir);
    const temporary = await storage.createTemporary();
    await writeFile(temporary.path, 'x');
    for (const use of [
      () => storage.put(key, bytes('x')),
      () => storage.commit(temporary, key),
      () => storage.openRead(key),
      () => storage.stat(key),
      () => storage.remove(key),
      async () => Array.fromAsync(storage.list(key)),
    ]) {
      await expect(use()).rejects.toThrow('is no storage key');
    }
    await temporary.discard();
    expect(await filesOf(dir)).toEqual(before);
  });

  it.each(['a', 'a/b', 'exports/1/..a'.replace('..', 'x..'), 'A-b_c.d/0', `a/${'n'.repeat(200)}`])(
    'takes %j',
    async (key) => {
      await storage.put(key, bytes(key));
      expect(await textOf(await storage.openRead(key))).toBe(key);
    },
  );
});

describe('a temporary file', () => {
  it('can be read by its key once committed, and discarding it then does nothing', async () => {
    const temporary = await storage.createTemporary();
    await writeFile(temporary.path, 'content');
    await storage.commit(temporary, KEY);
    await temporary.discard();
    expect(await textOf(await storage.openRead(KEY))).toBe('content');
    expect(await filesOf(root)).toEqual([KEY]);
  });

  it('leaves nothing that can be read when its process dies before', async () => {
    const temporary = await storage.createTemporary();
    await writeFile(temporary.path, 'half');
    const reopened = await openFolderStorage(root);
    expect(await reopened.stat(KEY)).toBeUndefined();
    await expect(reopened.openRead(`tmp/${path.basename(temporary.path)}`)).rejects.toThrow(
      'is no storage key',
    );
    expect(await filesOf(root)).toEqual([`tmp/${path.basename(temporary.path)}`]);
    for await (const found of reopened.listTemporary()) await found.remove();
    expect(await filesOf(root)).toEqual([]);
  });

  it('may be discarded before it was ever written', async () => {
    const temporary = await storage.createTemporary();
    await expect(temporary.discard()).resolves.toBeUndefined();
  });
});

describe('openRead', () => {
  beforeEach(() => storage.put(KEY, bytes('0123456789')));

  it.each([
    [{ start: 0, end: 9 }, '0123456789'],
    [{ start: 0, end: 0 }, '0'],
    [{ start: 3, end: 5 }, '345'],
    [{ start: 9, end: 9 }, '9'],
  ])('gives the range %j', async (range, text) => {
    expect(await textOf(await storage.openRead(KEY, range))).toBe(text);
  });

  it('rejects with ENOENT for what is not there', async () => {
    await expect(storage.openRead('exports/none')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('closes its file when the reader goes away', async () => {
    const stream = await storage.openRead(KEY);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy();
    await closed;
    expect(stream.destroyed).toBe(true);
  });
});

describe('readWhole', () => {
  it.each([0, 1, 3_000_000])('gives %d bytes, in memory of their own', async (size) => {
    const content = Buffer.alloc(size, 'abc');
    await storage.put(KEY, bytes(content.toString()));
    const read = await storage.readWhole(KEY, size);
    expect(read?.equals(content)).toBe(true);
    expect(read?.buffer.byteLength).toBe(size);
  });

  it('gives nothing of what is not just so long', async () => {
    await storage.put(KEY, bytes('abc'));
    expect(await storage.readWhole(KEY, 2)).toBeUndefined();
    expect(await storage.readWhole(KEY, 4)).toBeUndefined();
  });

  it('rejects with ENOENT for what is not there', async () => {
    await expect(storage.readWhole(KEY, 1)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('digestOfFile', () => {
  it.each([0, 5, 1_048_576, 2_500_000])('tells size and checksum of %d bytes', async (size) => {
    const content = Buffer.alloc(size, 'abc');
    const file = path.join(dir, 'file');
    await writeFile(file, content);
    expect(await digestOfFile(file, new AbortController().signal)).toEqual({
      sizeBytes: size,
      sha256: createHash('sha256').update(content).digest(),
    });
  });

  it('ends when it is aborted', async () => {
    const file = path.join(dir, 'file');
    await writeFile(file, 'abc');
    const aborting = new AbortController();
    aborting.abort(new Error('enough'));
    await expect(digestOfFile(file, aborting.signal)).rejects.toThrow('enough');
  });
});

describe('stat and remove', () => {
  it('know what is there', async () => {
    await storage.put(KEY, bytes('x'));
    expect(await storage.stat('exports')).toBeUndefined();
    expect(await storage.stat('exports/none')).toBeUndefined();
    await storage.remove(KEY);
    expect(await storage.stat(KEY)).toBeUndefined();
    await expect(storage.remove(KEY)).resolves.toBeUndefined();
  });
});

describe('list', () => {
  it('gives the keys below a prefix, and passes over what is no key', async () => {
    const keys = ['exports/1/A/a.zip', 'exports/1/A/b.zip', 'exports/2/B/c.zip', 'exports/d'];
    for (const key of [...keys, 'content/1/e', 'exportsX/f']) await storage.put(key, bytes('x'));
    for (const name of ['.hidden', 'with blank', 'ä']) await writeFile(path.join(root, 'exports', name), 'x');
    await mkdir(path.join(root, 'exports/empty'));
    await symlink(path.join(root, 'exports/1'), path.join(root, 'exports/link'));
    expect((await Array.fromAsync(storage.list('exports'))).sort()).toEqual(keys);
    expect((await Array.fromAsync(storage.list('exports/1/A'))).sort()).toEqual(keys.slice(0, 2));
    expect(await Array.fromAsync(storage.list('none'))).toEqual([]);
  });
});

describe('listTemporary', () => {
  it('tells whose a file is and when it was last written, and removes it', async () => {
    await storage.put(KEY, bytes('x'));
    const [owned, anybodys] = [await storage.createTemporary('RUN1'), await storage.createTemporary()];
    for (const { path: file } of [owned, anybodys]) await writeFile(file, 'x');
    const anHourAgo = new Date(Math.trunc(Date.now() / 1_000) * 1_000 - 3_600_000);
    await utimes(owned.path, anHourAgo, anHourAgo);
    const found = await Array.fromAsync(storage.listTemporary());
    expect(found.map(({ owner }) => owner).sort()).toEqual(['RUN1', undefined]);
    const old = found.find(({ owner }) => owner === 'RUN1')!;
    expect(old.modifiedAt).toEqual(anHourAgo);
    await old.remove();
    expect(await filesOf(root)).toEqual([KEY, `tmp/${path.basename(anybodys.path)}`].sort());
    await expect(old.remove()).resolves.toBeUndefined();
  });

  it.each(['', '../x', 'a.b', 'a/b', 'a b'])('has no owner %j', async (owner) => {
    await expect(storage.createTemporary(owner)).rejects.toThrow('owns no temporary file');
  });
});

describe('openStorage', () => {
  it.each([
    ['no URL: the data folder', undefined, 'data/files'],
    ['a path', 'elsewhere', 'elsewhere'],
    ['a file URL', 'file://elsewhere', 'elsewhere'],
    ['a file URL that ends with a slash', 'file://elsewhere/', 'elsewhere'],
  ])('opens %s', async (_, url, expected) => {
    const given =
      url?.startsWith('file:') === true
        ? url.replace('elsewhere', path.join(dir, 'elsewhere'))
        : url && path.join(dir, url);
    const opened = await openStorage(given, path.join(dir, 'data'));
    await opened.put('a/b', bytes('x'));
    expect(await filesOf(path.join(dir, expected))).toEqual(['a/b']);
  });

  it('uses a folder that is there already', async () => {
    await mkdir(path.join(dir, 'there'));
    await expect(openStorage(path.join(dir, 'there'), dir)).resolves.toBeDefined();
  });

  it.each(['s3://bucket/prefix', 'https://host/x', 'file://host/share', 'file:relative', 'file:./relative'])(
    'says what is wrong with %s',
    async (url) => {
      const opening = (async () => openStorage(url, dir))();
      await expect(opening).rejects.toThrow(OperatorError);
      await expect(opening).rejects.toThrow('Give a folder');
    },
  );
});
