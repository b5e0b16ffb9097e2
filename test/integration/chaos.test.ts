import { expect, it } from 'vitest';
import { isClean, runChaos } from '../chaos/run-chaos.ts';

/** The short form of `npm run chaos`. A seed that is written down: what fails here is to fail again. */
const ROUNDS = 6;
const SEED = 15;

it('no run is lost and no file is wrong, whatever is killed, paused, cut or full', async () => {
  const report = await runChaos({ rounds: ROUNDS, seed: SEED, onProgress: () => undefined });
  expect(report, JSON.stringify(report, undefined, 2)).toSatisfy(isClean);
  expect(report.accepted).toBeGreaterThan(ROUNDS);
  const { COMPLETE = 0, DOWNLOADED = 0 } = report.byStatus;
  expect(COMPLETE + DOWNLOADED).toBeGreaterThan(report.accepted / 4);
}, 420_000);
