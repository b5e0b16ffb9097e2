import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { assembliesBundle } from '../support/criteria-bundle.ts';
import { createMatcher, UNHURRIED } from '../support/criteria-matching.ts';
import { guid } from '../support/view-records.ts';
import { criteriaRecords, modifiedRecords } from '../support/view-records-criteria.ts';

describe('criteria are evaluated on the revision that revisionStatus selects', () => {
  const { found } = createMatcher(useServer({ bundle: criteriaRecords(), env: UNHURRIED }));

  // BOTH has an effective and a working revision, RELEASED and DRAFT have one of them.
  it.each<[string, string, unknown, unknown]>([
    ['name', 'IS_EQUAL_TO', 'R name', 'D name'],
    ['guid', 'IS_IN', [guid('BOTHR'), guid('RELEASED')], [guid('BOTHD'), guid('DRAFT')]],
    ['category.path', 'STARTS_WITH', 'R', 'D'],
    ['lifecyclePhase.name', 'IS_EQUAL_TO', 'In Production', 'In Design'],
    ['revisionStatus', 'IS_IN', 'EFFECTIVE', 'WORKING'],
    ['standardCost', 'IS_EQUAL_TO', 1, 2],
    ['shared', 'IS_EQUAL_TO', true, false],
    ['supplierItem.number', 'CONTAINS', 'M-R', 'M-D'],
    ['any', 'CONTAINS', 'R Maker', 'D Maker'],
    [guid('COLOUR'), 'IS_EQUAL_TO', 'red', 'blue'],
  ])('%s %s %j or %j [CRI-20]', async (...one) => {
    const [attribute, operator, ofRelease, ofDraft] = one;
    const bothOf = async (rule: string): Promise<string[]> => [
      await found([attribute, operator, ofRelease], rule),
      await found([attribute, operator, ofDraft], rule),
    ];
    expect(await bothOf('LATEST')).toEqual(['BOTH RELEASED', 'DRAFT']);
    expect(await bothOf('WORKING')).toEqual(['RELEASED', 'BOTH DRAFT']);
    expect(await bothOf('POTENTIAL')).toEqual(['RELEASED', 'BOTH DRAFT']);
  });
});

describe('what was modified', () => {
  const { found } = createMatcher(useServer({ bundle: modifiedRecords(), env: UNHURRIED }));

  it.each(['modifiedBOM', 'modifiedSpecs', 'modifiedSourcing', 'modifiedFiles'])(
    '%s is asked of the working revision under every rule, LATEST among them [CRI-21]',
    async (attribute) => {
      // BY-DRAFT was modified by its draft, BY-RELEASE before it; the others have one revision, or were never modified.
      for (const rule of ['LATEST', 'WORKING', 'POTENTIAL']) {
        expect(await found([attribute, 'IS_EQUAL_TO', true], rule)).toBe('BY-DRAFT ONLY-DRAFT ONLY-RELEASE');
        expect(await found([attribute, 'IS_EQUAL_TO', false], rule)).toBe('BY-RELEASE NEVER');
      }
    },
  );
});

describe('inAssembly', () => {
  const { found } = createMatcher(useServer({ bundle: assembliesBundle(), env: UNHURRIED }));

  it.each([
    [
      'LATEST',
      'IN-EFFECTIVE IN-FINAL IN-ONLY-DRAFT',
      'ASSEMBLY DRAFT-ASSEMBLY FINAL-ASSEMBLY IN-NONE IN-SUPERSEDED IN-WORKING',
    ],
    [
      'WORKING',
      'IN-FINAL IN-ONLY-DRAFT IN-WORKING',
      'ASSEMBLY DRAFT-ASSEMBLY FINAL-ASSEMBLY IN-EFFECTIVE IN-NONE IN-SUPERSEDED',
    ],
    [
      'POTENTIAL',
      'IN-FINAL IN-ONLY-DRAFT IN-WORKING',
      'ASSEMBLY DRAFT-ASSEMBLY FINAL-ASSEMBLY IN-EFFECTIVE IN-NONE IN-SUPERSEDED',
    ],
  ])('under %s is asked of the BOMs that the rule reads [CRI-20, CRI-54]', async (rule, inside, outside) => {
    expect(await found(['inAssembly', 'IS_EQUAL_TO', true], rule)).toBe(inside);
    expect(await found(['inAssembly', 'IS_EQUAL_TO', false], rule)).toBe(outside);
  });
});
