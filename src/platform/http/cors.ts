import fastifyCors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const ANY = '*';
const A_DAY_S = 86_400;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT'];
/** What pages may send. The reference's connector asks for `access-control-allow-origin`, an answer's header, in its preflight. */
const REQUEST_HEADERS = [
  'arena_session_id',
  'authorization',
  'content-type',
  'idempotency-key',
  'range',
  'access-control-allow-origin',
  'prefer',
  'if-none-match',
  'if-range',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
  'arena-usage-reason',
  'accept',
];
/** What pages may read, beside the few headers that browsers always show. */
const RESPONSE_HEADERS = [
  'X-Arena-Requests-Remaining',
  'X-Arena-Next-Request-Limit-Reset',
  'X-Request-Id',
  'Content-Disposition',
  'ETag',
  'Repr-Digest',
  'Content-Range',
  'Accept-Ranges',
  'Preference-Applied',
  'Retry-After',
];

/**
 * Lets pages of these origins call the API; `*` is any, and none leaves every answer without CORS headers. Only origins that are named may
 * send cookies. Register it before every other hook: so preflights need no session, and refusals have the headers too.
 */
export function registerCors(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook('onRoute', (route) => {
    // The library's own route, for what is no preflight: answered as every other path that has no such method.
    if (route.url === ANY) route.config = { ...route.config, public: true };
  });
  // Called rather than registered: a plugin's hooks would come after those that are added while it waits its turn.
  fastifyCors(
    app,
    {
      delegator: (request, done) => {
        done(null, optionsFor(request, origins));
      },
    },
    () => undefined,
  );
}

function optionsFor({ headers }: FastifyRequest, origins: readonly string[]) {
  const named = origins.find((one) => one !== ANY && one === headers.origin);
  if (named === undefined && !origins.includes(ANY)) return { origin: false };
  return {
    origin: named ?? ANY,
    credentials: named !== undefined,
    methods: METHODS,
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: RESPONSE_HEADERS,
    maxAge: A_DAY_S,
    preflight: headers.origin !== undefined && headers['access-control-request-method'] !== undefined,
  };
}
