import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { LaunchError, MODULES, readJson, ROOT } from './program.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const TERMINAL_EVERY_MS = 1_000;
const LOG_EVERY_MS = 10_000;

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own record of it, node_modules/.package-lock.json, as
 * the last thing of an install, so that one that was killed has none.
 */
export function areDependenciesInstalled() {
  let installed;
  try {
    installed = readJson(path.join(MODULES, '.package-lock.json')).packages;
  } catch {
    return false;
  }
  const wanted = readJson(path.join(ROOT, 'package-lock.json')).packages;
  return Object.entries(wanted).every(([where, { version, integrity, optional }]) => {
    if (where === '') return true;
    const found = installed[where];
    // Packages for other platforms are optional and not there.
    return found === undefined
      ? optional === true
      : found.version === version && found.integrity === integrity;
  });
}

/** `npm ci` in the project's folder. @param {(groupId: number) => void} watch told of the process group that does it */
export async function installDependencies(watch) {
  // NODE_ENV=production would leave out Node 24 itself, which is a development dependency.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--progress=false',
  ];
  const code = await work('Installing packages (npm ci, once; about half a minute)', {
    command: 'npm',
    args,
    cwd: ROOT,
    watch,
  });
  if (code !== 0) throw new LaunchError(`npm ci failed (${code}); what it said stands above.`);
}

/**
 * Runs a command in a process group of its own, showing that something goes on. What it prints goes to stderr: stdout belongs to
 * the program that is started afterwards.
 * @returns {Promise<number>} its exit code
 */
export async function work(title, { command, args, cwd, watch, settings = {} }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment(), ...settings },
    stdio: ['ignore', 2, 2],
    detached: true,
  });
  const stopShowing = show(title);
  const stop = (signal) => {
    stopShowing();
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await new Promise((resolve, reject) => {
      child.once('spawn', () => watch(child.pid));
      child.once('error', (error) =>
        reject(new LaunchError(`${command} cannot be started: ${error.message}`)),
      );
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    stopShowing();
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  }
}

/** Without node_modules/.bin, which `npm run` puts first: the Node there is about to be replaced. */
function environment() {
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(MODULES));
  return { ...process.env, PATH: folders.join(path.delimiter), NODE_NO_WARNINGS: '1' };
}

function show(title) {
  const startedAt = Date.now();
  const { isTTY } = process.stderr;
  process.stderr.write(`${title}…${isTTY ? '' : '\n'}`);
  const timer = setInterval(
    () => {
      const seconds = Math.round((Date.now() - startedAt) / 1_000);
      process.stderr.write(isTTY ? `\r${title}… ${seconds} s` : `${title}: ${seconds} s\n`);
    },
    isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS,
  );
  return () => {
    if (timer.hasRef() && isTTY) process.stderr.write('\n');
    timer.unref();
    clearInterval(timer);
  };
}
