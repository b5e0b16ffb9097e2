import type { World, WorldName, WorldSettings } from './world.ts';

/** What a ratio (Waybill's figure by the baseline's) or a difference (Waybill's minus the baseline's) has to be. */
export interface Target {
  readonly compare: 'ratio' | 'difference';
  readonly atMost?: number;
  readonly atLeast?: number;
  /** Of the slowest few: the same code on the same machine gives half of it or twice as much. Held against the target, not against what was kept. */
  readonly isTail?: boolean;
}

/** One line of the table: samples of both sides, taken in turn. */
export interface Figure {
  readonly name: string;
  /** s, ms, MB, requests/s, runs/s: of the samples. */
  readonly unit: string;
  readonly waybill: readonly number[];
  readonly baseline: readonly number[];
  readonly target: Target;
}

export interface BenchContext {
  /** How often Waybill and its baseline are measured, one after the other. */
  readonly pairs: number;
  /** Small data, for a check that something has become slower: seconds instead of minutes. */
  readonly isSmall: boolean;
  /** A server on records that are made once and kept. Started when first asked for; stopped after the benchmark. */
  readonly world: (name: WorldName, settings?: WorldSettings) => Promise<World>;
  /** Says how far it is. */
  readonly note: (text: string) => void;
}

export interface Benchmark {
  readonly name: string;
  /** In words: what is measured, and beside what. */
  readonly waybill: string;
  readonly baseline: string;
  readonly run: (context: BenchContext) => Promise<readonly Figure[]>;
}

/** Samples of both sides, in turn, so that what else the machine does meets both. */
export async function alternate(
  { pairs, note }: BenchContext,
  waybill: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ waybill: number[]; baseline: number[] }> {
  const samples = { waybill: [] as number[], baseline: [] as number[] };
  for (let pair = 1; pair <= pairs; pair += 1) {
    samples.waybill.push(await waybill());
    samples.baseline.push(await baseline());
    note(
      `pair ${pair} of ${pairs}: ${short(samples.waybill.at(-1))} beside ${short(samples.baseline.at(-1))}`,
    );
  }
  return samples;
}

/** Seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 50);
}

/** Nearest rank; the mean of the two in the middle for an even median. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const rank = (percent / 100) * sorted.length;
  const at = Math.min(sorted.length, Math.max(1, Math.ceil(rank))) - 1;
  const found = sorted[at] ?? Number.NaN;
  return percent === 50 && sorted.length % 2 === 0 ? (found + (sorted[at + 1] ?? found)) / 2 : found;
}

/** Three significant digits. */
export function short(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(digits, 4));
}

export function comparisonOf({ waybill, baseline, target }: Figure): number {
  const [ours, theirs] = [median(waybill), median(baseline)];
  return target.compare === 'ratio' ? ours / theirs : ours - theirs;
}

export function isMet(figure: Figure): boolean {
  const { atMost = Infinity, atLeast = -Infinity } = figure.target;
  const value = comparisonOf(figure);
  return value <= atMost && value >= atLeast;
}
