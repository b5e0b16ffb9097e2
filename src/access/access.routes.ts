import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/errors.ts';
import { formatInTimeZone } from '../kernel/time.ts';
import type { HttpServer, UnroutedHook } from '../platform/http/server.ts';
import type { Caller } from './access.contract.ts';
import type { AccessPorts } from './access.ports.ts';
import type { FoundCaller } from './callers.store.ts';
import type { Allowance, AllowanceState } from './allowance.ts';
import { by } from './audit.contract.ts';
import { registerAudit } from './audit.routes.ts';
import { recordAudit } from './audit.store.ts';
import { isForged } from './forgery.ts';
import { registerLogin } from './login.routes.ts';
import { registerOAuth } from './oauth.routes.ts';
import { originOf } from './origin.ts';
import { sentTokenOf, tokenOf } from './session-token.ts';

/** A session that is used from where its workspace is not is told so often at most, until it may be used from there again. */
const TELL_SESSION_EVERY_MS = 3_600_000;

async function callerBy(
  request: FastifyRequest,
  { db, findCaller, recent }: Pick<AccessPorts, 'db' | 'findCaller' | 'recent'>,
  { keepsAlive }: { readonly keepsAlive: boolean } = { keepsAlive: true },
): Promise<FoundCaller | undefined> {
  const token = tokenOf(request);
  if (token === undefined) return undefined;
  const origin = originOf(request);
  const found = await findCaller(token, { ...origin, keepsAlive });
  if (found === undefined) return undefined;
  const key = `SESSION_USE ${found.tokenHash.toString('base64')} ${origin.address ?? ''}`;
  if (found.isAddressAllowed) recent.forget(key);
  else
    await recent.once(key, TELL_SESSION_EVERY_MS, () =>
      recordAudit(db, { action: 'SESSION_USE', outcome: 'ADDRESS_NOT_ALLOWED', ...by(found.caller) }),
    );
  return found;
}

/** For a request that no route answers: a session's call counts, a missing or wrong session is not the news. */
export function createUnroutedHook(ports: AccessPorts): UnroutedHook {
  return async (request) => {
    const found = await callerBy(request, ports);
    if (found?.isAddressAllowed !== true) return;
    request.caller = found.caller;
    await spend(request, found.caller, ports.allowance);
  };
}

async function spend(request: FastifyRequest, caller: Caller, allowance: Allowance): Promise<void> {
  request.allowanceState = await allowance.spend(caller.workspaceId);
}

/** Sessions for every route that does not say `public`, and the allowance headers on every answer. */
export function registerAccess(app: HttpServer, ports: AccessPorts): void {
  const { allowance, corsOrigins, searches } = ports;
  app.decorateRequest('isLoggedIn', async function (this: FastifyRequest) {
    return (await callerBy(this, ports, { keepsAlive: false }))?.isAddressAllowed === true;
  });
  app.decorateRequest('caller', undefined);
  app.decorateRequest('allowanceState', undefined);

  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.public === true) return;
    const found = await callerBy(request, ports);
    if (found === undefined) fail('unauthenticated');
    if (!found.isAddressAllowed) fail('addressNotAllowed');
    request.caller = found.caller;
    if (sentTokenOf(request) === undefined && isForged(request, corsOrigins)) fail('forged');
    await spend(request, found.caller, allowance);
  });

  const tellReset = createResetTeller();
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const state = request.allowanceState ?? allowance.peek(request.caller?.workspaceId);
    void reply
      .header('X-Arena-Requests-Remaining', String(state.remaining))
      .header('X-Arena-Next-Request-Limit-Reset', tellReset(state));
  });

  registerLogin(app, ports);
  registerOAuth(app, ports);
  registerAudit(app, searches);
}

/** Writing a time in a time zone costs a tenth of a millisecond, and it is the same text all day. */
function createResetTeller(): (state: AllowanceState) => string {
  const told = new Map<string, { readonly atMs: number; readonly text: string }>();
  return ({ resetAt, timeZone }) => {
    const atMs = resetAt.getTime();
    const last = told.get(timeZone);
    if (last?.atMs === atMs) return last.text;
    const text = formatInTimeZone(resetAt, timeZone);
    told.set(timeZone, { atMs, text });
    return text;
  };
}
