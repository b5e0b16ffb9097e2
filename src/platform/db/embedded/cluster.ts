import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../../kernel/errors.ts';
import type { Binaries } from './binaries.ts';
import { CLUSTER_DIR, type Location } from './location.ts';
import { temporaryName } from './process.ts';

export const SUPERUSER = 'waybill';
const PASSWORD_BYTES = 32;
/** In the cluster's folder, so that the two are renamed into place together. */
const PASSWORD_FILE = 'waybill.password';

export interface Cluster {
  readonly dir: string;
  readonly password: string;
  readonly isNew: boolean;
}

/**
 * The data of the embedded server, made at the first start: initdb works in a temporary folder that is renamed when it is
 * whole, so that a start killed in the middle leaves nothing that looks like a cluster. The password stands beside it.
 */
export async function prepareCluster(
  location: Location,
  binaries: Binaries,
  durable: boolean,
): Promise<Cluster> {
  const dir = path.join(location.dir, CLUSTER_DIR);
  const isNew = !(await isCluster(dir));
  if (isNew) await createCluster(location, binaries, durable);
  await requireSameMajor(dir, binaries);
  const password = (await readFile(path.join(dir, PASSWORD_FILE), 'utf8')).trim();
  return { dir, password, isNew };
}

async function createCluster({ dir, runAs }: Location, binaries: Binaries, durable: boolean): Promise<void> {
  const temporary = path.join(dir, temporaryName(CLUSTER_DIR));
  const passwordFile = `${temporary}.password`;
  await mkdir(temporary, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(PASSWORD_BYTES).toString('hex')}\n`, {
    mode: 0o600,
    flush: durable,
  });
  if (runAs !== undefined) {
    await chown(temporary, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  const args = [
    ...['--pgdata', temporary, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // Text is ordered by code point and folded by Unicode's rules, the same on every machine.
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
    ...(durable ? [] : ['--no-sync']),
  ];
  await run(path.join(binaries.dir, 'bin/initdb'), args, { cwd: dir, ...runAs });
  await rename(passwordFile, path.join(temporary, PASSWORD_FILE));
  await rename(temporary, path.join(dir, CLUSTER_DIR)).catch(async (error: unknown) => {
    // Another process was faster: a folder that is not empty cannot be replaced, and its cluster is as good.
    await rm(temporary, { recursive: true, force: true });
    if (!(await isCluster(path.join(dir, CLUSTER_DIR)))) throw error;
  });
}

async function isCluster(dir: string): Promise<boolean> {
  return stat(path.join(dir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

async function requireSameMajor(dir: string, { version }: Binaries): Promise<void> {
  const found = (await readFile(path.join(dir, 'PG_VERSION'), 'utf8')).trim();
  const wanted = version.split('.', 1)[0];
  if (found !== wanted) {
    throw new OperatorError(
      `The data folder was written by PostgreSQL ${found}; this Waybill brings PostgreSQL ${wanted}. Export the data with the Waybill that wrote it, or run that version.`,
    );
  }
}

function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; uid?: number; gid?: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new OperatorError(`${path.basename(command)} failed (${code ?? 'killed'}): ${errors.trim()}`));
    });
  });
}
