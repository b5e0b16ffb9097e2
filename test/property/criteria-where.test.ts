import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/engine/criteria/catalogue.ts';
import { OPERATORS_OF_TYPE } from '../../src/engine/criteria/operators.ts';
import { parseWhere, WhereError, writeWhere, type WrittenCriteria } from '../../src/engine/criteria/where.ts';

const RUNS = process.env['WAYBILL_TEST_LONG'] === undefined ? 1_000 : 50_000;

const catalogue = createCatalogue([]);
const read = (text: string): WrittenCriteria => parseWhere(text, (name) => catalogue(name)?.type);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', '(', ')', ',', ' ', '\n', '=', '<', 'a', 'AND', 'é', '😀'),
  }),
);
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.array(text, { minLength: 1, maxLength: 4 }),
);
const criterion = fc.record({
  attribute: fc.oneof(fc.constantFrom('number', 'category.path', 'J7A52G8N6GSBPC02S7H1'), text),
  operator: fc.constantFrom(...new Set(Object.values(OPERATORS_OF_TYPE).flat())),
  value,
});
const word = fc.constantFrom('AND' as const, 'OR' as const);
const chainOf = <Term>(term: fc.Arbitrary<Term>): fc.Arbitrary<(Term | 'AND' | 'OR')[]> =>
  fc
    .tuple(term, fc.array(fc.tuple(word, term), { maxLength: 4 }))
    .map(([first, rest]) => [first, ...rest.flat()]);

describe('criteria as one types them', () => {
  it('are read as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(chainOf(chainOf(criterion)), (criteria) => {
        expect(parseWhere(writeWhere(criteria), () => undefined)).toEqual(criteria);
      }),
      { numRuns: RUNS },
    );
  });

  it('are read or refused with a place in the text, whatever is typed', () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        'number',
        ' ',
        '=',
        '(',
        ')',
        ',',
        'AND',
        'or',
        '"',
        "'",
        '\\',
        'CONTAINS',
        '5',
        '<',
        '!',
      ),
    });
    fc.assert(
      fc.property(noise, (typed) => {
        try {
          expect(parseWhere(writeWhere(read(typed)), () => undefined)).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(WhereError);
          expect((error as WhereError).column).toBeGreaterThan(0);
          expect((error as WhereError).column).toBeLessThanOrEqual(typed.length + 1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each<[string, WrittenCriteria]>([
    [
      'number STARTS_WITH 900- AND modifiedBOM = true',
      [
        [
          { attribute: 'number', operator: 'STARTS_WITH', value: '900-' },
          'AND',
          { attribute: 'modifiedBOM', operator: 'IS_EQUAL_TO', value: true },
        ],
      ],
    ],
    [
      'name contains "cable tie" and (targetCost>=5 OR targetCost < -0.5) or uom = true',
      [
        [{ attribute: 'name', operator: 'CONTAINS', value: 'cable tie' }],
        'AND',
        [
          { attribute: 'targetCost', operator: 'IS_GREATER_THAN_OR_EQUAL_TO', value: 5 },
          'OR',
          { attribute: 'targetCost', operator: 'IS_LESS_THAN', value: -0.5 },
        ],
        'OR',
        [{ attribute: 'uom', operator: 'IS_EQUAL_TO', value: 'true' }],
      ],
    ],
    [
      "lifecyclePhase.name is_in (Production, 'In Design') AND number = 10 AND creationDateTime > 2026-01-31T00:00:00Z",
      [
        [
          { attribute: 'lifecyclePhase.name', operator: 'IS_IN', value: ['Production', 'In Design'] },
          'AND',
          { attribute: 'number', operator: 'IS_EQUAL_TO', value: '10' },
          'AND',
          { attribute: 'creationDateTime', operator: 'IS_AFTER', value: '2026-01-31T00:00:00Z' },
        ],
      ],
    ],
    [
      'creationDateTime IS_BETWEEN (2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z)',
      [
        [
          {
            attribute: 'creationDateTime',
            operator: 'IS_BETWEEN',
            value: ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'],
          },
        ],
      ],
    ],
  ])('%s', (typed, criteria) => {
    expect(read(typed)).toEqual(criteria);
  });

  it.each([
    ['', 'an attribute is missing before the end (at character 1)'],
    ['number', /^the end is no operator; there are IS_EQUAL_TO .* \(at character 7\)$/],
    ['number LIKE 9', /^"LIKE" is no operator; .* \(at character 8\)$/],
    ['number =', 'a value is missing before the end (at character 9)'],
    ['number = 9 name = x', 'AND or OR is missing before "name" (at character 12)'],
    ['(number = 9', '")" is missing before the end (at character 12)'],
    ['((number = 9))', 'a group cannot have groups in it (at character 2)'],
    ['number = "9', 'what begins with " does not end (at character 10)'],
    ['number IS_IN (a b)', '")" is missing before "b" (at character 17)'],
    ['number = 9 AND', 'an attribute is missing before the end (at character 15)'],
  ])('%s is refused', (typed, message) => {
    expect(() => read(typed)).toThrow(message);
  });
});
