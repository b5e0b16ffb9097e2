import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../../access/access.contract.ts';
import { fail } from '../../kernel/errors.ts';
import { addOperation } from '../../platform/http/operation.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import {
  importSchema,
  IMPORT_ERRORS,
  IMPORTS_PATH,
  IMPORTS_TAG,
  MAX_TABLES,
  UPLOAD_PARAMETERS,
} from './imports.contract.ts';
import { UPLOADED_EXAMPLE } from './imports.examples.ts';
import { requireAdministrator, type Imports } from './imports.service.ts';
import type { SentFile } from './receive.ts';

const ZIP_TYPE = 'application/zip';
/** As some systems call it. */
const ZIP_TYPES = [ZIP_TYPE, 'application/x-zip-compressed'];
const FORM_TYPE = 'multipart/form-data';
const ZIP_NAME = 'bundle.zip';
/** Fields that are no files are not asked for, and are all in memory at once. */
const FIELD_LIMITS = { fields: 20, fieldSize: 1_024 };

const zipSchema = Type.Unsafe<string>({
  type: 'string',
  contentMediaType: ZIP_TYPE,
  description: 'The bytes of a workspace bundle as a zip.',
});
const formSchema = Type.Object({
  file: Type.Array(
    Type.Unsafe<string>({ type: 'string', contentMediaType: 'text/csv', description: 'A file.' }),
    { minItems: 1, maxItems: MAX_TABLES, description: 'CSV files, settings.json, or one zip.' },
  ),
});

/** `POST /v1/imports` in a room of its own: its body is a file, which goes to the storage as it comes. */
export function registerUpload(app: HttpServer, imports: Imports, maxUploadBytes: number): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(ZIP_TYPES, (_request, payload, done) => {
      done(null, payload);
    });
    await scope.register(multipart, {
      limits: { fileSize: Number.MAX_SAFE_INTEGER, files: MAX_TABLES + 1, ...FIELD_LIMITS },
    });
    addUploadOperation(scope, imports, maxUploadBytes);
  });
}

function addUploadOperation(app: HttpServer, imports: Imports, maxUploadBytes: number): void {
  addOperation(app, {
    method: 'POST',
    url: IMPORTS_PATH,
    id: 'uploadImport',
    tag: IMPORTS_TAG,
    summary: 'Upload a bundle or tables to import',
    description:
      'For administrators of the workspace. A zip as the body, or files in a form. Nothing is imported yet: check the import, then commit it, within a day.',
    takesFile: true,
    path: {},
    query: UPLOAD_PARAMETERS,
    body: {
      schema: zipSchema,
      isRequired: true,
      contentType: ZIP_TYPE,
      examples: { 'A zip': 'PK…' },
      others: [
        {
          schema: formSchema,
          contentType: FORM_TYPE,
          examples: { 'A table': { file: ['number,name\n100-0001,Bracket\n'] } },
        },
      ],
    },
    answers: {
      201: {
        description: 'The import: what is in the files, and what they are taken for.',
        schema: importSchema,
        example: UPLOADED_EXAMPLE,
      },
    },
    errors: [...IMPORT_ERRORS, 'unreadableUpload', 'notKept'],
    handle: async ({ request, query, body }) => {
      const caller = callerOf(request);
      // Before any of the body is taken in.
      requireAdministrator(caller);
      if (Number(request.headers['content-length'] ?? 0) > maxUploadBytes + FORM_BYTES)
        fail('bodyTooLarge', maxUploadBytes);
      const name = query.name ?? '';
      return request.isMultipart()
        ? imports.upload(caller, name, filesOf(request))
        : imports.upload(caller, name, zipOf(body, name));
    },
  });
}

/** What a form has beside its files. */
const FORM_BYTES = 64 * 1_024;

/** The body is left open when its reader gives up: its answer goes over the same connection. */
async function* zipOf(body: unknown, name: string): AsyncGenerator<SentFile> {
  // Without a body there is no file.
  if (body instanceof Readable) yield { name: name === '' ? ZIP_NAME : name, content: bytesOf(body) };
}

async function* filesOf(request: FastifyRequest): AsyncGenerator<SentFile> {
  const files = request.files();
  try {
    for (;;) {
      // What is wrong with the form, such as a boundary that is not there, has no code.
      const next = await files.next().catch(() => fail('malformedRequest'));
      if (next.done === true) return;
      yield { name: next.value.filename, content: bytesOf(next.value.file) };
    }
  } finally {
    await files.return?.(undefined);
  }
}

const bytesOf = (stream: Pick<Readable, 'iterator'>): AsyncIterable<Uint8Array> =>
  stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
