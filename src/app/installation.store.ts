import { sql, type Database } from '../platform/db/database.ts';
import { livingWorkers } from '../platform/queue/queue.ts';
import { DAMAGED_COUNT } from './scrub.ts';

export interface InstallationRow {
  readonly databaseBytes: number;
  readonly databaseVersion: string;
  readonly waiting: number;
  readonly running: number;
  readonly oldestWaitSeconds: number;
  readonly runFileBytes: number;
  readonly damagedFiles: number;
  readonly workerProcesses: number;
  readonly workerSlots: number;
  /** Of this workspace's trail, which has every backup: it is of all workspaces. */
  readonly lastBackupAt: Date | null;
}

/** How the installation does at this moment. Numbers only: of other workspaces nothing but what all of them come to. */
export async function readInstallation(db: Database, workspaceId: number): Promise<InstallationRow> {
  const { rows } = await sql<InstallationRow>`
    SELECT pg_database_size(current_database()) AS "databaseBytes", current_setting('server_version') AS "databaseVersion",
           queue.*, living.processes AS "workerProcesses", living.slots AS "workerSlots", ${DAMAGED_COUNT} AS "damagedFiles",
           (SELECT coalesce(sum(size_bytes), 0)::float8 FROM export_run_files WHERE removed_at IS NULL) AS "runFileBytes",
           (SELECT max(at) FROM audit_trail WHERE workspace_id = ${workspaceId} AND action = 'BACKUP') AS "lastBackupAt"
    FROM ${livingWorkers} AS living, (
      SELECT count(*) FILTER (WHERE status = 'CREATED') AS waiting, count(*) FILTER (WHERE status = 'RUNNING') AS running,
             coalesce(greatest(0, floor(date_part('epoch', now() - min(created_at) FILTER (WHERE status = 'CREATED')))), 0)::integer
               AS "oldestWaitSeconds"
      FROM export_runs WHERE status IN ('CREATED', 'RUNNING')
    ) AS queue`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate has no row');
  return row;
}
