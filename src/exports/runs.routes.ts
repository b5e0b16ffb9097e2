import { callerOf } from '../access/access.contract.ts';
import { failIfAny, violation } from '../kernel/errors.ts';
import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import { chronologyProblems } from '../platform/http/chronology.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import { addOperation } from '../platform/http/operation.ts';
import {
  booleanParameter,
  dateTimeParameter,
  integerParameter,
  optionParameter,
  pageOf,
  PAGING_PARAMETERS,
} from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Downloads } from './downloads.ts';
import {
  CRITERIA_ERRORS,
  DEFINITION_PATH,
  IDEMPOTENCY_HEADER,
  emptyBody,
  RUN_PATH,
  runBody,
  runListSchema,
  runSchema,
  RUNS_TAG,
} from './exports.contract.ts';
import { listExample, RUN_BODIES, RUN_EXAMPLE } from './exports.examples.ts';
import { presentRun, writeRunList } from './exports.present.ts';
import {
  abort,
  getLatestCompleted,
  getNamed,
  getOwnRun,
  requireEmptyBody,
  waitForRun,
  type ExportPorts,
} from './exports.service.ts';
import { MAX_WAIT_MS, readPreference } from './prefer.ts';
import { startRun } from './start-run.ts';
import { createListRuns } from './run-list.store.ts';

/** For every answer that shows a run. */
export const FULL_VIEW = { view: optionParameter(['full'], 'full: more about each run, under `waybill`.') };

const FILTER = {
  completionDateTimeFrom: dateTimeParameter('Runs completed at this time or later.'),
  completionDateTimeTo: dateTimeParameter('Runs completed at this time or earlier.'),
  latestCompleted: booleanParameter('true: only the run that completed last.'),
  number: integerParameter(1, violation('invalidRunNumber'), 'The number of the run.'),
  status: optionParameter(RUN_STATUSES, 'The status of the run.'),
  ...FULL_VIEW,
  ...PAGING_PARAMETERS,
};

const ONE_RUN = { description: 'The run.', schema: runSchema, example: RUN_EXAMPLE };

/** The runs of an export definition. */
export function registerRuns(app: HttpServer, ports: ExportPorts, downloads: Downloads): void {
  const listRuns = createListRuns(ports.db);
  addOperation(app, {
    method: 'POST',
    url: '/v1/exports/:guid/runs',
    id: 'startRun',
    tag: RUNS_TAG,
    summary: 'Start a run',
    description:
      'Accepts a run and puts it into the queue. The answer is held for a moment, so that a small export comes back COMPLETE with its file.',
    path: DEFINITION_PATH,
    query: FULL_VIEW,
    headers: {
      Prefer: `\`wait=N\`: hold the answer for up to N seconds, at most ${MAX_WAIT_MS / 1_000} s; \`respond-async\`: do not hold it (RFC 7240).`,
      'Idempotency-Key': IDEMPOTENCY_HEADER,
    },
    body: { schema: runBody, isRequired: false, examples: RUN_BODIES },
    answers: {
      201: { ...ONE_RUN, headers: { 'Preference-Applied': 'What was made of `Prefer`.' } },
    },
    errors: [
      ...CRITERIA_ERRORS,
      'criteriaMissing',
      'criteriaOverride',
      'exportInProgress',
      'tooManyItems',
      'tooManyLines',
      'queueRefused',
      'idempotencyConflict',
    ],
    handle: async ({ request, reply, params, query, body }) => {
      const preference = readPreference(request.headers['prefer'], ports.runWaitMs);
      const accepted = await startRun(ports, callerOf(request), {
        definitionGuid: params.guid,
        body,
        signal: hangUpSignal(reply),
        idempotencyKey: request.headers['idempotency-key'],
      });
      const run = await waitForRun(ports, accepted, preference.waitMs);
      if (preference.applied !== undefined) void reply.header('Preference-Applied', preference.applied);
      return presentRun(run, query.view === 'full');
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs',
    id: 'listRuns',
    tag: RUNS_TAG,
    summary: 'List the runs of an export definition',
    path: DEFINITION_PATH,
    query: FILTER,
    answers: {
      200: {
        description: 'Runs in the order of their numbers, those of every user.',
        schema: runListSchema,
        example: listExample(RUN_EXAMPLE),
      },
    },
    errors: ['notChronological'],
    handle: async ({ request, reply, params, query }) => {
      const { completionDateTimeFrom, completionDateTimeTo } = query;
      failIfAny(
        chronologyProblems(
          ['completionDateTimeFrom', 'completionDateTimeTo'],
          completionDateTimeFrom,
          completionDateTimeTo,
        ),
      );
      await downloads.settled();
      const { workspaceId } = callerOf(request);
      const isFull = query.view === 'full';
      const list = await getNamed(params.guid, (guid) =>
        listRuns({ workspaceId, guid, filter: query, page: pageOf(query), isFull }),
      );
      if (!isFull) return reply.type('application/json').send(writeRunList(list));
      return { count: list.count, results: list.results.map((run) => presentRun(run, isFull)) };
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/latestCompleted',
    id: 'getLatestCompletedRun',
    tag: RUNS_TAG,
    summary: 'Show the run that completed last',
    path: DEFINITION_PATH,
    query: FULL_VIEW,
    answers: { 200: ONE_RUN },
    handle: async ({ request, params, query }) => {
      await downloads.settled();
      const run = await getLatestCompleted(ports.db, callerOf(request), params.guid);
      return presentRun(run, query.view === 'full');
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run',
    id: 'getRun',
    tag: RUNS_TAG,
    summary: 'Show a run of your own',
    path: RUN_PATH,
    query: FULL_VIEW,
    answers: { 200: ONE_RUN },
    errors: ['noPrivilege'],
    handle: async ({ request, params, query }) => {
      await downloads.settled();
      const run = await getOwnRun(ports, callerOf(request), {
        definitionGuid: params.guid,
        runGuid: params.run,
      });
      return presentRun(run, query.view === 'full');
    },
  });

  addOperation(app, {
    method: 'POST',
    url: '/v1/exports/:guid/runs/:run/abort',
    id: 'abortRun',
    tag: RUNS_TAG,
    summary: 'Stop a run',
    description: 'For the user who started it and for administrators. What it has written so far is removed.',
    path: RUN_PATH,
    query: FULL_VIEW,
    body: { schema: emptyBody, isRequired: false, examples: { Nothing: {} } },
    answers: { 200: { ...ONE_RUN, example: { ...RUN_EXAMPLE, status: 'ABORTED' } } },
    errors: ['noPrivilege', 'runEnded'],
    handle: async ({ request, params, query, body }) => {
      requireEmptyBody(body);
      const path = { definitionGuid: params.guid, runGuid: params.run, administratorsToo: true };
      const caller = callerOf(request);
      const run = await getOwnRun(ports, caller, path);
      return presentRun(await abort(ports, caller, run), query.view === 'full');
    },
  });
}
