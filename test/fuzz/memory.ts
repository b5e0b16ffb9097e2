import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

/** The server's memory once nothing is at work and its garbage is collected. */
export interface Memory {
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
}

const PID_FILE = 'server.pid';
const MEGABYTE = 2 ** 20;
/** Garbage of connections that have just closed is only found by a later look. */
const LOOKS = 8;
const LOOK_EVERY_MS = 150;
/** At the end, over what it was after a tenth of the requests: of the heap that is used, and of what the system has given. */
const HEAP = { factor: 1.25, megabytes: 20 };
const RESIDENT = { factor: 1.5, megabytes: 64 };

/** For the environment of `waybill serve`: it lets {@link readMemory} have its garbage collected. */
export function collectable(dir: string): Readonly<Record<string, string>> {
  const program = pathToFileURL(path.join(import.meta.dirname, 'collect-garbage.mjs')).href;
  return { NODE_OPTIONS: `--import=${program}`, WAYBILL_FUZZ_PID_FILE: path.join(dir, PID_FILE) };
}

/** The smallest of a window: what is above it was only on its way. @param dir that of {@link collectable} */
export async function readMemory(url: string, dir: string): Promise<Memory> {
  const pid = Number(await readFile(path.join(dir, PID_FILE), 'utf8'));
  const looks: Memory[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    process.kill(pid, 'SIGUSR2');
    await wait(LOOK_EVERY_MS);
    const text = await (await fetch(`${url}/metrics`)).text();
    const megabytes = (name: string): number => {
      const found = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
      if (found === undefined) throw new Error(`/metrics has no ${name}`);
      return Number(found) / MEGABYTE;
    };
    looks.push({
      heapMegabytes: megabytes('nodejs_heap_size_used_bytes'),
      residentMegabytes: megabytes('process_resident_memory_bytes'),
    });
  }
  return {
    heapMegabytes: Math.min(...looks.map((one) => one.heapMegabytes)),
    residentMegabytes: Math.min(...looks.map((one) => one.residentMegabytes)),
  };
}

/** What says that the memory has grown; undefined when it is flat. */
export function findGrowth(early: Memory, late: Memory): string | undefined {
  const heap = early.heapMegabytes * HEAP.factor + HEAP.megabytes;
  const resident = early.residentMegabytes * RESIDENT.factor + RESIDENT.megabytes;
  if (late.heapMegabytes > heap)
    return `the heap has grown from ${early.heapMegabytes.toFixed(1)} to ${late.heapMegabytes.toFixed(1)} MB (at most ${heap.toFixed(1)})`;
  if (late.residentMegabytes > resident)
    return `the process has grown from ${early.residentMegabytes.toFixed(0)} to ${late.residentMegabytes.toFixed(0)} MB (at most ${resident.toFixed(0)})`;
  return undefined;
}
