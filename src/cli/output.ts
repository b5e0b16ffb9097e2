import type { Command } from 'commander';
import { createLiveLine, textOf, type Step } from './terminal/live-line.ts';
import { formatTable, type Column } from './terminal/table.ts';
import { terminalOf, type Terminal } from './terminal/terminal.ts';
import { printableLines } from './terminal/text.ts';

/** What a command says: results on standard output, progress and remarks on standard error. */
export interface Output {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  /** Standard output. */
  readonly terminal: Terminal;
  /** A line of the result; not with --json. */
  line(text?: string): void;
  /** A table as the result, fitted to the terminal; not with --json. */
  table(columns: readonly (string | Column)[], rows: readonly (readonly string[])[]): void;
  /** The result as one JSON document; only with --json. */
  json(value: unknown): void;
  /** One of many results, as a line of JSON; only with --json. */
  jsonLine(value: unknown): void;
  /** A remark for people, on standard error; not with --json or --quiet. */
  note(text: string): void;
  /** What must not be lost, whatever the form of the answer: on standard error. */
  secret(text: string): void;
  /** Shows that something is under way: a bar or a spinner on a terminal, a line now and then elsewhere. */
  progress(text: string): Progress;
}

export interface Progress {
  update(step: string | Step): void;
  done(text: string): void;
  stop(): void;
}

interface OutputOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Without a terminal a line is enough now and then. */
const PLAIN_EVERY_MS = 5_000;

const stepOf = (step: string | Step): Step => (typeof step === 'string' ? { label: step } : step);

/** As the flags of the command ask for it. */
export function outputOf(command: Command): Output {
  return createOutput(command.optsWithGlobals<OutputOptions>());
}

function createOutput({ json: isJson = false, quiet: isQuiet = false }: OutputOptions): Output {
  const terminal = terminalOf(process.stdout);
  const write = (text: string): void => void process.stdout.write(`${text}\n`);
  const complain = (text: string): void => void process.stderr.write(`${printableLines(text)}\n`);
  const note = isJson || isQuiet ? () => undefined : complain;
  const line = (text = ''): void => {
    if (!isJson) write(text);
  };
  return {
    isJson,
    isQuiet,
    terminal,
    line,
    table: (columns, rows) => line(formatTable(columns, rows, terminal)),
    json: (value) => {
      if (isJson) write(JSON.stringify(value, undefined, 2));
    },
    jsonLine: (value) => {
      if (isJson) write(JSON.stringify(value));
    },
    note,
    secret: complain,
    progress: (text) => (isJson || isQuiet ? plainProgress(note) : showProgress(text)),
  };
}

/** On standard error: a bar or a spinner on a terminal, a line now and then elsewhere. */
export function showProgress(text: string): Progress {
  const terminal = terminalOf(process.stderr);
  return terminal.isTerminal
    ? liveProgress(text, terminal)
    : plainProgress((line) => void process.stderr.write(`${printableLines(line)}\n`));
}

function liveProgress(first: string, terminal: Terminal): Progress {
  const line = createLiveLine(process.stderr, terminal);
  line.show({ label: first });
  return {
    update: (step) => line.show(stepOf(step)),
    done(text) {
      line.clear();
      process.stderr.write(
        `${terminal.paint('green', terminal.hasSymbols ? '✔' : 'ok:')} ${printableLines(text)}\n`,
      );
    },
    stop: () => line.clear(),
  };
}

function plainProgress(write: (text: string) => void): Progress {
  let lastAt = Date.now();
  return {
    update(step) {
      if (Date.now() - lastAt < PLAIN_EVERY_MS) return;
      lastAt = Date.now();
      write(textOf(stepOf(step)));
    },
    done: write,
    stop: () => undefined,
  };
}
