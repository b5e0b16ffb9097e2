import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { loadConfig, SETTINGS, type Config, type Flags, type SettingName } from '../app/config.ts';
import { openData, type OpenedData } from '../app/open.ts';
import { createClosingStack } from '../app/shutdown.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { createLog, type Log } from '../platform/log/log.ts';
import { createOutput, type Output } from './output.ts';

/** commander's name for a flag's value: `--database-url` → databaseUrl. */
function optionName(flag: string): string {
  return flag.slice(2).split(' ', 1)[0]?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) ?? '';
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
export const DATA_SETTINGS = ['dataDir', 'databaseUrl', 'storageUrl'] as const satisfies readonly SettingName[];

export interface DataContext {
  readonly config: Config;
  readonly data: OpenedData;
  readonly output: Output;
  readonly log: Log;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Opens database and storage for one command and closes them after it, whatever happens. */
export async function withData(command: Command, work: (context: DataContext) => Promise<void>): Promise<void> {
  const options = command.optsWithGlobals<Record<string, unknown>>();
  const config = readSettings(options);
  const log = createLog(config.logLevel);
  const stack = createClosingStack();
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    interrupt.abort(new OperatorError('Interrupted.', EXIT.interrupted));
  };
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    const data = await openData(config, log, stack, 5);
    await work({ config, data, log, output: createOutput(options['json'] === true), signal: interrupt.signal });
  } catch (error) {
    interrupt.signal.throwIfAborted();
    throw error;
  } finally {
    await stack.close();
  }
}

/** A whole number from a flag. */
export function readInteger(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new OperatorError(`${name} is "${text}": expected a whole number.`, EXIT.usage);
  return Number(text);
}

/** JSON from a flag; `@file` reads it from a file. */
export function readJson(text: string, name: string): unknown {
  const source = text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text;
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new OperatorError(`${name} is not JSON: ${error.message}`, EXIT.usage);
    throw error;
  }
}
