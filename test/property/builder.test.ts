import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTE_NAMES, createCatalogue } from '../../src/engine/criteria/catalogue.ts';
import { parseZulu, formatZulu } from '../../src/kernel/time.ts';
import { REVISION_RULES } from '../../src/kernel/vocabulary.ts';
import {
  createAttributes,
  type Attributes,
  type ListedAttribute,
} from '../../web/src/screens/definitions/model/catalogue.ts';
import { contradictionsOf } from '../../web/src/screens/definitions/model/contradictions.ts';
import {
  addGroup,
  addRow,
  canonicalOf,
  changeRow,
  draftOf,
  jsonOf,
  removeGroup,
  removeRow,
  rowsOf,
  type Draft,
} from '../../web/src/screens/definitions/model/draft.ts';
import { localOf, zuluOf } from '../../web/src/screens/definitions/model/local-time.ts';
import { editorOf, withAttribute, withOperator } from '../../web/src/screens/definitions/model/row-values.ts';
import {
  jsonTextOf,
  readJsonText,
  readWords,
  wordsOf,
} from '../../web/src/screens/definitions/model/words.ts';
import { criteriaJson, CUSTOM, recordSets } from '../support/criteria-arbitraries.ts';
import { evaluate } from '../support/criteria-evaluator.ts';

const RUNS = process.env['WAYBILL_TEST_LONG'] === undefined ? 1_000 : 20_000;

/** What the server would list. */
const catalogue = createCatalogue(CUSTOM.map((one, index) => ({ ...one, slot: index + 1 })));
const attributes: Attributes = createAttributes(
  [...ATTRIBUTE_NAMES, ...CUSTOM.map(({ guid }) => guid)].flatMap((apiName): ListedAttribute[] => {
    const found = catalogue(apiName);
    if (found === undefined) return [];
    const { type, operators, isMultiSelect } = found;
    return [{ apiName, name: apiName, type, operators, isCustom: false, multiSelect: isMultiSelect }];
  }),
);

/** In any letter case, in all forms, and none. */
const received = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.tuple(criteriaJson, fc.boolean()).map(([json, isSmall]) => (isSmall ? small(json) : json)),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, []) },
);
const small = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json).replaceAll(/"(AND|OR)"/g, (word) => word.toLowerCase()));

