import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { violation } from '../kernel/errors.ts';
import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import {
  booleanParameter,
  dateTimeParameter,
  integerParameter,
  optionParameter,
  pageOf,
  PAGING_PARAMETERS,
  readQuery,
  textParameter,
  type RawQuery,
} from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { listDefinitions } from './definitions.store.ts';
import { createDownloads } from './downloads.ts';
import {
  definitionListSchema,
  definitionSchema,
  runFileSchema,
  runListSchema,
  runSchema,
} from './exports.contract.ts';
import { presentDefinition, presentRun, presentRunFile } from './exports.present.ts';
import {
  abort,
  createDefinition,
  getDefinition,
  getLatestCompleted,
  getOwnFile,
  getOwnRun,
  requireEmptyBody,
  startRun,
  waitForRun,
  type ExportPorts,
} from './exports.service.ts';
import { readPreference } from './prefer.ts';
import { requireChronological } from './run-filter.ts';
import { listRuns } from './runs.store.ts';

const DEFINITION_FILTER = {
  name: textParameter('The whole name, in any case; * stands for any characters.'),
  number: integerParameter(1, violation('invalidRunNumber'), 'The number of the definition.'),
  description: textParameter('The whole description, in any case; * stands for any characters.'),
  'creator.guid': textParameter('Who made it, by GUID.'),
  'creator.email': textParameter('Who made it, by e-mail address.'),
  'creator.fullName': textParameter('Who made it, by name.'),
  ...PAGING_PARAMETERS,
};

const VIEW = { view: optionParameter(['full'], 'full: more about each run, under `waybill`.') };

const RUN_FILTER = {
  completionDateTimeFrom: dateTimeParameter('Runs completed at this time or later.'),
  completionDateTimeTo: dateTimeParameter('Runs completed at this time or earlier.'),
  latestCompleted: booleanParameter('true: only the run that completed last.'),
  number: integerParameter(1, violation('invalidRunNumber'), 'The number of the run.'),
  status: optionParameter(RUN_STATUSES, 'The status of the run.'),
  ...VIEW,
  ...PAGING_PARAMETERS,
};

interface DefinitionPath {
  guid: string;
}
interface RunPath extends DefinitionPath {
  run: string;
}
interface FilePath extends RunPath {
  file: string;
}

const queryOf = (request: FastifyRequest): RawQuery => request.query as RawQuery;

/** Export definitions, their runs and the runs' files. */
export function registerExports(app: HttpServer, ports: ExportPorts): void {
  registerDefinitions(app, ports);
  const downloads = createDownloads(ports);

  app.post<{ Params: DefinitionPath }>(
    '/v1/exports/:guid/runs',
    { schema: { response: { 201: runSchema } } },
    async (request, reply) => {
      const { view } = readQuery(VIEW, queryOf(request));
      const preference = readPreference(request.headers['prefer'], ports.runWaitMs);
      const accepted = await startRun(ports, callerOf(request), {
        definitionGuid: request.params.guid,
        body: request.body,
      });
      const run = await waitForRun(ports, accepted, preference.waitMs);
      if (preference.applied !== undefined) void reply.header('Preference-Applied', preference.applied);
      return reply.code(201).send(presentRun(run, view === 'full'));
    },
  );

  app.get<{ Params: DefinitionPath }>(
    '/v1/exports/:guid/runs',
    { schema: { response: { 200: runListSchema } } },
    async (request) => {
      const filter = readQuery(RUN_FILTER, queryOf(request));
      requireChronological(filter);
      const definition = await getDefinition(ports.db, callerOf(request), request.params.guid);
      await downloads.settled();
      const { count, results } = await listRuns(ports.db, definition.id, { filter, page: pageOf(filter) });
      return { count, results: results.map((run) => presentRun(run, filter.view === 'full')) };
    },
  );

  app.get<{ Params: DefinitionPath }>(
    '/v1/exports/:guid/runs/latestCompleted',
    { schema: { response: { 200: runSchema } } },
    async (request) => {
      const { view } = readQuery(VIEW, queryOf(request));
      await downloads.settled();
      return presentRun(
        await getLatestCompleted(ports.db, callerOf(request), request.params.guid),
        view === 'full',
      );
    },
  );

  app.get<{ Params: RunPath }>(
    '/v1/exports/:guid/runs/:run',
    { schema: { response: { 200: runSchema } } },
    async (request) => {
      const { view } = readQuery(VIEW, queryOf(request));
      await downloads.settled();
      const run = await getOwnRun(ports, callerOf(request), {
        definitionGuid: request.params.guid,
        runGuid: request.params.run,
      });
      return presentRun(run, view === 'full');
    },
  );

  app.post<{ Params: RunPath }>(
    '/v1/exports/:guid/runs/:run/abort',
    { schema: { response: { 200: runSchema } } },
    async (request) => {
      const { view } = readQuery(VIEW, queryOf(request));
      requireEmptyBody(request.body);
      const path = {
        definitionGuid: request.params.guid,
        runGuid: request.params.run,
        administratorsToo: true,
      };
      return presentRun(await abort(ports, await getOwnRun(ports, callerOf(request), path)), view === 'full');
    },
  );

  app.get<{ Params: FilePath }>(
    '/v1/exports/:guid/runs/:run/files/:file',
    { schema: { response: { 200: runFileSchema } } },
    async (request) => {
      readQuery({}, queryOf(request));
      const { file, run } = await getOwnFile(ports, callerOf(request), filePathOf(request.params));
      return presentRunFile(file, run);
    },
  );

  // HEAD by its own name: the one that fastify makes of a GET would say Content-Length: 0.
  app.route<{ Params: FilePath }>({
    method: ['GET', 'HEAD'],
    url: '/v1/exports/:guid/runs/:run/files/:file/content',
    handler: async (request, reply: FastifyReply) => {
      readQuery({}, queryOf(request));
      const { file } = await getOwnFile(ports, callerOf(request), filePathOf(request.params));
      return downloads.send(file, request, reply);
    },
  });
}

function filePathOf({ guid, run, file }: FilePath) {
  return { definitionGuid: guid, runGuid: run, fileGuid: file };
}

function registerDefinitions(app: HttpServer, ports: ExportPorts): void {
  app.post('/v1/exports', { schema: { response: { 201: definitionSchema } } }, async (request, reply) => {
    readQuery({}, queryOf(request));
    return reply
      .code(201)
      .send(presentDefinition(await createDefinition(ports, callerOf(request), request.body)));
  });

  app.get('/v1/exports', { schema: { response: { 200: definitionListSchema } } }, async (request) => {
    const filter = readQuery(DEFINITION_FILTER, queryOf(request));
    const { count, results } = await listDefinitions(ports.db, callerOf(request).workspaceId, {
      filter,
      page: pageOf(filter),
    });
    return { count, results: results.map(presentDefinition) };
  });

  app.get<{ Params: DefinitionPath }>(
    '/v1/exports/:guid',
    { schema: { response: { 200: definitionSchema } } },
    async (request) => {
      readQuery({}, queryOf(request));
      return presentDefinition(await getDefinition(ports.db, callerOf(request), request.params.guid));
    },
  );
}
