import type { TSchema } from 'typebox';
import {
  ERROR_CATALOGUE,
  violation,
  wireCodeOf,
  type ErrorCodes,
  type ErrorName,
} from '../../kernel/errors.ts';
import { requiredFields, type OptionKeyword, type OwnKeywords } from './keywords.ts';
import {
  errorsOf,
  type AnswerDescription,
  type AnyOperation,
  type BodyDescription,
  type BodyForm,
  type DescribedHeaders,
  type Strictness,
} from './operation.ts';

type Json = Record<string, unknown>;

export interface ApiDescription extends Strictness {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Chapters, in their order, with what each is about. */
  readonly tags: Readonly<Record<string, string>>;
  readonly securitySchemes: Json;
  /** On every answer. */
  readonly headers: DescribedHeaders;
  /** Which numbers errors have. */
  readonly errorCodes: ErrorCodes;
}

/** The OpenAPI 3.1 document of operations. */
export function describeApi(operations: readonly AnyOperation[], api: ApiDescription): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.url.replace(/:([A-Za-z]+)/g, '{$1}');
    (paths[path] ??= {})[operation.method.toLowerCase()] = describeOperation(operation, api);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: api.title,
      version: api.version,
      description: api.description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    tags: Object.entries(api.tags).map(([name, description]) => ({ name, description })),
    security: Object.keys(api.securitySchemes).map((name) => ({ [name]: [] })),
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      securitySchemes: api.securitySchemes,
      headers: describeHeaders(api.headers),
    },
  };
}

function describeOperation(operation: AnyOperation, api: ApiDescription): Json {
  const { id, tag, summary, description, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(operation.isPublic === true && { security: [] }),
    parameters: parametersOf(operation),
    ...(body !== undefined && { requestBody: describeBody(body) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [status, describeAnswer(answer, api)]),
      ),
      ...describeErrors(operation, api),
    },
  };
}

function parametersOf({ path, query = {}, headers = {} }: AnyOperation): Json[] {
  const parameters = (place: string, said: DescribedHeaders): Json[] =>
    Object.entries(said).map(([name, one]) => ({
      in: place,
      name,
      required: place === 'path',
      ...describeValue(one),
    }));
  return [
    ...parameters('path', path),
    ...parameters(
      'query',
      Object.fromEntries(Object.entries(query).map(([name, { schema }]) => [name, schema])),
    ),
    ...parameters('header', headers),
  ];
}

/** What stands in a path, a query or a header: text, unless a schema says more. */
function describeValue(said: string | TSchema): Json {
  const { description, examples, ...schema } = (
    typeof said === 'string' ? { description: said, type: 'string' } : documented(said)
  ) as Json;
  const [example] = (examples as unknown[] | undefined) ?? [];
  return { description, schema, ...(example !== undefined && { example }) };
}

function describeHeaders(headers: DescribedHeaders): Json {
  return Object.fromEntries(Object.entries(headers).map(([name, said]) => [name, describeValue(said)]));
}

const JSON_TYPE = 'application/json';

function describeBody({ isRequired, others = [], ...first }: BodyDescription): Json {
  return {
    required: isRequired,
    content: Object.fromEntries([first, ...others].map(describeForm)),
  };
}

function describeForm({ schema, contentType = JSON_TYPE, examples }: BodyForm): [type: string, media: Json] {
  const described = Object.entries(examples).map(([summary, value], index) => [
    `example${index + 1}`,
    { summary, value },
  ]);
  return [contentType, { schema: documented(schema), examples: Object.fromEntries(described) as Json }];
}

function describeAnswer(answer: AnswerDescription, api: ApiDescription): Json {
  const { description, schema, contentType = JSON_TYPE, headers = {}, example } = answer;
  return {
    description,
    headers: {
      ...headersOfEvery(api),
      ...describeHeaders(headers),
    },
    ...(schema !== undefined && {
      content: {
        [contentType]: { schema: documented(schema), ...(example !== undefined && { example }) },
      },
    }),
  };
}

function headersOfEvery({ headers }: ApiDescription): Json {
  return Object.fromEntries(
    Object.keys(headers).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

/** One answer for each HTTP status, with every code that may stand in it and an example of each. */
function describeErrors(operation: AnyOperation, api: ApiDescription): Json {
  const byStatus = Map.groupBy(errorsOf(operation, api), (name) => ERROR_CATALOGUE[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [String(status), describeError(status, names, api)]),
  );
}

function describeError(status: number, names: readonly ErrorName[], api: ApiDescription): Json {
  const codes = [...new Set(names.map((name) => wireCodeOf(name, api.errorCodes)))].sort((a, b) => a - b);
  return {
    description: names
      .map((name) => `${wireCodeOf(name, api.errorCodes)}: ${ERROR_CATALOGUE[name].message}`)
      .join('\n\n'),
    headers: headersOfEvery(api),
    content: {
      [JSON_TYPE]: {
        schema: {
          type: 'object',
          additionalProperties: false,
          required: ['status', 'errors'],
          properties: {
            status: { const: status },
            errors: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['code', 'message'],
                properties: { code: { type: 'integer', enum: codes }, message: { type: 'string' } },
              },
            },
          },
        },
        examples: Object.fromEntries(
          names.map((name) => [
            name,
            {
              value: {
                status,
                errors: [
                  { code: wireCodeOf(name, api.errorCodes), message: violation(name, '…', '…').message },
                ],
              },
            },
          ]),
        ),
      },
    },
  };
}

const OWN_KEYWORDS: readonly string[] = [
  'options',
  'refused',
  'storable',
  'oneDirection',
  'documentedAs',
] satisfies (keyof OwnKeywords)[];

/** A schema in the document's words: without the keywords of our own, and without room for fields that it does not name. */
function documented(schema: TSchema): unknown {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { documentedAs, options, refused = [] } = value as Partial<OwnKeywords>;
    if (documentedAs !== undefined) return documentedAs;
    // What has a `type` that is a word is a schema; `properties` that happen to be called `type` have schemas for values.
    if (typeof (value as Json)['type'] !== 'string') return value;
    const plain = Object.fromEntries(
      Object.entries(value as Json).filter(([keyword]) => !OWN_KEYWORDS.includes(keyword)),
    );
    if (options !== undefined) return describeOption(plain, options, refused);
    return plain['properties'] === undefined ? plain : describeObject(plain);
  }) as unknown;
}

function describeOption(
  schema: Json,
  { values, aliases = {} }: OptionKeyword,
  refused: readonly string[],
): Json {
  const description = typeof schema['description'] === 'string' ? `${schema['description']} ` : '';
  return {
    ...schema,
    description: `${description}In any letter case.`,
    enum: [...values, ...Object.keys(aliases)].filter((one) => !refused.includes(one)),
  };
}

/** What has a default need not be sent. */
function describeObject(schema: Json): Json {
  return { additionalProperties: false, ...schema, required: requiredFields(schema) };
}
