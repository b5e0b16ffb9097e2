import type { Ora } from 'ora';

/** What a command says: results on standard output, progress and remarks on standard error. */
export interface Output {
  readonly isJson: boolean;
  /** A line of the result; not with --json. */
  line(text?: string): void;
  /** The result as one JSON document; only with --json. */
  json(value: unknown): void;
  /** A remark for people, on standard error; not with --json. */
  note(text: string): void;
  /** What must not be lost, whatever the form of the answer: on standard error. */
  secret(text: string): void;
  /** Shows that something is under way: a spinner on a terminal, a line now and then elsewhere. */
  progress(text: string): Progress;
}

export interface Progress {
  update(text: string): void;
  done(text: string): void;
  stop(): void;
}

/** Without a terminal a line is enough now and then. */
const PLAIN_EVERY_MS = 5_000;

export function createOutput(isJson: boolean): Output {
  const write = (text: string): void => void process.stdout.write(`${text}\n`);
  const note = (text: string): void => void process.stderr.write(`${text}\n`);
  return {
    isJson,
    line: (text = '') => {
      if (!isJson) write(text);
    },
    json: (value) => {
      if (isJson) write(JSON.stringify(value, undefined, 2));
    },
    note: (text) => {
      if (!isJson) note(text);
    },
    secret: note,
    progress: (text) =>
      process.stderr.isTTY && !isJson ? spinner(text) : plainProgress(isJson ? () => undefined : note),
  };
}

/** Loaded when there is something to show: most commands of a script show nothing, and it is a tenth of their start. */
function spinner(first: string): Progress {
  let shown: Ora | undefined;
  let text = first;
  let isOver = false;
  void import('ora').then(({ default: ora }) => {
    if (!isOver) shown = ora({ text, stream: process.stderr, discardStdin: false }).start();
  });
  return {
    update(now) {
      text = now;
      if (shown !== undefined) shown.text = now;
    },
    done(now) {
      isOver = true;
      if (shown === undefined) process.stderr.write(`${now}\n`);
      else shown.succeed(now);
    },
    stop() {
      isOver = true;
      shown?.stop();
    },
  };
}

function plainProgress(write: (text: string) => void): Progress {
  let lastAt = Date.now();
  return {
    update(text) {
      if (Date.now() - lastAt < PLAIN_EVERY_MS) return;
      lastAt = Date.now();
      write(text);
    },
    done: write,
    stop: () => undefined,
  };
}

/** What moves the cursor, colours, breaks lines or turns the direction of text round. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Names and addresses that others have chosen, as one cell and nothing else: a terminal does not obey them. */
function printable(text: string): string {
  return text.replace(UNPRINTABLE, (one) => `\\u{${one.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** Columns padded to their widest cell; the last one runs free. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows].map((row) => row.map(printable));
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** `1.2 MB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? 'B'}`;
}
