import type { Style, Terminal } from './terminal.ts';
import { cut, pad, printable, widthOf } from './text.ts';

/** A column of a table; a bare text is its title. */
export interface Column {
  readonly title: string;
  /** Never cut while others can be: a GUID is there to be copied. */
  readonly isWhole?: boolean;
  /** On a terminal too narrow for all, columns are left out in this order; those without a number stay, and are cut. */
  readonly leaves?: number;
  readonly style?: (cell: string) => Style | undefined;
}

interface Sized extends Column {
  readonly index: number;
  readonly width: number;
}

const GAP = '  ';
/** What is cut to less than this says nothing. */
const LEAST_COLUMNS = 4;

/** Columns padded to their widest cell; the last one runs free. On a terminal no line is wider than it. */
export function formatTable(
  columns: readonly (string | Column)[],
  rows: readonly (readonly string[])[],
  { columns: available, paint }: Pick<Terminal, 'columns' | 'paint'>,
): string {
  const cells = rows.map((row) => row.map(printable));
  const natural = columns.map((column, index): Sized => {
    const named = typeof column === 'string' ? { title: column } : column;
    return {
      ...named,
      index,
      width: Math.max(widthOf(named.title), ...cells.map((row) => widthOf(row[index] ?? ''))),
    };
  });
  const fitted = available === undefined ? natural : fit(natural, available);
  const line = (cellOf: (column: Sized) => string, styleOf: (column: Sized) => Style | undefined): string =>
    fitted
      .map((column, place) => {
        const text = cut(cellOf(column), column.width);
        const filled = place === fitted.length - 1 ? text : pad(text, column.width);
        const style = styleOf(column);
        return style === undefined ? filled : paint(style, filled);
      })
      .join(GAP);
  return [
    line(
      ({ title }) => title,
      () => 'bold',
    ),
    ...cells.map((row) =>
      line(
        ({ index }) => row[index] ?? '',
        ({ index, style }) => style?.(row[index] ?? ''),
      ),
    ),
  ].join('\n');
}

const totalOf = (columns: readonly Sized[]): number =>
  columns.reduce((sum, { width }) => sum + width, GAP.length * Math.max(0, columns.length - 1));

/** Leaves out, then cuts, until the line fits. */
function fit(natural: readonly Sized[], available: number): readonly Sized[] {
  let columns = natural;
  for (const leaver of natural
    .filter(({ leaves }) => leaves !== undefined)
    .toSorted((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0))) {
    if (totalOf(columns) <= available) break;
    columns = columns.filter(({ index }) => index !== leaver.index);
  }
  columns = shrink(columns, available, ({ isWhole, width }) => isWhole !== true && width > LEAST_COLUMNS);
  columns = shrink(columns, available, ({ width }) => width > LEAST_COLUMNS);
  return shrink(columns, available, ({ width }) => width > 1);
}

/** Takes from the widest of those that may be cut. */
function shrink(
  columns: readonly Sized[],
  available: number,
  mayShrink: (column: Sized) => boolean,
): readonly Sized[] {
  let now = columns;
  for (let excess = totalOf(now) - available; excess > 0; excess -= 1) {
    const [widest] = now.filter(mayShrink).toSorted((a, b) => b.width - a.width);
    if (widest === undefined) break;
    now = now.map((column) => (column === widest ? { ...column, width: column.width - 1 } : column));
  }
  return now;
}
