import type { FastifyReply, FastifyRequest } from 'fastify';

/** The header and the cookie that a session's token comes in. */
export const SESSION_NAME = 'arena_session_id';

/** The token of a request: header, Bearer or cookie, in this order. The first one sent counts, right or wrong. */
export function tokenOf(request: FastifyRequest): string | undefined {
  return sentTokenOf(request) ?? cookieOf(request.headers.cookie ?? '');
}

/** The token that whoever made the request has put there: a browser adds the cookie by itself. */
export function sentTokenOf({ headers }: FastifyRequest): string | undefined {
  const { authorization, [SESSION_NAME]: header } = headers;
  if (typeof header === 'string') return header.trim();
  return /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}

/** RFC 6265: a value may stand in double quotes. */
function cookieOf(header: string): string | undefined {
  return header
    .split(';')
    .map((one) => one.trim().split('='))
    .find(([name]) => name?.trim() === SESSION_NAME)?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
}

/**
 * Has the browser keep a token, or forget it (undefined). No script can read it (HttpOnly) and no other site's request carries it
 * (SameSite). It ends with the browser, or with the session.
 */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string | undefined,
): void {
  const attributes = [
    `${SESSION_NAME}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    // Over plain http a browser would drop it, but for localhost.
    ...(request.protocol === 'https' ? ['Secure'] : []),
    ...(token === undefined ? ['Max-Age=0'] : []),
  ];
  void reply.header('Set-Cookie', attributes.join('; '));
}
