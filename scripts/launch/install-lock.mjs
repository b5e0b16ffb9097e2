import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LaunchError, ROOT } from './program.mjs';

/** Not in node_modules, which `npm ci` empties. Holds one file, named after its owner's process. */
const LOCK = path.join(ROOT, '.install-lock');
const POLL_EVERY_MS = 200;
const HEARTBEAT_EVERY_MS = 1_000;
/** A process id may belong to another program by now; an owner that works touches its file every second. */
const SILENT_AFTER_POLLS = 150;
/** How long to wait for an npm that outlived its owner (10 minutes). */
const ORPHAN_AFTER_POLLS = 3_000;

/**
 * Runs one installer at a time on this folder. A lock whose owner is gone is taken over, once the npm it had started is gone too.
 * @param {(watch: (groupId: number) => void) => Promise<T>} action `watch` names the process group that does the work
 * @template T @returns {Promise<T>}
 */
export async function withInstallLock(action) {
  const mine = path.join(LOCK, `${process.pid}-${randomBytes(4).toString('hex')}`);
  await acquire(mine);
  const release = () => {
    for (const step of [() => unlinkSync(mine), () => rmdirSync(LOCK)])
      attempt(step, ['ENOENT', 'ENOTEMPTY']);
  };
  process.once('exit', release);
  const heartbeat = setInterval(
    () => attempt(() => utimesSync(mine, new Date(), new Date()), ['ENOENT']),
    HEARTBEAT_EVERY_MS,
  );
  try {
    return await action((groupId) => writeFileSync(mine, String(groupId)));
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

async function acquire(mine) {
  const seen = { file: '', touchedAt: 0, polls: 0 };
  for (let told = false; ;) {
    if (!existsSync(LOCK) && create(mine)) return;
    const owner = findOwner();
    if (owner === undefined) {
      // It is being released. An empty folder is as good as none: the rename in `create` replaces it.
      if (create(mine)) return;
      continue;
    }
    if (owner.file !== seen.file || owner.touchedAt !== seen.touchedAt)
      Object.assign(seen, owner, { polls: 0 });
    // Renaming that one file takes the lock over: of two who try, one finds the file gone.
    if (isStale(owner, seen.polls) && attempt(() => renameSync(owner.file, mine), ['ENOENT'])) {
      writeFileSync(mine, '');
      return;
    }
    if (!told)
      process.stderr.write(`Another process (${owner.pid}) installs the packages here; waiting for it.\n`);
    told = true;
    seen.polls += 1;
    await wait(POLL_EVERY_MS);
  }
}

/** The folder appears with its owner in it, so that it never stands there without one. */
function create(mine) {
  let draft;
  try {
    draft = mkdtempSync(`${LOCK}-`);
  } catch (error) {
    throw new LaunchError(
      `Packages have to be installed, and ${ROOT} cannot be written to: ${error.message}`,
    );
  }
  writeFileSync(path.join(draft, path.basename(mine)), '');
  if (attempt(() => renameSync(draft, LOCK), ['ENOTEMPTY', 'EEXIST'])) return true;
  rmSync(draft, { recursive: true, force: true });
  return false;
}

function findOwner() {
  try {
    const [name] = readdirSync(LOCK);
    if (name === undefined) return undefined;
    const file = path.join(LOCK, name);
    return {
      file,
      pid: Number.parseInt(name, 10),
      groupId: Number(readFileSync(file, 'utf8')),
      touchedAt: statSync(file).mtimeMs,
    };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isStale({ pid, groupId }, polls) {
  if (groupId > 0 && isAlive(-groupId)) return polls > ORPHAN_AFTER_POLLS;
  return !isAlive(pid) || polls > SILENT_AFTER_POLLS;
}

/** Whether a process, or with a negative number a process group, exists, whoever owns it. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether the step succeeded; failures other than those expected are thrown. */
function attempt(step, expected) {
  try {
    step();
    return true;
  } catch (error) {
    if (expected.includes(error.code)) return false;
    throw error;
  }
}
