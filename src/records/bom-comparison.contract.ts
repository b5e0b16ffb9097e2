import { Type } from 'typebox';
import { booleanParameter, PAGING_PARAMETERS } from '../platform/http/query.ts';
import { nullable } from '../platform/http/schemas.ts';
import { bomLineSchema, BOM_VIEW, REVISION_PARAMETERS } from './items.contract.ts';

/** What became of a line. */
export const LINE_CHANGES = ['ADDED', 'REMOVED', 'CHANGED', 'UNCHANGED'] as const;
export type LineChange = (typeof LINE_CHANGES)[number];

/** What two lines of the same item are compared by; the lines of two revisions have GUIDs of their own. */
export const COMPARED_VIEW = {
  ...BOM_VIEW,
  columns: BOM_VIEW.columns.filter(({ header }) => header !== 'guid' && !header.startsWith('item.')),
};
/** How a change of substitutes is called, beside the columns. */
export const SUBSTITUTES = 'substitutes';

const { revisionNumber, revisionStatus } = REVISION_PARAMETERS;

export const COMPARISON_PARAMETERS = {
  'from.revisionNumber': revisionNumber,
  'from.revisionStatus': revisionStatus,
  'to.revisionNumber': revisionNumber,
  'to.revisionStatus': revisionStatus,
  includeUnchanged: booleanParameter('true: lines that are the same in both, too.'),
  ...PAGING_PARAMETERS,
};

const count = Type.Integer({ minimum: 0 });

export const comparisonSchema = Type.Object({
  count,
  added: count,
  removed: count,
  changed: count,
  unchanged: count,
  results: Type.Array(
    Type.Object({
      change: Type.String({ enum: [...LINE_CHANGES] }),
      attributes: Type.Array(Type.String(), {
        description: `What differs, by apiNames; \`${SUBSTITUTES}\` when those do. Empty unless the line is CHANGED.`,
      }),
      from: nullable(bomLineSchema),
      to: nullable(bomLineSchema),
    }),
  ),
});
