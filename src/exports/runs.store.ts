import type { Person } from '../access/access.contract.ts';
import type { ViewTotal } from '../engine/export-progress.ts';
import type { ExportOptions, RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database, type DatabaseTransaction, type RawBuilder } from '../platform/db/database.ts';
import type { Lease, NewRunFile, RunProgress } from './run-state.ts';

/** What every view of a run shows. Times are ISO 8601 in UTC, as PostgreSQL writes them in JSON. */
export interface RunSummary {
  readonly guid: string;
  readonly number: number;
  readonly status: RunStatus;
  /** JSON, as it is kept: lists pass it on. */
  readonly criteria: string | null;
  readonly criteriaResultsCount: number | null;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly creator: Person;
  readonly fileGuids: readonly string[];
}

/** What the full view shows besides. */
export interface RunDetail {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly snapshotAt: string | null;
  readonly expiresAt: string | null;
  readonly attempt: number;
  readonly progress: RunProgress | null;
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  readonly views: readonly ViewTotal[] | null;
}

export interface RunRow extends RunSummary, RunDetail {
  readonly id: number;
  readonly definitionId: number;
  readonly creatorId: number;
}

/** {@link RUN_COLUMNS} as they come. */
export interface RunColumns {
  readonly run: readonly [
    guid: string,
    number: number,
    status: RunStatus,
    criteriaResultsCount: number | null,
    createdAt: string,
    completedAt: string | null,
    creatorGuid: string,
    creatorEmail: string | null,
    creatorName: string,
    fileGuid: string | null,
  ];
  readonly criteria: string | null;
}

/**
 * A run `r` with its creator `u` and a file `f`, or none: of several there are several rows. As one value: reading the values of twenty
 * runs one by one takes the driver longer than all the rest.
 */
export const RUN_COLUMNS = `json_build_array(
  r.guid, r.number, r.status, r.criteria_results_count, r.created_at, r.completed_at, u.guid, u.email, u.full_name, f.guid) AS run,
  r.criteria::text AS criteria`;

/** A {@link RunDetail}. */
export const DETAIL = `json_build_object(
  'startedAt', r.started_at, 'endedAt', r.ended_at, 'snapshotAt', r.snapshot_at, 'expiresAt', f.expires_at, 'attempt', r.attempt,
  'progress', r.progress, 'errorCode', r.error_code, 'errorMessage', r.error_message, 'views', r.views)`;

/** What {@link RUN_COLUMNS} and {@link DETAIL} need beside `r`. Rows of one run are put in the order of `f.id`. */
export const WITH_CREATOR_AND_FILES =
  'JOIN users u ON u.id = r.creator_id LEFT JOIN export_run_files f ON f.run_id = r.id';

export function readRun({ run, criteria }: RunColumns): RunSummary {
  const [guid, number, status, criteriaResultsCount, createdAt, completedAt, ...rest] = run;
  const [creatorGuid, email, fullName, fileGuid] = rest;
  return {
    guid,
    number,
    status,
    criteria,
    criteriaResultsCount,
    createdAt,
    completedAt,
    creator: { email, fullName, guid: creatorGuid },
    fileGuids: fileGuid === null ? [] : [fileGuid],
  };
}

/** The runs of rows, in their order, each with what `restOf` makes of its first row. Rows of one run, one for each of its files, stand together. */
export function readRuns<Row extends RunColumns, Rest extends object>(
  rows: readonly Row[],
  restOf: (row: Row) => Rest,
): (RunSummary & Rest)[] {
  const runs: (RunSummary & Rest)[] = [];
  for (const row of rows) {
    const summary = readRun(row);
    const last = runs.at(-1);
    if (last?.guid === summary.guid)
      runs[runs.length - 1] = { ...last, fileGuids: [...last.fileGuids, ...summary.fileGuids] };
    else runs.push({ ...summary, ...restOf(row) });
  }
  return runs;
}

interface FoundRow extends RunColumns, Pick<RunRow, 'id' | 'definitionId' | 'creatorId'> {
  readonly detail: RunDetail;
}

/** The run `r` that a condition is about. */
async function findOne(db: Database, condition: RawBuilder<unknown>): Promise<RunRow | undefined> {
  const { rows } = await sql<FoundRow>`
    SELECT r.id, r.definition_id AS "definitionId", r.creator_id AS "creatorId", ${sql.raw(RUN_COLUMNS)}, ${sql.raw(DETAIL)} AS detail
    FROM export_runs r ${sql.raw(WITH_CREATOR_AND_FILES)} WHERE ${condition} ORDER BY f.id`.execute(db);
  const [run] = readRuns(rows, ({ id, definitionId, creatorId, detail }) => ({
    id,
    definitionId,
    creatorId,
    ...detail,
  }));
  return run;
}

export interface NewRun {
  readonly workspaceId: number;
  readonly definitionId: number;
  readonly creatorId: number;
  readonly guid: string;
  readonly criteria: unknown;
}

