import { expect, it } from 'vitest';
import { release } from './memory.ts';

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
