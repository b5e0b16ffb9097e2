import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from './benchmark.ts';
import { NODE_ENVIRONMENT, NODE_FLAGS, type World } from './world.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');
const LOOK_EVERY_MS = 20;

export interface CommandResult {
  readonly seconds: number;
  /** The most memory that the Node process has held, in MB. */
  readonly peakMb: number;
}

/** A command of Waybill on a world's installation, from its start to its end. */
export async function runWaybill(
  { dir }: Pick<World, 'dir'>,
  args: readonly string[],
): Promise<CommandResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, MAIN, ...args], {
    env: { ...process.env, ...NODE_ENVIRONMENT, WAYBILL_DATA: dir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-10_000)));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let seconds: number | undefined;
  const over = ended.then(() => (seconds = (performance.now() - startedAt) / 1_000));
  let peakMb = 0;
  while (seconds === undefined) {
    // Of a process that has just ended there is nothing to read.
    peakMb = Math.max(peakMb, await peakMemoryMb(child.pid ?? 0).catch(() => 0));
    await Promise.race([over, wait(LOOK_EVERY_MS)]);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`waybill ${args.join(' ')} ended with ${code ?? 'a signal'}: ${said}`);
  return { seconds, peakMb };
}

/** The most memory that a process has held since it was started, in MB. */
export async function peakMemoryMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (Number(kilobytes) * 1_024) / 1e6;
}

/** Begins anew: what it has held for its start, or for a password, is another matter. */
export async function forgetPeakMemory(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}

const CEILING_MB = 200;
const GROWTH = 1.15;

/**
 * Peaks beside the ceiling that this product has set itself, and beside those of a tenth of the data when there are any.
 * @param peaks in MB
 */
export function memoryFigures(name: string, peaks: readonly number[], ofTenth: readonly number[]): Figure[] {
  const figure = (of: string, baseline: readonly number[], atMost: number): Figure => ({
    name: of,
    unit: 'MB',
    waybill: peaks,
    baseline,
    target: { compare: 'ratio', atMost },
  });
  const growth = ofTenth.length === 0 ? [] : [figure(`${name}-growth`, ofTenth, GROWTH)];
  return [figure(name, [CEILING_MB], 1), ...growth];
}
