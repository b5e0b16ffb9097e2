/** Chance that a seed alone decides (mulberry32), so that a history can be had again, as far as processes let it. */
export interface Chance {
  /** 0 ≤ … < 1 */
  next(): number;
  between(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
  isLucky(percent: number): boolean;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (values) => values[Math.floor(next() * values.length)]!,
    isLucky: (percent) => next() * 100 < percent,
  };
}
