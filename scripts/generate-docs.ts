// Writes docs/reference/*.md from the tables in the code and in the tests; with --check only tells whether they are up to date, and
// what is wrong with what they are made from.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { benchmarksPage } from './docs/benchmarks.ts';
import { clientTypesPage } from './docs/client-types.ts';
import { cliPage } from './docs/cli.ts';
import { configPage } from './docs/config.ts';
import { coveragePage } from './docs/coverage.ts';
import { errorsPage } from './docs/errors.ts';
import { openapiPage } from './docs/openapi.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const PAGES = {
  'errors.md': errorsPage,
  'config.md': configPage,
  'cli.md': cliPage,
  'coverage.md': coveragePage,
  'benchmarks.md': benchmarksPage,
  '../../openapi.json': openapiPage,
  '../../client/src/api.generated.ts': clientTypesPage,
};
const isCheck = process.argv.includes('--check');

for (const [name, page] of Object.entries(PAGES)) {
  const file = path.join(ROOT, 'docs/reference', name);
  const { text, problems } = await page();
  for (const problem of problems) console.error(problem);
  if (isCheck && problems.length > 0) process.exitCode = 1;
  const actual = await readFile(file, 'utf8').catch(() => '');
  if (actual === text) continue;
  if (isCheck) {
    console.error(`docs/reference/${name} is not up to date: npm run docs`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`docs/reference/${name} written`);
  }
}
