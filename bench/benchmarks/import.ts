import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import { timed, short, type BenchContext, type Benchmark, type Figure } from '../lib/benchmark.ts';
import { bundleOf } from '../lib/bundle.ts';
import { memoryFigures, runWaybill, type CommandResult } from '../lib/command.ts';
import { openWorld, removeWorld, type World } from '../lib/world.ts';

/** Each time into a new installation. */
export const importBundle: Benchmark = {
  name: 'import',
  waybill: '`waybill import` of a bundle of 500 000 items into a new installation',
  baseline:
    "psql's \\copy of the same files into tables of text columns without indexes, one after the other",
  async run(context): Promise<readonly Figure[]> {
    const bundle = await bundleOf(context, context.isSmall ? 'small' : 'large');
    const copies = await copiesOf(bundle);
    const imports: CommandResult[] = [];
    const baseline: number[] = [];
    for (let pair = 1; pair <= context.pairs; pair += 1) {
      await inNewWorld(context, async (world) => {
        imports.push(await runWaybill(world, ['import', bundle]));
      });
      await inNewWorld(context, async (world) => {
        baseline.push(await timed(() => world.psql(copies)));
      });
      context.note(
        `pair ${pair} of ${context.pairs}: ${short(imports.at(-1)?.seconds)} beside ${short(baseline.at(-1))}`,
      );
    }
    const peaks = imports.map(({ peakMb }) => peakMb);
    return [
      {
        name: 'import',
        unit: 's',
        waybill: imports.map(({ seconds }) => seconds),
        baseline,
        target: { compare: 'ratio', atMost: 5 },
      },
      ...memoryFigures('memory-import', peaks, context.isSmall ? [] : await peaksOfTenth(context)),
    ];
  },
};

/** The same at a tenth of the size. */
async function peaksOfTenth(context: BenchContext): Promise<number[]> {
  const bundle = await bundleOf(context, 'tenth');
  const peaks: number[] = [];
  for (let sample = 1; sample <= context.pairs; sample += 1)
    await inNewWorld(context, async (world) => {
      peaks.push((await runWaybill(world, ['import', bundle])).peakMb);
    });
  return peaks;
}

async function inNewWorld({ note }: BenchContext, work: (world: World) => Promise<void>): Promise<void> {
  await removeWorld('import');
  const world = await openWorld('import', note);
  try {
    await world.psql(['CHECKPOINT']);
    await work(world);
  } finally {
    await world.stop();
    await removeWorld('import');
  }
}

/** What somebody types who only wants the rows in a database. */
async function copiesOf(bundle: string): Promise<string[]> {
  const files = (await readdir(bundle)).filter((name) => name.endsWith('.csv')).toSorted();
  const commands = await Promise.all(
    files.map(async (file) => {
      const table = `bench_${path.basename(file, '.csv').toLowerCase()}`;
      const columns = (await headerOf(path.join(bundle, file))).map((name) => `"${name}" text`).join(', ');
      return [
        `CREATE TABLE ${table} (${columns})`,
        `\\copy ${table} from '${path.join(bundle, file)}' (format csv, header)`,
      ];
    }),
  );
  return commands.flat();
}

async function headerOf(file: string): Promise<string[]> {
  const stream = createReadStream(file);
  try {
    for await (const line of createInterface({ input: stream }))
      return (parse(line) as readonly string[][])[0] ?? [];
    return [];
  } finally {
    stream.destroy();
  }
}
