import type pg from 'pg';
import { fail } from '../kernel/errors.ts';
import { UNLIMITED, type ExportLimits } from '../kernel/limits.ts';
import type { ExportOptions, ExportView } from '../kernel/vocabulary.ts';
import type { View } from './views/view.ts';

/** The ceilings that depend on the data. */
export type SizeLimits = Pick<ExportLimits, 'maxItems' | 'maxLines'>;

/** With one of these in an export, its rows are limited. */
export const LIMITED_VIEWS: readonly ExportView[] = ['BOM', 'FILES'];

/**
 * How many matching items an export may have at most, by what can be said before it starts: each is an item, and a line when SPECS is
 * written.
 */
export function checkMatched(options: ExportOptions, matched: number, limits: SizeLimits): void {
  checkItems(matched, limits);
  if (areLinesLimited(options) && options.exportViews.includes('SPECS')) checkLines(matched, limits);
}

/** Of how many matching items it is enough to know: one more than any limit allows. Undefined when nothing limits them. */
export function countUpTo({ maxItems, maxLines }: SizeLimits): number | undefined {
  const least = Math.min(maxItems, maxLines);
  return least === UNLIMITED
    ? undefined
    : Math.max(...[maxItems, maxLines].filter((one) => one !== UNLIMITED)) + 1;
}

/** Throws 3148. */
export function checkItems(items: number, { maxItems }: SizeLimits): void {
  if (items > maxItems) fail('tooManyItems', maxItems);
}

function checkLines(lines: number, { maxLines }: SizeLimits): void {
  if (lines > maxLines) fail('tooManyLines', maxLines);
}

function areLinesLimited({ exportViews }: ExportOptions): boolean {
  return LIMITED_VIEWS.some((view) => exportViews.includes(view));
}

/** Throws 3149 when the views together have more rows than an export with BOM or FILES may have. */
export async function checkRows(
  client: pg.ClientBase,
  request: { readonly options: ExportOptions; readonly views: readonly View[]; readonly limits: SizeLimits },
): Promise<void> {
  const { options, views, limits } = request;
  if (limits.maxLines === UNLIMITED || !areLinesLimited(options)) return;
  let lines = 0;
  for (const view of views) {
    // One row more than is left over is enough to know.
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM (SELECT 1 FROM ${view.from} LIMIT $1) AS counted`,
      [limits.maxLines - lines + 1],
    );
    lines += rows[0]?.count ?? 0;
    checkLines(lines, limits);
  }
}
