import type { RowOf } from '../../lib/api.ts';
import type { Session } from '../../lib/session.ts';

/** A run as the list of the workspace shows it, with its details. */
export type ListedRun = RowOf<'/v1/runs'>;
/** What the list and the screen of one run have in common. */
export type AnyRun = Omit<ListedRun, 'export'>;

export const isEnded = ({ status }: Pick<AnyRun, 'status'>): boolean =>
  status !== 'CREATED' && status !== 'RUNNING';

export const isOwn = ({ creator }: Pick<AnyRun, 'creator'>, { user }: Session): boolean =>
  creator.guid === user.guid;

/** As the server has it: who started it, and administrators. */
export const mayAbort = (run: AnyRun, session: Session): boolean =>
  !isEnded(run) && (isOwn(run, session) || session.role === 'administrator');

export function hasExpired({ waybill }: Pick<AnyRun, 'waybill'>): boolean {
  const until = waybill?.expirationDateTime ?? null;
  return until !== null && Date.parse(until) <= Date.now();
}

/** Milliseconds from when a worker took it up; undefined before. */
export function durationOf({ waybill }: Pick<AnyRun, 'waybill'>, now: number): number | undefined {
  const started = waybill?.startedDateTime ?? null;
  if (started === null) return undefined;
  const ended = waybill?.endedDateTime ?? null;
  return Math.max(0, (ended === null ? now : Date.parse(ended)) - Date.parse(started));
}

/** Bytes of the finished file, or of what is written of it; of what failed or was aborted nothing is left. */
export const sizeOf = ({ status, waybill }: Pick<AnyRun, 'status' | 'waybill'>): number | undefined =>
  status === 'FAILED' || status === 'ABORTED' ? undefined : waybill?.progress?.bytesWritten;

export interface Pace {
  /** 0 to 100; undefined when nobody can tell. */
  readonly percent: number | undefined;
  readonly rowsPerSecond: number | undefined;
  readonly leftMs: number | undefined;
}

/** A rate is told when there was time enough to know it. */
const TELL_AFTER_MS = 2_000;

/** How a run comes on, as far as the planner's guess of its rows is good. */
export function paceOf(run: Pick<AnyRun, 'waybill'>, now: number): Pace {
  const { rowsWritten = 0, rowsEstimated = null } = run.waybill?.progress ?? {};
  const elapsed = durationOf(run, now) ?? 0;
  const rowsPerSecond =
    elapsed >= TELL_AFTER_MS && rowsWritten > 0 ? (rowsWritten / elapsed) * 1_000 : undefined;
  if (rowsEstimated === null || rowsEstimated === 0)
    return { percent: undefined, rowsPerSecond, leftMs: undefined };
  const left = rowsEstimated - rowsWritten;
  return {
    // A guess may be too low: it is not done before it is.
    percent: Math.min(99, (rowsWritten / rowsEstimated) * 100),
    rowsPerSecond,
    leftMs: rowsPerSecond === undefined || left <= 0 ? undefined : (left / rowsPerSecond) * 1_000,
  };
}
