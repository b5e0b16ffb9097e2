import { createGuid } from '../kernel/guid.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import { formatZulu } from '../kernel/time.ts';
import { sql, type Database } from '../platform/db/database.ts';
import { matchesText } from '../platform/db/like.ts';
import type { Person } from './access.contract.ts';
import type { AuditEntry, AuditEntryAnswer, AuditWay } from './audit.contract.ts';
import type { AuditAction, AuditOutcome } from './audit-words.contract.ts';

/** Adds a line to the audit trail. */
export function recordAudit(db: Database, entry: AuditEntry): Promise<void> {
  return recordAuditOf(db, entry, [entry.workspaceId]);
}

/** Adds a line for each of these workspaces, in one statement: how many there are does not show in the time it takes. */
export async function recordAuditOf(
  db: Database,
  entry: Omit<AuditEntry, 'workspaceId'>,
  workspaceIds: readonly (number | undefined)[],
): Promise<void> {
  const { user, origin, target, detail, action, outcome = 'DONE' } = entry;
  const via: AuditWay = origin === undefined ? 'COMMAND_LINE' : 'API';
  await sql`
    INSERT INTO audit_trail (guid, workspace_id, via, user_guid, user_email, user_name, address, action, target, detail, outcome, request_id)
    SELECT guid, workspace_id, ${via}, ${user?.guid ?? null}, ${user?.email ?? null}, ${user?.fullName ?? null},
           ${origin?.address ?? null}::inet, ${action}, ${target ?? null}, ${detail ?? null}, ${outcome}, ${origin?.requestId ?? null}
    FROM unnest(${workspaceIds.map(() => createGuid())}::text[], ${workspaceIds.map((id) => id ?? null)}::bigint[])
      AS line (guid, workspace_id)`.execute(db);
}

interface AuditRow {
  readonly id: number;
  readonly guid: string;
  readonly at: Date;
  readonly workspaceId: number | null;
  readonly via: AuditWay;
  readonly user: Person | null;
  readonly address: string | null;
  readonly action: AuditAction;
  readonly target: string | null;
  readonly detail: string | null;
  readonly outcome: AuditOutcome;
  readonly requestId: string | null;
}

/** Bounds are whole seconds, both inclusive. */
export interface AuditFilter {
  readonly action?: AuditAction;
  readonly outcome?: AuditOutcome;
  readonly 'user.guid'?: string;
  readonly 'user.email'?: string;
  readonly target?: string;
  readonly dateTimeFrom?: Date;
  readonly dateTimeTo?: Date;
}

export interface AuditQuery {
  /** Undefined: of all workspaces and of none. */
  readonly workspaceId: number | undefined;
  readonly filter: AuditFilter;
  readonly page: Page;
}

/** Lines of the trail, newest first: a page and the count of all, from one statement and so one snapshot. */
export async function listAudit(
  db: Database,
  { workspaceId, filter, page }: AuditQuery,
): Promise<Paged<AuditRow>> {
  const { action, outcome, dateTimeFrom: from, dateTimeTo: to, 'user.guid': userGuid } = filter;
  const conditions = [
    ...(workspaceId === undefined ? [] : [sql`workspace_id = ${workspaceId}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
    ...(userGuid === undefined ? [] : [sql`user_guid = ${userGuid}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}`]),
    // What is shown as 12:00:00Z may have been done at 12:00:00.7.
    ...(to === undefined ? [] : [sql`at < ${to}::timestamptz + interval '1 second'`]),
    matchesText(sql`user_email`, filter['user.email']),
    matchesText(sql`target`, filter.target),
  ];
  const matching = sql`FROM audit_trail WHERE ${sql.join(conditions, sql` AND `)}`;
  const { rows } = await sql<AuditRow & { readonly totalCount: number }>`
    SELECT total.count AS "totalCount", page.*
    FROM (SELECT count(*) ${matching}) AS total
    LEFT JOIN (
      SELECT id, guid, at, workspace_id AS "workspaceId", via, host(address) AS address, action, target, detail, outcome,
             request_id AS "requestId",
             CASE WHEN user_guid IS NOT NULL
               THEN json_build_object('email', user_email, 'fullName', user_name, 'guid', user_guid) END AS user
      ${matching} ORDER BY at DESC, id DESC LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    ORDER BY page.at DESC, page.id DESC`.execute(db);
  return {
    count: rows[0]?.totalCount ?? 0,
    results: rows.filter(({ id }) => (id as number | null) !== null),
  };
}

/** A line as answers have it: without its number, which would tell how much is done in other workspaces. */
export function presentAudit(row: AuditRow): AuditEntryAnswer {
  const { action, address, at, detail, guid, outcome, requestId, target, user, via } = row;
  return { action, address, dateTime: formatZulu(at), detail, guid, outcome, requestId, target, user, via };
}
