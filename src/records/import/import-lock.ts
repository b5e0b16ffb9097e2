import type { RawBuilder } from '../../platform/db/database.ts';
import { sql } from '../../platform/db/database.ts';

/** With the workspace's id, names the lock of an import. */
const IMPORT_LOCK = 581_734_003;

const lockKeys = (workspaceId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${sql.lit(IMPORT_LOCK)}, (${workspaceId} % 2147483647)::integer`;

/** Held until the transaction ends: one import into a workspace at a time. */
export function takeImportLock(workspaceId: number): RawBuilder<unknown> {
  return sql`SELECT pg_advisory_xact_lock(${lockKeys(sql`${workspaceId}::bigint`)})`;
}

/** Takes it, until the transaction ends, where no import is under way; an expression that says whether it has. */
export function tryImportLock(workspaceId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`pg_try_advisory_xact_lock(${lockKeys(workspaceId)})`;
}
