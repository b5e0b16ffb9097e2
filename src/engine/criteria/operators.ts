import { matchOption, type ValueType } from '../../kernel/vocabulary.ts';

/** How the values of an attribute are compared: as the values of custom attributes are, or as a GUID (exactly). */
export type CriterionType = ValueType | 'guid';

/** Which operators a type offers: the one list of them. */
export const OPERATORS_OF_TYPE = {
  text: [
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'CONTAINS',
    'DOES_NOT_CONTAIN',
    'STARTS_WITH',
    'DOES_NOT_START_WITH',
  ],
  guid: ['IS_EQUAL_TO', 'IS_IN'],
  option: ['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'IS_IN', 'IS_NOT_IN'],
  'date-time': ['IS_EQUAL_TO', 'IS_BEFORE', 'IS_AFTER', 'IS_BETWEEN'],
  boolean: ['IS_EQUAL_TO'],
  number: [
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'IS_LESS_THAN',
    'IS_LESS_THAN_OR_EQUAL_TO',
    'IS_GREATER_THAN',
    'IS_GREATER_THAN_OR_EQUAL_TO',
  ],
} as const satisfies Record<CriterionType, readonly string[]>;

export type OperatorName = (typeof OPERATORS_OF_TYPE)[CriterionType][number];
type NegativeOperator = Extract<OperatorName, `${string}_NOT_${string}`>;
export type PositiveOperator = Exclude<OperatorName, NegativeOperator>;

/** Every negative operator is the exact negation of another, so that only the positive ones need a meaning of their own. */
const NEGATED: Readonly<Record<NegativeOperator, PositiveOperator>> = {
  IS_NOT_EQUAL_TO: 'IS_EQUAL_TO',
  IS_NOT_IN: 'IS_IN',
  DOES_NOT_CONTAIN: 'CONTAINS',
  DOES_NOT_START_WITH: 'STARTS_WITH',
};

/** Misprints of the public reference, in lower case: clients were written from it, so they mean what they were meant to say. */
const MISPRINTS: ReadonlyMap<string, OperatorName> = new Map([
  ['is_equal to', 'IS_EQUAL_TO'],
  ['is_greator_than', 'IS_GREATER_THAN'],
  ['is_greator_than_or_equal_to', 'IS_GREATER_THAN_OR_EQUAL_TO'],
  ['is_less_thank', 'IS_LESS_THAN'],
  ['is_less_than_or equal_to', 'IS_LESS_THAN_OR_EQUAL_TO'],
]);

export interface Operator {
  readonly positive: PositiveOperator;
  readonly isNegated: boolean;
}

/** The operator that `text` means, without regard to case; undefined when it is none of those offered. */
export function findOperator(text: string, offered: readonly OperatorName[]): Operator | undefined {
  const name = matchOption(offered, MISPRINTS.get(text.toLowerCase()) ?? text);
  if (name === undefined) return undefined;
  return isNegative(name)
    ? { positive: NEGATED[name], isNegated: true }
    : { positive: name, isNegated: false };
}

function isNegative(name: OperatorName): name is NegativeOperator {
  return Object.hasOwn(NEGATED, name);
}
