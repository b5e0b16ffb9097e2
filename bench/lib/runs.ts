import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './world.ts';

const ALL_ITEMS = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
const POLL_EVERY_MS = 25;

export interface Run {
  readonly guid: string;
  readonly number: number;
  readonly status: string;
  readonly files: readonly { readonly guid: string }[];
  readonly waybill?: { readonly error: { readonly message: string } | null };
}

export interface Definition {
  readonly guid: string;
}

/** An export definition over all items, unless criteria are given. */
export function define(
  world: World,
  options: Readonly<Record<string, unknown>>,
  criteria: unknown = ALL_ITEMS,
): Promise<Definition> {
  return world.call<Definition>('POST', '/v1/exports', {
    body: { name: 'Bench', world: 'ITEMS', criteria, options },
  });
}

/** From POST to COMPLETE. */
export async function runToEnd(world: World, definition: Definition, waitS = 60): Promise<Run> {
  const runs = `/v1/exports/${definition.guid}/runs`;
  let run = await world.call<Run>('POST', runs, {
    body: {},
    headers: { Prefer: `wait=${waitS}` },
  });
  while (run.status === 'CREATED' || run.status === 'RUNNING') {
    await wait(POLL_EVERY_MS);
    run = await world.call<Run>('GET', `${runs}/${run.guid}`);
  }
  if (run.status !== 'COMPLETE')
    throw new Error(`the run ended ${run.status}: ${run.waybill?.error?.message ?? ''}`);
  return run;
}

export interface RunFile {
  readonly size: number;
  readonly sha256: string;
  readonly name: string;
}

export async function fileOf(world: World, definition: Definition, run: Run): Promise<RunFile> {
  const [file] = run.files;
  if (file === undefined) throw new Error('the run has no file');
  return world.call<RunFile>('GET', `/v1/exports/${definition.guid}/runs/${run.guid}/files/${file.guid}`);
}

/** Where the content of a run's file stands on disk. */
export async function contentOf(world: World, definition: Definition, run: Run): Promise<string> {
  const { sha256 } = await fileOf(world, definition, run);
  const [key = ''] = (
    await world.psql([
      `SELECT storage_key FROM export_run_files WHERE sha256 = decode('${sha256}', 'hex') ORDER BY id DESC LIMIT 1`,
    ])
  ).split('\n');
  return path.join(world.dir, 'files', key);
}
