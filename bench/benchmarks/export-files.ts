import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { alternate, short, timed, type BenchContext, type Benchmark, type Figure } from '../lib/benchmark.ts';
import { forgetPeakMemory, memoryFigures, peakMemoryMb } from '../lib/command.ts';
import { openContentWorld, type ContentWorldName } from '../lib/content-bundle.ts';
import { contentOf, define, runToEnd } from '../lib/runs.ts';
import { DATA_DIR, type World } from '../lib/world.ts';

const execute = promisify(execFile);
const OPTIONS = {
  exportViews: ['SPECS', 'FILES'],
  format: 'csv',
  fileContent: { item: 'ALL', supplierItem: 'NONE' },
} as const;

export const exportFiles: Benchmark = {
  name: 'export-files',
  waybill: 'a run whose archive holds 5 000 physical files, 2 GiB together, from POST to COMPLETE',
  baseline: '`zip -1 -q -r` of the same folder',
  async run(context): Promise<readonly Figure[]> {
    const { world, folder } = await openContentWorld(context, context.isSmall ? 'files-small' : 'files');
    const scratch = await mkdtemp(path.join(DATA_DIR, 'zip-'));
    try {
      await forgetPeakMemory(world.pid);
      await exportOnce(world);
      const copied = await timed(() => cp(folder, path.join(scratch, 'copy'), { recursive: true }));
      await rm(path.join(scratch, 'copy'), { recursive: true });
      context.note(`to copy the folder takes ${short(copied)} s`);
      const samples = await alternate(
        context,
        () => timed(() => exportOnce(world)),
        () => zip(folder, scratch),
      );
      const peak = await peakMemoryMb(world.pid);
      return [
        { name: 'export-files', unit: 's', ...samples, target: { compare: 'ratio', atMost: 0.8 } },
        ...memoryFigures('memory-export-files', [peak], context.isSmall ? [] : [await peakOfTenth(context)]),
      ];
    } finally {
      await rm(scratch, { recursive: true, force: true });
      await world.stop();
    }
  },
};

/** As many runs of a tenth of the size. */
async function peakOfTenth(context: BenchContext): Promise<number> {
  const name: ContentWorldName = 'files-tenth';
  const { world } = await openContentWorld(context, name);
  try {
    await forgetPeakMemory(world.pid);
    for (let run = 0; run <= context.pairs; run += 1) await exportOnce(world);
    return await peakMemoryMb(world.pid);
  } finally {
    await world.stop();
  }
}

/** Its file is removed again, so that the disk does not fill. */
async function exportOnce(world: World): Promise<void> {
  const definition = await define(world, OPTIONS);
  const run = await runToEnd(world, definition);
  await rm(await contentOf(world, definition, run));
}

async function zip(folder: string, scratch: string): Promise<number> {
  const archive = path.join(scratch, 'files.zip');
  const seconds = await timed(() =>
    execute('zip', ['-1', '-q', '-r', archive, path.basename(folder)], { cwd: path.dirname(folder) }),
  );
  await rm(archive);
  return seconds;
}
