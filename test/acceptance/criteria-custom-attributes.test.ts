import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_FIVE, criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, criterion, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { found, holds } = createMatcher(served);

describe('a custom attribute', () => {
  it('is named by its apiName, its GUID [CRI-63]', async () => {
    expect(await found([guid('FIXED'), 'IS_EQUAL_TO', 'low'])).toBe('BOLT-1');
  });

  it.each(['Custom fixed', guid('FIXED').toLowerCase(), 'FIXED'])(
    'and by nothing else: not "%s" [CRI-63]',
    async (name) => {
      expect(await refusalOf(served.admin, [[criterion(name, 'IS_EQUAL_TO', 'low')]])).toEqual([
        reason.unknown(name),
      ]);
    },
  );
});

describe('text', () => {
  it('SINGLE_LINE_TEXT [CRI-64]', () =>
    holds(guid('LINE'), [
      ['IS_EQUAL_TO', 'PLATED', 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 'plated', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
      ['CONTAINS', 'plated', 'BOLT-1 BOLT-2 KIT-4'],
      ['CONTAINS', 'z*p', 'BOLT-1'],
      ['DOES_NOT_CONTAIN', 'zinc', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['STARTS_WITH', 'plated', 'BOLT-2 KIT-4'],
      ['DOES_NOT_START_WITH', 'plated', 'BARE-5 BOLT-1 NUT-3'],
    ]));

  it('MULTI_LINE_TEXT [CRI-64]', () =>
    holds(guid('NOTE'), [
      ['IS_EQUAL_TO', 'first line\nSECOND row', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'second', ALL_FIVE],
      ['CONTAINS', 'row', 'BOLT-1 NUT-3'],
      ['CONTAINS', 'first*row', 'BOLT-1'],
      ['DOES_NOT_CONTAIN', 'second', 'BARE-5 KIT-4 NUT-3'],
      ['STARTS_WITH', 'second', 'BOLT-2'],
      ['DOES_NOT_START_WITH', 'second', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
    ]));
});

describe('options', () => {
  it('DROP_DOWN, single [CRI-65]', () =>
    holds(guid('DROP'), [
      ['IS_EQUAL_TO', 'blue', 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 'blue', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
      ['IS_IN', 'red;blue', 'BOLT-1 BOLT-2'],
      ['IS_NOT_IN', ['red', 'blue'], 'BARE-5 KIT-4 NUT-3'],
      // Of one option the whole is meant; only an array can name one with a semicolon in it.
      ['IS_EQUAL_TO', 'one', ''],
      ['IS_EQUAL_TO', ['one;two'], 'KIT-4'],
    ]));

  it('FIXED_DROP_DOWN, single [CRI-65]', () =>
    holds(guid('FIXED'), [
      ['IS_EQUAL_TO', 'LOW', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'low', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['IS_IN', ['low', 'medium'], 'BOLT-1 NUT-3'],
      ['IS_NOT_IN', 'low;medium', 'BARE-5 BOLT-2 KIT-4'],
    ]));

  it('DROP_DOWN, multi: any of the item’s values matches [CRI-65, CRI-106]', () =>
    holds(guid('DROPS'), [
      ['IS_EQUAL_TO', 'red', 'BOLT-1'],
      ['IS_EQUAL_TO', 'BLUE', 'BOLT-1 BOLT-2'],
      ['IS_NOT_EQUAL_TO', 'blue', 'BARE-5 KIT-4 NUT-3'],
      ['IS_IN', ['red', 'green'], 'BOLT-1 KIT-4'],
      ['IS_IN', 'blue;green', 'BOLT-1 BOLT-2 KIT-4'],
      ['IS_NOT_IN', 'red;green', 'BARE-5 BOLT-2 NUT-3'],
      // The values as they are kept are no value.
      ['IS_IN', ['red;blue'], ''],
    ]));

  it('FIXED_DROP_DOWN, multi: any of the item’s values matches [CRI-65, CRI-106]', () =>
    holds(guid('FIXEDS'), [
      ['IS_EQUAL_TO', 'South', 'KIT-4'],
      ['IS_EQUAL_TO', 'south east', 'BOLT-1 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'south', 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['IS_IN', ['north', 'south'], 'BOLT-1 KIT-4'],
      ['IS_NOT_IN', ['north', 'south'], 'BARE-5 BOLT-2 NUT-3'],
      ['IS_EQUAL_TO', 'east', ''],
    ]));
});

describe('date-times', () => {
  it('DATE [CRI-66]', () =>
    holds(guid('DAY'), [
      ['IS_EQUAL_TO', '2024-06-01T00:00:00Z', 'BOLT-2'],
      ['IS_EQUAL_TO', '2024-06-01T00:00:00.5Z', 'BOLT-2'],
      ['IS_EQUAL_TO', '2024-06-01T00:00:01Z', ''],
      ['IS_BEFORE', '2024-06-01T00:00:00Z', 'BOLT-1'],
      ['IS_AFTER', '2024-05-01T00:00:00Z', 'BOLT-2 NUT-3'],
      ['IS_BETWEEN', ['2024-05-01T00:00:00Z', '2024-06-01T00:00:00Z'], 'BOLT-1 BOLT-2'],
    ]));

  it('DATETIME [CRI-66]', () =>
    holds(guid('MOMENT'), [
      ['IS_EQUAL_TO', '2024-05-01T10:00:01Z', 'BOLT-2'],
      ['IS_BEFORE', '2024-05-01T10:00:01Z', 'BOLT-1'],
      ['IS_AFTER', '2024-05-01T10:00:00Z', 'BOLT-2 KIT-4'],
      ['IS_BETWEEN', ['2024-05-01T10:00:00Z', '2024-05-01T10:00:01Z'], 'BOLT-1 BOLT-2'],
      ['IS_BETWEEN', ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'], 'BOLT-1 BOLT-2 KIT-4'],
    ]));
});

describe('numbers', () => {
  // The smallest, 2 and 10 of BOLT-1, BOLT-2 and KIT-4.
  it.each([
    ['NUMBER', 'NUMBER', -1.5],
    ['POSITIVE_DOUBLE', 'DOUBLE', 0.25],
    ['INTEGER', 'WHOLE', -3],
    ['POSITIVE_INTEGER', 'COUNT', 1],
    ['COST', 'PRICE', 1.5],
  ])('%s [CRI-67]', (_, label, smallest) =>
    holds(guid(label), [
      ['IS_EQUAL_TO', smallest, 'BOLT-1'],
      ['IS_EQUAL_TO', '2.0', 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 10, 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['IS_LESS_THAN', 10, 'BOLT-1 BOLT-2'],
      ['IS_LESS_THAN_OR_EQUAL_TO', smallest, 'BOLT-1'],
      ['IS_GREATER_THAN', 2, 'KIT-4'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'BOLT-2 KIT-4'],
    ]),
  );
});

describe('booleans', () => {
  it('BOOLEAN, which may be absent: then it is neither [CRI-68]', () =>
    holds(guid('FLAG'), [
      ['IS_EQUAL_TO', true, 'BOLT-1 NUT-3'],
      ['IS_EQUAL_TO', 'false', 'BOLT-2'],
    ]));
});

describe('an absent value satisfies the negative operators and no other', () => {
  const FULL = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'];

  it.each([
    ['LINE', 'IS_NOT_EQUAL_TO', '', ALL_FIVE],
    ['LINE', 'DOES_NOT_CONTAIN', '*', 'BARE-5 NUT-3'],
    ['LINE', 'DOES_NOT_START_WITH', '', 'BARE-5 NUT-3'],
    ['LINE', 'CONTAINS', '*', 'BOLT-1 BOLT-2 KIT-4'],
    ['LINE', 'STARTS_WITH', '', 'BOLT-1 BOLT-2 KIT-4'],
    ['DROPS', 'IS_NOT_IN', ['red', 'blue', 'green'], 'BARE-5 NUT-3'],
    ['DROPS', 'IS_NOT_EQUAL_TO', ['red', 'blue', 'green'], 'BARE-5 NUT-3'],
    ['DROPS', 'IS_IN', ['', 'null'], ''],
    ['FIXED', 'IS_NOT_IN', ['low', 'medium', 'high'], 'BARE-5 KIT-4'],
    ['FIXED', 'IS_EQUAL_TO', ['', 'null'], ''],
    ['DAY', 'IS_BETWEEN', FULL, 'BOLT-1 BOLT-2 NUT-3'],
    ['NUMBER', 'IS_NOT_EQUAL_TO', 0, ALL_FIVE],
    ['NUMBER', 'IS_GREATER_THAN', -1_000, 'BOLT-1 BOLT-2 KIT-4'],
    ['NUMBER', 'IS_LESS_THAN_OR_EQUAL_TO', 1_000, 'BOLT-1 BOLT-2 KIT-4'],
  ])('%s %s %j finds "%s" [CRI-102]', async (...one) => {
    const [label, operator, value, expected] = one;
    expect(await found([guid(label), operator, value])).toBe(expected);
  });
});

describe('a value of the wrong type is told, with the attribute', () => {
  it.each<[string, string, unknown, string]>([
    ['LINE', 'CONTAINS', 7, reason.value(guid('LINE'))],
    ['NOTE', 'IS_EQUAL_TO', ['a'], reason.value(guid('NOTE'))],
    ['DROP', 'IS_IN', 7, reason.value(guid('DROP'))],
    ['FIXEDS', 'IS_NOT_IN', [true], reason.value(guid('FIXEDS'))],
    ['NUMBER', 'IS_LESS_THAN', 'few', reason.value(guid('NUMBER'))],
    ['COUNT', 'IS_EQUAL_TO', [1], reason.value(guid('COUNT'))],
  ])('%s %s %j [CRI-13]', async (...one) => {
    const [label, operator, value, expected] = one;
    expect(await refusalOf(served.admin, [[criterion(guid(label), operator, value)]])).toEqual([expected]);
  });

  it('a boolean [CRI-14]', async () => {
    expect(await refusalOf(served.admin, [[criterion(guid('FLAG'), 'IS_EQUAL_TO', 'on')]])).toEqual([
      reason.boolean('on', guid('FLAG')),
    ]);
  });

  it('a date-time [CRI-15]', async () => {
    for (const label of ['DAY', 'MOMENT'])
      expect(await refusalOf(served.admin, [[criterion(guid(label), 'IS_AFTER', '2024-05-01')]])).toEqual([
        reason.dateTime('2024-05-01'),
      ]);
  });

  it('a range out of order [CRI-16]', async () => {
    const range = ['2024-05-02T00:00:00Z', '2024-05-01T00:00:00Z'];
    expect(await refusalOf(served.admin, [[criterion(guid('DAY'), 'IS_BETWEEN', range)]])).toEqual([
      reason.order(guid('DAY'), '2024-05-02T00:00:00Z, 2024-05-01T00:00:00Z'),
    ]);
  });
});
