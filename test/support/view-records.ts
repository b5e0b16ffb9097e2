import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { define, fileUrlOf, runToEnd, type Api, type Run, type RunFile } from './api-client.ts';
import { readLocalHeader, readZipDirectory, readZipMember, type ZipDirectory } from './zip-reader.ts';

/** Files of a workspace bundle by their names in it, or of an archive by their members' names. */
export type BundleFiles = Readonly<Record<string, string | Buffer>>;

/** A GUID that says what it names: `guid('BOLT')` is `BOLTXXXXXXXXXXXXXXXX`. */
export const guid = (label: string): string => label.padEnd(20, 'X');

/** A CSV file from its lines, the header row first. */
export const csv = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

/** A line of CSV from its cells, each in quotes, so that any text may stand in one. */
export const quoted = (...cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** Every item has a number. */
export const ALL_ITEMS = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];

/** The items of just these numbers. */
export const itemsNumbered = (...numbers: readonly string[]): unknown[] =>
  numbers.flatMap((value, index) => [
    ...(index === 0 ? [] : ['OR']),
    [{ attribute: 'number', operator: 'IS_EQUAL_TO', value }],
  ]);

/** The ten views, in the order of the specification. */
export const ALL_VIEWS = [
  'SPECS',
  'BOM',
  'BOM_SUBSTITUTES',
  'SOURCING',
  'FILES',
  'FILES_FILE_SUMMARY',
  'SOURCING_SUPPLIERITEM_SPECS',
  'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
  'SOURCING_SUPPLIERITEM_FILES',
  'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
];

/** A run's file as a client downloads it. */
export interface Download {
  readonly run: Run;
  readonly file: RunFile;
  readonly bytes: Buffer;
}

/** An archive as the plainest reader finds it. */
export interface Archive extends Download {
  readonly directory: ZipDirectory;
  readonly localHeaders: readonly Buffer[];
  /** Contents by name, in the order of the central directory. */
  readonly members: ReadonlyMap<string, Buffer>;
}

type Options = Readonly<Record<string, unknown>>;

/** Defines an export, runs it and downloads its file. */
export async function download(api: Api, options: Options, criteria: unknown = ALL_ITEMS): Promise<Download> {
  const definition = await define(api, { criteria, options });
  const run = await runToEnd(api, definition);
  if (run.status !== 'COMPLETE') throw new Error(`the run ended ${run.status}`);
  return downloadFile(api, definition, run);
}

/** Downloads the file of a run that is complete. */
export async function downloadFile(api: Api, definition: { guid: string }, run: Run): Promise<Download> {
  const url = fileUrlOf(definition, run);
  const { body: file } = await api.get<RunFile>(url);
  const response = await fetch(`${api.url}${url}/content`, { headers: { arena_session_id: api.token! } });
  if (response.status !== 200) throw new Error(`the download was answered ${response.status}`);
  return { run, file, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The same, of an export that gives an archive. */
export async function exportArchive(api: Api, options: Options, criteria?: unknown): Promise<Archive> {
  return unpack(await download(api, options, criteria));
}

export function unpack(downloaded: Download): Promise<Archive> {
  return withFile(downloaded.bytes, async (file) => {
    const directory = await readZipDirectory(file);
    const members = new Map<string, Buffer>();
    const localHeaders: Buffer[] = [];
    for (const member of directory.members) {
      members.set(member.name.toString('utf8'), await readZipMember(file, member));
      localHeaders.push(await readLocalHeader(file, member));
    }
    return { ...downloaded, directory, members, localHeaders };
  });
}

/** Lets `use` read bytes as a file on disk. */
export async function withFile<Result>(
  bytes: Buffer,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-views-'));
  try {
    const file = path.join(dir, 'export');
    await writeFile(file, bytes);
    return await use(file);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The lines of a view's CSV as they stand; for views whose cells have no line breaks. */
export function linesOf({ members }: Archive, view: string): string[] {
  const lines = textOf({ members }, view).split('\r\n');
  if (lines.pop() !== '') throw new Error(`${view}.csv does not end with CRLF`);
  return lines;
}

export function textOf({ members }: Pick<Archive, 'members'>, view: string): string {
  const member = members.get(`${view}.csv`);
  if (member === undefined)
    throw new Error(`there is no ${view}.csv among ${[...members.keys()].join(', ')}`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(member);
}

/** A view's rows as a reader of RFC 4180 finds them, by header. */
export function rowsOf(archive: Archive, view: string): Record<string, string>[] {
  return parse(textOf(archive, view), { columns: true, record_delimiter: '\r\n', bom: false });
}

/** Some columns of a view, a text for each row: `TOP B → MID A`. */
export function rowTexts(archive: Archive, view: string, show: (row: Row) => string): string[] {
  return rowsOf(archive, view).map((cells) =>
    show((header) => {
      const cell = cells[header];
      if (cell === undefined) throw new Error(`${view} has no column ${header}`);
      return cell;
    }),
  );
}

type Row = (header: string) => string;

/** `number revision` of an item reference; without a prefix, of the item itself. */
export const reference = (cell: Row, prefix = ''): string =>
  `${cell(`${prefix}number`)} ${cell(`${prefix}revisionNumber`)}`;

/** `TOP B, MID A`: the item set, each with its revision. */
export const itemsIn = (archive: Archive): string => rowTexts(archive, 'SPECS', reference).join(', ');

/** `TOP B > MID A` for each BOM line. */
export const bomLinesIn = (archive: Archive): string[] =>
  rowTexts(archive, 'BOM', (cell) => `${reference(cell, 'parent.')} > ${reference(cell, 'item.')}`);
