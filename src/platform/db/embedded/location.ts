import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, OperatorError } from '../../../kernel/errors.ts';

/** `nobody`: PostgreSQL refuses to run as root, and this uid needs no passwd entry. */
const UNPRIVILEGED_ID = 65_534;
/** Where the cluster goes when the data folder lies under one that only root may enter. */
const ROOT_FALLBACK_DIR = '/var/lib/waybill';
const POINTER_FILE = 'postgres-location';

/** Who runs PostgreSQL; undefined: the user that runs Waybill. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export interface Location {
  /** Holds the binaries, the cluster, the socket, the log and the password. */
  readonly dir: string;
  readonly runAs: RunAs | undefined;
}

/**
 * Finds or makes the folder of the embedded server. It is `<dataDir>/postgres`, unless Waybill runs as root and the data folder
 * cannot be entered by the unprivileged user: PostgreSQL resolves its own path and its data folder's from the root, so it
 * cannot live there. Then `<dataDir>/postgres-location` names a folder under /var/lib/waybill.
 */
export async function prepareLocation(dataDir: string): Promise<Location> {
  const isRoot = process.getuid?.() === 0;
  const base = await realpath(dataDir);
  if (!isRoot) return { dir: await makeDir(path.join(base, 'postgres'), undefined), runAs: undefined };
  const runAs = { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID };
  const pointed = await readPointer(base);
  if (pointed !== undefined) return { dir: await makeDir(pointed, runAs), runAs };
  const inPlace = path.join(base, 'postgres');
  const parent = (await canEnter(path.dirname(base), runAs)) ? base : undefined;
  if (parent !== undefined) {
    // The data folder is ours: others may pass through it, not list it.
    await chmod(base, ((await stat(base)).mode & 0o777) | 0o011);
    return { dir: await makeDir(inPlace, runAs), runAs };
  }
  const dir = path.join(ROOT_FALLBACK_DIR, randomBytes(10).toString('hex'));
  try {
    await mkdir(ROOT_FALLBACK_DIR, { recursive: true, mode: 0o755 });
    await makeDir(dir, runAs);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${base} lies where only root may enter, PostgreSQL does not run as root, and ${dir} cannot be made (${messageOf(error)}). ` +
        'Choose a data folder that every user can reach with --data, run Waybill as another user, or set DATABASE_URL.',
    );
  }
  const temporary = path.join(base, `${POINTER_FILE}.tmp`);
  await writeFile(temporary, `${dir}\n`, { mode: 0o600 });
  await rename(temporary, path.join(base, POINTER_FILE));
  return { dir, runAs };
}

async function readPointer(base: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(base, POINTER_FILE), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeDir(dir: string, runAs: RunAs | undefined): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (runAs !== undefined) await chown(dir, runAs.uid, runAs.gid);
  await chmod(dir, 0o700);
  return dir;
}

/** Whether a user can pass through a folder and all above it, by their mode bits. */
async function canEnter(dir: string, { uid, gid }: RunAs): Promise<boolean> {
  const entry = await stat(dir);
  const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
  if ((entry.mode & bit) === 0) return false;
  return dir === path.dirname(dir) || canEnter(path.dirname(dir), { uid, gid });
}
