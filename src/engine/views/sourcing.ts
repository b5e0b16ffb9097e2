import { flag, kept, number, ordered, PARENT, text, type View, type ViewColumn } from './view.ts';

function supplierItem(prefix: string, item: string, supplier: string): ViewColumn[] {
  return [
    ...kept(`${item}.csv`, [
      text(`${prefix}.number`, `${item}.number`),
      text(`${prefix}.name`, `${item}.name`),
      text(`${prefix}.guid`, `${item}.guid`),
    ]),
    ...kept(`${supplier}.csv`, [
      text(`${prefix}.supplier.name`, `${supplier}.name`),
      text(`${prefix}.supplier.guid`, `${supplier}.guid`),
    ]),
  ];
}

/** Where the items of the set can be bought. */
export const sourcing: View = {
  name: 'SOURCING',
  columns: [
    ...PARENT,
    ...supplierItem('mfrItem', 'm', 'ms'),
    ...supplierItem('vendorItem', 'v', 'vs'),
    ...kept('x.csv', [
      flag('approved', 'x.approved'),
      text('guid', 'x.guid'),
      text('notes', 'x.notes'),
      flag('activeProduction', 'x.active_production'),
      flag('activePrototype', 'x.active_prototype'),
      number('amlRank', 'x.aml_rank'),
      number('amlSplit', 'x.aml_split'),
      number('vendorItemConversionFactor', 'x.vendor_item_conversion_factor'),
      flag('makeItem', 'x.make_item'),
    ]),
  ],
  from: `export_items s JOIN source_relationships x ON x.parent_revision_id = s.revision_id
    LEFT JOIN supplier_items m ON m.id = x.mfr_item_id LEFT JOIN suppliers ms ON ms.id = m.supplier_id
    LEFT JOIN supplier_items v ON v.id = x.vendor_item_id LEFT JOIN suppliers vs ON vs.id = v.supplier_id`,
  orderBy: `s.position, ${ordered('m.number')} NULLS LAST, ${ordered('v.number')} NULLS LAST, ${ordered('x.guid')}`,
  json: { place: 'item', key: 'sourcing' },
};
