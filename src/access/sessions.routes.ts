import { fail } from '../kernel/errors.ts';
import { isGuid } from '../kernel/guid.ts';
import { formatZulu } from '../kernel/time.ts';
import type { Database } from '../platform/db/database.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { administratorOf, ADMINISTRATION_TAG, callerOf, type Caller } from './access.contract.ts';
import { by } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';
import {
  SESSION_EXAMPLE,
  SESSION_PARAMETERS,
  sessionListSchema,
  SESSIONS_PATH,
  type SessionAnswer,
} from './sessions.contract.ts';
import { deleteSessionOf, findSession, listSessions, type SessionRow } from './sessions.store.ts';

/** Who is logged in: of oneself for everybody, of the workspace for its administrators. */
export function registerSessionLists(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: SESSIONS_PATH,
    id: 'listSessions',
    tag: ADMINISTRATION_TAG,
    summary: 'List sessions that are open',
    description: 'Those of who asks, or for administrators those of the workspace. Never their tokens.',
    path: {},
    query: SESSION_PARAMETERS,
    answers: {
      200: {
        description: 'Sessions, the one used last first.',
        schema: sessionListSchema,
        example: { count: 1, results: [SESSION_EXAMPLE] },
      },
    },
    errors: ['noPrivilege'],
    handle: async ({ request, query }) => {
      const isOfAll = query.of === 'WORKSPACE';
      const caller = isOfAll ? administratorOf(request) : callerOf(request);
      const { count, results } = await listSessions(db, caller.workspaceId, {
        userId: isOfAll ? undefined : caller.userId,
        userGuid: query['user.guid'],
        page: pageOf(query),
      });
      return { count, results: results.map((row) => presentSession(row, caller)) };
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: `${SESSIONS_PATH}/:guid/end`,
    id: 'endSession',
    tag: ADMINISTRATION_TAG,
    summary: 'End a session',
    description:
      'One of one’s own, or for administrators any of the workspace. Event streams that follow runs with it end too.',
    path: { guid: 'The GUID of the session, as the list has it.' },
    answers: { 200: { description: 'The session has ended.' } },
    errors: ['noPrivilege'],
    handle: async ({ request, reply, params }) => {
      await endSession(db, callerOf(request), params.guid);
      return reply.header('Content-Length', 0).send();
    },
  });
}

async function endSession(db: Database, caller: Caller, guid: string): Promise<void> {
  const session =
    (isGuid(guid) ? await findSession(db, caller.workspaceId, guid) : undefined) ?? fail('invalidGuid', guid);
  if (session.userId !== caller.userId && caller.role !== 'administrator') fail('noPrivilege');
  const { email, fullName } = session.user;
  await db.transaction().execute(async (tx) => {
    if (await deleteSessionOf(tx, session))
      await recordAudit(tx, { action: 'SESSION_END', ...by(caller), target: email ?? fullName });
  });
}

function presentSession(row: SessionRow, { sessionGuid }: Caller): SessionAnswer {
  return {
    address: row.address,
    creationDateTime: formatZulu(row.createdAt),
    current: row.guid === sessionGuid,
    guid: row.guid,
    lastUseDateTime: formatZulu(row.lastUsedAt),
    machine: row.isMachine,
    user: row.user,
  };
}
