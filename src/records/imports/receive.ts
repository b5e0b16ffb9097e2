import { fail, messageOf, OperatorError, violation, WaybillError } from '../../kernel/errors.ts';
import { isStorable } from '../../kernel/text.ts';
import { storageFailureOf } from '../../platform/storage/storage-failure.ts';
import type { BundleSource } from '../import/source.ts';
import { readCsvRows } from '../import/csv-rows.ts';
import { createProblems } from '../import/problems.ts';
import { MAX_NAME_LENGTH, MAX_TABLES } from './imports.contract.ts';
import {
  IMPORT_PREFIX,
  isSettingsName,
  isTableName,
  openUploadedTables,
  openUploadedZip,
  viewsByName,
  type KeptFile,
  type Upload,
  type UploadedTable,
  type UploadPorts,
} from './upload.ts';

/** A file on its way in. */
export interface SentFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface Reception {
  readonly workspaceId: number;
  readonly guid: string;
  readonly files: AsyncIterable<SentFile>;
}

/** Keeps what is sent, in the storage and never in memory, and looks what it is. Whatever goes wrong, nothing is left of it. */
export async function receive(ports: UploadPorts, { workspaceId, guid, files }: Reception): Promise<Upload> {
  const kept: KeptFile[] = [];
  try {
    const content = createBudget(ports.maxUploadBytes);
    for await (const { name, content: sent } of files) {
      if (kept.length >= MAX_TABLES) refuse(`there are more than ${MAX_TABLES} files.`);
      checkName(name, kept);
      const key = `${IMPORT_PREFIX}/${workspaceId}/${guid}/${kept.length}`;
      const { sizeBytes } = await ports.storage.put(key, content(sent));
      kept.push({ name, key, sizeBytes });
    }
    if (kept.length === 0) refuse('there is no file in it.');
    return await look(ports, kept);
  } catch (error) {
    for (const { key } of kept) await ports.storage.remove(key).catch(() => undefined);
    throw inWords(error);
  }
}

function refuse(reason: string): never {
  fail('unreadableUpload', reason);
}

function checkName(name: string, kept: readonly KeptFile[]): void {
  if (name.trim() === '' || name.length > MAX_NAME_LENGTH || !isStorable(name))
    refuse(`a file needs a name of at most ${MAX_NAME_LENGTH} characters.`);
  if (kept.some((one) => one.name === name)) refuse(`there are two files "${name}".`);
}

/** What the machine or the upload brings about, in words. */
function inWords(error: unknown): unknown {
  const failure = storageFailureOf(error);
  if (failure !== undefined) return new WaybillError([violation('notKept', failure)]);
  return error instanceof OperatorError
    ? new WaybillError([violation('unreadableUpload', messageOf(error))])
    : error;
}

/** Lets through so many bytes in all. A client that goes away in the middle has sent no request that can be answered. */
function createBudget(maxBytes: number): (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  let left = maxBytes;
  return async function* take(content) {
    const chunks = content[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await chunks.next().catch(() => fail('malformedRequest'));
        if (next.done === true) return;
        left -= next.value.length;
        if (left < 0) fail('bodyTooLarge', maxBytes);
        yield next.value;
      }
    } finally {
      await chunks.return?.();
    }
  };
}

async function look(ports: UploadPorts, kept: readonly KeptFile[]): Promise<Upload> {
  const zips: KeptFile[] = [];
  for (const file of kept) if (await isZip(ports, file)) zips.push(file);
  const [zip] = zips;
  if (zip === undefined) return lookAtTables(ports, kept);
  if (kept.length > 1) refuse('a zip holds the whole bundle: send it alone.');
  return lookIntoZip(ports, zip);
}

/** By its first bytes: what it is called and said to be is up to whoever sends it. */
async function isZip({ storage }: UploadPorts, { key, sizeBytes }: KeptFile): Promise<boolean> {
  if (sizeBytes < 4) return false;
  const start = Buffer.concat(
    (await (await storage.openRead(key, { start: 0, end: 3 })).toArray()) as Buffer[],
  );
  return ['PK\x03\x04', 'PK\x05\x06'].includes(start.toString('latin1'));
}

async function lookIntoZip(ports: UploadPorts, zip: KeptFile): Promise<Upload> {
  const source = await openUploadedZip(ports, zip);
  try {
    const tables = source.members.filter(({ name }) => isTableName(name));
    if (tables.length === 0) refuse('there is no CSV file in it.');
    if (tables.length > MAX_TABLES) refuse(`there are more than ${MAX_TABLES} CSV files in it.`);
    for (const { name } of tables) checkName(name, []);
    const hasSettings = source.members.some(({ name }) => isSettingsName(name));
    return {
      kind: 'zip',
      files: [zip],
      tables: await readTables(source, tables),
      hasSettings,
      contentFiles: source.members.length - tables.length - Number(hasSettings),
    };
  } finally {
    source.close();
  }
}

async function lookAtTables(ports: UploadPorts, kept: readonly KeptFile[]): Promise<Upload> {
  const [stranger] = kept.filter(({ name }) => !isTableName(name) && !isSettingsName(name));
  if (stranger !== undefined)
    refuse(`"${stranger.name}" is neither a zip nor a CSV file. Files that belong to items come in a zip.`);
  const tables = kept.filter(({ name }) => isTableName(name));
  return {
    kind: 'tables',
    files: kept,
    tables: await readTables(openUploadedTables(ports, kept), tables),
    hasSettings: tables.length < kept.length,
    contentFiles: 0,
  };
}

async function readTables(
  source: BundleSource,
  tables: readonly { readonly name: string; readonly sizeBytes: number }[],
): Promise<UploadedTable[]> {
  const views = viewsByName(tables.map(({ name }) => name));
  const read: UploadedTable[] = [];
  let left = MAX_HEADERS_LENGTH;
  for (const { name, sizeBytes } of tables) {
    const found = await readHeaders(source, name);
    const length = lengthOf(found);
    const headers = length <= left ? found : [];
    left -= headers.length > 0 ? length : 0;
    read.push({ name, sizeBytes, headers, view: views.get(name) ?? null, columns: {} });
  }
  return read;
}

/** Of all tables together: they are in every answer, and lists have hundreds of imports. */
const MAX_HEADERS_LENGTH = 128 * 1_024;
const lengthOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length + 1, 0);

/** The header row; empty when there is none that could be shown: the check tells what is wrong with it. */
async function readHeaders(source: BundleSource, name: string): Promise<readonly string[]> {
  const rows = readCsvRows({
    file: name,
    content: await source.open(name),
    problems: createProblems(),
    plain: () => undefined,
  });
  try {
    const first = await rows.next();
    const [row] = first.done === true ? [] : first.value;
    const cells = row !== undefined && 'cells' in row ? row.cells : [];
    return cells.every(isStorable) ? cells : [];
  } finally {
    await rows.return(undefined);
  }
}
