import {
  itemReference,
  joinChild,
  number,
  ordered,
  PARENTS,
  text,
  type ChildRevision,
  type View,
} from './view.ts';

/** The BOM lines of every item of the set, under the revision that the set chose for it. */
export const bom = (childRevision: ChildRevision): View => ({
  name: 'BOM',
  columns: [
    ...itemReference('parent', 'pi', 'p'),
    ...itemReference('item', 'ci', 'c'),
    text('guid', 'b.guid'),
    number('lineNumber', 'b.line_number'),
    number('quantity', 'b.quantity'),
    text('refDes', 'b.ref_des'),
    text('notes', 'b.notes'),
  ],
  custom: { world: 'BOM', from: 'b.custom' },
  from: `${PARENTS} JOIN bom_lines b ON b.parent_revision_id = s.revision_id
    ${joinChild('b.child_item_id', { item: 'ci', revision: 'c' }, childRevision)}`,
  orderBy: `s.position, b.line_number NULLS LAST, ${ordered('b.guid')}`,
  json: { place: 'item', key: 'bom' },
});
