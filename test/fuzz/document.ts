import fc from 'fast-check';

/** As much of a JSON schema as openapi.json uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly schema: Schema;
  readonly example?: string | number | boolean;
}

interface DescribedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<
        string,
        { readonly schema: Schema; readonly examples: Readonly<Record<string, { readonly value: unknown }>> }
      >
    >;
  };
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

/** An operation as requests to it are made. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Parameter[];
  readonly headers: readonly Parameter[];
  readonly body:
    | { readonly contentType: string; readonly schema: Schema; readonly examples: readonly unknown[] }
    | undefined;
}

export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => {
      const [content] = Object.entries(requestBody?.content ?? {});
      return {
        method: method.toUpperCase(),
        path,
        query: parameters.filter((one) => one.in === 'query'),
        headers: parameters.filter((one) => one.in === 'header'),
        body: content && {
          contentType: content[0],
          schema: content[1].schema,
          examples: Object.values(content[1].examples).map(({ value }) => value),
        },
      };
    }),
  );
}

const TEXT_BEYOND = 5;
const SHORT_TEXT = 40;
const MANY = 3;

/** A value that a schema allows, or nearly: at its bounds, and one beyond. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valueOf));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer': {
      const { minimum = 0, maximum = 2 ** 31 - 1 } = schema;
      return fc.oneof(
        fc.integer({ min: minimum, max: Math.min(maximum, minimum + 50) }),
        fc.constantFrom(minimum - 1, minimum, maximum, maximum + 1),
      );
    }
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { maxLength: MANY });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valueOf(one)]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case 'string':
    default:
      return textOf(schema.maxLength);
  }
}

function textOf(maxLength: number | undefined): fc.Arbitrary<string> {
  const short = fc.string({ maxLength: Math.min(maxLength ?? SHORT_TEXT, SHORT_TEXT) });
  if (maxLength === undefined) return short;
  return fc.oneof(
    { weight: 9, arbitrary: short },
    {
      weight: 1,
      arbitrary: fc
        .nat(TEXT_BEYOND * 2)
        .map((more) => 'x'.repeat(Math.max(0, maxLength - TEXT_BEYOND + more))),
    },
  );
}
