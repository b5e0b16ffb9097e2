import { Type, type Static } from 'typebox';
import { OPERATORS_OF_TYPE, type CriterionType } from '../engine/criteria/operators.ts';
import { EXPORT_VIEWS, FIELD_TYPES, VALUE_TYPE_OF_FIELD } from '../kernel/vocabulary.ts';
import { LIMITS_PROFILES } from '../kernel/limits.ts';
import { listOf, nullable } from '../platform/http/schemas.ts';

/** What one can choose from when making an export, in the workspace and on the server that is asked. */
const CRITERION_TYPES = Object.keys(OPERATORS_OF_TYPE) as CriterionType[];
const OPERATORS = [...new Set(Object.values(OPERATORS_OF_TYPE).flat())];
const VALUE_TYPES = [...new Set(Object.values(VALUE_TYPE_OF_FIELD))];

const isCustom = Type.Boolean({ description: 'Whether it is a custom attribute of the workspace.' });

export const exportViewSchema = Type.Object({
  view: Type.String({ enum: [...EXPORT_VIEWS], description: 'The name in `options.exportViews`.' }),
  title: Type.String(),
  row: Type.String({ description: 'What a row of it is.' }),
  needs: nullable(
    Type.String({
      description: 'Without what an export has nothing to write in it; null: it needs nothing.',
    }),
  ),
  columns: Type.Array(
    Type.Object({
      apiName: Type.String({ description: 'The header in a file; of a custom attribute its GUID.' }),
      name: Type.String({ description: 'For people.' }),
      type: Type.String({ enum: VALUE_TYPES }),
      isCustom,
    }),
    { description: 'In the order in which a file has them.' },
  ),
});
export type ExportViewAnswer = Static<typeof exportViewSchema>;
export const exportViewListSchema = listOf(exportViewSchema);

export const criteriaAttributeSchema = Type.Object({
  apiName: Type.String({ description: 'The name in criteria; of a custom attribute its GUID.' }),
  name: Type.String({ description: 'For people.' }),
  type: Type.String({ enum: CRITERION_TYPES, description: 'How its values are compared.' }),
  operators: Type.Array(Type.String({ enum: OPERATORS })),
  isCustom,
  fieldType: Type.Optional(
    Type.String({ enum: [...FIELD_TYPES], description: 'Of a custom attribute: what its values are.' }),
  ),
  multiSelect: Type.Boolean({ description: 'Whether an item may have several values of it.' }),
  possibleValues: Type.Optional(
    Type.Array(Type.String(), { description: 'Of options, where they are known.' }),
  ),
});
export type CriteriaAttribute = Static<typeof criteriaAttributeSchema>;
export const criteriaAttributeListSchema = listOf(criteriaAttributeSchema);

const ceiling = (description: string) => nullable(Type.Integer({ minimum: 0, description }));

export const exportLimitsSchema = Type.Object({
  profile: Type.String({
    enum: Object.keys(LIMITS_PROFILES),
    description: 'Where the numbers come from that the server was not given one by one.',
  }),
  maxItems: ceiling('Items in one export; null, here and below: no limit.'),
  maxLines: ceiling('Rows of all views together, in an export with one of `limitedViews`.'),
  limitedViews: Type.Array(Type.String({ enum: [...EXPORT_VIEWS] })),
  runsInProgress: ceiling('Runs of one user that have not ended.'),
  guidCriteria: ceiling('Criteria, when one of them is about the `guid` of items.'),
  requestLimit: ceiling('Requests of the workspace in a day.'),
  maxCriteria: Type.Integer({ description: 'Criteria, in any case.' }),
  maxListValues: Type.Integer({ description: 'Values of one criterion.' }),
});
export type ExportLimitsAnswer = Static<typeof exportLimitsSchema>;
