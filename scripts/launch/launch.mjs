import path from 'node:path';
import { LaunchError, programOf, ROOT } from './program.mjs';
import { prepareRuntime } from './runtime.mjs';
import { start } from './start.mjs';

/** Node 22.18 says of every TypeScript file that running it is experimental. */
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];
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
    const program = /[\\/.]/.test(target) ? path.resolve(ROOT, target) : programOf(target);
    await start(node, [...NODE_FLAGS, program, ...args], settings);
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
