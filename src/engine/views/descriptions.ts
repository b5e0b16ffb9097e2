import type { ExportView } from '../../kernel/vocabulary.ts';

/** Each view in words: what it is called, and what one of its rows is. */
export const VIEW_DESCRIPTIONS: Readonly<
  Record<ExportView, { readonly title: string; readonly row: string }>
> = {
  SPECS: { title: 'Items', row: 'An item, with its specification.' },
  BOM: { title: 'BOM lines', row: 'A line of the BOM of an exported item.' },
  BOM_SUBSTITUTES: { title: 'BOM substitutes', row: 'A substitute for the item of a BOM line.' },
  SOURCING: {
    title: 'Sourcing',
    row: 'A source of an exported item: a manufacturer item, a vendor item, or both.',
  },
  FILES: { title: 'Files of items', row: 'A file of an exported item.' },
  FILES_FILE_SUMMARY: { title: 'Files of items, summary', row: 'A file that exported items have, once.' },
  SOURCING_SUPPLIERITEM_SPECS: {
    title: 'Supplier items',
    row: 'A supplier item that exported items can be bought as, once.',
  },
  SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE: { title: 'Suppliers', row: 'A supplier of exported items, once.' },
  SOURCING_SUPPLIERITEM_FILES: {
    title: 'Files of supplier items',
    row: 'A file of a supplier item that exported items can be bought as.',
  },
  SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY: {
    title: 'Files of supplier items, summary',
    row: 'A file that these supplier items have, once.',
  },
};
