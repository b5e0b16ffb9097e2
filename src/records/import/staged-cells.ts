import type { ExportView } from '../../kernel/vocabulary.ts';
import { columnsIn, type ImportContext } from './import-context.ts';

/** SQL for the values of a staged file's rows `s`, each beside the record `t` that the row is, if it exists. */
export interface StagedCells {
  /** Whether the file has any of these columns. */
  readonly has: (...headers: readonly string[]) => boolean;
  /** What a column of the file gives, or what stands in the record when the file has no such column. */
  readonly own: (header: string, column: string) => string;
  /** The same for a column that is never NULL. */
  readonly flag: (header: string, column: string, fallback?: boolean) => string;
  /** Custom attributes: those of the file, and what stands in the record for the others. */
  readonly custom: string;
}

export function stagedCells(context: ImportContext, view: ExportView): StagedCells {
  const { headers, slots, slotCount } = columnsIn(context, view);
  const own = (header: string, column: string): string =>
    headers.has(header) ? `s."${header}"` : `t.${column}`;
  const all = Array.from({ length: slotCount }, (_, index) => index + 1);
  const merged = all.map((slot) =>
    slots.includes(slot) ? `s.custom[${slots.indexOf(slot) + 1}]` : `t.custom[${slot}]`,
  );
  // Exports have all of them, in the order of their slots.
  const isWhole = slots.length === slotCount && slots.every((slot, index) => slot === index + 1);
  const mixed = `CASE WHEN s.custom IS NULL AND t.custom IS NULL THEN NULL ELSE ARRAY[${merged.join(', ')}] END`;
  return {
    has: (...some) => some.some((header) => headers.has(header)),
    own,
    flag: (header, column, fallback = false) => `coalesce(${own(header, column)}, ${fallback})`,
    custom: slots.length === 0 ? 't.custom' : isWhole ? 's.custom' : mixed,
  };
}
