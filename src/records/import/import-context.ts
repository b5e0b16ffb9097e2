import type pg from 'pg';
import type { ExportView } from '../../kernel/vocabulary.ts';
import type { Problems } from './problems.ts';

/** How many records of a kind an import made, changed and found as they were. */
export interface KindSummary {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** By kind, in the order in which they were written. */
export type ImportSummary = Record<string, KindSummary>;

/** For the audit trail. */
export function describeSummary(summary: ImportSummary): string {
  return (['created', 'updated', 'unchanged'] as const)
    .map((what) => `${what} ${Object.values(summary).reduce((sum, one) => sum + one[what], 0)}`)
    .join(', ');
}

/** Tells how far an import has come. */
export interface ImportProgress {
  readonly phase: 'reading' | 'merging' | 'storing';
  /** The file being read or stored, the kind of record being merged. */
  readonly file?: string;
  readonly rows?: number;
}

/** Which columns a file of the bundle has: a column that is not there leaves what is known as it is. */
export interface StagedColumns {
  readonly headers: ReadonlySet<string>;
  /** Slots of the custom attributes that have a column, in the file's order, which is that of the stage's array. */
  readonly slots: readonly number[];
  /** Slots of its world in all. */
  readonly slotCount: number;
}

/** One import: all steps work on one connection in one transaction. */
export interface ImportContext {
  readonly client: pg.Client;
  /** See insert-records.ts. */
  readonly checksInSets: boolean;
  /** Tables of which the workspace had no rows when the import began. */
  readonly ownTables: ReadonlySet<string>;
  readonly workspaceId: number;
  readonly problems: Problems;
  readonly summary: ImportSummary;
  readonly columns: Map<ExportView, StagedColumns>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

const NO_COLUMNS: StagedColumns = { headers: new Set(), slots: [], slotCount: 0 };

/** The columns of a file; none when the bundle has no such file. */
export function columnsIn({ columns }: ImportContext, view: ExportView): StagedColumns {
  return columns.get(view) ?? NO_COLUMNS;
}
