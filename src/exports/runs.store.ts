import type { Person } from '../access/access.contract.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import type { ExportOptions, RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { pageOfRows } from '../platform/db/paging.ts';
import type { Lease, RunProgress } from './run-state.ts';

export interface RunRow {
  readonly id: number;
  readonly definitionId: number;
  readonly creatorId: number;
  readonly guid: string;
  readonly number: number;
  readonly status: RunStatus;
  readonly criteria: unknown;
  readonly criteriaResultsCount: number | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly completedAt: Date | null;
  readonly attempt: number;
  readonly progress: RunProgress | null;
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  readonly creator: Person;
  readonly fileGuids: readonly string[];
  readonly expiresAt: Date | null;
  readonly snapshotAt: Date | null;
}

const COLUMNS = sql`
  r.id, r.definition_id AS "definitionId", r.creator_id AS "creatorId", r.guid, r.number, r.status, r.criteria,
  r.criteria_results_count AS "criteriaResultsCount", r.created_at AS "createdAt", r.started_at AS "startedAt",
  r.ended_at AS "endedAt", r.completed_at AS "completedAt", r.snapshot_at AS "snapshotAt", r.attempt, r.progress, r.error_code AS "errorCode",
  r.error_message AS "errorMessage",
  json_build_object('email', u.email, 'fullName', u.full_name, 'guid', u.guid) AS creator,
  coalesce((SELECT array_agg(f.guid ORDER BY f.id) FROM export_run_files f WHERE f.run_id = r.id), '{}') AS "fileGuids",
  (SELECT min(f.expires_at) FROM export_run_files f WHERE f.run_id = r.id) AS "expiresAt"`;

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
  const { rows } = await sql<RunRow>`
    SELECT ${COLUMNS} FROM export_runs r JOIN users u ON u.id = r.creator_id WHERE r.id = ${runId}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`run ${runId} is gone`);
  return row;
}

/** A run of this workspace, whatever its definition. */
export async function findRun(db: Database, workspaceId: number, guid: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    SELECT ${COLUMNS} FROM export_runs r JOIN users u ON u.id = r.creator_id
    WHERE r.workspace_id = ${workspaceId} AND r.guid = ${guid}`.execute(db);
  return rows[0];
}

/** The run of a definition that completed last; of two in the same instant the higher number. */
export async function findLatestCompleted(db: Database, definitionId: number): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    SELECT ${COLUMNS} FROM export_runs r JOIN users u ON u.id = r.creator_id
    WHERE r.definition_id = ${definitionId} AND r.completed_at IS NOT NULL
    ORDER BY r.completed_at DESC, r.number DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** The reference page's filters. Bounds are whole seconds, both inclusive. */
export interface RunFilter {
  readonly completionDateTimeFrom?: Date;
  readonly completionDateTimeTo?: Date;
  readonly latestCompleted?: boolean;
  readonly number?: number;
  readonly status?: RunStatus;
}

export async function listRuns(
  db: Database,
  definitionId: number,
  query: { filter: RunFilter; page: Page },
): Promise<Paged<RunRow>> {
  const { filter, page } = query;
  const { completionDateTimeFrom: from, completionDateTimeTo: to } = filter;
  const conditions = [
    sql`r.definition_id = ${definitionId}`,
    ...(filter.status === undefined ? [] : [sql`r.status = ${filter.status}`]),
    ...(filter.number === undefined ? [] : [sql`r.number = ${filter.number}`]),
    ...(from === undefined ? [] : [sql`r.completed_at >= ${from}`]),
    // What is shown as 12:00:00Z may have completed at 12:00:00.7.
    ...(to === undefined ? [] : [sql`r.completed_at < ${to}::timestamptz + interval '1 second'`]),
    ...(filter.latestCompleted === true
      ? [
          sql`r.id = (SELECT l.id FROM export_runs l WHERE l.definition_id = ${definitionId} AND l.completed_at IS NOT NULL
                      ORDER BY l.completed_at DESC, l.number DESC LIMIT 1)`,
        ]
      : []),
  ];
  return pageOfRows<RunRow>(db, {
    columns: COLUMNS,
    from: sql`export_runs r JOIN users u ON u.id = r.creator_id WHERE ${sql.join(conditions, sql` AND `)}`,
    page,
  });
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

/** Only the attempt that holds the lease may say how far it is. */
export async function saveProgress(
  db: Database,
  run: { runId: number; lease: Lease; progress: RunProgress },
): Promise<void> {
  await sql`UPDATE export_runs SET progress = ${JSON.stringify(run.progress)}::jsonb
            WHERE id = ${run.runId} AND lease = ${run.lease}::uuid`.execute(db);
}

export interface RunFileRow {
  readonly runId: number;
  readonly guid: string;
  readonly name: string;
  readonly mimeType: string;
  readonly format: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly storageKey: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly removedAt: Date | null;
}

export type NewRunFile = Omit<RunFileRow, 'createdAt' | 'expiresAt' | 'removedAt'> & {
  readonly retentionMs: number;
};

export async function insertRunFile(tx: DatabaseTransaction, file: NewRunFile): Promise<void> {
  await sql`
    INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
    VALUES (${file.runId}, ${file.guid}, ${file.name}, ${file.mimeType}, ${file.format}, ${file.sizeBytes}, ${file.sha256},
            ${file.storageKey}, now(), now() + make_interval(secs => ${file.retentionMs / 1_000}))`.execute(
    tx,
  );
}

/** Whether a run has its file under this key. Waits for whoever is changing the run just now: his COMMIT may be on its way. */
export function isFileKept(db: Database, runId: number, storageKey: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT FROM export_runs WHERE id = ${runId} FOR UPDATE`.execute(tx);
    // A statement of its own: it sees what was committed while the first one waited.
    const { rows } =
      await sql`SELECT FROM export_run_files WHERE run_id = ${runId} AND storage_key = ${storageKey}`.execute(
        tx,
      );
    return rows.length > 0;
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
