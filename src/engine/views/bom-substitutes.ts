import { number, ordered, PARENT, text, type NamedItems, type View } from './view.ts';

/** What may stand in for the item of a BOM line. */
export const bomSubstitutes = (children: NamedItems, others: NamedItems): View => ({
  name: 'BOM_SUBSTITUTES',
  columns: [
    ...PARENT,
    ...children.reference('item', 'c'),
    ...others.reference('substitute', 'substitute'),
    text('bom.guid', 'b.guid'),
    text('guid', 'x.guid'),
    number('rank', 'x.rank'),
    number('quantity', 'x.quantity'),
    text('notes', 'x.notes'),
  ],
  from: `export_items s JOIN bom_lines b ON b.parent_revision_id = s.revision_id JOIN bom_substitutes x ON x.bom_line_id = b.id
    ${children.join('b.child_item_id', 'c')}
    ${others.join('x.substitute_item_id', 'substitute')}`,
  orderBy: `s.position, b.line_number NULLS LAST, ${ordered('b.guid')}, x.rank NULLS LAST, ${ordered('substitute.number')}, ${ordered('x.guid')}`,
  json: { place: 'item', key: 'bomSubstitutes' },
});
