import { emptyViews, type ViewOptions } from '../../../../../src/engine/views/empty-views.ts';
import { UNLIMITED } from '../../../../../src/kernel/limits.ts';
import type { ExportView } from '../../../../../src/kernel/vocabulary.ts';
import type { KnownAttribute } from './catalogue.ts';
import { contradictionsOf } from './contradictions.ts';
import type { Criteria } from '../../../../../src/engine/criteria/parse.ts';

/** The limits that `GET /v1/settings/exports/limits` tells; null is none. */
export interface KnownLimits {
  readonly maxItems: number | null;
  readonly maxLines: number | null;
  readonly limitedViews: readonly string[];
  readonly guidCriteria: number | null;
}

/** What speaks against an export before it is kept, by a key of the texts. */
export type Warning =
  /** The server would refuse it, or it exports nothing. */
  | { readonly kind: 'nothingWritten' | 'noMatch' }
  | { readonly kind: 'contradiction' | 'deadPart'; readonly attributes: readonly string[] }
  | { readonly kind: 'emptyView'; readonly view: ExportView }
  | { readonly kind: 'tooManyItems' | 'tooManyLines' | 'guidCriteria'; readonly limit: number }
  | { readonly kind: 'childrenCount' | 'linesCount'; readonly limit: number }
  /** It exports something other than one may expect. */
  | { readonly kind: 'contentWithoutFiles' | 'contentWithoutSupplierFiles' | 'levelsWithoutBom' };

/** Of these an export comes to nothing, or to no run. */
const SERIOUS: ReadonlySet<Warning['kind']> = new Set([
  'nothingWritten',
  'noMatch',
  'contradiction',
  'tooManyItems',
  'tooManyLines',
  'guidCriteria',
]);
export const isSerious = ({ kind }: Warning): boolean => SERIOUS.has(kind);

export interface Question {
  readonly options: ViewOptions;
  readonly criteria: Criteria<KnownAttribute> | undefined;
  readonly limits: KnownLimits | undefined;
  /** Items that match; undefined while that is not known. */
  readonly count: number | undefined;
}

export function warningsOf({ options, criteria, limits, count }: Question): Warning[] {
  return [
    ...ofCriteria(criteria, count),
    ...ofOptions(options),
    ...(limits === undefined ? [] : ofLimits(limits, { options, criteria, count })),
  ];
}

function ofCriteria(criteria: Criteria<KnownAttribute> | undefined, count: number | undefined): Warning[] {
  const { isImpossible, attributes } = contradictionsOf(criteria);
  if (isImpossible) return [{ kind: 'contradiction', attributes }];
  return [
    ...(attributes.length > 0 ? [{ kind: 'deadPart', attributes } as const] : []),
    ...(count === 0 ? [{ kind: 'noMatch' } as const] : []),
  ];
}

const ITEM_FILES: readonly ExportView[] = ['FILES', 'FILES_FILE_SUMMARY'];
const SUPPLIER_FILES: readonly ExportView[] = [
  'SOURCING_SUPPLIERITEM_FILES',
  'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
];

function ofOptions(options: ViewOptions): Warning[] {
  const { exportViews, bomLevels, fileContent } = options;
  const hasAny = (views: readonly ExportView[]): boolean => views.some((one) => exportViews.includes(one));
  const empty = emptyViews(options);
  const isNothing =
    empty.length === exportViews.length && fileContent.item === 'NONE' && fileContent.supplierItem === 'NONE';
  return [
    ...(isNothing ? [{ kind: 'nothingWritten' } as const] : []),
    ...empty.map((view) => ({ kind: 'emptyView', view }) as const),
    ...(fileContent.item !== 'NONE' && !hasAny(ITEM_FILES) ? [{ kind: 'contentWithoutFiles' } as const] : []),
    ...(fileContent.supplierItem !== 'NONE' && !hasAny(SUPPLIER_FILES)
      ? [{ kind: 'contentWithoutSupplierFiles' } as const]
      : []),
    ...(bomLevels !== 'NONE' && !exportViews.includes('BOM') ? [{ kind: 'levelsWithoutBom' } as const] : []),
  ];
}

/** As the server will look at it: what it can say before a run starts, and what only the run will show. */
function ofLimits(
  limits: KnownLimits,
  { options, criteria, count = 0 }: Omit<Question, 'limits'>,
): Warning[] {
  const { maxItems, maxLines, guidCriteria } = {
    maxItems: limits.maxItems ?? UNLIMITED,
    maxLines: limits.maxLines ?? UNLIMITED,
    guidCriteria: limits.guidCriteria ?? UNLIMITED,
  };
  const conditions = criteria?.flat(3) ?? [];
  const asksGuid = conditions.some(({ attribute }) => attribute.name === 'guid');
  const hasLimitedLines = options.exportViews.some((view) => limits.limitedViews.includes(view));
  const isTooLong = hasLimitedLines && options.exportViews.includes('SPECS') && count > maxLines;
  const isTooLarge = count > maxItems;
  return [
    ...(asksGuid && conditions.length > guidCriteria
      ? [{ kind: 'guidCriteria', limit: guidCriteria } as const]
      : []),
    ...(isTooLarge ? [{ kind: 'tooManyItems', limit: maxItems } as const] : []),
    ...(isTooLong ? [{ kind: 'tooManyLines', limit: maxLines } as const] : []),
    ...(!isTooLarge && options.bomLevels !== 'NONE' && maxItems !== UNLIMITED
      ? [{ kind: 'childrenCount', limit: maxItems } as const]
      : []),
    ...(!isTooLong && hasLimitedLines && maxLines !== UNLIMITED
      ? [{ kind: 'linesCount', limit: maxLines } as const]
      : []),
  ];
}
