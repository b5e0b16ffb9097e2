import type { ConnectionSettings, DatabaseTransaction } from '../platform/db/database.ts';
import { sql } from '../platform/db/database.ts';
import { openQueue, type Queue } from '../platform/queue/queue.ts';
import { RUN_DEAD_QUEUE, RUN_QUEUE, type RunJob } from './exports.contract.ts';
import { handBackRun, type Lease } from './run-state.ts';

/** A run's row counts its attempts (three); handed back after a clean stop, one is not counted, but is delivered again. */
const RETRY_LIMIT = 1_000;

/** The queue that wakes the workers of runs. `slots`: those that this process will start. */
export function openRunQueue(
  connection: ConnectionSettings,
  onError: (error: Error) => void,
  { slots = 0 }: { readonly slots?: number } = {},
): Promise<Queue> {
  return openQueue({
    slots,
    connection,
    queues: [
      { name: RUN_DEAD_QUEUE, retryLimit: RETRY_LIMIT },
      { name: RUN_QUEUE, retryLimit: RETRY_LIMIT, deadLetter: RUN_DEAD_QUEUE },
    ],
    onError,
  });
}

/** Runs begin in the order in which they were accepted, also when several are accepted at once, or queued anew in one transaction. */
export function enqueueRun(queue: Queue, tx: DatabaseTransaction, runId: number): Promise<void> {
  return queue.enqueue(tx, RUN_QUEUE, { data: { runId } satisfies RunJob, place: runId });
}

/**
 * Gives every run that has not ended its place in an empty queue, in the order in which they were accepted. An attempt that was under way
 * elsewhere is not counted: nothing is known against it. Gives how many they are.
 */
export async function requeueRuns(tx: DatabaseTransaction, queue: Queue): Promise<number> {
  const { rows } = await sql<{ id: number; lease: Lease | null }>`
    SELECT id, lease FROM export_runs WHERE status IN ('CREATED', 'RUNNING') ORDER BY id`.execute(tx);
  for (const { id, lease } of rows) {
    if (lease !== null) await handBackRun(tx, { runId: id, lease });
    await enqueueRun(queue, tx, id);
  }
  return rows.length;
}
