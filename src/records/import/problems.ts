import { OperatorError } from '../../kernel/errors.ts';

/** So many are told one by one; a file of another kind would otherwise fill memory with its complaints. */
export const MAX_TOLD_PROBLEMS = 10_000;
/** A message has names and values of the bundle in it. */
const MAX_MESSAGE_LENGTH = 2_000;

/** Something that is wrong with a bundle. */
export interface BundleProblem {
  /** Undefined: the bundle as a whole. */
  readonly file: string | undefined;
  /** From 1; undefined when it is not about one line. */
  readonly line: number | undefined;
  readonly message: string;
}

/** A bundle that cannot be imported, with everything that is wrong with it. */
export class BundleProblemsError extends OperatorError {
  /** The first {@link MAX_TOLD_PROBLEMS}. */
  readonly problems: readonly BundleProblem[];
  /** Of all. */
  readonly count: number;

  constructor(problems: readonly BundleProblem[], count = problems.length) {
    const rest = count > problems.length ? [`… and ${count - problems.length} more`] : [];
    super([...problems.map(inALine), ...rest, 'Nothing was imported.'].join('\n'));
    this.name = 'BundleProblemsError';
    this.problems = problems;
    this.count = count;
  }
}

function inALine({ file, line, message }: BundleProblem): string {
  if (file === undefined) return message;
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

function inShort(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}

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

/** @param nameOf what a file is called where it was made */
export function createProblems(nameOf: (file: string) => string = (file) => file): Problems {
  const told: BundleProblem[] = [];
  let count = 0;
  let valueCount = 0;
  function tell(file: string, line: number | undefined, message: string): void {
    count += 1;
    if (told.length < MAX_TOLD_PROBLEMS) told.push({ file: nameOf(file), line, message: inShort(message) });
  }
  function throwIfAny(): void {
    if (count > 0) throw new BundleProblemsError(told, count);
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
