import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  ALL_VIEWS,
  exportArchive,
  guid,
  itemsNumbered,
  withFile,
  type Archive,
} from '../support/view-records.ts';
import { fileRecords } from '../support/view-records-files.ts';
import { openOutsideReaders } from '../support/zip-reader.ts';

const served = useServer({ bundle: fileRecords() });

const exported = (options: object = {}, numbers = ['TOP', 'NAMES']): Promise<Archive> =>
  exportArchive(
    served.admin,
    {
      exportViews: ALL_VIEWS,
      bomLevels: 'FULL',
      fileContent: { item: 'ALL', supplierItem: 'ALL' },
      ...options,
    },
    itemsNumbered(...numbers),
  );

const UTF8_FLAG = 0x0800;

describe('an archive', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await exported();
  });

  it('has the views and the files and no other members, each name once [VIE-23, VIE-88]', () => {
    const names = archive.directory.members.map(({ name }) => name.toString('utf8'));
    expect(names.slice(0, 10)).toEqual(ALL_VIEWS.map((view) => `${view}.csv`));
    // Of the item TOP 5, of CHILD 1 more, of supplier items 2 more, of NAMES 14.
    expect(names.slice(10)).toHaveLength(22);
    expect(names.slice(10).every((name) => /^files\/[A-Z0-9]{20}\/[^/]+$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(32);
  });

  it('is read by its end record and central directory alone: no archive comment, no comments of members [VIE-84]', () => {
    // The reader takes the end record from the last 22 bytes and refuses a comment and anything between.
    expect(archive.bytes.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006');
    expect(archive.bytes.readUInt16LE(archive.bytes.length - 2)).toBe(0);
    expect(archive.directory.members.map(({ commentBytes }) => commentBytes)).toEqual(
      new Array<number>(32).fill(0),
    );
  });

  it('has every member’s size in the central directory, and needs no zip64 [VIE-85, VIE-86]', () => {
    expect(archive.directory.isZip64).toBe(false);
    for (const member of archive.directory.members) {
      const name = member.name.toString('utf8');
      expect(member.sizeBytes, name).toBe(archive.members.get(name)!.length);
      expect(member.extra, name).toHaveLength(0);
      expect(member.versionNeeded, name).toBeLessThan(45);
    }
  });

  it('says in the local headers what the central directory says', () => {
    for (const [index, member] of archive.directory.members.entries()) {
      const header = archive.localHeaders[index]!;
      expect([header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22)]).toEqual([
        member.crc,
        member.compressedBytes,
        member.sizeBytes,
      ]);
      expect(header.subarray(30).equals(member.name)).toBe(true);
    }
  });

  it('has the UTF-8 flag only for names that need it [VIE-87]', () => {
    for (const { name, flags } of archive.directory.members) {
      const needsIt = /[^\x20-\x7e]/.test(name.toString('utf8'));
      expect(flags, name.toString('utf8')).toBe(needsIt ? UTF8_FLAG : 0);
    }
    const flagged = archive.directory.members.filter(({ flags }) => flags === UTF8_FLAG);
    expect(flagged.map(({ name }) => name.toString('utf8').slice(6, 26)).sort()).toEqual(
      ['LONGEMOJI', 'LONGUTF', 'UMLAUT'].map(guid),
    );
  });

  it('is whole for readers of others [VIE-84]', async () => {
    const readers = await openOutsideReaders();
    const read = await withFile(archive.bytes, async (file) => {
      await readers.unzip(file);
      return readers.python([file]);
    });
    const ours = [...archive.members].map(([name, bytes]) => [name, sha256(bytes)]);
    // Undefined where the machine has no Python; CI requires it.
    for (const members of read ?? [])
      expect(members.map(({ name, sha256: hash }) => [name, hash])).toEqual(ours);
  });
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the same data', () => {
  const hashesOf = ({ members }: Archive): [string, string][] =>
    [...members].map(([name, bytes]) => [name, sha256(bytes)]);

  it.each(['csv', 'json'])(
    'gives the same bytes inside each member, run after run: %s [VIE-36]',
    async (format) => {
      const first = hashesOf(await exported({ format }));
      expect(first.length).toBe(format === 'csv' ? 32 : 23);
      expect(hashesOf(await exported({ format }))).toEqual(first);
    },
  );

  it('also when the criteria name the items in another order [VIE-36]', async () => {
    const first = hashesOf(await exported({}, ['TOP', 'NAMES', 'OTHER']));
    expect(hashesOf(await exported({}, ['OTHER', 'TOP', 'NAMES']))).toEqual(first);
  });
});
