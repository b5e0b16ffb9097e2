import type { OperatorName } from '../../../../../src/engine/criteria/operators.ts';
import type { Attributes, ListedAttribute } from './catalogue.ts';
import { operatorOf, withValue, type Row } from './draft.ts';

/** Which editor a value has. */
export type Editor = 'text' | 'number' | 'boolean' | 'date-time' | 'range' | 'one' | 'several' | 'guids';

/** The attribute whose values are items: they are picked by number. */
const ITEM_GUID = 'guid';

const isList = (operator: OperatorName | undefined): boolean =>
  operator === 'IS_IN' || operator === 'IS_NOT_IN';

export function editorOf({ apiName, type }: ListedAttribute, { operator, value }: Row): Editor {
  const meant = operatorOf(operator);
  switch (type) {
    case 'text':
    case 'number':
    case 'boolean':
      return type;
    case 'date-time':
      return meant === 'IS_BETWEEN' ? 'range' : type;
    case 'guid':
      if (apiName === ITEM_GUID) return 'guids';
      return isList(meant) ? 'several' : 'text';
    case 'option':
      // IS_EQUAL_TO takes several too, as JSON may have them.
      return isList(meant) || valuesOf(value).length > 1 ? 'several' : 'one';
  }
}

/** The values of a list, which may be one text with `;` between them. */
export function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return [];
  return value
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** One option: as a text, unless it has in it what divides options. */
export function oneOption(text: string): unknown {
  if (text === '') return undefined;
  return text.includes(';') || text.trim() !== text ? [text] : text;
}

/** A number as it was typed: as a number where that says the same. */
export function numberOf(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return String(Number(trimmed)) === trimmed ? Number(trimmed) : trimmed;
}

/** The row about another attribute: its operator and value stay where they fit. */
export function withAttribute(row: Row, apiName: string, attributes: Attributes): Row {
  const before = attributes.find(row.attribute);
  const now = attributes.find(apiName);
  const operator = operatorOf(row.operator);
  const isOffered = operator !== undefined && now?.operators.includes(operator) === true;
  const changed: Row = {
    ...row,
    attribute: apiName,
    operator: isOffered ? row.operator : (now?.operators[0] ?? ''),
  };
  if (before?.type === now?.type) return changed;
  // A switch has a value from the start.
  return withValue(changed, now?.type === 'boolean' ? true : undefined);
}

/** The row with another operator: one value becomes a list, and the first of a list the value, where the operators ask for it. */
export function withOperator(row: Row, operator: OperatorName): Row {
  return withValue({ ...row, operator }, shape(row.value, operator));
}

function shape(value: unknown, operator: OperatorName): unknown {
  if (value === undefined) return undefined;
  if (operator === 'IS_BETWEEN') return Array.isArray(value) ? value : [value, value];
  if (isList(operator)) return valuesOf(value);
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}
