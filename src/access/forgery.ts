import type { FastifyRequest } from 'fastify';

/** What changes nothing may be asked for by any page: it cannot read the answer. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a browser says of a request that its own page, or the person at it, has made. */
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Whether a page of somebody else has its visitor's browser make a request, which sends the cookie along by itself. Browsers tell where a
 * request comes from (Fetch Metadata over TLS and on this machine, else Origin); programs tell nothing.
 */
export function isForged({ method, headers }: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { host, origin, 'sec-fetch-site': site } = headers;
  if (SAFE_METHODS.has(method) || (origin !== undefined && allowedOrigins.includes(origin))) return false;
  if (site !== undefined) return !OWN_SITES.has(site);
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
