import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CSV_VIEWS, selectByHand } from '../lib/baseline.ts';
import { alternate, timed, type Benchmark, type BenchContext } from '../lib/benchmark.ts';
import { compareMembers } from '../lib/compare.ts';
import { contentOf, define, fileOf, runToEnd } from '../lib/runs.ts';
import type { World } from '../lib/world.ts';

const OPTIONS = { exportViews: CSV_VIEWS, format: 'csv' } as const;

/** `\copy` takes one line. */
const copyTo = (select: string, target: string): string =>
  `\\copy (${select}) to ${target} (format csv, header)`;

async function selects(world: World): Promise<string[]> {
  return Promise.all(CSV_VIEWS.map((view) => selectByHand(world, view)));
}

const worldOf = (context: BenchContext): Promise<World> => context.world(context.isSmall ? 'small' : 'large');

export const exportCsv: Benchmark = {
  name: 'export-csv',
  waybill: 'a run of the whole workspace, SPECS + BOM + SOURCING as csv, from POST to COMPLETE',
  baseline: "the same three SELECTs with psql's \\copy … to program 'gzip -1', one after the other",
  async run(context) {
    const world = await worldOf(context);
    const definition = await define(world, OPTIONS);
    const dir = await mkdtemp(path.join(tmpdir(), 'waybill-bench-'));
    try {
      const targets = CSV_VIEWS.map((view) => path.join(dir, `${view}.csv.gz`));
      const commands = (await selects(world)).map((select, at) =>
        copyTo(select, `program 'gzip -1 > ${targets[at] ?? ''}'`),
      );
      let run = await runToEnd(world, definition);
      const samples = await alternate(
        context,
        () => timed(async () => (run = await runToEnd(world, definition))),
        () => timed(() => world.psql(commands)),
      );
      const { size } = await fileOf(world, definition, run);
      const sizes = await Promise.all(targets.map(async (target) => (await stat(target)).size));
      await compareMembers(await contentOf(world, definition, run), targets);
      const [ours, theirs] = [size / 1e6, sizes.reduce((sum, one) => sum + one, 0) / 1e6];
      return [
        { name: 'export-csv', unit: 's', ...samples, target: { compare: 'ratio', atMost: 0.75 } },
        {
          name: 'export-csv-size',
          unit: 'MB',
          waybill: [ours],
          baseline: [theirs],
          target: { compare: 'ratio', atMost: 1.05 },
        },
      ];
    } finally {
      await rm(dir, { recursive: true });
    }
  },
};

export const exportCsvLimit: Benchmark = {
  name: 'export-csv-limit',
  waybill: exportCsv.waybill,
  baseline: 'the same three COPYs to /dev/null, on two connections at once, without compression',
  async run(context) {
    const world = await worldOf(context);
    const definition = await define(world, OPTIONS);
    const [specs = '', bom = '', sourcing = ''] = (await selects(world)).map((select) =>
      copyTo(select, `'/dev/null'`),
    );
    await runToEnd(world, definition);
    const samples = await alternate(
      context,
      () => timed(() => runToEnd(world, definition)),
      () => timed(() => Promise.all([world.psql([bom]), world.psql([specs, sourcing])])),
    );
    return [{ name: 'export-csv-limit', unit: 's', ...samples, target: { compare: 'ratio', atMost: 1.6 } }];
  },
};

export const exportJson: Benchmark = {
  name: 'export-json',
  waybill: 'the same as one JSON document',
  baseline: "Waybill's export-csv",
  async run(context) {
    const world = await worldOf(context);
    const csv = await define(world, OPTIONS);
    const json = await define(world, { ...OPTIONS, format: 'json' });
    await runToEnd(world, csv);
    const samples = await alternate(
      context,
      () => timed(() => runToEnd(world, json)),
      () => timed(() => runToEnd(world, csv)),
    );
    return [{ name: 'export-json', unit: 's', ...samples, target: { compare: 'ratio', atMost: 2 } }];
  },
};
