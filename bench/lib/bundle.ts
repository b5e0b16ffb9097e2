import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { EXPORT_VIEWS } from '../../src/kernel/vocabulary.ts';
import type { BenchContext } from './benchmark.ts';
import { contentOf, define, runToEnd } from './runs.ts';
import { DATA_DIR, type WorldName } from './world.ts';

const execute = promisify(execFile);

/** A folder with the CSV files of a whole world, made once. */
export async function bundleOf(context: BenchContext, name: WorldName): Promise<string> {
  const dir = path.join(DATA_DIR, `bundle-${name}`);
  if ((await readdir(dir).catch(() => [])).length > 0) return dir;
  const world = await context.world(name);
  context.note(`exporting a bundle of ${name}, once`);
  const definition = await define(world, { exportViews: EXPORT_VIEWS, format: 'csv' });
  const run = await runToEnd(world, definition);
  const unpacked = `${dir}.new`;
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked);
  await execute('unzip', ['-q', await contentOf(world, definition, run), '-d', unpacked]);
  await rename(unpacked, dir);
  return dir;
}
