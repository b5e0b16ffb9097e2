import pg from 'pg';
import { CSV_VIEWS, selectByHand } from '../lib/baseline.ts';
import { percentile, timed, type Benchmark, type BenchContext, type Figure } from '../lib/benchmark.ts';
import { define, runToEnd, type Definition, type Run } from '../lib/runs.ts';
import type { World } from '../lib/world.ts';

const RUNS = { full: 500, small: 30 } as const;
const QUEUED = { full: 2_000, small: 100 } as const;
const SLOTS = 4;
const OPTIONS = { exportViews: CSV_VIEWS, format: 'csv' } as const;

async function firstNumber(world: World): Promise<string> {
  return (await world.psql(['SELECT number FROM items ORDER BY number LIMIT 1'])).trim();
}

function defineOne(world: World, number: string): Promise<Definition> {
  return define(world, OPTIONS, [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: number }]]);
}

/** From POST to COMPLETE, with the content. */
async function exportOne(world: World, definition: Definition): Promise<void> {
  const run = await runToEnd(world, definition);
  const [file] = run.files;
  if (file === undefined) throw new Error('the run has no file');
  await world.download(`/v1/exports/${definition.guid}/runs/${run.guid}/files/${file.guid}/content`);
}

const seconds = async (count: number, work: () => Promise<unknown>): Promise<number[]> => {
  const samples: number[] = [];
  for (let sample = 0; sample < count; sample += 1) samples.push(await timed(work));
  return samples;
};

export const exportSmall: Benchmark = {
  name: 'export-small',
  waybill: 'one item, SPECS + BOM + SOURCING as csv, from POST to COMPLETE and the content',
  baseline: 'the same three SELECTs on a warm connection',
  async run(context) {
    const world = await context.world(context.isSmall ? 'small' : 'large');
    const number = await firstNumber(world);
    const definition = await defineOne(world, number);
    const selects = await selectsFor(world);
    const client = new pg.Client(world.connection);
    await client.connect();
    const byHand = async (): Promise<void> => {
      for (const text of selects) await client.query({ text, values: [number] });
    };
    try {
      const p50 = { waybill: [] as number[], baseline: [] as number[] };
      const p95 = { waybill: [] as number[], baseline: [] as number[] };
      await seconds(10, () => exportOne(world, definition));
      const perPair = Math.ceil(RUNS[context.isSmall ? 'small' : 'full'] / context.pairs);
      for (let pair = 1; pair <= context.pairs; pair += 1) {
        const ours = await seconds(perPair, () => exportOne(world, definition));
        const theirs = await seconds(perPair, byHand);
        p50.waybill.push(percentile(ours, 50) * 1_000);
        p50.baseline.push(percentile(theirs, 50) * 1_000);
        p95.waybill.push(percentile(ours, 95) * 1_000);
        p95.baseline.push(percentile(theirs, 95) * 1_000);
        context.note(
          `pair ${pair}: p50 ${p50.waybill.at(-1)?.toFixed(1) ?? ''} ms, p95 ${p95.waybill.at(-1)?.toFixed(1) ?? ''} ms`,
        );
      }
      return [
        { name: 'export-small-p50', unit: 'ms', ...p50, target: { compare: 'difference', atMost: 25 } },
        { name: 'export-small-p95', unit: 'ms', ...p95, target: { compare: 'difference', atMost: 60 } },
      ];
    } finally {
      await client.end();
    }
  },
};

async function selectsFor(world: World): Promise<string[]> {
  const item = { SPECS: 'i', BOM: 'pi', SOURCING: 'pi' } as const;
  return Promise.all(
    CSV_VIEWS.map(async (view) =>
      (await selectByHand(world, view)).replace(' ORDER BY', ` WHERE ${item[view]}.number = $1 ORDER BY`),
    ),
  );
}

export const manyRuns: Benchmark = {
  name: 'many-runs',
  waybill: `2 000 small runs queued at once, ${SLOTS} worker slots`,
  baseline: 'small runs one after the other, each awaited',
  async run(context: BenchContext): Promise<readonly Figure[]> {
    const world = await context.world(context.isSmall ? 'small' : 'large', {
      WAYBILL_WORKERS: String(SLOTS),
    });
    const number = await firstNumber(world);
    const count = QUEUED[context.isSmall ? 'small' : 'full'];
    const waybill: number[] = [];
    const baseline: number[] = [];
    for (let pair = 1; pair <= context.pairs; pair += 1) {
      const one = await defineOne(world, number);
      const inTurn = Math.ceil(count / 10);
      baseline.push(inTurn / (await timed(() => seconds(inTurn, () => runToEnd(world, one)))));
      const many = await defineOne(world, number);
      await queue(world, many, count);
      waybill.push(await rateOf(world, many, count));
      context.note(
        `pair ${pair}: ${waybill.at(-1)?.toFixed(0) ?? ''} beside ${baseline.at(-1)?.toFixed(0) ?? ''} runs a second`,
      );
    }
    return [
      { name: 'many-runs', unit: 'runs/s', waybill, baseline, target: { compare: 'ratio', atLeast: 1.6 } },
    ];
  },
};

async function queue(world: World, definition: Definition, count: number): Promise<void> {
  const inFlight = new Set<Promise<unknown>>();
  for (let run = 0; run < count; run += 1) {
    const posted = world.call<Run>('POST', `/v1/exports/${definition.guid}/runs`, {
      body: {},
      headers: { Prefer: 'respond-async' },
    });
    const tracked = posted.finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
    if (inFlight.size >= 32) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
}

/** Waits for the last one, and looks at the order in which they were begun. */
async function rateOf(world: World, definition: Definition, count: number): Promise<number> {
  for (;;) {
    const [line = ''] = (
      await world.psql([
        `SELECT pg_sleep(0.05), count(*) FILTER (WHERE r.status = 'COMPLETE'), extract(epoch FROM max(r.ended_at) - min(r.created_at)), max(abs(r.begun - r.accepted))
         FROM (SELECT r.*, row_number() OVER (ORDER BY r.started_at) AS begun, r.number AS accepted FROM export_runs r JOIN export_definitions d ON d.id = r.definition_id
               WHERE d.guid = '${definition.guid}') AS r`,
      ])
    ).split('\n');
    const [, complete, elapsed, displaced] = line.split('|').map(Number);
    if (complete !== count) continue;
    if ((displaced ?? Infinity) > SLOTS)
      throw new Error(`a run began ${displaced ?? ''} places from its turn`);
    return count / (elapsed ?? Number.NaN);
  }
}
