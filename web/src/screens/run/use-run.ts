import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type AnswerOf } from '../../lib/api.ts';
import { useEvents } from '../../lib/use-events.ts';
import { isEnded } from '../runs/run-shapes.ts';

export type Run = AnswerOf<'/v1/exports/{guid}/runs/{run}', 'get'>;
export type RunFile = AnswerOf<'/v1/exports/{guid}/runs/{run}/files/{file}', 'get'>;
export type Members = AnswerOf<'/v1/exports/{guid}/runs/{run}/files/{file}/members', 'get'>;
export type Member = Members['results'][number];

export interface RunPath {
  readonly guid: string;
  readonly run: string;
}
export interface FilePath extends RunPath {
  readonly file: string;
}

/** A run, which changes until it has ended. */
export function useRun(path: RunPath) {
  const queries = useQueryClient();
  const queryKey = ['run', path.guid, path.run];
  const run = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/exports/{guid}/runs/{run}', { params: { path, query: { view: 'full' } }, signal })),
  });
  const again = (): void => {
    void queries.invalidateQueries({ queryKey });
  };
  // The stream of one run ends with it: the workspace's goes on, and tells of the download too.
  const isFollowed = run.data !== undefined && (!isEnded(run.data) || run.data.status === 'COMPLETE');
  useEvents(isFollowed ? '/v1/runs/events' : undefined, {
    onOpen: again,
    onPoll: again,
    on: {
      run: (data) => {
        const changed = data as Run;
        if (changed.guid === path.run) queries.setQueryData<Run>(queryKey, changed);
      },
      missed: again,
    },
  });
  return run;
}

export function useDefinition(guid: string) {
  return useQuery({
    queryKey: ['run-definition', guid],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/exports/{guid}', { params: { path: { guid } }, signal })),
    staleTime: 60_000,
  });
}

export function useRunFile(path: FilePath) {
  return useQuery({
    queryKey: ['run-file', path.file],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/exports/{guid}/runs/{run}/files/{file}', { params: { path }, signal })),
  });
}

const PAGE_MEMBERS = 50;

export function useMembers(path: FilePath) {
  return useInfiniteQuery({
    queryKey: ['run-members', path.file],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/v1/exports/{guid}/runs/{run}/files/{file}/members', {
          params: { path, query: { offset: pageParam, limit: PAGE_MEMBERS } },
          signal,
        }),
      ),
    getNextPageParam: ({ count }, pages) => {
      const read = pages.reduce((sum, { results }) => sum + results.length, 0);
      return read < count ? read : undefined;
    },
    staleTime: Infinity,
  });
}

export function usePreview(path: FilePath, member: string) {
  return useQuery({
    queryKey: ['run-preview', path.file, member],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/v1/exports/{guid}/runs/{run}/files/{file}/members/{member}', {
          params: { path: { ...path, member } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
}
