import { CSV_VIEWS } from '../lib/baseline.ts';
import { short, type BenchContext, type Benchmark, type Figure } from '../lib/benchmark.ts';
import { forgetPeakMemory, memoryFigures, peakMemoryMb } from '../lib/command.ts';
import { define, runToEnd } from '../lib/runs.ts';
import { openWorld, type WorldName } from '../lib/world.ts';

/** Runs on a server of its own. */
async function peakOf(
  { pairs, note }: BenchContext,
  name: WorldName,
  format: 'csv' | 'json',
): Promise<number> {
  const world = await openWorld(name, note);
  try {
    const definition = await define(world, { exportViews: CSV_VIEWS, format });
    await forgetPeakMemory(world.pid);
    for (let run = 1; run <= pairs; run += 1) await runToEnd(world, definition);
    const peak = await peakMemoryMb(world.pid);
    note(`${format} of ${name}: ${short(peak)} MB`);
    return peak;
  } finally {
    await world.stop();
  }
}

/** That of export-files and import is measured with them. */
export const memory: Benchmark = {
  name: 'memory',
  waybill: 'the most memory of the Node process while it exports the whole workspace, again and again',
  baseline: 'its ceiling, and the same with a tenth of the records',
  async run(context): Promise<readonly Figure[]> {
    const figures: Figure[] = [];
    for (const format of ['csv', 'json'] as const) {
      const peak = await peakOf(context, context.isSmall ? 'small' : 'large', format);
      const tenth = context.isSmall ? undefined : await peakOf(context, 'tenth', format);
      figures.push(...memoryFigures(`memory-export-${format}`, [peak], tenth === undefined ? [] : [tenth]));
    }
    return figures;
  },
};
