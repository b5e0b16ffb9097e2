import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_FIVE, criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { holds } = createMatcher(served);
const NOBODY = guid('NOBODY');

describe('GUIDs', () => {
  it('guid is one [CRI-35]', () =>
    holds('guid', [
      ['IS_EQUAL_TO', guid('BOLT1'), 'BOLT-1'],
      ['IS_EQUAL_TO', NOBODY, ''],
      ['IS_IN', [guid('BARE5'), NOBODY, guid('NUT3')], 'BARE-5 NUT-3'],
    ]));

  it('category.guid is one [CRI-36]', () =>
    holds('category.guid', [
      ['IS_EQUAL_TO', guid('EYES'), 'BOLT-2'],
      ['IS_IN', [guid('BOLTS'), guid('KITS')], 'BOLT-1 KIT-4'],
    ]));

  it('lifecyclePhase.guid is one [CRI-37]', () =>
    holds('lifecyclePhase.guid', [
      ['IS_EQUAL_TO', guid('PROD'), 'BOLT-1 KIT-4'],
      ['IS_IN', [guid('DESIGN'), guid('END')], 'BOLT-2 NUT-3'],
    ]));

  it('creator.guid is one [CRI-38]', () =>
    holds('creator.guid', [
      ['IS_EQUAL_TO', guid('BEA'), 'BOLT-1 NUT-3'],
      ['IS_IN', [guid('ADA'), guid('CAT')], 'BOLT-2 KIT-4'],
    ]));

  it('owner.guid is one [CRI-39]', () =>
    holds('owner.guid', [
      ['IS_EQUAL_TO', guid('BEA'), 'BOLT-2'],
      ['IS_IN', [guid('ADA'), guid('CAT')], 'BOLT-1 KIT-4 NUT-3'],
    ]));

  it('supplier.guid is one, of any manufacturer or vendor [CRI-40, CRI-111]', () =>
    holds('supplier.guid', [
      ['IS_EQUAL_TO', guid('MAKERS'), 'BOLT-1 BOLT-2'],
      ['IS_EQUAL_TO', guid('VENDORS'), 'BOLT-1 KIT-4 NUT-3'],
      ['IS_IN', [guid('KITTERS'), guid('MAKERS')], 'BOLT-1 BOLT-2 KIT-4'],
    ]));

  it('supplierItem.guid is one, of any manufacturer or vendor [CRI-41, CRI-111]', () =>
    holds('supplierItem.guid', [
      ['IS_EQUAL_TO', guid('V30'), 'KIT-4 NUT-3'],
      ['IS_EQUAL_TO', guid('K1'), 'KIT-4'],
      ['IS_IN', [guid('M20'), guid('V10')], 'BOLT-1 BOLT-2'],
    ]));

  it('IS_EQUAL_TO wants the very GUID [CRI-75]', () =>
    holds('guid', [
      ['IS_EQUAL_TO', guid('KIT4'), 'KIT-4'],
      ['IS_EQUAL_TO', guid('KIT4').toLowerCase(), ''],
      ['IS_EQUAL_TO', guid('KIT4').slice(0, -1), ''],
    ]));

  it('IS_IN wants one of several [CRI-76]', () =>
    holds('guid', [
      ['IS_IN', [guid('KIT4'), guid('BOLT2'), guid('KIT4')], 'BOLT-2 KIT-4'],
      ['IS_IN', [guid('KIT4')], 'KIT-4'],
      ['IS_IN', [NOBODY], ''],
    ]));
});

