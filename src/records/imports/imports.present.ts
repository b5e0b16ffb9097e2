import { formatZulu } from '../../kernel/time.ts';
import type { ImportAnswer } from './imports.contract.ts';
import type { ImportRow } from './imports.store.ts';
import { sizeOf } from './upload.ts';

/** An import as answers have it: without where its files are kept. */
export function presentImport(row: ImportRow): ImportAnswer {
  const { upload, progress, summary, errorCode, errorMessage } = row;
  return {
    completionDateTime: row.endedAt === null ? null : formatZulu(row.endedAt),
    contentFiles: upload.contentFiles,
    creationDateTime: formatZulu(row.createdAt),
    creator: row.creator,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
    files: upload.tables.map(({ name, sizeBytes, headers, view, columns }) => ({
      columns,
      headers: [...headers],
      name,
      problems: row.problemsByFile[name] ?? 0,
      size: sizeBytes,
      view,
    })),
    guid: row.guid,
    hasFiles: row.removedAt === null,
    hasSettings: upload.hasSettings,
    name: row.name,
    problems: { count: row.problemCount, results: [...row.problems] },
    progress:
      progress === null
        ? null
        : {
            file: progress.file,
            phase: progress.phase,
            rowsExpected: row.rowCount,
            rowsRead: progress.rowsRead,
          },
    size: sizeOf(upload),
    status: row.status,
    summary:
      summary === null
        ? null
        : Object.entries(summary).map(([kind, { created, updated, unchanged }]) => ({
            created,
            kind,
            unchanged,
            updated,
          })),
  };
}
