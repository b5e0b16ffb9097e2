import type { FastifyRequest } from 'fastify';
import { fail } from '../kernel/errors.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { addOperation } from '../platform/http/operation.ts';
import { booleanParameter } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import {
  ACCESS_TAG,
  callerOf,
  loginAnswer,
  loginBody,
  LOGIN_BODIES,
  LOGIN_EXAMPLE,
  type LoginAnswer,
  sessionAnswer,
  SESSION_EXAMPLE,
  switchBody,
} from './access.contract.ts';
import type { AccessPorts } from './access.ports.ts';
import { getSession } from './access.store.ts';
import { isForged } from './forgery.ts';
import { login, logout, logoutEverywhere, type OpenedSession } from './login.service.ts';
import { loginOriginOf } from './origin.ts';
import { switchWorkspace } from './session.service.ts';
import { sentTokenOf, setSessionCookie, tokenOf } from './session-token.ts';

const readLogin = createBodyReader(loginBody);
const readSwitch = createBodyReader(switchBody);

const LOGOUT_PARAMETERS = {
  everywhere: booleanParameter(
    'true: ends every session of the user, those that the same account has in other workspaces too.',
  ),
};

/** Logging in and out. */
export function registerLogin(app: HttpServer, ports: AccessPorts): void {
  registerTokens(app, ports);
  registerBrowsers(app, ports);
}

/** For programs: the token is in the answer. */
function registerTokens(app: HttpServer, ports: AccessPorts): void {
  const { db, allowance } = ports;
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
    errors: ['loginRefused', 'accountLocked', 'addressLocked', 'tooLong'],
    handle: async ({ request, body }) => {
      const { token, workspaceId, workspaceName } = await logIn(ports, request, body);
      return {
        arenaSessionId: token,
        arena_session_id: token,
        workspaceId,
        workspaceName,
        workspaceRequestLimit: allowance.limit,
      } satisfies LoginAnswer;
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: '/v1/logout',
    id: 'logout',
    tag: ACCESS_TAG,
    summary: 'End the session, or all of the user',
    path: {},
    query: LOGOUT_PARAMETERS,
    answers: { 200: { description: 'The session has ended, or all of them have.' } },
    handle: async ({ request, reply, query }) => {
      if (sentTokenOf(request) === undefined) setSessionCookie(request, reply, undefined);
      if (query.everywhere === true) await logoutEverywhere(db, callerOf(request));
      else await logout(db, callerOf(request), tokenOf(request) ?? '');
      return reply.header('Content-Length', 0).send();
    },
  });
}

/** For the page: the token is in a cookie that no script can read. */
function registerBrowsers(app: HttpServer, ports: AccessPorts): void {
  const { db, corsOrigins } = ports;
  const answers = {
    200: {
      description: 'The session.',
      schema: sessionAnswer,
      example: SESSION_EXAMPLE,
    },
  };
  const withCookie = {
    200: {
      ...answers[200],
      headers: { 'Set-Cookie': 'The token: HttpOnly, SameSite=Strict, and Secure over https.' },
    },
  };
  addOperation(app, {
    method: 'POST',
    url: '/v1/session',
    id: 'openSession',
    tag: ACCESS_TAG,
    summary: 'Open a session in a browser',
    description:
      'The same as a login, with the token in a cookie that scripts cannot read instead of in the answer.',
    isPublic: true,
    path: {},
    body: { schema: loginBody, isRequired: true, examples: LOGIN_BODIES },
    answers: withCookie,
    errors: ['loginRefused', 'accountLocked', 'addressLocked', 'tooLong', 'forged'],
    handle: async ({ request, reply, body }) => {
      // Nobody else's page logs its visitor in as somebody.
      if (isForged(request, corsOrigins)) fail('forged');
      const { token, userId } = await logIn(ports, request, body);
      setSessionCookie(request, reply, token);
      return getSession(db, userId);
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/session',
    id: 'getSession',
    tag: ACCESS_TAG,
    summary: 'Show whose session it is, and where',
    path: {},
    answers,
    handle: ({ request }) => getSession(db, callerOf(request).userId),
  });

  addOperation(app, {
    method: 'PUT',
    url: '/v1/session',
    id: 'switchWorkspace',
    tag: ACCESS_TAG,
    summary: 'Go on in another workspace of the same account',
    description:
      'Ends the session that the request comes with and opens one in the other workspace, in the cookie.',
    path: {},
    body: {
      schema: switchBody,
      isRequired: true,
      examples: { 'Another workspace': { workspaceId: 123_456_789 } },
    },
    answers: withCookie,
    errors: ['invalidOption'],
    handle: async ({ request, reply, body }) => {
      const { workspaceId } = requireValid(readSwitch(body));
      const from = { caller: callerOf(request), token: tokenOf(request) ?? '' };
      const { token, userId } = await switchWorkspace(ports, from, workspaceId);
      setSessionCookie(request, reply, token);
      return getSession(db, userId);
    },
  });
}

async function logIn(ports: AccessPorts, request: FastifyRequest, body: unknown): Promise<OpenedSession> {
  const { email, password, workspaceId } = requireValid(readLogin(body));
  const credentials = { email, password, workspaceId: workspaceIdOf(workspaceId) };
  const session = await login(ports, credentials, loginOriginOf(request));
  request.allowanceState = await ports.allowance.read(session.workspaceId);
  return session;
}

/** A number that no workspace can have is a wrong login, not a fault. */
function workspaceIdOf(value: number | string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const id = Number(value);
  return Number.isSafeInteger(id) ? id : 0;
}
