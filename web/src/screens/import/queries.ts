import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

const PAGE = 400;

export function useProblems(guid: string, file: string | undefined, pages: number) {
  return useQuery({
    queryKey: ['import-problems', guid, file, pages],
    queryFn: async () => {
      const results: Import['problems']['results'] = [];
      let count = 0;
      for (let page = 0; page < pages; page += 1) {
        const query = { limit: PAGE, offset: page * PAGE, ...(file !== undefined && { file }) };
        const answer = await dataOf(
          api.GET('/v1/imports/{guid}/problems', { params: { path: { guid }, query } }),
        );
        results.push(...answer.results);
        ({ count } = answer);
      }
      return { count, results };
    },
  });
}

export function useImportActions(guid: string | undefined) {
  const queries = useQueryClient();
  const onSuccess = (data: Import): void => {
    queries.setQueryData(keyOf(data.guid), data);
    void queries.invalidateQueries({ queryKey: ['import-problems', data.guid] });
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
