import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/errors.ts';
import { formatInTimeZone } from '../kernel/time.ts';
import type { Database } from '../platform/db/database.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { readQuery, type RawQuery } from '../platform/http/query.ts';
import type { HttpServer, UnroutedHook } from '../platform/http/server.ts';
import { loginAnswer, loginBody, type Caller } from './access.contract.ts';
import { login } from './access.service.ts';
import { deleteSession, findCaller } from './access.store.ts';
import type { Allowance } from './allowance.ts';

export interface AccessPorts {
  readonly db: Database;
  readonly allowance: Allowance;
}

const SESSION_NAME = 'arena_session_id';

/** The token of a request: header, Bearer or cookie, in this order. */
function tokenOf(request: FastifyRequest): string | undefined {
  const { authorization, cookie, [SESSION_NAME]: header } = request.headers;
  if (typeof header === 'string') return header.trim();
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '');
  if (bearer !== null) return bearer[1];
  return cookie
    ?.split(';')
    .map((one) => one.trim().split('='))
    .find(([name]) => name === SESSION_NAME)?.[1];
}

/** For a request that no route answers: a session's call counts, a missing or wrong session is not the news. */
export function createUnroutedHook({ db, allowance }: AccessPorts): UnroutedHook {
  return async (request) => {
    const token = tokenOf(request);
    request.caller = token === undefined ? undefined : await findCaller(db, token);
    if (request.caller !== undefined) await spend(request, request.caller, allowance);
  };
}

async function spend(request: FastifyRequest, caller: Caller, allowance: Allowance): Promise<void> {
  request.allowanceState = await allowance.spend(caller.workspaceId);
}

/** Sessions for every route that does not say `public`, and the allowance headers on every answer. */
export function registerAccess(app: HttpServer, ports: AccessPorts): void {
  const { db, allowance } = ports;
  app.decorateRequest('caller', undefined);
  app.decorateRequest('allowanceState', undefined);

  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.public === true) return;
    const token = tokenOf(request);
    request.caller = token === undefined ? undefined : await findCaller(db, token);
    if (request.caller === undefined) fail('unauthenticated');
    await spend(request, request.caller, allowance);
  });

  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const state = request.allowanceState ?? allowance.peek(request.caller?.workspaceId);
    void reply
      .header('X-Arena-Requests-Remaining', String(state.remaining))
      .header('X-Arena-Next-Request-Limit-Reset', formatInTimeZone(state.resetAt, state.timeZone));
  });

  const readLogin = createBodyReader(loginBody);
  app.post(
    '/v1/login',
    { config: { public: true }, schema: { response: { 200: loginAnswer } } },
    async (request) => {
      readQuery({}, request.query as RawQuery);
      const { email, password, workspaceId } = requireValid(readLogin(request.body));
      const answer = await login(
        db,
        { email, password, workspaceId: workspaceIdOf(workspaceId) },
        allowance.limit,
      );
      request.allowanceState = await allowance.read(answer.workspaceId);
      return answer;
    },
  );

  app.put('/v1/logout', async (request, reply) => {
    readQuery({}, request.query as RawQuery);
    await deleteSession(db, tokenOf(request) ?? '');
    return reply.code(200).header('Content-Length', 0).send();
  });
}

/** A number that no workspace can have is a wrong login, not a fault. */
function workspaceIdOf(value: number | string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const id = Number(value);
  return Number.isSafeInteger(id) ? id : 0;
}
