import { callerOf } from '../access/access.contract.ts';
import { addOperation } from '../platform/http/operation.ts';
import { limitParameter, pageOf, PAGING_PARAMETERS } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import {
  MEMBER_PATH,
  memberPreviewSchema,
  PREVIEW_ROWS,
  RUN_FILE_PATH,
  runFileMemberListSchema,
  RUNS_TAG,
} from './exports.contract.ts';
import { listExample, MEMBER_EXAMPLE, PREVIEW_EXAMPLE } from './exports.examples.ts';
import { presentMember } from './exports.present.ts';
import { getOwnFile, type ExportPorts } from './exports.service.ts';
import { filePathOf } from './run-files.routes.ts';
import type { RunMembers } from './run-members.ts';

const PREVIEW_PARAMETERS = { limit: limitParameter('How many rows to answer with.', PREVIEW_ROWS) };

/** What is in the file of a run, without downloading it. */
export function registerRunMembers(app: HttpServer, ports: ExportPorts, members: RunMembers): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run/files/:file/members',
    id: 'listRunFileMembers',
    tag: RUNS_TAG,
    summary: 'List what is in the file of a run of your own',
    description:
      'The members of a zip; a JSON document is its own only member. The run does not turn DOWNLOADED.',
    path: RUN_FILE_PATH,
    query: PAGING_PARAMETERS,
    answers: {
      200: {
        description: 'Members in the order in which they stand in the file.',
        schema: runFileMemberListSchema,
        example: listExample(MEMBER_EXAMPLE),
      },
    },
    errors: ['noPrivilege', 'fileUnavailable'],
    handle: async ({ request, params, query }) => {
      const { file } = await getOwnFile(ports, callerOf(request), filePathOf(params));
      const { count, results } = await members.list(file, pageOf(query));
      return { count, results: results.map(presentMember) };
    },
  });

  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run/files/:file/members/:member',
    id: 'previewRunFileMember',
    tag: RUNS_TAG,
    summary: 'Show the first rows of a member of the file of a run of your own',
    description:
      'Of a csv member, or of the `results` of a json member: nested fields have dotted columns, custom attributes the column of their name, and nested rows are told by their number. Cells are cut to 2 000 characters. The run does not turn DOWNLOADED.',
    path: MEMBER_PATH,
    query: PREVIEW_PARAMETERS,
    answers: {
      200: {
        description: 'Rows from the first one on.',
        schema: memberPreviewSchema,
        example: PREVIEW_EXAMPLE,
      },
    },
    errors: ['noPrivilege', 'fileUnavailable', 'noPreview'],
    handle: async ({ request, params, query }) => {
      const { file } = await getOwnFile(ports, callerOf(request), filePathOf(params));
      const limit = query.limit ?? PREVIEW_ROWS;
      const { columns, rows, isComplete } = await members.preview(file, params.member, limit);
      return { columns, rows, complete: isComplete };
    },
  });
}
