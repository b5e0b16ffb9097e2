#!/usr/bin/env node
// `npx waybill …`. In a checkout it runs the sources, in an installed package what `npm run build` made.
import { existsSync } from 'node:fs';

const fromHere = (file) => new URL(`../${file}`, import.meta.url);
const LAUNCHER = fromHere('scripts/launch/launch.mjs');
const BUILT = fromHere('dist/main.js');
/** The same as in package.json's `engines`. */
const OLDEST = [22, 18];

const [major, minor] = process.versions.node.split('.').map(Number);
if (existsSync(LAUNCHER)) {
  const { launch } = await import(LAUNCHER.href);
  await launch(['src/main.ts', ...process.argv.slice(2)]);
} else if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Waybill needs Node ${OLDEST.join('.')} or later; this is Node ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
} else {
  await import(BUILT.href);
}
