import type { ListedRun } from './run-shapes.ts';

/** As the API names them; they stand in the address as they are. */
export const FILTER_NAMES = [
  'status',
  'export.guid',
  'creator.fullName',
  'number',
  'creationDateTimeFrom',
  'creationDateTimeTo',
  'completionDateTimeFrom',
  'completionDateTimeTo',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filter = Readonly<Partial<Record<FilterName, string>>>;

/** What of an address is a filter; what else stands there is not for the API. */
export function filterOf(search: Readonly<Record<string, string | undefined>>): Filter {
  const given = FILTER_NAMES.flatMap((name) => {
    const value = search[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** What an address says with some filters changed; those without a value are taken out of it: the router would write them as text. */
export function searchWith(
  search: Readonly<Record<string, string | undefined>>,
  changes: Readonly<Partial<Record<FilterName, string | undefined>>>,
): Record<string, string> {
  const given = Object.entries({ ...search, ...changes }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

/** Part of a name is looked for anywhere in it. */
export const asPattern = (text: string): string => (text === '' || text.includes('*') ? text : `*${text}*`);
/** The same as it was typed. */
export const asTyped = (pattern: string): string => /^\*([^*]+)\*$/.exec(pattern)?.[1] ?? pattern;

function matches(text: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'isu').test(text);
}

const isWithin = (time: string | null, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined && to === undefined) ||
  (time !== null &&
    (from === undefined || Date.parse(time) >= Date.parse(from)) &&
    (to === undefined || Date.parse(time) <= Date.parse(to)));

/** Whether a run that has just come in, or changed, belongs into the list: as the server filters. */
export function fits(run: ListedRun, filter: Filter): boolean {
  const name = filter['creator.fullName'];
  return (
    (filter.status === undefined || run.status === filter.status.toUpperCase()) &&
    (filter['export.guid'] === undefined || run.export.guid === filter['export.guid']) &&
    (name === undefined || matches(run.creator.fullName, name)) &&
    (filter.number === undefined || run.number === Number(filter.number)) &&
    isWithin(run.creationDateTime, filter.creationDateTimeFrom, filter.creationDateTimeTo) &&
    isWithin(run.completionDateTime, filter.completionDateTimeFrom, filter.completionDateTimeTo)
  );
}
