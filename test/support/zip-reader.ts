import { execFile } from 'node:child_process';
import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

/**
 * The plainest reader of zip files there can be: it finds the end record in the last 22 bytes (so an archive comment is an error), goes by
 * the central directory alone, and takes zip64 records only where a field says so. It shares no code with the writer.
 */
export interface ZipMember {
  readonly name: Buffer;
  readonly versionNeeded: number;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  readonly extra: Buffer;
  readonly commentBytes: number;
  readonly externalAttributes: number;
  readonly offset: number;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  /** Where the central directory begins. */
  readonly offset: number;
  readonly sizeBytes: number;
  /** Whether the zip64 end record was needed. */
  readonly isZip64: boolean;
}

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_16 = 0xffff;
const MAX_32 = 0xffff_ffff;

/** Reads `length` bytes at `position`, all of them. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error(`the archive ends before ${position + length}`);
  return buffer;
}

function requireSignature(record: Buffer, signature: number): void {
  const found = record.readUInt32LE(0);
  if (found !== signature)
    throw new Error(`expected the record ${signature.toString(16)}, found ${found.toString(16)}`);
}

/** The central directory of the archive at `path`. */
export async function readZipDirectory(path: string): Promise<ZipDirectory> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { count, offset, sizeBytes, isZip64, endsAt } = await readEnd(file, size);
    if (offset + sizeBytes !== endsAt)
      throw new Error('something stands between the central directory and the end');
    const members = membersOf(await readAt(file, offset, sizeBytes));
    if (members.length !== count)
      throw new Error(`the end tells of ${count} members, the directory has ${members.length}`);
    return { members, offset, sizeBytes, isZip64 };
  } finally {
    await file.close();
  }
}

async function readEnd(file: FileHandle, fileBytes: number) {
  const end = await readAt(file, fileBytes - END_BYTES, END_BYTES);
  requireSignature(end, 0x06054b50);
  if (end.readUInt32LE(4) !== 0) throw new Error('the archive says that it has several disks');
  if (end.readUInt16LE(20) !== 0) throw new Error('the archive says that it has a comment');
  const plain = {
    count: end.readUInt16LE(10),
    sizeBytes: end.readUInt32LE(12),
    offset: end.readUInt32LE(16),
  };
  if (end.readUInt16LE(8) !== plain.count) throw new Error('the end has two counts');
  const endsAt = fileBytes - END_BYTES;
  if (plain.count < MAX_16 && plain.sizeBytes < MAX_32 && plain.offset < MAX_32)
    return { ...plain, isZip64: false, endsAt };
  const locator = await readAt(file, endsAt - LOCATOR_BYTES, LOCATOR_BYTES);
  requireSignature(locator, 0x07064b50);
  const end64At = Number(locator.readBigUInt64LE(8));
  const end64 = await readAt(file, end64At, END64_BYTES);
  requireSignature(end64, 0x06064b50);
  if (Number(end64.readBigUInt64LE(4)) !== END64_BYTES - 12)
    throw new Error('the zip64 end record has a wrong length');
  const [, count, sizeBytes, offset] = [24, 32, 40, 48].map((at) => Number(end64.readBigUInt64LE(at))) as [
    number,
    number,
    number,
    number,
  ];
  return { count, sizeBytes, offset, isZip64: true, endsAt: end64At };
}

function membersOf(directory: Buffer): ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = 0; at < directory.length;) {
    const record = directory.subarray(at);
    requireSignature(record, 0x02014b50);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => record.readUInt16LE(field)) as [
      number,
      number,
      number,
    ];
    const extra = record.subarray(CENTRAL_BYTES + nameBytes, CENTRAL_BYTES + nameBytes + extraBytes);
    const [sizeBytes, compressedBytes, offset] = widened(
      extra,
      [24, 20, 42].map((field) => record.readUInt32LE(field)),
    );
    members.push({
      name: record.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameBytes),
      versionNeeded: record.readUInt16LE(6),
      flags: record.readUInt16LE(8),
      method: record.readUInt16LE(10),
      dosTime: record.readUInt16LE(12),
      dosDate: record.readUInt16LE(14),
      crc: record.readUInt32LE(16),
      compressedBytes,
      sizeBytes,
      extra,
      commentBytes,
      externalAttributes: record.readUInt32LE(38),
      offset,
    });
    at += CENTRAL_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return members;
}

/** Fields at their largest stand, in this order, in the zip64 extra field. */
function widened(extra: Buffer, values: readonly number[]): [number, number, number] {
  let at = 4;
  const wide = values.map((value) => {
    if (value !== MAX_32) return value;
    if (extra.length < at + 8 || extra.readUInt16LE(0) !== 1) throw new Error('a zip64 field is missing');
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
  return wide as [number, number, number];
}

/** A member's bytes; for members that fit into memory. */
export async function readZipMember(path: string, member: ZipMember): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    // The name's length is the directory's: a local header with anything more than the name makes this fail.
    const content = await readAt(
      file,
      member.offset + LOCAL_BYTES + member.name.length,
      member.compressedBytes,
    );
    return member.method === 0 ? content : inflateRawSync(content);
  } finally {
    await file.close();
  }
}

/** The local header as it stands, name and extra field included. */
export async function readLocalHeader(path: string, member: ZipMember): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, member.offset, LOCAL_BYTES);
    requireSignature(header, 0x04034b50);
    return await readAt(file, member.offset, LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28));
  } finally {
    await file.close();
  }
}

/** A member as Python's zipfile tells of it. */
export interface PythonMember {
  readonly name: string;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const PYTHON_READER = `
import hashlib, json, sys, zipfile
for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as archive:
        assert archive.comment == b'', 'a comment'
        members = []
        for info in archive.infolist():
            digest, size = hashlib.sha256(), 0
            with archive.open(info) as member:  # checks the CRC at the member's end
                while chunk := member.read(1 << 20):
                    digest.update(chunk)
                    size += len(chunk)
            assert size == info.file_size, 'a size'
            members.append({'name': info.filename, 'crc': info.CRC, 'sizeBytes': size, 'sha256': digest.hexdigest()})
        print(json.dumps(members))
`;

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 256 * 1_024 * 1_024;

/** Whether a program is there. Where the tests of this project must be whole (CI, the long form), every one has to be. */
export async function isInstalled(program: string, ...args: string[]): Promise<boolean> {
  try {
    await run(program, args);
    return true;
  } catch (error) {
    const isRequired = process.env['CI'] !== undefined || process.env['WAYBILL_TEST_LONG'] !== undefined;
    if (isRequired || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}

/** Readers of others, where the machine has them: both throw when they find anything wrong with an archive. */
export async function openOutsideReaders() {
  const hasUnzip = await isInstalled('unzip', '-v');
  const hasPython = await isInstalled('python3', '--version');
  return {
    /** Info-ZIP's test of every member; it calls an archive without members an error. */
    async unzip(path: string): Promise<void> {
      if (hasUnzip) await run('unzip', ['-tqq', path], { maxBuffer: MAX_OUTPUT_BYTES });
    },
    /** The members of each archive, every byte read; undefined where there is no Python. */
    async python(paths: readonly string[]): Promise<PythonMember[][] | undefined> {
      if (!hasPython) return undefined;
      const { stdout } = await run('python3', ['-c', PYTHON_READER, ...paths], {
        maxBuffer: MAX_OUTPUT_BYTES,
      });
      return stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as PythonMember[]);
    },
  };
}
