import { ERROR_CATALOGUE, type ErrorName } from '../../../../src/kernel/errors.ts';
import { texts } from '../../lib/texts.ts';

const t = texts('advice', {
  again: 'Run it again. If it fails again, tell your administrator the time and the number of the run.',
  storage:
    'Tell your administrator: the folder of export files is full or cannot be written to. Then run it again.',
  workers:
    'Tell your administrator: workers end before they are done, as they do when they have too little memory. Then run it again.',
  size: 'Narrow the criteria so that fewer items fit, or export in several parts, such as by the first characters of the number.',
  lines: 'Leave out the views BOM and FILES, choose fewer BOM levels, or narrow the criteria.',
  attribute:
    'The criteria name something that has changed since: an attribute or an option was removed or renamed. Correct the criteria and run it again.',
  value: 'Correct the value in the criteria and run it again.',
});

type Advice = Parameters<typeof t>[0];

/** What to do about a failure, by its error. */
const BY_NAME: Readonly<Partial<Record<ErrorName, Advice>>> = {
  tooManyItems: 'size',
  tooManyLines: 'lines',
  unknownAttribute: 'attribute',
  invalidOption: 'attribute',
  invalidOperator: 'attribute',
  invalidValue: 'value',
  invalidBoolean: 'value',
  invalidDateTime: 'value',
  notChronological: 'value',
  tooLong: 'value',
  required: 'value',
};

/** Of faults the server has one number, and says which in words. */
const BY_WORDS: readonly (readonly [RegExp, Advice])[] = [
  [/could not be (written|read)|storage|disk/i, 'storage'],
  [/worker/i, 'workers'],
];

export function adviceFor({ code, message }: { readonly code: number; readonly message: string }): string {
  const names = Object.keys(BY_NAME) as ErrorName[];
  const name = names.find((one) => ERROR_CATALOGUE[one].code === code);
  const known = name === undefined ? undefined : BY_NAME[name];
  return t(known ?? BY_WORDS.find(([words]) => words.test(message))?.[1] ?? 'again');
}
