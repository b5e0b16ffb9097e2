import { previewCsv } from '../engine/formats/csv-preview.ts';
import { previewJson } from '../engine/formats/json-preview.ts';
import { NoRowsError, type RowPreview } from '../engine/formats/row-preview.ts';
import { fail } from '../kernel/errors.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import {
  openArchiveIndex,
  UnreadableArchiveError,
  type ArchiveIndex,
  type ArchiveMember,
} from '../platform/archive-index.ts';
import { createContentChecker } from '../platform/http/held-content.ts';
import { storageFailureOf } from '../platform/storage/storage-failure.ts';
import type { ExportPorts } from './exports.service.ts';
import type { RunFileRow } from './runs.store.ts';

/** A member of a file; a JSON document is its own only one, and has no checksum of this kind. */
export type FileMember = Omit<ArchiveMember, 'crc32'> & { readonly crc32: number | null };

export interface RunMembers {
  list(file: RunFileRow, page: Page): Promise<Paged<FileMember>>;
  /** The first rows of a csv or json member; the others are refused. */
  preview(file: RunFileRow, name: string, limit: number): Promise<RowPreview>;
}

/** Larger files are not read through for the sake of a few rows: then what is read of them has to fit together. */
const CHECKED_UP_TO_BYTES = 64 * 1_048_576;

type Preview = (content: AsyncIterable<Buffer>, limit: number) => Promise<RowPreview>;
const PREVIEWS: Readonly<Record<string, Preview>> = { csv: previewCsv, json: previewJson };

function previewOf(name: string): Preview | undefined {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(PREVIEWS, extension) ? PREVIEWS[extension] : undefined;
}

/** Whether rows of a member can be shown, by its name. */
export const hasPreview = (name: string): boolean => previewOf(name) !== undefined;

/** Looks into finished files. Nobody has downloaded them then. */
export function createRunMembers({ storage, log }: Pick<ExportPorts, 'storage' | 'log'>): RunMembers {
  const isWhole = createContentChecker(storage);

  async function isThere(file: RunFileRow): Promise<boolean> {
    if (file.removedAt !== null || file.expiresAt <= new Date()) return false;
    if (file.sizeBytes <= CHECKED_UP_TO_BYTES) return isWhole(file);
    return (await storage.stat(file.storageKey))?.sizeBytes === file.sizeBytes;
  }

  /** Does something with a file that is there; what then cannot be read of it is as if it were not. */
  async function using<Result>(file: RunFileRow, use: () => Promise<Result>): Promise<Result> {
    try {
      if (!(await isThere(file))) return fail('fileUnavailable', file.guid);
      return await use();
    } catch (error) {
      const isUnreadable = error instanceof UnreadableArchiveError || storageFailureOf(error) !== undefined;
      if (!isUnreadable) throw error;
      log.error({ file: file.guid, err: error }, 'a stored file cannot be read');
      return fail('fileUnavailable', file.guid);
    }
  }

  const openIndex = ({ storageKey, sizeBytes }: RunFileRow): Promise<ArchiveIndex> =>
    openArchiveIndex({ sizeBytes, openRead: (range) => storage.openRead(storageKey, range) });

  /** The content of a member; undefined when there is none of this name. */
  async function contentOf(file: RunFileRow, name: string): Promise<AsyncIterable<Buffer> | undefined> {
    if (file.format !== ARCHIVE)
      return name === file.name
        ? ((await storage.openRead(file.storageKey)) as AsyncIterable<Buffer>)
        : undefined;
    const index = await openIndex(file);
    for await (const member of index.members()) if (member.name === name) return index.read(member);
    return undefined;
  }

  return {
    list: (file, { offset, limit }) =>
      using(file, async () => {
        if (file.format !== ARCHIVE)
          return { count: 1, results: [documentOf(file)].slice(offset, offset + limit) };
        const index = await openIndex(file);
        const results: FileMember[] = [];
        let at = 0;
        for await (const member of index.members()) {
          if (at >= offset) results.push(member);
          at += 1;
          if (at >= offset + limit) break;
        }
        return { count: index.count, results };
      }),
    preview: (file, name, limit) =>
      using(file, async () => {
        const preview = previewOf(name);
        const content = await contentOf(file, name);
        if (content === undefined) return fail('invalidGuid', name);
        if (preview === undefined) return fail('noPreview', name);
        try {
          return await preview(content, limit);
        } catch (error) {
          if (error instanceof NoRowsError) return fail('noPreview', name);
          throw error;
        }
      }),
  };
}

const ARCHIVE = 'ZIP';

const documentOf = ({ name, sizeBytes, createdAt }: RunFileRow): FileMember => ({
  name,
  sizeBytes,
  compressedBytes: sizeBytes,
  crc32: null,
  modifiedAt: createdAt,
});
