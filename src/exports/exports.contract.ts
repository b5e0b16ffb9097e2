import { Type, type Static } from 'typebox';
import { violation, type ErrorName } from '../kernel/errors.ts';
import {
  BOM_LEVELS,
  DEFAULT_EXPORT_OPTIONS as DEFAULTS,
  EXPORT_FORMATS,
  EXPORT_VIEW_ALIASES,
  EXPORT_VIEWS,
  HEADER_STYLES,
  ITEM_FILE_CONTENTS,
  ITEM_WORLD,
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  REVISION_RULES,
  RUN_STATUSES,
  SUPPLIER_ITEM_FILE_CONTENTS,
} from '../kernel/vocabulary.ts';
import { personSchema } from '../access/access.contract.ts';
import {
  integerParameter,
  optionParameter,
  PAGING_PARAMETERS,
  textParameter,
} from '../platform/http/query.ts';
import { criteriaAnswer, criteriaBody } from './criteria.contract.ts';
import { listOf, nullable, option, requiredText, text, zulu } from '../platform/http/schemas.ts';

/** Chapters of the API's document. */
export const EXPORTS_TAG = 'Export definitions';
export const RUNS_TAG = 'Export runs';

/** What the parts of a path name. */
export const DEFINITION_PATH = { guid: 'The export definition.' };
export const RUN_PATH = { ...DEFINITION_PATH, run: 'The run.' };
export const RUN_FILE_PATH = { ...RUN_PATH, file: 'The file of the run.' };
export const MEMBER_PATH = { ...RUN_FILE_PATH, member: 'The member of the file, by its name.' };

export const IDEMPOTENCY_HEADER =
  'Up to 255 characters of your own making. The same request sent again with it within 24 hours is answered with what it made the first time.';

/** What may be wrong with criteria, beyond what may be wrong with any body. */
export const CRITERIA_ERRORS = [
  'unknownAttribute',
  'invalidOperator',
  'invalidOption',
  'invalidBoolean',
  'invalidDateTime',
  'notChronological',
] as const satisfies readonly ErrorName[];

/** The wire's options as a client may send them: each has its default. */
const optionsBody = Type.Object(
  {
    bomLevels: option(BOM_LEVELS, { default: DEFAULTS.bomLevels }),
    exportViews: Type.Unsafe<(typeof EXPORT_VIEWS)[number][]>({
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: option(EXPORT_VIEWS, { aliases: EXPORT_VIEW_ALIASES }),
      default: DEFAULTS.exportViews,
    }),
    fileContent: Type.Object(
      {
        item: option(ITEM_FILE_CONTENTS, { default: DEFAULTS.fileContent.item }),
        supplierItem: option(SUPPLIER_ITEM_FILE_CONTENTS, {
          default: DEFAULTS.fileContent.supplierItem,
          refused: ['PRIMARY'],
        }),
      },
      { additionalProperties: false, default: {} },
    ),
    header: option(HEADER_STYLES, { default: DEFAULTS.header }),
    revisionStatus: option(REVISION_RULES, { default: DEFAULTS.revisionStatus }),
    format: option(EXPORT_FORMATS, { default: DEFAULTS.format }),
    enableNotifications: Type.Boolean({ default: DEFAULTS.enableNotifications }),
  },
  { additionalProperties: false, default: {} },
);

export const definitionBody = Type.Object(
  {
    name: requiredText(MAX_NAME_LENGTH, 'What the export is called; its files are named after it.'),
    description: Type.Optional(nullable(text(MAX_DESCRIPTION_LENGTH, 'What the export is for.'))),
    world: option([ITEM_WORLD], { description: 'What is exported.' }),
    criteria: Type.Optional(criteriaBody),
    options: optionsBody,
  },
  { additionalProperties: false, required: ['name', 'world'] },
);

/** What `?view=full` adds to a definition. */
const runHistorySchema = Type.Object({
  runs: Type.Integer({ description: 'All runs there have been, those that have not ended included.' }),
  succeeded: Type.Integer({ description: 'Runs that came to a file.' }),
  failed: Type.Integer(),
  aborted: Type.Integer(),
  lastRun: nullable(
    Type.Object({
      completionDateTime: nullable(zulu('When the file was complete.')),
      creationDateTime: zulu('When the run was accepted.'),
      guid: Type.String(),
      number: Type.Integer(),
      status: Type.String({ enum: [...RUN_STATUSES] }),
    }),
  ),
});

/** As the reference has it. */
export const definitionSchema = Type.Object({
  creationDateTime: zulu('When the definition was made.'),
  creator: personSchema,
  criteria: criteriaAnswer,
  description: nullable(Type.String()),
  guid: Type.String(),
  name: Type.String(),
  number: Type.Integer(),
  options: Type.Object({
    bomLevels: Type.String(),
    exportViews: Type.Array(Type.String()),
    fileContent: Type.Object({ item: Type.String(), supplierItem: Type.String() }),
    header: Type.String(),
    revisionStatus: Type.String(),
    format: Type.String(),
    enableNotifications: Type.Boolean(),
  }),
  world: Type.String(),
});
/** With what is ours. */
export const fullDefinitionSchema = Type.Object({
  ...definitionSchema.properties,
  waybill: Type.Optional(runHistorySchema),
});
export type DefinitionAnswer = Static<typeof fullDefinitionSchema>;
export const definitionListSchema = listOf(fullDefinitionSchema);

const TEXT_FILTER = 'in any case; `*` stands for any characters.';
/** The view of definitions; see {@link runHistorySchema}. */
export const DEFINITION_VIEW = {
  view: optionParameter(['full'], 'full: what has become of its runs, under `waybill`.'),
};