describe('options', () => {
  it('lifecyclePhase.name is one [CRI-42]', () =>
    holds('lifecyclePhase.name', [
      ['IS_EQUAL_TO', 'In Production', 'BOLT-1 KIT-4'],
      ['IS_NOT_EQUAL_TO', 'In Production', 'BARE-5 BOLT-2 NUT-3'],
      ['IS_IN', ['In Design', 'Obsolete'], 'BOLT-2 NUT-3'],
      ['IS_NOT_IN', ['In Design', 'Obsolete'], 'BARE-5 BOLT-1 KIT-4'],
    ]));

  it('lifecyclePhase.stage is one [CRI-43]', () =>
    holds('lifecyclePhase.stage', [
      ['IS_EQUAL_TO', 'RETIRED', 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 'RETIRED', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
      ['IS_IN', ['DESIGN', 'PRODUCTION'], 'BOLT-1 KIT-4 NUT-3'],
      ['IS_NOT_IN', ['DESIGN', 'PRODUCTION'], 'BARE-5 BOLT-2'],
    ]));

  it('procurementType is one [CRI-44]', () =>
    holds('procurementType', [
      ['IS_EQUAL_TO', 'BUY', 'BOLT-2 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'BUY', 'BARE-5 BOLT-1 KIT-4'],
      ['IS_IN', ['MTS', 'MTO'], 'BOLT-1 KIT-4'],
      ['IS_NOT_IN', ['MTS', 'MTO'], 'BARE-5 BOLT-2 NUT-3'],
    ]));

  it('revisionStatus is one [CRI-45]', () =>
    holds('revisionStatus', [
      ['IS_EQUAL_TO', 'WORKING', 'NUT-3'],
      ['IS_NOT_EQUAL_TO', 'WORKING', 'BARE-5 BOLT-1 BOLT-2 KIT-4'],
      ['IS_IN', ['EFFECTIVE', 'WORKING'], ALL_FIVE],
      ['IS_NOT_IN', ['EFFECTIVE', 'SUPERSEDED'], 'NUT-3'],
    ]));

  it('IS_EQUAL_TO wants the whole option, in any case [CRI-77]', () =>
    holds('lifecyclePhase.name', [
      ['IS_EQUAL_TO', 'in production', 'BOLT-1 KIT-4'],
      ['IS_EQUAL_TO', 'In', ''],
      ['IS_EQUAL_TO', 'In*', ''],
      ['IS_EQUAL_TO', 'In_Design', ''],
    ]));

  it('IS_NOT_EQUAL_TO is its contrary [CRI-78]', () =>
    holds('lifecyclePhase.name', [
      ['IS_NOT_EQUAL_TO', 'in design', 'BARE-5 BOLT-1 BOLT-2 KIT-4'],
      ['IS_NOT_EQUAL_TO', 'In', ALL_FIVE],
    ]));

  it('IS_IN wants one of several [CRI-79]', () =>
    holds('procurementType', [
      ['IS_IN', ['buy', 'mts', 'none'], 'BOLT-1 BOLT-2 NUT-3'],
      ['IS_IN', ['none'], ''],
    ]));

  it('IS_NOT_IN is its contrary [CRI-80]', () =>
    holds('procurementType', [
      ['IS_NOT_IN', ['buy', 'mts', 'none'], 'BARE-5 KIT-4'],
      ['IS_NOT_IN', ['none'], ALL_FIVE],
    ]));

  it('the value may be one string [CRI-103]', () =>
    holds('procurementType', [
      ['IS_EQUAL_TO', 'MTS', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'MTS', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['IS_IN', 'MTS', 'BOLT-1'],
      ['IS_NOT_IN', 'MTS', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
    ]));

  it('the value may be an array, any of which may match [CRI-104]', () =>
    holds('procurementType', [
      ['IS_EQUAL_TO', ['MTS', 'BUY'], 'BOLT-1 BOLT-2 NUT-3'],
      ['IS_NOT_EQUAL_TO', ['MTS', 'BUY'], 'BARE-5 KIT-4'],
      ['IS_IN', ['MTS', 'BUY'], 'BOLT-1 BOLT-2 NUT-3'],
      ['IS_NOT_IN', ['MTS', 'BUY'], 'BARE-5 KIT-4'],
    ]));

  it('the value may be a string of values between semicolons, any of which may match [CRI-105]', () =>
    holds('procurementType', [
      ['IS_EQUAL_TO', 'MTS;BUY', 'BOLT-1 BOLT-2 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'MTS;BUY', 'BARE-5 KIT-4'],
      ['IS_IN', 'mts; buy', 'BOLT-1 BOLT-2 NUT-3'],
      ['IS_NOT_IN', ';MTO;;MTS;', 'BARE-5 BOLT-2 NUT-3'],
    ]));
});

describe('an absent value', () => {
  it.each(['lifecyclePhase.name', 'lifecyclePhase.stage', 'procurementType'])(
    'of %s satisfies the negative operators and no other [CRI-102]',
    (attribute) =>
      holds(attribute, [
        ['IS_EQUAL_TO', ['', 'null'], ''],
        ['IS_IN', ['', 'null'], ''],
        ['IS_NOT_EQUAL_TO', ['', 'null'], ALL_FIVE],
        ['IS_NOT_IN', ['', 'null'], ALL_FIVE],
      ]),
  );

  it.each([
    'category.guid',
    'lifecyclePhase.guid',
    'creator.guid',
    'owner.guid',
    'supplier.guid',
    'supplierItem.guid',
  ])('of %s satisfies neither operator of a GUID [CRI-102]', (attribute) =>
    holds(attribute, [
      ['IS_EQUAL_TO', '', ''],
      ['IS_IN', ['', 'null'], ''],
    ]),
  );
});

describe('a value of the wrong type is told, with the attribute', () => {
  it.each([
    ['guid', 'IS_EQUAL_TO', 7],
    ['guid', 'IS_EQUAL_TO', [guid('BOLT1')]],
    ['owner.guid', 'IS_IN', true],
    ['supplier.guid', 'IS_IN', []],
    ['creator.guid', 'IS_IN', [guid('ADA'), 7]],
    ['category.guid', 'IS_IN', { guid: guid('BOLTS') }],
    ['procurementType', 'IS_EQUAL_TO', 7],
    ['procurementType', 'IS_NOT_EQUAL_TO', false],
    ['revisionStatus', 'IS_IN', []],
    ['lifecyclePhase.name', 'IS_IN', ['In Design', null]],
    ['lifecyclePhase.stage', 'IS_NOT_IN', [['DESIGN']]],
    ['lifecyclePhase.stage', 'IS_NOT_IN', ' ; '],
  ])('%s %s %j [CRI-13]', async (attribute, operator, value) => {
    expect(await refusalOf(served.admin, [[{ attribute, operator, value }]])).toEqual([
      reason.value(attribute),
    ]);
  });
});
