import { Type, type TSchema } from 'typebox';
import { distinct, failIfAny, violation, type Violation } from '../../kernel/errors.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, type Page } from '../../kernel/paging.ts';
import { isStorable } from '../../kernel/text.ts';
import { parseZulu } from '../../kernel/time.ts';
import { matchOption } from '../../kernel/vocabulary.ts';

/** Names and values as they came, decoded, blanks around them removed. */
export type RawQuery = Readonly<Record<string, readonly string[]>>;

/** One query parameter: what the document says of it and how its text is read. */
export interface QueryParameter<Value> {
  readonly schema: TSchema;
  readonly read: (text: string, name: string) => { value: Value } | { problem: Violation };
}

type Parameters = Readonly<Record<string, QueryParameter<unknown>>>;
/** The values given, by name. */
export type QueryValues<P extends Parameters> = {
  readonly [Name in keyof P]?: P[Name] extends QueryParameter<infer Value> ? Value : never;
};

export function textParameter(description: string): QueryParameter<string> {
  return {
    schema: Type.String({ description }),
    read: (value, name) => (isStorable(value) ? { value } : { problem: violation('invalidValue', name) }),
  };
}

/** Zulu, bare or inside double quotes, as the reference's examples have them. */
export function dateTimeParameter(description: string): QueryParameter<Date> {
  return {
    schema: Type.String({ description, format: 'date-time' }),
    read(text) {
      const value = parseZulu(text.replace(/^"(.*)"$/, '$1').trim());
      return value === undefined ? { problem: violation('invalidDateTime', text) } : { value };
    },
  };
}

export function booleanParameter(description: string): QueryParameter<boolean> {
  return {
    schema: Type.Boolean({ description }),
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
    schema: Type.String({ description, enum: [...options] }),
    read(text, name) {
      const value = matchOption(options, text);
      return value === undefined ? { problem: violation('invalidOption', text, name) } : { value };
    },
  };
}

/** An integer of at least `minimum`; PostgreSQL's integer is the ceiling of every counter here. */
export function integerParameter(
  minimum: number,
  problem: Violation,
  description: string,
): QueryParameter<number> {
  return {
    schema: Type.Integer({ description, minimum }),
    read(text) {
      const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= 2_147_483_647 ? { value } : { problem };
    },
  };
}

const pagingProblem = violation('invalidPaging');

/** `offset` and `limit`, for every list. */
export const PAGING_PARAMETERS = {
  offset: integerParameter(0, pagingProblem, 'How many results to leave out from the start. Default 0.'),
  limit: {
    schema: Type.Integer({
      description: 'How many results to answer with.',
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
    }),
    read(text: string) {
      const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      return value >= 1 && value <= MAX_LIMIT ? { value } : { problem: pagingProblem };
    },
  },
} satisfies Parameters;

export function pageOf(values: { readonly offset?: number; readonly limit?: number }): Page {
  return { offset: values.offset ?? 0, limit: values.limit ?? DEFAULT_LIMIT };
}

/**
 * Reads a query by its parameters' table. Throws with every violation: an unknown name, a name given twice, each bad value.
 */
export function readQuery<P extends Parameters>(parameters: P, query: RawQuery): QueryValues<P> {
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
