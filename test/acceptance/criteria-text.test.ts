import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_FIVE, criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, UNHURRIED } from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { found, holds } = createMatcher(served);

describe('the attributes of an item', () => {
  it('number is text [CRI-22]', () =>
    holds('number', [
      ['IS_EQUAL_TO', 'bolt-1', 'BOLT-1'],
      ['IS_EQUAL_TO', 'bolt', ''],
      ['IS_NOT_EQUAL_TO', 'BOLT-1', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'T-', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
      ['DOES_NOT_CONTAIN', 'T-', 'BARE-5'],
      ['STARTS_WITH', 'bolt', 'BOLT-1 BOLT-2'],
      ['STARTS_WITH', 'OLT', ''],
      ['DOES_NOT_START_WITH', 'B', 'KIT-4 NUT-3'],
    ]));

  it('name is text [CRI-23]', () =>
    holds('name', [
      ['IS_EQUAL_TO', 'HEX bolt', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'Hex Bolt', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'hex', 'BOLT-1 BOLT-2 NUT-3'],
      ['DOES_NOT_CONTAIN', 'bolt', 'BARE-5 NUT-3'],
      ['STARTS_WITH', 'hex', 'BOLT-1 NUT-3'],
      ['DOES_NOT_START_WITH', 'hex', 'BARE-5 BOLT-2 KIT-4'],
    ]));

  it('revisionNumber is text [CRI-24]', () =>
    holds('revisionNumber', [
      ['IS_EQUAL_TO', 'a', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'A', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'A', 'BOLT-1 BOLT-2 NUT-3'],
      ['DOES_NOT_CONTAIN', 'b', 'BARE-5 BOLT-1 NUT-3'],
      ['STARTS_WITH', 'A', 'BOLT-1 BOLT-2'],
      ['DOES_NOT_START_WITH', '1', 'BARE-5 BOLT-1 BOLT-2 KIT-4'],
    ]));

  it('description is text [CRI-25]', () =>
    holds('description', [
      ['IS_EQUAL_TO', 'stainless STEEL', 'BOLT-2'],
      ['IS_NOT_EQUAL_TO', 'Stainless steel', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
      ['CONTAINS', 'steel', 'BOLT-1 BOLT-2 KIT-4'],
      ['DOES_NOT_CONTAIN', 'steel', 'BARE-5 NUT-3'],
      ['STARTS_WITH', 'steel', 'BOLT-1'],
      ['DOES_NOT_START_WITH', 'st', 'BARE-5 KIT-4 NUT-3'],
    ]));

  it('uom is text [CRI-26]', () =>
    holds('uom', [
      ['IS_EQUAL_TO', 'EACH', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'each', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'each', 'BOLT-1 BOLT-2 NUT-3'],
      ['DOES_NOT_CONTAIN', 'each', 'BARE-5 KIT-4'],
      ['STARTS_WITH', 'each', 'BOLT-1 BOLT-2'],
      ['DOES_NOT_START_WITH', 'each', 'BARE-5 KIT-4 NUT-3'],
    ]));
});

describe('what an item refers to', () => {
  it('category.name is text [CRI-27]', () =>
    holds('category.name', [
      ['IS_EQUAL_TO', 'bolts', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'Bolts', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'bolts', 'BOLT-1 BOLT-2'],
      ['DOES_NOT_CONTAIN', 'S', 'BARE-5'],
      ['STARTS_WITH', 'bolt', 'BOLT-1'],
      ['DOES_NOT_START_WITH', 'eye', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
    ]));

  it('category.path is text [CRI-28]', () =>
    holds('category.path', [
      ['IS_EQUAL_TO', 'parts/threaded', 'BOLT-1'],
      ['IS_NOT_EQUAL_TO', 'Parts/Threaded', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
      ['CONTAINS', 'parts', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
      ['DOES_NOT_CONTAIN', 'thread', 'BARE-5 KIT-4 NUT-3'],
      ['STARTS_WITH', 'Parts/', 'BOLT-1 BOLT-2 NUT-3'],
      ['DOES_NOT_START_WITH', 'parts/t', 'BARE-5 KIT-4 NUT-3'],
    ]));

  it('owner.fullName is text [CRI-29]', () =>
    holds('owner.fullName', [
      ['IS_EQUAL_TO', 'ada åkesson', 'BOLT-1 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'Ada Åkesson', 'BARE-5 BOLT-2 KIT-4'],
      ['CONTAINS', 'ada', 'BOLT-1 KIT-4 NUT-3'],
      ['DOES_NOT_CONTAIN', 'ada', 'BARE-5 BOLT-2'],
      ['STARTS_WITH', 'bea', 'BOLT-2'],
      ['DOES_NOT_START_WITH', 'ada', 'BARE-5 BOLT-2 KIT-4'],
    ]));

  it('creator.fullName is text [CRI-30]', () =>
    holds('creator.fullName', [
      ['IS_EQUAL_TO', 'bea BROWN', 'BOLT-1 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'Bea Brown', 'BARE-5 BOLT-2 KIT-4'],
      ['CONTAINS', 'ada', 'BOLT-2 KIT-4'],
      ['DOES_NOT_CONTAIN', 'ada', 'BARE-5 BOLT-1 NUT-3'],
      ['STARTS_WITH', 'ada', 'KIT-4'],
      ['DOES_NOT_START_WITH', 'cat', 'BARE-5 BOLT-1 KIT-4 NUT-3'],
    ]));

  it('creator.email is text [CRI-31]', () =>
    holds('creator.email', [
      ['IS_EQUAL_TO', 'Ada@Parts.test', 'KIT-4'],
      ['IS_NOT_EQUAL_TO', 'ada@parts.test', 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['CONTAINS', '@parts', 'BOLT-2 KIT-4'],
      ['DOES_NOT_CONTAIN', '@parts', 'BARE-5 BOLT-1 NUT-3'],
      ['STARTS_WITH', 'bea@', 'BOLT-1 NUT-3'],
      ['DOES_NOT_START_WITH', 'bea@', 'BARE-5 BOLT-2 KIT-4'],
    ]));
});

describe('suppliers and what they supply: any source relationship, manufacturer or vendor', () => {
  it('supplier.name is text [CRI-32, CRI-111]', () =>
    holds('supplier.name', [
      // Of BOLT-1 both, of BOLT-2 the manufacturer, of NUT-3 the vendor, of KIT-4 one in each of two sources.
      ['IS_EQUAL_TO', 'makers LTD', 'BOLT-1 BOLT-2'],
      ['IS_EQUAL_TO', 'Vendors Ltd', 'BOLT-1 KIT-4 NUT-3'],
      ['IS_EQUAL_TO', 'Kitters', 'KIT-4'],
      ['IS_NOT_EQUAL_TO', 'Makers Ltd', 'BARE-5 KIT-4 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'Vendors Ltd', 'BARE-5 BOLT-2'],
      ['CONTAINS', 'ltd', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
      ['DOES_NOT_CONTAIN', 'makers', 'BARE-5 KIT-4 NUT-3'],
      ['STARTS_WITH', 'kit', 'KIT-4'],
      ['DOES_NOT_START_WITH', 'v', 'BARE-5 BOLT-2'],
    ]));

  it('supplierItem.name is text [CRI-33, CRI-111]', () =>
    holds('supplierItem.name', [
      ['IS_EQUAL_TO', 'screw m10', 'BOLT-1'],
      ['IS_EQUAL_TO', 'BOXED nuts', 'KIT-4 NUT-3'],
      ['IS_NOT_EQUAL_TO', 'Boxed nuts', 'BARE-5 BOLT-1 BOLT-2'],
      ['CONTAINS', 'screw', 'BOLT-1 BOLT-2'],
      ['DOES_NOT_CONTAIN', 'boxed', 'BARE-5 BOLT-2'],
      ['STARTS_WITH', 'boxed', 'BOLT-1 KIT-4 NUT-3'],
      ['DOES_NOT_START_WITH', 'screw', 'BARE-5 KIT-4 NUT-3'],
    ]));

  it('supplierItem.number is text [CRI-34, CRI-111]', () =>
    holds('supplierItem.number', [
      ['IS_EQUAL_TO', 'm-20', 'BOLT-2'],
      ['IS_EQUAL_TO', 'V-10', 'BOLT-1'],
      ['IS_EQUAL_TO', 'K-1', 'KIT-4'],
      ['IS_NOT_EQUAL_TO', 'V-30', 'BARE-5 BOLT-1 BOLT-2'],
      ['CONTAINS', '-1', 'BOLT-1 KIT-4'],
      ['DOES_NOT_CONTAIN', '0', 'BARE-5'],
      ['STARTS_WITH', 'v', 'BOLT-1 KIT-4 NUT-3'],
      ['DOES_NOT_START_WITH', 'M-', 'BARE-5 KIT-4 NUT-3'],
    ]));
});

describe('any CONTAINS', () => {
  it.each([
    ['number', 'nut-', 'NUT-3'],
    ['name', 'long', 'BOLT-2'],
    ['revisionNumber', '1a', 'NUT-3'],
    ['description', 'zinc plated', 'BOLT-1'],
    ['uom', 'per each', 'NUT-3'],
    ['category.name', 'eye', 'BOLT-2'],
    ['category.path', 'kits/', 'KIT-4'],
    ['owner.fullName', 'cat adams', 'BOLT-2 KIT-4'],
    ['creator.fullName', 'brown', 'BOLT-1 BOLT-2 NUT-3'],
    ['creator.email', 'cat@', 'BOLT-2'],
    ['supplier.name', 'makers', 'BOLT-1 BOLT-2'],
    ['supplierItem.name', 'boxed n', 'KIT-4 NUT-3'],
    ['supplierItem.number', 'm-2', 'BOLT-2'],
    ['a custom SINGLE_LINE_TEXT', 'plated twice', 'KIT-4'],
    ['a custom MULTI_LINE_TEXT', 'ROW BY', 'NUT-3'],
    ['two attributes of one item, and others of others', 'PLATED', 'BOLT-1 BOLT-2 KIT-4'],
    ['none of them', 'nowhere', ''],
    ['an option, which is no text', 'MTS', ''],
    ['a custom option, which is no text', 'medium', ''],
    ['a GUID, which is no text', guid('BOLT1'), ''],
    ['with a wildcard', 'sec*thoughts', 'BOLT-2'],
  ])('finds %s [CRI-62]', async (_, value, expected) => {
    expect(await found(['any', 'CONTAINS', value])).toBe(expected);
  });
});

describe('the operators of text', () => {
  it('IS_EQUAL_TO wants the whole text [CRI-69]', () =>
    holds('name', [
      ['IS_EQUAL_TO', 'Hex nut', 'NUT-3'],
      ['IS_EQUAL_TO', 'Hex', ''],
      ['IS_EQUAL_TO', 'nut', ''],
      ['IS_EQUAL_TO', ' Hex nut', ''],
      ['IS_EQUAL_TO', '', ''],
    ]));

  it('IS_NOT_EQUAL_TO is its contrary [CRI-70]', () =>
    holds('name', [
      ['IS_NOT_EQUAL_TO', 'Hex nut', 'BARE-5 BOLT-1 BOLT-2 KIT-4'],
      ['IS_NOT_EQUAL_TO', 'Hex', ALL_FIVE],
    ]));

  it('CONTAINS wants it anywhere [CRI-71]', () =>
    holds('name', [
      ['CONTAINS', 'Bolt', 'BOLT-1 BOLT-2 KIT-4'],
      ['CONTAINS', 'x b', 'BOLT-1 BOLT-2'],
      ['CONTAINS', 'Hex nut', 'NUT-3'],
      ['CONTAINS', 'Hex nuts', ''],
    ]));

  it('DOES_NOT_CONTAIN is its contrary [CRI-72]', () =>
    holds('name', [
      ['DOES_NOT_CONTAIN', 'Bolt', 'BARE-5 NUT-3'],
      ['DOES_NOT_CONTAIN', 'Hex nuts', ALL_FIVE],
    ]));

  it('STARTS_WITH wants it at the beginning [CRI-73]', () =>
    holds('name', [
      ['STARTS_WITH', 'Bolt', 'KIT-4'],
      ['STARTS_WITH', 'Hex nut', 'NUT-3'],
      ['STARTS_WITH', 'ex', ''],
    ]));

  it('DOES_NOT_START_WITH is its contrary [CRI-74]', () =>
    holds('name', [
      ['DOES_NOT_START_WITH', 'Bolt', 'BARE-5 BOLT-1 BOLT-2 NUT-3'],
      ['DOES_NOT_START_WITH', 'ex', ALL_FIVE],
    ]));
});

it('category.name IS_EQUAL_TO -uncategorized- finds items without a category [CRI-110]', () =>
  holds('category.name', [
    ['IS_EQUAL_TO', '-uncategorized-', 'BARE-5'],
    ['IS_EQUAL_TO', '-Uncategorized-', 'BARE-5'],
    ['IS_NOT_EQUAL_TO', '-uncategorized-', 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
    ['CONTAINS', '-uncategorized-', ''],
    ['STARTS_WITH', '-uncategorized-', ''],
  ]));

it('the word for no category is one only there [CRI-110]', () =>
  holds('category.path', [['IS_EQUAL_TO', '-uncategorized-', '']]));
