import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { areDependenciesInstalled, installDependencies, work } from './install.mjs';
import { withInstallLock } from './install-lock.mjs';
import { LaunchError, MODULES, readJson, ROOT } from './program.mjs';

/** The package `node` at the version that package.json pins; its install script puts the program there. */
const PACKAGE = path.join(MODULES, 'node');
const PINNED = path.join(PACKAGE, 'bin/node');
/** What was found complete, so that looking again takes a millisecond. In node_modules: gone when that is emptied. */
const STAMP = path.join(MODULES, '.waybill.json');
/** The first Node that runs TypeScript files without a flag. */
const OLDEST = [22, 18];

/**
 * Installs what is missing and finds the Node to run with: the pinned one, or the one that runs this when that cannot be had
 * (no network after `npm ci --ignore-scripts`, a C library it was not built for) and this one is new enough.
 * @returns {Promise<string>} the program's path
 */
export async function prepareRuntime() {
  const stamped = readStamp();
  if (stamped !== undefined) return stamped;
  if (areDependenciesInstalled() && isPinnedUsable()) return stamp(PINNED);
  return withInstallLock(async (watch) => {
    if (!areDependenciesInstalled()) await installDependencies(watch);
    if (!isPinnedUsable()) await fetchPinned(watch);
    if (isPinnedUsable()) return stamp(PINNED);
    const { version } = readJson(path.join(PACKAGE, 'package.json'));
    if (!isNewEnough()) {
      throw new LaunchError(
        `Node ${version} could not be installed from npm, and this is Node ${process.versions.node}; Waybill needs ${OLDEST.join('.')} or later.`,
      );
    }
    process.stderr.write(
      `Node ${version} could not be installed from npm; going on with this one, ${process.versions.node}.\n`,
    );
    return stamp(process.execPath);
  });
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function isPinnedUsable() {
  if (!existsSync(PINNED)) return false;
  const { version } = readJson(path.join(PACKAGE, 'package.json'));
  const { stdout } = spawnSync(PINNED, ['--version'], { encoding: 'utf8' });
  return stdout?.trim() === `v${version}`;
}

/**
 * What the package's install script does, for installs that left it out (`--ignore-scripts`, or an npm that wants scripts
 * approved): it has npm put node-<platform>-<arch> of the same version below the package, and links its program.
 */
async function fetchPinned(watch) {
  // npm takes a folder that a killed install left half full for whole.
  for (const folder of ['node_modules', 'bin'])
    rmSync(path.join(PACKAGE, folder), { recursive: true, force: true });
  const { scripts, version } = readJson(path.join(PACKAGE, 'package.json'));
  const [, script] = /^node (\S+)$/.exec(scripts?.preinstall ?? '') ?? [];
  if (script === undefined) return;
  await work(`Installing Node ${version} (once; about 10 s)`, {
    command: 'node',
    args: [script],
    cwd: PACKAGE,
    watch,
  });
  // npm made no link, as there was nothing to link to. With it `npm run` has this Node from the start.
  const link = path.join(MODULES, '.bin/node');
  if (existsSync(PINNED) && lstatSync(link, { throwIfNoEntry: false }) === undefined)
    symlinkSync('../node/bin/node', link);
}

function fingerprint(node) {
  const packageLock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  const files = [path.join(MODULES, '.package-lock.json'), node].map((file) => {
    const { size, mtimeMs } = statSync(file);
    return { file, size, mtimeMs };
  });
  return { node, packageLock, files };
}

function stamp(node) {
  try {
    writeFileSync(STAMP, JSON.stringify(fingerprint(node)));
  } catch (error) {
    // Somebody else's folder: then it is looked at each time (40 ms).
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
  return node;
}

function readStamp() {
  try {
    const text = readFileSync(STAMP, 'utf8');
    const { node } = JSON.parse(text);
    if (text !== JSON.stringify(fingerprint(node))) return undefined;
    return node === PINNED || (node === process.execPath && isNewEnough()) ? node : undefined;
  } catch {
    return undefined;
  }
}
