import type { RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database } from '../platform/db/database.ts';

/**
 * Durations are counted in classes, each two percent longer than the one before: of a million runs in the period they and the counts are
 * read in one pass (1 s), where sorting them took 3 s.
 */
const CLASSES_PER_E = 50;
/** Seconds. What is shorter counts as this long. */
const SHORTEST_S = 0.001;

/** The seconds in the middle of a class. */
export const secondsOfClass = (durationClass: number): number =>
  Math.exp((durationClass + 0.5) / CLASSES_PER_E);

/** Runs of one day with one status, those that completed also in about the same time. */
export interface RunGroup {
  readonly status: RunStatus;
  readonly count: number;
  /** Of runs that completed. */
  readonly durationClass: number | null;
}

export interface DayRow {
  /** `YYYY-MM-DD` in the time zone of the workspace. */
  readonly date: string;
  readonly bytes: number;
  readonly groups: readonly RunGroup[];
}

/** So many days up to today, each read in indexes alone: from midnight to midnight in the time zone of the workspace. */
export async function readDays(
  db: Database,
  {
    workspaceId,
    timeZone,
    days,
  }: { readonly workspaceId: number; readonly timeZone: string; readonly days: number },
): Promise<DayRow[]> {
  const today = sql`date_trunc('day', now() AT TIME ZONE ${timeZone})`;
  const { rows } = await sql<DayRow>`
    WITH days AS MATERIALIZED (
      SELECT day, day AT TIME ZONE ${timeZone} AS starts, (day + interval '1 day') AT TIME ZONE ${timeZone} AS ends
      FROM generate_series(${today} - make_interval(days => ${days - 1}::integer), ${today}, interval '1 day') AS day
    )
    SELECT to_char(day, 'YYYY-MM-DD') AS date,
      (SELECT coalesce(sum(f.size_bytes), 0)::float8 FROM export_run_files f
       WHERE f.workspace_id = ${workspaceId} AND f.created_at >= starts AND f.created_at < ends) AS bytes,
      (SELECT coalesce(json_agg(json_build_object('status', g.status, 'count', g.count, 'durationClass', g.class)), '[]')
       FROM (
         SELECT r.status, count(*) AS count,
                floor(ln(greatest(date_part('epoch', r.completed_at - r.created_at), ${SHORTEST_S}::float8)) * ${CLASSES_PER_E}::integer)::integer AS class
         FROM export_runs r
         WHERE r.workspace_id = ${workspaceId} AND r.created_at >= starts AND r.created_at < ends
         GROUP BY r.status, class) AS g) AS groups
    FROM days ORDER BY day`.execute(db);
  return rows;
}

export interface CurrentRow {
  readonly waiting: number;
  readonly running: number;
  readonly oldestWaitSeconds: number;
  readonly bytes: number;
  readonly files: number;
}

/** What waits and what is kept at this moment. */
export async function readCurrent(db: Database, workspaceId: number): Promise<CurrentRow> {
  const { rows } = await sql<CurrentRow>`
    SELECT queue.*, kept.* FROM (
      SELECT count(*) FILTER (WHERE status = 'CREATED') AS waiting, count(*) FILTER (WHERE status = 'RUNNING') AS running,
             coalesce(greatest(0, floor(date_part('epoch', now() - min(created_at) FILTER (WHERE status = 'CREATED')))), 0)::integer
               AS "oldestWaitSeconds"
      FROM export_runs WHERE workspace_id = ${workspaceId} AND status IN ('CREATED', 'RUNNING')
    ) AS queue, (
      SELECT coalesce(sum(size_bytes), 0)::float8 AS bytes, count(*) AS files
      FROM export_run_files WHERE workspace_id = ${workspaceId} AND removed_at IS NULL
    ) AS kept`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate has no row');
  return row;
}
