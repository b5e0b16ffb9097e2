import type { Person } from '../access/access.contract.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import { sql, type Database } from '../platform/db/database.ts';

export interface RecentRunRow {
  readonly id: number;
  readonly definitionName: string;
  readonly createdAt: Date;
  readonly criteriaResultsCount: number | null;
  readonly user: Person;
}

/** Bounds are whole seconds, both inclusive. */
export interface RecentRunFilter {
  readonly workspaceId: number;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/** The runs of a workspace, newest first: a page and the count of all, from one statement and so one snapshot. */
export async function listRecentRuns(
  db: Database,
  { workspaceId, from, to }: RecentRunFilter,
  page: Page,
): Promise<Paged<RecentRunRow>> {
  const conditions = [
    sql`r.workspace_id = ${workspaceId}`,
    ...(from === undefined ? [] : [sql`r.created_at >= ${from}`]),
    // What is shown as 12:00:00Z may have been accepted at 12:00:00.7.
    ...(to === undefined ? [] : [sql`r.created_at < ${to}::timestamptz + interval '1 second'`]),
  ];
  const matching = sql`FROM export_runs r WHERE ${sql.join(conditions, sql` AND `)}`;
  const { rows } = await sql<RecentRunRow & { readonly totalCount: number }>`
    SELECT total.count AS "totalCount", page.id, page.created_at AS "createdAt",
           page.criteria_results_count AS "criteriaResultsCount", d.name AS "definitionName",
           json_build_object('email', u.email, 'fullName', u.full_name, 'guid', u.guid) AS user
    FROM (SELECT count(*) ${matching}) AS total
    LEFT JOIN (
      SELECT r.id, r.created_at, r.criteria_results_count, r.definition_id, r.creator_id ${matching}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    LEFT JOIN export_definitions d ON d.id = page.definition_id
    LEFT JOIN users u ON u.id = page.creator_id
    ORDER BY page.created_at DESC, page.id DESC`.execute(db);
  return {
    count: rows[0]?.totalCount ?? 0,
    results: rows.filter(({ id }) => (id as number | null) !== null),
  };
}
