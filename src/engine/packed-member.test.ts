import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packMember } from './packed-member.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-test-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** Files below the folder that this process holds open, removed or not. */
async function openFiles(): Promise<string[]> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return links.filter((link) => link.startsWith(dir));
}

async function* twice(): AsyncGenerator<Buffer> {
  for (let count = 0; count < 2; count += 1) yield Buffer.from('a line\n'.repeat(100_000));
}

it('gives what it has packed, and leaves nothing behind', async () => {
  const packed = await packMember(path.join(dir, 'a'), twice(), () => undefined);
  const deflated = await buffer(packed.content);
  expect(deflated).toHaveLength(packed.compressedBytes);
  expect(inflateRawSync(deflated).toString()).toBe('a line\n'.repeat(200_000));
  await packed.remove();
  expect(await readdir(dir)).toEqual([]);
});

it('that nobody comes to read holds no file open', async () => {
  const packed = await packMember(path.join(dir, 'b'), twice(), () => undefined);
  await packed.remove();
  expect(await openFiles()).toEqual([]);
  expect(await readdir(dir)).toEqual([]);
});
