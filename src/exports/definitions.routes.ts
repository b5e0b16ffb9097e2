import { callerOf } from '../access/access.contract.ts';
import { addOperation } from '../platform/http/operation.ts';
import { pageOf } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { createDefinition } from './create-definition.ts';
import { listDefinitions, withHistory } from './definitions.store.ts';
import {
  CRITERIA_ERRORS,
  DEFINITION_PARAMETERS,
  definitionBody,
  definitionListSchema,
  definitionSchema,
  DEFINITION_PATH,
  DEFINITION_VIEW,
  EXPORTS_TAG,
  fullDefinitionSchema,
  IDEMPOTENCY_HEADER,
} from './exports.contract.ts';
import {
  DEFINITION_BODIES,
  DEFINITION_EXAMPLE,
  FULL_DEFINITION_EXAMPLE,
  listExample,
} from './exports.examples.ts';
import { presentDefinition } from './exports.present.ts';
import type { Downloads } from './downloads.ts';
import { getDefinition, type ExportPorts } from './exports.service.ts';

/** Export definitions. There is no route that changes one: they are immutable, as the reference has it. */
export function registerDefinitions(app: HttpServer, ports: ExportPorts, downloads: Downloads): void {
  addOperation(app, {
    method: 'POST',
    url: '/v1/exports',
    id: 'createExport',
    tag: EXPORTS_TAG,
    summary: 'Make an export definition',
    description:
      'What to export, and in which form. A definition cannot be changed afterwards; its runs are started one by one.',
    path: {},
    body: { schema: definitionBody, isRequired: true, examples: DEFINITION_BODIES },
    answers: {
      201: { description: 'The definition.', schema: definitionSchema, example: DEFINITION_EXAMPLE },
    },
    headers: { 'Idempotency-Key': IDEMPOTENCY_HEADER },
    errors: [...CRITERIA_ERRORS, 'tooLong', 'idempotencyConflict'],
    handle: async ({ request, body }) =>
      presentDefinition(
        await createDefinition(ports, callerOf(request), {
          body,
          idempotencyKey: request.headers['idempotency-key'],
        }),
      ),
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports',
    id: 'listExports',
    tag: EXPORTS_TAG,
    summary: 'List the export definitions of the workspace',
    path: {},
    query: { ...DEFINITION_PARAMETERS, ...DEFINITION_VIEW },
    answers: {
      200: {
        description: 'Definitions in the order of their numbers.',
        schema: definitionListSchema,
        example: listExample(FULL_DEFINITION_EXAMPLE),
      },
    },
    handle: async ({ request, query }) => {
      const isFull = query.view === 'full';
      if (isFull) await downloads.settled();
      const { count, results } = await listDefinitions(ports.db, callerOf(request).workspaceId, {
        filter: query,
        page: pageOf(query),
        isFull,
      });
      return { count, results: results.map(presentDefinition) };
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid',
    id: 'getExport',
    tag: EXPORTS_TAG,
    summary: 'Show an export definition',
    path: DEFINITION_PATH,
    query: DEFINITION_VIEW,
    answers: {
      200: { description: 'The definition.', schema: fullDefinitionSchema, example: FULL_DEFINITION_EXAMPLE },
    },
    handle: async ({ request, params, query }) => {
      const definition = await getDefinition(ports.db, callerOf(request), params.guid);
      if (query.view !== 'full') return presentDefinition(definition);
      await downloads.settled();
      return presentDefinition(await withHistory(ports.db, definition));
    },
  });
}
