import { Type } from 'typebox';
import type { CustomAttribute } from '../engine/attributes.ts';
import { createCatalogue, type Attribute } from '../engine/criteria/catalogue.ts';
import { compileCriteria, parseCriteria } from '../engine/criteria/criteria.ts';
import { subquery } from '../engine/criteria/subquery.ts';
import { MAX_WILDCARDS, readValue, type Comparison } from '../engine/criteria/values.ts';
import { failIfAny, violation } from '../kernel/errors.ts';
import { isStorable } from '../kernel/text.ts';
import { formatZulu } from '../kernel/time.ts';
import { ITEM_WORLD } from '../kernel/vocabulary.ts';
import { sql, type RawBuilder } from '../platform/db/database.ts';
import { likePattern } from '../platform/db/like.ts';
import { chronologyProblems } from '../platform/http/chronology.ts';
import {
  booleanParameter,
  dateTimeParameter,
  PAGING_PARAMETERS,
  textParameter,
  type QueryParameter,
} from '../platform/http/query.ts';
import { RULE, SEARCHABLE } from './items.contract.ts';
import { conditionsOfWords, wordsParameter, type SearchWords } from './items.words.ts';

/** One filter that was given, as a condition over `i` and `r`, as criteria are. */
interface ItemFilter {
  readonly condition: RawBuilder<boolean>;
  /** The moment that a bound in time names. */
  readonly at?: Date;
}
type FilterParameter = QueryParameter<ItemFilter>;

/** The condition that one criterion would be. */
function compare(attribute: Attribute, comparison: Comparison): ItemFilter {
  return { condition: compileCriteria([[[[{ attribute, comparison, isNegated: false }]]]], RULE) };
}

/** The whole value against a pattern in which `*` stands for anything: what no operator of the criteria language asks. */
function matchPattern({ places, isMultiSelect }: Attribute, text: string): ItemFilter {
  const pattern = likePattern(text);
  const conditions = places.map(({ home, value }) =>
    home(
      isMultiSelect
        ? subquery(sql`EXISTS (
            SELECT 1 FROM unnest(string_to_array(${value(RULE)}, ';')) AS chosen WHERE fold(chosen) LIKE fold(${pattern}))`)
        : sql<boolean>`fold(${value(RULE)}) LIKE fold(${pattern})`,
    ),
  );
  return { condition: sql<boolean>`(${sql.join(conditions, sql` OR `)})` };
}

function textFilter(attribute: Attribute, description: string): FilterParameter {
  return {
    ...textParameter(`${description}: the whole text in any case; \`*\` stands for any characters.`),
    read(given, name) {
      const text = given.replaceAll(/\*+/g, '*');
      const wildcards = text.split('*').length - 1;
      if (!isStorable(text) || wildcards > MAX_WILDCARDS) return { problem: violation('invalidValue', name) };
      if (wildcards > 0) return { value: matchPattern(attribute, text) };
      const comparison: Comparison =
        attribute.type === 'option'
          ? { kind: 'option', values: [text] }
          : { kind: 'text', match: 'whole', text };
      return { value: compare(attribute, comparison) };
    },
  };
}

/** Exactly this value, read as criteria read it. */
function exactParameter(attribute: Attribute, description: string): FilterParameter {
  return {
    ...textParameter(`${description}.`),
    read(text) {
      const comparison = readValue({ attribute, operator: 'IS_EQUAL_TO' }, text);
      if (!Array.isArray(comparison)) return { value: compare(attribute, comparison) };
      return { problem: comparison[0] ?? violation('invalidValue', attribute.name) };
    },
  };
}

function switchParameter(attribute: Attribute, description: string): FilterParameter {
  const parameter = booleanParameter(`${description}.`);
  return {
    ...parameter,
    read(text, name) {
      const result = parameter.read(text, name);
      if ('problem' in result) return result;
      return { value: compare(attribute, { kind: 'order', sign: '=', value: String(result.value) }) };
    },
  };
}

