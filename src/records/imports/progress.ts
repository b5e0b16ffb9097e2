import type { ImportProgress } from '../import/import-context.ts';
import { BUNDLE_FILES } from '../import/bundle-files.ts';
import type { WorkProgress } from './imports.store.ts';
import type { Upload } from './upload.ts';

/** How far the work on an upload has come. */
export interface Progress {
  readonly report: (progress: ImportProgress) => void;
  current(): WorkProgress;
  /** Rows of all files. */
  rowsRead(): number;
}

/** Puts together what an import tells of single files, by the names that they were uploaded with. */
export function createProgress({ tables }: Upload): Progress {
  const rowsOf = new Map<string, number>();
  const rowsRead = (): number => [...rowsOf.values()].reduce((sum, rows) => sum + rows, 0);
  const names = new Map(
    BUNDLE_FILES.map(({ fileName, view }) => [fileName, tables.find((one) => one.view === view)?.name]),
  );
  let last: Pick<WorkProgress, 'phase' | 'file'> = { phase: 'waiting', file: null };
  return {
    report({ phase, file, rows }) {
      if (phase === 'reading' && file !== undefined && rows !== undefined) rowsOf.set(file, rows);
      last = { phase, file: file === undefined ? null : (names.get(file) ?? file) };
    },
    current: () => ({ ...last, rowsRead: rowsRead() }),
    rowsRead,
  };
}
