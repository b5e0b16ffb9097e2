import { describe, expect, it } from 'vitest';
import { formatInTimeZone, formatZulu, parseZulu } from './time.ts';

describe('parseZulu', () => {
  it.each([
    ['2020-03-09T21:18:46Z', '2020-03-09T21:18:46Z'],
    ['2020-03-09T21:18:46.999Z', '2020-03-09T21:18:46Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(formatZulu(parseZulu(text)!)).toBe(expected);
  });

  it.each([
    '',
    '2020-03-09',
    '2020-03-09T21:18:46',
    '2020-03-09T21:18:46+01:00',
    '2023-02-29T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '0000-01-01T00:00:00Z',
    ' 2020-03-09T21:18:46Z',
  ])('refuses %j', (text) => {
    expect(parseZulu(text)).toBeUndefined();
  });
});

describe('formatInTimeZone', () => {
  it("has the reference's form", () => {
    expect(formatInTimeZone(new Date('2014-05-02T21:22:13Z'), 'America/Los_Angeles')).toBe(
      'Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)',
    );
    expect(formatInTimeZone(new Date('2014-01-02T00:00:00Z'), 'UTC')).toBe(
      'Thu, 02-Jan-2014 00:00:00 GMT+0000 (UTC)',
    );
  });
});
