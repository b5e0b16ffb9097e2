// `npm run build`: plain JavaScript of the program in dist/ and of the client in client/dist/, and the page in web/dist/.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programOf, ROOT } from './launch/program.mjs';

const DIST = path.join(ROOT, 'dist');
const CLIENT_DIST = path.join(ROOT, 'client/dist');
/** The program is built beside the client that it uses, one folder deeper than its command. */
const COMMAND = `#!/usr/bin/env node\nimport './src/main.js';\n`;

const STEPS = [
  ['the program', [programOf('tsc'), '-p', 'tsconfig.build.json']],
  ['the client', [programOf('tsc'), '-p', 'client/tsconfig.build.json']],
  ['the page', [programOf('vite'), 'build']],
];

// What was built of files that are gone would still be found.
for (const folder of [DIST, CLIENT_DIST]) rmSync(folder, { recursive: true, force: true });
for (const [name, args] of STEPS) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${name} cannot be built`);
    process.exit(1);
  }
}
writeFileSync(path.join(DIST, 'main.js'), COMMAND);
