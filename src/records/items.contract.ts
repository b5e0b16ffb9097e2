import { Type, type TSchema } from 'typebox';
import { criteriaBody } from '../exports/criteria.contract.ts';
import {
  FIELD_TYPES,
  REVISION_RULES,
  REVISION_STATUSES,
  type RevisionRule,
  type ValueType,
} from '../kernel/vocabulary.ts';
import { optionParameter, textParameter } from '../platform/http/query.ts';
import { listOf, nullable, option } from '../platform/http/schemas.ts';
import { viewOf } from '../engine/views/index.ts';
import { flag, number, text, zulu, type View, type ViewColumn } from '../engine/views/view.ts';
import { MEDIA_TYPE, PREVIEW, PREVIEW_KINDS } from './media-types.ts';

/** The chapter of the API's document. */
export const ITEMS_TAG = 'Items';

export const ITEM_PATH = { guid: 'The item: the GUID of any of its revisions.' };

/** Which revision of an item lists show, and which is shown of another item: as exports do by default. */
export const RULE: RevisionRule = 'LATEST';

/** Parts of a row that would only repeat what it stands under. */
function without(view: View, ...prefixes: readonly string[]): View {
  return {
    ...view,
    columns: view.columns.filter(({ header }) => !prefixes.some((prefix) => header.startsWith(prefix))),
  };
}

const bom = viewOf('BOM', RULE);

/** The same columns as in exports, so that an item, a line or a source looks the same wherever it is read. */
export const ITEM_VIEW = viewOf('SPECS', RULE);
export const BOM_VIEW = without(bom, 'parent.');
export const SUBSTITUTE_VIEW = without(viewOf('BOM_SUBSTITUTES', RULE), 'parent.', 'item.', 'bom.');
export const SOURCING_VIEW = without(viewOf('SOURCING', RULE), 'parent.');
/** Where the content stands in an archive is for archives to say. */
export const FILES_VIEW = without(viewOf('FILES', RULE), 'parent.', 'contentPath');

/** What `?view=full` adds, as it does to runs. */
const withMore = (view: View, ...columns: readonly ViewColumn[]): View => ({
  ...view,
  columns: [...view.columns, ...columns.map((column) => ({ ...column, header: `waybill.${column.header}` }))],
});
export const FULL_BOM_VIEW = withMore(
  BOM_VIEW,
  flag('hasBom', 'EXISTS (SELECT FROM bom_lines below WHERE below.parent_revision_id = c_revision.id)'),
);
export const FULL_FILES_VIEW = withMore(
  FILES_VIEW,
  text('format', 'f.format'),
  flag('haveContent', '(f.content_key IS NOT NULL)'),
  zulu('lastModifiedDateTime', 'f.last_modified_at'),
  text('mimeType', MEDIA_TYPE),
  text('preview', PREVIEW),
  flag('private', 'f.private'),
  number('size', 'f.size_bytes'),
);
/** The revisions of an item, without what `GET /v1/items/{guid}` says of each. */
export const REVISIONS_VIEW: View = revisionsOf(ITEM_VIEW);
function revisionsOf({ name, columns, from, orderBy, json }: View): View {
  const kept = /^(guid|revision|name|lifecyclePhase|owner|creat|effective|superseded)/;
  const own = columns.filter(({ header }) => kept.test(header));
  const all = [...own, zulu('lastModifiedDateTime', 'r.last_modified_at')];
  return { name, columns: all, from, orderBy, json };
}

/** BOM lines seen from the child: `item` is the assembly that has the line. */
export const WHERE_USED_VIEW: View = {
  ...bom,
  columns: without(bom, 'item.').columns.map((column) => ({
    ...column,
    header: column.header.replace(/^parent\./, 'item.'),
  })),
};

/** What the tree of dotted headers comes to: a leaf for each column, an object for each step above it. */
function nested<Node>(
  columns: readonly ViewColumn[],
  make: { leaf: (column: ViewColumn) => Node; object: (members: Record<string, Node>) => Node },
  depth = 0,
): Node {
  const groups = Map.groupBy(columns, ({ header }) => header.split('.')[depth] ?? '');
  const members = [...groups].map(([name, group]) => {
    const [first] = group;
    const isLeaf = first?.header.split('.').length === depth + 1;
    return [name, isLeaf ? make.leaf(first) : nested(group, make, depth + 1)] as const;
  });
  return make.object(Object.fromEntries(members));
}

const LEAVES: Readonly<Record<ValueType, TSchema>> = {
  text: nullable(Type.String()),
  option: nullable(Type.String()),
  'date-time': nullable(Type.String({ format: 'date-time' })),
  number: nullable(Type.Number()),
  boolean: Type.Boolean(),
};

const additionalAttributes = Type.Array(
  Type.Object({
    apiName: Type.String(),
    fieldType: Type.String({ enum: [...FIELD_TYPES] }),
    guid: Type.String(),
    name: Type.String(),
    value: nullable(
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())], {
        description: 'By the field type; a list where several values may be chosen.',
      }),
    ),
  }),
  { description: 'The custom attributes of the workspace, by name.' },
);

function schemaOf(view: View, more: Readonly<Record<string, TSchema>> = {}): TSchema {
  const own = nested<TSchema>(view.columns, {
    leaf: ({ type }) => LEAVES[type],
    object: (members) => Type.Object(members),
  }) as ReturnType<typeof Type.Object>;
  // A workspace without custom attributes of this world has no list of them.
  const custom =
    view.custom === undefined ? {} : { additionalAttributes: Type.Optional(additionalAttributes) };
  return Type.Object({ ...own.properties, ...custom, ...more });
}

