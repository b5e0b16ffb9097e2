import { Type, type Static } from 'typebox';
import { violation } from '../kernel/errors.ts';
import { RUN_STATUSES, type RunStatus } from '../kernel/vocabulary.ts';
import { integerParameter, type QueryParameter } from '../platform/http/query.ts';
import { nullable, zulu } from '../platform/http/schemas.ts';

export const OVERVIEW_PATH = '/v1/overview';

const DEFAULT_DAYS = 30;
/** Each day is read in an index: a year of them takes as long as its runs do. */
const MAX_DAYS = 366;

const days = integerParameter(
  1,
  violation('invalidValue', 'days'),
  `How many days, today among them; at most ${MAX_DAYS}.`,
);
export const OVERVIEW_PARAMETERS = {
  days: {
    ...days,
    schema: { ...days.schema, maximum: MAX_DAYS, default: DEFAULT_DAYS },
    read(text, name) {
      const read = days.read(text, name);
      return 'value' in read && read.value > MAX_DAYS ? { problem: violation('invalidValue', name) } : read;
    },
  } satisfies QueryParameter<number>,
};
export const daysOf = ({ days: given }: { readonly days?: number }): number => given ?? DEFAULT_DAYS;

const count = Type.Integer({ minimum: 0 });
const seconds = Type.Number({ minimum: 0 });

const figures = {
  bytes: Type.Integer({ minimum: 0, description: 'Of the files that were made.' }),
  durations: nullable(
    Type.Object(
      { p50: seconds, p90: seconds, p99: seconds },
      {
        description:
          'Percentiles of the seconds from a run’s acceptance to its file, to about one percent; null when no run completed.',
      },
    ),
  ),
  failureRate: nullable(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'Of the runs that completed or failed, the share that failed; null when there are none.',
    }),
  ),
  runs: Type.Integer({ minimum: 0, description: 'Runs that were accepted.' }),
  runsByStatus: Type.Object(
    Object.fromEntries(RUN_STATUSES.map((status) => [status, count])) as Record<RunStatus, typeof count>,
    { description: 'The same by the status that they have now.' },
  ),
};

export const overviewSchema = Type.Object({
  allowance: Type.Object({
    limit: nullable(Type.Integer({ description: 'Requests of the workspace in a day; null: no limit.' })),
    remaining: nullable(
      Type.Integer({ minimum: 0, description: 'Requests left until the reset; null: no limit.' }),
    ),
    resetDateTime: zulu('When the allowance starts anew.'),
  }),
  days: Type.Array(
    Type.Object({
      date: Type.String({ format: 'date', description: 'In the time zone of the workspace.' }),
      ...figures,
    }),
    { description: 'Every day, the oldest first, days without runs too.' },
  ),
  queue: Type.Object({
    oldestWaitSeconds: Type.Integer({
      minimum: 0,
      description: 'How long the oldest run that waits for a worker has waited; 0 when none waits.',
    }),
    running: count,
    waiting: count,
  }),
  storage: Type.Object({
    bytes: Type.Integer({ minimum: 0, description: 'Of the run files of the workspace that are kept now.' }),
    files: count,
  }),
  timeZone: Type.String({ description: 'Of the workspace: its days begin at midnight there.' }),
  totals: Type.Object(figures, { description: 'Of all these days together.' }),
});
export type OverviewAnswer = Static<typeof overviewSchema>;
export type Figures = OverviewAnswer['totals'];

/** How far a workspace has used up what it may ask for. */
export interface AllowanceLeft {
  /** Undefined: there is no limit. */
  readonly limit: number | undefined;
  readonly used: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

const DAY_EXAMPLE: Figures = {
  bytes: 812_345,
  durations: { p50: 0.42, p90: 1.9, p99: 7.3 },
  failureRate: 0.1,
  runs: 21,
  runsByStatus: { CREATED: 0, RUNNING: 1, COMPLETE: 6, DOWNLOADED: 12, FAILED: 2, ABORTED: 0 },
};
export const OVERVIEW_EXAMPLE: OverviewAnswer = {
  allowance: { limit: 1_000, remaining: 871, resetDateTime: '2020-03-10T07:00:00Z' },
  days: [{ date: '2020-03-09', ...DAY_EXAMPLE }],
  queue: { oldestWaitSeconds: 0, running: 1, waiting: 0 },
  storage: { bytes: 9_812_345, files: 120 },
  timeZone: 'America/Los_Angeles',
  totals: DAY_EXAMPLE,
};
