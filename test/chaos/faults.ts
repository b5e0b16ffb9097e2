import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../support/until.ts';
import type { Chance } from './chance.ts';
import type { Load } from './load.ts';
import type { Part, World } from './world.ts';

/** After everything was killed, on a machine that does other things. */
const READY_LIMIT_MS = 120_000;
const SPARE_BYTES = 4_096;
const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;

export interface Scene {
  readonly world: World;
  readonly load: Load;
  readonly chance: Chance;
  /** What was noted and should not be. */
  readonly problems: string[];
  /** Workers that stand still until later. */
  readonly paused: Map<Part, Promise<void>>;
}

/** Does something bad and, but for a long pause, sees to it that all that was ended is started again. */
type Fault = (scene: Scene) => Promise<void>;

export const FAULTS = {
  'kill a worker': async (scene) => {
    const worker = awake(scene);
    await worker.kill();
    await later(scene, worker);
  },
  'stop a worker': (scene) => stopInOrder(scene, awake(scene)),
  'pause a worker': async (scene) => {
    const worker = awake(scene);
    worker.pause();
    await wait(scene.chance.between(200, 2_000));
    worker.resume();
  },
  'pause a worker until it is missed': async (scene) => {
    const worker = awake(scene);
    worker.pause();
    const resumed = wait(scene.chance.between(18_000, 26_000)).then(() => {
      scene.paused.delete(worker);
      worker.resume();
    });
    scene.paused.set(worker, resumed);
  },
  'kill the server': async (scene) => {
    await scene.world.server.kill();
    await later(scene, scene.world.server);
  },
  'stop the server': (scene) => stopInOrder(scene, scene.world.server),
  'pause the server': async ({ world, chance }) => {
    world.server.pause();
    await wait(chance.between(200, 2_000));
    world.server.resume();
  },
  'kill PostgreSQL': async ({ world }) => {
    const [postmaster] = await world.postgres();
    if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
  },
  'pause PostgreSQL': async ({ world, chance }) => {
    const processes = await world.postgres();
    signalAll(processes, 'SIGSTOP');
    await wait(chance.between(200, 2_500));
    signalAll(processes, 'SIGCONT');
  },
  'cut the connections': async ({ world }) => {
    // It may be away for another reason.
    await world.ask(CUT).catch(() => undefined);
  },
  'fill the disk': async ({ world, chance }) => {
    await world.disk?.fill(SPARE_BYTES);
    await wait(chance.between(200, 1_000));
    await world.disk?.free();
  },
  'kill an import': ({ load }) => load.killImport(),
  'kill everything': async (scene) => {
    const { world } = scene;
    const processes = await world.postgres();
    signalAll(processes, 'SIGKILL');
    await Promise.all([world.server, ...world.workers].map((part) => part.kill()));
    await wait(scene.chance.between(0, 500));
    for (const part of [world.server, ...world.workers]) part.start();
  },
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;

/** A worker that is not paused; only one is at a time. */
function awake({ world, chance, paused }: Scene): Part {
  return chance.pick(world.workers.filter((worker) => !paused.has(worker)));
}

async function later({ chance }: Scene, part: Part): Promise<void> {
  await wait(chance.between(0, 1_500));
  part.start();
}

async function stopInOrder(scene: Scene, part: Part): Promise<void> {
  const isStarting = !part.isReady();
  const code = await part.stop();
  if (code !== 0 && !isStarting)
    scene.problems.push(`${part.name} was told to stop and ended with ${code ?? 'a signal'}`);
  await later(scene, part);
}

function signalAll(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Everything is up again, by itself or because we started what we had ended. */
export async function recover({ world, problems }: Scene): Promise<void> {
  for (const part of [world.server, ...world.workers]) {
    if (part.isUp()) continue;
    problems.push(`${part.name} ended by itself: ${part.said().slice(-500)}`);
    part.start();
  }
  const deadline = Date.now() + READY_LIMIT_MS;
  await until(async () => {
    if (Date.now() > deadline)
      throw new Error(`the server does not get ready: ${world.server.said().slice(-2_000)}`);
    return fetch(`${world.url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  });
}
