import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { criteriaBundle } from '../support/criteria-bundle.ts';
import {
  createMatcher,
  criterion,
  reason,
  refusalOf,
  UNHURRIED,
  type Criterion,
} from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { holds, found } = createMatcher(served);

/** Every operator of any type. */
const OPERATORS = [
  'IS_EQUAL_TO',
  'IS_NOT_EQUAL_TO',
  'CONTAINS',
  'DOES_NOT_CONTAIN',
  'STARTS_WITH',
  'DOES_NOT_START_WITH',
  'IS_IN',
  'IS_NOT_IN',
  'IS_BEFORE',
  'IS_AFTER',
  'IS_BETWEEN',
  'IS_LESS_THAN',
  'IS_LESS_THAN_OR_EQUAL_TO',
  'IS_GREATER_THAN',
  'IS_GREATER_THAN_OR_EQUAL_TO',
];

describe('an operator that its type does not offer is told, with the attribute', () => {
  const TYPES: [type: string, offered: string[], attributes: string[]][] = [
    [
      'text',
      [
        'IS_EQUAL_TO',
        'IS_NOT_EQUAL_TO',
        'CONTAINS',
        'DOES_NOT_CONTAIN',
        'STARTS_WITH',
        'DOES_NOT_START_WITH',
      ],
      [
        'number',
        'name',
        'revisionNumber',
        'description',
        'uom',
        'category.name',
        'category.path',
        'owner.fullName',
        'creator.fullName',
        'creator.email',
        'supplier.name',
        'supplierItem.name',
        'supplierItem.number',
        guid('LINE'),
        guid('NOTE'),
      ],
    ],
    [
      'GUID',
      ['IS_EQUAL_TO', 'IS_IN'],
      [
        'guid',
        'category.guid',
        'lifecyclePhase.guid',
        'creator.guid',
        'owner.guid',
        'supplier.guid',
        'supplierItem.guid',
      ],
    ],
    [
      'option',
      ['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'IS_IN', 'IS_NOT_IN'],
      [
        'lifecyclePhase.name',
        'lifecyclePhase.stage',
        'procurementType',
        'revisionStatus',
        guid('DROP'),
        guid('DROPS'),
        guid('FIXED'),
        guid('FIXEDS'),
      ],
    ],
    [
      'date-time',
      ['IS_EQUAL_TO', 'IS_BEFORE', 'IS_AFTER', 'IS_BETWEEN'],
      ['creationDateTime', 'effectiveDateTime', 'lastModifiedDateTime', guid('DAY'), guid('MOMENT')],
    ],
    [
      'boolean',
      ['IS_EQUAL_TO'],
      [
        'modifiedBOM',
        'modifiedSpecs',
        'modifiedSourcing',
        'modifiedFiles',
        'isAssembly',
        'inAssembly',
        'shared',
        'deviated',
        guid('FLAG'),
      ],
    ],
    [
      'number',
      [
        'IS_EQUAL_TO',
        'IS_NOT_EQUAL_TO',
        'IS_LESS_THAN',
        'IS_LESS_THAN_OR_EQUAL_TO',
        'IS_GREATER_THAN',
        'IS_GREATER_THAN_OR_EQUAL_TO',
      ],
      [
        'productionCost',
        'prototypeCost',
        'standardCost',
        'targetCost',
        'targetPrice',
        guid('NUMBER'),
        guid('DOUBLE'),
        guid('WHOLE'),
        guid('COUNT'),
        guid('PRICE'),
      ],
    ],
    ['"any"', ['CONTAINS'], ['any']],
  ];

  it.each(TYPES)('%s offers %j, and no other: of %j [CRI-12]', async (_, offered, attributes) => {
    const others = [...OPERATORS, 'IS_LIKE', ''].filter((operator) => !offered.includes(operator));
    for (const attribute of attributes) {
      const group = others.flatMap((operator, index) => [
        ...(index === 0 ? [] : ['OR']),
        criterion(attribute, operator, 'x'),
      ]);
      const { body } = await served.admin.post<{ errors: { code: number; message: string }[] }>(
        '/v1/exports',
        {
          name: 'Refused',
          world: 'ITEMS',
          criteria: [group],
        },
      );
      expect(body.errors.map(({ code, message }) => `${code} ${message}`)).toEqual(
        others.map((operator) => reason.operator(operator, attribute)),
      );
    }
  });

  it('in a run and in a search alike [CRI-12]', async () => {
    expect(await refusalOf(served.admin, [[criterion('number', 'IS_IN', ['BOLT-1'])]])).toEqual([
      reason.operator('IS_IN', 'number'),
    ]);
  });
});

it.each<[...Criterion, string]>([
  ['number', 'is_equal_to', 'BOLT-1', 'BOLT-1'],
  ['number', 'Is_Not_Equal_To', 'BOLT-1', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
  ['number', 'contains', 'OLT', 'BOLT-1 BOLT-2'],
  ['number', 'Does_Not_Contain', 'OLT', 'BARE-5 KIT-4 NUT-3'],
  ['number', 'starts_With', 'B', 'BARE-5 BOLT-1 BOLT-2'],
  ['number', 'does_not_start_with', 'B', 'KIT-4 NUT-3'],
  ['procurementType', 'is_in', ['BUY'], 'BOLT-2 NUT-3'],
  ['procurementType', 'is_not_in', ['BUY'], 'BARE-5 BOLT-1 KIT-4'],
  ['creationDateTime', 'is_before', '2024-02-01T00:00:00Z', 'BOLT-1'],
  ['creationDateTime', 'Is_After', '2024-03-15T00:00:00Z', 'NUT-3'],
  ['creationDateTime', 'is_between', ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'], 'BOLT-1'],
  ['productionCost', 'is_less_than', 2, 'BOLT-1'],
  ['productionCost', 'is_less_than_or_equal_to', 2, 'BOLT-1 BOLT-2'],
  ['productionCost', 'Is_Greater_Than', 2, 'KIT-4'],
  ['productionCost', 'is_greater_than_or_equal_to', 2, 'BOLT-2 KIT-4'],
  ['any', 'Contains', 'kits/', 'KIT-4'],
])('%s %s %j: the case of an operator makes no difference [CRI-92]', async (...one) => {
  const [attribute, operator, value, expected] = one;
  expect(await found([attribute, operator, value])).toBe(expected);
});

describe('misprints of the public reference mean what they were meant to say', () => {
  it('IS_EQUAL TO [CRI-93]', async () => {
    expect(await found(['number', 'IS_EQUAL TO', 'BOLT-1'])).toBe('BOLT-1');
    expect(await found(['guid', 'IS_EQUAL TO', guid('NUT3')])).toBe('NUT-3');
    expect(await found(['procurementType', 'is_equal to', 'BUY'])).toBe('BOLT-2 NUT-3');
    expect(await found(['creationDateTime', 'IS_EQUAL TO', '2024-03-01T00:00:00Z'])).toBe('KIT-4');
    expect(await found(['shared', 'IS_EQUAL TO', true])).toBe('BOLT-2');
    expect(await found(['productionCost', 'IS_EQUAL TO', 2])).toBe('BOLT-2');
  });

  it('IS_GREATOR_THAN [CRI-94]', () =>
    holds('productionCost', [
      ['IS_GREATOR_THAN', 2, 'KIT-4'],
      ['is_greator_than', 1.5, 'BOLT-2 KIT-4'],
    ]));

  it('IS_GREATOR_THAN_OR_EQUAL_TO [CRI-95]', () =>
    holds('productionCost', [
      ['IS_GREATOR_THAN_OR_EQUAL_TO', 2, 'BOLT-2 KIT-4'],
      ['Is_Greator_Than_Or_Equal_To', 10, 'KIT-4'],
    ]));

  it('IS_LESS_THANK [CRI-96]', () =>
    holds('productionCost', [
      ['IS_LESS_THANK', 2, 'BOLT-1'],
      ['is_less_thank', 10, 'BOLT-1 BOLT-2'],
    ]));

  it('IS_LESS_THAN_OR EQUAL_TO [CRI-97]', () =>
    holds('productionCost', [
      ['IS_LESS_THAN_OR EQUAL_TO', 2, 'BOLT-1 BOLT-2'],
      ['is_less_than_or equal_to', 1.5, 'BOLT-1'],
    ]));

  it('of an attribute that has no such operator they are refused as they were written [CRI-12]', async () => {
    expect(await refusalOf(served.admin, [[criterion('number', 'IS_GREATOR_THAN', 'A')]])).toEqual([
      reason.operator('IS_GREATOR_THAN', 'number'),
    ]);
  });
});
