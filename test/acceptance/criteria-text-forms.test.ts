import { it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { hardNamesBundle } from '../support/criteria-bundle.ts';
import { createMatcher, UNHURRIED } from '../support/criteria-matching.ts';

/** T1 `100% cotton`, T2 `100 metres`, T3 `under_score`, T4 `underXscore`, T5 `back\slash`, T6 `star*fish`, T7 `Starry fish`, … */
const served = useServer({ bundle: hardNamesBundle(), env: UNHURRIED });
const { holds } = createMatcher(served);

it('case makes no difference, in ASCII or outside of it [CRI-98]', () =>
  holds('name', [
    ['IS_EQUAL_TO', 'STARRY FISH', 'T7'],
    ['IS_NOT_EQUAL_TO', 'sTARRY fISH', 'T0 T1 T2 T3 T4 T5 T6 T8 T9'],
    ['CONTAINS', 'FISH', 'T6 T7'],
    ['DOES_NOT_CONTAIN', 'SCORE', 'T0 T1 T2 T5 T6 T7 T8 T9'],
    ['STARTS_WITH', 'STAR', 'T6 T7'],
    ['DOES_NOT_START_WITH', 'UNDER', 'T0 T1 T2 T5 T6 T7 T8 T9'],
    // Nor outside of ASCII.
    ['IS_EQUAL_TO', 'äther ωμέγα жук', 'T8'],
    ['IS_EQUAL_TO', 'Äther ΩΜΈΓΑ ЖУК', 'T8'],
    ['IS_NOT_EQUAL_TO', 'äTHER ωΜΈΓΑ жУК', 'T0 T1 T2 T3 T4 T5 T6 T7 T9'],
    ['CONTAINS', 'ΜΈΓ', 'T8'],
    ['STARTS_WITH', 'ä', 'T8'],
    ['DOES_NOT_CONTAIN', 'жУ', 'T0 T1 T2 T3 T4 T5 T6 T7 T9'],
    // An accent is no matter of case.
    ['STARTS_WITH', 'a', ''],
    ['CONTAINS', 'ωμεγα', ''],
  ]));

it('* is a wildcard in CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH and DOES_NOT_START_WITH [CRI-99]', () =>
  holds('name', [
    ['CONTAINS', 'star*fish', 'T6 T7'],
    ['CONTAINS', 'k*s*s', 'T5'],
    ['CONTAINS', 'st*r*f', 'T6 T7'],
    ['CONTAINS', 'back*slash*', 'T5'],
    ['CONTAINS', '**fish', 'T6 T7'],
    ['CONTAINS', 'fish*star', ''],
    ['CONTAINS', 'one*two', 'T9'],
    ['CONTAINS', '*', 'T1 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['DOES_NOT_CONTAIN', 'u*r*x', 'T0 T1 T2 T3 T5 T6 T7 T8 T9'],
    ['DOES_NOT_CONTAIN', '*', 'T0'],
    ['STARTS_WITH', '*fish', 'T6 T7'],
    ['STARTS_WITH', 's*y', 'T7'],
    ['STARTS_WITH', '1*m', 'T2'],
    ['DOES_NOT_START_WITH', 'u*s', 'T0 T1 T2 T5 T6 T7 T8 T9'],
  ]));

it('* is a plain character in IS_EQUAL_TO and IS_NOT_EQUAL_TO [CRI-100]', () =>
  holds('name', [
    ['IS_EQUAL_TO', 'star*fish', 'T6'],
    ['IS_EQUAL_TO', 'Star*', ''],
    ['IS_EQUAL_TO', '*', ''],
    ['IS_NOT_EQUAL_TO', 'star*fish', 'T0 T1 T2 T3 T4 T5 T7 T8 T9'],
    ['IS_NOT_EQUAL_TO', '*', 'T0 T1 T2 T3 T4 T5 T6 T7 T8 T9'],
  ]));

it('%, _ and \\ are plain characters in every operator [CRI-101]', () =>
  holds('name', [
    ['IS_EQUAL_TO', '100% cotton', 'T1'],
    ['IS_EQUAL_TO', '100%', ''],
    ['IS_NOT_EQUAL_TO', '100%', 'T0 T1 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['CONTAINS', '%', 'T1'],
    ['CONTAINS', '0%c', ''],
    ['DOES_NOT_CONTAIN', '%', 'T0 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['STARTS_WITH', '100%', 'T1'],
    ['STARTS_WITH', '%', ''],
    ['DOES_NOT_START_WITH', '100%', 'T0 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['IS_EQUAL_TO', 'under_score', 'T3'],
    ['IS_NOT_EQUAL_TO', 'under_score', 'T0 T1 T2 T4 T5 T6 T7 T8 T9'],
    ['CONTAINS', 'r_s', 'T3'],
    ['CONTAINS', 'r*_s', 'T3'],
    ['DOES_NOT_CONTAIN', '_', 'T0 T1 T2 T4 T5 T6 T7 T8 T9'],
    ['STARTS_WITH', 'under_', 'T3'],
    ['DOES_NOT_START_WITH', 'under_', 'T0 T1 T2 T4 T5 T6 T7 T8 T9'],
    ['IS_EQUAL_TO', String.raw`back\slash`, 'T5'],
    ['IS_EQUAL_TO', String.raw`back\\slash`, ''],
    ['IS_NOT_EQUAL_TO', String.raw`back\slash`, 'T0 T1 T2 T3 T4 T6 T7 T8 T9'],
    ['CONTAINS', '\\', 'T5'],
    ['CONTAINS', String.raw`k\\s`, ''],
    ['CONTAINS', String.raw`\%`, ''],
    ['CONTAINS', String.raw`r\_s`, ''],
    ['CONTAINS', String.raw`\*`, 'T5'],
    ['DOES_NOT_CONTAIN', '\\', 'T0 T1 T2 T3 T4 T6 T7 T8 T9'],
    ['STARTS_WITH', 'back\\', 'T5'],
    ['DOES_NOT_START_WITH', 'back\\', 'T0 T1 T2 T3 T4 T6 T7 T8 T9'],
  ]));

it('an absent text is not even the empty one: it satisfies the negative operators and no other [CRI-102]', () =>
  holds('name', [
    ['IS_EQUAL_TO', '', ''],
    ['IS_NOT_EQUAL_TO', '', 'T0 T1 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['CONTAINS', '', 'T1 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['DOES_NOT_CONTAIN', '', 'T0'],
    ['STARTS_WITH', '', 'T1 T2 T3 T4 T5 T6 T7 T8 T9'],
    ['DOES_NOT_START_WITH', '', 'T0'],
  ]));
