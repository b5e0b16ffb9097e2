import path from 'node:path';
import type { AuditAction, AuditOutcome } from '../access/audit-words.contract.ts';
import { recordAudit } from '../access/audit.store.ts';
import { listWorkspaces } from '../access/access.store.ts';
import { sql, type Database } from '../platform/db/database.ts';
import { describeSummary, type ImportSummary } from '../records/import/import-context.ts';

/** Writes an import down, in its own transaction. */
export function importRecorder(
  workspaceId: number,
  source: string,
): (db: Database, summary: ImportSummary) => Promise<void> {
  return async (db, summary) => {
    const detail = describeSummary(summary);
    await recordAudit(db, { action: 'IMPORT', workspaceId, target: path.basename(source), detail });
  };
}

/** Writes down what is done to the whole installation, for each of its workspaces. A schema from before the trail has none. */
export async function recordForAll(
  db: Database,
  entry: { readonly action: AuditAction; readonly outcome: AuditOutcome; readonly dir: string },
): Promise<void> {
  const { rows } = await sql<{
    isThere: boolean;
  }>`SELECT to_regclass('audit_trail') IS NOT NULL AS "isThere"`.execute(db);
  if (rows[0]?.isThere !== true) return;
  const { action, outcome, dir } = entry;
  for (const { id } of await listWorkspaces(db))
    await recordAudit(db, { action, outcome, workspaceId: id, target: path.basename(dir) });
}
