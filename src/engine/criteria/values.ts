import { violation, type Violation } from '../../kernel/errors.ts';
import { isStorable } from '../../kernel/text.ts';
import { formatZulu, parseZulu } from '../../kernel/time.ts';
import type { CriterionType, OperatorName, PositiveOperator } from './operators.ts';

export const MAX_LIST_VALUES = 10_000;
/** PostgreSQL's LIKE calls itself once for each wildcard; some 16 000 deep it gives up with an error. */
export const MAX_WILDCARDS = 1_000;
/** A numeric holds 131 072 digits before the point and 16 383 after it: this many, 10^±999 away, always fit. */
const MAX_NUMBER_LENGTH = 1_000;
const NUMBER_PATTERN = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** What a value is asked to be. */
export type Comparison =
  | { readonly kind: 'text'; readonly match: 'whole' | 'start' | 'inside'; readonly text: string }
  | { readonly kind: 'option'; readonly values: readonly string[] }
  | { readonly kind: 'guid'; readonly values: readonly string[] }
  | { readonly kind: 'order'; readonly sign: '=' | '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** What has to be known of an attribute to read a criterion about it: no SQL, so that clients can read criteria too. */
export interface ReadableAttribute {
  readonly name: string;
  readonly type: CriterionType;
  readonly operators: readonly OperatorName[];
}

export interface Operand {
  readonly attribute: ReadableAttribute;
  readonly operator: PositiveOperator;
}

/** Checks the value of a criterion. The texts in what it gives back are ready to be bound. */
export function readValue(operand: Operand, value: unknown): Comparison | Violation[] {
  const { attribute, operator } = operand;
  switch (attribute.type) {
    case 'text':
      return readText(operand, value);
    case 'guid':
      return operator === 'IS_IN' ? readList(attribute, value) : readGuid(attribute, value);
    case 'option':
      // One option or several, the operators are the same.
      return readList(attribute, value);
    case 'date-time':
      return operator === 'IS_BETWEEN' ? readRange(attribute, value) : readDateTime(operator, value);
    case 'number':
      return readNumber(operand, value);
    case 'boolean':
      return readBoolean(attribute, value);
  }
}

function invalid({ name }: ReadableAttribute): Violation[] {
  return [violation('invalidValue', name)];
}

const isStorableText = (value: unknown): value is string => typeof value === 'string' && isStorable(value);

function readText({ attribute, operator }: Operand, value: unknown): Comparison | Violation[] {
  if (!isStorableText(value)) return invalid(attribute);
  if (operator === 'IS_EQUAL_TO') return { kind: 'text', match: 'whole', text: value };
  // Several in a row are one.
  const text = value.replaceAll(/\*+/g, '*');
  if (text.split('*').length - 1 > MAX_WILDCARDS) return invalid(attribute);
  return { kind: 'text', match: operator === 'STARTS_WITH' ? 'start' : 'inside', text };
}

function readGuid(attribute: ReadableAttribute, value: unknown): Comparison | Violation[] {
  return isStorableText(value) ? { kind: 'guid', values: [value] } : invalid(attribute);
}

/**
 * One text, an array of texts, or texts separated by `;`. Those of an array are taken as they are: it is the one way
 * to name an option that has a `;` in it.
 */
function readList(attribute: ReadableAttribute, value: unknown): Comparison | Violation[] {
  const values = typeof value === 'string' ? splitList(value) : value;
  if (!Array.isArray(values) || values.length === 0 || values.length > MAX_LIST_VALUES)
    return invalid(attribute);
  if (!values.every(isStorableText)) return invalid(attribute);
  return { kind: attribute.type === 'guid' ? 'guid' : 'option', values };
}

function splitList(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const SIGNS = {
  IS_EQUAL_TO: '=',
  IS_BEFORE: '<',
  IS_AFTER: '>',
  IS_LESS_THAN: '<',
  IS_LESS_THAN_OR_EQUAL_TO: '<=',
  IS_GREATER_THAN: '>',
  IS_GREATER_THAN_OR_EQUAL_TO: '>=',
} as const satisfies Partial<Record<PositiveOperator, string>>;

function signOf(operator: PositiveOperator): (typeof SIGNS)[keyof typeof SIGNS] {
  if (!Object.hasOwn(SIGNS, operator)) throw new Error(`${operator} does not compare by order`);
  return SIGNS[operator as keyof typeof SIGNS];
}

/** The canonical text of a date-time, or what is wrong with it. */
function readZulu(value: unknown): string | Violation {
  const date = typeof value === 'string' ? parseZulu(value) : undefined;
  return date === undefined ? violation('invalidDateTime', display(value)) : formatZulu(date);
}

function readDateTime(operator: PositiveOperator, value: unknown): Comparison | Violation[] {
  const zulu = readZulu(value);
  return typeof zulu === 'string' ? { kind: 'order', sign: signOf(operator), value: zulu } : [zulu];
}

function readRange(attribute: ReadableAttribute, value: unknown): Comparison | Violation[] {
  if (!Array.isArray(value) || value.length !== 2) return invalid(attribute);
  const from = readZulu(value[0]);
  const to = readZulu(value[1]);
  if (typeof from !== 'string' || typeof to !== 'string') {
    return [from, to].filter((one) => typeof one !== 'string');
  }
  // All are of one form and four-digit years, so that they order as text.
  return from > to
    ? [violation('notChronological', attribute.name, `${from}, ${to}`)]
    : { kind: 'between', from, to };
}

function readNumber({ attribute, operator }: Operand, value: unknown): Comparison | Violation[] {
  const text = typeof value === 'number' ? String(value) : value;
  // JSON has no Infinity, but 1e999 is read as one; it is no decimal and ends here.
  const isNumber = typeof text === 'string' && text.length <= MAX_NUMBER_LENGTH && NUMBER_PATTERN.test(text);
  return isNumber ? { kind: 'order', sign: signOf(operator), value: text } : invalid(attribute);
}

function readBoolean({ name }: ReadableAttribute, value: unknown): Comparison | Violation[] {
  const text = typeof value === 'string' || typeof value === 'boolean' ? String(value).toLowerCase() : '';
  return text === 'true' || text === 'false'
    ? { kind: 'order', sign: '=', value: text }
    : [violation('invalidBoolean', display(value), name)];
}

/** A value in a message. What is nested is not spelled out: it may be nested deeper than any stack. */
function display(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}