/** Criteria and the option of an export that they depend on. */
export const searchBody = Type.Object(
  {
    criteria: Type.Optional(criteriaBody),
    revisionStatus: option(REVISION_RULES, {
      default: RULE,
      description: 'Which revision of an item is looked at and shown, as in the options of an export.',
    }),
  },
  { additionalProperties: false, required: [] },
);

export const itemSchema = schemaOf(ITEM_VIEW);
export const itemListSchema = listOf(itemSchema);
const substitutes = { substitutes: Type.Optional(Type.Array(schemaOf(SUBSTITUTE_VIEW))) };
/** A BOM line as it stands in comparisons too. */
export const bomLineSchema = schemaOf(BOM_VIEW, substitutes);
export const bomSchema = listOf(
  schemaOf(BOM_VIEW, {
    waybill: Type.Optional(
      Type.Object(
        { hasBom: Type.Boolean({ description: 'Whether the item has BOM lines of its own.' }) },
        { description: 'With `view=full`.' },
      ),
    ),
    ...substitutes,
  }),
);
export const revisionsSchema = listOf(schemaOf(REVISIONS_VIEW));
export const whereUsedSchema = listOf(schemaOf(WHERE_USED_VIEW));
export const sourcingSchema = listOf(schemaOf(SOURCING_VIEW));
export const itemFilesSchema = listOf(
  schemaOf(FILES_VIEW, {
    waybill: Type.Optional(
      Type.Object(
        {
          format: nullable(Type.String()),
          haveContent: Type.Boolean({ description: 'Whether its content can be downloaded from here.' }),
          lastModifiedDateTime: nullable(Type.String({ format: 'date-time' })),
          mimeType: nullable(Type.String()),
          preview: nullable(
            Type.String({
              enum: [...PREVIEW_KINDS],
              description: 'As what a page can show it; null: not at all.',
            }),
          ),
          private: Type.Boolean(),
          size: nullable(Type.Integer({ description: 'Bytes.' })),
        },
        { description: 'With `view=full`.' },
      ),
    ),
  }),
);

/** Names one revision of the item, where its GUID does not. */
export const REVISION_PARAMETERS = {
  revisionNumber: textParameter('Another revision of the item, by its number; empty: the one that has none.'),
  revisionStatus: optionParameter(REVISION_STATUSES, 'Another revision of the item, by its status.'),
};
type RevisionStatus = (typeof REVISION_STATUSES)[number];
/** Which revision of the item is meant; what is not given leaves it open. */
export interface RevisionChoice {
  readonly revisionNumber?: string;
  readonly revisionStatus?: RevisionStatus;
}

/** What of it was given. */
export function choiceOf(
  revisionNumber: string | undefined,
  revisionStatus: RevisionStatus | undefined,
): RevisionChoice {
  return {
    ...(revisionNumber !== undefined && { revisionNumber }),
    ...(revisionStatus !== undefined && { revisionStatus }),
  };
}

export const VIEW_PARAMETER = {
  view: optionParameter(['full'], '`full`: with more, under `waybill`.'),
};

/** A row of a view for the API's document: the values given by header, and nothing elsewhere. */
export function exampleOf(view: View, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return nested<unknown>(view.columns, {
    leaf: ({ header, type }) => values[header] ?? (type === 'boolean' ? false : null),
    object: (members) => members,
  }) as Record<string, unknown>;
}

/** What a search can ask about: attributes of the criteria language, which has their types, by their names there. */
export const SEARCHABLE: Readonly<Record<string, string>> = {
  number: 'The item number',
  name: 'The name',
  description: 'The description',
  guid: 'The GUID of the revision',
  revisionNumber: 'The revision',
  revisionStatus: 'WORKING or EFFECTIVE',
  uom: 'The unit of measure',
  procurementType: 'How the item is procured',
  'category.guid': 'The category, by GUID',
  'category.name': 'The category, by name',
  'category.path': 'The category, by its path',
  'lifecyclePhase.guid': 'The lifecycle phase, by GUID',
  'lifecyclePhase.name': 'The lifecycle phase, by name',
  'lifecyclePhase.stage': 'The stage of the lifecycle phase',
  'owner.guid': 'The owner, by GUID',
  'owner.fullName': 'The owner, by name',
  'creator.guid': 'Who made the revision, by GUID',
  'creator.fullName': 'Who made the revision, by name',
  'creator.email': 'Who made the revision, by e-mail address',
  'supplier.guid': 'A supplier of the item, by GUID',
  'supplier.name': 'A supplier of the item, by name',
  'supplierItem.guid': 'A supplier item of the item, by GUID',
  'supplierItem.name': 'A supplier item of the item, by name',
  'supplierItem.number': 'A supplier item of the item, by number',
  isAssembly: 'Whether the item has a BOM',
  inAssembly: 'Whether a BOM has the item',
  shared: 'Whether the item is shared',
  deviated: 'Whether there is a deviation',
  modifiedBOM: 'Whether the working revision has another BOM',
  modifiedSpecs: 'Whether the working revision has other specifications',
  modifiedSourcing: 'Whether the working revision has other sources',
  modifiedFiles: 'Whether the working revision has other files',
  productionCost: 'The production cost',
  prototypeCost: 'The prototype cost',
  standardCost: 'The standard cost',
  targetCost: 'The target cost',
  targetPrice: 'The target price',
  creationDateTime: 'When the revision was made',
  effectiveDateTime: 'When the revision became effective',
  lastModifiedDateTime: 'When the revision was changed last',
};
