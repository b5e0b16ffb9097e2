import type { InfiniteData } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api.ts';
import { fits, type Filter } from './filter.ts';
import type { ListedRun } from './run-shapes.ts';

export type RunPage = AnswerOf<'/v1/runs', 'get'>;
export type RunPages = InfiniteData<RunPage, string | undefined>;

/** The list with what an event tells of one run: changed where it stands, at the top when it is new, gone when it fits no more. */
export function withRun(pages: RunPages, run: ListedRun, filter: Filter): RunPages {
  const at = pages.pages.findIndex(({ results }) => results.some(({ guid }) => guid === run.guid));
  const isFitting = fits(run, filter);
  if (at === -1) return isFitting && isNewest(pages, run) ? withFirst(pages, run) : pages;
  return changed(pages, at, (results) =>
    isFitting
      ? results.map((one) => (one.guid === run.guid ? run : one))
      : results.filter(({ guid }) => guid !== run.guid),
  );
}

/** A run that stands further down than the list has been read is not for its top. */
function isNewest({ pages }: RunPages, run: ListedRun): boolean {
  const first = pages[0]?.results[0];
  return first === undefined || run.creationDateTime >= first.creationDateTime;
}

const withFirst = (pages: RunPages, run: ListedRun): RunPages =>
  changed(pages, 0, (results) => [run, ...results]);

function changed(
  { pages, pageParams }: RunPages,
  at: number,
  change: (results: RunPage['results']) => RunPage['results'],
): RunPages {
  const page = pages[at];
  if (page === undefined) return { pages, pageParams };
  const results = change(page.results);
  const more = results.length - page.results.length;
  return {
    pageParams,
    pages: pages.map((one, index) => ({
      count: one.count + more,
      results: index === at ? results : one.results,
    })),
  };
}

/** The list with its first page as it is now; undefined when the two have nothing in common, and it has to be read anew. */
export function withTop(pages: RunPages, top: RunPage): RunPages | undefined {
  const fresh = new Map(top.results.map((run) => [run.guid, run]));
  const known = new Set(pages.pages.flatMap(({ results }) => results.map(({ guid }) => guid)));
  const hasGap = top.results.length > 0 && !top.results.some(({ guid }) => known.has(guid));
  if (hasGap && known.size > 0) return undefined;
  const isNew = top.results.filter(({ guid }) => !known.has(guid));
  return {
    pageParams: pages.pageParams,
    pages: pages.pages.map(({ results }, index) => ({
      count: top.count,
      results: [...(index === 0 ? isNew : []), ...results.map((run) => fresh.get(run.guid) ?? run)],
    })),
  };
}
