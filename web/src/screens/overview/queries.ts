import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf, type AnswerOf } from '../../lib/api.ts';

export type Overview = AnswerOf<'/v1/overview', 'get'>;
export type Day = Overview['days'][number];
export type Figures = Overview['totals'];

const REFRESH_EVERY_MS = 30_000;

export function useOverview(days: number) {
  return useQuery({
    queryKey: ['overview', days],
    queryFn: () => dataOf(api.GET('/v1/overview', { params: { query: { days } } })),
    refetchInterval: REFRESH_EVERY_MS,
    // The other period takes the place of this one when it is there.
    placeholderData: keepPreviousData,
  });
}

/** Runs that were done, whether their file was downloaded or not. */
export const completedOf = ({ runsByStatus }: Figures): number =>
  runsByStatus.COMPLETE + runsByStatus.DOWNLOADED;
export const inProgressOf = ({ runsByStatus }: Figures): number =>
  runsByStatus.CREATED + runsByStatus.RUNNING;
/** Those that the failure rate is of. */
export const endedOf = (figures: Figures): number => completedOf(figures) + figures.runsByStatus.FAILED;
