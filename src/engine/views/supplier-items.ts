import { SUPPLIER_ITEM_IDS } from './file-summary.ts';
import { flag, ordered, text, zulu, type View } from './view.ts';

/** Each supplier item that the set's sources name, once. */
export const supplierItemSpecs: View = {
  name: 'SOURCING_SUPPLIERITEM_SPECS',
  columns: [
    text('number', 'v.number'),
    text('supplier.name', 'supplier.name'),
    text('supplier.guid', 'supplier.guid'),
    text('name', 'v.name'),
    text('type', 'v.type'),
    text('uom', 'v.uom'),
    text('description', 'v.description'),
    text('procurementType', 'v.procurement_type'),
    flag('offTheShelf', 'v.off_the_shelf'),
    text('guid', 'v.guid'),
    zulu('creationDateTime', 'v.created_at'),
    text('creator.fullName', 'creator.full_name'),
    text('creator.email', 'creator.email'),
  ],
  custom: { world: 'SUPPLIER_ITEMS', from: 'v.custom' },
  from: `supplier_items v JOIN suppliers supplier ON supplier.id = v.supplier_id LEFT JOIN users creator ON creator.id = v.creator_id
    WHERE v.id IN (${SUPPLIER_ITEM_IDS})`,
  orderBy: `${ordered('v.number')}, ${ordered('supplier.name')}, ${ordered('v.guid')}`,
  json: { place: 'document', key: 'supplierItems' },
};

/** Each supplier of those, once. */
export const supplierProfile: View = {
  name: 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
  columns: [
    text('name', 'v.name'),
    text('supplierId', 'v.supplier_id'),
    text('accountNumber', 'v.account_number'),
    text('description', 'v.description'),
    text('website', 'v.website'),
    text('approvalStatus', 'v.approval_status'),
    text('guid', 'v.guid'),
    zulu('creationDateTime', 'v.created_at'),
    text('creator.fullName', 'creator.full_name'),
    text('creator.guid', 'creator.guid'),
    text('creator.email', 'creator.email'),
  ],
  custom: { world: 'SUPPLIERS', from: 'v.custom' },
  from: `suppliers v LEFT JOIN users creator ON creator.id = v.creator_id
    WHERE v.id IN (SELECT supplier_id FROM supplier_items WHERE id IN (${SUPPLIER_ITEM_IDS}))`,
  orderBy: `${ordered('v.name')}, ${ordered('v.guid')}`,
  json: { place: 'document', key: 'suppliers' },
};

/** The files of those supplier items. */
export const supplierItemFiles: View = {
  name: 'SOURCING_SUPPLIERITEM_FILES',
  columns: [
    text('parent.number', 'v.number'),
    text('parent.supplier.name', 'supplier.name'),
    text('parent.supplier.guid', 'supplier.guid'),
    text('parent.guid', 'v.guid'),
    text('parent.name', 'v.name'),
    text('file.name', 'f.name'),
    text('file.location', 'f.location'),
    text('file.number', 'f.number'),
    text('file.edition', 'f.edition'),
    text('file.title', 'f.title'),
    text('file.storageMethodName', 'f.storage_method_name'),
    text('guid', 'x.guid'),
    flag('primary', 'x."primary"'),
    text('contentPath', 'content.content_path'),
  ],
  from: `supplier_item_files x JOIN supplier_items v ON v.id = x.supplier_item_id JOIN suppliers supplier ON supplier.id = v.supplier_id
    JOIN files f ON f.id = x.file_id LEFT JOIN export_files content ON content.file_id = f.id
    WHERE x.supplier_item_id IN (${SUPPLIER_ITEM_IDS})`,
  orderBy: `${ordered('v.number')}, ${ordered('supplier.name')}, ${ordered('f.number')} NULLS LAST, ${ordered('f.name')}, ${ordered('x.guid')}`,
  json: { place: 'document', key: 'supplierItemFiles' },
};
