import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the package: `migrations`, `sample` and what was built of the page lie in it. Looked for upwards, because the sources and
 * what is built of them lie at different depths.
 */
export const PACKAGE_ROOT = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  const parent = path.dirname(folder);
  if (existsSync(path.join(folder, 'package.json')) || parent === folder) return folder;
  return findRoot(parent);
}
