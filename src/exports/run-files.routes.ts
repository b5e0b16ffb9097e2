import { Type } from 'typebox';
import { callerOf } from '../access/access.contract.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Downloads } from './downloads.ts';
import { RUN_FILE_PATH, runFileSchema, RUNS_TAG } from './exports.contract.ts';
import { RUN_FILE_EXAMPLE } from './exports.examples.ts';
import { presentRunFile } from './exports.present.ts';
import { getOwnFile, type ExportPorts } from './exports.service.ts';

const pathOf = ({ guid, run, file }: Readonly<Record<keyof typeof RUN_FILE_PATH, string>>) => ({
  definitionGuid: guid,
  runGuid: run,
  fileGuid: file,
});

/** Request headers of a download, RFC 9110. */
const CONDITIONS = {
  Range: 'One part of the file, by bytes: `bytes=1000-1999`, `bytes=1000-`, `bytes=-1000`.',
  'If-Range': 'An ETag or a date of Last-Modified: when it is not that of the file, the whole file is sent.',
  'If-Match': 'ETags that the client would go on with, or `*`: else the answer is an error.',
  'If-None-Match': 'ETags of what the client has, or `*`: then no content is sent.',
  'If-Modified-Since': 'Counts when there is no If-None-Match.',
  'If-Unmodified-Since': 'Counts when there is no If-Match.',
};

/** Response headers that say which content this is. */
const STATE = {
  ETag: 'Names this content, for good.',
  'Last-Modified': 'When the file was complete.',
  'Cache-Control': '`private, no-transform`',
};

const CONTENT = {
  schema: Type.Unsafe<unknown>({ description: 'The bytes of the file.' }),
  contentType: '*/*',
  headers: {
    'Content-Disposition': 'The name of the file, RFC 6266.',
    'Accept-Ranges': '`bytes`',
    'Repr-Digest': 'SHA-256 of the whole file, RFC 9530.',
    ...STATE,
  },
};

/** The file of a run: what is known of it, and its content. */
export function registerRunFiles(app: HttpServer, ports: ExportPorts, downloads: Downloads): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/exports/:guid/runs/:run/files/:file',
    id: 'getRunFile',
    tag: RUNS_TAG,
    summary: 'Show the file of a run of your own',
    path: RUN_FILE_PATH,
    answers: { 200: { description: 'The file.', schema: runFileSchema, example: RUN_FILE_EXAMPLE } },
    errors: ['noPrivilege'],
    handle: async ({ request, params }) => {
      const { file, run } = await getOwnFile(ports, callerOf(request), pathOf(params));
      return presentRunFile(file, run);
    },
  });

  addOperation(app, {
    method: 'GET',
    answersHead: true,
    url: '/v1/exports/:guid/runs/:run/files/:file/content',
    id: 'downloadRunFile',
    tag: RUNS_TAG,
    summary: 'Download the file of a run of your own',
    description:
      'The run turns DOWNLOADED when the last byte of the file has been sent, at one go or by a download that was resumed. A `Range` of several parts is answered with the whole file, and HEAD knows no ranges.',
    path: RUN_FILE_PATH,
    headers: CONDITIONS,
    answers: {
      200: { description: 'The content of the file: a zip, or a JSON document.', ...CONTENT },
      206: {
        description: 'The part of the content that `Range` asks for.',
        ...CONTENT,
        headers: { 'Content-Range': 'Which bytes these are, and of how many.', ...CONTENT.headers },
      },
      304: { description: 'The client has this content already.', headers: STATE },
    },
    errors: ['noPrivilege', 'fileUnavailable', 'preconditionFailed', 'rangeNotSatisfiable'],
    handle: async ({ request, reply, params }) => {
      const { file } = await getOwnFile(ports, callerOf(request), pathOf(params));
      return downloads.send(file, request, reply);
    },
  });
}
