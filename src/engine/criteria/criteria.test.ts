import { describe, expect, it } from 'vitest';
import { FIELD_TYPES, type FieldType } from '../../kernel/vocabulary.ts';
import type { CustomAttribute } from '../attributes.ts';
import { parseCriteria } from './criteria.ts';
import { MAX_CRITERIA } from './parse.ts';
import { MAX_LIST_VALUES, MAX_WILDCARDS } from './values.ts';

const ATTRIBUTES: readonly CustomAttribute[] = [
  ...FIELD_TYPES.map((fieldType, index) => customAttribute(fieldType, index + 1)),
  { ...customAttribute('SINGLE_LINE_TEXT', 1), guid: 'BOMTEXT', world: 'BOM' },
];

function customAttribute(fieldType: FieldType, slot: number): CustomAttribute {
  return {
    guid: fieldType,
    world: 'ITEMS',
    name: fieldType,
    fieldType,
    multiSelect: false,
    possibleValues: [],
    slot,
  };
}

const NUMBER = { attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00001' };
const criterion = (attribute: unknown, operator: unknown, value: unknown): object => ({
  attribute,
  operator,
  value,
});

/** `code {0}, {1}` of what was found, in order. */
function problems(criteria: unknown): string[] {
  const { criteria: parsed, violations } = parseCriteria(criteria, ATTRIBUTES);
  expect(parsed === undefined).toBe(violations.length > 0);
  return violations.map(
    ({ code, message }) =>
      `${code} ${Array.from(message.matchAll(/"([^"]*)"/g), ([, text]) => text).join(' | ')}`,
  );
}

describe('no criteria', () => {
  it.each([[null], [undefined], [[]]])('%j', (value) => {
    expect(parseCriteria(value, ATTRIBUTES)).toEqual({ criteria: undefined, violations: [] });
  });
});

describe('shape', () => {
  it.each([
    ['one group', [[NUMBER]]],
    ['a flat group', [NUMBER]],
    ['a flat group of two', [NUMBER, 'AND', NUMBER]],
    ['groups', [[NUMBER, 'OR', NUMBER], 'AND', [NUMBER]]],
    ['logic in any case', [[NUMBER, 'or', NUMBER], 'And', [NUMBER]]],
  ])('takes %s', (_, criteria) => {
    expect(problems(criteria)).toEqual([]);
  });

  it.each([
    ['a text', 'number'],
    ['a number', 5],
    ['false', false],
    ['an object', NUMBER],
    ['an empty group', [[]]],
    ['an empty group beside another', [[NUMBER], 'AND', []]],
    ['only logic', ['AND']],
    ['leading logic', [['AND', NUMBER]]],
    ['trailing logic', [[NUMBER, 'AND']]],
    ['trailing logic between groups', [[NUMBER], 'OR']],
    ['two logic words', [[NUMBER, 'AND', 'OR', NUMBER]]],
    ['no logic between criteria', [[NUMBER, NUMBER]]],
    ['no logic between flat criteria', [NUMBER, NUMBER]],
    ['no logic between groups', [[NUMBER], [NUMBER]]],
    ['another word', [[NUMBER, 'XOR', NUMBER]]],
    ['a group in a group', [[[NUMBER]]]],
    ['a group after a flat criterion', [NUMBER, 'AND', [NUMBER]]],
    ['a criterion after a group', [[NUMBER], 'AND', NUMBER]],
    ['null', [null]],
    ['null in a group', [[null]]],
    ['a hole of another kind', [[NUMBER, 'AND', 7]]],
  ])('refuses %s', (_, criteria) => {
    expect(problems(criteria)).toEqual(['3003 criteria']);
  });

  it('refuses nesting of any depth without following it', () => {
    let nested: unknown = NUMBER;
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(problems(nested)).toEqual(['3003 criteria']);
  });

  it('takes the most criteria and not one more', () => {
    const chain = (count: number): unknown[] =>
      Array.from({ length: count }, () => [[NUMBER], 'OR'])
        .flat()
        .slice(0, -1);
    expect(problems(chain(MAX_CRITERIA))).toEqual([]);
    expect(problems(chain(MAX_CRITERIA + 1))).toEqual(['3003 criteria']);
    expect(problems(chain(MAX_CRITERIA).flat())).toEqual([]);
    expect(problems(chain(MAX_CRITERIA + 1).flat())).toEqual(['3003 criteria']);
  });
});

describe('a criterion', () => {
  it.each([
    [{}, ['3001 attribute', '3001 operator', '3001 value']],
    [{ attribute: null, operator: null, value: null }, ['3001 attribute', '3001 operator', '3001 value']],
    [{ operator: 'IS_EQUAL_TO', value: '1' }, ['3001 attribute']],
    [{ attribute: 'number', value: '1' }, ['3001 operator']],
    [{ attribute: 'number', operator: 'CONTAINS' }, ['3001 value']],
    [{ ...NUMBER, not: true, world: 'ITEMS' }, ['3031 not', '3031 world']],
    [{ ...NUMBER, Attribute: 'name' }, ['3031 Attribute']],
    [
      JSON.parse('{"attribute":"number","operator":"CONTAINS","value":"1","__proto__":{},"constructor":1}'),
      ['3031 __proto__', '3031 constructor'],
    ],
    [
      JSON.parse('{"__proto__":{"attribute":"number","operator":"CONTAINS","value":"1"}}'),
      ['3031 __proto__', '3001 attribute', '3001 operator', '3001 value'],
    ],
    [criterion(5, 'CONTAINS', '1'), ['3003 attribute']],
    [criterion(['number'], 7, '1'), ['3003 attribute', '3003 operator']],
    [criterion('number', true, '1'), ['3003 operator']],
    [criterion('Number', 'CONTAINS', '1'), ['3004 Number']],
    [criterion('', 'CONTAINS', '1'), ['3004 ']],
    [criterion('__proto__', 'CONTAINS', '1'), ['3004 __proto__']],
    [criterion('constructor', 'IS_EQUAL_TO', '1'), ['3004 constructor']],
    [criterion('BOMTEXT', 'CONTAINS', '1'), ['3004 BOMTEXT']],
    [criterion('offTheShelf', 'IS_EQUAL_TO', true), ['3004 offTheShelf']],
    [criterion('number', 'IS_IN', '1'), ['3114 IS_IN | number']],
    [criterion('number', 'Is Equal', '1'), ['3114 Is Equal | number']],
    [criterion('number', '__proto__', '1'), ['3114 __proto__ | number']],
    [criterion('number', 'IS_GREATOR_THAN', '1'), ['3114 IS_GREATOR_THAN | number']],
    [criterion('any', 'DOES_NOT_CONTAIN', '1'), ['3114 DOES_NOT_CONTAIN | any']],
    [criterion('any', 'IS_EQUAL_TO', '1'), ['3114 IS_EQUAL_TO | any']],
    [
      { attribute: 'guid', operator: 'IS_NOT_IN', value: 'A', extra: 1 },
      ['3031 extra', '3114 IS_NOT_IN | guid'],
    ],
  ])('%j', (fields, expected) => {
    expect(problems([[fields]])).toEqual(expected);
  });

  it('is checked whatever else is wrong', () => {
    const criteria = [
      [criterion('colour', 'CONTAINS', 'red'), criterion('shared', 'IS_EQUAL_TO', 'yes')],
      'AND',
      [{ ...NUMBER, value: 9 }],
    ];
    expect(problems(criteria)).toEqual(['3003 criteria', '3004 colour', '3257 yes | shared', '3003 number']);
  });

  it('may have more unknown fields than a call takes arguments', () => {
    const unknown = Array.from({ length: 150_000 }, (_, index) => [`f${index}`, 0]);
    expect(problems([Object.fromEntries([...Object.entries(NUMBER), ...unknown])])).toHaveLength(
      unknown.length,
    );
  });
});

describe('attributes and operators', () => {
  const SAMPLES = {
    text: 'a',
    guid: 'A',
    option: 'a',
    'date-time': '2020-01-01T00:00:00Z',
    boolean: true,
    number: 1,
  } as const;
  const ORDERS = 'IS_LESS_THAN IS_LESS_THAN_OR_EQUAL_TO IS_GREATER_THAN IS_GREATER_THAN_OR_EQUAL_TO';
  const OFFERED: Readonly<Record<keyof typeof SAMPLES, string>> = {
    text: 'IS_EQUAL_TO IS_NOT_EQUAL_TO CONTAINS DOES_NOT_CONTAIN STARTS_WITH DOES_NOT_START_WITH',
    guid: 'IS_EQUAL_TO IS_IN',
    option: 'IS_EQUAL_TO IS_NOT_EQUAL_TO IS_IN IS_NOT_IN',
    'date-time': 'IS_EQUAL_TO IS_BEFORE IS_AFTER IS_BETWEEN',
    boolean: 'IS_EQUAL_TO',
    number: `IS_EQUAL_TO IS_NOT_EQUAL_TO ${ORDERS}`,
  };
  const TYPES: Readonly<Record<keyof typeof SAMPLES, string>> = {
    text: 'number name revisionNumber description uom category.name category.path owner.fullName creator.fullName creator.email supplier.name supplierItem.name supplierItem.number SINGLE_LINE_TEXT MULTI_LINE_TEXT',
    guid: 'guid category.guid lifecyclePhase.guid creator.guid owner.guid supplier.guid supplierItem.guid',
    option:
      'lifecyclePhase.name lifecyclePhase.stage procurementType revisionStatus DROP_DOWN FIXED_DROP_DOWN',
    'date-time': 'creationDateTime effectiveDateTime lastModifiedDateTime DATE DATETIME',
    boolean:
      'modifiedBOM modifiedSpecs modifiedSourcing modifiedFiles isAssembly inAssembly shared deviated BOOLEAN',
    number:
      'productionCost prototypeCost standardCost targetCost targetPrice NUMBER POSITIVE_DOUBLE INTEGER POSITIVE_INTEGER COST',
  };
  const ALL_OPERATORS = new Set(Object.values(OFFERED).flatMap((names) => names.split(' ')));
  const types = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];

  it.each(types.flatMap((type) => TYPES[type].split(' ').map((attribute) => [attribute, type] as const)))(
    '%s is a %s',
    (attribute, type) => {
      const offered = OFFERED[type].split(' ');
      for (const operator of ALL_OPERATORS) {
        const value = operator === 'IS_BETWEEN' ? [SAMPLES[type], SAMPLES[type]] : SAMPLES[type];
        const expected = offered.includes(operator) ? [] : [`3114 ${operator} | ${attribute}`];
        expect(problems([[criterion(attribute, operator, value)]])).toEqual(expected);
        expect(problems([[criterion(attribute, operator.toLowerCase(), value)]])).toHaveLength(
          expected.length,
        );
      }
    },
  );

  it.each([
    ['IS_EQUAL TO', 'IS_EQUAL_TO'],
    ['IS_EQUAL_To', 'IS_EQUAL_TO'],
    ['IS_GREATOR_THAN', 'IS_GREATER_THAN'],
    ['is_greator_than', 'IS_GREATER_THAN'],
    ['IS_GREATOR_THAN_OR_EQUAL_TO', 'IS_GREATER_THAN_OR_EQUAL_TO'],
    ['IS_LESS_THANK', 'IS_LESS_THAN'],
    ['IS_LESS_THAN_OR EQUAL_TO', 'IS_LESS_THAN_OR_EQUAL_TO'],
  ])('reads %s as %s', (written, meant) => {
    const parsed = [written, meant].map(
      (operator) => parseCriteria([criterion('targetCost', operator, 1)], []).criteria,
    );
    expect(parsed[0]).toEqual(parsed[1]);
    expect(parsed[0]).toBeDefined();
  });
});

