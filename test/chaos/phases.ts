import { watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WORKSPACE_ID } from '../support/launch.ts';
import type { Load } from './load.ts';
import type { World } from './world.ts';

/** What may be going on when something dies; the first that holds is the one that is told. */
export const PHASES = [
  'storing a file',
  'exporting',
  'queued',
  'accepting',
  'downloading',
  'importing',
  'idle',
] as const;
export type Phase = (typeof PHASES)[number];

const STORED_MS = 15;
const WAIT_MS = 4_000;

export interface Phases {
  /** Comes back at a moment of this phase, or when there was none for some seconds; gives the phase it is then. */
  reach(phase: Phase): Promise<Phase>;
  close(): void;
}

/** Looks from outside: at the folders of the storage, and at what the clients wait for. */
export async function watchPhases(world: World, load: Load): Promise<Phases> {
  const exportsDir = path.join(world.storageDir, 'exports', String(WORKSPACE_ID));
  await mkdir(exportsDir, { recursive: true, mode: 0o700 });
  let storedAt = 0;
  // A run's folder is made right before its file gets its name there, and its row.
  const watcher = watch(exportsDir, () => (storedAt = Date.now()));

  async function holds(phase: Phase): Promise<boolean> {
    const { accepting, downloading, importing, following } = load.underWay;
    switch (phase) {
      case 'storing a file':
        return Date.now() - storedAt < STORED_MS;
      case 'exporting':
        return (await temporaries()).length > 0;
      case 'queued':
        return following > 0 && (await temporaries()).length === 0;
      case 'accepting':
        return accepting > 0;
      case 'downloading':
        return downloading > 0;
      case 'importing':
        return importing > 0;
      case 'idle':
        return accepting + downloading + importing + following === 0;
    }
  }

  /** Of runs: an import's have no owner in their names. */
  async function temporaries(): Promise<string[]> {
    return (await readdir(path.join(world.storageDir, 'tmp')).catch(() => [])).filter((name) =>
      name.includes('.'),
    );
  }

  return {
    async reach(wanted) {
      const until = Date.now() + WAIT_MS;
      while (Date.now() < until) {
        if (await holds(wanted)) return wanted;
        await wait(2);
      }
      for (const phase of PHASES) if (await holds(phase)) return phase;
      return 'idle';
    },
    close() {
      watcher.close();
    },
  };
}
