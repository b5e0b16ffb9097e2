/**
 * The words of the product record and of exports that stand on the wire, in bundles and in the database: each list
 * once, here. Case matters only in the form that is echoed; input is matched with {@link matchOption}.
 */
export const ITEM_WORLD = 'ITEMS';

/** What custom attributes can belong to. */
export const ATTRIBUTE_WORLDS = ['ITEMS', 'BOM', 'SUPPLIERS', 'SUPPLIER_ITEMS'] as const;
export type AttributeWorld = (typeof ATTRIBUTE_WORLDS)[number];

export const FIELD_TYPES = [
  'SINGLE_LINE_TEXT',
  'MULTI_LINE_TEXT',
  'DROP_DOWN',
  'FIXED_DROP_DOWN',
  'DATE',
  'DATETIME',
  'NUMBER',
  'POSITIVE_DOUBLE',
  'INTEGER',
  'POSITIVE_INTEGER',
  'COST',
  'BOOLEAN',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** How the values of a field type are kept, compared and written. */
export type ValueType = 'text' | 'option' | 'date-time' | 'number' | 'boolean';

export const VALUE_TYPE_OF_FIELD: Readonly<Record<FieldType, ValueType>> = {
  SINGLE_LINE_TEXT: 'text',
  MULTI_LINE_TEXT: 'text',
  DROP_DOWN: 'option',
  FIXED_DROP_DOWN: 'option',
  DATE: 'date-time',
  DATETIME: 'date-time',
  NUMBER: 'number',
  POSITIVE_DOUBLE: 'number',
  INTEGER: 'number',
  POSITIVE_INTEGER: 'number',
  COST: 'number',
  BOOLEAN: 'boolean',
};

export const REVISION_STATUSES = ['WORKING', 'EFFECTIVE', 'SUPERSEDED'] as const;
export const LIFECYCLE_STAGES = ['PRELIMINARY', 'DESIGN', 'PRODUCTION', 'RETIRED'] as const;

/** Which revision of an item an export reads; see {@link ../engine/item-set.ts}. */
export const REVISION_RULES = ['LATEST', 'WORKING', 'POTENTIAL'] as const;
export type RevisionRule = (typeof REVISION_RULES)[number];

export const BOM_LEVELS = ['NONE', 'SINGLE', 'FULL'] as const;
export type BomLevels = (typeof BOM_LEVELS)[number];

export const EXPORT_VIEWS = [
  'SPECS',
  'BOM',
  'BOM_SUBSTITUTES',
  'SOURCING',
  'FILES',
  'FILES_FILE_SUMMARY',
  'SOURCING_SUPPLIERITEM_SPECS',
  'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
  'SOURCING_SUPPLIERITEM_FILES',
  'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
] as const;
export type ExportView = (typeof EXPORT_VIEWS)[number];

/** Another spelling in the reference's own samples. */
export const EXPORT_VIEW_ALIASES: Readonly<Record<string, ExportView>> = {
  SOURCING_SUPPLIERITEM_SPECS_PROFILE: 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
};

export const ITEM_FILE_CONTENTS = ['NONE', 'PRIMARY', 'ALL'] as const;
export const SUPPLIER_ITEM_FILE_CONTENTS = ['NONE', 'ALL'] as const;
export const HEADER_STYLES = ['apiName', 'name'] as const;
export type HeaderStyle = (typeof HEADER_STYLES)[number];
export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a run needs to know of its definition: the wire's `options`, every default filled in. */
export interface ExportOptions {
  readonly bomLevels: BomLevels;
  readonly exportViews: readonly ExportView[];
  readonly fileContent: {
    readonly item: (typeof ITEM_FILE_CONTENTS)[number];
    readonly supplierItem: (typeof SUPPLIER_ITEM_FILE_CONTENTS)[number];
  };
  readonly header: HeaderStyle;
  readonly revisionStatus: RevisionRule;
  readonly format: ExportFormat;
  readonly enableNotifications: boolean;
}

/** What a definition has where it was not told. */
export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  bomLevels: 'NONE',
  exportViews: ['SPECS'],
  fileContent: { item: 'NONE', supplierItem: 'NONE' },
  header: 'apiName',
  revisionStatus: 'LATEST',
  format: 'csv',
  enableNotifications: false,
};

/** In characters, of an export definition. */
export const MAX_NAME_LENGTH = 100;
export const MAX_DESCRIPTION_LENGTH = 4_000;

export const RUN_STATUSES = ['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** What people may do. */
export const PERSON_ROLES = ['member', 'administrator'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
/** Machine users have a client instead of a password. */
export const ROLES = [...PERSON_ROLES, 'machine'] as const;
export type Role = (typeof ROLES)[number];

/** The option meant by `text`, without regard to case, in its canonical form. */
export function matchOption<Option extends string>(
  options: readonly Option[],
  text: string,
): Option | undefined {
  const wanted = text.toLowerCase();
  return options.find((option) => option.toLowerCase() === wanted);
}