describe('values', () => {
  type Refusal = [attribute: string, operator: string, value: unknown, expected: string];
  const ZULU = '2020-01-01T00:00:00Z';
  it.each<[string, string, unknown]>([
    ['number', 'CONTAINS', ''],
    ['number', 'CONTAINS', '*'.repeat(MAX_WILDCARDS * 2)],
    ['number', 'CONTAINS', '*a'.repeat(MAX_WILDCARDS)],
    ['number', 'IS_EQUAL_TO', '*a'.repeat(MAX_WILDCARDS + 1)],
    ['guid', 'IS_EQUAL_TO', ''],
    ['guid', 'IS_IN', ' A ;; B '],
    ['guid', 'IS_IN', ['A']],
    ['guid', 'IS_IN', Array.from({ length: MAX_LIST_VALUES }, (_, index) => `${index}`)],
    ['procurementType', 'IS_IN', 'a;b'],
    ['procurementType', 'IS_NOT_EQUAL_TO', ['a', 'b']],
    ['creationDateTime', 'IS_EQUAL_TO', '2020-01-01T00:00:00.123Z'],
    ['creationDateTime', 'IS_BETWEEN', [ZULU, ZULU]],
    ['shared', 'IS_EQUAL_TO', 'TRUE'],
    ['shared', 'IS_EQUAL_TO', 'false'],
    ...[0, -0, 1e308, 5e-324, '1', '-1.50', '+.5', '1e999', '1E-999', '9'.repeat(1_000)].map(
      (value): [string, string, unknown] => ['NUMBER', 'IS_EQUAL_TO', value],
    ),
  ])('%s %s takes %j', (attribute, operator, value) => {
    expect(problems([criterion(attribute, operator, value)])).toEqual([]);
  });

  it.each<Refusal>([
    ['number', 'IS_EQUAL_TO', 900, '3003 number'],
    ['number', 'IS_EQUAL_TO', true, '3003 number'],
    ['number', 'IS_EQUAL_TO', ['1'], '3003 number'],
    ['number', 'IS_EQUAL_TO', { a: 1 }, '3003 number'],
    ['number', 'IS_EQUAL_TO', 'a\0b', '3003 number'],
    ['number', 'CONTAINS', '\ud800', '3003 number'],
    ['number', 'CONTAINS', '*a'.repeat(MAX_WILDCARDS + 1), '3003 number'],
    ['any', 'CONTAINS', 5, '3003 any'],
    ['guid', 'IS_EQUAL_TO', ['A'], '3003 guid'],
    ['guid', 'IS_EQUAL_TO', 'A\0', '3003 guid'],
    ['guid', 'IS_IN', [], '3003 guid'],
    ['guid', 'IS_IN', ' ; ', '3003 guid'],
    ['guid', 'IS_IN', ['A', 1], '3003 guid'],
    ['guid', 'IS_IN', ['A', '\udc00'], '3003 guid'],
    ['guid', 'IS_IN', [['A']], '3003 guid'],
    ['guid', 'IS_IN', 1, '3003 guid'],
    ['guid', 'IS_IN', Array.from({ length: MAX_LIST_VALUES + 1 }, () => 'A'), '3003 guid'],
    ['guid', 'IS_IN', 'A;'.repeat(MAX_LIST_VALUES + 1), '3003 guid'],
    ['procurementType', 'IS_IN', '', '3003 procurementType'],
    ['procurementType', 'IS_EQUAL_TO', [], '3003 procurementType'],
    ['procurementType', 'IS_EQUAL_TO', 1, '3003 procurementType'],
    ['procurementType', 'IS_EQUAL_TO', { length: 1, 0: 'a' }, '3003 procurementType'],
    ['creationDateTime', 'IS_EQUAL_TO', '2020-01-01', '4323 2020-01-01'],
    ['creationDateTime', 'IS_BEFORE', '2020-01-01T00:00:00+01:00', '4323 2020-01-01T00:00:00+01:00'],
    ['creationDateTime', 'IS_AFTER', 5, '4323 5'],
    ['creationDateTime', 'IS_AFTER', [ZULU], '4323 […]'],
    ['creationDateTime', 'IS_AFTER', { a: ZULU }, '4323 {…}'],
    ['creationDateTime', 'IS_BETWEEN', ZULU, '3003 creationDateTime'],
    ['creationDateTime', 'IS_BETWEEN', [ZULU], '3003 creationDateTime'],
    ['creationDateTime', 'IS_BETWEEN', [ZULU, ZULU, ZULU], '3003 creationDateTime'],
    ['DATE', 'IS_BETWEEN', ['2020-01-01T00:00:01Z', ZULU], '3293 2020-01-01T00:00:01Z, 2020-01-01T00:00:00Z'],
    ['BOOLEAN', 'IS_EQUAL_TO', 'yes', '3257 yes | BOOLEAN'],
    ['shared', 'IS_EQUAL_TO', 1, '3257 1 | shared'],
    ['shared', 'IS_EQUAL_TO', [true], '3257 […] | shared'],
    ...[
      '',
      'x',
      ' 1',
      '1 ',
      '1.',
      '.',
      '1e',
      '1e1000',
      '0x1',
      '1_0',
      '1,5',
      'NaN',
      'Infinity',
      '--1',
      '1\n',
      '٣',
      '9'.repeat(1_001),
      Number.POSITIVE_INFINITY,
      true,
      [1],
    ].map((value): Refusal => ['targetCost', 'IS_EQUAL_TO', value, '3003 targetCost']),
  ])('%s %s refuses %j', (...[attribute, operator, value, expected]) => {
    expect(problems([criterion(attribute, operator, value)])).toEqual([expected]);
  });

  it('names every date-time of a range that is none', () => {
    expect(problems([criterion('creationDateTime', 'IS_BETWEEN', ['soon', 'later'])])).toEqual([
      '4323 soon',
      '4323 later',
    ]);
  });

  it('reads 1e999, as JSON has it, as no number', () => {
    expect(
      problems(JSON.parse('[{"attribute":"targetCost","operator":"IS_LESS_THAN","value":1e999}]')),
    ).toEqual(['3003 targetCost']);
  });
});
