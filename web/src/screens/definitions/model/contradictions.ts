import type { Condition, Criteria, Logic } from '../../../../../src/engine/criteria/parse.ts';
import type { Comparison } from '../../../../../src/engine/criteria/values.ts';
import type { KnownAttribute } from './catalogue.ts';

/** What cannot be is said only where it is certain, whatever the records are. */
export interface Contradictions {
  /** No item can match at all. */
  readonly isImpossible: boolean;
  /** What the parts are about that cannot match, by apiName: the whole, or parts between ORs. */
  readonly attributes: readonly string[];
}

type Known = Condition<KnownAttribute>;
type Together = readonly Known[];

/** Of so many ways to match each is looked at; of more nothing is said. */
const MAX_WAYS = 512;

export function contradictionsOf(criteria: Criteria<KnownAttribute> | undefined): Contradictions {
  if (criteria === undefined) return { isImpossible: false, attributes: [] };
  const ways = criteria.flatMap(waysOf);
  const found = ways.map(contradicted);
  return {
    isImpossible: ways.length > 0 && found.every((one) => one !== undefined),
    attributes: [...new Set(found.filter((one) => one !== undefined))],
  };
}

/** The ways in which all of some groups can hold: a part of each group, between its ORs. */
function waysOf(groups: readonly Logic<Known>[]): readonly Together[] {
  let ways: Together[] = [[]];
  for (const parts of groups) {
    if (ways.length * parts.length > MAX_WAYS) return [[]];
    ways = ways.flatMap((way) => parts.map((part) => [...way, ...part]));
  }
  return ways;
}

/** The attribute because of which conditions cannot all hold. */
function contradicted(conditions: Together): string | undefined {
  const byAttribute = Map.groupBy(conditions, ({ attribute }) => attribute.name);
  return [...byAttribute].find(([, about]) => !canHold(about))?.[0];
}

/** Any of these may have several values, of which each condition may mean another. */
const MANY_VALUES = /^(supplier|supplierItem)\.|^any$/;

function canHold(conditions: Together): boolean {
  const [first] = conditions;
  if (first === undefined) return true;
  const { attribute } = first;
  const isOpposed = conditions.some(
    (one) => !one.isNegated && conditions.some((other) => other.isNegated && isSame(one, other)),
  );
  if (isOpposed) return false;
  if (attribute.isMultiSelect || MANY_VALUES.test(attribute.name)) return true;
  const wanted = conditions.filter(({ isNegated }) => !isNegated).map(({ comparison }) => comparison);
  const unwanted = conditions.filter(({ isNegated }) => isNegated).map(({ comparison }) => comparison);
  return (
    canBeOneOf(attribute, wanted, unwanted) &&
    canBeInOrder(attribute, wanted) &&
    canBeText(attribute, { wanted, unwanted })
  );
}

function isSame(one: Known, other: Known): boolean {
  return JSON.stringify(one.comparison) === JSON.stringify(other.comparison);
}

/** Letter case goes by the database's rules: only of plain text it is certain what they make of it. */
function plain(text: string): string | undefined {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : undefined;
}

/** Of runs, which read effective and working revisions only. */
const NEVER: Readonly<Record<string, string>> = { revisionStatus: 'superseded' };

function canBeOneOf(
  { name, type }: KnownAttribute,
  wanted: readonly Comparison[],
  unwanted: readonly Comparison[],
): boolean {
  const valuesOf = (comparison: Comparison): (string | undefined)[] =>
    comparison.kind === 'guid'
      ? [...comparison.values]
      : comparison.kind === 'option'
        ? comparison.values.map(plain)
        : [];
  if ((type !== 'guid' && type !== 'option') || wanted.length === 0) return true;
  const lists = wanted.map(valuesOf);
  if (lists.flat().includes(undefined)) return true;
  const out = new Set([...unwanted.flatMap(valuesOf), NEVER[name]]);
  return (lists[0] ?? []).some((one) => lists.every((list) => list.includes(one)) && !out.has(one));
}

/** Below 16 digits numbers of JavaScript are exact enough to be told apart. */
const SHORT_NUMBER = /^[+-]?\d{0,12}(\.\d{1,3})?$/;

function canBeInOrder({ type }: KnownAttribute, wanted: readonly Comparison[]): boolean {
  const read = (text: string): number =>
    type === 'date-time'
      ? Date.parse(text)
      : type === 'boolean'
        ? Number(text === 'true')
        : SHORT_NUMBER.test(text)
          ? Number(text)
          : Number.NaN;
  const bounds = wanted.flatMap((comparison): { sign: string; at: number }[] => {
    if (comparison.kind === 'order') return [{ sign: comparison.sign, at: read(comparison.value) }];
    if (comparison.kind !== 'between') return [];
    return [
      { sign: '>=', at: read(comparison.from) },
      { sign: '<=', at: read(comparison.to) },
    ];
  });
  if (bounds.some(({ at }) => Number.isNaN(at))) return true;
  const lowest = bounds.filter(({ sign }) => sign === '=' || sign.startsWith('>'));
  const highest = bounds.filter(({ sign }) => sign === '=' || sign.startsWith('<'));
  return !lowest.some((low) =>
    highest.some(
      (high) => low.at > high.at || (low.at === high.at && (low.sign === '>' || high.sign === '<')),
    ),
  );
}

interface TextQuestion {
  readonly match: 'whole' | 'start' | 'inside';
  readonly text: string;
}

/** What is asked of a text in words that are certain: plain, without wildcards, and not the word for "none". */
function plainQuestions(comparisons: readonly Comparison[]): TextQuestion[] {
  return comparisons.flatMap((comparison) => {
    if (comparison.kind !== 'text') return [];
    const text = plain(comparison.text);
    const isWild = comparison.match !== 'whole' && comparison.text.includes('*');
    return text === undefined || isWild || text === '-uncategorized-'
      ? []
      : [{ match: comparison.match, text }];
  });
}

function canBeText(
  { type }: KnownAttribute,
  asked: { wanted: readonly Comparison[]; unwanted: readonly Comparison[] },
): boolean {
  if (type !== 'text') return true;
  const wanted = plainQuestions(asked.wanted);
  const unwanted = plainQuestions(asked.unwanted);
  return !wanted.some(
    (one) => wanted.some((other) => excludes(one, other)) || unwanted.some((other) => implies(one, other)),
  );
}

/** Whether no text that the one is true of can meet the other. */
function excludes(one: TextQuestion, other: TextQuestion): boolean {
  if (one.match === 'whole') return !holdsFor(other, one.text);
  if (one.match !== 'start' || other.match !== 'start') return false;
  return !one.text.startsWith(other.text) && !other.text.startsWith(one.text);
}

/** Whether each text that the one is true of meets the other. */
function implies(one: TextQuestion, other: TextQuestion): boolean {
  if (one.match === 'whole') return holdsFor(other, one.text);
  if (other.match === 'whole') return false;
  if (other.match === 'start') return one.match === 'start' && one.text.startsWith(other.text);
  return one.text.includes(other.text);
}

function holdsFor({ match, text }: TextQuestion, value: string): boolean {
  if (match === 'whole') return value === text;
  return match === 'start' ? value.startsWith(text) : value.includes(text);
}
