import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { LAUNCH, type Environment } from './launch.ts';

/** A command in a terminal. */
export interface Terminal {
  /** As if on the keyboard: `\r` is the Enter key, `\x03` is Ctrl-C. */
  type(text: string): void;
  /** All that it has shown until now, with the sequences that colour and move. */
  shown(): string;
  /** Waits until it shows this. */
  waitFor(pattern: RegExp): Promise<void>;
  /** Its end. */
  readonly code: Promise<number | null>;
}

export interface TerminalSettings {
  readonly dir: string;
  readonly env: Environment;
  readonly columns?: number;
}

/** Starts `waybill …` in a pseudo-terminal: what it asks the system is answered as for a person in front of it. */
export function openTerminal(
  args: readonly string[],
  { dir, env, columns = 80 }: TerminalSettings,
): Terminal {
  const script = path.join(import.meta.dirname, 'pseudo-terminal.py');
  const child = spawn('python3', [script, String(columns), process.execPath, ...LAUNCH, ...args], {
    cwd: dir,
    env: { TERM: 'xterm-256color', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  let awake: () => void = () => undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    awake();
  });
  let isOver = false;
  const code = once(child, 'close').then(([one]) => {
    isOver = true;
    awake();
    return one as number | null;
  });
  return {
    code,
    shown: () => shown,
    type: (text) => void child.stdin.write(text),
    async waitFor(pattern) {
      while (!pattern.test(shown)) {
        if (isOver) throw new Error(`It ended without showing ${String(pattern)}: ${shown}`);
        await new Promise<void>((resolve) => (awake = resolve));
      }
    },
  };
}

/** What stands on the screen in the end, line by line, as far as a line is only ever drawn over or cleared. */
export function linesOf(shown: string): string[] {
  return shown.split('\n').map((line) => {
    const [last = ''] = stripVTControlCharacters(line.replaceAll('\x1b[2K', '\r'))
      .replace(/\r+$/, '')
      .split('\r')
      .slice(-1);
    return last;
  });
}
