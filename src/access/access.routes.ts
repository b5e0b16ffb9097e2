import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/errors.ts';
import { formatInTimeZone } from '../kernel/time.ts';
import type { Database } from '../platform/db/database.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer, UnroutedHook } from '../platform/http/server.ts';
import {
  ACCESS_TAG,
  loginAnswer,
  loginBody,
  LOGIN_BODIES,
  LOGIN_EXAMPLE,
  type Caller,
} from './access.contract.ts';
import { login } from './access.service.ts';
import { deleteSession, findCaller } from './access.store.ts';
import type { Allowance } from './allowance.ts';
import { isForged } from './forgery.ts';
import { registerOAuth } from './oauth.routes.ts';

export interface AccessPorts {
  readonly db: Database;
  readonly allowance: Allowance;
  /** A login ends the user's older sessions in the workspace. */
  readonly singleSession: boolean;
  /** Whose pages may use a visitor's cookie. */
  readonly corsOrigins: readonly string[];
}

const SESSION_NAME = 'arena_session_id';

/** The token of a request: header, Bearer or cookie, in this order. The first one sent counts, right or wrong. */
function tokenOf(request: FastifyRequest): string | undefined {
  return sentTokenOf(request) ?? cookieOf(request.headers.cookie ?? '');
}

/** The token that whoever made the request has put there: a browser adds the cookie by itself. */
function sentTokenOf({ headers }: FastifyRequest): string | undefined {
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

async function callerBy(
  request: FastifyRequest,
  db: Database,
  how?: { readonly keepsAlive: boolean },
): Promise<Caller | undefined> {
  const token = tokenOf(request);
  return token === undefined ? undefined : findCaller(db, token, how);
}

/** For a request that no route answers: a session's call counts, a missing or wrong session is not the news. */
export function createUnroutedHook({ db, allowance }: AccessPorts): UnroutedHook {
  return async (request) => {
    request.caller = await callerBy(request, db);
    if (request.caller !== undefined) await spend(request, request.caller, allowance);
  };
}

async function spend(request: FastifyRequest, caller: Caller, allowance: Allowance): Promise<void> {
  request.allowanceState = await allowance.spend(caller.workspaceId);
}

/** Sessions for every route that does not say `public`, and the allowance headers on every answer. */
export function registerAccess(app: HttpServer, ports: AccessPorts): void {
  const { db, allowance, corsOrigins } = ports;
  app.decorateRequest('isLoggedIn', async function (this: FastifyRequest) {
    return (await callerBy(this, db, { keepsAlive: false })) !== undefined;
  });
  app.decorateRequest('caller', undefined);
  app.decorateRequest('allowanceState', undefined);

  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.public === true) return;
    request.caller = await callerBy(request, db);
    if (request.caller === undefined) fail('unauthenticated');
    if (sentTokenOf(request) === undefined && isForged(request, corsOrigins)) fail('forged');
    await spend(request, request.caller, allowance);
  });

  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const state = request.allowanceState ?? allowance.peek(request.caller?.workspaceId);
    void reply
      .header('X-Arena-Requests-Remaining', String(state.remaining))
      .header('X-Arena-Next-Request-Limit-Reset', formatInTimeZone(state.resetAt, state.timeZone));
  });

  registerSessions(app, ports);
  registerOAuth(app, db);
}

const readLogin = createBodyReader(loginBody);

/** Logging in and out. */
function registerSessions(app: HttpServer, { db, allowance, singleSession }: AccessPorts): void {
  addOperation(app, {
    method: 'POST',
    url: '/v1/login',
    id: 'login',
    tag: ACCESS_TAG,
    summary: 'Open a session',
    description:
      'Answers with the token for the header `arena_session_id`. A session ends 90 minutes after its last request. A wrong login is 400, never 401.',
    isPublic: true,
    path: {},
    body: { schema: loginBody, isRequired: true, examples: LOGIN_BODIES },
    answers: { 200: { description: 'The session.', schema: loginAnswer, example: LOGIN_EXAMPLE } },
    errors: ['loginRefused', 'accountLocked', 'tooLong'],
    handle: async ({ request, body }) => {
      const { email, password, workspaceId } = requireValid(readLogin(body));
      const answer = await login(
        db,
        { email, password, workspaceId: workspaceIdOf(workspaceId) },
        { requestLimit: allowance.limit, singleSession },
      );
      request.allowanceState = await allowance.read(answer.workspaceId);
      return answer;
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: '/v1/logout',
    id: 'logout',
    tag: ACCESS_TAG,
    summary: 'End the session',
    path: {},
    answers: { 200: { description: 'The session has ended.' } },
    handle: async ({ request, reply }) => {
      await deleteSession(db, tokenOf(request) ?? '');
      return reply.header('Content-Length', 0).send();
    },
  });
}

/** A number that no workspace can have is a wrong login, not a fault. */
function workspaceIdOf(value: number | string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const id = Number(value);
  return Number.isSafeInteger(id) ? id : 0;
}
