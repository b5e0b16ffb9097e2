// `npm run sbom`: build/sbom.cdx.json, the packages that a server runs with, as CycloneDX. From package-lock.json alone: no network.
// Not `npm sbom --omit dev`: that leaves out packages that a development dependency needs too, ajv for one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson, ROOT } from './launch/program.mjs';

const FILE = path.join(ROOT, 'build/sbom.cdx.json');
const MAX_OUTPUT_BYTES = 2 ** 26;

const { name, dependencies, optionalDependencies } = readJson(path.join(ROOT, 'package.json'));
const wanted = productionPackages();
const document = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'inherit'],
  }),
);
// npm calls it after the folder.
document.metadata.component.name = name;
document.components = document.components.filter((one) => wanted.has(refOf(one)));
const refs = new Set([document.metadata.component, ...document.components].map((one) => one['bom-ref']));
document.dependencies = document.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => refs.has(ref)) }));
requireAll(document.components.map(refOf));
mkdirSync(path.dirname(FILE), { recursive: true });
writeFileSync(FILE, `${JSON.stringify(document, null, 2)}\n`);
console.log(`${path.relative(ROOT, FILE)}: ${document.components.length} packages`);

function refOf({ name: packageName, version }) {
  return `${packageName}@${version}`;
}

/** Those of the lock file that not only development needs; of every platform. */
function productionPackages() {
  const { packages } = readJson(path.join(ROOT, 'package-lock.json'));
  const found = new Set();
  for (const [where, { version, dev, devOptional }] of Object.entries(packages))
    if (where !== '' && dev !== true && devOptional !== true) found.add(`${nameIn(where)}@${version}`);
  return found;
}

function nameIn(where) {
  return where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** A document that lacks a package would be believed. */
function requireAll(refs) {
  const direct = Object.entries({ ...dependencies, ...optionalDependencies }).map(
    ([one, version]) => `${one}@${version}`,
  );
  const missing = [...new Set([...wanted, ...direct])].filter((one) => !refs.includes(one));
  if (missing.length > 0) throw new Error(`npm's document lacks ${missing.join(', ')}`);
}
