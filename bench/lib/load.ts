import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const PROGRAM = path.join(import.meta.dirname, 'load-process.ts');

export interface Load {
  readonly url: string;
  /** GET, one after the other on each connection. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Kept open, each with one request under way. */
  readonly connections: number;
  readonly seconds: number;
  /** Before those that count. */
  readonly warmSeconds: number;
}

export interface LoadResult {
  readonly requestsPerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were no success, and requests without one. */
  readonly failures: number;
}

/** Asks from a process of its own; a request that fails fails the whole. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const generator = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  generator.stdin.end(JSON.stringify(load));
  const [output] = await Promise.all([text(generator.stdout), once(generator, 'exit')]);
  const result = JSON.parse(output) as LoadResult;
  if (result.failures > 0) throw new Error(`${result.failures} requests to ${load.url} failed`);
  return result;
}
