import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, define, messagesOf } from '../support/api-client.ts';
import { ALL_FIVE, criteriaBundle } from '../support/criteria-bundle.ts';
import { createMatcher, criterion, reason, refusalOf, UNHURRIED } from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';

const MAX_VALUES = 10_000;
const MAX_CRITERIA = 1_000;
const MAX_BYTES = 1_048_576;

const served = useServer({ bundle: criteriaBundle(), env: UNHURRIED });
const { found, matching } = createMatcher(served);

/** So many texts, the last of which is this one. */
const listOf = (length: number, last: string): string[] => [
  ...Array.from({ length: length - 1 }, (_, index) => `NONE${index}`),
  last,
];

describe('values in a list', () => {
  const LISTS: [attribute: string, operator: string, last: string, found: string][] = [
    ['guid', 'IS_IN', guid('NUT3'), 'NUT-3'],
    ['supplierItem.guid', 'IS_IN', guid('K1'), 'KIT-4'],
    ['procurementType', 'IS_EQUAL_TO', 'MTS', 'BOLT-1'],
    ['procurementType', 'IS_NOT_EQUAL_TO', 'MTS', 'BARE-5 BOLT-2 KIT-4 NUT-3'],
    ['lifecyclePhase.name', 'IS_IN', 'Obsolete', 'BOLT-2'],
    ['lifecyclePhase.stage', 'IS_NOT_IN', 'PRODUCTION', 'BARE-5 BOLT-2 NUT-3'],
    [guid('DROP'), 'IS_IN', 'red', 'BOLT-1'],
    [guid('DROPS'), 'IS_IN', 'blue', 'BOLT-1 BOLT-2'],
  ];

  it.each(LISTS)('%s %s of 10 000 is taken [CRI-17]', async (...list) => {
    const [attribute, operator, last, expected] = list;
    expect(await found([attribute, operator, listOf(MAX_VALUES, last)])).toBe(expected);
  });

  it.each(LISTS)('%s %s of 10 001 is not [CRI-17]', async (attribute, operator, last) => {
    expect(
      await refusalOf(served.admin, [[criterion(attribute, operator, listOf(MAX_VALUES + 1, last))]]),
    ).toEqual([reason.value(attribute)]);
  });

  it('counts those of a string between semicolons too [CRI-17]', async () => {
    expect(await found(['procurementType', 'IS_IN', listOf(MAX_VALUES, 'MTS').join(';')])).toBe('BOLT-1');
    const tooMany = criterion('procurementType', 'IS_IN', listOf(MAX_VALUES + 1, 'MTS').join(';'));
    expect(await refusalOf(served.admin, [[tooMany]])).toEqual([reason.value('procurementType')]);
  });
});

describe('criteria', () => {
  const NONE = criterion('number', 'IS_EQUAL_TO', 'NONE');
  const KIT = criterion('number', 'IS_EQUAL_TO', 'KIT-4');
  const ANY = criterion('any', 'CONTAINS', '-');
  /** Terms with a word between them. */
  const joined = (terms: readonly unknown[], word: string): unknown[] =>
    terms.flatMap((term, index) => (index === 0 ? [term] : [word, term]));
  const repeated = (length: number, other: unknown, last: unknown): unknown[] => [
    ...Array.from({ length: length - 1 }, () => other),
    last,
  ];

  it('1 000 in a group are taken [CRI-18]', async () => {
    expect(await matching([joined(repeated(MAX_CRITERIA, NONE, KIT), 'OR')])).toEqual(['KIT-4']);
    expect(await matching(joined(repeated(MAX_CRITERIA, NONE, KIT), 'OR'))).toEqual(['KIT-4']);
    expect((await matching([joined(repeated(MAX_CRITERIA, ANY, ANY), 'AND')])).join(' ')).toBe(ALL_FIVE);
  });

  it('1 000 in as many groups are taken [CRI-18]', async () => {
    expect(await matching(joined(repeated(MAX_CRITERIA, [NONE], [KIT]), 'OR'))).toEqual(['KIT-4']);
    expect(await matching(joined(repeated(MAX_CRITERIA, [ANY], [KIT]), 'AND'))).toEqual(['KIT-4']);
  });

  it('1 001 are not, however they are grouped [CRI-18]', async () => {
    const terms = repeated(MAX_CRITERIA + 1, NONE, KIT);
    const halves = [terms.slice(0, 500), terms.slice(500)].map((half) => joined(half, 'AND'));
    for (const criteria of [
      [joined(terms, 'OR')],
      joined(terms, 'AND'),
      joined(
        terms.map((one) => [one]),
        'OR',
      ),
      joined(halves, 'OR'),
    ])
      expect(await refusalOf(served.admin, criteria)).toEqual([reason.value('criteria')]);
  });
});

describe('size', () => {
  /** The text of a body of just so many bytes, most of them in the value of a criterion that is true of KIT-4 or of all. */
  const bodyOf = (bytes: number, head: object): string => {
    const body = (filler: string): string =>
      JSON.stringify({
        ...head,
        criteria: [
          [criterion('number', 'IS_EQUAL_TO', 'KIT-4'), 'AND', criterion('name', 'DOES_NOT_CONTAIN', filler)],
        ],
      });
    return body('x'.repeat(bytes - body('').length));
  };

  it.each([
    ['a definition', '/v1/exports', { name: 'Large', world: 'ITEMS' }],
    ['a run', undefined, {}],
  ])('of 1 MiB in the body of %s is taken, and a byte more is not [CRI-19]', async (_, path, head) => {
    const url = path ?? `/v1/exports/${(await define(served.admin, { criteria: null })).guid}/runs`;
    const taken = await served.admin.send<{ criteria: unknown }>(url, {
      method: 'POST',
      text: bodyOf(MAX_BYTES, head),
    });
    expect(taken.status).toBe(201);
    expect(taken.body.criteria).toEqual((JSON.parse(bodyOf(MAX_BYTES, head)) as typeof taken.body).criteria);
    const refused = await served.admin.send(url, { method: 'POST', text: bodyOf(MAX_BYTES + 1, head) });
    expect(codesOf(refused)).toEqual([413, 413]);
    expect(messagesOf(refused)).toEqual([
      `The body of the request exceeds the maximum of ${MAX_BYTES} bytes.`,
    ]);
  });

  it('of nearly 1 MiB is run, too [CRI-19]', async () => {
    // Whether they match is asked in other bodies too, with other fields beside them.
    const { criteria } = JSON.parse(bodyOf(MAX_BYTES - 1_024, {})) as { criteria: unknown };
    expect(await matching(criteria)).toEqual(['KIT-4']);
  });
});
