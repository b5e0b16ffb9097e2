import { expect, it } from 'vitest';
import { BLOCK_BYTES, leaveBehind, release, releaseAround, takeBlock } from './memory.ts';

it('gives back what is alone in its memory', () => {
  const alone = Buffer.allocUnsafeSlow(1_000_000);
  release(alone);
  expect(alone).toHaveLength(0);
});

it('leaves what shares its memory', () => {
  const whole = Buffer.allocUnsafeSlow(1_000_000);
  release(whole.subarray(0, 500_000));
  release(whole.subarray(500_000));
  expect(whole).toHaveLength(1_000_000);
  const pooled = Buffer.from('a small one');
  release(pooled);
  expect(pooled.toString()).toBe('a small one');
  const shared = new Uint8Array(new SharedArrayBuffer(1_000_000));
  release(shared);
  expect(shared).toHaveLength(1_000_000);
});

it('gives back the whole around a part, where the caller says that it may', () => {
  const whole = Buffer.allocUnsafeSlow(1_000_000);
  releaseAround(whole.subarray(0, 10));
  expect(whole).toHaveLength(0);
});

it('collects what was left behind, before it is 30 MB', () => {
  const collected: unknown[] = [];
  const before = globalThis.gc;
  globalThis.gc = ((options: unknown) => collected.push(options)) as unknown as typeof globalThis.gc;
  try {
    for (let left = 0; left < 30; left += 1) leaveBehind(1_000_000);
  } finally {
    globalThis.gc = before;
  }
  expect(collected.length).toBeGreaterThanOrEqual(5);
  expect(collected[0]).toEqual({ type: 'minor' });
});

it('uses a block again once it is released, and refuses one that is released twice', () => {
  const block = takeBlock();
  const other = takeBlock();
  expect([block.length, other.length]).toEqual([BLOCK_BYTES, BLOCK_BYTES]);
  expect(other.buffer).not.toBe(block.buffer);
  release(block.subarray(0, 10));
  const third = takeBlock();
  expect(third.buffer).not.toBe(block.buffer);
  release(block);
  expect(() => {
    release(block);
  }).toThrow('nobody has taken');
  const again = takeBlock();
  expect(again.buffer).toBe(block.buffer);
  expect(takeBlock().buffer).not.toBe(block.buffer);
});

it('keeps a few blocks, and gives the memory of more back', () => {
  const all = Array.from({ length: 40 }, takeBlock);
  for (const block of all) release(block);
  expect(all.filter(({ length }) => length === 0).length).toBeGreaterThan(20);
});
