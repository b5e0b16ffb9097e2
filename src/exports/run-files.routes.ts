import { callerOf } from '../access/access.contract.ts';
import {
  contentAnswers,
  DOWNLOAD_CONDITIONS,
  DOWNLOAD_ERRORS,
} from '../platform/http/held-content-answers.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { RUN_FILE_CACHE_CONTROL, type Downloads } from './downloads.ts';
import { RUN_FILE_PATH, runFileSchema, RUNS_TAG } from './exports.contract.ts';
import { RUN_FILE_EXAMPLE } from './exports.examples.ts';
import { presentRunFile } from './exports.present.ts';
import { getOwnFile, type ExportPorts } from './exports.service.ts';

export const filePathOf = ({ guid, run, file }: Readonly<Record<keyof typeof RUN_FILE_PATH, string>>) => ({
  definitionGuid: guid,
  runGuid: run,
  fileGuid: file,
});

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
      const { file, run } = await getOwnFile(ports, callerOf(request), filePathOf(params));
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
    headers: DOWNLOAD_CONDITIONS,
    answers: contentAnswers({
      content: 'The content of the file: a zip, or a JSON document.',
      lastModified: 'When the file was complete.',
      cacheControl: RUN_FILE_CACHE_CONTROL,
    }),
    errors: ['noPrivilege', ...DOWNLOAD_ERRORS],
    handle: async ({ request, reply, params }) => {
      const { file } = await getOwnFile(ports, callerOf(request), filePathOf(params));
      return downloads.send(file, request, reply);
    },
  });
}
