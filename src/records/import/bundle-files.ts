import { viewOf } from '../../engine/views/index.ts';
import type { ViewColumn } from '../../engine/views/view.ts';
import type { AttributeWorld, ExportView } from '../../kernel/vocabulary.ts';

/** A CSV file of a bundle: the columns are those of the export view of the same name, in any order. */
export interface BundleFile {
  readonly view: ExportView;
  readonly fileName: string;
  /** The temporary table that holds its rows: `line` and one column for each of the view's, named by its header. */
  readonly stage: string;
  readonly columns: readonly ViewColumn[];
  readonly world: AttributeWorld | undefined;
  /** Columns that must be there and hold something in each row. */
  readonly required: readonly string[];
}

/** Number columns that the database keeps as whole numbers, and of which type. */
export const WHOLE_NUMBER_COLUMNS: ReadonlyMap<string, 'integer' | 'bigint'> = new Map([
  ['lineNumber', 'integer'],
  ['rank', 'integer'],
  ['amlRank', 'integer'],
  ['size', 'bigint'],
]);

const REQUIRED: Readonly<Record<ExportView, readonly string[]>> = {
  SPECS: ['number'],
  BOM: ['parent.number', 'item.number'],
  BOM_SUBSTITUTES: ['parent.number', 'item.number', 'substitute.number'],
  SOURCING: ['parent.number'],
  FILES: ['parent.number', 'file.name'],
  FILES_FILE_SUMMARY: ['name'],
  SOURCING_SUPPLIERITEM_SPECS: ['number', 'supplier.name'],
  SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE: ['name'],
  SOURCING_SUPPLIERITEM_FILES: ['parent.number', 'parent.supplier.name', 'file.name'],
  SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY: ['name'],
};

/** Every CSV file that a bundle may hold. */
export const BUNDLE_FILES: readonly BundleFile[] = (Object.keys(REQUIRED) as ExportView[]).map((view) => {
  const { columns, custom } = viewOf(view, 'LATEST');
  return {
    view,
    fileName: `${view}.csv`,
    stage: stageOf(view),
    columns,
    world: custom?.world,
    required: REQUIRED[view],
  };
});

/** The temporary table of a file's rows. */
export function stageOf(view: ExportView): string {
  return `stage_${view.toLowerCase()}`;
}
