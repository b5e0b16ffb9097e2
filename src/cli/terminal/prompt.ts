import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { EXIT, OperatorError } from '../../kernel/errors.ts';

/** Somebody can be asked: questions go to standard error, so that standard output stays the answer. */
export function canAsk(): boolean {
  return [process.stdin, process.stderr].every(({ isTTY }) => (isTTY as boolean | undefined) === true);
}

/** Questions to somebody at the terminal. */
export interface Dialogue {
  /** One line, trimmed; an empty one is the fallback. */
  ask(question: string, fallback?: string): Promise<string>;
  /** The same as it is, and without showing what is typed. */
  askSecret(question: string): Promise<string>;
  /** Gives the terminal back. */
  close(): void;
}

/**
 * One reader for all questions: between two of them the terminal would echo what is typed, and lines that were pasted together would be lost.
 * It puts the terminal into raw mode, in which nothing is shown but what it writes itself.
 */
export function openDialogue(signal: AbortSignal): Dialogue {
  let isSecret = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isSecret) process.stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  const lines: string[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const onAbort = (): void => fail(signal.reason as Error);
  signal.addEventListener('abort', onAbort);
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  reader.on('SIGINT', () => fail(new OperatorError('Interrupted.', EXIT.interrupted)));
  // Ctrl-D.
  reader.on('close', () => fail(new OperatorError('There was no answer.', EXIT.usage)));

  async function readLine(prompt: string): Promise<string> {
    reader.setPrompt(prompt);
    reader.prompt();
    for (;;) {
      const line = lines.shift();
      if (line !== undefined) return line;
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {
    async ask(question, fallback = '') {
      const hint = fallback === '' ? '' : ` [${fallback}]`;
      const answer = (await readLine(`${question}${hint}: `)).trim();
      return answer === '' ? fallback : answer;
    },
    async askSecret(question) {
      isSecret = true;
      process.stderr.write(`${question}: `);
      try {
        return await readLine('');
      } finally {
        isSecret = false;
        process.stderr.write('\n');
      }
    },
    close() {
      signal.removeEventListener('abort', onAbort);
      reader.close();
    },
  };
}
