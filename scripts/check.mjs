// `npm run check`: everything that can be said of the code without running it. Steps go on after a failure, so that one run
// shows all there is to mend.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** The program file of a package's command, run with the Node that runs this. */
function bin(packageName, command = packageName) {
  const manifestPath = require.resolve(`${packageName}/package.json`);
  const { bin: bins } = require(manifestPath);
  return path.join(path.dirname(manifestPath), typeof bins === 'string' ? bins : bins[command]);
}

const STEPS = [
  ['types', [bin('typescript', 'tsc'), '-p', 'tsconfig.json']],
  ['lint', [bin('eslint'), '.', '--max-warnings', '0']],
  ['format', [bin('prettier'), '--check', '--log-level', 'warn', '.']],
  ['room rules', [bin('dependency-cruiser', 'depcruise'), 'src', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['dead code', [bin('knip')]],
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
