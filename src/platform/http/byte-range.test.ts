import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByteRange, type ByteRange } from './byte-range.ts';

const SIZE = 1_000;

describe('readByteRange', () => {
  it.each<[string, ByteRange]>([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-999', { start: 500, end: 999 }],
    ['bytes=999-', { start: 999, end: 999 }],
    ['bytes=0-', { start: 0, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-1000', { start: 0, end: 999 }],
    // More than there is: what there is.
    ['bytes=-1001', { start: 0, end: 999 }],
    ['bytes=500-5000', { start: 500, end: 999 }],
    [`bytes=0-${'9'.repeat(400)}`, { start: 0, end: 999 }],
    [`bytes=-${'9'.repeat(400)}`, { start: 0, end: 999 }],
    ['bytes=007-008', { start: 7, end: 8 }],
    // Unit names know no case; blanks and empty members of the list are nothing.
    ['BYTES=1-2', { start: 1, end: 2 }],
    ['bytes= 1-2 ', { start: 1, end: 2 }],
    ['bytes=,\t1-2 ,', { start: 1, end: 2 }],
  ])('%s', (header, range) => {
    expect(readByteRange(header, SIZE)).toEqual(range);
  });

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    '%s cannot be satisfied',
    (header) => {
      expect(readByteRange(header, SIZE)).toBe('unsatisfiable');
    },
  );

  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1', 'bytes=-0'])('%s of an empty file neither', (header) => {
    expect(readByteRange(header, 0)).toBe('unsatisfiable');
  });

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=,',
    'bytes=-',
    'bytes=--1',
    'bytes=2-1',
    'bytes=1',
    'bytes=a-b',
    'bytes=1-b',
    'bytes=0x1-2',
    'bytes=1.0-2',
    'bytes=+1-2',
    'bytes=1 - 2',
    'bytes = 1-2',
    'bytes=1-2-3',
    'bytes:1-2',
    'bytes=1-2\u00a0',
    'bytes=１-２',
    'items=0-1',
    // Several ranges, also when one of them would be enough.
    'bytes=0-1,2-3',
    'bytes=0-1, bytes=2-3',
    'bytes=0-1,x',
    'bytes=5000-,6000-',
  ])('%j is ignored: the whole file', (header) => {
    expect(readByteRange(header, SIZE)).toBeUndefined();
  });

  it('gives exactly the bytes that the RFC’s words name', () => {
    const place = fc.nat({ max: 40 });
    const optional = fc.option(place, { nil: undefined });
    fc.assert(
      fc.property(fc.nat({ max: 30 }), optional, optional, (size, first, last) => {
        const bytes = Array.from({ length: size }, (_, index) => index);
        const range = readByteRange(`bytes=${first ?? ''}-${last ?? ''}`, size);
        const isMalformed =
          (first === undefined && last === undefined) ||
          (first !== undefined && last !== undefined && last < first);
        const wanted = bytes.filter((index) =>
          first === undefined ? index >= size - (last ?? 0) : index >= first && index <= (last ?? size),
        );
        if (isMalformed) expect(range).toBeUndefined();
        else if (wanted.length === 0) expect(range).toBe('unsatisfiable');
        else expect(range).toEqual({ start: wanted[0], end: wanted.at(-1) });
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes any text: what it gives lies within the file', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789-=, bytes')) }).map((one) => `bytes=${one}`),
    );
    fc.assert(
      fc.property(text, fc.nat(), (header, size) => {
        const range = readByteRange(header, size);
        if (typeof range !== 'object') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }),
      { numRuns: 2_000 },
    );
  });
});
