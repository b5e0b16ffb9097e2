import { RUN_STATUSES, type RunStatus } from '../kernel/vocabulary.ts';
import type { Figures } from './overview.contract.ts';
import { secondsOfClass, type RunGroup } from './overview.store.ts';

/** What is told of runs that were counted in groups. */
export function figuresOf(groups: readonly RunGroup[], bytes: number): Figures {
  const runsByStatus = Object.fromEntries(RUN_STATUSES.map((status) => [status, 0])) as Record<
    RunStatus,
    number
  >;
  for (const { status, count } of groups) runsByStatus[status] += count;
  const { COMPLETE, DOWNLOADED, FAILED } = runsByStatus;
  const ended = COMPLETE + DOWNLOADED + FAILED;
  return {
    bytes,
    durations: percentilesOf(groups),
    failureRate: ended === 0 ? null : FAILED / ended,
    runs: Object.values(runsByStatus).reduce((sum, count) => sum + count, 0),
    runsByStatus,
  };
}

function percentilesOf(groups: readonly RunGroup[]): Figures['durations'] {
  const byClass = new Map<number, number>();
  for (const { durationClass, count } of groups)
    if (durationClass !== null) byClass.set(durationClass, (byClass.get(durationClass) ?? 0) + count);
  const classes = [...byClass].sort(([one], [other]) => one - other);
  const total = classes.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return {
    p50: secondsAt(classes, total * 0.5),
    p90: secondsAt(classes, total * 0.9),
    p99: secondsAt(classes, total * 0.99),
  };
}

/** The duration that so many runs did not exceed, of three digits. */
function secondsAt(
  classes: readonly (readonly [durationClass: number, count: number])[],
  rank: number,
): number {
  let seen = 0;
  const found = classes.find(([, count]) => (seen += count) >= rank) ?? classes.at(-1);
  return Number(secondsOfClass(found?.[0] ?? 0).toPrecision(3));
}
