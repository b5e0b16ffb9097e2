import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { violation, WaybillError } from '../../kernel/errors.ts';
import type { Log } from '../log/log.ts';
import { compressJson, createErrorHandler, sendError, toWaybillError } from './answer.ts';
import { parseQueryString } from './query.ts';

export const BODY_LIMIT_BYTES = 1_048_576;
/** A GUID of a path that is wrong is echoed, so long ones must reach the handler. */
const MAX_PARAM_LENGTH = 2_000;

export interface HttpServerSettings {
  readonly log: Log;
  /** The `Server` header. */
  readonly serverName: string;
  /** Asks GET for `Content-Type: application/json` too, as the reference does. */
  readonly strictContentType: boolean;
}

export type HttpServer = FastifyInstance;

/** Runs for a request that no route answers, before 404 or 405 is sent: a session's call counts all the same. */
export type UnroutedHook = (request: FastifyRequest) => Promise<void>;

/** A fastify server with this API's manners: error bodies, headers, JSON only, 405 with Allow. Routes come from the features. */
export function createHttpServer({ log, serverName, strictContentType }: HttpServerSettings, onUnrouted: UnroutedHook): HttpServer {
  const app: HttpServer = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { querystringParser: parseQueryString, maxParamLength: MAX_PARAM_LENGTH, ignoreTrailingSlash: true },
    frameworkErrors: (error, _request, reply) => sendError(reply as unknown as FastifyReply, toWaybillError(error, BODY_LIMIT_BYTES)),
    // Bodies and queries are checked by the features with the catalogue's codes; schemas only describe and serialize.
  });
  app.setValidatorCompiler(() => () => true);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const parsed = parseJson(String(body));
    if (parsed instanceof Error) done(parsed);
    else done(null, parsed);
  });

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('Server', serverName).header('X-Request-Id', request.id);
    if (strictContentType && request.method === 'GET' && request.url.startsWith('/v1/') && !isJson(request)) {
      throw new WaybillError([violation('unsupportedContentType')]);
    }
  });
  app.addHook('onSend', compressJson);
  app.addHook('onResponse', async (request, reply) => {
    log.info({ requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) }, 'request');
  });

  app.setErrorHandler(createErrorHandler(log, BODY_LIMIT_BYTES));
  refuseUnrouted(app, onUnrouted);
  return app;
}

/** 405 with `Allow` for a known path, 404 for any other. */
function refuseUnrouted(app: HttpServer, onUnrouted: UnroutedHook): void {
  const methodsByPath = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);
    const known = methodsByPath.get(url) ?? { pattern, methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one);
    methodsByPath.set(url, known);
  });
  app.setNotFoundHandler(async (request, reply) => {
    await onUnrouted(request);
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...methodsByPath.values()].filter(({ pattern }) => pattern.test(path)).flatMap((one) => [...one.methods]);
    if (methods.length === 0) throw new WaybillError([violation('noSuchEndpoint')]);
    void reply.header('Allow', [...new Set(methods)].sort().join(', '));
    throw new WaybillError([violation('methodNotAllowed')]);
  });
}

function isJson(request: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

/** An empty body is no body. `__proto__` is an ordinary, unknown field name, never a prototype. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return new WaybillError([violation('malformedRequest')]);
    throw error;
  }
}
