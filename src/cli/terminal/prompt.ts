import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { EXIT, OperatorError } from '../../kernel/errors.ts';

/** Somebody can be asked: questions go to standard error, so that standard output stays the answer. */
export function canAsk(): boolean {
  return (
    (process.stdin.isTTY as boolean | undefined) === true &&
    (process.stderr.isTTY as boolean | undefined) === true
  );
}

/** One line from the terminal, trimmed; an empty one is the fallback. */
export async function ask(question: string, fallback = ''): Promise<string> {
  const hint = fallback === '' ? '' : ` [${fallback}]`;
  const answer = (await readLine(`${question}${hint}: `, process.stderr)).trim();
  return answer === '' ? fallback : answer;
}

/** The same without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(`${question}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    return await readLine('', nowhere);
  } finally {
    process.stderr.write('\n');
  }
}

/** Readline puts the terminal into raw mode, so that nothing is echoed but what it writes to `output` itself. */
function readLine(prompt: string, output: NodeJS.WritableStream): Promise<string> {
  const reader = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  return new Promise((resolve, reject) => {
    reader.once('SIGINT', () => {
      reject(new OperatorError('Interrupted.', EXIT.interrupted));
      reader.close();
    });
    // Ctrl-D; after an answer it is too late to matter.
    reader.once('close', () => {
      reject(new OperatorError('There was no answer.', EXIT.usage));
    });
    reader.question(prompt, (answer) => {
      resolve(answer);
      reader.close();
    });
  });
}
