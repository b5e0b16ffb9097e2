import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readZipDirectory, readZipMember } from '../support/zip-reader.ts';

/**
 * The records that chaos exports, each a function of its place and of the version of the workspace. What an export has to hold is worked
 * out from here; nothing of the product is asked.
 */
const ITEMS = 6_000;
/** The first ones have a file. */
const FILES = 12;
const FILE_BYTES = 200_000;
const CHILDREN = 4;

const numberOf = (place: number): string => `C-${String(place).padStart(5, '0')}`;
const nameOf = (place: number): string => `Part "${place}", Größe ${place % 17}`;
const descriptionOf = (place: number, version: number): string => `version ${version} of ${place}`;
const quantityOf = (place: number): string => String((place % 7) + 1);
const fileGuidOf = (place: number): string => `CHAOSFILE${String(place).padStart(11, '0')}`;
const fileNameOf = (place: number): string => `drawing ${place}.bin`;

/** Noise: it does not shrink, and each file's is its own. */
function fileOf(place: number): Buffer {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < FILE_BYTES; block += 1)
    blocks.push(createHash('sha256').update(`${place}:${block}`).digest());
  return Buffer.concat(blocks).subarray(0, FILE_BYTES);
}

const places = Array.from({ length: ITEMS }, (_none, index) => index + 1);
const filePlaces = places.slice(0, FILES);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/** Writes the bundle of a version. */
export async function writeBundle(folder: string, version: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const specs = places.map((place) => [numberOf(place), nameOf(place), descriptionOf(place, version)]);
  const lines = places.slice(1).map((place) => {
    const parent = Math.ceil((place - 1) / CHILDREN);
    return [numberOf(parent), numberOf(place), String(((place - 2) % CHILDREN) + 1), quantityOf(place)];
  });
  await writeFile(path.join(folder, 'SPECS.csv'), csv([['number', 'name', 'description'], ...specs]));
  await writeFile(
    path.join(folder, 'BOM.csv'),
    csv([['parent.number', 'item.number', 'lineNumber', 'quantity'], ...lines]),
  );
  const files = filePlaces.map((place) => {
    const [guid, name] = [fileGuidOf(place), fileNameOf(place)];
    return [numberOf(place), name, guid, 'true', `files/${guid}/${name}`];
  });
  await writeFile(
    path.join(folder, 'FILES.csv'),
    csv([['parent.number', 'file.name', 'file.guid', 'primary', 'contentPath'], ...files]),
  );
  for (const place of filePlaces) {
    const target = path.join(folder, 'files', fileGuidOf(place), fileNameOf(place));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, fileOf(place));
  }
}

/** What is asked for, and which of the items it finds. */
interface Kind {
  readonly criteria: unknown;
  readonly options: Readonly<Record<string, unknown>>;
  readonly finds: (place: number) => boolean;
  readonly members: readonly string[];
}

const startingWith = (prefix: string): Pick<Kind, 'criteria' | 'finds'> => ({
  criteria: [[{ attribute: 'number', operator: 'STARTS_WITH', value: prefix }]],
  finds: (place) => numberOf(place).startsWith(prefix),
});

