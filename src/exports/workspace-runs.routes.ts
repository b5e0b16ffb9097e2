import { callerOf } from '../access/access.contract.ts';
import { fail, failIfAny, violation } from '../kernel/errors.ts';
import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import { chronologyProblems } from '../platform/http/chronology.ts';
import { addOperation } from '../platform/http/operation.ts';
import {
  dateTimeParameter,
  integerParameter,
  optionParameter,
  pageOf,
  PAGING_PARAMETERS,
  textParameter,
} from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Downloads } from './downloads.ts';
import { RUNS_TAG, workspaceRunListSchema } from './exports.contract.ts';
import { listExample, WORKSPACE_RUN_EXAMPLE } from './exports.examples.ts';
import { presentWorkspaceRun } from './exports.present.ts';
import type { ExportPorts } from './exports.service.ts';
import { FULL_VIEW } from './runs.routes.ts';
import { listWorkspaceRuns } from './workspace-runs.store.ts';

const TEXT_FILTER = 'in any case; `*` stands for any characters.';

const FILTER = {
  status: optionParameter(RUN_STATUSES, 'The status of the runs.'),
  number: integerParameter(
    1,
    violation('invalidRunNumber'),
    'The number that a run has in its export definition.',
  ),
  completionDateTimeFrom: dateTimeParameter('Runs completed at this time or later.'),
  completionDateTimeTo: dateTimeParameter('Runs completed at this time or earlier.'),
  creationDateTimeFrom: dateTimeParameter('Runs accepted at this time or later.'),
  creationDateTimeTo: dateTimeParameter('Runs accepted at this time or earlier.'),
  'export.guid': textParameter('The runs of this export definition.'),
  'creator.guid': textParameter(`Who started them, by the whole GUID, ${TEXT_FILTER}`),
  'creator.email': textParameter(`Who started them, by the whole e-mail address, ${TEXT_FILTER}`),
  'creator.fullName': textParameter(`Who started them, by the whole name, ${TEXT_FILTER}`),
  before: textParameter(
    'The GUID of a run: only those that stand behind it. With the last run of a page it gives the next page, in which no run comes again although new ones have come in meanwhile.',
  ),
  ...FULL_VIEW,
  ...PAGING_PARAMETERS,
};

/** All runs of a workspace. */
export function registerWorkspaceRuns(
  app: HttpServer,
  { db }: Pick<ExportPorts, 'db'>,
  downloads: Downloads,
): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/runs',
    id: 'listWorkspaceRuns',
    tag: RUNS_TAG,
    summary: 'List the runs of the workspace',
    description:
      'Those of every definition and every user. `count` is that of all runs that fit the filters, also where `before` leaves some out.',
    path: {},
    query: FILTER,
    answers: {
      200: {
        description: 'Runs, the newest first.',
        schema: workspaceRunListSchema,
        example: listExample(WORKSPACE_RUN_EXAMPLE),
      },
    },
    errors: ['notChronological'],
    handle: async ({ request, query }) => {
      failIfAny([
        ...chronologyProblems(
          ['completionDateTimeFrom', 'completionDateTimeTo'],
          query.completionDateTimeFrom,
          query.completionDateTimeTo,
        ),
        ...chronologyProblems(
          ['creationDateTimeFrom', 'creationDateTimeTo'],
          query.creationDateTimeFrom,
          query.creationDateTimeTo,
        ),
      ]);
      await downloads.settled();
      const { before, view, offset, limit, ...filter } = query;
      const page = pageOf({ ...(offset !== undefined && { offset }), ...(limit !== undefined && { limit }) });
      const list = await listWorkspaceRuns(db, callerOf(request).workspaceId, {
        filter,
        page,
        ...(before !== undefined && { before }),
      });
      if (list === undefined) return fail('invalidValue', 'before');
      return {
        count: list.count,
        results: list.results.map((run) => presentWorkspaceRun(run, view === 'full')),
      };
    },
  });
}
