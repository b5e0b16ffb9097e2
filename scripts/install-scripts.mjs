// The packages that run a script when they are installed are just those that docs/security.md explains.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson, ROOT } from './launch/program.mjs';

const EXPLAINED = 'docs/security.md';
const HEADING = '### Scripts at install';

const explained = explainedPackages();
const found = packagesWithScripts();
const problems = [
  ...found
    .filter((one) => !explained.includes(one))
    .map((one) => `${one} runs a script when it is installed; ${EXPLAINED} does not say what it does`),
  ...explained
    .filter((one) => !found.includes(one))
    .map((one) => `${EXPLAINED} explains the script of ${one}, which has none`),
];
if (explained.length === 0) problems.push(`${EXPLAINED} has no table under "${HEADING}"`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** First cells of the table's rows. */
function explainedPackages() {
  const text = readFileSync(path.join(ROOT, EXPLAINED), 'utf8');
  const [, section = ''] = text.split(`${HEADING}\n`);
  const [table = ''] = section.split(/^#/m);
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
}

function packagesWithScripts() {
  const { packages } = readJson(path.join(ROOT, 'package-lock.json'));
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([where]) => where.replace(/^.*node_modules\//, ''));
}
