import { sql, type Database } from '../platform/db/database.ts';
import { queueExists, unendedJobs, type Queue } from '../platform/queue/queue.ts';
import { RUN_DEAD_QUEUE, RUN_QUEUE } from './exports.contract.ts';
import { enqueueRun } from './run-queue.ts';

const JOBS = unendedJobs([RUN_QUEUE, RUN_DEAD_QUEUE]);

async function hasQueue(db: Database): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`SELECT ${queueExists} AS exists`.execute(db);
  return rows[0]?.exists === true;
}

export interface UnendedRun {
  readonly id: number;
  readonly guid: string;
  readonly status: string;
}

/** Runs that wait for a worker although no job will wake one. A run and its job come and go in one transaction each: what is missing is lost. */
export async function listRunsWithoutJob(db: Database): Promise<UnendedRun[]> {
  const without = (await hasQueue(db))
    ? sql`NOT EXISTS (SELECT FROM ${JOBS} j WHERE j.data->'runId' = to_jsonb(r.id))`
    : sql`true`;
  const { rows } = await sql<UnendedRun>`
    SELECT r.id, r.guid, r.status FROM export_runs r WHERE r.status IN ('CREATED', 'RUNNING') AND ${without} ORDER BY r.id`.execute(
    db,
  );
  return rows;
}

/** Puts such a run into the queue again, unless that has been done meanwhile or it has ended. */
export async function enqueueAgain(db: Database, queue: Queue, { id }: UnendedRun): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Of two who mend at once the second one sees what the first has done.
    await sql`SELECT FROM export_runs WHERE id = ${id} FOR UPDATE`.execute(tx);
    const { rows } = await sql`
      SELECT FROM export_runs r WHERE id = ${id} AND status IN ('CREATED', 'RUNNING')
      AND NOT EXISTS (SELECT FROM ${JOBS} j WHERE j.data->'runId' = to_jsonb(r.id))`.execute(tx);
    if (rows.length > 0) await enqueueRun(queue, tx, id);
  });
}

export interface LostJob {
  readonly id: string;
  readonly name: string;
  /** What the job says; anything but a number is none of ours. */
  readonly runId: string | null;
  readonly status: string | null;
}

/**
 * Jobs that wait although there is nothing to do for them. One that a worker has taken is that worker's to end, and the job of a run that
 * was ABORTED in the queue waits its turn to be dropped: neither is lost.
 */
export async function listJobsWithoutRun(db: Database): Promise<LostJob[]> {
  if (!(await hasQueue(db))) return [];
  const { rows } = await sql<LostJob>`
    SELECT j.id, j.name, j.data->>'runId' AS "runId", r.status
    FROM ${JOBS} j LEFT JOIN export_runs r ON to_jsonb(r.id) = j.data->'runId'
    WHERE NOT j.is_taken AND (r.id IS NULL OR r.status NOT IN ('CREATED', 'RUNNING', 'ABORTED')) ORDER BY j.id`.execute(
    db,
  );
  return rows;
}
