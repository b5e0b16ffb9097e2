import { parseZulu, formatZulu } from '../../kernel/time.ts';
import { isStorable } from '../../kernel/text.ts';
import type { FieldType, ValueType } from '../../kernel/vocabulary.ts';

/** Reads the cells of a column. */
export interface CellReader {
  /** The canonical text of a cell that is not empty; undefined for a wrong one. */
  readonly read: (cell: string) => string | undefined;
  /** What would have been right. */
  readonly expected: string;
  /** Source of a regular expression for cells, empty ones among them, that are canonical as they stand in a CSV file; undefined: none is. */
  readonly canonical: string | undefined;
}

/** In a CSV file: in quotes, where lines may end as they do in COPY's text, or without any character that needs them. */
const PLAIN_TEXT = String.raw`(?:[^",\r\n\0]*|"[^"\r\0]*(?:""[^"\r\0]*)*")`;

/** The largest values of PostgreSQL's types, the wider one cut to what JavaScript counts exactly. */
const MAX_WHOLE = { integer: 2_147_483_647, bigint: Number.MAX_SAFE_INTEGER } as const;
/** Digits before or after the point; more is a mistake, and would make numbers of a megabyte out of `1e999999`. */
const MAX_DIGITS = 1_000;
/** Canonical already, as nearly every number of an export is. */
const PLAIN_DECIMAL = String.raw`(?:-?(?:[1-9]\d{0,99}(?:\.\d{0,99}[1-9])?|0\.\d{0,99}[1-9])|0)`;
const CANONICAL_DECIMAL = new RegExp(`^${PLAIN_DECIMAL}$`);
/** Digits of whole numbers that are below the maximum for sure. */
const PLAIN_DIGITS = { integer: 9, bigint: 15 } as const;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** The shortest exact decimal of a number's text: `0.50` → `0.5`, `1e3` → `1000`; undefined for anything else. */
export function canonicalDecimal(text: string): string | undefined {
  if (CANONICAL_DECIMAL.test(text)) return text;
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

const TEXT: CellReader = {
  read: (cell) => (isStorable(cell) ? cell : undefined),
  expected: 'text without NUL characters',
  canonical: PLAIN_TEXT,
};

interface Decimals {
  readonly expected: string;
  readonly canonical: string;
  readonly isRight: (value: string) => boolean;
}

function decimal({ expected, canonical, isRight }: Decimals): CellReader {
  return {
    read(cell) {
      const value = canonicalDecimal(cell);
      return value !== undefined && isRight(value) ? value : undefined;
    },
    expected,
    canonical: `${canonical}?`,
  };
}

const isWhole = (value: string): boolean => !value.includes('.');
const isPositive = (value: string): boolean => !value.startsWith('-');

const NUMBER = decimal({ expected: 'a number', canonical: PLAIN_DECIMAL, isRight: () => true });

/** Of a whole number that a column of this type holds. */
export function wholeNumber(type: keyof typeof MAX_WHOLE): CellReader {
  const max = MAX_WHOLE[type];
  return decimal({
    expected: `a whole number up to ${max}`,
    canonical: String.raw`(?:-?[1-9]\d{0,${PLAIN_DIGITS[type] - 1}}|0)`,
    isRight: (value) => isWhole(value) && Math.abs(Number(value)) <= max,
  });
}

const TRUTH: CellReader = {
  read(cell) {
    if (cell === 'true' || cell === 'false') return cell;
    const value = cell.trim().toLowerCase();
    return value === 'true' || value === 'false' ? value : undefined;
  },
  expected: 'true or false',
  canonical: '(?:true|false)?',
};

/** Canonical already; the 29th of February alone takes a calendar. */
const PLAIN_DAY = String.raw`(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31`;
const PLAIN_MOMENT = String.raw`(?:(?:19|20)\d\d-(?:${PLAIN_DAY})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)`;
const CANONICAL_MOMENT = new RegExp(`^${PLAIN_MOMENT}$`);

function canonicalMoment(text: string): string | undefined {
  if (CANONICAL_MOMENT.test(text)) return text;
  const date = parseZulu(text);
  return date === undefined ? undefined : formatZulu(date);
}

const MOMENT: CellReader = {
  read: (cell) => canonicalMoment(cell.trim()),
  expected: 'a date and time in Zulu format, such as 2026-01-31T12:00:00Z',
  canonical: `${PLAIN_MOMENT}?`,
};

/** A day, with or without its midnight. */
const DAY: CellReader = {
  read(cell) {
    const day = cell.trim();
    return canonicalMoment(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day);
  },
  expected: 'a date such as 2026-01-31 or 2026-01-31T00:00:00Z',
  canonical: `${PLAIN_MOMENT}?`,
};

/** For the columns that a view has of its own. */
export const READER_OF_TYPE: Readonly<Record<ValueType, CellReader>> = {
  text: TEXT,
  option: TEXT,
  number: NUMBER,
  boolean: TRUTH,
  'date-time': MOMENT,
};

const READER_OF_FIELD: Readonly<Record<FieldType, CellReader>> = {
  SINGLE_LINE_TEXT: TEXT,
  MULTI_LINE_TEXT: TEXT,
  DROP_DOWN: TEXT,
  FIXED_DROP_DOWN: TEXT,
  DATE: DAY,
  DATETIME: MOMENT,
  NUMBER,
  POSITIVE_DOUBLE: decimal({
    expected: 'a number that is not negative',
    canonical: `(?:(?!-)${PLAIN_DECIMAL})`,
    isRight: isPositive,
  }),
  INTEGER: decimal({
    expected: 'a whole number',
    canonical: String.raw`(?:-?[1-9]\d{0,99}|0)`,
    isRight: isWhole,
  }),
  POSITIVE_INTEGER: decimal({
    expected: 'a whole number that is not negative',
    canonical: String.raw`(?:[1-9]\d{0,99}|0)`,
    isRight: (value) => isWhole(value) && isPositive(value),
  }),
  COST: NUMBER,
  BOOLEAN: TRUTH,
};

/** What matters of a custom attribute for its cells. */
interface AttributeType {
  readonly fieldType: FieldType;
  readonly multiSelect: boolean;
  readonly possibleValues: readonly string[];
}

/** For the cells of a custom attribute. A fixed list takes only its own values; any other list may have grown since. */
export function readerOfAttribute({ fieldType, multiSelect, possibleValues }: AttributeType): CellReader {
  if (fieldType !== 'FIXED_DROP_DOWN' || possibleValues.length === 0) return READER_OF_FIELD[fieldType];
  const allowed = new Set(possibleValues);
  const isListed = (value: string): boolean =>
    multiSelect ? value.split(';').every((one) => allowed.has(one)) : allowed.has(value);
  return {
    read: (cell) => (isListed(cell) ? cell : undefined),
    expected: `one of ${possibleValues.join(', ')}`,
    canonical: canonicalList(possibleValues, multiSelect),
  };
}

const MAX_PLAIN_VALUES = 200;

function canonicalList(values: readonly string[], multiSelect: boolean): string | undefined {
  const plain = values.filter(
    (value) => value !== '' && !(multiSelect ? /[",;\r\n]/ : /[",\r\n]/).test(value),
  );
  if (plain.length === 0 || plain.length > MAX_PLAIN_VALUES) return undefined;
  const one = `(?:${plain.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`;
  return multiSelect ? `(?:${one}(?:;${one})*)?` : `${one}?`;
}
