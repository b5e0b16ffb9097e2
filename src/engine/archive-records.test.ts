import { describe, expect, it } from 'vitest';
import {
  centralHeader,
  dataDescriptor,
  dosTimeOf,
  endRecords,
  isLarge,
  localHeader,
  METHOD_DEFLATE,
  type MemberRecord,
} from './archive-records.ts';

const GIB = 2 ** 30;
const MAX_32 = 0xffff_ffff;

function memberOf(
  numbers: Partial<Pick<MemberRecord, 'sizeBytes' | 'compressedBytes' | 'offset' | 'isUtf8'>>,
): MemberRecord {
  return {
    name: Buffer.from('SPECS.csv'),
    isUtf8: false,
    method: METHOD_DEFLATE,
    dosTime: 1,
    dosDate: 2,
    offset: 0,
    crc: 0xdead_beef,
    sizeBytes: 10,
    compressedBytes: 12,
    ...numbers,
  };
}

/** The zip64 extra field of a central header, as numbers; undefined when there is none. */
function extraOf(header: Buffer): number[] | undefined {
  const extra = header.subarray(46 + header.readUInt16LE(28));
  expect(extra).toHaveLength(header.readUInt16LE(30));
  if (extra.length === 0) return undefined;
  expect(extra.readUInt16LE(0)).toBe(1);
  expect(extra.readUInt16LE(2)).toBe(extra.length - 4);
  return Array.from({ length: (extra.length - 4) / 8 }, (_, index) =>
    Number(extra.readBigUInt64LE(4 + 8 * index)),
  );
}

describe('centralHeader', () => {
  // Only fields that are too small for their number move, in the order size, compressed size, offset.
  it.each([
    ['nothing large', {}, undefined],
    [
      'the last size of 32 bits',
      { sizeBytes: MAX_32 - 1, compressedBytes: MAX_32 - 1, offset: MAX_32 - 1 },
      undefined,
    ],
    ['the size', { sizeBytes: MAX_32 }, [MAX_32]],
    ['the compressed size', { compressedBytes: 5 * GIB }, [5 * GIB]],
    ['the offset', { offset: 6 * GIB }, [6 * GIB]],
    ['size and offset', { sizeBytes: 7 * GIB, offset: 8 * GIB }, [7 * GIB, 8 * GIB]],
    ['all', { sizeBytes: 7 * GIB, compressedBytes: 9 * GIB, offset: 2 ** 45 }, [7 * GIB, 9 * GIB, 2 ** 45]],
  ])('%s', (_, numbers, wide) => {
    const member = memberOf(numbers);
    const header = centralHeader(member);
    expect(extraOf(header)).toEqual(wide);
    expect(header.readUInt16LE(6)).toBe(wide === undefined ? 20 : 45);
    expect(header.readUInt32LE(16)).toBe(member.crc);
    expect([24, 20, 42].map((at) => header.readUInt32LE(at))).toEqual(
      [member.sizeBytes, member.compressedBytes, member.offset].map((value) => Math.min(value, MAX_32)),
    );
  });

  it.each([
    [{}, 0],
    [{ isUtf8: true }, 0x0800],
    [{ sizeBytes: 5 * GIB }, 0x0008],
    [{ offset: 5 * GIB }, 0],
    [{ isUtf8: true, compressedBytes: 5 * GIB }, 0x0808],
  ])('has the flags of its local header: %j', (numbers, flags) => {
    const member = memberOf(numbers);
    expect(centralHeader(member).readUInt16LE(8)).toBe(flags);
    expect(localHeader(member).readUInt16LE(6)).toBe(flags);
  });
});

