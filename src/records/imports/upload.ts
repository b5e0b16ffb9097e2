import type { ExportView } from '../../kernel/vocabulary.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import type { BundleSource } from '../import/source.ts';
import { BUNDLE_FILES } from '../import/bundle-files.ts';
import { SETTINGS_FILE } from '../import/settings-file.ts';
import { openRangedZip, type ZipSource } from '../import/zip-source.ts';
import { OperatorError } from '../../kernel/errors.ts';

/** The first part of the storage keys of uploads; the workspace's id and the import's GUID follow. */
export const IMPORT_PREFIX = 'imports';
/** Each costs some hundred bytes of memory when the zip is opened. */
const MAX_MEMBERS = 100_000;
/** So many times the size of an upload it may have unpacked. */
const UNPACKED_TIMES = 10;

/** An uploaded file, wherever it is in the storage. */
export interface KeptFile {
  readonly name: string;
  readonly key: string;
  readonly sizeBytes: number;
}

/** A table of an upload and what it stands for. */
export interface UploadedTable {
  readonly name: string;
  readonly sizeBytes: number;
  readonly headers: readonly string[];
  /** Null: left out. */
  readonly view: ExportView | null;
  /** What columns stand for, by their headers; what is not in it stands for what it says. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** What was uploaded, as it stands on the import's row. */
export interface Upload {
  /** A zip is one file, which holds all tables. */
  readonly kind: 'zip' | 'tables';
  readonly files: readonly KeptFile[];
  readonly tables: readonly UploadedTable[];
  readonly hasSettings: boolean;
  readonly contentFiles: number;
}

export const sizeOf = ({ files }: Pick<Upload, 'files'>): number =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

export interface UploadPorts {
  readonly storage: Storage;
  readonly maxUploadBytes: number;
}

export async function openUploadedZip(
  { storage, maxUploadBytes }: UploadPorts,
  { key, sizeBytes }: KeptFile,
): Promise<ZipSource> {
  return openRangedZip({
    sizeBytes,
    openRange: (start, end) => storage.openRead(key, { start, end }),
    limits: { members: MAX_MEMBERS, unpackedBytes: maxUploadBytes * UNPACKED_TIMES },
  });
}

export function openUploadedTables({ storage }: UploadPorts, files: readonly KeptFile[]): BundleSource {
  const find = (name: string): KeptFile | undefined => files.find((file) => file.name === name);
  return {
    has: async (name) => find(name) !== undefined,
    async open(name) {
      const file = find(name);
      if (file === undefined) throw new OperatorError(`The upload has no file "${name}".`);
      return storage.openRead(file.key);
    },
    close: () => undefined,
  };
}

/** The view whose table a file of a bundle is. */
const VIEW_OF_FILE = new Map(BUNDLE_FILES.map(({ fileName, view }) => [fileName, view]));

/** An upload as a bundle: each view's table is the one that stands for it, whatever it is called. */
export async function openUpload(ports: UploadPorts, upload: Upload): Promise<BundleSource> {
  const [zip] = upload.files;
  const base =
    upload.kind === 'zip' && zip !== undefined
      ? await openUploadedZip(ports, zip)
      : openUploadedTables(ports, upload.files);
  const tableOf = (file: string): UploadedTable | undefined =>
    upload.tables.find(({ view }) => view !== null && view === VIEW_OF_FILE.get(file));
  const nameIn = (file: string): string | undefined => (VIEW_OF_FILE.has(file) ? tableOf(file)?.name : file);
  return {
    async has(file) {
      const name = nameIn(file);
      return name !== undefined && base.has(name);
    },
    open: (file) => base.open(nameIn(file) ?? file),
    columnOf(file, header) {
      const { columns = {} } = tableOf(file) ?? {};
      return Object.hasOwn(columns, header) ? (columns[header] ?? null) : header;
    },
    nameOf: (file) => nameIn(file) ?? file,
    close: () => {
      base.close();
    },
  };
}

/** What tables with these names are taken for until somebody says otherwise. */
export function viewsByName(names: readonly string[]): Map<string, ExportView> {
  const views = new Map<string, ExportView>();
  for (const { fileName, view } of BUNDLE_FILES) {
    const name =
      names.find((one) => one === fileName) ??
      names.find((one) => one.toLowerCase() === fileName.toLowerCase());
    if (name !== undefined) views.set(name, view);
  }
  return views;
}

export const isTableName = (name: string): boolean => /^[^/]+\.csv$/i.test(name);
export const isSettingsName = (name: string): boolean => name === SETTINGS_FILE;
