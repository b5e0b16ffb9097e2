import type { Benchmark, Figure } from '../lib/benchmark.ts';
import { median } from '../lib/benchmark.ts';
import { openStoredRuns } from '../lib/stored-runs.ts';
import { PAGE, runsOf } from './list-runs.ts';

/** Lists asked for of each kind before one pair of samples is taken of them: their median. */
const LISTS_EACH = 100;
const WARM_UP = 30;

/** A list of a definition with many runs, as long as one of few takes. One request at a time, on one connection that is kept. */
export const listDeep: Benchmark = {
  name: 'list-deep',
  waybill: 'lists of a definition with 100 000 runs, one at a time: the median of 100',
  baseline: "list-runs' own lists in between, of definitions with 1 000 runs, in the same way",
  async run(context): Promise<readonly Figure[]> {
    const { world, definitions, deep } = await openStoredRuns(context);
    const runs = runsOf(deep.guid);
    // A tenth of the time in which the runs were made, so of the runs.
    const tenth = 'completionDateTimeFrom=2024-01-01T00:00:00Z&completionDateTimeTo=2024-04-09T23:59:59Z';
    const kinds = [
      { name: 'first page', path: `${runs}?limit=20`, atMost: 4 },
      { name: 'status', path: `${runs}?${PAGE}`, atMost: 4 },
      { name: 'offset', path: `${runs}?limit=20&offset=${deep.runs * 0.9}`, atMost: 4 },
      { name: 'date range', path: `${runs}?limit=20&${tenth}`, atMost: 4 },
      { name: 'latestCompleted', path: `${runs}?latestCompleted=true`, atMost: 1.2 },
    ];
    const askFor = async (path: string): Promise<number> => {
      const startedAt = performance.now();
      await world.call('GET', path);
      return performance.now() - startedAt;
    };
    let asked = 0;
    const askOrdinary = (): Promise<number> => {
      asked += 1;
      return askFor(`${runsOf(definitions[(asked * 37) % definitions.length] ?? '')}?${PAGE}`);
    };
    for (let count = 0; count < WARM_UP; count += 1)
      for (const { path } of kinds) await Promise.all([askFor(path), askOrdinary()]);

    const figures: Figure[] = [];
    for (const { name, path, atMost } of kinds) {
      const [waybill, baseline]: [number[], number[]] = [[], []];
      for (let pair = 1; pair <= context.pairs; pair += 1) {
        const [deepMs, ordinaryMs]: [number[], number[]] = [[], []];
        // In turn, one by one: what else the machine does meets both.
        for (let count = 0; count < LISTS_EACH; count += 1) {
          deepMs.push(await askFor(path));
          ordinaryMs.push(await askOrdinary());
        }
        waybill.push(median(deepMs));
        baseline.push(median(ordinaryMs));
      }
      figures.push({
        name: `list-deep ${name}`,
        unit: 'ms',
        waybill,
        baseline,
        target: { compare: 'ratio', atMost },
      });
    }
    return figures;
  },
};
