import { OperatorError } from '../../kernel/errors.ts';

/** So many are told one by one; a file of another kind would otherwise fill memory with its complaints. */
const MAX_TOLD = 10_000;

/** What is wrong with a bundle, gathered over all of its files. */
export interface Problems {
  /** @param line of the file, from 1; undefined when it is not about one line. */
  add(file: string, line: number | undefined, message: string): void;
  readonly count: number;
  /** Throws with every problem, a line each, as `file:line: message`. */
  throwIfAny(): void;
}

export function createProblems(): Problems {
  const told: string[] = [];
  let count = 0;
  return {
    add(file, line, message) {
      count += 1;
      if (told.length < MAX_TOLD) told.push(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
    },
    get count() {
      return count;
    },
    throwIfAny() {
      if (count === 0) return;
      const rest = count > told.length ? [`… and ${count - told.length} more`] : [];
      throw new OperatorError([...told, ...rest, 'Nothing was imported.'].join('\n'));
    },
  };
}
