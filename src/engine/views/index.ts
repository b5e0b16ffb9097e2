import type { ExportOptions, ExportView, RevisionRule } from '../../kernel/vocabulary.ts';
import { childRevisionOf } from '../item-set.ts';
import { emptyViews } from './empty-views.ts';
import { bomSubstitutes } from './bom-substitutes.ts';
import { bom } from './bom.ts';
import { filesFileSummary, supplierItemFilesFileSummary } from './file-summary.ts';
import { files } from './files.ts';
import { sourcing } from './sourcing.ts';
import { specs } from './specs.ts';
import { supplierItemFiles, supplierItemSpecs, supplierProfile } from './supplier-items.ts';
import { ITEMS_OF_SET, itemsAnywhere, type NamedItems, type View } from './view.ts';

/** Every view, by its name on the wire. A new one is one file and one line here. */
const VIEWS: Readonly<Record<ExportView, (children: NamedItems, others: NamedItems) => View>> = {
  SPECS: () => specs,
  BOM: bom,
  BOM_SUBSTITUTES: bomSubstitutes,
  SOURCING: () => sourcing,
  FILES: () => files,
  FILES_FILE_SUMMARY: () => filesFileSummary,
  SOURCING_SUPPLIERITEM_SPECS: () => supplierItemSpecs,
  SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE: () => supplierProfile,
  SOURCING_SUPPLIERITEM_FILES: () => supplierItemFiles,
  SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY: () => supplierItemFilesFileSummary,
};

/**
 * The views that an export writes, in the order asked for; see {@link emptyViews}.
 * @param isClosed whether the children of every BOM line are in the item set
 */
export function viewsOf(options: ExportOptions, isClosed: boolean): View[] {
  const { exportViews, revisionStatus } = options;
  const empty = emptyViews(options);
  return exportViews
    .filter((name) => !empty.includes(name))
    .map((name) => viewOf(name, revisionStatus, isClosed));
}

/** A view under a revision rule. */
export function viewOf(name: ExportView, rule: RevisionRule, isClosed = false): View {
  const others = itemsAnywhere(childRevisionOf(rule));
  return VIEWS[name](isClosed ? ITEMS_OF_SET : others, others);
}