describe('the builder of criteria', () => {
  it('gives any criteria back as they were, by way of its rows', () => {
    fc.assert(
      fc.property(received, (json) => {
        expect(jsonOf(draftOf(json))).toEqual(json);
        const reading = readJsonText(JSON.stringify(json), attributes);
        expect('draft' in reading && jsonOf(reading.draft)).toEqual(json);
        expect(JSON.parse(jsonTextOf(draftOf(json)))).toEqual(json);
      }),
      { numRuns: RUNS },
    );
  });

  it('and in words they are the same criteria', () => {
    fc.assert(
      fc.property(criteriaJson, (json) => {
        const draft = draftOf(json);
        const reading = readWords(wordsOf(draft)!, attributes);
        if (!('draft' in reading)) throw new Error(reading.problems.join());
        expect(canonicalOf(reading.draft)).toEqual(canonicalOf(draft));
        expect(attributes.parse(jsonOf(reading.draft))).toEqual(attributes.parse(json));
      }),
      { numRuns: RUNS },
    );
  });

  it('what is changed in the rows changes there and nowhere else', () => {
    fc.assert(
      fc.property(criteriaJson, fc.nat(), (json, at) => {
        const draft = draftOf(json);
        const rows = rowsOf(draft);
        const row = rows[at % rows.length]!;
        const changed = changeRow(draft, row.id, (one) => ({ ...one, value: 'another' }));
        expect(rowsOf(changed)).toEqual(
          rows.map((one) => (one === row ? { ...one, value: 'another' } : one)),
        );
        const group = draft.groups.find((one) => one.rows.includes(row))!;
        const longer = addRow(addGroup(draft), group.id);
        expect(new Set(rowsOf(longer).map(({ id }) => id)).size).toBe(rows.length + 2);
        const added = rowsOf(longer).filter(({ id }) => !rows.some((one) => one.id === id));
        const again = added.reduce((before: Draft, { id }) => removeRow(before, id), longer);
        expect(canonicalOf(again)).toEqual(canonicalOf(draft));
        const without = removeGroup(draft, group.id);
        expect(rowsOf(without)).toEqual(rows.filter((one) => !group.rows.includes(one)));
        // Whatever goes, what stays is criteria, or none.
        const less = removeRow(draft, row.id);
        expect(attributes.parse(jsonOf(less)).violations).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('offers operators and editors that fit, whatever row it is and becomes', () => {
    const apiName = fc.constantFrom(...attributes.all.map((one) => one.apiName));
    fc.assert(
      fc.property(criteriaJson, apiName, fc.nat(), (json, name, at) => {
        const [row] = rowsOf(draftOf(json));
        const moved = withAttribute(row!, name, attributes);
        const { operators } = attributes.find(name)!;
        expect(editorOf(attributes.find(name)!, moved)).toBeTypeOf('string');
        const operator = operators[at % operators.length]!;
        const turned = withOperator(moved, operator);
        expect(turned.operator).toBe(operator);
        const [violation, ...more] = attributes.parse(
          jsonOf({ ...draftOf(json), groups: [{ id: 0, logic: 'AND', rows: [turned] }] }),
        ).violations;
        // At most the value does not fit, or is not there yet.
        expect(more).toEqual([]);
        expect(violation?.name ?? 'required').toBeOneOf([
          'required',
          'invalidValue',
          'invalidDateTime',
          'invalidBoolean',
        ]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('contradictions', () => {
  it('what is said to match nothing matches no item of any records', () => {
    const seen = { impossible: 0, possible: 0 };
    fc.assert(
      fc.property(
        recordSets,
        fc.array(criteriaJson, { minLength: 40, maxLength: 40 }),
        fc.constantFrom(...REVISION_RULES),
        (records, asked, rule) => {
          for (const json of asked) {
            const { criteria } = createAttributes(attributes.all).parse(json);
            const { isImpossible } = contradictionsOf(criteria);
            seen[isImpossible ? 'impossible' : 'possible'] += 1;
            if (isImpossible)
              expect({ json, found: evaluate(json, records, rule) }).toEqual({ json, found: [] });
          }
        },
      ),
      { numRuns: RUNS / 10 },
    );
    expect(seen.impossible).toBeGreaterThan(0);
    expect(seen.possible).toBeGreaterThan(seen.impossible);
  });

  const of = (where: string) => {
    const reading = readWords(where, attributes);
    if (!('draft' in reading)) throw new Error(reading.problems.join());
    return contradictionsOf(attributes.parse(jsonOf(reading.draft)).criteria);
  };

  it.each([
    'number = A AND number = B',
    'number = A AND number != a',
    'number STARTS_WITH 900- AND number STARTS_WITH 800-',
    'number = 900-1 AND number STARTS_WITH 800',
    'name CONTAINS board AND name DOES_NOT_CONTAIN oar',
    'isAssembly = true AND isAssembly = false',
    'standardCost > 5 AND standardCost < 3',
    'standardCost > 5 AND standardCost <= 5',
    'creationDateTime > 2026-01-02T00:00:00Z AND creationDateTime < 2026-01-01T00:00:00Z',
    'lifecyclePhase.stage = DESIGN AND lifecyclePhase.stage IS_IN (PRODUCTION, RETIRED)',
    'revisionStatus = SUPERSEDED',
    'guid = A AND guid = B',
    '(number = A) AND (number = B)',
    'supplier.name = X AND supplier.name != X',
    'number = A AND number = B OR name = X AND name = Y',
  ])('%s: no item can match', (where) => {
    expect(of(where).isImpossible).toBe(true);
  });

  it.each([
    ['supplier.name = X AND supplier.name = Y', []],
    ['number = A OR number = B', []],
    ['number = A AND number = B OR name = X', ['number']],
    ['(number = A OR name = B) AND (number = C)', ['number']],
    ['number STARTS_WITH 9*0 AND number STARTS_WITH 8', []],
    ['standardCost >= 5 AND standardCost <= 5', []],
    ['category.name = -uncategorized- AND category.name != X', []],
    ['any CONTAINS a AND any CONTAINS b', []],
  ])('%s: some may, but for parts about %j', (where, parts) => {
    expect(of(where)).toEqual({ isImpossible: false, attributes: parts });
  });
});

describe('date-times', () => {
  it('are shown in the reader’s zone and sent as Zulu: each comes back', () => {
    const moment = fc
      .integer({ min: Date.UTC(1971), max: Date.UTC(2099) })
      .map((at) => formatZulu(new Date(at)));
    fc.assert(
      fc.property(moment, (zulu) => {
        const local = localOf(zulu);
        const back = zuluOf(local)!;
        // In the hour that a clock goes through twice, both moments look alike.
        expect(localOf(back)).toBe(local);
        expect(Math.abs(parseZulu(back)!.getTime() - parseZulu(zulu)!.getTime())).toBeOneOf([0, 3_600_000]);
      }),
      { numRuns: RUNS },
    );
  });

  it('what is none is no time', () => {
    expect([localOf('yesterday'), localOf(5), localOf(undefined), zuluOf('')]).toEqual([
      '',
      '',
      '',
      undefined,
    ]);
  });
});
