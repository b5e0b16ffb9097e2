// `npm run check`: everything that can be said of the code without running it. Steps go on after a failure, so that one run
// shows all there is to mend.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { programOf } from './launch/program.mjs';

/** The longest first. */
const STEPS = [
  ['lint', [programOf('eslint'), '.', '--max-warnings', '0']],
  ['types', [programOf('tsc'), '-p', 'tsconfig.json']],
  ['types of the client in a browser', [programOf('tsc'), '-p', 'client/tsconfig.json']],
  ['types of the page', [programOf('tsc'), '-p', 'web/tsconfig.json']],
  ['types of its tests', [programOf('tsc'), '-p', 'test/e2e/tsconfig.json']],
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

/** As many at once as there are cores; what a step says is told when it has ended. */
const waiting = [...STEPS];
let failed = 0;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const [name, args] = step;
      const startedAt = Date.now();
      const { code, said } = await run(args);
      const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
      console.log(`${said}${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
      if (code !== 0) failed += 1;
    }
  }),
);
process.exitCode = failed === 0 ? 0 : 1;

function run(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
