import { arrayLiteral, csvCell } from '../../platform/db/copy.ts';
import type { CellReader } from './cell-values.ts';
import { takeRecords, type CsvRow, type LineEnd, type PlainPattern, type PlainRow } from './csv-records.ts';

/** A column of the file and where its cells go. */
export interface Cell {
  readonly header: string;
  /** What the file calls the column, where that is something else. */
  readonly label?: string;
  readonly reader: CellReader;
  readonly isRequired: boolean;
  /** Whether rows can be told apart, or found, by this cell; a number, a moment or a custom attribute names nothing. */
  readonly isName: boolean;
  /** A column of the stage, or the place among the file's custom attributes; `nowhere` for a column that is refused. */
  readonly target: 'own' | 'nowhere' | { readonly place: number };
}

/**
 * Recognizes the rows that COPY can be given as they stand in the file: all cells canonical, custom attributes behind the others. Undefined
 * for columns among which there are none.
 */
export function plainPattern(cells: readonly Cell[], lineEnd: LineEnd): PlainPattern | undefined {
  const firstCustom = cells.findIndex(({ target }) => target !== 'own');
  const ownCount = firstCustom === -1 ? cells.length : firstCustom;
  const custom = cells.slice(ownCount);
  const isInOrder = custom.every(({ target }, index) => typeof target === 'object' && target.place === index);
  const sources = cells.map(sourceOf);
  if (!isInOrder || ownCount === 0 || sources.includes(undefined)) return undefined;
  const front = sources.slice(0, ownCount).join(',');
  const back = sources.slice(ownCount).join(',');
  const end = lineEnd === '\n' ? '\\n' : '\\r\\n';
  return custom.length === 0
    ? { front: new RegExp(`${front}(?=${end})`, 'y'), back: new RegExp(end, 'y') }
    : { front: new RegExp(`${front}(?=,)`, 'y'), back: new RegExp(`,${back}${end}`, 'y') };
}

/** A required cell is neither empty nor a pair of quotes. */
function sourceOf({ reader: { canonical }, isRequired }: Cell): string | undefined {
  return isRequired && canonical !== undefined ? `(?!,|""|[\r\n])${canonical}` : canonical;
}

interface Writing {
  /** How many custom attributes the file has. */
  readonly places: number;
  /** Told why a row is left out. */
  readonly onMissing: (line: number, message: string) => void;
  /** Told of a value that is left out. */
  readonly onWrongValue: (line: number, message: string) => void;
}

/**
 * Makes what writes a row as COPY reads it, as CSV: its line, the stage's own columns in the file's order, the custom attributes as an array.
 * It gives an empty text when it cannot be told what row it is.
 */
export function createRowWriter(
  cells: readonly Cell[],
  writing: Writing,
): (row: CsvRow | PlainRow) => string {
  return (row) =>
    'cells' in row
      ? writeCells(row, cells, writing)
      : `${row.line},${row.front},${writeCustom(row.back.slice(1))}\n`;
}

function writeCells(
  { line, cells: texts }: CsvRow,
  cells: readonly Cell[],
  { places, onMissing, onWrongValue }: Writing,
): string {
  if (texts.length !== cells.length) {
    onMissing(line, `${cells.length} columns were expected, ${texts.length} are there`);
    return '';
  }
  let written = String(line);
  let custom: (string | undefined)[] | undefined;
  let isRight = true;
  for (const [index, cell] of cells.entries()) {
    const { target, reader, isRequired, isName } = cell;
    const text = texts[index] ?? '';
    const value = text === '' ? undefined : reader.read(text);
    if (value === undefined && (text !== '' || isRequired)) {
      const isNeeded = isRequired || isName;
      const { label = cell.header } = cell;
      const message =
        text === '' ? `"${label}" is empty` : `"${label}" is ${quote(text)}: expected ${reader.expected}`;
      (isNeeded ? onMissing : onWrongValue)(line, message);
      isRight &&= !isNeeded;
    }
    if (target === 'own') written += `,${csvCell(value)}`;
    else if (target !== 'nowhere' && value !== undefined)
      (custom ??= new Array<string | undefined>(places).fill(undefined))[target.place] = value;
  }
  if (!isRight) return '';
  return `${written},${csvCell(custom === undefined ? undefined : arrayLiteral(custom))}\n`;
}

/** The cells of custom attributes as they stand in the file, as an array. */
function writeCustom(text: string): string {
  if (/^,*$/.test(text)) return '';
  // Within the quotes of the cell each quote of the array's stands twice.
  if (!/["\\]/.test(text)) return `"{""${text.replaceAll(',', '"",""')}""}"`.replaceAll('""""', 'NULL');
  const [row] = takeRecords({ text, line: 1, lineEnd: '\n', isLast: true }).rows;
  const cells = row !== undefined && 'cells' in row ? row.cells : [];
  // A pair of quotes is empty too.
  if (cells.every((cell) => cell === '')) return '';
  return csvCell(arrayLiteral(cells.map((cell) => (cell === '' ? undefined : cell))));
}

const QUOTED_LENGTH = 80;

function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
}
