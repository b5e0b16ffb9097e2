import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { unavailable, violation, WaybillError, type ErrorCodes } from '../../kernel/errors.ts';
import type { Log } from '../log/log.ts';
import { createProxyTrust, isForwardedByStranger } from './addresses.ts';
import { compressJson, createErrorHandler, sendError, toWaybillError } from './answer.ts';
import { limitBodies } from './body-timeout.ts';
import { registerCors } from './cors.ts';
import { parseQueryString } from './query.ts';
import type {} from './route-config.ts';
import { usageReasonOf } from './usage-reason.ts';

export const BODY_LIMIT_BYTES = 1_048_576;
/** A GUID of a path that is wrong is echoed, so each must reach the handler: Node takes no more than 16 KiB of path and headers. */
const MAX_PARAM_LENGTH = 16_384;
/** For the head of a request, and for its body. */
const REQUEST_TIMEOUT_MS = 30_000;

/** What a browser does not have to be told by a page: files are what they are said to be, and no address is passed on. */
const SAFETY = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

export interface HttpServerSettings {
  readonly log: Log;
  /** The `Server` header. */
  readonly serverName: string;
  /** Asks GET for `Content-Type: application/json` too, as the reference does. */
  readonly strictContentType: boolean;
  readonly errorCodes: ErrorCodes;
  /** Whose pages may call from a browser; see {@link registerCors}. */
  readonly corsOrigins: readonly string[];
  /** Addresses and ranges of proxies whose word on where a request comes from counts. */
  readonly trustedProxies: readonly string[];
}

export type HttpServer = FastifyInstance;

/** Runs for a request that no route answers, before 404 or 405 is sent: a session's call counts all the same. */
export type UnroutedHook = (request: FastifyRequest) => Promise<void>;

/** A fastify server with this API's manners: error bodies, headers, JSON only, 405 with Allow. Routes come from the features. */
export function createHttpServer(
  { log, serverName, strictContentType, errorCodes, corsOrigins, trustedProxies }: HttpServerSettings,
  onUnrouted: UnroutedHook,
): HttpServer {
  const app: HttpServer = fastify({
    logger: false,
    // Of nobody else: everybody can write a header.
    trustProxy: trustedProxies.length > 0 && createProxyTrust(trustedProxies),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    // Of bodies: by limitBodies.
    requestTimeout: 0,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    // We refuse by ourselves what comes while we close: in our form, with Retry-After.
    return503OnClosing: false,
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    clientErrorHandler(error, socket) {
      refuseUnreadable(error, socket, serverName);
    },
    routerOptions: {
      querystringParser: parseQueryString,
      maxParamLength: MAX_PARAM_LENGTH,
      ignoreTrailingSlash: true,
    },
    frameworkErrors(error, _request, reply) {
      void sendError(reply, toWaybillError(error, BODY_LIMIT_BYTES), errorCodes);
    },
    // Bodies and queries are checked by the features with the catalogue's codes; schemas only describe and serialize.
  });
  app.setValidatorCompiler(() => () => true);
  // The serializer made from a schema writes optional fields last; clients see the fields in the order of the reference's page.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const parsed = parseJson(String(body));
    if (parsed instanceof Error) done(parsed);
    else done(null, parsed);
  });

  // Hooks with nothing to wait for call back: a promise each would cost every request more than what they do.
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...SAFETY, Server: serverName, 'X-Request-Id': request.id });
    done();
  });
  limitBodies(app, REQUEST_TIMEOUT_MS, (socket, isAnswered) => {
    if (isAnswered) socket.destroy();
    else refuseUnreadable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket, serverName);
  });
  tellOfUntrustedProxy(app, log);
  registerCors(app, corsOrigins);
  if (strictContentType) {
    // Where bodies are looked at, after the session: such a call counts, as every other that is refused.
    app.addHook('preParsing', async (request) => {
      const isAsked = request.method === 'GET' && !request.is404 && request.url.startsWith('/v1/');
      if (isAsked && !isJson(request)) throw new WaybillError([violation('unsupportedContentType')]);
    });
  }
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    if (isClosing) done(unavailable());
    else done();
  });
  closeSilentConnections(app);
  // An answer that was under way when the server began to close: its connection would else be kept for the next request, and closing waits.
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('Connection', 'close');
  });
  app.addHook('onSend', compressJson);
  app.addHook('onResponse', (request, reply, done) => {
    if (log.isLevelEnabled('info'))
      log.info(
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url,
          status: reply.statusCode,
          durationMs: Math.round(reply.elapsedTime),
          usageReason: usageReasonOf(request),
        },
        'request',
      );
    done();
  });

  app.setErrorHandler(createErrorHandler({ log, bodyLimitBytes: BODY_LIMIT_BYTES, errorCodes }));
  refuseUnrouted(app, onUnrouted);
  return app;
}

/** Behind a proxy that is not trusted all clients are one: a list of addresses or too many wrong logins would be about all of them. */
function tellOfUntrustedProxy(app: HttpServer, log: Log): void {
  let isTold = false;
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isTold && isForwardedByStranger(request)) {
      isTold = true;
      log.warn(
        { proxy: request.socket.remoteAddress },
        'a request has X-Forwarded-For from a peer that is no trusted proxy: its client address is that of the connection; see WAYBILL_TRUSTED_PROXIES',
      );
    }
    done();
  });
}

/** Browsers and HTTP clients open connections ahead of need. One that has asked nothing yet counts as busy in Node: closing would wait for it. */
function closeSilentConnections(app: HttpServer): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }: { socket: Socket }) => silent.delete(socket));
  app.addHook('preClose', async () => {
    app.server.on('connection', (socket: Socket) => socket.destroy());
    for (const socket of silent) socket.destroy();
  });
}

/** 405 with `Allow` for a known path, 404 for any other. */
function refuseUnrouted(app: HttpServer, onUnrouted: UnroutedHook): void {
  const methodsByPath = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(
      `^${url
        .replace(/[.]/g, '\\.')
        .replace('*', '.*')
        .replace(/:[A-Za-z]+/g, '[^/]+')}/?$`,
    );
    const known = methodsByPath.get(url) ?? { pattern, methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one);
    methodsByPath.set(url, known);
  });
  app.setNotFoundHandler(async (request, reply) => {
    await onUnrouted(request);
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...methodsByPath.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((one) => [...one.methods]);
    // A route for files has no file of this name.
    const isNothingThere = methods.length === 0 || methods.includes(request.method);
    if (isNothingThere) throw new WaybillError([violation('noSuchEndpoint')]);
    void reply.header('Allow', [...new Set(methods)].sort().join(', '));
    throw new WaybillError([violation('methodNotAllowed')]);
  });
}

/** Text in a path that does not decode stands for itself: it names nothing, as any other wrong GUID, and is answered as one. */
function readableUrl(url: string): string {
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  if (!path.includes('%')) return url;
  const segments = path
    .split('/')
    .map((segment) => (decodes(segment) ? segment : segment.replaceAll('%', '%25')));
  return segments.join('/') + url.slice(path.length);
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

const UNREADABLE_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** For bytes that are no HTTP request: there is no request to answer, only a socket to write to and close. */
function refuseUnreadable({ code = '' }: { code?: string }, socket: Socket, serverName: string): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = UNREADABLE_STATUS[code] ?? 400;
  const { code: errorCode, message } = violation('malformedRequest');
  const body = JSON.stringify({ status, errors: [{ code: errorCode, message }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Server: ${serverName}`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
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
