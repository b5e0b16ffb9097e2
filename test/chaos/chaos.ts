// `npm run chaos -- [--rounds N] [--seed N]`: see docs/operating/reliability.md.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { showProgress } from '../../src/cli/output.ts';
import { isClean, runChaos, type ChaosReport } from './run-chaos.ts';

const MAX_TOLD = 20;

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds ?? 200);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed))
  throw new Error('--rounds takes a whole number above 0, --seed a whole number');

console.log(`seed ${seed}: npm run chaos -- --rounds ${rounds} --seed ${seed}`);
const progress = showProgress('starting');
const report = await runChaos({
  rounds,
  seed,
  onProgress: (text) => {
    progress.update(text);
    if (!process.stderr.isTTY) console.error(text);
  },
}).finally(() => progress.stop());
print(report);
process.exitCode = isClean(report) ? 0 : 1;

function print({ faults, byStatus, failures, attempts, counts, ...rest }: ChaosReport): void {
  console.log(`rounds ${rest.rounds}, ${rest.seconds} s`);
  console.log('faults by what was under way');
  for (const [name, phases] of Object.entries(faults)) console.log(`  ${name}: ${told(phases)}`);
  if (!rest.isDiskFilled) console.log('  fill the disk: not here, nothing can be mounted by this user');
  console.log(`requests: ${told(counts)}`);
  console.log(`runs accepted ${rest.accepted}: ${told(byStatus)}`);
  console.log(`attempts: ${told(attempts)}`);
  console.log(`failed: ${told(failures) || 'none'}`);
  for (const what of ['lost', 'wrong', 'leftOver', 'problems'] as const) {
    console.log(`${what === 'leftOver' ? 'left over' : what} ${rest[what].length}`);
    for (const one of rest[what].slice(0, MAX_TOLD)) console.log(`  ${one}`);
  }
}

function told(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}
