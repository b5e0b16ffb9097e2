import { parseZulu, formatZulu } from '../../kernel/time.ts';
import { isStorable } from '../../kernel/text.ts';
import type { FieldType, ValueType } from '../../kernel/vocabulary.ts';

/** The canonical text of a cell, or what would have been right. */
export type CellResult = { readonly value: string } | { readonly expected: string };

/** Reads a cell that is not empty. */
export type CellReader = (cell: string) => CellResult;

/** The largest values of PostgreSQL's types, the wider one cut to what JavaScript counts exactly. */
const MAX_WHOLE = { integer: 2_147_483_647, bigint: Number.MAX_SAFE_INTEGER } as const;
/** Digits before or after the point; more is a mistake, and would make numbers of a megabyte out of `1e999999`. */
const MAX_DIGITS = 1_000;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** The shortest exact decimal of a number's text: `0.50` → `0.5`, `1e3` → `1000`; undefined for anything else. */
export function canonicalDecimal(text: string): string | undefined {
  const match = DECIMAL.exec(text.trim());
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (match === null || whole + fraction === '') return undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const scale = fraction.length - Number(exponent) - (digits.length - significant.length);
  if (Math.abs(scale) > MAX_DIGITS || significant.length > MAX_DIGITS) return undefined;
  const minus = sign === '-' ? '-' : '';
  if (scale <= 0) return minus + significant + '0'.repeat(-scale);
  const padded = significant.padStart(scale + 1, '0');
  return `${minus}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

const readText: CellReader = (cell) =>
  isStorable(cell) ? { value: cell } : { expected: 'text without NUL characters' };

function readDecimal(expected: string, isRight: (value: string) => boolean): CellReader {
  return (cell) => {
    const value = canonicalDecimal(cell);
    return value !== undefined && isRight(value) ? { value } : { expected };
  };
}

const isWhole = (value: string): boolean => !value.includes('.');
const isPositive = (value: string): boolean => !value.startsWith('-');

const readNumber = readDecimal('a number', () => true);

/** A whole number that a column of this type holds. */
export function readWhole(type: keyof typeof MAX_WHOLE): CellReader {
  const max = MAX_WHOLE[type];
  return readDecimal(
    `a whole number up to ${max}`,
    (value) => isWhole(value) && Math.abs(Number(value)) <= max,
  );
}

const readBoolean: CellReader = (cell) => {
  const value = cell.trim().toLowerCase();
  return value === 'true' || value === 'false' ? { value } : { expected: 'true or false' };
};

const readDateTime: CellReader = (cell) => {
  const date = parseZulu(cell.trim());
  return date === undefined
    ? { expected: 'a date and time in Zulu format, such as 2026-01-31T12:00:00Z' }
    : { value: formatZulu(date) };
};

/** A day, with or without its midnight. */
const readDate: CellReader = (cell) => {
  const day = cell.trim();
  const date = parseZulu(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day);
  return date === undefined
    ? { expected: 'a date such as 2026-01-31 or 2026-01-31T00:00:00Z' }
    : { value: formatZulu(date) };
};

/** For the columns that a view has of its own. */
export const READER_OF_TYPE: Readonly<Record<ValueType, CellReader>> = {
  text: readText,
  option: readText,
  number: readNumber,
  boolean: readBoolean,
  'date-time': readDateTime,
};

const READER_OF_FIELD: Readonly<Record<FieldType, CellReader>> = {
  SINGLE_LINE_TEXT: readText,
  MULTI_LINE_TEXT: readText,
  DROP_DOWN: readText,
  FIXED_DROP_DOWN: readText,
  DATE: readDate,
  DATETIME: readDateTime,
  NUMBER: readNumber,
  POSITIVE_DOUBLE: readDecimal('a number that is not negative', isPositive),
  INTEGER: readDecimal('a whole number', isWhole),
  POSITIVE_INTEGER: readDecimal(
    'a whole number that is not negative',
    (value) => isWhole(value) && isPositive(value),
  ),
  COST: readNumber,
  BOOLEAN: readBoolean,
};

/** What matters of a custom attribute for its cells. */
interface AttributeType {
  readonly fieldType: FieldType;
  readonly multiSelect: boolean;
  readonly possibleValues: readonly string[];
}

/** For the cells of a custom attribute. A fixed list takes only its own values; any other list may have grown since. */
export function readerOfAttribute({ fieldType, multiSelect, possibleValues }: AttributeType): CellReader {
  const read = READER_OF_FIELD[fieldType];
  const isFixed = fieldType === 'FIXED_DROP_DOWN' && possibleValues.length > 0;
  if (!multiSelect && !isFixed) return read;
  const allowed = new Set(possibleValues);
  return (cell) => {
    const result = read(cell);
    if ('expected' in result) return result;
    const values = multiSelect ? result.value.split(';') : [result.value];
    return isFixed && values.some((value) => !allowed.has(value))
      ? { expected: `one of ${possibleValues.join(', ')}` }
      : result;
  };
}
