import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { holds } = createMatcher(served);

it('creationDateTime is a date-time [CRI-46]', () =>
  holds('creationDateTime', [
    ['IS_EQUAL_TO', '2024-02-01T12:00:00Z', 'BOLT-2'],
    ['IS_BEFORE', '2024-03-01T00:00:00Z', 'BOLT-1 BOLT-2'],
    ['IS_AFTER', '2024-02-01T12:00:00Z', 'KIT-4 NUT-3'],
    ['IS_BETWEEN', ['2024-02-01T00:00:00Z', '2024-03-31T00:00:00Z'], 'BOLT-2 KIT-4'],
  ]));

it('effectiveDateTime is a date-time [CRI-47]', () =>
  holds('effectiveDateTime', [
    ['IS_EQUAL_TO', '2024-05-01T00:00:00Z', 'BOLT-2'],
    ['IS_BEFORE', '2024-05-01T00:00:00Z', 'BOLT-1 KIT-4'],
    ['IS_AFTER', '2024-01-10T00:00:00Z', 'BOLT-2 KIT-4'],
    ['IS_BETWEEN', ['2024-01-01T00:00:00Z', '2024-04-01T00:00:00Z'], 'BOLT-1 KIT-4'],
  ]));

// The last that is known to have happened: for NUT-3, which is not effective, its creation.
it('lastModifiedDateTime is a date-time [CRI-48]', () =>
  holds('lastModifiedDateTime', [
    ['IS_EQUAL_TO', '2024-04-01T00:00:00Z', 'NUT-3'],
    ['IS_BEFORE', '2024-04-01T00:00:00Z', 'BOLT-1 KIT-4'],
    ['IS_AFTER', '2024-03-10T00:00:00Z', 'BOLT-2 NUT-3'],
    ['IS_BETWEEN', ['2024-03-10T00:00:00Z', '2024-04-30T00:00:00Z'], 'KIT-4 NUT-3'],
  ]));

it('IS_EQUAL_TO is to the second, and says so to a fraction of one [CRI-81, CRI-109]', () =>
  holds('creationDateTime', [
    ['IS_EQUAL_TO', '2024-02-01T12:00:00Z', 'BOLT-2'],
    ['IS_EQUAL_TO', '2024-02-01T12:00:00.000Z', 'BOLT-2'],
    ['IS_EQUAL_TO', '2024-02-01T12:00:00.999Z', 'BOLT-2'],
    ['IS_EQUAL_TO', '2024-02-01T11:59:59Z', ''],
    ['IS_EQUAL_TO', '2024-02-01T12:00:01Z', ''],
  ]));

it('IS_BEFORE leaves the moment itself out [CRI-82]', () =>
  holds('creationDateTime', [
    ['IS_BEFORE', '2024-02-01T12:00:00Z', 'BOLT-1'],
    ['IS_BEFORE', '2024-02-01T12:00:01Z', 'BOLT-1 BOLT-2'],
    ['IS_BEFORE', '2024-01-01T00:00:00Z', ''],
    ['IS_BEFORE', '9999-12-31T23:59:59Z', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
  ]));

it('IS_AFTER leaves the moment itself out [CRI-83]', () =>
  holds('creationDateTime', [
    ['IS_AFTER', '2024-03-01T00:00:00Z', 'NUT-3'],
    ['IS_AFTER', '2024-02-29T23:59:59Z', 'KIT-4 NUT-3'],
    ['IS_AFTER', '2024-04-01T00:00:00Z', ''],
    ['IS_AFTER', '0001-01-01T00:00:00Z', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
  ]));

it('IS_BETWEEN takes both ends in [CRI-84, CRI-108]', () =>
  holds('creationDateTime', [
    ['IS_BETWEEN', ['2024-01-01T00:00:00Z', '2024-03-01T00:00:00Z'], 'BOLT-1 BOLT-2 KIT-4'],
    ['IS_BETWEEN', ['2024-01-01T00:00:01Z', '2024-02-29T23:59:59Z'], 'BOLT-2'],
    ['IS_BETWEEN', ['2024-03-01T00:00:00Z', '2024-03-01T00:00:00Z'], 'KIT-4'],
    ['IS_BETWEEN', ['2024-05-01T00:00:00Z', '2024-06-01T00:00:00Z'], ''],
  ]));

it.each(['creationDateTime', 'effectiveDateTime', 'lastModifiedDateTime'])(
  'an absent %s satisfies no operator, as none is negative [CRI-102]',
  async (attribute) => {
    const all = attribute === 'effectiveDateTime' ? 'BOLT-1 BOLT-2 KIT-4' : 'BOLT-1 BOLT-2 KIT-4 NUT-3';
    await holds(attribute, [
      ['IS_BEFORE', '9999-12-31T23:59:59Z', all],
      ['IS_AFTER', '0001-01-01T00:00:00Z', all],
      ['IS_BETWEEN', ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'], all],
    ]);
  },
);

const refusal = (operator: string, value: unknown): Promise<string[]> =>
  refusalOf(served.admin, [[{ attribute: 'creationDateTime', operator, value }]]);

describe('what is no date-time is told', () => {
  it.each<[unknown, string]>([
    ['yesterday', 'yesterday'],
    ['', ''],
    ['2024-01-01', '2024-01-01'],
    ['2024-01-01T00:00:00', '2024-01-01T00:00:00'],
    ['2024-01-01T00:00:00+01:00', '2024-01-01T00:00:00+01:00'],
    ['2024-02-30T00:00:00Z', '2024-02-30T00:00:00Z'],
    ['2024-01-01T24:00:00Z', '2024-01-01T24:00:00Z'],
    [1_704_067_200, '1704067200'],
    [true, 'true'],
    [['2024-01-01T00:00:00Z'], '[…]'],
  ])('%j [CRI-15]', async (value, shown) => {
    for (const operator of ['IS_EQUAL_TO', 'IS_BEFORE', 'IS_AFTER'])
      expect(await refusal(operator, value)).toEqual([reason.dateTime(shown)]);
  });

  it('also as an end of a range, each [CRI-15]', async () => {
    expect(await refusal('IS_BETWEEN', ['2024-01-01T00:00:00Z', 'later'])).toEqual([
      reason.dateTime('later'),
    ]);
    expect(await refusal('IS_BETWEEN', ['sooner', 'later'])).toEqual([
      reason.dateTime('sooner'),
      reason.dateTime('later'),
    ]);
  });
});

describe('IS_BETWEEN', () => {
  it('in the wrong order is told, with the attribute [CRI-16, CRI-107]', async () => {
    expect(await refusal('IS_BETWEEN', ['2024-01-01T00:00:01Z', '2024-01-01T00:00:00Z'])).toEqual([
      reason.order('creationDateTime', '2024-01-01T00:00:01Z, 2024-01-01T00:00:00Z'),
    ]);
  });

  it.each<[string, unknown]>([
    ['none', []],
    ['one', ['2024-01-01T00:00:00Z']],
    ['three', ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', '2024-01-03T00:00:00Z']],
    ['a string', '2024-01-01T00:00:00Z;2024-01-02T00:00:00Z'],
    ['an object', { from: '2024-01-01T00:00:00Z', to: '2024-01-02T00:00:00Z' }],
  ])('takes two date-times, not %s [CRI-13, CRI-107]', async (_, value) => {
    expect(await refusal('IS_BETWEEN', value)).toEqual([reason.value('creationDateTime')]);
  });
});
