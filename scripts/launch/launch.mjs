import { readFileSync } from 'node:fs';
import path from 'node:path';
import { preparePage } from './page.mjs';
import { LaunchError, MODULES, programOf, ROOT } from './program.mjs';
import { prepareRuntime } from './runtime.mjs';
import { start } from './start.mjs';

/**
 * How Node runs here.
 * - `--disable-warning`: Node 22.18 says of every TypeScript file that running it is experimental.
 * - `--max-semi-space-size`: what lives for a moment is collected every 4 MB instead of every 16: it stays in the processor's cache, and 40
 *   to 100 MB less are held.
 * - `MALLOC_MMAP_THRESHOLD_`: glibc gives the memory of a buffer back when it is freed; by itself it begins to keep ever larger ones, 50 MB in
 *   the end.
 */
const NODE = JSON.parse(readFileSync(new URL('node.json', import.meta.url), 'utf8'));
/** Where Node keeps what it has compiled: half of the time of a start, and the types of the first file are stripped by 20 MB of WebAssembly. */
const COMPILE_CACHE = path.join(MODULES, '.cache/waybill');
const MAIN = 'src/main.ts';
const USAGE =
  'usage: node scripts/run.mjs [--env NAME=value]… <file of this project | command of a package> [argument]…\n';

/** Installs what is missing, then runs a file of the project or a package's command with the project's Node. */
export async function launch(argv) {
  const { target, args, settings } = parse(argv);
  if (target === undefined) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    const node = await prepareRuntime();
    if (target === MAIN && args[0] === 'serve') await preparePage(node);
    const program = /[\\/.]/.test(target) ? path.resolve(ROOT, target) : programOf(target);
    const { NODE_COMPILE_CACHE = COMPILE_CACHE } = process.env;
    await start(node, [...NODE.flags, program, ...args], {
      ...NODE.environment,
      NODE_COMPILE_CACHE,
      ...settings,
    });
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function parse(argv) {
  const rest = [...argv];
  const settings = {};
  while (rest[0] === '--env') {
    const [, setting = ''] = rest.splice(0, 2);
    const at = setting.indexOf('=');
    settings[setting.slice(0, at)] = setting.slice(at + 1);
  }
  const [target, ...args] = rest;
  return { target, args, settings };
}
