import { fail } from '../kernel/errors.ts';
import { isGuid } from '../kernel/guid.ts';
import { formatZulu } from '../kernel/time.ts';
import type { Database } from '../platform/db/database.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { administratorOf, ADMINISTRATION_TAG } from './access.contract.ts';
import { by } from './audit.contract.ts';
import {
  CLIENT_EXAMPLE,
  CLIENT_PARAMETERS,
  clientListSchema,
  clientSchema,
  CLIENTS_PATH,
  NEW_CLIENT_EXAMPLE,
  newClientBody,
  newClientSchema,
  type ClientAnswer,
} from './clients.contract.ts';
import { createClient, endClient } from './clients.service.ts';
import { findClientOfWorkspace, listClientsPage, type ClientRow } from './clients.store.ts';

const readNewClient = createBodyReader(newClientBody);

/** The machine clients of a workspace, for its administrators. */
export function registerClients(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: CLIENTS_PATH,
    id: 'listClients',
    tag: ADMINISTRATION_TAG,
    summary: 'List the machine clients of the workspace',
    description: 'For administrators. The newest first; those that were ended stay in the list.',
    path: {},
    query: CLIENT_PARAMETERS,
    answers: {
      200: {
        description: 'Machine clients.',
        schema: clientListSchema,
        example: { count: 1, results: [CLIENT_EXAMPLE] },
      },
    },
    errors: ['noPrivilege'],
    handle: async ({ request, query }) => {
      const { workspaceId } = administratorOf(request);
      const { count, results } = await listClientsPage(db, workspaceId, pageOf(query));
      return { count, results: results.map(presentClient) };
    },
  });

  addOperation(app, {
    method: 'POST',
    url: CLIENTS_PATH,
    id: 'createClient',
    tag: ADMINISTRATION_TAG,
    summary: 'Make a machine client',
    description: 'For administrators. It gets a user of its own. The answer has its secret, this once.',
    path: {},
    body: { schema: newClientBody, isRequired: true, examples: { 'A client': { name: 'ERP' } } },
    answers: {
      201: {
        description: 'The client with its secret.',
        schema: newClientSchema,
        example: NEW_CLIENT_EXAMPLE,
      },
    },
    errors: ['noPrivilege', 'tooLong', 'turnedDirection'],
    handle: async ({ request, body }) => {
      const caller = administratorOf(request);
      const { workspaceId } = caller;
      const name = requireValid(readNewClient(body)).name.trim();
      const { clientId, secret } = await createClient(db, { workspaceId, name }, by(caller));
      return { ...(await getClient(db, workspaceId, clientId)), clientSecret: secret };
    },
  });

  addOperation(app, {
    method: 'PUT',
    url: `${CLIENTS_PATH}/:guid/end`,
    id: 'endClient',
    tag: ADMINISTRATION_TAG,
    summary: 'End a machine client and its tokens, for good',
    description: 'For administrators. What it has made and run keeps its name.',
    path: { guid: 'The id of the client.' },
    answers: {
      200: {
        description: 'The client as it stands now.',
        schema: clientSchema,
        example: { ...CLIENT_EXAMPLE, revocationDateTime: '2020-03-10T08:00:00Z' },
      },
    },
    errors: ['noPrivilege'],
    handle: async ({ request, params: { guid } }) => {
      const caller = administratorOf(request);
      await endClient(db, guid, by(caller));
      return getClient(db, caller.workspaceId, guid);
    },
  });
}

/** A client of the workspace; none is 3011. */
async function getClient(db: Database, workspaceId: number, clientId: string): Promise<ClientAnswer> {
  const row = isGuid(clientId) ? await findClientOfWorkspace(db, workspaceId, clientId) : undefined;
  return row === undefined ? fail('invalidGuid', clientId) : presentClient(row);
}

function presentClient(row: ClientRow): ClientAnswer {
  return {
    clientId: row.clientId,
    creationDateTime: formatZulu(row.creationDateTime),
    lastUseDateTime: row.lastUseDateTime && formatZulu(row.lastUseDateTime),
    name: row.name,
    revocationDateTime: row.revocationDateTime && formatZulu(row.revocationDateTime),
    userGuid: row.userGuid,
  };
}
