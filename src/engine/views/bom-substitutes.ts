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

/** What may stand in for the item of a BOM line. */
export const bomSubstitutes = (childRevision: ChildRevision): View => ({
  name: 'BOM_SUBSTITUTES',
  columns: [
    ...itemReference('parent', 'pi', 'p'),
    ...itemReference('item', 'ci', 'c'),
    ...itemReference('substitute', 'si', 'sr'),
    text('bom.guid', 'b.guid'),
    text('guid', 'x.guid'),
    number('rank', 'x.rank'),
    number('quantity', 'x.quantity'),
    text('notes', 'x.notes'),
  ],
  from: `${PARENTS} JOIN bom_lines b ON b.parent_revision_id = s.revision_id JOIN bom_substitutes x ON x.bom_line_id = b.id
    ${joinChild('b.child_item_id', { item: 'ci', revision: 'c' }, childRevision)}
    ${joinChild('x.substitute_item_id', { item: 'si', revision: 'sr' }, childRevision)}`,
  orderBy: `s.position, b.line_number NULLS LAST, ${ordered('b.guid')}, x.rank NULLS LAST, ${ordered('si.number')}, ${ordered('x.guid')}`,
  json: { place: 'item', key: 'bomSubstitutes' },
});
