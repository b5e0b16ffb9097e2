import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBatches, type BatchSettings } from './batches.ts';

/** Answers each number with its double, when told to. */
function doubling(settings: Partial<BatchSettings<number, number>> = {}) {
  const begun: number[][] = [];
  const finish: (() => void)[] = [];
  const { ask } = createBatches<number, number>({
    size: 100,
    atOnce: 100,
    keyOf: String,
    async answer(numbers) {
      begun.push([...numbers]);
      await new Promise<void>((resolve) => finish.push(resolve));
      return numbers.map((one) => 2 * one);
    },
    ...settings,
  });
  return { ask, begun, finish };
}

it('answers together what is asked in one turn, the same question once, each with its own answer', async () => {
  const { ask, begun, finish } = doubling();
  const answers = Promise.all([ask(1), ask(2), ask(1), ask(3)]);
  await turn();
  expect(begun).toEqual([[1, 2, 3]]);
  finish[0]!();
  expect(await answers).toEqual([2, 4, 2, 6]);
});

it('never answers a question by work that began before it was asked', async () => {
  const { ask, begun, finish } = doubling();
  const first = ask(1);
  await turn();
  const second = ask(1);
  await turn();
  expect(begun).toEqual([[1], [1]]);
  finish[0]!();
  expect(await first).toBe(2);
  finish[1]!();
  expect(await second).toBe(2);
});

it('answers no more together than it may, in the order in which they were asked', async () => {
  const { ask, begun, finish } = doubling({ size: 2 });
  const answers = Promise.all([ask(1), ask(2), ask(3), ask(4), ask(5)]);
  await turn();
  expect(begun).toEqual([[1, 2], [3, 4], [5]]);
  for (const one of finish) one();
  expect(await answers).toEqual([2, 4, 6, 8, 10]);
});

describe('as many batches under way as may be', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('what is asked meanwhile is the next batch', async () => {
    const { ask, begun, finish } = doubling({ atOnce: 1 });
    const first = ask(1);
    await turn();
    const others = [ask(2), ask(3)];
    await turn();
    others.push(ask(4));
    await turn();
    expect(begun).toEqual([[1]]);
    finish[0]!();
    expect(await first).toBe(2);
    expect(begun).toEqual([[1], [2, 3, 4]]);
    finish[1]!();
    expect(await Promise.all(others)).toEqual([4, 6, 8]);
  });

  it('one that takes long holds up no other, and makes no room twice', async () => {
    const { ask, begun, finish } = doubling({ atOnce: 1 });
    const slow = ask(1);
    await turn();
    const next = ask(2);
    await turn();
    expect(begun).toEqual([[1]]);
    vi.advanceTimersToNextTimer();
    expect(begun).toEqual([[1], [2]]);
    finish[0]!();
    expect(await slow).toBe(2);
    const third = ask(3);
    await turn();
    expect(begun).toEqual([[1], [2]]);
    finish[1]!();
    expect(await next).toBe(4);
    expect(begun).toEqual([[1], [2], [3]]);
    finish[2]!();
    expect(await third).toBe(6);
    const last = [ask(4), turn().then(() => ask(5))];
    await turn();
    await turn();
    expect(begun).toEqual([[1], [2], [3], [4]]);
    finish[3]!();
    await last[0];
    await turn();
    finish[4]!();
    expect(await Promise.all(last)).toEqual([8, 10]);
  });
});

it('a failure is that of every question asked together, and of no other', async () => {
  let isBroken = true;
  const { ask } = doubling({
    atOnce: 1,
    async answer(numbers) {
      if (isBroken) throw new Error('out of order');
      return [...numbers];
    },
  });
  const results = await Promise.allSettled([ask(1), ask(2)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await ask(1)).toBe(1);
});

it('an answer that is missing is a fault, not an answer', async () => {
  const { ask } = doubling({ answer: async () => [] });
  await expect(ask(1)).rejects.toThrow('1 questions, 0 answers');
});
