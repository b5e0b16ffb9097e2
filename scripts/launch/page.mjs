import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { work } from './install.mjs';
import { withInstallLock } from './install-lock.mjs';
import { programOf, ROOT } from './program.mjs';

/** What the page is made of. From src only what runs in the browser too. */
const SOURCES = [
  'web',
  'client/src',
  'src/app/page.contract.ts',
  'src/engine/criteria',
  'src/kernel',
  'package-lock.json',
  'vite.config.ts',
];
/** Missing where only what is needed to run was taken along. */
const PAGE = path.join(ROOT, 'web/index.html');
const BUILT = path.join(ROOT, 'web/dist');
/** Of what sources the page was made: written last, so that a build that was cut off has none. */
const STAMP = path.join(BUILT, '.sources');

/** Builds the page where it is missing or older than its sources. A server without it still has its API. @param {string} node */
export async function preparePage(node) {
  if (!existsSync(PAGE) || isBuilt()) return;
  await withInstallLock(async (watch) => {
    if (isBuilt()) return;
    const wanted = fingerprint();
    const code = await work('Building the page (once; about 10 s)', {
      command: node,
      args: [programOf('vite'), 'build'],
      cwd: ROOT,
      watch,
      // Whatever ours is, a test's say: React has twice the size otherwise, and half the speed.
      settings: { NODE_ENV: 'production' },
    });
    if (code === 0) writeFileSync(STAMP, wanted);
    else
      process.stderr.write(
        `The page could not be built (${code}); what was said stands above. The API works without it.\n`,
      );
  });
}

function isBuilt() {
  try {
    return readFileSync(STAMP, 'utf8') === fingerprint();
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(path.join(ROOT, source)))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesOf(place) {
  if (place === BUILT) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)));
}
