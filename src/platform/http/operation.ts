import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { ErrorName } from '../../kernel/errors.ts';
import { readQuery, type QueryParameters, type QueryValues, type RawQuery } from './query.ts';
import type { HttpServer } from './server.ts';

/** The names after the colons of a route's URL. */
type PathNames<Url extends string> = Url extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathNames<`/${Rest}`>
  : Url extends `${string}:${infer Name}`
    ? Name
    : never;

export type Method = 'GET' | 'POST' | 'PUT';

/** Headers by name: what each says, or a schema with a description for those that are more than text. */
export type DescribedHeaders = Readonly<Record<string, string | TSchema>>;

/** A success, or a refusal in words of its own, for the document. */
export interface AnswerDescription {
  readonly description: string;
  /** Without one the answer has no body. */
  readonly schema?: TSchema;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Headers beside those of every answer. */
  readonly headers?: DescribedHeaders;
  readonly example?: unknown;
}

/** A form of a body. */
export interface BodyForm {
  readonly schema: TSchema;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Bodies to try, by a name that says what each is for. */
  readonly examples: Readonly<Record<string, unknown>>;
}

export interface BodyDescription extends BodyForm {
  /** Whether a request without a body is refused. */
  readonly isRequired: boolean;
  /** Further forms in which it may come. */
  readonly others?: readonly BodyForm[];
}

/** What a handler is given. */
export interface Call<Query extends QueryParameters, Url extends string> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The path's parts, decoded, as received. */
  readonly params: Readonly<Record<PathNames<Url>, string>>;
  /** Checked: a bad or unknown parameter is answered before the handler. */
  readonly query: QueryValues<Query>;
  /** Not checked: see {@link ./body.ts}. */
  readonly body: unknown;
}

/** One route: what it does and everything that openapi.json says of it. */
export interface Operation<Query extends QueryParameters, Url extends string> {
  readonly method: Method;
  /** The body is a file, and may take as long as it comes; see {@link ./body-timeout.ts}. */
  readonly takesFile?: boolean;
  /** The handler answers HEAD by itself; else a GET's answer to HEAD is that to GET without its body. */
  readonly answersHead?: boolean;
  readonly url: Url;
  /** Names the operation in generated clients: `listRuns`. */
  readonly id: string;
  /** The chapter of the document. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Answered without a session and counted against no allowance. */
  readonly isPublic?: boolean;
  /** What each part of the path names. */
  readonly path: Readonly<Record<PathNames<Url>, string>>;
  readonly query?: Query;
  /** Request headers beside those of every request. */
  readonly headers?: DescribedHeaders;
  readonly body?: BodyDescription;
  readonly answers: Readonly<Record<number, AnswerDescription>>;
  /** Its refusals stand among `answers`, in a form that another standard asks for; of the catalogue it answers only faults. */
  readonly refusesInOwnWords?: boolean;
  /** Beside those that follow from what the operation takes; see {@link errorsOf}. */
  readonly errors?: readonly ErrorName[];
  readonly handle: (call: Call<Query, Url>) => Promise<unknown>;
}

/** An operation without its types, for the document. */
export type AnyOperation = Omit<Operation<QueryParameters, string>, 'handle' | 'path'> & {
  readonly path: Readonly<Record<string, string>>;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route is; those without one stand in no document. */
    operation?: AnyOperation;
  }
}

/** Registers a route. Its answer to GET goes for HEAD too. */
export function addOperation<const Url extends string, Query extends QueryParameters = QueryParameters>(
  app: HttpServer,
  operation: Operation<Query, Url>,
): void {
  const { handle, ...description } = operation;
  const parameters = operation.query ?? ({} as Query);
  app.route({
    method: operation.answersHead === true ? [operation.method, 'HEAD'] : operation.method,
    url: operation.url,
    config: {
      operation: description,
      ...(operation.isPublic === true && { public: true }),
      ...(operation.takesFile === true && { takesFile: true }),
    },
    handler: async (request, reply) => {
      const [status] = Object.keys(operation.answers);
      void reply.code(Number(status));
      return handle({
        request,
        reply,
        params: request.params as Record<PathNames<Url>, string>,
        query: readQuery(parameters, request.query as RawQuery),
        body: request.body,
      });
    },
  });
}

/** How a server differs from its defaults in what it refuses. */
export interface Strictness {
  /** GET below /v1 has to say `Content-Type: application/json`. */
  readonly strictContentType: boolean;
}

/** What any request may be answered: a malformed one, a parameter nobody knows, a fault, a database that is away. */
const OF_FAULTS: readonly ErrorName[] = ['systemError', 'unavailable'];
const OF_EVERY: readonly ErrorName[] = ['malformedRequest', 'notSearchable', ...OF_FAULTS];
const OF_SESSIONS: readonly ErrorName[] = ['unauthenticated', 'addressNotAllowed', 'allowanceSpent'];
const OF_QUERIES: readonly ErrorName[] = ['invalidValue'];
/** Those that may carry a body, asked for or not. */
const OF_WRITES: readonly ErrorName[] = ['unsupportedContentType', 'bodyTooLarge'];
const OF_BODIES: readonly ErrorName[] = ['required', 'invalidValue', 'notCreatable'];

/** Every error that an operation can answer with, each once. */
export function errorsOf(operation: AnyOperation, { strictContentType }: Strictness): readonly ErrorName[] {
  if (operation.refusesInOwnWords === true) return OF_FAULTS;
  const isAskedForType = strictContentType && operation.url.startsWith('/v1/');
  return [
    ...new Set([
      ...OF_EVERY,
      ...(operation.isPublic === true ? [] : OF_SESSIONS),
      ...(Object.keys(operation.path).length === 0 ? [] : (['invalidGuid'] as const)),
      ...(operation.query === undefined ? [] : OF_QUERIES),
      ...Object.values(operation.query ?? {}).flatMap(({ errors }) => errors),
      ...(operation.method === 'GET' ? [] : OF_WRITES),
      ...(operation.method === 'GET' || operation.isPublic === true ? [] : (['forged'] as const)),
      ...(isAskedForType ? (['unsupportedContentType'] as const) : []),
      ...(operation.body === undefined ? [] : OF_BODIES),
      ...(operation.errors ?? []),
    ]),
  ];
}