function boundParameter(attribute: Attribute, sign: '>=' | '<=', description: string): FilterParameter {
  const parameter = dateTimeParameter(
    `${description}: ${sign === '>=' ? 'then or later' : 'then or earlier'}.`,
  );
  return {
    ...parameter,
    read(text, name) {
      const result = parameter.read(text, name);
      if ('problem' in result) return result;
      const value = formatZulu(result.value);
      return { value: { ...compare(attribute, { kind: 'order', sign, value }), at: result.value } };
    },
  };
}

/** The parameters of one attribute: by its name, and `…From` and `…To` for moments. */
function parametersOf(attribute: Attribute, description: string): [name: string, FilterParameter][] {
  const { name } = attribute;
  switch (attribute.type) {
    case 'text':
    case 'option':
      return [[name, textFilter(attribute, description)]];
    case 'guid':
    case 'number':
      return [[name, exactParameter(attribute, description)]];
    case 'boolean':
      return [[name, switchParameter(attribute, description)]];
    case 'date-time':
      return [
        [`${name}From`, boundParameter(attribute, '>=', description)],
        [`${name}To`, boundParameter(attribute, '<=', description)],
      ];
  }
}

/** Every filter of a workspace: what all have, and its own custom attributes by apiName. */
function filtersOf(attributes: readonly CustomAttribute[]): Record<string, FilterParameter> {
  const catalogue = createCatalogue(attributes);
  const named = [
    ...attributes.filter(({ world }) => world === ITEM_WORLD).map(({ guid, name }) => [guid, name] as const),
    ...Object.entries(SEARCHABLE),
  ];
  return Object.fromEntries(
    named.flatMap(([name, description]) => {
      const attribute = catalogue(name);
      if (attribute === undefined) throw new Error(`criteria know no ${name}`);
      return parametersOf(attribute, description);
    }),
  );
}

const criteriaParameter: QueryParameter<{ readonly json: unknown }> = {
  ...textParameter(
    'Criteria as an export has them, as JSON: only items that match them too. See the guide to criteria.',
  ),
  schema: Type.String({
    description: 'Criteria as an export has them, as JSON: only items that match them, and the filters.',
    examples: ['[[{"attribute":"number","operator":"STARTS_WITH","value":"900-"}]]'],
  }),
  read(text, name) {
    try {
      return { value: { json: JSON.parse(text) as unknown } };
    } catch (error) {
      if (error instanceof SyntaxError) return { problem: violation('invalidValue', name) };
      throw error;
    }
  },
};

/** The parameters of a search of a workspace. */
export function searchParametersOf(attributes: readonly CustomAttribute[]) {
  return {
    ...filtersOf(attributes),
    search: wordsParameter,
    criteria: criteriaParameter,
    ...PAGING_PARAMETERS,
  };
}

/** What the document shows: those that every workspace has. */
export const SEARCH_PARAMETERS = searchParametersOf([]);

/** What was given, by parameter; see {@link searchParametersOf}. */
type SearchValues = Readonly<Record<string, unknown>>;

/**
 * The conditions that a search comes to, all of which an item has to meet. Throws with all that is wrong with ranges of time and
 * with criteria.
 */
export function conditionsOf(
  values: SearchValues,
  {
    attributes,
    workspaceId,
  }: { readonly attributes: readonly CustomAttribute[]; readonly workspaceId: number },
): RawBuilder<boolean>[] {
  const filters = Object.entries(values).filter((entry): entry is [string, ItemFilter] => isFilter(entry[1]));
  const moments = new Map(filters.map(([name, { at }]) => [name, at]));
  const ranges = filters
    .map(([name]) => name.replace(/From$/, ''))
    .flatMap((name) => {
      const names = [`${name}From`, `${name}To`] as const;
      return chronologyProblems(names, moments.get(names[0]), moments.get(names[1]));
    });
  const { json } = (values['criteria'] ?? {}) as { readonly json?: unknown };
  const words = values['search'] as SearchWords | undefined;
  const { criteria, violations } = parseCriteria(json, attributes);
  failIfAny([...ranges, ...violations]);
  return [
    ...filters.map(([, { condition }]) => condition),
    ...(words === undefined ? [] : conditionsOfWords(words, workspaceId)),
    ...(criteria === undefined ? [] : [compileCriteria(criteria, RULE)]),
  ];
}

function isFilter(value: unknown): value is ItemFilter {
  return typeof value === 'object' && value !== null && 'condition' in value;
}
