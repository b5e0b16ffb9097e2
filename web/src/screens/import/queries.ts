import { queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type AnswerOf, type RowOf } from '../../lib/api.ts';

export type Import = AnswerOf<'/v1/imports/{guid}', 'get'>;
export type ImportFile = Import['files'][number];
export type ImportView = RowOf<'/v1/imports/views'>;

/** What files and columns stand for, as it is sent. */
export type Mapping = { name: string; view: ImportFile['view']; columns: Record<string, string | null> }[];

const POLL_MS = 1_000;
const keyOf = (guid: string | undefined) => ['import', guid] as const;

/** The import, asked for again while somebody works on it. */
export function useImport(guid: string | undefined) {
  return useQuery({
    queryKey: keyOf(guid),
    queryFn: () => dataOf(api.GET('/v1/imports/{guid}', { params: { path: { guid: guid ?? '' } } })),
    enabled: guid !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.progress === null || state.data === undefined ? false : POLL_MS,
  });
}

export function useImportViews() {
  return useQuery({
    queryKey: ['import-views'],
    queryFn: async () => (await dataOf(api.GET('/v1/imports/views'))).results,
  });
}

/** The API gives so many at once. */
export const PROBLEM_PAGE = 400;
type Problem = Import['problems']['results'][number];

interface ProblemsOf {
  readonly guid: string;
  /** Undefined: of all files. */
  readonly file: string | undefined;
}

const problemPage = ({ guid, file }: ProblemsOf, page: number) =>
  queryOptions({
    queryKey: ['import-problems', guid, file, page],
    queryFn: () => {
      const query = {
        limit: PROBLEM_PAGE,
        offset: page * PROBLEM_PAGE,
        ...(file !== undefined && { file }),
      };
      return dataOf(api.GET('/v1/imports/{guid}/problems', { params: { path: { guid }, query } }));
    },
    staleTime: Infinity,
  });

/** How many problems are listed. */
export function useProblemCount(guid: string, file: string | undefined) {
  return useQuery({ ...problemPage({ guid, file }, 0), select: ({ count }) => count });
}

/** The pages that these problems are on, by their places in the list. */
export function useProblemPages(of: ProblemsOf, indexes: readonly number[]) {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / PROBLEM_PAGE)))];
  const found = useQueries({ queries: pages.map((page) => problemPage(of, page)) });
  const failed = found.find(({ isError }) => isError);
  return {
    byPage: new Map<number, readonly Problem[]>(
      pages.map((page, at) => [page, found[at]?.data?.results ?? []]),
    ),
    failed: failed === undefined ? undefined : { error: failed.error, retry: () => void failed.refetch() },
  };
}

export function useImportActions(guid: string | undefined) {
  const queries = useQueryClient();
  const onSuccess = (data: Import): void => {
    queries.setQueryData(keyOf(data.guid), data);
    // Those of an earlier check.
    queries.removeQueries({ queryKey: ['import-problems', data.guid] });
  };
  const path = { guid: guid ?? '' };
  return {
    upload: useMutation({
      mutationFn: (files: readonly File[]) => {
        const body = new FormData();
        for (const file of files) body.append('file', file);
        return dataOf(api.POST('/v1/imports', { body: body as never }));
      },
      onSuccess,
    }),
    check: useMutation({
      mutationFn: (files: Mapping) =>
        dataOf(api.POST('/v1/imports/{guid}/check', { params: { path }, body: { files } })),
      onSuccess,
    }),
    commit: useMutation({
      mutationFn: () => dataOf(api.POST('/v1/imports/{guid}/commit', { params: { path }, body: {} })),
      onSuccess,
    }),
    abort: useMutation({
      mutationFn: () => dataOf(api.POST('/v1/imports/{guid}/abort', { params: { path }, body: {} })),
      onSuccess,
    }),
  };
}
