import { formatZulu } from '../kernel/time.ts';
import type { Database } from '../platform/db/database.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { administratorOf, ADMINISTRATION_TAG, callerOf } from './access.contract.ts';
import { addPerson, changePerson, logOutPerson, type SavedPerson } from './users.service.ts';
import { listPeople, type PersonRow } from './users.store.ts';
import {
  endedSessionsSchema,
  NEW_USER_BODIES,
  NEW_USER_EXAMPLE,
  newUserBody,
  savedUserSchema,
  USER_CHANGE_BODIES,
  USER_EXAMPLE,
  USER_PARAMETERS,
  userChangeBody,
  userListSchema,
  USERS_PATH,
  type SavedUserAnswer,
  type UserAnswer,
} from './users.contract.ts';

const readNewUser = createBodyReader(newUserBody);
const readUserChange = createBodyReader(userChangeBody);

/** The people of a workspace, for its administrators. */
export function registerUsers(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: USERS_PATH,
    id: 'listUsers',
    tag: ADMINISTRATION_TAG,
    summary: 'List the people of the workspace',
    description:
      'For administrators. Who may log in comes first, then whom only the records name; by name. Machine clients have a list of their own.',
    path: {},
    query: USER_PARAMETERS,
    answers: {
      200: {
        description: 'People of the workspace.',
        schema: userListSchema,
        example: { count: 1, results: [USER_EXAMPLE] },
      },
    },
    errors: ['noPrivilege'],
    handle: async ({ request, query }) => {
      const { workspaceId } = administratorOf(request);
      const { count, results } = await listPeople(db, workspaceId, { filter: query, page: pageOf(query) });
      return { count, results: results.map(presentUser) };
    },
  });

  addOperation(app, {
    method: 'POST',
    url: USERS_PATH,
    id: 'createUser',
    tag: ADMINISTRATION_TAG,
    summary: 'Let somebody log in to the workspace',
    description:
      'For administrators. Somebody whom the records name by this e-mail address becomes that user and keeps the GUID. An account of another workspace is refused: only the operator can let it in, with `waybill user add`.',
    path: {},
    body: { schema: newUserBody, isRequired: true, examples: NEW_USER_BODIES },
    answers: {
      201: { description: 'The user.', schema: savedUserSchema, example: NEW_USER_EXAMPLE },
    },
    errors: ['noPrivilege', 'invalidOption', 'tooLong', 'turnedDirection', 'userExists', 'accountElsewhere'],
    handle: async ({ request, body }) => {
      const caller = administratorOf(request);
      const { email, fullName, role, password } = requireValid(readNewUser(body));
      return presentSaved(await addPerson(db, caller, { email: email.trim(), fullName, role, password }));
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: `${USERS_PATH}/:guid`,
    id: 'changeUser',
    tag: ADMINISTRATION_TAG,
    summary: 'Change a user: role, name, password, the right to log in',
    description:
      'For administrators. What is not sent stays as it is. A new password and the loss of the right to log in end the sessions of the user. The last administrator of a workspace stays one.',
    path: { guid: 'The GUID of the user.' },
    body: { schema: userChangeBody, isRequired: true, examples: USER_CHANGE_BODIES },
    answers: {
      200: { description: 'The user.', schema: savedUserSchema, example: USER_EXAMPLE },
    },
    errors: [
      'noPrivilege',
      'invalidOption',
      'tooLong',
      'turnedDirection',
      'accountElsewhere',
      'lastAdministrator',
    ],
    handle: async ({ request, params, body }) => {
      const caller = administratorOf(request);
      const change = requireValid(readUserChange(body));
      return presentSaved(await changePerson(db, caller, { guid: params.guid, change }));
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: `${USERS_PATH}/:guid/logout`,
    id: 'logOutUser',
    tag: ADMINISTRATION_TAG,
    summary: 'End all sessions of a user in the workspace',
    description: 'Of oneself, or of anybody for administrators.',
    path: { guid: 'The GUID of the user.' },
    answers: {
      200: { description: 'The sessions have ended.', schema: endedSessionsSchema, example: { ended: 2 } },
    },
    errors: ['noPrivilege'],
    handle: async ({ request, params }) => {
      const caller = callerOf(request);
      if (params.guid !== caller.guid) administratorOf(request);
      return { ended: await logOutPerson(db, caller, params.guid) };
    },
  });
}

function presentUser({ email, fullName, guid, lastActivityAt, role, sessions }: PersonRow): UserAnswer {
  return {
    email,
    fullName,
    guid,
    lastActivityDateTime: lastActivityAt && formatZulu(lastActivityAt),
    mayLogIn: role !== null,
    role,
    sessions,
  };
}

function presentSaved({ person, generated }: SavedPerson): SavedUserAnswer {
  return { ...presentUser(person), ...(generated !== undefined && { password: generated }) };
}
