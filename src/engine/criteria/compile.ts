import type { RevisionRule } from '../../kernel/vocabulary.ts';
import { sql, type RawBuilder } from '../../platform/db/database.ts';
import { likePattern } from '../../platform/db/like.ts';
import type { Attribute } from './catalogue.ts';
import { mapLogic, type Condition, type Criteria, type Logic } from './parse.ts';
import { subquery } from './subquery.ts';
import type { Comparison } from './values.ts';

/** The SQL of criteria over `i` and `r`; see the door, criteria.ts. */
export function compile(criteria: Criteria<Attribute>, rule: RevisionRule): RawBuilder<boolean> {
  return anyOfAll(
    mapLogic(criteria, (group) =>
      anyOfAll(mapLogic(group, (condition) => compileCondition(condition, rule))),
    ),
  );
}

/** PostgreSQL reads `a AND b AND c` as one list, so that a thousand are no deeper than two. */
function anyOfAll(logic: Logic<RawBuilder<boolean>>): RawBuilder<boolean> {
  return anyOf(logic.map((all) => sql<boolean>`(${sql.join(all, sql` AND `)})`));
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(conditions, sql` OR `)})`;
}

/** An absent value compares as NULL, which IS NOT TRUE: so a negation holds for it, and nothing else does. */
function compileCondition(
  { attribute, comparison, isNegated }: Condition<Attribute>,
  rule: RevisionRule,
): RawBuilder<boolean> {
  const matches = compileMatch(attribute, comparison, rule);
  return isNegated ? sql<boolean>`(${matches} IS NOT TRUE)` : matches;
}

function compileMatch(attribute: Attribute, comparison: Comparison, rule: RevisionRule): RawBuilder<boolean> {
  if (isAbsenceAsked(attribute, comparison)) return attribute.absence.condition;
  // The places of one home are looked at together: one subquery for the three texts of a source, not three.
  const homes = Map.groupBy(attribute.places, ({ home }) => home);
  return anyOf(
    [...homes].map(([home, places]) =>
      home(anyOf(places.map(({ value }) => compare(value(rule), comparison, attribute.isMultiSelect)))),
    ),
  );
}

function isAbsenceAsked(
  attribute: Attribute,
  comparison: Comparison,
): attribute is Attribute & Required<Pick<Attribute, 'absence'>> {
  if (attribute.absence === undefined || comparison.kind !== 'text' || comparison.match !== 'whole')
    return false;
  return comparison.text.toLowerCase() === attribute.absence.word;
}

/**
 * One value compared. Parameters that stand beside the value take its type, so that the same text serves a
 * timestamptz and a date-time kept as text, a boolean and its text.
 */
function compare(
  value: RawBuilder<unknown>,
  comparison: Comparison,
  isMultiSelect: boolean,
): RawBuilder<boolean> {
  switch (comparison.kind) {
    case 'text':
      return comparison.match === 'whole'
        ? sql<boolean>`fold(${value}) = fold(${comparison.text})`
        : sql<boolean>`fold(${value}) LIKE fold(${patternOf(comparison.text, comparison.match)})`;
    case 'option': {
      // Lists are one parameter, whatever their length: a statement takes 65 535.
      const wanted = sql`SELECT fold(wanted) FROM unnest(${comparison.values}::text[]) AS wanted`;
      return isMultiSelect
        ? sql<boolean>`string_to_array(fold(${value}), ';') && ARRAY(${wanted})`
        : subquery(sql`fold(${value}) IN (${wanted})`);
    }
    case 'guid':
      return sql<boolean>`${value} = ANY(${comparison.values}::text[])`;
    case 'order':
      return sql<boolean>`${value} ${sql.raw(comparison.sign)} ${comparison.value}`;
    case 'between':
      return sql<boolean>`${value} BETWEEN ${comparison.from} AND ${comparison.to}`;
  }
}

/** A text with `*` as a pattern of LIKE, in which everything else stands for itself. */
function patternOf(text: string, match: 'start' | 'inside'): string {
  const pattern = likePattern(text);
  return match === 'start' ? `${pattern}%` : `%${pattern}%`;
}
