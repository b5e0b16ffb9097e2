import { failIfAny } from '../kernel/errors.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { chronologyProblems } from '../platform/http/chronology.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { ACCESS_TAG, administratorOf } from './access.contract.ts';
import { AUDIT_EXAMPLE, AUDIT_PARAMETERS, AUDIT_PATH, auditListSchema } from './audit.contract.ts';
import { listAudit, presentAudit } from './audit.store.ts';

/** The audit trail of a workspace, for its administrators. */
export function registerAudit(app: HttpServer, searches: SearchLanes): void {
  addOperation(app, {
    method: 'GET',
    url: AUDIT_PATH,
    id: 'listAuditTrail',
    tag: ACCESS_TAG,
    summary: 'List who did what in the workspace',
    description:
      'For administrators. Logins, tokens, runs, downloads and administration, each written down once and never changed.',
    path: {},
    query: AUDIT_PARAMETERS,
    answers: {
      200: {
        description: 'Entries of the workspace, the newest first.',
        schema: auditListSchema,
        example: { count: 1, results: [AUDIT_EXAMPLE] },
      },
    },
    errors: ['noPrivilege', 'notChronological', 'searchTooSlow'],
    handle: async ({ request, reply, query }) => {
      const { workspaceId } = administratorOf(request);
      const { dateTimeFrom, dateTimeTo } = query;
      failIfAny(chronologyProblems(['dateTimeFrom', 'dateTimeTo'], dateTimeFrom, dateTimeTo));
      const { count, results } = await searches.run(
        { owner: workspaceId, signal: hangUpSignal(reply) },
        (lane) => listAudit(lane, { workspaceId, filter: query, page: pageOf(query) }),
      );
      return { count, results: results.map(presentAudit) };
    },
  });
}
