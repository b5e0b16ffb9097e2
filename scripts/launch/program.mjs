// Plain JavaScript for Node 18 and later: this runs before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const MODULES = path.join(ROOT, 'node_modules');

/** A problem that whoever started us can mend: told without a stack. */
export class LaunchError extends Error {}

/** A JSON file's value. Throws when it is missing or not JSON. */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * The program file of a command that one of the direct dependencies brings (`tsc` is typescript's), read from the package's
 * own `bin`, so that it can be run with a Node of our choice; the links in node_modules/.bin run with whatever the PATH has.
 * @param {string} command @returns {string} absolute path
 */
export function programOf(command) {
  const { dependencies = {}, devDependencies = {} } = readJson(path.join(ROOT, 'package.json'));
  const names = new Set([command, ...Object.keys(devDependencies), ...Object.keys(dependencies)]);
  for (const name of names) {
    const program = binOf(path.join(MODULES, name), command);
    if (program !== undefined) return program;
  }
  throw new LaunchError(`No package among the dependencies has a command "${command}".`);
}

function binOf(folder, command) {
  let manifest;
  try {
    manifest = readJson(path.join(folder, 'package.json'));
  } catch {
    return undefined;
  }
  const { name, bin } = manifest;
  const relative = typeof bin === 'string' ? (name === command ? bin : undefined) : bin?.[command];
  return relative === undefined ? undefined : path.join(folder, relative);
}
