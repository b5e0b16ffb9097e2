import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { fail } from '../kernel/errors.ts';
import { ROLES, type Role } from '../kernel/vocabulary.ts';
import { requiredText } from '../platform/http/schemas.ts';

/** Longest text of a password: scrypt reads all of it, so it needs a ceiling. */
export const MAX_PASSWORD_LENGTH = 1_000;
export const MAX_EMAIL_LENGTH = 320;

export const loginBody = Type.Object(
  {
    email: requiredText(MAX_EMAIL_LENGTH, 'The e-mail address of the user.'),
    password: requiredText(MAX_PASSWORD_LENGTH, 'The password of the user.'),
    workspaceId: Type.Optional(
      Type.Unsafe<number | string>({
        anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^\\s*\\d+\\s*$' }],
        description:
          'The workspace, as a number or as digits in a string; without it, the one the user was in last.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const loginAnswer = Type.Object({
  arenaSessionId: Type.String({ description: 'The token for the header arena_session_id.' }),
  arena_session_id: Type.String({ description: 'The same token under its header name.' }),
  workspaceId: Type.Integer(),
  workspaceName: Type.String(),
  workspaceRequestLimit: Type.Integer({ description: 'Requests that the workspace may make in a day.' }),
});
export type LoginAnswer = Static<typeof loginAnswer>;

/** The chapters of the API's document. */
export const ACCESS_TAG = 'Access';
export const ADMINISTRATION_TAG = 'Administration';
export const LOGIN_BODIES = {
  'A workspace by its number': {
    email: 'hwalker@everyroadgps.com',
    password: 'correct horse battery staple',
    workspaceId: 123_456_789,
  },
  'The workspace of the last time': {
    email: 'hwalker@everyroadgps.com',
    password: 'correct horse battery staple',
  },
};
export const LOGIN_EXAMPLE: LoginAnswer = {
  arenaSessionId: 'Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ',
  arena_session_id: 'Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ',
  workspaceId: 123_456_789,
  workspaceName: 'Everyroad GPS',
  workspaceRequestLimit: 2_147_483_647,
};

/** How a person stands in answers. */
export const personSchema = Type.Object({
  email: Type.Union([Type.String(), Type.Null()]),
  fullName: Type.String(),
  guid: Type.String(),
});
export type Person = Static<typeof personSchema>;

const workspaceSchema = Type.Object({
  id: Type.Integer({ description: 'Nine digits.' }),
  name: Type.String(),
});

/** Whose session it is, and where: what a page needs to know first. */
export const sessionAnswer = Type.Object({
  role: Type.String({ enum: ROLES, description: 'What the user may do in the workspace.' }),
  user: personSchema,
  workspace: Type.Object({
    ...workspaceSchema.properties,
    timeZone: Type.String({ description: 'Such as `America/Los_Angeles`.' }),
  }),
  workspaces: Type.Array(workspaceSchema, {
    description: 'Where the account may log in, this one among them, by name.',
  }),
});
export type SessionAnswer = Static<typeof sessionAnswer>;

export const SESSION_EXAMPLE: SessionAnswer = {
  role: 'member',
  user: { email: 'hwalker@everyroadgps.com', fullName: 'Heidi Walker', guid: 'WEYH0DYPCFWFH0JS1PD0' },
  workspace: { id: 123_456_789, name: 'Everyroad GPS', timeZone: 'America/Los_Angeles' },
  workspaces: [
    { id: 123_456_789, name: 'Everyroad GPS' },
    { id: 234_567_891, name: 'Everyroad GPS, test' },
  ],
};

export const switchBody = Type.Object(
  { workspaceId: Type.Integer({ description: 'One of the workspaces of the session.' }) },
  { additionalProperties: false },
);

/** From where a request comes, and its name in the log. */
export interface Origin {
  /** The client's; undefined when its connection is gone already, or a trusted proxy does not tell. */
  readonly address: string | undefined;
  readonly requestId: string;
}

/** From where a login comes. */
export interface LoginOrigin extends Origin {
  /** Of which wrong logins are counted; undefined: they are not. */
  readonly countedAddress: string | undefined;
}

/** Who makes a request, where and from where. */
export interface Caller extends Person, Origin {
  readonly userId: number;
  readonly role: Role;
  readonly workspaceId: number;
  readonly timeZone: string;
  /** Names the session that the request came with. */
  readonly sessionGuid: string;
}

/** The caller of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  return request.caller ?? fail('unauthenticated');
}

/** The caller of a route for administrators. */
export function administratorOf(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  return caller.role === 'administrator' ? caller : fail('noPrivilege');
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For answers that go on for long: whether the session that the request came with is still one, and may be used from there. It does not keep the session alive. */
    isLoggedIn(): Promise<boolean>;
    /** Set for every route that is not public. */
    caller: Caller | undefined;
    /** The workspace's allowance after this call was counted. */
    allowanceState:
      { readonly remaining: number; readonly resetAt: Date; readonly timeZone: string } | undefined;
  }
}
