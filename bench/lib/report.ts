import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { comparisonOf, isMet, median, short, type Benchmark, type Figure } from './benchmark.ts';

const RESULTS_DIR = path.resolve(import.meta.dirname, '../results');
const WIDTHS = [24, 14, 14, 10, 10, 7] as const;

const inColumns = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[at] ?? 0))).join(' ');

export const TABLE_HEAD = inColumns(['figure', 'Waybill', 'baseline', 'compared', 'target', '']);

export const targetOf = ({ target: { atMost, atLeast } }: Figure): string =>
  atMost === undefined ? `≥ ${atLeast ?? ''}` : `≤ ${atMost}`;

/** A line of the table. */
export function lineOf(figure: Figure): string {
  const { name, unit, waybill, baseline, target } = figure;
  const sign = target.compare === 'ratio' ? '×' : '+';
  return inColumns([
    name,
    `${short(median(waybill))} ${unit}`,
    `${short(median(baseline))} ${unit}`,
    `${sign}${short(comparisonOf(figure))}`,
    targetOf(figure),
    isMet(figure) ? 'met' : 'MISSED',
  ]);
}

/** What machine it was. */
function machine() {
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    cpu: cpu?.model,
    memoryGiB: Math.round(totalmem() / 1_024 ** 3),
    system: `${process.platform} ${arch()} ${release()}`,
    node: process.version,
  };
}

/** A figure as it is kept. */
export interface KeptFigure extends Figure {
  readonly medians: { readonly waybill: number; readonly baseline: number };
  readonly compared: number;
  readonly isMet: boolean;
}

export interface KeptResults extends Pick<Benchmark, 'name' | 'waybill' | 'baseline'> {
  /** ISO 8601. */
  readonly at: string;
  readonly machine: ReturnType<typeof machine>;
  readonly figures: readonly KeptFigure[];
}

export interface Kind {
  /** Of the small data. */
  readonly isSmall: boolean;
}

const fileOf = (name: string, { isSmall }: Kind): string =>
  path.join(isSmall ? path.join(RESULTS_DIR, 'small') : RESULTS_DIR, `${name}.json`);

/** Keeps the figures of a benchmark: bench/results/<name>.json. */
export async function keepResults(
  { name, waybill, baseline }: Benchmark,
  figures: readonly Figure[],
  kind: Kind,
): Promise<void> {
  const file = fileOf(name, kind);
  await mkdir(path.dirname(file), { recursive: true });
  const document: KeptResults = {
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
  await writeFile(file, `${JSON.stringify(document, undefined, 2)}\n`);
}

/** What was kept of a benchmark; undefined when nothing was. */
export async function readResults(name: string, kind: Kind): Promise<KeptResults | undefined> {
  const text = await readFile(fileOf(name, kind), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as KeptResults);
}

/** How much worse than what was kept a figure may be on another machine, on another day. */
const MAY_BE_WORSE = 1.5;

/** What is wrong with a ratio beside the one that was kept; undefined when nothing is. Milliseconds tell of the machine. */
export function worseThan(kept: KeptResults | undefined, figure: Figure): string | undefined {
  if (figure.target.compare === 'difference') return undefined;
  const { isTail = false, atMost } = figure.target;
  const before = isTail ? atMost : kept?.figures.find(({ name }) => name === figure.name)?.compared;
  if (before === undefined) return `${figure.name}: nothing is kept to hold it against`;
  const now = comparisonOf(figure);
  const isWorse = atMost === undefined ? now < before / MAY_BE_WORSE : now > before * MAY_BE_WORSE;
  return isWorse
    ? `${figure.name}: ${short(now)}, where ${short(before)} ${isTail ? 'is the target' : 'was kept'}`
    : undefined;
}
