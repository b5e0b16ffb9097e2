import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RevisionRule } from '../../../../src/kernel/vocabulary.ts';
import { api, dataOf, type AnswerOf, type RowOf } from '../../lib/api.ts';
import { createAttributes, type Attributes, type ListedAttribute } from './model/catalogue.ts';

export type Definition = RowOf<'/v1/exports'>;
export type ExportViewInfo = AnswerOf<'/v1/settings/exports/views', 'get'>['results'][number];

export interface DefinitionSearch {
  readonly name?: string;
  readonly 'creator.guid'?: string;
  readonly offset: number;
  readonly limit: number;
}

/** The vocabulary of a workspace changes with imports only. */
const VOCABULARY = { staleTime: 5 * 60_000 };

export function useDefinitions(search: DefinitionSearch) {
  return useQuery({
    queryKey: ['definitions', search],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/exports', { params: { query: { view: 'full', ...search } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useDefinition(guid: string | undefined) {
  return useQuery({
    queryKey: ['definition', guid],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/exports/{guid}', {
          params: { path: { guid: guid ?? '' }, query: { view: 'full' } },
          signal,
        }),
      ),
    enabled: guid !== undefined,
  });
}

export function useViews() {
  return useQuery({
    queryKey: ['export-views'],
    queryFn: async ({ signal }) => (await dataOf(api.GET('/v1/settings/exports/views', { signal }))).results,
    ...VOCABULARY,
  });
}

export function useLimits() {
  return useQuery({
    queryKey: ['export-limits'],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/settings/exports/limits', { signal })),
    ...VOCABULARY,
  });
}

/** What criteria can ask about in this workspace. */
export function useAttributes() {
  const query = useQuery({
    queryKey: ['criteria-attributes'],
    queryFn: async ({ signal }): Promise<readonly ListedAttribute[]> => {
      const params = { query: { includePossibleValues: true } };
      const { results } = await dataOf(api.GET('/v1/settings/exports/criteria', { params, signal }));
      return results;
    },
    ...VOCABULARY,
  });
  const { data } = query;
  const attributes = useMemo(
    (): Attributes | undefined => (data === undefined ? undefined : createAttributes(data)),
    [data],
  );
  return { ...query, attributes };
}

/** How many of the items that match are shown. */
export const SHOWN_MATCHES = 20;

/** The items that a run would take: asked anew whenever the criteria change, what was asked before being given up. */
export function useMatches(question: {
  readonly criteria: unknown;
  readonly revisionStatus: RevisionRule;
  readonly isAsked: boolean;
}) {
  const { criteria, revisionStatus, isAsked } = question;
  return useQuery({
    queryKey: ['matches', criteria, revisionStatus],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/v1/searches/items', {
          params: { query: { limit: SHOWN_MATCHES } },
          body: { criteria: criteria as never, revisionStatus },
          signal,
        }),
      ),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
}

/** Items by the beginning of their numbers, or by a pattern. */
export function useItemsByNumber(text: string) {
  const number = text.includes('*') ? text : `${text}*`;
  return useQuery({
    queryKey: ['items-by-number', number],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/v1/items', { params: { query: { number, limit: SHOWN_MATCHES } }, signal })))
        .results,
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
}

/** The items with these GUIDs, to be named by their numbers. */
export function useItemsByGuid(guids: readonly string[]) {
  const criteria = [[{ attribute: 'guid', operator: 'IS_IN', value: guids }]];
  return useQuery({
    queryKey: ['items-by-guid', guids],
    queryFn: async ({ signal }) =>
      (
        await dataOf(
          api.POST('/v1/searches/items', {
            params: { query: { limit: 400 } },
            body: { criteria: criteria as never },
            signal,
          }),
        )
      ).results,
    enabled: guids.length > 0,
    placeholderData: keepPreviousData,
    ...VOCABULARY,
  });
}

/** The latest runs of a definition, newest first: they stand in the order of their numbers. */
export function useLatestRuns(definition: Definition | undefined, limit: number) {
  const runs = definition?.waybill?.runs ?? 0;
  const guid = definition?.guid ?? '';
  return useQuery({
    queryKey: ['latest-runs', guid, runs],
    queryFn: async ({ signal }) => {
      const query = { offset: Math.max(0, runs - limit), limit };
      const { results } = await dataOf(
        api.GET('/v1/exports/{guid}/runs', { params: { path: { guid }, query }, signal }),
      );
      return results.toReversed();
    },
    enabled: runs > 0,
  });
}

export interface RunRequest {
  readonly guid: string;
  /** Where the definition has none. */
  readonly criteria?: unknown;
}

/** Starts a run and does not wait for its end. */
export function useStartRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ guid, criteria }: RunRequest) =>
      dataOf(
        api.POST('/v1/exports/{guid}/runs', {
          params: { path: { guid }, header: { Prefer: 'respond-async' } },
          body: criteria === undefined ? {} : { criteria: criteria as never },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  });
}

function createDefinition(body: {
  readonly name: string;
  readonly description: string | null;
  readonly criteria: unknown;
  readonly options: object;
}) {
  return dataOf(api.POST('/v1/exports', { body: { world: 'ITEMS', ...body } as never }));
}

export function useCreateDefinition() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: createDefinition,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  });
}