describe('localHeader', () => {
  it('has the same length before and after its member is known', () => {
    const member = memberOf({ sizeBytes: 0, compressedBytes: 0 });
    const before = localHeader(member);
    member.sizeBytes = 5 * GIB;
    member.compressedBytes = 4 * GIB;
    expect(localHeader(member)).toHaveLength(before.length);
  });

  it('leaves the numbers of a large member to the descriptor', () => {
    const member = memberOf({ sizeBytes: 5 * GIB, compressedBytes: 4 * GIB });
    expect(isLarge(member)).toBe(true);
    const header = localHeader(member);
    expect(header.readUInt16LE(4)).toBe(45);
    expect([14, 18, 22].map((at) => header.readUInt32LE(at))).toEqual([0, 0, 0]);
    const descriptor = dataDescriptor(member);
    expect(descriptor).toHaveLength(24);
    expect([0, 4].map((at) => descriptor.readUInt32LE(at))).toEqual([0x08074b50, member.crc]);
    expect([8, 16].map((at) => Number(descriptor.readBigUInt64LE(at)))).toEqual([4 * GIB, 5 * GIB]);
  });
});

describe('endRecords', () => {
  it('is 22 bytes while every number fits', () => {
    const end = endRecords({ count: 65_534, offset: MAX_32 - 1, sizeBytes: MAX_32 - 1 });
    expect(end).toHaveLength(22);
    expect([8, 10].map((at) => end.readUInt16LE(at))).toEqual([65_534, 65_534]);
    expect([12, 16].map((at) => end.readUInt32LE(at))).toEqual([MAX_32 - 1, MAX_32 - 1]);
    expect(end.readUInt16LE(20)).toBe(0);
  });

  it.each([
    { count: 65_535, offset: 100, sizeBytes: 50 },
    { count: 1, offset: MAX_32, sizeBytes: 50 },
    { count: 1, offset: 100, sizeBytes: MAX_32 },
    { count: 3_000_000, offset: 2 ** 45, sizeBytes: 5 * GIB },
  ])('puts zip64 records before it for %j', (directory) => {
    const end = endRecords(directory);
    expect(end).toHaveLength(56 + 20 + 22);
    expect(end.readUInt32LE(0)).toBe(0x06064b50);
    expect(Number(end.readBigUInt64LE(4))).toBe(44);
    expect(end.readUInt16LE(14)).toBe(45);
    expect([24, 32, 40, 48].map((at) => Number(end.readBigUInt64LE(at)))).toEqual([
      directory.count,
      directory.count,
      directory.sizeBytes,
      directory.offset,
    ]);
    const locator = end.subarray(56);
    expect(locator.readUInt32LE(0)).toBe(0x07064b50);
    expect(Number(locator.readBigUInt64LE(8))).toBe(directory.offset + directory.sizeBytes);
    expect([4, 16].map((at) => locator.readUInt32LE(at))).toEqual([0, 1]);
    const plain = end.subarray(76);
    expect(plain.readUInt16LE(10)).toBe(Math.min(directory.count, 0xffff));
    expect([12, 16].map((at) => plain.readUInt32LE(at))).toEqual([
      Math.min(directory.sizeBytes, MAX_32),
      Math.min(directory.offset, MAX_32),
    ]);
  });
});

describe('dosTimeOf', () => {
  it.each([
    ['2026-03-09T21:18:47Z', [2026, 3, 9, 21, 18, 46]],
    ['1980-01-01T00:00:00Z', [1980, 1, 1, 0, 0, 0]],
    ['1970-06-02T00:00:59Z', [1980, 6, 2, 0, 0, 58]],
    ['2107-12-31T23:59:59Z', [2107, 12, 31, 23, 59, 58]],
    ['2200-12-31T23:59:59Z', [2107, 12, 31, 23, 59, 58]],
  ])('%s', (text, expected) => {
    const { dosTime, dosDate } = dosTimeOf(new Date(text));
    expect([
      (dosDate >> 9) + 1980,
      (dosDate >> 5) & 15,
      dosDate & 31,
      dosTime >> 11,
      (dosTime >> 5) & 63,
      (dosTime & 31) * 2,
    ]).toEqual(expected);
  });
});
