import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, define, runToEnd, type Definition, type Paged, type Run } from '../support/api-client.ts';
import { ALL_FIVE, criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, criterion, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { matching } = createMatcher(served);
const finds = async (criteria: unknown): Promise<string> => (await matching(criteria)).join(' ');

/** One item each. */
const BARE = criterion('number', 'IS_EQUAL_TO', 'BARE-5');
const BOLT1 = criterion('number', 'IS_EQUAL_TO', 'BOLT-1');
const BOLT2 = criterion('number', 'IS_EQUAL_TO', 'BOLT-2');
const KIT = criterion('number', 'IS_EQUAL_TO', 'KIT-4');
/** BOLT-1 and BOLT-2; BOLT-1, BOLT-2 and NUT-3; KIT-4 and NUT-3. */
const BOLTS = criterion('number', 'STARTS_WITH', 'BOLT');
const HEX = criterion('name', 'CONTAINS', 'hex');
const DEVIATED = criterion('deviated', 'IS_EQUAL_TO', true);

describe('no criteria', () => {
  it.each([[[]], [null]])(
    '%j: a definition has none, and a run without its own is refused [CRI-1]',
    async (criteria) => {
      const definition = await define(served.admin, { criteria });
      expect(definition.criteria).toEqual(criteria);
      const runs = `/v1/exports/${definition.guid}/runs`;
      expect(codesOf(await served.admin.post(runs, { criteria }))).toEqual([400, 3140]);
      expect(codesOf(await served.admin.post(runs))).toEqual([400, 3140]);
    },
  );

  it.each([[[]], [null]])(
    '%j: a run goes by the definition’s, and a search finds all [CRI-1]',
    async (criteria) => {
      const definition = await define(served.admin, { criteria: [[BOLTS]] });
      const run = await runToEnd(served.admin, definition, { criteria });
      expect([run.status, run.criteriaResultsCount]).toEqual(['COMPLETE', 2]);
      const query = encodeURIComponent(JSON.stringify(criteria));
      const { body } = await served.admin.get<Paged<{ number: string }>>(`/v1/items?criteria=${query}`);
      expect(body.results.map(({ number }) => number).join(' ')).toBe(ALL_FIVE);
    },
  );
});

describe('groups', () => {
  it.each<[unknown, string]>([
    [[[KIT]], 'KIT-4'],
    [[[KIT], 'OR', [BARE]], 'BARE-5 KIT-4'],
    [[[HEX], 'AND', [BOLTS]], 'BOLT-1 BOLT-2'],
    [[[KIT], 'OR', [BARE], 'OR', [BOLT2]], 'BARE-5 BOLT-2 KIT-4'],
    [[[HEX], 'AND', [BOLTS], 'AND', [BOLT1]], 'BOLT-1'],
  ])('%j [CRI-2]', async (criteria, expected) => {
    expect(await finds(criteria)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [[KIT], 'KIT-4'],
    [[HEX, 'AND', DEVIATED], 'NUT-3'],
    [[KIT, 'OR', BARE], 'BARE-5 KIT-4'],
  ])('one flat group: %j [CRI-3]', async (criteria, expected) => {
    expect(await finds(criteria)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [[[HEX]], 'BOLT-1 BOLT-2 NUT-3'],
    [[[HEX, 'AND', DEVIATED]], 'NUT-3'],
    [[[HEX, 'OR', DEVIATED]], 'BOLT-1 BOLT-2 KIT-4 NUT-3'],
    [[[KIT, 'OR', BARE, 'OR', BOLT1]], 'BARE-5 BOLT-1 KIT-4'],
    [[[HEX, 'AND', BOLTS, 'AND', BOLT2]], 'BOLT-2'],
  ])('criteria in a group: %j [CRI-4]', async (criteria, expected) => {
    expect(await finds(criteria)).toBe(expected);
  });

  it('are joined by AND or OR [CRI-5]', async () => {
    expect(await finds([[HEX], 'AND', [DEVIATED]])).toBe('NUT-3');
    expect(await finds([[HEX], 'OR', [DEVIATED]])).toBe('BOLT-1 BOLT-2 KIT-4 NUT-3');
    expect(await finds([[HEX, 'AND', DEVIATED]])).toBe('NUT-3');
    expect(await finds([[HEX, 'OR', DEVIATED]])).toBe('BOLT-1 BOLT-2 KIT-4 NUT-3');
    for (const word of ['XOR', 'NOT', '', 'AND ', null, 1, ['AND']]) {
      expect(await refusalOf(served.admin, [[HEX, word, DEVIATED]])).toContain(reason.value('criteria'));
      expect(await refusalOf(served.admin, [[HEX], word, [DEVIATED]])).toContain(reason.value('criteria'));
    }
  });

  it.each<[unknown, string]>([
    // One and (two and three) would be another set than (one or two) and three.
    [[[BARE, 'OR', HEX, 'AND', BOLT1]], 'BARE-5 BOLT-1'],
    [[[HEX, 'AND', BOLT1, 'OR', BARE]], 'BARE-5 BOLT-1'],
    [[[BARE, 'OR', HEX, 'AND', DEVIATED, 'OR', BOLT2]], 'BARE-5 BOLT-2 NUT-3'],
    [[[BOLT1, 'AND', HEX, 'OR', KIT, 'AND', DEVIATED]], 'BOLT-1 KIT-4'],
    [[BARE, 'OR', HEX, 'AND', BOLT1], 'BARE-5 BOLT-1'],
  ])('in a group AND binds tighter than OR: %j [CRI-7]', async (criteria, expected) => {
    expect(await finds(criteria)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [[[BARE], 'OR', [HEX], 'AND', [BOLT1]], 'BARE-5 BOLT-1'],
    [[[HEX], 'AND', [BOLT1], 'OR', [BARE]], 'BARE-5 BOLT-1'],
    [[[BARE], 'OR', [HEX], 'AND', [DEVIATED], 'OR', [BOLT2]], 'BARE-5 BOLT-2 NUT-3'],
    [[[BOLT1], 'AND', [HEX], 'OR', [KIT], 'AND', [DEVIATED]], 'BOLT-1 KIT-4'],
    // What stands in one group belongs together.
    [[[BARE, 'OR', HEX], 'AND', [BOLT1]], 'BOLT-1'],
    [[[HEX], 'AND', [BOLT1, 'OR', BARE]], 'BOLT-1'],
  ])('between groups AND binds tighter than OR: %j [CRI-8]', async (criteria, expected) => {
    expect(await finds(criteria)).toBe(expected);
  });

  it.each<[unknown]>([
    ['number'],
    [7],
    [true],
    [{}],
    [BARE],
    [[[]]],
    [[BARE, 'AND']],
    [['AND', BARE]],
    [[BARE, HEX]],
    [[[BARE, HEX]]],
    [[[BARE, 'OR', 'OR', HEX]]],
    [[[BARE], 'OR']],
    [[[BARE], [HEX]]],
    [[[[BARE]]]],
    [[[BARE, 'OR', [HEX]]]],
    [[[BARE], 'OR', HEX]],
    [[7]],
    [[null]],
  ])('nothing else is a shape: %j [CRI-2, CRI-3, CRI-4]', async (criteria) => {
    expect(await refusalOf(served.admin, criteria)).toContain(reason.value('criteria'));
  });
});

describe('a criterion', () => {
  it.each<[string, string, unknown, string]>([
    ['a string', 'name', 'hex nut', 'NUT-3'],
    ['a number', 'targetPrice', 2, 'NUT-3'],
    ['a boolean', 'shared', true, 'BOLT-2'],
    ['an array', 'procurementType', ['MTO', 'MTS'], 'BOLT-1 KIT-4'],
  ])('has %s as its value [CRI-6]', async (...one) => {
    const [, attribute, value, expected] = one;
    expect(await finds([[{ value, operator: 'IS_EQUAL_TO', attribute }]])).toBe(expected);
  });

  it.each(['attribute', 'operator', 'value'])('needs its %s [CRI-6]', async (field) => {
    const without = Object.fromEntries(Object.entries(BARE).filter(([name]) => name !== field));
    for (const criteria of [[[without]], [[{ ...without, [field]: null }]]])
      expect(await refusalOf(served.admin, criteria)).toEqual([reason.required(field)]);
  });

  it.each([
    [{ attribute: 7 }, 'attribute'],
    [{ attribute: ['number'] }, 'attribute'],
    [{ operator: 7 }, 'operator'],
    [{ operator: { is: 'IS_EQUAL_TO' } }, 'operator'],
  ])('has strings as attribute and operator: not %j [CRI-6]', async (change, field) => {
    expect(await refusalOf(served.admin, [[{ ...BARE, ...change }]])).toEqual([reason.value(field)]);
  });

  it.each(['colour', 'Value', '', 'value ', 'constructor', '{0}'])(
    'has nothing else: not "%s" [CRI-10]',
    async (field) => {
      expect(await refusalOf(served.admin, [[{ ...BARE, [field]: 'x' }]])).toEqual([
        reason.notCreatable(field),
      ]);
      expect(await refusalOf(served.admin, [{ ...BARE, [field]: null }])).toEqual([
        reason.notCreatable(field),
      ]);
    },
  );

  it.each([
    'colour',
    'Number',
    '',
    ' number',
    'category',
    'toString',
    'QQQQQQQQQQQQQQQQQQQQ',
    'SIDEXXXXXXXXXXXXXXXX',
  ])('is about an attribute that is known: not "%s" [CRI-11]', async (attribute) => {
    expect(await refusalOf(served.admin, [[{ ...BARE, attribute }]])).toEqual([reason.unknown(attribute)]);
  });

  it.each<[string, unknown]>([
    ['number', 7],
    ['name', true],
    ['uom', ['each']],
    ['category.name', { name: 'Bolts' }],
    ['supplier.name', 'half a \ud83d pair'],
    ['creator.email', 'a\0b'],
  ])('has a value of its attribute’s type: %s not %j [CRI-13]', async (attribute, value) => {
    for (const operator of ['IS_EQUAL_TO', 'DOES_NOT_CONTAIN', 'STARTS_WITH'])
      expect(await refusalOf(served.admin, [[criterion(attribute, operator, value)]])).toEqual([
        reason.value(attribute),
      ]);
  });
});

it('all that is wrong is told at once [CRI-10, CRI-11, CRI-12, CRI-13, CRI-14, CRI-15, CRI-16]', async () => {
  const range = ['2024-01-02T00:00:00Z', '2024-01-01T00:00:00Z'];
  const criteria = [
    [{ ...BARE, colour: 'red' }, 'AND', criterion('color', 'IS_EQUAL_TO', 'red')],
    'OR',
    [criterion('number', 'IS_AFTER', 'B'), 'OR', criterion('uom', 'CONTAINS', 1)],
    'OR',
    [criterion('shared', 'IS_EQUAL_TO', 'yes')],
    'AND',
    [
      criterion('creationDateTime', 'IS_BEFORE', 'now'),
      'OR',
      criterion('effectiveDateTime', 'IS_BETWEEN', range),
    ],
  ];
  expect(await refusalOf(served.admin, criteria)).toEqual([
    reason.notCreatable('colour'),
    reason.unknown('color'),
    reason.operator('IS_AFTER', 'number'),
    reason.value('uom'),
    reason.boolean('yes', 'shared'),
    reason.dateTime('now'),
    reason.order('effectiveDateTime', '2024-01-02T00:00:00Z, 2024-01-01T00:00:00Z'),
  ]);
});

describe('criteria are echoed as received', () => {
  // Neither the order of the fields, nor case, misprints, lists or the form of a number are put right.
  const criteria = [
    [
      { value: 'BOLT*', attribute: 'number', operator: 'starts_with' },
      'or',
      { operator: 'IS_GREATOR_THAN', value: '1.50', attribute: 'productionCost' },
    ],
    'And',
    [{ attribute: 'procurementType', operator: 'IS_IN', value: 'MTS; buy;' }],
    'AND',
    [{ attribute: 'shared', operator: 'IS_EQUAL TO', value: 'FALSE' }],
  ];
  const flat = [{ attribute: 'any', operator: 'CONTAINS', value: 'Ä"\\\u2028%' }];
  const echo = (sent: unknown): string => `"criteria":${JSON.stringify(sent)}`;
  let definition: Definition;
  let run: Run;

  beforeAll(async () => {
    definition = await define(served.admin, { name: 'Echoed', criteria });
    run = await runToEnd(served.admin, definition);
  });

  it('by the definition [CRI-9]', async () => {
    for (const path of [`/v1/exports/${definition.guid}`, '/v1/exports?name=Echoed'])
      expect((await served.admin.get(path)).text).toContain(echo(criteria));
  });

  it('by its runs [CRI-9]', async () => {
    const runs = `/v1/exports/${definition.guid}/runs`;
    for (const path of [runs, `${runs}/${run.guid}`])
      expect((await served.admin.get(path)).text).toContain(echo(criteria));
    expect(run.criteriaResultsCount).toBe(1);
  });

  it('by a run that brought its own [CRI-9]', async () => {
    const open = await define(served.admin, { criteria: null });
    const own = await served.admin.post<Run>(`/v1/exports/${open.guid}/runs`, { criteria: flat });
    expect([own.status, own.text]).toEqual([201, expect.stringContaining(echo(flat))]);
    const { text } = await served.admin.get(`/v1/exports/${open.guid}/runs/${own.body.guid}`);
    expect(text).toContain(echo(flat));
    expect((await served.admin.get(`/v1/exports/${open.guid}`)).text).toContain(echo(null));
  });
});
