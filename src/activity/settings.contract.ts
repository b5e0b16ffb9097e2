import { Type, type Static } from 'typebox';
import { personSchema } from '../access/access.contract.ts';
import { FIELD_TYPES } from '../kernel/vocabulary.ts';
import { listOf, zulu } from '../platform/http/schemas.ts';

/** The chapter of the API's document. */
export const SETTINGS_TAG = 'Settings';

/** Beside the types of custom attributes: nested criteria, which are none of them. */
export const CRITERIA_TYPE = 'CRITERIA';

export const exportAttributeSchema = Type.Object({
  apiName: Type.String({ description: 'The name in bodies and answers, such as `options.bomLevels`.' }),
  name: Type.String(),
  fieldType: Type.String({ enum: [...FIELD_TYPES, CRITERIA_TYPE] }),
  required: Type.Boolean({ description: 'Whether an export cannot be made without it.' }),
  creatable: Type.Boolean({ description: 'Whether it can be given when an export is made.' }),
  editable: Type.Boolean({ description: 'Whether it can be changed afterwards; exports are immutable.' }),
  searchable: Type.Boolean({ description: 'Whether exports can be searched by it.' }),
  multiSelect: Type.Optional(Type.Boolean({ description: 'Of drop-downs: whether several values go.' })),
  maxLength: Type.Optional(Type.Integer({ description: 'In characters.' })),
  possibleValues: Type.Optional(Type.Array(Type.String())),
});
export type ExportAttribute = Static<typeof exportAttributeSchema>;
export const exportAttributeListSchema = listOf(exportAttributeSchema);

export const recentExportSchema = Type.Object({
  configuration: Type.String({ description: 'The name of the export definition.' }),
  dateTime: zulu('When the run was accepted.'),
  numberOfResources: Type.Integer({
    minimum: 0,
    description: 'Items that the criteria matched; 0 until that is known.',
  }),
  type: Type.String({ description: 'What was done, and by which way.' }),
  user: personSchema,
});
export type RecentExport = Static<typeof recentExportSchema>;
export const recentExportListSchema = listOf(recentExportSchema);

/** Every run is started by way of the API: the command line and the page are clients of it. */
export const EXPORT_ACTIVITY = 'API Export';
