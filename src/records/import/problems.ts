import { OperatorError } from '../../kernel/errors.ts';

/** So many are told one by one; a file of another kind would otherwise fill memory with its complaints. */
const MAX_TOLD = 10_000;

/** What is wrong with a bundle, gathered over all of its files. */
export interface Problems {
  /** @param line of the file, from 1; undefined when it is not about one line. */
  add(file: string, line: number | undefined, message: string): void;
  /** The same for a value that no other row refers to: the row is staged without it, so that references to the row are still checked. */
  addValue(file: string, line: number, message: string): void;
  readonly count: number;
  /** Throws with every problem, a line each, as `file:line: message`. */
  throwIfAny(): void;
  /** Throws when rows are missing for what was added: what refers to them would be called wrong and is not. */
  throwIfRowsMiss(): void;
}

export function createProblems(): Problems {
  const told: string[] = [];
  let count = 0;
  let valueCount = 0;
  function tell(file: string, line: number | undefined, message: string): void {
    count += 1;
    if (told.length < MAX_TOLD) told.push(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
  function throwIfAny(): void {
    if (count === 0) return;
    const rest = count > told.length ? [`… and ${count - told.length} more`] : [];
    throw new OperatorError([...told, ...rest, 'Nothing was imported.'].join('\n'));
  }
  return {
    add: tell,
    addValue(file, line, message) {
      tell(file, line, message);
      valueCount += 1;
    },
    get count() {
      return count;
    },
    throwIfAny,
    throwIfRowsMiss() {
      if (count > valueCount) throwIfAny();
    },
  };
}
