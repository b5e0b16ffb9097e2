// `npm run check`: everything that can be said of the code without running it. Steps go on after a failure, so that one run
// shows all there is to mend.
import { spawnSync } from 'node:child_process';
import { programOf } from './launch/program.mjs';

const STEPS = [
  ['types', [programOf('tsc'), '-p', 'tsconfig.json']],
  ['types of the client in a browser', [programOf('tsc'), '-p', 'client/tsconfig.json']],
  ['types of the page', [programOf('tsc'), '-p', 'web/tsconfig.json']],
  ['types of its tests', [programOf('tsc'), '-p', 'test/e2e/tsconfig.json']],
  ['lint', [programOf('eslint'), '.', '--max-warnings', '0']],
  ['format', [programOf('prettier'), '--check', '--log-level', 'warn', '.']],
  [
    'room rules',
    [
      programOf('depcruise'),
      'src',
      'client/src',
      'web/src',
      'test',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  ],
  ['dead code', [programOf('knip')]],
  ['scripts at install', ['scripts/install-scripts.mjs']],
  ['generated files', ['scripts/generate-docs.ts', '--check']],
];

let failed = 0;
for (const [name, args] of STEPS) {
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
