import { violation, type Violation } from '../../kernel/errors.ts';
import { matchOption } from '../../kernel/vocabulary.ts';
import { findOperator } from './operators.ts';
import { readValue, type Comparison, type ReadableAttribute } from './values.ts';

export const MAX_CRITERIA = 1_000;
export const LOGIC_WORDS = ['AND', 'OR'] as const;
const FIELDS = ['attribute', 'operator', 'value'] as const;

/** Any of these, each of which is all of those: what AND and OR come to, as AND binds tighter. */
export type Logic<Term> = readonly (readonly Term[])[];

/** A criterion that was found in order. */
export interface Condition<Attribute extends ReadableAttribute> {
  readonly attribute: Attribute;
  readonly comparison: Comparison;
  /** Whether the items are wanted that do not compare so. */
  readonly isNegated: boolean;
}

/** Groups of conditions; never empty. */
export type Criteria<Attribute extends ReadableAttribute> = Logic<Logic<Condition<Attribute>>>;

export interface ParsedCriteria<Attribute extends ReadableAttribute> {
  /** Undefined when there are none, or when something is wrong with them. */
  readonly criteria: Criteria<Attribute> | undefined;
  /** Everything found wrong. */
  readonly violations: Violation[];
}

/** What criteria can ask about, by name. */
type Find<Attribute> = (name: string) => Attribute | undefined;

/** A criterion as it came. Read through a Map: in an object every field of Object.prototype would seem to be there. */
type Fields = ReadonlyMap<string, unknown>;

/** Reads criteria as they came in JSON. */
export function parse<Attribute extends ReadableAttribute>(
  value: unknown,
  catalogue: Find<Attribute>,
): ParsedCriteria<Attribute> {
  const isAbsent = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isAbsent) return { criteria: undefined, violations: [] };
  const { groups, isValid } = readGroups(value);
  // The shape is one thing, however often it is wrong. The criteria found in it are looked at all the same, unless
  // there are too many: their mistakes would make an answer of any size.
  const count = groups.flat(3).length;
  const violations = isValid && count <= MAX_CRITERIA ? [] : [violation('invalidValue', 'criteria')];
  if (count > MAX_CRITERIA) return { criteria: undefined, violations };
  const read = (fields: Fields): Condition<Attribute>[] => {
    const condition = readCriterion(fields, catalogue);
    if (!Array.isArray(condition)) return [condition];
    // One by one: a criterion may have more unknown fields than a call takes arguments.
    for (const one of condition) violations.push(one);
    return [];
  };
  const criteria = mapLogic(groups, (group) => mapLogic(group, read).map((all) => all.flat()));
  return { criteria: violations.length === 0 ? criteria : undefined, violations };
}

/** The same structure over other terms. */
export function mapLogic<Term, Result>(logic: Logic<Term>, map: (term: Term) => Result): Result[][] {
  return logic.map((all) => all.map(map));
}

interface Chain<Term> {
  readonly terms: Logic<Term>;
  readonly isValid: boolean;
}

/** `[group, logic, group…]`, or one group without its brackets. Nothing here is deeper than that, so nothing recurses. */
function readGroups(value: unknown): { groups: Logic<Logic<Fields>>; isValid: boolean } {
  if (!Array.isArray(value)) return { groups: [], isValid: false };
  const outer = readChain(Array.isArray(value[0]) ? value : [value], asGroup);
  let { isValid } = outer;
  const groups = mapLogic(outer.terms, (group) => {
    const inner = readChain(group, asFields);
    isValid &&= inner.isValid;
    return inner.terms;
  });
  return { groups, isValid };
}

/** Terms with logic words between them. What is out of place is left out, so that the rest can be checked too. */
function readChain<Term>(
  elements: readonly unknown[],
  asTerm: (element: unknown) => Term | undefined,
): Chain<Term> {
  const terms: Term[][] = [[]];
  let isValid = true;
  let isTermNext = true;
  for (const element of elements) {
    const term = asTerm(element);
    const word = typeof element === 'string' ? matchOption(LOGIC_WORDS, element) : undefined;
    isValid &&= isTermNext ? term !== undefined : word !== undefined;
    if (term !== undefined) terms.at(-1)?.push(term);
    if (word === 'OR') terms.push([]);
    isTermNext = term === undefined;
  }
  return { terms, isValid: isValid && !isTermNext };
}

function asGroup(element: unknown): readonly unknown[] | undefined {
  return Array.isArray(element) ? element : undefined;
}

function asFields(element: unknown): Fields | undefined {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return undefined;
  return new Map(Object.entries(element));
}

function readCriterion<Attribute extends ReadableAttribute>(
  fields: Fields,
  catalogue: Find<Attribute>,
): Condition<Attribute> | Violation[] {
  // Null says as little as a field that is not there, as everywhere in a body.
  const [name, operatorName, value] = FIELDS.map((field) => fields.get(field) ?? undefined);
  const violations = [
    ...[...fields.keys()]
      .filter((field) => !(FIELDS as readonly string[]).includes(field))
      .map((field) => violation('notCreatable', field)),
    ...FIELDS.filter((field) => (fields.get(field) ?? undefined) === undefined).map((field) =>
      violation('required', field),
    ),
  ];
  const attribute = typeof name === 'string' ? catalogue(name) : undefined;
  if (typeof name === 'string' && attribute === undefined)
    violations.push(violation('unknownAttribute', name));
  if (name !== undefined && typeof name !== 'string') violations.push(violation('invalidValue', 'attribute'));
  if (operatorName !== undefined && typeof operatorName !== 'string') {
    violations.push(violation('invalidValue', 'operator'));
  }
  // What the operator and the value may be depends on the attribute.
  if (attribute === undefined || typeof operatorName !== 'string') return violations;
  const operator = findOperator(operatorName, attribute.operators);
  if (operator === undefined)
    return [...violations, violation('invalidOperator', operatorName, attribute.name)];
  if (value === undefined) return violations;
  const comparison = readValue({ attribute, operator: operator.positive }, value);
  if (Array.isArray(comparison)) return [...violations, ...comparison];
  return violations.length > 0 ? violations : { attribute, comparison, isNegated: operator.isNegated };
}
