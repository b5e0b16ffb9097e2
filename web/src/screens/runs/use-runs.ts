import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../lib/api.ts';
import { useEvents, type Liveness } from '../../lib/use-events.ts';
import type { Filter } from './filter.ts';
import { withRun, withTop, type RunPage, type RunPages } from './run-pages.ts';
import type { ListedRun } from './run-shapes.ts';

const PAGE_ROWS = 200;
/** More pages than these are not all read again. */
const READ_AGAIN_PAGES = 2;

async function readPage(filter: Filter, before: string | undefined): Promise<RunPage> {
  const { number, ...rest } = filter;
  const query = {
    ...(rest as object),
    ...(number !== undefined && { number: Number(number) }),
    ...(before !== undefined && { before }),
    view: 'full' as const,
    limit: PAGE_ROWS,
  };
  return dataOf(api.GET('/v1/runs', { params: { query } }));
}

/** The runs that fit, as far as they have been scrolled to, kept up to date. */
export function useRuns(filter: Filter) {
  const queries = useQueryClient();
  const queryKey = ['runs', filter];
  const runs = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readPage(filter, pageParam),
    // By the count: a run that fits no more has left its page shorter than it came.
    getNextPageParam: ({ results, count }, pages) =>
      pages.reduce((sum, page) => sum + page.results.length, 0) < count ? results.at(-1)?.guid : undefined,
    staleTime: Infinity,
    // Ten thousand runs would be compared field by field with each page that comes.
    structuralSharing: false,
  });

  async function readAgain(): Promise<void> {
    const pages = queries.getQueryData<RunPages>(queryKey);
    if (pages === undefined) return;
    if (pages.pages.length <= READ_AGAIN_PAGES) {
      await queries.invalidateQueries({ queryKey });
      return;
    }
    const top = await readPage(filter, undefined);
    const merged = withTop(pages, top);
    if (merged === undefined) await queries.resetQueries({ queryKey });
    else queries.setQueryData<RunPages>(queryKey, merged);
  }
  const tryAgain = (): void => {
    // Whoever asks again is told what is wrong.
    readAgain().catch(() => undefined);
  };

  const liveness: Liveness = useEvents('/v1/runs/events', {
    onOpen: tryAgain,
    onPoll: tryAgain,
    on: {
      run: (data) => {
        queries.setQueryData<RunPages>(queryKey, (pages) =>
          pages === undefined ? pages : withRun(pages, data as ListedRun, filter),
        );
      },
      missed: tryAgain,
    },
  });
  return { ...runs, liveness };
}
