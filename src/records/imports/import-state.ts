import { sql, type Database, type RawBuilder } from '../../platform/db/database.ts';
import type { ImportSummary } from '../import/import-context.ts';
import type { ImportStatus } from './imports.contract.ts';
import type { ImportError, Lease, WorkProgress } from './imports.store.ts';
import type { Upload } from './upload.ts';

/**
 * From which states each state can be entered. What failed can be checked again as long as its files are kept. No other transition exists;
 * every one is a single conditional UPDATE, here and nowhere else.
 */
const TRANSITIONS: Readonly<Record<ImportStatus, readonly ImportStatus[]>> = {
  UPLOADED: [],
  CHECKING: ['UPLOADED', 'CHECKED', 'FAILED'],
  CHECKED: ['CHECKING'],
  COMMITTING: ['UPLOADED', 'CHECKED'],
  COMPLETE: ['COMMITTING'],
  FAILED: ['UPLOADED', 'CHECKED', 'CHECKING', 'COMMITTING'],
  ABORTED: ['UPLOADED', 'CHECKED', 'CHECKING', 'COMMITTING'],
};

/** An import, and which attempt at it asks. */
export interface Attempt {
  readonly importId: number;
  readonly lease: Lease;
}

interface Change {
  readonly importId: number;
  readonly to: ImportStatus;
  readonly set: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
}

/** Does one transition, or nothing when the import is not in a state that allows it. */
async function change(db: Database, { importId, to, set, where = sql`true` }: Change): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    UPDATE imports SET status = ${to}, changed_at = now(), ${set}
    WHERE id = ${importId} AND status = ANY(${TRANSITIONS[to]}::text[]) AND ${where}`.execute(db);
  return numAffectedRows > 0n;
}

const isHeldBy = (lease: Lease): RawBuilder<unknown> => sql`lease = ${lease}::uuid`;
const END = sql`lease = NULL, progress = NULL, ended_at = now()`;

const FIRST_PROGRESS = JSON.stringify({
  phase: 'waiting',
  file: null,
  rowsRead: 0,
} satisfies WorkProgress);

/** Begins to check or to commit what is still kept. What is known to be wrong is not committed. */
export function beginWork(
  db: Database,
  { importId, lease }: Attempt,
  work: { readonly to: 'CHECKING' | 'COMMITTING'; readonly upload: Upload },
): Promise<boolean> {
  const isSound = work.to === 'CHECKING' ? sql`true` : sql`problem_count = 0`;
  return change(db, {
    importId,
    to: work.to,
    set: sql`lease = ${lease}::uuid, upload = ${JSON.stringify(work.upload)}::json, progress = ${FIRST_PROGRESS}::json, summary = NULL,
             error_code = NULL, error_message = NULL, ended_at = NULL`,
    where: sql`removed_at IS NULL AND ${isSound}`,
  });
}

/** False when the attempt does not hold the import any more. */
export async function saveProgress(
  db: Database,
  { importId, lease }: Attempt,
  progress: WorkProgress,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    UPDATE imports SET progress = ${JSON.stringify(progress)}::json WHERE id = ${importId} AND ${isHeldBy(lease)}`.execute(
    db,
  );
  return numAffectedRows > 0n;
}

export interface CheckResult {
  /** Undefined: something is wrong. */
  readonly summary: ImportSummary | undefined;
  readonly problemCount: number;
  readonly rowCount: number;
}

export function endCheck(
  db: Database,
  { importId, lease }: Attempt,
  { summary, problemCount, rowCount }: CheckResult,
): Promise<boolean> {
  return change(db, {
    importId,
    to: 'CHECKED',
    set: sql`lease = NULL, progress = NULL, summary = ${asJson(summary)}::json, problem_count = ${problemCount}, row_count = ${rowCount}`,
    where: isHeldBy(lease),
  });
}

/** In the transaction of the import itself: neither stands without the other. */
export function completeImport(
  db: Database,
  { importId, lease }: Attempt,
  summary: ImportSummary,
): Promise<boolean> {
  return change(db, {
    importId,
    to: 'COMPLETE',
    set: sql`${END}, summary = ${asJson(summary)}::json`,
    where: isHeldBy(lease),
  });
}

const asJson = (summary: ImportSummary | undefined): string | null =>
  summary === undefined ? null : JSON.stringify(summary);

export interface Failure {
  readonly error: ImportError;
  readonly problemCount: number;
}

export function failImport(
  db: Database,
  { importId, lease }: Attempt,
  { error, problemCount }: Failure,
): Promise<boolean> {
  return change(db, {
    importId,
    to: 'FAILED',
    set: sql`${END}, error_code = ${error.code}, error_message = ${error.message}, problem_count = ${problemCount}`,
    where: isHeldBy(lease),
  });
}

export function abortImport(db: Database, importId: number): Promise<boolean> {
  return change(db, { importId, to: 'ABORTED', set: END });
}

/** An upload that nobody has committed in time. */
export function expireImport(db: Database, importId: number, error: ImportError): Promise<boolean> {
  return change(db, {
    importId,
    to: 'FAILED',
    set: sql`${END}, error_code = ${error.code}, error_message = ${error.message}`,
    where: sql`lease IS NULL`,
  });
}

/** With an import's id, names the lock that whoever works on it holds. */
const WORK_LOCK = 581_734_004;
export const workLock = (importId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${sql.lit(WORK_LOCK)}, (${importId} % 2147483647)::integer`;

/**
 * Ends the imports whose process has died: it held a lock on a connection of its own, which PostgreSQL frees as soon as that is gone. A
 * status that has changed since they were looked at is left alone: so is another attempt.
 * @param workspaceId undefined: of all workspaces
 */
export async function endInterrupted(
  db: Database,
  workspaceId: number | undefined,
  error: ImportError,
): Promise<void> {
  const whose = workspaceId === undefined ? sql`true` : sql`workspace_id = ${workspaceId}`;
  await sql`
    WITH working AS MATERIALIZED (
      SELECT id, lease FROM imports WHERE status IN ('CHECKING', 'COMMITTING') AND ${whose}
    ), dead AS MATERIALIZED (
      SELECT id, lease FROM working WHERE pg_try_advisory_xact_lock(${workLock(sql`id`)})
    )
    UPDATE imports i SET status = 'FAILED', changed_at = now(), ${END}, error_code = ${error.code}, error_message = ${error.message}
    FROM dead WHERE i.id = dead.id AND i.lease = dead.lease AND i.status IN ('CHECKING', 'COMMITTING')`.execute(
    db,
  );
}
