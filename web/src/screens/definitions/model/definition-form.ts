import {
  DEFAULT_EXPORT_OPTIONS,
  EXPORT_VIEWS,
  type ExportOptions,
  type ExportView,
} from '../../../../../src/kernel/vocabulary.ts';

/** What a definition has beside its criteria. */
export interface DefinitionForm {
  readonly name: string;
  readonly description: string;
  readonly options: ExportOptions;
}

export const NEW_FORM: DefinitionForm = { name: '', description: '', options: DEFAULT_EXPORT_OPTIONS };

/** A view more or less, in the order of the list. */
export function toggleView(options: ExportOptions, view: ExportView): ExportOptions {
  const has = options.exportViews.includes(view);
  const exportViews = EXPORT_VIEWS.filter((one) => (one === view ? !has : options.exportViews.includes(one)));
  return { ...options, exportViews };
}

/** Where a refusal belongs that the server answers with: it names the attribute in its message. */
export type Place = 'name' | 'description' | 'exportViews' | 'criteria' | 'other';

/** Of definitions, but for criteria, whose attributes are those of items. */
const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/^name$/, 'name'],
  [/^description$/, 'description'],
  [/^options\.exportViews/, 'exportViews'],
  [/^(world|options)/, 'other'],
];

/** Criteria that the rows show as they are have been read by the server's own parser: what is wrong with them in this answer is rare. */
export function placeOf(message: string): Place {
  const attribute = /attribute "([^"]*)"/.exec(message)?.[1];
  if (attribute === undefined) return 'other';
  return PLACES.find(([pattern]) => pattern.test(attribute))?.[1] ?? 'criteria';
}
