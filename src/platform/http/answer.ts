import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ERROR_CATALOGUE,
  unavailable,
  violation,
  WaybillError,
  wireCodeOf,
  type ErrorCodes,
} from '../../kernel/errors.ts';
import { isDatabaseUnavailable } from '../db/availability.ts';
import { SearchTimeoutError } from '../db/search-lanes.ts';
import type { Log } from '../log/log.ts';
import { hasHungUp } from './hang-up.ts';

const gzipAsync = promisify(gzip);
/** Below this, compressing costs more than it saves on the wire. */
const GZIP_FROM_BYTES = 1_024;

/** What fastify itself refuses, in our catalogue's words. */
const FRAMEWORK_ERRORS: Readonly<Record<string, (bodyLimitBytes: number) => WaybillError>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new WaybillError([violation('unsupportedContentType')]),
  FST_ERR_CTP_BODY_TOO_LARGE: (limit) => new WaybillError([violation('bodyTooLarge', limit)]),
};

/** The one place where anything thrown becomes an answer. What is not ours to tell is logged, never sent. */
export function toWaybillError(error: unknown, bodyLimitBytes: number): WaybillError {
  if (error instanceof WaybillError) return error;
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : FRAMEWORK_ERRORS[code];
  if (known !== undefined) return known(bodyLimitBytes);
  // Before the database is looked at: a client that hangs up in its body is an ECONNRESET too.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new WaybillError([violation('malformedRequest')]);
  if (error instanceof SearchTimeoutError && error.wasSlow)
    return new WaybillError([violation('searchTooSlow', error.limitMs / 1_000)]);
  if (error instanceof SearchTimeoutError || isDatabaseUnavailable(error)) return unavailable();
  return new WaybillError([violation('systemError')]);
}

export function sendError(reply: FastifyReply, error: WaybillError, codes: ErrorCodes): FastifyReply {
  return reply
    .code(error.status)
    .headers(error.headers)
    .type('application/json')
    .send(
      JSON.stringify({
        status: error.status,
        errors: error.violations.map(({ name, message }) => ({ code: wireCodeOf(name, codes), message })),
      }),
    );
}

/** Whether work was stopped because its client had gone: nobody's fault, and the answer goes nowhere. */
function isGivenUp(error: unknown, reply: FastifyReply): boolean {
  return hasHungUp(reply) && error instanceof DOMException && error.name === 'AbortError';
}

/** Handler for everything thrown under a route. */
export function createErrorHandler(settings: {
  readonly log: Log;
  readonly bodyLimitBytes: number;
  readonly errorCodes: ErrorCodes;
}) {
  const { log, bodyLimitBytes, errorCodes } = settings;
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const answer = toWaybillError(error, bodyLimitBytes);
    if (answer.status >= ERROR_CATALOGUE.systemError.status && !isGivenUp(error, reply)) {
      log.error(
        { requestId: request.id, method: request.method, route: request.routeOptions.url, err: error },
        'request failed',
      );
    }
    return sendError(reply, answer, errorCodes);
  };
}

/** JSON over 1 KiB is compressed for who accepts it, still with a Content-Length. */
export async function compressJson(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' || Buffer.byteLength(payload) <= GZIP_FROM_BYTES) return payload;
  if (!String(reply.getHeader('content-type') ?? '').startsWith('application/json')) return payload;
  const varies = reply.getHeader('vary');
  void reply.header('Vary', [...(varies === undefined ? [] : [varies]), 'Accept-Encoding'].join(', '));
  if (!acceptsGzip(request.headers['accept-encoding'])) return payload;
  const body = await gzipAsync(payload, { level: 1 });
  void reply.header('Content-Encoding', 'gzip').header('Content-Length', body.length);
  return body;
}

/** RFC 9110: what is said of gzip itself counts, else what is said of `*`; a weight of 0 is a no. */
function acceptsGzip(header: string | string[] | undefined): boolean {
  const accepted = new Map<string | undefined, boolean>();
  for (const one of String(header ?? '').split(',')) {
    const [coding, ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
    accepted.set(coding, !parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter)));
  }
  return accepted.get('gzip') ?? accepted.get('*') ?? false;
}
