import { kept, number, ordered, PARENT, text, type NamedItems, type View } from './view.ts';

/** The BOM lines of every item of the set, under the revision that the set chose for it. */
export const bom = (children: NamedItems): View => ({
  name: 'BOM',
  columns: [
    ...PARENT,
    ...children.reference('item', 'c'),
    ...kept('b.csv', [
      text('guid', 'b.guid'),
      number('lineNumber', 'b.line_number'),
      number('quantity', 'b.quantity'),
      text('refDes', 'b.ref_des'),
      text('notes', 'b.notes'),
    ]),
  ],
  custom: { world: 'BOM', from: 'b.custom' },
  from: `export_items s JOIN bom_lines b ON b.parent_revision_id = s.revision_id ${children.join('b.child_item_id', 'c')}`,
  orderBy: `s.position, b.line_number NULLS LAST, ${ordered('b.guid')}`,
  json: { place: 'item', key: 'bom' },
});
