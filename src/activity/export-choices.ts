import type { CustomAttribute } from '../engine/attributes.ts';
import { columnsOf } from '../engine/columns.ts';
import { ATTRIBUTE_NAMES, createCatalogue } from '../engine/criteria/catalogue.ts';
import { MAX_CRITERIA } from '../engine/criteria/parse.ts';
import { MAX_LIST_VALUES } from '../engine/criteria/values.ts';
import { LIMITED_VIEWS } from '../engine/limits.ts';
import { VIEW_DESCRIPTIONS } from '../engine/views/descriptions.ts';
import { VIEW_NEEDS } from '../engine/views/empty-views.ts';
import { viewOf } from '../engine/views/index.ts';
import { UNLIMITED, type Limits, type LimitsProfile } from '../kernel/limits.ts';
import { EXPORT_VIEWS, ITEM_WORLD, LIFECYCLE_STAGES, REVISION_STATUSES } from '../kernel/vocabulary.ts';
import type { CriteriaAttribute, ExportLimitsAnswer, ExportViewAnswer } from './export-choices.contract.ts';
import { titleOf } from './export-attributes.ts';

/** Every view with its columns as a file of this workspace has them. Which revision a view reads changes no column. */
export function describeViews(attributes: readonly CustomAttribute[]): ExportViewAnswer[] {
  return EXPORT_VIEWS.map((view) => ({
    view,
    ...VIEW_DESCRIPTIONS[view],
    needs: VIEW_NEEDS[view]?.text ?? null,
    columns: columnsOf(viewOf(view, 'LATEST'), attributes, 'apiName').map(({ header, type, attribute }) => ({
      apiName: header,
      name: attribute?.name ?? titleOf(header),
      type,
      isCustom: attribute !== undefined,
    })),
  }));
}

/** What a workspace has of its own. */
export interface Vocabulary {
  readonly attributes: readonly CustomAttribute[];
  /** In their order. */
  readonly lifecyclePhases: readonly string[];
}

/** Everything that criteria can ask about: what every workspace has, then the custom attributes of items by name. */
export function describeCriteria({ attributes, lifecyclePhases }: Vocabulary): CriteriaAttribute[] {
  const catalogue = createCatalogue(attributes);
  const custom = new Map(
    attributes.filter(({ world }) => world === ITEM_WORLD).map((one) => [one.guid, one] as const),
  );
  const known: ReadonlyMap<string, readonly string[]> = new Map([
    ['lifecyclePhase.name', lifecyclePhases],
    ['lifecyclePhase.stage', LIFECYCLE_STAGES],
    ['revisionStatus', REVISION_STATUSES],
  ]);
  return [...ATTRIBUTE_NAMES, ...custom.keys()].map((apiName) => {
    const attribute = catalogue(apiName);
    if (attribute === undefined) throw new Error(`criteria know no ${apiName}`);
    const own = custom.get(apiName);
    const possibleValues = known.get(apiName) ?? own?.possibleValues ?? [];
    return {
      apiName,
      name: own?.name ?? titleOf(apiName),
      type: attribute.type,
      operators: [...attribute.operators],
      isCustom: own !== undefined,
      ...(own !== undefined && { fieldType: own.fieldType }),
      multiSelect: attribute.isMultiSelect,
      ...(possibleValues.length > 0 && { possibleValues: [...possibleValues] }),
    };
  });
}

export function describeLimits(profile: LimitsProfile, limits: Limits): ExportLimitsAnswer {
  const orNull = (limit: number): number | null => (limit === UNLIMITED ? null : limit);
  return {
    profile,
    maxItems: orNull(limits.maxItems),
    maxLines: orNull(limits.maxLines),
    limitedViews: [...LIMITED_VIEWS],
    runsInProgress: orNull(limits.runsInProgress),
    guidCriteria: orNull(limits.guidCriteria),
    requestLimit: orNull(limits.requestLimit),
    maxCriteria: MAX_CRITERIA,
    maxListValues: MAX_LIST_VALUES,
  };
}
