import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { comparisonOf, isMet, median, short, type Benchmark, type Figure } from './benchmark.ts';

const RESULTS_DIR = path.resolve(import.meta.dirname, '../results');
const WIDTHS = [24, 14, 14, 10, 10, 7] as const;

const inColumns = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[at] ?? 0))).join(' ');

export const TABLE_HEAD = inColumns(['figure', 'Waybill', 'baseline', 'compared', 'target', '']);

/** A line of the table. */
export function lineOf(figure: Figure): string {
  const { name, unit, waybill, baseline, target } = figure;
  const sign = target.compare === 'ratio' ? '×' : '+';
  return inColumns([
    name,
    `${short(median(waybill))} ${unit}`,
    `${short(median(baseline))} ${unit}`,
    `${sign}${short(comparisonOf(figure))}`,
    target.atMost === undefined ? `≥ ${target.atLeast ?? ''}` : `≤ ${target.atMost}`,
    isMet(figure) ? 'met' : 'MISSED',
  ]);
}

/** What machine it was. */
function machine(): Readonly<Record<string, unknown>> {
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    cpu: cpu?.model,
    memoryGiB: Math.round(totalmem() / 1_024 ** 3),
    system: `${process.platform} ${arch()} ${release()}`,
    node: process.version,
  };
}

/** Keeps the figures of a benchmark: bench/results/<name>.json. */
export async function keepResults(
  { name, waybill, baseline }: Benchmark,
  figures: readonly Figure[],
  { isSmall }: { isSmall: boolean },
): Promise<void> {
  const dir = isSmall ? path.join(RESULTS_DIR, 'small') : RESULTS_DIR;
  await mkdir(dir, { recursive: true });
  const document = {
    name,
    waybill,
    baseline,
    at: new Date().toISOString(),
    machine: machine(),
    figures: figures.map((figure) => ({
      ...figure,
      medians: { waybill: median(figure.waybill), baseline: median(figure.baseline) },
      compared: comparisonOf(figure),
      isMet: isMet(figure),
    })),
  };
  await writeFile(path.join(dir, `${name}.json`), `${JSON.stringify(document, undefined, 2)}\n`);
}
