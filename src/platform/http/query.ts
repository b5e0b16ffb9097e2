import { Type, type TSchema } from 'typebox';
import { distinct, failIfAny, violation, type ErrorName, type Violation } from '../../kernel/errors.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, type Page } from '../../kernel/paging.ts';
import { isStorable } from '../../kernel/text.ts';
import { parseZulu } from '../../kernel/time.ts';
import { matchOption } from '../../kernel/vocabulary.ts';
import { option } from './schemas.ts';

/** Names and values as they came, decoded, blanks around them removed. */
export type RawQuery = Readonly<Record<string, readonly string[]>>;

/** One query parameter: what the document says of it and how its text is read. */
export interface QueryParameter<Value> {
  readonly schema: TSchema;
  /** What a wrong text is answered with. */
  readonly errors: readonly ErrorName[];
  readonly read: (text: string, name: string) => { value: Value } | { problem: Violation };
}

/** The parameters of one route, by name. */
export type QueryParameters = Readonly<Record<string, QueryParameter<unknown>>>;
/** The values given, by name. */
export type QueryValues<P extends QueryParameters> = {
  readonly [Name in keyof P]?: P[Name] extends QueryParameter<infer Value> ? Value : never;
};

export function textParameter(description: string): QueryParameter<string> {
  return {
    schema: Type.String({ description }),
    errors: ['invalidValue'],
    read: (value, name) => (isStorable(value) ? { value } : { problem: violation('invalidValue', name) }),
  };
}

/** Zulu, bare or inside double quotes, as the reference's examples have them. */
export function dateTimeParameter(description: string): QueryParameter<Date> {
  return {
    schema: Type.String({ description, examples: ['2026-03-09T21:18:46Z'] }),
    errors: ['invalidDateTime'],
    read(text) {
      const value = parseZulu(text.replace(/^"(.*)"$/, '$1').trim());
      return value === undefined ? { problem: violation('invalidDateTime', text) } : { value };
    },
  };
}

export function booleanParameter(description: string): QueryParameter<boolean> {
  return {
    schema: Type.Boolean({ description }),
    errors: ['invalidBoolean'],
    read: (text, name) =>
      text === 'true' || text === 'false'
        ? { value: text === 'true' }
        : { problem: violation('invalidBoolean', text, name) },
  };
}

export function optionParameter<Option extends string>(
  options: readonly Option[],
  description: string,
): QueryParameter<Option> {
  return {
    schema: option(options, { description }),
    errors: ['invalidOption'],
    read(text, name) {
      const value = matchOption(options, text);
      return value === undefined ? { problem: violation('invalidOption', text, name) } : { value };
    },
  };
}

/** PostgreSQL's integer: the ceiling of every counter here. */
const MAX_INTEGER = 2_147_483_647;

/** An integer of at least `minimum`. */
export function integerParameter(
  minimum: number,
  problem: Violation,
  description: string,
): QueryParameter<number> {
  return {
    schema: Type.Integer({ description, minimum, maximum: MAX_INTEGER }),
    errors: [problem.name],
    read(text) {
      const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= MAX_INTEGER ? { value } : { problem };
    },
  };
}

/** The parameter, with what the handler takes for it when it is not there. */
function withDefault<Value>(parameter: QueryParameter<Value>, value: Value): QueryParameter<Value> {
  return { ...parameter, schema: { ...parameter.schema, default: value } };
}

const pagingProblem = violation('invalidPaging');

/** How many of something to answer with, {@link MAX_LIMIT} at most. */
export function limitParameter(description: string, byDefault: number): QueryParameter<number> {
  return {
    schema: Type.Integer({ description, minimum: 1, maximum: MAX_LIMIT, default: byDefault }),
    errors: ['invalidPaging'],
    read(text) {
      const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      return value >= 1 && value <= MAX_LIMIT ? { value } : { problem: pagingProblem };
    },
  };
}

/** `offset` and `limit`, for every list. */
export const PAGING_PARAMETERS = {
  offset: withDefault(integerParameter(0, pagingProblem, 'How many results to leave out from the start.'), 0),
  limit: limitParameter('How many results to answer with.', DEFAULT_LIMIT),
} satisfies QueryParameters;

export function pageOf(values: { readonly offset?: number; readonly limit?: number }): Page {
  return { offset: values.offset ?? 0, limit: values.limit ?? DEFAULT_LIMIT };
}

/**
 * Reads a query by its parameters' table. Throws with every violation: an unknown name, a name given twice, each bad value.
 */
export function readQuery<P extends QueryParameters>(parameters: P, query: RawQuery): QueryValues<P> {
  const problems: Violation[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(query)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const [text] = texts;
    if (parameter === undefined) problems.push(violation('notSearchable', name));
    else if (texts.length > 1 || text === undefined) problems.push(violation('invalidValue', name));
    else {
      const result = parameter.read(text, name);
      if ('problem' in result) problems.push(result.problem);
      else values[name] = result.value;
    }
  }
  failIfAny(distinct(problems));
  return values as QueryValues<P>;
}

/** For fastify: text of a query string to names and values. Bytes that are not UTF-8 become U+FFFD. */
export function parseQueryString(text: string): Record<string, string[]> {
  const query = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of new URLSearchParams(text)) (query[name.trim()] ??= []).push(value.trim());
  return query;
}
