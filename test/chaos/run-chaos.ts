import { setTimeout as wait } from 'node:timers/promises';
import { createChance } from './chance.ts';
import { FAULTS, recover, type FaultName, type Scene } from './faults.ts';
import { startLoad } from './load.ts';
import { PHASES, watchPhases, type Phase } from './phases.ts';
import { drain, findLeftOver, verifyRuns, type Verdict } from './verify.ts';
import { createWorld } from './world.ts';

const CLIENTS = 4;
const DISK_BASE_MEGABYTES = 128;
const DISK_MEGABYTES_PER_ROUND = 12;

export interface ChaosSettings {
  readonly rounds: number;
  readonly seed: number;
  /** Told what happens, for a line that is overwritten. */
  readonly onProgress: (text: string) => void;
}

export interface ChaosReport extends Verdict {
  readonly rounds: number;
  readonly seed: number;
  readonly seconds: number;
  /** How often each fault came at each phase. */
  readonly faults: Readonly<Record<FaultName, Readonly<Partial<Record<Phase, number>>>>>;
  readonly isDiskFilled: boolean;
  readonly accepted: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Answers and ends that should not be. */
  readonly problems: readonly string[];
}

/** Rounds of faults under load, then the look at what has become of everything. */
export async function runChaos({ rounds, seed, onProgress }: ChaosSettings): Promise<ChaosReport> {
  const startedAt = Date.now();
  const chance = createChance(seed);
  const world = await createWorld({ diskMegabytes: DISK_BASE_MEGABYTES + rounds * DISK_MEGABYTES_PER_ROUND });
  try {
    for (const worker of world.workers) worker.start();
    const load = await startLoad(world, createChance(seed + 1), CLIENTS);
    const scene: Scene = { world, load, chance, problems: [], paused: new Map() };
    const phases = await watchPhases(world, load);
    const names = (Object.keys(FAULTS) as FaultName[]).filter(
      (name) => name !== 'fill the disk' || world.disk !== undefined,
    );
    const faults = Object.fromEntries(names.map((name) => [name, {}])) as Record<
      FaultName,
      Partial<Record<Phase, number>>
    >;
    let deck: FaultName[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      // Every fault comes up before any comes up again.
      if (deck.length === 0) deck = [...names];
      let name = chance.pick(deck);
      deck = deck.filter((one) => one !== name);
      if (name === 'pause a worker until it is missed' && scene.paused.size > 0) name = 'kill a worker';
      const phase = await phases.reach(name === 'kill an import' ? 'importing' : chance.pick(PHASES));
      faults[name][phase] = (faults[name][phase] ?? 0) + 1;
      onProgress(`round ${round} of ${rounds}, ${load.accepted.length} runs accepted: ${name} (${phase})`);
      await FAULTS[name](scene);
      await recover(scene);
      await wait(chance.between(0, 800));
    }
    phases.close();
    onProgress('no more faults: waiting for the runs to end');
    await load.stop();
    await Promise.all(scene.paused.values());
    await drain(scene);
    const runs = await verifyRuns(scene, (done) => {
      if (done % 50 === 0) onProgress(`${done} of ${load.accepted.length} runs looked at`);
    });
    onProgress('looking for what is left over');
    const leftOver = await findLeftOver(scene);
    return {
      ...runs,
      leftOver,
      rounds,
      seed,
      seconds: Math.round((Date.now() - startedAt) / 1_000),
      faults,
      isDiskFilled: world.disk !== undefined,
      accepted: load.accepted.length,
      counts: load.counts,
      problems: [...scene.problems, ...load.problems],
    };
  } finally {
    await world.remove();
  }
}

/** Whether all promises were kept. */
export function isClean({ lost, wrong, leftOver, problems }: ChaosReport): boolean {
  return lost.length + wrong.length + leftOver.length + problems.length === 0;
}
