import type { ViewTotal } from '../engine/export-progress.ts';
import type { ErrorName, Violation } from '../kernel/errors.ts';
import type { RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';

/**
 * From which states each state can be entered. RUNNING from RUNNING is a run taken up again after its worker died.
 * No other transition exists; every one is a single conditional UPDATE, here and nowhere else.
 */
export const TRANSITIONS: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  CREATED: [],
  RUNNING: ['CREATED', 'RUNNING'],
  COMPLETE: ['RUNNING'],
  DOWNLOADED: ['COMPLETE'],
  FAILED: ['CREATED', 'RUNNING'],
  ABORTED: ['CREATED', 'RUNNING'],
};

/** Told to every process at each change: `{"runId": …, "status": …}`. */
export const RUN_CHANNEL = 'waybill_runs';

export interface RunChange {
  readonly runId: number;
  readonly status: RunStatus;
}

/** A run whose worker died this often is given up. */
export const MAX_ATTEMPTS = 3;

/** How far a run has come, as it stands on the row and on the wire. */
export interface RunProgress {
  readonly phase: string;
  readonly rowsWritten: number;
  readonly rowsEstimated: number | null;
  readonly bytesWritten: number;
}

/** Names one attempt at a run: only who holds it may end the run by the attempt's result. */
export type Lease = string;

interface Transition {
  readonly runId: number;
  readonly to: RunStatus;
  /** Columns to set besides the status. */
  readonly set: RawBuilder<unknown>;
  /** A further condition, such as the lease. */
  readonly where?: RawBuilder<boolean>;
  /** A statement that reads the row `changed`, of which there is none when nothing was done: both are done or neither is. */
  readonly together?: RawBuilder<unknown>;
  /** The answer does not wait for the disk: a machine that crashes right then may forget the change. */
  readonly mayBeForgotten?: boolean;
}

/**
 * The moment of a change, never before the run's earlier ones: a statement that waits for the run's row keeps the time at which it began,
 * which may lie before the change it waited for.
 */
const NOW = sql<Date>`greatest(created_at, started_at, statement_timestamp())`;

/** Does one transition, or nothing when the run is not in a state that allows it. */
async function change(
  db: Database,
  { runId, to, set, where, together, mayBeForgotten = false }: Transition,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    WITH durability AS MATERIALIZED (
      SELECT set_config('synchronous_commit', CASE WHEN ${mayBeForgotten} THEN 'off' ELSE current_setting('synchronous_commit') END, true)
    ), changed AS (
      UPDATE export_runs SET status = ${to}, ${set}
      WHERE id = ${runId} AND status = ANY(${TRANSITIONS[to]}::text[]) AND ${where ?? sql<boolean>`true`}
      RETURNING id
    ), together AS (${together ?? sql`SELECT`})
    SELECT id, pg_notify(${RUN_CHANNEL}, json_build_object('runId', id, 'status', ${to}::text)::text) FROM changed, durability`.execute(
    db,
  );
  return rows.length > 0;
}

/**
 * Takes a run up. False when it has ended, or when it was tried often enough (see {@link MAX_ATTEMPTS}).
 * An earlier attempt's lease is void from here on. When a crash makes it forgotten, the queue gives the job again.
 */
export function claimRun(db: Database, runId: number, lease: Lease): Promise<boolean> {
  return change(db, {
    runId,
    to: 'RUNNING',
    set: sql`lease = ${lease}::uuid, attempt = attempt + 1, started_at = coalesce(started_at, ${NOW}), progress = NULL`,
    where: sql<boolean>`attempt < ${MAX_ATTEMPTS}`,
    mayBeForgotten: true,
  });
}

/**
 * An attempt that its worker has to give up, because it stops or the database went away, does not count: the run stays RUNNING until
 * another worker takes it up.
 */
export async function handBackRun(
  db: Database,
  { runId, lease }: { runId: number; lease: Lease },
): Promise<void> {
  await sql`UPDATE export_runs SET attempt = attempt - 1 WHERE id = ${runId} AND lease = ${lease}::uuid AND status = 'RUNNING'`.execute(
    db,
  );
}

export interface NewRunFile {
  readonly guid: string;
  readonly name: string;
  readonly mimeType: string;
  readonly format: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly storageKey: string;
  readonly retentionMs: number;
}

export interface Completion {
  readonly runId: number;
  readonly lease: Lease;
  readonly criteriaResultsCount: number;
  readonly snapshotAt: Date;
  readonly progress: RunProgress | null;
  readonly views: readonly ViewTotal[];
  readonly file: NewRunFile;
}

/** The run COMPLETE and the row of its file, which is in place: in one statement, so that no worker can stand still between the two. */
export function completeRun(db: Database, run: Completion): Promise<boolean> {
  const { file } = run;
  return change(db, {
    runId: run.runId,
    to: 'COMPLETE',
    set: sql`completed_at = ${NOW}, ended_at = ${NOW}, lease = NULL, criteria_results_count = ${run.criteriaResultsCount}, snapshot_at = ${run.snapshotAt}, progress = ${run.progress === null ? null : JSON.stringify(run.progress)}::jsonb, views = ${JSON.stringify(run.views)}::json`,
    where: sql<boolean>`lease = ${run.lease}::uuid`,
    together: sql`
      INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
      SELECT id, ${file.guid}, ${file.name}, ${file.mimeType}, ${file.format}, ${file.sizeBytes}::bigint, ${file.sha256}::bytea, ${file.storageKey},
             now(), now() + make_interval(secs => ${file.retentionMs / 1_000}) FROM changed`,
  });
}

/** Why a run failed, as its owner sees it. */
export type FailureReason = Pick<Violation, 'code' | 'message'> & { readonly name?: ErrorName };

/** Ends a run that cannot be done; with a lease, only when that attempt still holds it. */
export function failRun(
  db: Database,
  runId: number,
  reason: FailureReason & { lease?: Lease },
): Promise<boolean> {
  return change(db, {
    runId,
    to: 'FAILED',
    set: sql`ended_at = ${NOW}, lease = NULL, error_code = ${reason.code}, error_message = ${reason.message}`,
    ...(reason.lease === undefined ? {} : { where: sql<boolean>`lease = ${reason.lease}::uuid` }),
  });
}

export function abortRun(db: Database, runId: number): Promise<boolean> {
  return change(db, { runId, to: 'ABORTED', set: sql`ended_at = ${NOW}, lease = NULL` });
}

/** The last byte of the file went out. */
export function markDownloaded(db: Database, runId: number): Promise<boolean> {
  return change(db, { runId, to: 'DOWNLOADED', set: sql`lease = NULL` });
}
