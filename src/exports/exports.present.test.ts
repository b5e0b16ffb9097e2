import { array, assert, constantFrom, integer, json, option, property, record, string } from 'fast-check';
import { it } from 'vitest';
import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import { presentRun, writeRunList } from './exports.present.ts';

const guid = constantFrom('2F5C0568E718D05BB253', 'E934B8A03B6D9470717E', 'AAAAAAAAAAAAAAAAAAAA');
const time = constantFrom('2023-01-11T02:22:40+00:00', '2026-12-31T23:59:59.999999+00:00');
const run = record({
  guid,
  number: integer({ min: 1 }),
  status: constantFrom(...RUN_STATUSES),
  // As they are kept: what was received, written by JSON.stringify.
  criteria: option(json().map((text) => JSON.stringify(JSON.parse(text)))),
  criteriaResultsCount: option(integer({ min: 0 })),
  createdAt: time,
  completedAt: option(time),
  // Two people, each in every run the same.
  creator: constantFrom(
    { email: 'ann@example.test', fullName: 'Ann "the ☃\u2028" O\\Hara\n', guid: 'ANN00000000000000000' },
    { email: null, fullName: 'Ben', guid: 'BEN00000000000000000' },
  ),
  fileGuids: array(guid, { maxLength: 3 }),
});

it('a list is written letter by letter as its runs are shown one by one', () => {
  assert(
    property(array(run, { maxLength: 5 }), integer({ min: 0 }), (results, count) => {
      const shown = { count, results: results.map((one) => presentRun(one)) };
      return writeRunList({ count, results }) === JSON.stringify(shown);
    }),
    { numRuns: 500 },
  );
});

it('people are told apart, whatever they are called', () => {
  const names = array(string(), { minLength: 2, maxLength: 5 });
  assert(
    property(names, run, (fullNames, one) => {
      const results = fullNames.map((fullName, at) => ({
        ...one,
        creator: { email: `${fullName}@example.test`, fullName, guid: `USER${at}` },
      }));
      const shown = { count: 0, results: results.map((row) => presentRun(row)) };
      return writeRunList({ count: 0, results }) === JSON.stringify(shown);
    }),
  );
});
