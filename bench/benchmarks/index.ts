import type { Benchmark } from '../lib/benchmark.ts';
import { exportBom } from './export-bom.ts';
import { exportSmall, manyRuns } from './export-small.ts';
import { exportFiles } from './export-files.ts';
import { importBundle } from './import.ts';
import { listDeep } from './list-deep.ts';
import { listRuns } from './list-runs.ts';
import { memory } from './memory.ts';
import { start } from './start.ts';
import { exportCsv, exportCsvLimit, exportJson } from './export-csv.ts';

/** In the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
  exportCsv,
  exportCsvLimit,
  exportJson,
  memory,
  exportBom,
  exportSmall,
  manyRuns,
  listRuns,
  listDeep,
  exportFiles,
  importBundle,
  start,
];
