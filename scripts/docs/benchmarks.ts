import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { short } from '../../bench/lib/benchmark.ts';
import { readResults, targetOf, type KeptResults } from '../../bench/lib/report.ts';
import { pageOf, row, type Page } from './page.ts';

const RESULTS_DIR = path.resolve(import.meta.dirname, '../../bench/results');

/** The figures of bench/results, which `npm run bench` writes. */
export async function benchmarksPage(): Promise<Page> {
  const files = await readdir(RESULTS_DIR).catch(() => []);
  const names = files.flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []).toSorted();
  const results = (await Promise.all(names.map((name) => readResults(name, { isSmall: false })))).flatMap(
    (kept) => kept ?? [],
  );
  return pageOf([
    '# Benchmarks',
    '',
    'Medians, each beside its baseline in the same run. What they mean and what was tried is told in [performance.md](../performance.md).',
    '',
    ...results.flatMap(sectionOf),
  ]);
}

function sectionOf({ name, waybill, baseline, at, machine, figures }: KeptResults): string[] {
  return [
    `## ${name}`,
    '',
    `- Waybill: ${waybill}`,
    `- baseline: ${baseline}`,
    `- ${at.slice(0, 10)}, ${machine.cores} cores of ${machine.cpu ?? 'an unknown processor'}, ${machine.memoryGiB} GiB, Node ${machine.node}`,
    '',
    '| figure | Waybill | baseline | compared | target | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...figures.map((figure) =>
      row(
        figure.name,
        `${short(figure.medians.waybill)} ${figure.unit}`,
        `${short(figure.medians.baseline)} ${figure.unit}`,
        `${figure.target.compare === 'ratio' ? '×' : '+'}${short(figure.compared)}`,
        targetOf(figure),
        figure.isMet ? 'met' : '**missed**',
      ),
    ),
    '',
  ];
}