/** What a list of definitions can be searched by, and its paging. */
export const DEFINITION_PARAMETERS = {
  name: textParameter(`The whole name, ${TEXT_FILTER}`),
  number: integerParameter(1, violation('invalidRunNumber'), 'The number of the definition.'),
  description: textParameter(`The whole description, ${TEXT_FILTER}`),
  'creator.guid': textParameter('Who made it, by GUID.'),
  'creator.email': textParameter('Who made it, by e-mail address.'),
  'creator.fullName': textParameter('Who made it, by name.'),
  ...PAGING_PARAMETERS,
};

export const runBody = Type.Object(
  { criteria: Type.Optional(criteriaBody) },
  { additionalProperties: false },
);

/** A body without fields. */
export const emptyBody = Type.Object({}, { additionalProperties: false });

/** What `?view=full` adds. */
const runDetailSchema = Type.Object({
  attempt: Type.Integer(),
  endedDateTime: nullable(zulu('When the run came to its end, whatever the end.')),
  error: nullable(Type.Object({ code: Type.Integer(), message: Type.String() })),
  expirationDateTime: nullable(zulu('Until when the file is kept.')),
  progress: nullable(
    Type.Object({
      phase: Type.String(),
      rowsWritten: Type.Integer(),
      rowsEstimated: nullable(Type.Integer()),
      bytesWritten: Type.Integer(),
    }),
  ),
  snapshot: nullable(zulu('The moment of the records that the file shows.')),
  startedDateTime: nullable(zulu('When a worker took the run up for the first time.')),
  views: nullable(
    Type.Array(
      Type.Object({
        name: Type.String(),
        rows: Type.Integer(),
        bytes: nullable(Type.Integer({ description: 'Of its member, unpacked; null in a JSON document.' })),
      }),
      { description: 'What each view has in the file; null before the run is complete, and for old runs.' },
    ),
  ),
});

/** Field order as the reference's page shows it. */
export const runSchema = Type.Object({
  completionDateTime: nullable(
    zulu('When the file was complete; null before, and for runs that failed or were aborted.'),
  ),
  creationDateTime: zulu('When the run was accepted.'),
  creator: personSchema,
  criteria: criteriaAnswer,
  criteriaResultsCount: nullable(
    Type.Integer({ description: 'Items that the criteria matched, before BOM explosion.' }),
  ),
  files: Type.Optional(Type.Array(Type.Object({ guid: Type.String(), title: Type.Null() }))),
  guid: Type.String(),
  number: Type.Integer(),
  status: Type.String({ enum: [...RUN_STATUSES] }),
  waybill: Type.Optional(runDetailSchema),
});
export type RunAnswer = Static<typeof runSchema>;
export const runListSchema = listOf(runSchema);

const exportReferenceSchema = Type.Object({
  guid: Type.String(),
  name: Type.String(),
  number: Type.Integer(),
});
export type ExportReference = Static<typeof exportReferenceSchema>;

/** A run in the list of all runs of a workspace. */
export const workspaceRunSchema = Type.Object({ ...runSchema.properties, export: exportReferenceSchema });
export type WorkspaceRunAnswer = Static<typeof workspaceRunSchema>;
export const workspaceRunListSchema = listOf(workspaceRunSchema);

export const runFileSchema = Type.Object({
  author: personSchema,
  category: Type.Object({ guid: Type.Null(), name: Type.Null() }),
  checkedOut: Type.Boolean(),
  creationDateTime: zulu('When the file was complete.'),
  description: Type.Null(),
  edition: Type.String(),
  format: Type.String(),
  guid: Type.String(),
  hasMarkup: Type.Boolean(),
  haveContent: Type.Boolean(),
  lastModifiedDateTime: zulu('When the file was complete.'),
  latest: Type.Boolean(),
  location: Type.Null(),
  locked: Type.Boolean(),
  mimeType: Type.String(),
  name: Type.String(),
  number: Type.String(),
  private: Type.Boolean(),
  size: Type.Integer({ description: 'Bytes.' }),
  storageMethodName: Type.String(),
  title: Type.Null(),
  sha256: Type.String({ description: 'SHA-256 of the content, in hexadecimal.' }),
});
export type RunFileAnswer = Static<typeof runFileSchema>;

/** Rows of a preview, by default. */
export const PREVIEW_ROWS = 100;

export const runFileMemberSchema = Type.Object({
  name: Type.String(),
  size: Type.Integer({ description: 'Bytes, unpacked.' }),
  compressedSize: Type.Integer({ description: 'Bytes that it takes in the file.' }),
  crc32: nullable(Type.String({ description: 'In hexadecimal; null of a file that is no archive.' })),
  modifiedDateTime: zulu('The moment of the records that it shows.'),
  hasPreview: Type.Boolean({ description: 'Whether its rows can be shown, as far as its name tells.' }),
});
export type RunFileMemberAnswer = Static<typeof runFileMemberSchema>;
export const runFileMemberListSchema = listOf(runFileMemberSchema);

export const memberPreviewSchema = Type.Object({
  columns: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(nullable(Type.String()), { description: 'A cell for each column.' })),
  complete: Type.Boolean({ description: 'Whether these are all rows of the member.' }),
});
export type MemberPreviewAnswer = Static<typeof memberPreviewSchema>;

/** What a worker is woken with: the row says the rest. */
export interface RunJob {
  readonly runId: number;
}
export const RUN_QUEUE = 'export-run';
/** Runs whose workers died too often. */
export const RUN_DEAD_QUEUE = 'export-run-dead';
