import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { loadConfig, SETTINGS, type Config, type Flags, type SettingName } from '../app/config.ts';
import { openData, openDataAsItIs, type OpenedData } from '../app/open.ts';
import { createClosingStack } from '../app/shutdown.ts';
import { EXIT, messageOf, OperatorError } from '../kernel/errors.ts';
import { isStorable, turnsDirection } from '../kernel/text.ts';
import { isDatabaseUnavailable } from '../platform/db/availability.ts';
import { isInstalled } from '../platform/db/embedded/location.ts';
import { createLog, type Log } from '../platform/log/log.ts';
import { outputOf, type Output } from './output.ts';

/** commander's name for a flag's value: `--database-url` → databaseUrl. */
function optionName(flag: string): string {
  return (
    flag
      .slice(2)
      .split(' ', 1)[0]
      ?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) ?? ''
  );
}

/** Adds the flags of settings to a command, with the help text of the one table. */
export function addSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const setting = SETTINGS[name];
    if (!('flag' in setting)) continue;
    const fallback = 'default' in setting ? `, default ${setting.default}` : '';
    command.option(setting.flag, `${setting.description} (${setting.env}${fallback})`);
  }
  return command;
}

/** The settings from the flags given and the environment. */
export function readSettings(options: Readonly<Record<string, unknown>>): Config {
  const flags: Flags = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, (typeof SETTINGS)[SettingName]][]) {
    const value = 'flag' in setting ? options[optionName(setting.flag)] : undefined;
    if (typeof value === 'string' || typeof value === 'boolean') flags[name] = value;
  }
  return loadConfig(flags);
}

/** The flags of commands that work on the database themselves. */
export const DATA_SETTINGS = [
  'dataDir',
  'databaseUrl',
  'storageUrl',
] as const satisfies readonly SettingName[];

export interface DataContext {
  readonly config: Config;
  readonly data: OpenedData;
  readonly output: Output;
  readonly log: Log;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command that was not told which installation it is for would make a second one, which nobody looks at. */
export async function requireInstallation({ dataDir, databaseUrl }: Config): Promise<void> {
  if (databaseUrl !== undefined || (await isInstalled(dataDir))) return;
  throw new OperatorError(
    `There is no installation in ${dataDir}. Name the server's data folder with --data or WAYBILL_DATA, or its database with --database-url or DATABASE_URL; for a new installation start the server first.`,
    EXIT.usage,
  );
}

/**
 * Opens database and storage of an installation for one command and closes them after it, whatever happens. There has to be one; a
 * command that `fills` makes it in a data folder that was named. Unless it `migrates`, the schema is left as it stands.
 */
export async function withData(
  command: Command,
  work: (context: DataContext) => Promise<void>,
  { fills = false, migrates = true }: { readonly fills?: boolean; readonly migrates?: boolean } = {},
): Promise<void> {
  const options = command.optsWithGlobals<Record<string, unknown>>();
  const config = readSettings(options);
  const isNamed = options['data'] !== undefined || (process.env[SETTINGS.dataDir.env] ?? '') !== '';
  if (!(fills && isNamed)) await requireInstallation(config);
  const log = createLog(config.logLevel);
  const stack = createClosingStack();
  await interruptibly(async (signal) => {
    try {
      const data = await (migrates ? openData : openDataAsItIs)(config, log, stack);
      await work({ config, data, log, output: outputOf(command), signal });
    } catch (error) {
      if (signal.aborted || !isDatabaseUnavailable(error)) throw error;
      throw new OperatorError(
        `The database went away: ${messageOf(error)}. Run the command again once it is back.`,
        EXIT.unreachable,
      );
    } finally {
      await stack.close();
    }
  });
}

/**
 * Does a command's work; Ctrl-C and SIGTERM abort its signal, and what was interrupted ends with 130 once it has cleaned up. Who cannot
 * wait for that sends a second one.
 */
export async function interruptibly(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    // Not by the signal itself: what has changed the terminal puts it right when the process exits.
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
    interrupt.abort(new OperatorError('Interrupted.', EXIT.interrupted));
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    await work(interrupt.signal);
  } catch (error) {
    // What it says about what it leaves behind is worth more than that it was interrupted.
    if (error instanceof OperatorError && error.exitCode === EXIT.interrupted) throw error;
    interrupt.signal.throwIfAborted();
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** A whole number from a flag. */
export function readInteger(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new OperatorError(`${name} is "${text}": expected a whole number.`, EXIT.usage);
  return Number(text);
}

/** The text of a file that a flag names; 0 is standard input. */
export function readTextFile(file: string | 0, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${name} cannot be read: ${messageOf(error)}`, EXIT.usage);
  }
}

/** A password from a file; the end of its line is not part of it. */
export function readPasswordFile(file: string | 0): string {
  return readTextFile(file, '--password-file').replace(/\r?\n$/, '');
}

/** What people call something or somebody, from `--name`. */
export function readName(text: string): string {
  const name = text.trim();
  if (name === '') throw new OperatorError('--name is empty: expected a name.', EXIT.usage);
  if (!isStorable(name)) throw new OperatorError('--name is not readable: expected a name.', EXIT.usage);
  if (turnsDirection(name))
    throw new OperatorError(
      '--name has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.',
      EXIT.usage,
    );
  return name;
}

/** JSON from a flag; `@file` reads it from a file, `@-` from standard input. */
export function readJson(text: string, name: string): unknown {
  const file = text.startsWith('@') ? text.slice(1) : undefined;
  const source = file === undefined ? text : readTextFile(file === '-' ? 0 : file, name);
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new OperatorError(`${name} is not JSON: ${error.message}`, EXIT.usage);
    throw error;
  }
}
