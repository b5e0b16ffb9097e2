/** The records of a zip file, after PKWARE's APPNOTE 6.3.10. All numbers are little-endian. */

/** The largest value of a 32-bit field; larger ones stand in zip64 records. */
const MAX_32 = 0xffff_ffff;
const MAX_16 = 0xffff;
const UTF8_FLAG = 0x0800;
const DESCRIPTOR_FLAG = 0x0008;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
/** Made on Unix, so that readers take the permissions below; rw-r--r-- of a regular file. */
const MADE_BY_UNIX = 3 << 8;
const REGULAR_FILE = (0o100644 << 16) >>> 0;

export const METHOD_STORED = 0;
export const METHOD_DEFLATE = 8;

export interface MemberRecord {
  readonly name: Buffer;
  readonly isUtf8: boolean;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly offset: number;
  crc: number;
  sizeBytes: number;
  compressedBytes: number;
}

/** A member that a 32-bit field cannot hold is described after its bytes, as the local header has no room by then. */
export function isLarge({ sizeBytes, compressedBytes }: MemberRecord): boolean {
  return sizeBytes >= MAX_32 || compressedBytes >= MAX_32;
}

function fields(member: MemberRecord, version: number): Buffer {
  const large = isLarge(member);
  const buffer = Buffer.alloc(22);
  buffer.writeUInt16LE(version, 0);
  buffer.writeUInt16LE((member.isUtf8 ? UTF8_FLAG : 0) | (large ? DESCRIPTOR_FLAG : 0), 2);
  buffer.writeUInt16LE(member.method, 4);
  buffer.writeUInt16LE(member.dosTime, 6);
  buffer.writeUInt16LE(member.dosDate, 8);
  return buffer;
}

/** 30 bytes and the name. Written twice: before the content with nothing known, after it with the true sizes. */
export function localHeader(member: MemberRecord): Buffer {
  const large = isLarge(member);
  const header = fields(member, large ? VERSION_ZIP64 : VERSION_DEFLATE);
  header.writeUInt32LE(large ? 0 : member.crc, 10);
  header.writeUInt32LE(large ? 0 : member.compressedBytes, 14);
  header.writeUInt32LE(large ? 0 : member.sizeBytes, 18);
  const name = Buffer.alloc(4);
  name.writeUInt16LE(member.name.length, 0);
  return Buffer.concat([signature(0x04034b50), header, name, member.name]);
}

/** Follows the content of a large member: 64-bit sizes. */
export function dataDescriptor(member: MemberRecord): Buffer {
  const buffer = Buffer.alloc(20);
  buffer.writeUInt32LE(member.crc, 0);
  buffer.writeBigUInt64LE(BigInt(member.compressedBytes), 4);
  buffer.writeBigUInt64LE(BigInt(member.sizeBytes), 12);
  return Buffer.concat([signature(0x08074b50), buffer]);
}

export function centralHeader(member: MemberRecord): Buffer {
  const wide = [member.sizeBytes, member.compressedBytes, member.offset].filter((value) => value >= MAX_32);
  const header = fields(member, wide.length > 0 ? VERSION_ZIP64 : VERSION_DEFLATE);
  header.writeUInt32LE(member.crc, 10);
  header.writeUInt32LE(Math.min(member.compressedBytes, MAX_32), 14);
  header.writeUInt32LE(Math.min(member.sizeBytes, MAX_32), 18);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 0);
  const extra = wide.length === 0 ? Buffer.alloc(0) : zip64Extra(wide);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(member.name.length, 0);
  rest.writeUInt16LE(extra.length, 2);
  rest.writeUInt32LE(REGULAR_FILE, 10);
  rest.writeUInt32LE(Math.min(member.offset, MAX_32), 14);
  return Buffer.concat([signature(0x02014b50), madeBy, header, rest, member.name, extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

export interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** The end of the archive; with the zip64 records before it only when a number asks for them. */
export function endRecords({ count, offset, sizeBytes }: Directory): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(count, MAX_16), 4);
  end.writeUInt16LE(Math.min(count, MAX_16), 6);
  end.writeUInt32LE(Math.min(sizeBytes, MAX_32), 8);
  end.writeUInt32LE(Math.min(offset, MAX_32), 12);
  const plain = Buffer.concat([signature(0x06054b50), end]);
  if (count < MAX_16 && offset < MAX_32 && sizeBytes < MAX_32) return plain;
  const end64 = Buffer.alloc(52);
  end64.writeBigUInt64LE(44n, 0);
  end64.writeUInt16LE(MADE_BY_UNIX | VERSION_ZIP64, 8);
  end64.writeUInt16LE(VERSION_ZIP64, 10);
  end64.writeBigUInt64LE(BigInt(count), 20);
  end64.writeBigUInt64LE(BigInt(count), 28);
  end64.writeBigUInt64LE(BigInt(sizeBytes), 36);
  end64.writeBigUInt64LE(BigInt(offset), 44);
  const locator = Buffer.alloc(16);
  locator.writeBigUInt64LE(BigInt(offset + sizeBytes), 4);
  locator.writeUInt32LE(1, 12);
  return Buffer.concat([signature(0x06064b50), end64, signature(0x07064b50), locator, plain]);
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

/** MS-DOS time: two-second steps from 1980, here in UTC. */
export function dosTimeOf(date: Date): { dosTime: number; dosDate: number } {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107);
  return {
    dosTime: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    dosDate: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  };
}