/** Numbers a run (1, 2, 3… in its definition) and keeps it as CREATED. */
export async function insertRun(tx: DatabaseTransaction, run: NewRun): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    WITH counter AS (
      UPDATE export_definitions SET last_run_number = last_run_number + 1 WHERE id = ${run.definitionId}
      RETURNING last_run_number AS number
    )
    INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, criteria, created_at)
    SELECT ${run.workspaceId}, ${run.definitionId}, ${run.guid}, number, ${run.creatorId}, 'CREATED',
           ${JSON.stringify(run.criteria)}::json, now()
    FROM counter RETURNING id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the run was not kept');
  return row.id;
}

/** Until the transaction ends, nobody else starts a run for this user. */
export async function lockUser(tx: DatabaseTransaction, userId: number): Promise<void> {
  await sql`SELECT FROM users WHERE id = ${userId} FOR NO KEY UPDATE`.execute(tx);
}

/** Runs of a user, of whatever definition, that are queued or being executed. */
export async function countUnendedRuns(tx: DatabaseTransaction, userId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM export_runs WHERE creator_id = ${userId} AND status IN ('CREATED', 'RUNNING')`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export async function getRun(db: Database, runId: number): Promise<RunRow> {
  const row = await findOne(db, sql`r.id = ${runId}`);
  if (row === undefined) throw new Error(`run ${runId} is gone`);
  return row;
}

/** A run of this workspace, whatever its definition. */
export function findRun(db: Database, workspaceId: number, guid: string): Promise<RunRow | undefined> {
  return findOne(db, sql`r.workspace_id = ${workspaceId} AND r.guid = ${guid}`);
}

/** The run of the definition `id` that completed last; of two in the same instant the higher number. */
export const latestCompletedOf = (id: string): string => `(
  SELECT latest.id FROM export_runs latest WHERE latest.definition_id = ${id} AND latest.completed_at IS NOT NULL
  ORDER BY latest.completed_at DESC, latest.number DESC LIMIT 1)`;

export function findLatestCompleted(db: Database, definitionId: number): Promise<RunRow | undefined> {
  return findOne(
    db,
    sql`r.id = (SELECT ${sql.raw(latestCompletedOf('d.id'))} FROM (SELECT ${definitionId}::bigint AS id) AS d)`,
  );
}

/** What a worker needs to execute a run. */
export interface RunWork {
  readonly workspaceId: number;
  readonly guid: string;
  readonly criteria: unknown;
  readonly options: ExportOptions;
  readonly definitionName: string;
}

export async function getRunWork(db: Database, runId: number): Promise<RunWork> {
  const { rows } = await sql<RunWork>`
    SELECT r.workspace_id AS "workspaceId", r.guid, r.criteria, d.options, d.name AS "definitionName"
    FROM export_runs r JOIN export_definitions d ON d.id = r.definition_id WHERE r.id = ${runId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`run ${runId} is gone`);
  return row;
}

/** Whether no attempt at a run is known. */
export async function isWaiting(db: Database, runId: number): Promise<boolean> {
  const { rows } = await sql`SELECT FROM export_runs WHERE id = ${runId} AND status = 'CREATED'`.execute(db);
  return rows.length > 0;
}

/** Only the attempt that holds the lease may say how far it is. */
export async function saveProgress(
  db: Database,
  run: { runId: number; lease: Lease; progress: RunProgress },
): Promise<void> {
  await sql`UPDATE export_runs SET progress = ${JSON.stringify(run.progress)}::jsonb
            WHERE id = ${run.runId} AND lease = ${run.lease}::uuid`.execute(db);
}

export interface RunFileRow extends Omit<NewRunFile, 'retentionMs'> {
  readonly runId: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly removedAt: Date | null;
}

/**
 * Whether a run has its file under this key. When it has none, the run's lease becomes another one: a statement of ours whose connection
 * broke may still be on its way, and must not complete the run with a file that is removed now. Waits for whoever is changing the run.
 */
export function isFileKept(
  db: Database,
  run: { runId: number; storageKey: string; lease: Lease; nextLease: Lease },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT FROM export_runs WHERE id = ${run.runId} FOR UPDATE`.execute(tx);
    // A statement of its own: it sees what was committed while the first one waited.
    const { rows } =
      await sql`SELECT FROM export_run_files WHERE run_id = ${run.runId} AND storage_key = ${run.storageKey}`.execute(
        tx,
      );
    if (rows.length > 0) return true;
    await sql`UPDATE export_runs SET lease = ${run.nextLease}::uuid WHERE id = ${run.runId} AND lease = ${run.lease}::uuid`.execute(
      tx,
    );
    return false;
  });
}

/** A file of this workspace, whatever its run. */
export async function findRunFile(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<RunFileRow | undefined> {
  const { rows } = await sql<RunFileRow>`
    SELECT f.run_id AS "runId", f.guid, f.name, f.mime_type AS "mimeType", f.format, f.size_bytes AS "sizeBytes", f.sha256,
           f.storage_key AS "storageKey", f.created_at AS "createdAt", f.expires_at AS "expiresAt", f.removed_at AS "removedAt"
    FROM export_run_files f JOIN export_runs r ON r.id = f.run_id
    WHERE r.workspace_id = ${workspaceId} AND f.guid = ${guid}`.execute(db);
  return rows[0];
}
