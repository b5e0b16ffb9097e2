import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf, type AnswerOf, type RowOf } from '../../lib/api.ts';
import type { Search } from '../../lib/address.ts';

export type Item = AnswerOf<'/v1/items/{guid}', 'get'>;
export type BomLine = RowOf<'/v1/items/{guid}/bom'>;
export type Revision = RowOf<'/v1/items/{guid}/revisions'>;
export type ItemFile = RowOf<'/v1/items/{guid}/files'>;
export type Comparison = AnswerOf<'/v1/items/{guid}/bom/comparison', 'get'>;
export type Status = 'WORKING' | 'EFFECTIVE' | 'SUPERSEDED';

/** One revision of an item: of the one in the address, unless number and status say which. */
export interface RevisionName {
  readonly item: string;
  readonly choice: Choice;
}
export interface Choice {
  readonly revisionNumber?: string;
  readonly revisionStatus?: Status;
}

/** A blank stands for "without a number": the API leaves blanks out, and an address keeps no empty value. */
const NO_NUMBER = ' ';

/** How a choice of this revision stands in an address: by its status alone where only one can have it. */
export function choiceOf({ revisionNumber, revisionStatus }: Revision): Choice {
  const status = revisionStatus as Status;
  return status === 'SUPERSEDED'
    ? { revisionNumber: revisionNumber ?? NO_NUMBER, revisionStatus: status }
    : { revisionStatus: status };
}

/** The choice in an address, its names after a prefix. */
export function choiceIn(search: Search, prefix = ''): Choice {
  const [number, status] = [search[`${prefix}revisionNumber`], search[`${prefix}revisionStatus`]];
  return {
    ...(number !== undefined && { revisionNumber: number }),
    ...(status !== undefined && { revisionStatus: status as Status }),
  };
}

export const PAGE_ROWS = 50;

/** Filters are the API's parameters, by their names. */
export function useItems(filters: Search, offset: number) {
  return useQuery({
    queryKey: ['items', filters, offset],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/items', {
          params: { query: { ...filters, offset, limit: PAGE_ROWS } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useItem({ item, choice }: RevisionName) {
  return useQuery({
    queryKey: ['item', item, choice],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/items/{guid}', { params: { path: { guid: item }, query: choice }, signal })),
    placeholderData: (before) => before,
  });
}

/** The most that a list gives at once. */
export const MOST_ROWS = 400;

export function useRevisions(item: string) {
  return useQuery({
    queryKey: ['revisions', item],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/items/{guid}/revisions', {
          params: { path: { guid: item }, query: { limit: MOST_ROWS } },
          signal,
        }),
      ),
  });
}

/** A page of BOM lines, for trees. */
export function bomPage({ item, choice }: RevisionName, offset: number) {
  return {
    queryKey: ['bom', item, choice, offset],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      dataOf(
        api.GET('/v1/items/{guid}/bom', {
          params: {
            path: { guid: item },
            query: { ...choice, view: 'full' as const, offset, limit: MOST_ROWS },
          },
          signal,
        }),
      ),
    staleTime: 60_000,
  };
}

export function useWhereUsed(item: string, offset: number) {
  return useQuery({
    queryKey: ['whereused', item, offset],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/items/{guid}/whereused', {
          params: { path: { guid: item }, query: { offset, limit: PAGE_ROWS } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useSources({ item, choice }: RevisionName, offset: number) {
  return useQuery({
    queryKey: ['sourcing', item, choice, offset],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/items/{guid}/sourcing', {
          params: { path: { guid: item }, query: { ...choice, offset, limit: PAGE_ROWS } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useFiles({ item, choice }: RevisionName, offset: number) {
  return useQuery({
    queryKey: ['files', item, choice, offset],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/items/{guid}/files', {
          params: { path: { guid: item }, query: { ...choice, view: 'full', offset, limit: PAGE_ROWS } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export interface ComparisonRequest {
  readonly item: string;
  readonly from: Choice;
  readonly to: Choice;
  readonly includeUnchanged: boolean;
  readonly offset: number;
}

export function useComparison(request: ComparisonRequest) {
  const { item, from, to, includeUnchanged, offset } = request;
  const query = {
    ...prefixed('from', from),
    ...prefixed('to', to),
    includeUnchanged,
    offset,
    limit: PAGE_ROWS,
  };
  return useQuery({
    queryKey: ['comparison', item, query],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/items/{guid}/bom/comparison', { params: { path: { guid: item }, query }, signal })),
    placeholderData: keepPreviousData,
  });
}

const prefixed = (side: string, choice: Choice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice).map(([name, value]: [string, string]) => [`${side}.${name}`, value]),
  );

/** Where a file of an item is. */
export const contentUrl = (item: string, file: string): string =>
  `/v1/items/${encodeURIComponent(item)}/files/${encodeURIComponent(file)}/content`;
