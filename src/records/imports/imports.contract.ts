import { Type, type Static } from 'typebox';
import { personSchema } from '../../access/access.contract.ts';
import type { ErrorName } from '../../kernel/errors.ts';
import { EXPORT_VIEWS } from '../../kernel/vocabulary.ts';
import { optionParameter, PAGING_PARAMETERS, textParameter } from '../../platform/http/query.ts';
import { listOf, nullable, option, zulu } from '../../platform/http/schemas.ts';

/** The chapter of the API's document. */
export const IMPORTS_TAG = 'Imports';
export const IMPORTS_PATH = '/v1/imports';
export const IMPORT_PATH = { guid: 'The import.' };

/** In which state an import is, with what that means. */
export const IMPORT_STATUSES = {
  UPLOADED: 'the files are here, nothing was looked at',
  CHECKING: 'everything is being looked at; nothing is written',
  CHECKED: 'it is known what is wrong, or what would change',
  COMMITTING: 'it is being written; nobody sees anything of it yet',
  COMPLETE: 'all of it was imported',
  FAILED: 'nothing was imported; `error` says why',
  ABORTED: 'somebody stopped it; nothing was imported',
} as const;
export type ImportStatus = keyof typeof IMPORT_STATUSES;
export const IMPORT_STATUS_NAMES = Object.keys(IMPORT_STATUSES) as ImportStatus[];
const statuses = IMPORT_STATUS_NAMES.map((name) => `${name}: ${IMPORT_STATUSES[name]}`).join('; ');

export const MAX_NAME_LENGTH = 255;
const MAX_HEADER_LENGTH = 1_000;
/** Of one upload; a bundle has eleven. */
export const MAX_TABLES = 100;

const columnsSchema = Type.Unsafe<Record<string, string | null>>({
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string', maxLength: MAX_HEADER_LENGTH }, { type: 'null' }] },
  description:
    'What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says.',
});

const viewOption = { description: 'The view that the rows of the file are of; null: the file is left out.' };

export const importFileSchema = Type.Object({
  columns: columnsSchema,
  headers: Type.Array(Type.String(), { description: 'The header row, as it stands in the file.' }),
  name: Type.String({ description: 'The name of the file.' }),
  problems: Type.Integer({ description: 'How many problems are told of this file.' }),
  size: Type.Integer({ description: 'Bytes, unpacked.' }),
  view: nullable(Type.String({ enum: [...EXPORT_VIEWS], ...viewOption })),
});

export const importProblemSchema = Type.Object({
  file: nullable(Type.String({ description: 'null: it is about the upload as a whole.' })),
  line: nullable(Type.Integer({ description: 'From 1; null: it is not about one line.' })),
  message: Type.String(),
});
export type ImportProblemAnswer = Static<typeof importProblemSchema>;
export const importProblemListSchema = listOf(importProblemSchema);

export const importSchema = Type.Object({
  completionDateTime: nullable(zulu('When it came to its end, whatever the end.')),
  contentFiles: Type.Integer({ description: 'Physical files in the upload, for `contentPath`.' }),
  creationDateTime: zulu('When it was uploaded.'),
  creator: personSchema,
  error: nullable(
    Type.Object({ code: Type.Integer(), message: Type.String() }, { description: 'Why it failed.' }),
  ),
  files: Type.Array(importFileSchema, { description: 'The tables of the upload.' }),
  guid: Type.String(),
  hasFiles: Type.Boolean({ description: 'Whether the uploaded files are still kept.' }),
  hasSettings: Type.Boolean({ description: 'Whether there is a settings.json.' }),
  name: Type.String({ description: 'The name of what was uploaded.' }),
  problems: Type.Object(
    {
      count: Type.Integer({ description: 'All that were found.' }),
      results: Type.Array(importProblemSchema, { description: 'The first of them.' }),
    },
    { description: 'What the last check, or the import, has found to be wrong.' },
  ),
  progress: nullable(
    Type.Object({
      file: nullable(Type.String({ description: 'The file, or kind of record, at work.' })),
      phase: Type.String({ enum: ['waiting', 'reading', 'merging', 'storing'] }),
      rowsExpected: nullable(Type.Integer({ description: 'As many as the last check has read.' })),
      rowsRead: Type.Integer({ description: 'Rows of all files so far.' }),
    }),
  ),
  size: Type.Integer({ description: 'Bytes of the upload.' }),
  status: Type.String({ enum: IMPORT_STATUS_NAMES, description: `${statuses}.` }),
  summary: nullable(
    Type.Array(
      Type.Object({
        created: Type.Integer(),
        kind: Type.String({ description: 'Of record, such as `items`.' }),
        unchanged: Type.Integer(),
        updated: Type.Integer(),
      }),
      { description: 'What the check says would change, or what the import has changed.' },
    ),
  ),
});
export type ImportAnswer = Static<typeof importSchema>;
export const importListSchema = listOf(importSchema);

export const LIST_PARAMETERS = {
  status: optionParameter(IMPORT_STATUS_NAMES, 'The status of the import.'),
  ...PAGING_PARAMETERS,
};
export const PROBLEM_PARAMETERS = {
  file: textParameter('Problems of this file only: its name.'),
  ...PAGING_PARAMETERS,
};
export const UPLOAD_PARAMETERS = {
  name: textParameter('What the upload is called, when it is the body itself.'),
};

/** What files and columns stand for; what is not named stays as it is. */
export const mappingBody = Type.Object(
  {
    files: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String({ maxLength: MAX_NAME_LENGTH, description: 'The file.' }),
            view: Type.Optional(
              Type.Union([option(EXPORT_VIEWS, viewOption), Type.Null()]) as never as ReturnType<
                typeof option<(typeof EXPORT_VIEWS)[number]>
              >,
            ),
            columns: Type.Optional(columnsSchema),
          },
          { additionalProperties: false },
        ),
        { maxItems: MAX_TABLES },
      ),
    ),
  },
  { additionalProperties: false },
);

/** The views that tables can be of, for whoever assigns columns. */
export const importViewSchema = Type.Object({
  attributes: Type.Array(
    Type.Object({
      fieldType: Type.String(),
      guid: Type.String(),
      name: Type.String(),
    }),
    { description: 'The custom attributes of the workspace that can be columns too, by GUID or name.' },
  ),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      required: Type.Boolean({ description: 'The column has to be there, with something in each row.' }),
      type: Type.String({ enum: ['text', 'option', 'date-time', 'number', 'boolean'] }),
    }),
  ),
  takesAttributes: Type.Boolean({
    description: 'Whether a column of another name becomes a custom attribute.',
  }),
  view: Type.String({ enum: [...EXPORT_VIEWS] }),
});
export type ImportViewAnswer = Static<typeof importViewSchema>;
export const importViewListSchema = listOf(importViewSchema);

/** For administrators of the workspace only. */
export const IMPORT_ERRORS: readonly ErrorName[] = ['noPrivilege'];
