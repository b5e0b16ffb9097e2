import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { holds } = createMatcher(served);

describe('numbers, which are not ordered as text: 1.5, 2, 10', () => {
  it('productionCost is one [CRI-57]', () =>
    holds('productionCost', [
      ['IS_EQUAL_TO', 2, 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 2, 'BARE-5 BOLT-1 KIT-4 NUT-3'],
      ['IS_LESS_THAN', 2, 'BOLT-1'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 2, 'BOLT-1 BOLT-2'],
      ['IS_GREATER_THAN', 2, 'KIT-4'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'BOLT-2 KIT-4'],
    ]));

  it('prototypeCost is one [CRI-58]', () =>
    holds('prototypeCost', [
      ['IS_EQUAL_TO', 2, 'KIT-4'],
      ['IS_NOT_EQUAL_TO', 2, 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['IS_LESS_THAN', 2, 'BOLT-2'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 2, 'BOLT-2 KIT-4'],
      ['IS_GREATER_THAN', 2, 'BOLT-1'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'BOLT-1 KIT-4'],
    ]));

  it('standardCost is one [CRI-59]', () =>
    holds('standardCost', [
      ['IS_EQUAL_TO', 2, 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 2, 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['IS_LESS_THAN', 2, 'KIT-4'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 2, 'BOLT-1 KIT-4'],
      ['IS_GREATER_THAN', 2, 'BOLT-2'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'BOLT-1 BOLT-2'],
    ]));

  it('targetCost is one [CRI-60]', () =>
    holds('targetCost', [
      ['IS_EQUAL_TO', 2, 'KIT-4'],
      ['IS_NOT_EQUAL_TO', 2, 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['IS_LESS_THAN', 2, 'BOLT-2'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 2, 'BOLT-2 KIT-4'],
      ['IS_GREATER_THAN', 2, 'NUT-3'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'KIT-4 NUT-3'],
    ]));

  it('targetPrice is one [CRI-61]', () =>
    holds('targetPrice', [
      ['IS_EQUAL_TO', 2, 'NUT-3'],
      ['IS_NOT_EQUAL_TO', 2, 'BARE-5 BOLT-1 BOLT-2 KIT-4'],
      ['IS_LESS_THAN', 2, 'KIT-4'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 2, 'KIT-4 NUT-3'],
      ['IS_GREATER_THAN', 2, 'BOLT-1'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 2, 'BOLT-1 NUT-3'],
    ]));
});

describe('the operators of numbers', () => {
  it('IS_EQUAL_TO, however the number is written [CRI-86]', () =>
    holds('productionCost', [
      ['IS_EQUAL_TO', 1.5, 'BOLT-1'],
      ['IS_EQUAL_TO', '1.50', 'BOLT-1'],
      ['IS_EQUAL_TO', '1e1', 'KIT-4'],
      ['IS_EQUAL_TO', 1.51, ''],
      ['IS_EQUAL_TO', 0, ''],
    ]));

  it('IS_NOT_EQUAL_TO is its contrary [CRI-87]', () =>
    holds('productionCost', [
      ['IS_NOT_EQUAL_TO', 1.5, 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['IS_NOT_EQUAL_TO', '10.0', 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
    ]));

  it('IS_LESS_THAN [CRI-88]', () =>
    holds('productionCost', [
      ['IS_LESS_THAN', 10, 'BOLT-1 BOLT-2'],
      ['IS_LESS_THAN', 1.5, ''],
      ['IS_LESS_THAN', 1.500001, 'BOLT-1'],
    ]));

  it('IS_LESS_THAN_OR_EQUAL_TO [CRI-89]', () =>
    holds('productionCost', [
      ['IS_LESS_THAN_OR_EQUAL_TO', 10, 'BOLT-1 BOLT-2 KIT-4'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 1.5, 'BOLT-1'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 1.499999, ''],
    ]));

  it('IS_GREATER_THAN [CRI-90]', () =>
    holds('productionCost', [
      ['IS_GREATER_THAN', 10, ''],
      ['IS_GREATER_THAN', 9.999999, 'KIT-4'],
      ['IS_GREATER_THAN', -1, 'BOLT-1 BOLT-2 KIT-4'],
    ]));

  it('IS_GREATER_THAN_OR_EQUAL_TO [CRI-91]', () =>
    holds('productionCost', [
      ['IS_GREATER_THAN_OR_EQUAL_TO', 10, 'KIT-4'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 10.000001, ''],
      ['IS_GREATER_THAN_OR_EQUAL_TO', 1.5, 'BOLT-1 BOLT-2 KIT-4'],
    ]));

  it('an absent number satisfies IS_NOT_EQUAL_TO and no other operator [CRI-102]', () =>
    holds('targetPrice', [
      ['IS_EQUAL_TO', 0, ''],
      ['IS_NOT_EQUAL_TO', 0, 'BARE-5 BOLT-1 BOLT-2 KIT-4 NUT-3'],
      ['IS_LESS_THAN', 1_000, 'BOLT-1 KIT-4 NUT-3'],
      ['IS_LESS_THAN_OR_EQUAL_TO', 1_000, 'BOLT-1 KIT-4 NUT-3'],
      ['IS_GREATER_THAN', -1_000, 'BOLT-1 KIT-4 NUT-3'],
      ['IS_GREATER_THAN_OR_EQUAL_TO', -1_000, 'BOLT-1 KIT-4 NUT-3'],
    ]));
});

describe('what is no number is told, with the attribute', () => {
  it.each<[string, unknown]>([
    ['productionCost', 'cheap'],
    ['prototypeCost', ''],
    ['standardCost', true],
    ['targetCost', [2]],
    ['targetPrice', { amount: 2 }],
    ['targetPrice', '2 EUR'],
    ['targetPrice', '1,5'],
    ['targetPrice', 'NaN'],
    ['targetPrice', 'Infinity'],
  ])('%s %j [CRI-13]', async (attribute, value) => {
    const group = ['IS_EQUAL_TO', 'IS_LESS_THAN'].map((operator) => [{ attribute, operator, value }]);
    for (const criteria of group)
      expect(await refusalOf(served.admin, [criteria])).toEqual([reason.value(attribute)]);
  });
});

describe('booleans: each is true of some items and false of the others', () => {
  const isTrueOf = (attribute: string, yes: string, no: string): Promise<void> =>
    holds(attribute, [
      ['IS_EQUAL_TO', true, yes],
      ['IS_EQUAL_TO', false, no],
    ]);

  it('modifiedBOM is one [CRI-49]', () => isTrueOf('modifiedBOM', 'BOLT-1', 'BARE-5 BOLT-2 KIT-4 NUT-3'));
  it('modifiedSpecs is one [CRI-50]', () => isTrueOf('modifiedSpecs', 'BOLT-1 BOLT-2', 'BARE-5 KIT-4 NUT-3'));
  it('modifiedSourcing is one [CRI-51]', () =>
    isTrueOf('modifiedSourcing', 'NUT-3', 'BARE-5 BOLT-1 BOLT-2 KIT-4'));
  it('modifiedFiles is one [CRI-52]', () => isTrueOf('modifiedFiles', 'BOLT-1 KIT-4', 'BARE-5 BOLT-2 NUT-3'));
  it('isAssembly is one [CRI-53]', () => isTrueOf('isAssembly', 'KIT-4', 'BARE-5 BOLT-1 BOLT-2 NUT-3'));
  it('inAssembly is one [CRI-54]', () => isTrueOf('inAssembly', 'BOLT-1 NUT-3', 'BARE-5 BOLT-2 KIT-4'));
  it('shared is one [CRI-55]', () => isTrueOf('shared', 'BOLT-2', 'BARE-5 BOLT-1 KIT-4 NUT-3'));
  it('deviated is one [CRI-56]', () => isTrueOf('deviated', 'KIT-4 NUT-3', 'BARE-5 BOLT-1 BOLT-2'));

  it('IS_EQUAL_TO takes true and false, and their names [CRI-85]', () =>
    holds('deviated', [
      ['IS_EQUAL_TO', true, 'KIT-4 NUT-3'],
      ['IS_EQUAL_TO', 'true', 'KIT-4 NUT-3'],
      ['IS_EQUAL_TO', false, 'BARE-5 BOLT-1 BOLT-2'],
      ['IS_EQUAL_TO', 'False', 'BARE-5 BOLT-1 BOLT-2'],
    ]));

  it.each<[string, unknown, string]>([
    ['modifiedBOM', 'yes', 'yes'],
    ['modifiedSpecs', '', ''],
    ['modifiedSourcing', 1, '1'],
    ['modifiedFiles', 0, '0'],
    ['isAssembly', [true], '[…]'],
    ['inAssembly', { is: true }, '{…}'],
    ['shared', 'TRUE!', 'TRUE!'],
    ['deviated', 't', 't'],
  ])('what is none is told: %s %j [CRI-14]', async (attribute, value, shown) => {
    expect(await refusalOf(served.admin, [[{ attribute, operator: 'IS_EQUAL_TO', value }]])).toEqual([
      reason.boolean(shown, attribute),
    ]);
  });
});
