import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createDeflater, deflateParallel, deflateWhole, type DeflateTotals } from './deflate.ts';

const deflater = createDeflater();
afterAll(() => {
  deflater.close();
});

const TEXT = Buffer.from('a line of a file, and another\n'.repeat(60_000));

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield Uint8Array.from(bytes.subarray(start, start + size));
}

describe('a compressor that is used again', () => {
  it('gives what can be read on its own, in whatever order blocks end', async () => {
    const blocks = Array.from({ length: 40 }, (_, index) =>
      index % 3 === 0 ? randomBytes(300_000) : TEXT.subarray(index * 1_000, index * 1_000 + 500_000),
    );
    const deflated = await Promise.all(blocks.map((block) => deflater.deflate(block)));
    for (const [index, block] of blocks.entries()) {
      const stream = Buffer.concat([deflated[index]!, Buffer.from([3, 0])]);
      expect(inflateRawSync(stream).equals(block)).toBe(true);
    }
  });

  it('that has failed says so again, and keeps nobody waiting', async () => {
    const failing = createDeflater();
    await failing.deflate(TEXT.subarray(0, 1_000));
    failing.close();
    for (let block = 0; block < 10; block += 1)
      await expect(failing.deflate(TEXT.subarray(0, 1_000))).rejects.toThrow('destroyed');
  });

  it('of nothing gives an empty stream', async () => {
    expect(
      inflateRawSync(Buffer.concat([await deflater.deflate(Buffer.alloc(0)), Buffer.from([3, 0])])),
    ).toHaveLength(0);
  });
});

describe('deflateParallel', () => {
  it.each([1_000, 524_288, 600_000])('gives one stream, from pieces of %d bytes', async (size) => {
    const totals: DeflateTotals = { crc: 0, sizeBytes: 0 };
    for (const isOwn of [false, true]) {
      totals.crc = totals.sizeBytes = 0;
      const deflated = Buffer.concat(
        await Array.fromAsync(deflateParallel({ content: inPieces(TEXT, size), isOwn }, totals, deflater)),
      );
      expect(inflateRawSync(deflated).equals(TEXT)).toBe(true);
      expect(totals.sizeBytes).toBe(TEXT.length);
    }
  });

  it('gives the memory of its source back only when nobody else keeps it', async () => {
    for (const isOwn of [false, true]) {
      const pieces = [Uint8Array.from(TEXT.subarray(0, 524_288)), Uint8Array.from(TEXT.subarray(0, 524_288))];
      const content = (async function* () {
        yield* pieces;
      })();
      await buffer(deflateParallel({ content, isOwn }, { crc: 0, sizeBytes: 0 }, deflater));
      expect(pieces.map(({ length }) => length)).toEqual(isOwn ? [0, 0] : [524_288, 524_288]);
    }
  });
});

describe('deflateWhole', () => {
  it('gives one stream', async () => {
    const deflated = await deflateWhole(TEXT, deflater);
    expect(inflateRawSync(Buffer.concat(deflated ?? [])).equals(TEXT)).toBe(true);
  });

  it('gives up when the first block does not get smaller', async () => {
    expect(await deflateWhole(randomBytes(700_000), deflater)).toBeUndefined();
  });
});