export const KINDS = {
  whole: {
    ...startingWith('C-'),
    options: { exportViews: ['SPECS', 'BOM'] },
    members: ['SPECS.csv', 'BOM.csv'],
  },
  part: { ...startingWith('C-010'), options: { exportViews: ['SPECS'] }, members: ['SPECS.csv'] },
  document: {
    ...startingWith('C-0'),
    options: { exportViews: ['SPECS', 'BOM'], format: 'json' },
    members: [],
  },
  contents: {
    ...startingWith('C-0000'),
    options: { exportViews: ['SPECS', 'FILES'], fileContent: { item: 'ALL', supplierItem: 'NONE' } },
    members: [
      'SPECS.csv',
      'FILES.csv',
      ...filePlaces
        .filter((place) => numberOf(place).startsWith('C-0000'))
        .map((place) => `files/${fileGuidOf(place)}/${fileNameOf(place)}`),
    ],
  },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

interface Row {
  readonly number: string;
  readonly name: string;
  readonly description: string;
}
interface Line {
  readonly parent: string;
  readonly item: string;
  readonly lineNumber: string;
  readonly quantity: string;
}

/** Throws, saying what, when a finished export is not what it has to be; gives the version of the records in it. */
export async function checkExport(kindName: KindName, file: string): Promise<number> {
  const kind: Kind = KINDS[kindName];
  if (kind.options['format'] === 'json') return checkDocument(kind, await readFile(file, 'utf8'));
  const members = new Map<string, Buffer>();
  for (const member of (await readZipDirectory(file)).members) {
    const content = await readZipMember(file, member);
    if (crc32(content) !== member.crc) throw new Error(`${member.name.toString()} has another CRC`);
    members.set(member.name.toString(), content);
  }
  requireEqual('members', [...members.keys()].toSorted(), kind.members.toSorted());
  const specs = rowsOf(members.get('SPECS.csv')!);
  const version = checkItems(
    kind,
    specs.map(({ number = '', name = '', description = '' }) => ({ number, name, description })),
  );
  const bom = members.get('BOM.csv');
  if (bom !== undefined) {
    checkLines(
      kind,
      rowsOf(bom).map((row) => ({
        parent: row['parent.number'] ?? '',
        item: row['item.number'] ?? '',
        lineNumber: row['lineNumber'] ?? '',
        quantity: row['quantity'] ?? '',
      })),
    );
  }
  for (const place of filePlaces) {
    const content = members.get(`files/${fileGuidOf(place)}/${fileNameOf(place)}`);
    if (content !== undefined && !content.equals(fileOf(place)))
      throw new Error(`the file of ${numberOf(place)} differs`);
  }
  return version;
}

function rowsOf(content: Buffer): Record<string, string | undefined>[] {
  return parse(content, { columns: true });
}

interface DocumentItem extends Row {
  readonly bom: readonly { item: { number: string }; lineNumber: number; quantity: number | string }[];
}

function checkDocument(kind: Kind, text: string): number {
  const { count, results } = JSON.parse(text) as { count: number; results: DocumentItem[] };
  requireEqual('count', count, results.length);
  const version = checkItems(kind, results);
  const lines = results.flatMap(({ number, bom }) =>
    bom.map(({ item, lineNumber, quantity }) => ({
      parent: number,
      item: item.number,
      lineNumber: String(lineNumber),
      quantity: String(quantity),
    })),
  );
  checkLines(kind, lines);
  return version;
}

/** All of one version: that of one snapshot. */
function checkItems(kind: Kind, rows: readonly Row[]): number {
  const version = Number(/^version (\d+) /.exec(rows[0]?.description ?? '')?.[1]);
  const found = rows.map(({ number, name, description }) => ({ number, name, description }));
  const expected = places.filter(kind.finds).map((place) => ({
    number: numberOf(place),
    name: nameOf(place),
    description: descriptionOf(place, version),
  }));
  requireEqual('items', found, expected);
  return version;
}

function checkLines(kind: Kind, lines: readonly Line[]): void {
  const expected = places.filter(kind.finds).flatMap((parent) =>
    Array.from({ length: CHILDREN }, (_none, index) => (parent - 1) * CHILDREN + 2 + index)
      .filter((place) => place <= ITEMS)
      .map((place, index) => ({
        parent: numberOf(parent),
        item: numberOf(place),
        lineNumber: String(index + 1),
        quantity: quantityOf(place),
      })),
  );
  requireEqual('BOM lines', lines, expected);
}

function requireEqual(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  throw new Error(
    `${what} differ: …${one.slice(Math.max(0, at - 60), at + 60)}… instead of …${other.slice(Math.max(0, at - 60), at + 60)}…`,
  );
}
