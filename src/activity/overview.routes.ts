import { callerOf } from '../access/access.contract.ts';
import { formatZulu } from '../kernel/time.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import {
  daysOf,
  OVERVIEW_EXAMPLE,
  OVERVIEW_PARAMETERS,
  OVERVIEW_PATH,
  overviewSchema,
  type AllowanceLeft,
  type OverviewAnswer,
} from './overview.contract.ts';
import { figuresOf } from './overview.figures.ts';
import { readCurrent, readDays, type CurrentRow, type DayRow } from './overview.store.ts';
import { SETTINGS_TAG } from './settings.contract.ts';

export interface OverviewPorts {
  readonly searches: SearchLanes;
  readonly readAllowance: (workspaceId: number) => Promise<AllowanceLeft>;
}

/** Figures of a workspace, for every user of it. */
export function registerOverview(app: HttpServer, { searches, readAllowance }: OverviewPorts): void {
  addOperation(app, {
    method: 'GET',
    url: OVERVIEW_PATH,
    id: 'getOverview',
    tag: SETTINGS_TAG,
    summary: 'Figures of the workspace: runs, failures, durations, bytes, queue, storage, allowance',
    description:
      'By days in the time zone of the workspace; a run counts for the day on which it was accepted.',
    path: {},
    query: OVERVIEW_PARAMETERS,
    answers: {
      200: { description: 'The figures.', schema: overviewSchema, example: OVERVIEW_EXAMPLE },
    },
    errors: ['searchTooSlow'],
    handle: async ({ request, reply, query }) => {
      const { workspaceId, timeZone } = callerOf(request);
      const allowance = await readAllowance(workspaceId);
      const [days, current] = await searches.run(
        { owner: workspaceId, signal: hangUpSignal(reply) },
        async (lane) =>
          [
            await readDays(lane, { workspaceId, timeZone, days: daysOf(query) }),
            await readCurrent(lane, workspaceId),
          ] as const,
      );
      return presentOverview({ allowance, days, current, timeZone });
    },
  });
}

interface Overview {
  readonly allowance: AllowanceLeft;
  readonly days: readonly DayRow[];
  readonly current: CurrentRow;
  readonly timeZone: string;
}

function presentOverview({ allowance, days, current, timeZone }: Overview): OverviewAnswer {
  const { limit, remaining, resetAt } = allowance;
  const { oldestWaitSeconds, running, waiting, bytes, files } = current;
  return {
    allowance: {
      limit: limit ?? null,
      remaining: limit === undefined ? null : remaining,
      resetDateTime: formatZulu(resetAt),
    },
    days: days.map(({ date, groups, bytes: ofDay }) => ({ date, ...figuresOf(groups, ofDay) })),
    queue: { oldestWaitSeconds, running, waiting },
    storage: { bytes, files },
    timeZone,
    totals: figuresOf(
      days.flatMap(({ groups }) => groups),
      days.reduce((sum, { bytes: ofDay }) => sum + ofDay, 0),
    ),
  };
}
