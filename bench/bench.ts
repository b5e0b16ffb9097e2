// `npm run bench`: every benchmark beside its baseline, in the same run. `npm run bench -- export-csv list-runs` runs those;
// `--pairs N` measures so often, `--small` takes small data. Figures go to bench/results; with `--check` they do not, and it
// fails when a ratio is half again as bad as the one in there, and not when a target is missed.
import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks/index.ts';
import { isMet, type Benchmark, type Figure } from './lib/benchmark.ts';
import { keepResults, lineOf, readResults, TABLE_HEAD, worseThan } from './lib/report.ts';
import { openWorld, type World, type WorldName, type WorldSettings } from './lib/world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '5' },
    small: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${BENCHMARKS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
/** So many times the pairs before a figure is called worse. */
const IN_DOUBT = 3;
const pairs = Number(values.pairs);
const kind = { isSmall: values.small };
const all: Figure[] = [];
const worse: string[] = [];
for (const benchmark of chosen) {
  const kept = await readResults(benchmark.name, kind);
  let figures = await measure(benchmark, pairs);
  const isWorse = (figure: Figure): boolean => worseThan(kept, figure) !== undefined;
  // Something else may have kept the machine busy, and the slowest hundredth of a few seconds is seldom the same twice: what is worse for
  // good is worse again, and in more samples.
  if (values.check && figures.some(isWorse)) figures = await measure(benchmark, pairs * IN_DOUBT);
  all.push(...figures);
  worse.push(...figures.flatMap((figure) => worseThan(kept, figure) ?? []));
}
console.log(`\n${TABLE_HEAD}`);
for (const figure of all) console.log(lineOf(figure));
if (values.check) for (const line of worse) console.error(`Worse than before: ${line}`);
process.exitCode = (values.check ? worse.length === 0 : all.every(isMet)) ? 0 : 1;

async function measure(benchmark: Benchmark, pairCount: number): Promise<readonly Figure[]> {
  const note = (text: string): void => {
    console.error(`${benchmark.name}: ${text}`);
  };
  note(`${benchmark.waybill}; beside it: ${benchmark.baseline}`);
  const worlds = new Map<string, Promise<World>>();
  const open = (name: WorldName, settings: WorldSettings = {}): Promise<World> => {
    const key = JSON.stringify([name, settings]);
    const world = worlds.get(key) ?? openWorld(name, note, settings);
    worlds.set(key, world);
    return world;
  };
  try {
    const figures = await benchmark.run({
      pairs: pairCount,
      isSmall: values.small,
      world: open,
      note,
    });
    for (const figure of figures) console.error(lineOf(figure));
    if (!values.check) await keepResults(benchmark, figures, kind);
    return figures;
  } finally {
    for (const world of worlds.values()) await (await world).stop();
  }
}
