import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CATALOGUE } from '../kernel/errors.ts';
import { toWaybillError } from '../platform/http/answer.ts';
import { addOperation } from '../platform/http/operation.ts';
import { BODY_LIMIT_BYTES, type HttpServer } from '../platform/http/server.ts';
import { ACCESS_TAG } from './access.contract.ts';
import { originOf } from './origin.ts';
import { checkGrant, readTokenRequest } from './client-credentials.ts';
import { issueToken, type TokenPorts } from './clients.service.ts';
import {
  CLIENT_TOKEN_S,
  OAuthError,
  refusedClient,
  refusedRequest,
  TOKEN_BODIES,
  TOKEN_EXAMPLE,
  TOKEN_PATH,
  tokenAnswer,
  tokenBody,
  type Refusal,
  type TokenAnswer,
} from './oauth.contract.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const CHALLENGE = 'Basic realm="Waybill", charset="UTF-8"';

/** `POST /oauth2/token` in a room of its own: forms instead of JSON, and errors in the words of RFC 6749. */
export function registerOAuth(app: HttpServer, ports: TokenPorts): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (_request, body, done) => {
      done(null, new URLSearchParams(String(body)));
    });
    scope.addHook('onRequest', async (_request, reply) => {
      void reply.header('Cache-Control', 'no-store').header('Pragma', 'no-cache');
    });
    scope.setErrorHandler(refuse);
    addTokenOperation(scope, ports);
  });
}

function addTokenOperation(app: HttpServer, ports: TokenPorts): void {
  addOperation(app, {
    method: 'POST',
    url: TOKEN_PATH,
    id: 'getToken',
    tag: ACCESS_TAG,
    summary: 'Get a token for a machine client',
    description:
      'OAuth 2.0 client credentials (RFC 6749 §4.4). The client sends its id and secret by HTTP Basic or in the body, never both. `waybill client add` makes a client.',
    isPublic: true,
    path: {},
    body: { schema: tokenBody, isRequired: true, contentType: FORM_TYPE, examples: TOKEN_BODIES },
    answers: {
      200: { description: 'The token.', schema: tokenAnswer, example: TOKEN_EXAMPLE },
      400: {
        description: 'The request is refused.',
        schema: refusedRequest,
        example: { error: 'invalid_request', error_description: 'A parameter is sent more than once.' },
      },
      401: {
        description: 'The client is unknown, was revoked, or its secret is wrong.',
        schema: refusedClient,
        headers: { 'WWW-Authenticate': 'How to authenticate: HTTP Basic.' },
        example: { error: 'invalid_client', error_description: 'The client credentials are not valid.' },
      },
    },
    refusesInOwnWords: true,
    handle: async ({ request, body }): Promise<TokenAnswer> => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      const asked = readTokenRequest(form, request.headers.authorization);
      // The grant is looked at later: only a client that is known learns what it could have.
      const token = await issueToken(ports, {
        credentials: asked.credentials,
        origin: originOf(request),
        check: () => {
          checkGrant(asked);
        },
      });
      if (token === undefined)
        throw new OAuthError('invalid_client', 'The client credentials are not valid.');
      return { access_token: token, token_type: 'Bearer', expires_in: CLIENT_TOKEN_S };
    },
  });
}

/** Faults are answered as everywhere. */
function refuse(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message } = error instanceof OAuthError ? error : asRefusal(error);
  if (code === 'invalid_client') void reply.header('WWW-Authenticate', CHALLENGE);
  return answer(reply.code(code === 'invalid_client' ? 401 : 400), {
    error: code,
    error_description: message,
  });
}

function answer(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.type('application/json').send(JSON.stringify(refusal));
}

/** A wrong content type, a body that is too large, a query: all of it is an invalid request, in characters that the RFC allows. */
function asRefusal(error: unknown): OAuthError {
  const known = toWaybillError(error, BODY_LIMIT_BYTES);
  if (known.status >= ERROR_CATALOGUE.systemError.status) throw error;
  const description = known.message.replaceAll('"', "'").replace(/[^\x20-\x7e]|\\/g, '?');
  return new OAuthError('invalid_request', description);
}
