import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, OperatorError } from '../../../kernel/errors.ts';
import { temporaryName } from './process.ts';

/** `nobody`: PostgreSQL refuses to run as root. */
const UNPRIVILEGED: RunAs = { uid: 65_534, gid: 65_534 };
/** Where the cluster goes when the data folder lies under one that only root may enter. */
const ROOT_FALLBACK_DIR = '/var/lib/waybill';
const POINTER_FILE = 'postgres-location';
const DIR = 'postgres';
/** In the folder of the embedded server. */
export const CLUSTER_DIR = 'cluster';

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
 * Whether a data folder has an embedded database, here or where its pointer says; nothing is made. What cannot be looked at counts
 * as there: opening it says what is wrong with it.
 */
export async function isInstalled(dataDir: string): Promise<boolean> {
  return (await isThere(path.join(dataDir, POINTER_FILE))) || isThere(path.join(dataDir, DIR, CLUSTER_DIR));
}

async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''),
  );
}

/**
 * Finds or makes the folder of the embedded server. It is `<dataDir>/postgres`, unless Waybill runs as root and the data folder
 * cannot be entered by the unprivileged user: PostgreSQL resolves its own path and its data folder's from the root, so it
 * cannot live there. Then `<dataDir>/postgres-location` names a folder under /var/lib/waybill.
 */
export async function prepareLocation(dataDir: string): Promise<Location> {
  const base = await realpath(dataDir);
  const inPlace = path.join(base, DIR);
  if (process.getuid?.() !== 0) return prepareOwn(inPlace);
  const pointed = await findPointed(base);
  if (pointed !== undefined) return { dir: await makeDir(pointed, UNPRIVILEGED), runAs: UNPRIVILEGED };
  const owner = await findOwner(inPlace);
  // A folder that an ordinary user made stays that user's.
  const runAs = owner === undefined || owner.uid === 0 ? UNPRIVILEGED : owner;
  if (await canEnter(path.dirname(base), runAs)) {
    // The data folder is ours: others may pass through it, not list it.
    if (!(await canEnter(base, runAs))) await chmod(base, ((await stat(base)).mode & 0o777) | 0o011);
    return { dir: await makeDir(inPlace, runAs), runAs };
  }
  if (owner !== undefined) {
    throw new OperatorError(
      `The database in ${inPlace} belongs to the user ${owner.uid}, who may not enter ${path.dirname(base)}. Let every user pass through that folder (chmod a+x), or move the data folder.`,
    );
  }
  return { dir: await makeFallback(base), runAs: UNPRIVILEGED };
}

async function prepareOwn(dir: string): Promise<Location> {
  const owner = await findOwner(dir);
  if (owner !== undefined && owner.uid !== process.getuid?.()) {
    throw new OperatorError(
      `The database in ${dir} was made by another user (${owner.uid}, or root). Run Waybill as that user, or choose another data folder.`,
    );
  }
  return { dir: await makeDir(dir, undefined), runAs: undefined };
}

async function findOwner(dir: string): Promise<RunAs | undefined> {
  try {
    const { uid, gid } = await stat(dir);
    return { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The folder that the pointer names. */
async function findPointed(base: string): Promise<string | undefined> {
  const pointer = path.join(base, POINTER_FILE);
  const text = await readFile(pointer, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  const dir = text?.trim();
  if (dir === undefined) return undefined;
  if ((await findOwner(dir)) === undefined) {
    // An empty database in its place would look like one that lost everything.
    throw new OperatorError(
      `The database of ${base} is in ${dir}, as ${pointer} says, and that folder is gone. Bring it back, or remove ${pointer} to begin with an empty one.`,
    );
  }
  return dir;
}

async function makeFallback(base: string): Promise<string> {
  const dir = path.join(ROOT_FALLBACK_DIR, randomBytes(10).toString('hex'));
  try {
    await mkdir(ROOT_FALLBACK_DIR, { recursive: true, mode: 0o755 });
    await chmod(ROOT_FALLBACK_DIR, 0o755);
    await makeDir(dir, UNPRIVILEGED);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${base} lies where only root may enter, PostgreSQL does not run as root, and ${dir} cannot be made (${messageOf(error)}). ` +
        'Choose a data folder that every user can reach with --data, run Waybill as another user, or set DATABASE_URL.',
    );
  }
  const pointer = path.join(base, POINTER_FILE);
  const temporary = temporaryName(pointer);
  await writeFile(temporary, `${dir}\n`, { mode: 0o600, flush: true });
  try {
    // Unlike a rename it fails when another process was faster: two folders would be two databases.
    await link(temporary, pointer);
    return dir;
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await findPointed(base) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function makeDir(dir: string, runAs: RunAs | undefined): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (runAs !== undefined) await chown(dir, runAs.uid, runAs.gid);
  await chmod(dir, 0o700);
  return dir;
}

/** Whether a user can pass through a folder and all above it, by their mode bits. */
export async function canEnter(dir: string, { uid, gid }: RunAs): Promise<boolean> {
  const entry = await stat(dir);
  const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
  if ((entry.mode & bit) === 0) return false;
  return dir === path.dirname(dir) || canEnter(path.dirname(dir), { uid, gid });
}

/**
 * Removes a data folder with its database, wherever that is. Nothing may have it open.
 * @param dataDir need not exist
 */
export async function removeDataDir(dataDir: string): Promise<void> {
  const pointer = await readFile(path.join(dataDir, POINTER_FILE), 'utf8').catch(() => '');
  const pointed = pointer.trim();
  if (path.dirname(pointed) === ROOT_FALLBACK_DIR) await rm(pointed, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
