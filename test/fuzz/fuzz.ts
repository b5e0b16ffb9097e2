// `npm run fuzz -- [--requests N] [--seed S] [--from N]`: see docs/operating/reliability.md.
import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { showProgress } from '../../src/cli/output.ts';
import { removeDataDir } from '../../src/platform/db/embedded/location.ts';
import { environmentOf, killGroup, launch, watch } from '../support/launch.ts';
import { collectable } from './memory.ts';
import { runFuzz, type FuzzReport } from './run-fuzz.ts';
import { prepareScene, UNTHROTTLED } from './scene.ts';
import { tell, tellFinding } from './report.ts';

const HANG_MS = 5_000;
const MAX_LOG = 3_000;
const TELL_EVERY_MS = 10_000;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    from: { type: 'string', default: '0' },
    // An empty database; without it the embedded one.
    'database-url': { type: 'string', default: '' },
  },
});
const [requests, seed, from] = [values.requests, values.seed, values.from].map(Number) as [
  number,
  number,
  number,
];
if (![requests, seed, from].every((one) => Number.isSafeInteger(one) && one >= 0) || requests < 1)
  throw new Error('--requests, --seed and --from take whole numbers');

console.log(
  `seed ${seed}: npm run fuzz -- --requests ${requests} --seed ${seed}${from > 0 ? ` --from ${from}` : ''}`,
);
const report = await fuzz();
for (const line of tell(report)) console.log(line);
for (const finding of report.findings) for (const line of tellFinding(finding, seed)) console.log(line);
process.exitCode = report.findings.length === 0 ? 0 : 1;

async function fuzz(): Promise<FuzzReport> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-fuzz-'));
  // PostgreSQL, under a user of its own when this runs as root, has to get into the data folder.
  await chmod(dir, 0o755);
  const env = environmentOf(dir, values['database-url']);
  const running = launch(['serve', '--json', '--sample', '--port', '0'], {
    dir,
    env: { ...env, ...UNTHROTTLED, ...collectable(dir) },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.exitCode = 130;
      running.child.kill('SIGTERM');
    });
  const progress = showProgress('starting');
  try {
    const server = await watch(running);
    const command = (args: readonly string[]) => launch(args, { dir, env }).result;
    const scene = await prepareScene({ url: server.url, dir, command });
    const report = await runFuzz(scene, {
      ...{ seed, requests, from, memoryDir: dir, hangMs: HANG_MS },
      onProgress: createProgress((text) => {
        progress.update(text);
        if (!process.stderr.isTTY) console.error(text);
      }),
    });
    const code = await server.stop();
    const more = [
      ...(code === 0 ? [] : [`the server ended with ${code ?? 'a signal'}`]),
      // Lanes that are full are logged too.
      ...(report.busy === 0 && server.output().includes('request failed')
        ? ['the server has logged a fault']
        : []),
    ].map((what) => ({
      place: undefined,
      what,
      request: undefined,
      received: server.output().slice(-MAX_LOG),
    }));
    return { ...report, findings: [...report.findings, ...more] };
  } finally {
    progress.stop();
    killGroup(running.child);
    await running.result;
    await removeDataDir(path.join(dir, 'data'));
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function createProgress(say: (text: string) => void): (sent: number) => void {
  const startedAt = performance.now();
  const everyMs = process.stderr.isTTY ? 250 : TELL_EVERY_MS;
  let toldAt = startedAt;
  return (sent) => {
    const now = performance.now();
    if (now - toldAt < everyMs) return;
    toldAt = now;
    say(`${sent} of ${requests} requests, ${Math.round((sent * 1_000) / (now - startedAt))} a second`);
  };
}
