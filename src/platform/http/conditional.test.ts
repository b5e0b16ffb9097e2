import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowsRange, findFailedPrecondition, isNotModified, parseHttpDate } from './conditional.ts';

const FILE = { etag: '"abc"', lastModified: new Date('1994-11-06T08:49:37Z') };
const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT';
const SECOND_BEFORE = 'Sun, 06 Nov 1994 08:49:36 GMT';
const SECOND_AFTER = 'Sun, 06 Nov 1994 08:49:38 GMT';
const NAMING_STRONGLY = ['*', '"abc"', ' "abc" ', '"x", "abc"', '"x","abc","y"', ', "abc" ,', '"a,b", "abc"'];
const NAMING_WEAKLY = ['W/"abc"', '"x", W/"abc"'];
const NAMING_NOTHING = [
  '',
  ',',
  'abc',
  '"abc',
  '"ab"',
  'w/"abc"',
  '"abc" "abc"',
  '"abc", x',
  '*, "x"',
  '"*"',
];

describe('findFailedPrecondition', () => {
  const failed = (headers: Record<string, string>) => findFailedPrecondition(headers, FILE);

  it.each(NAMING_STRONGLY)('If-Match: %s is met', (header) => {
    expect(failed({ 'if-match': header })).toBeUndefined();
  });

  it.each([...NAMING_WEAKLY, ...NAMING_NOTHING])('If-Match: %s is not met', (header) => {
    expect(failed({ 'if-match': header })).toBe('If-Match');
  });

  it('If-Unmodified-Since counts only without If-Match, and only when it is a date', () => {
    expect(failed({})).toBeUndefined();
    expect(failed({ 'if-unmodified-since': DATE })).toBeUndefined();
    expect(failed({ 'if-unmodified-since': SECOND_AFTER })).toBeUndefined();
    expect(failed({ 'if-unmodified-since': SECOND_BEFORE })).toBe('If-Unmodified-Since');
    expect(failed({ 'if-unmodified-since': 'yesterday' })).toBeUndefined();
    expect(failed({ 'if-unmodified-since': SECOND_BEFORE, 'if-match': '"abc"' })).toBeUndefined();
  });
});

describe('isNotModified', () => {
  const notModified = (headers: Record<string, string>) => isNotModified(headers, FILE);

  it.each([...NAMING_STRONGLY, ...NAMING_WEAKLY])('If-None-Match: %s names it', (header) => {
    expect(notModified({ 'if-none-match': header })).toBe(true);
  });

  it.each(NAMING_NOTHING)('If-None-Match: %s does not', (header) => {
    expect(notModified({ 'if-none-match': header })).toBe(false);
  });

  it('If-Modified-Since counts only without If-None-Match, and only when it is a date', () => {
    expect(notModified({})).toBe(false);
    expect(notModified({ 'if-modified-since': DATE })).toBe(true);
    expect(notModified({ 'if-modified-since': SECOND_AFTER })).toBe(true);
    expect(notModified({ 'if-modified-since': SECOND_BEFORE })).toBe(false);
    expect(notModified({ 'if-modified-since': 'today' })).toBe(false);
    expect(notModified({ 'if-modified-since': SECOND_AFTER, 'if-none-match': '"x"' })).toBe(false);
    expect(notModified({ 'if-modified-since': SECOND_BEFORE, 'if-none-match': '"abc"' })).toBe(true);
  });
});

describe('allowsRange', () => {
  it.each([undefined, '"abc"', DATE, 'Sunday, 06-Nov-94 08:49:37 GMT'])('If-Range: %s does', (header) => {
    expect(allowsRange({ 'if-range': header }, FILE)).toBe(true);
  });

  it.each(['', '*', 'W/"abc"', '"x"', '"abc", "abc"', 'abc', SECOND_BEFORE, SECOND_AFTER])(
    'If-Range: %s does not',
    (header) => {
      expect(allowsRange({ 'if-range': header }, FILE)).toBe(false);
    },
  );
});

describe('any lists of ETags', () => {
  it('name what stands in them, whatever stands beside it', () => {
    const tag = fc
      .string({ unit: fc.constantFrom(...Array.from('ab,*/W!~\u00ff')) })
      .map((text) => `"${text}"`);
    const isWeak = fc.boolean();
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, isWeak), { minLength: 1 }), tag, (tags, etag) => {
        const header = tags.map(([text, weak]) => (weak ? `W/${text}` : text)).join(', ');
        const validators = { ...FILE, etag };
        const isNamed = tags.some(([text]) => text === etag);
        const isNamedStrongly = tags.some(([text, weak]) => text === etag && !weak);
        expect(isNotModified({ 'if-none-match': header }, validators)).toBe(isNamed);
        expect(findFailedPrecondition({ 'if-match': header }, validators)).toBe(
          isNamedStrongly ? undefined : 'If-Match',
        );
      }),
    );
  });

  it('a header as long as Node takes one is read at once, however it is malformed', () => {
    for (const text of ['"', ',', ', ', '"a",', '"a" ', 'W/']) {
      const header = text.repeat(16_000 / text.length) + '\u0001';
      expect(isNotModified({ 'if-none-match': header }, FILE)).toBe(false);
    }
  });
});

describe('parseHttpDate', () => {
  it.each([DATE, 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])('reads %s', (text) => {
    expect(parseHttpDate(text)).toEqual(FILE.lastModified);
  });

  it('takes a year of two digits for the nearest that is not 50 years ahead', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const yearOf = (digits: string) =>
      parseHttpDate(`Monday, 01-Jun-${digits} 00:00:00 GMT`, now)?.getUTCFullYear();
    expect([yearOf('26'), yearOf('76'), yearOf('77'), yearOf('99')]).toEqual([2026, 2076, 1977, 1999]);
  });

  it.each([
    undefined,
    '',
    '0',
    '1994-11-06T08:49:37Z',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Wed, 30 Feb 1994 08:49:37 GMT',
    'Sun, 06 Nox 1994 08:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
  ])('%j is none', (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });

  it('reads back every second that it can be told', () => {
    const seconds = fc.integer({ min: 0, max: 253_402_300_799 });
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1_000);
        expect(parseHttpDate(date.toUTCString())).toEqual(date);
      }),
    );
  });
});

describe('a file of which no date is known', () => {
  const undated = { ...FILE, lastModified: undefined };

  it('is what its ETag says, and conditions on dates are passed over', () => {
    for (const date of [SECOND_BEFORE, DATE, SECOND_AFTER]) {
      expect(findFailedPrecondition({ 'if-unmodified-since': date }, undated)).toBeUndefined();
      expect(isNotModified({ 'if-modified-since': date }, undated)).toBe(false);
      expect(allowsRange({ 'if-range': date }, undated)).toBe(false);
    }
    expect(allowsRange({ 'if-range': 'no date' }, undated)).toBe(false);
    expect(allowsRange({ 'if-range': FILE.etag }, undated)).toBe(true);
    expect(isNotModified({ 'if-none-match': FILE.etag }, undated)).toBe(true);
  });
});
