import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Benchmark, BenchContext, Figure } from '../lib/benchmark.ts';
import { short } from '../lib/benchmark.ts';
import { putLoad, type LoadResult } from '../lib/load.ts';
import { openStoredRuns, type StoredRuns } from '../lib/stored-runs.ts';

const BARE_FASTIFY = path.join(import.meta.dirname, '../baseline/bare-fastify.ts');
const CONNECTIONS = 64;
export const PAGE = 'status=COMPLETE&limit=20';
export const runsOf = (guid: string): string => `/v1/exports/${guid}/runs`;

/** Requests a second, and how long the slowest hundredth takes. */
export const listRuns: Benchmark = {
  name: 'list-runs',
  waybill: 'a page of the runs of one of 1 000 definitions, a million runs in all, on 64 connections',
  baseline: 'fastify with one query by primary key on the same pool, answers of the same size',
  async run(context): Promise<readonly Figure[]> {
    const stored = await openStoredRuns(context);
    await keepAnswers(stored);
    const bare = await startBare(stored);
    const [waybill, baseline]: [LoadResult[], LoadResult[]] = [[], []];
    try {
      for (let pair = 1; pair <= context.pairs; pair += 1) {
        const [ours, theirs] = [await loadWaybill(stored, context), await bare.load(context)];
        waybill.push(ours);
        baseline.push(theirs);
        context.note(`pair ${pair} of ${context.pairs}: ${told(ours)} beside ${told(theirs)}`);
      }
    } finally {
      await bare.stop();
    }
    const figure = (name: string, of: keyof LoadResult): Pick<Figure, 'name' | 'waybill' | 'baseline'> => ({
      name,
      waybill: waybill.map((one) => one[of]),
      baseline: baseline.map((one) => one[of]),
    });
    return [
      { ...figure('list-runs', 'requestsPerS'), unit: 'req/s', target: { compare: 'ratio', atLeast: 0.6 } },
      {
        ...figure('list-runs p99', 'p99Ms'),
        unit: 'ms',
        target: { compare: 'ratio', atMost: 2, isTail: true },
      },
    ];
  },
};

const told = ({ requestsPerS, p50Ms, p99Ms }: LoadResult): string =>
  `${short(requestsPerS)} req/s (${p50Ms} ms, p99 ${p99Ms} ms)`;

const spanOf = ({ isSmall }: BenchContext) => ({
  connections: CONNECTIONS,
  seconds: isSmall ? 2 : 5,
  warmSeconds: 2,
});

function loadWaybill({ world, definitions }: StoredRuns, context: BenchContext): Promise<LoadResult> {
  return putLoad({
    url: world.url,
    paths: definitions.map((guid) => `${runsOf(guid)}?${PAGE}`),
    headers: { arena_session_id: world.token },
    ...spanOf(context),
  });
}

/** The very answers of Waybill, for the baseline to look up. */
async function keepAnswers({ world, definitions }: StoredRuns): Promise<void> {
  await world.psql([
    `CREATE SCHEMA IF NOT EXISTS bench`,
    `CREATE TABLE IF NOT EXISTS bench.answers (id integer PRIMARY KEY, answer text NOT NULL)`,
  ]);
  if (Number(await world.psql(['SELECT count(*) FROM bench.answers'])) === definitions.length) return;
  await world.psql(['TRUNCATE bench.answers']);
  const rows: string[] = [];
  for (const [at, guid] of definitions.entries()) {
    const answer = JSON.stringify(await world.call('GET', `${runsOf(guid)}?${PAGE}`));
    rows.push(`(${at}, '${answer.replaceAll("'", "''")}')`);
  }
  // In parts: an argument of a program is no longer than 128 KiB.
  for (let start = 0; start < rows.length; start += 8)
    await world.psql([`INSERT INTO bench.answers VALUES ${rows.slice(start, start + 8).join(', ')}`]);
  await world.psql(['VACUUM (ANALYZE) bench.answers']);
}

interface BareServer {
  load(context: BenchContext): Promise<LoadResult>;
  stop(): Promise<void>;
}

async function startBare({ world, definitions }: StoredRuns): Promise<BareServer> {
  const server: ChildProcess = spawn(process.execPath, [BARE_FASTIFY, JSON.stringify(world.connection)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  if (server.stdout === null) throw new Error('the baseline has no output');
  const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  return {
    load: (context) =>
      putLoad({ url, paths: definitions.map((_, at) => `/answers/${at}`), headers: {}, ...spanOf(context) }),
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
