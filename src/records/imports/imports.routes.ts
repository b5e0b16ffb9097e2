import { callerOf } from '../../access/access.contract.ts';
import { emptyBody } from '../../exports/exports.contract.ts';
import type { ErrorName } from '../../kernel/errors.ts';
import { addOperation } from '../../platform/http/operation.ts';
import { pageOf } from '../../platform/http/query.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import {
  importListSchema,
  importProblemListSchema,
  importSchema,
  importViewListSchema,
  IMPORT_ERRORS,
  IMPORT_PATH,
  IMPORTS_PATH,
  IMPORTS_TAG,
  LIST_PARAMETERS,
  mappingBody,
  PROBLEM_PARAMETERS,
} from './imports.contract.ts';
import {
  IMPORT_EXAMPLE,
  MAPPING_BODIES,
  PROBLEM_EXAMPLE,
  startedExample,
  VIEW_EXAMPLE,
} from './imports.examples.ts';
import { createImports, type Imports } from './imports.service.ts';
import type { WorkPorts } from './import-work.ts';
import { registerUpload } from './upload.routes.ts';

const listOne = <Result>(result: Result): { count: number; results: Result[] } => ({
  count: 1,
  results: [result],
});
const FOR_ADMINISTRATORS = 'For administrators of the workspace.';

/** Imports over HTTP. What is at work when the server closes is cut, and told as interrupted. */
export function registerImports(app: HttpServer, ports: WorkPorts): void {
  const imports = createImports(ports);
  app.addHook('onClose', () => imports.close());
  registerUpload(app, imports, ports.maxUploadBytes);
  registerReading(app, imports);
  registerWork(app, imports);
}

function registerReading(app: HttpServer, imports: Imports): void {
  const common = { method: 'GET', tag: IMPORTS_TAG, errors: IMPORT_ERRORS } as const;
  addOperation(app, {
    ...common,
    url: IMPORTS_PATH,
    id: 'listImports',
    summary: 'List the imports of the workspace',
    description: `${FOR_ADMINISTRATORS} Those of every administrator.`,
    path: {},
    query: LIST_PARAMETERS,
    answers: {
      200: {
        description: 'Imports, the newest first.',
        schema: importListSchema,
        example: listOne(IMPORT_EXAMPLE),
      },
    },
    handle: ({ request, query }) =>
      imports.list(callerOf(request), { status: query.status, page: pageOf(query) }),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/views`,
    id: 'listImportViews',
    summary: 'List what tables and their columns can stand for',
    description: `${FOR_ADMINISTRATORS} The views that a table's rows can be of, with the columns of each.`,
    path: {},
    query: {},
    answers: {
      200: {
        description: 'Every view.',
        schema: importViewListSchema,
        example: listOne(VIEW_EXAMPLE),
      },
    },
    handle: ({ request }) => imports.views(callerOf(request)),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/:guid`,
    id: 'getImport',
    summary: 'Show an import',
    description: `${FOR_ADMINISTRATORS} Ask again while it is CHECKING or COMMITTING: \`progress\` says how far it has come.`,
    path: IMPORT_PATH,
    answers: { 200: { description: 'The import.', schema: importSchema, example: IMPORT_EXAMPLE } },
    handle: ({ request, params }) => imports.get(callerOf(request), params.guid),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/:guid/problems`,
    id: 'listImportProblems',
    summary: 'List what is wrong with an upload',
    description: `${FOR_ADMINISTRATORS} The first 10000 problems that the last check, or the import, has found.`,
    path: IMPORT_PATH,
    query: PROBLEM_PARAMETERS,
    answers: {
      200: {
        description: 'Problems in the order in which they were found: file by file, line by line.',
        schema: importProblemListSchema,
        example: listOne(PROBLEM_EXAMPLE),
      },
    },
    handle: ({ request, params, query }) =>
      imports.problems(callerOf(request), params.guid, { file: query.file, page: pageOf(query) }),
  });
}

function registerWork(app: HttpServer, imports: Imports): void {
  const common = { method: 'POST', tag: IMPORTS_TAG, path: IMPORT_PATH } as const;
  const errors: readonly ErrorName[] = [...IMPORT_ERRORS, 'importState', 'importExpired', 'invalidOption'];
  const body = { schema: mappingBody, isRequired: false, examples: MAPPING_BODIES };
  const begun = (status: 'CHECKING' | 'COMMITTING') => ({
    description: 'It has begun.',
    schema: importSchema,
    example: startedExample(status),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/:guid/check`,
    id: 'checkImport',
    summary: 'Check an upload',
    description: `${FOR_ADMINISTRATORS} Looks at everything that the import would look at, and writes nothing: afterwards the import tells every problem by file and line, or what would change. Can be done again, with other columns, until the import is committed.`,
    body,
    answers: { 202: begun('CHECKING') },
    errors,
    handle: ({ request, params, body: mapping }) => imports.check(callerOf(request), params.guid, mapping),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/:guid/commit`,
    id: 'commitImport',
    summary: 'Import an upload',
    description: `${FOR_ADMINISTRATORS} All of it or nothing. Everything is checked here too; an upload in which the last check has found something is refused.`,
    body,
    answers: { 202: begun('COMMITTING') },
    errors: [...errors, 'importUnsound'],
    handle: ({ request, params, body: mapping }) => imports.commit(callerOf(request), params.guid, mapping),
  });

  addOperation(app, {
    ...common,
    url: `${IMPORTS_PATH}/:guid/abort`,
    id: 'abortImport',
    summary: 'Stop an import',
    description: `${FOR_ADMINISTRATORS} Nothing of it is written, and the uploaded files are removed.`,
    body: { schema: emptyBody, isRequired: false, examples: { Nothing: {} } },
    answers: {
      200: {
        description: 'The import.',
        schema: importSchema,
        example: { ...IMPORT_EXAMPLE, status: 'ABORTED', hasFiles: false },
      },
    },
    errors: [...IMPORT_ERRORS, 'importState'],
    handle: ({ request, params, body: nothing }) => imports.abort(callerOf(request), params.guid, nothing),
  });
}
