import type { Page, Paged } from '../kernel/paging.ts';
import type { RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';
import { matchesText } from '../platform/db/like.ts';
import type { ExportReference } from './exports.contract.ts';
import {
  DETAIL,
  readRuns,
  RUN_COLUMNS,
  WITH_CREATOR_AND_FILES,
  type RunColumns,
  type RunDetail,
  type RunSummary,
} from './runs.store.ts';

/** Bounds are whole seconds, both inclusive. Text filters match the whole value without regard to case, `*` being a wildcard. */
export interface WorkspaceRunFilter {
  readonly status?: RunStatus;
  readonly number?: number;
  readonly completionDateTimeFrom?: Date;
  readonly completionDateTimeTo?: Date;
  readonly creationDateTimeFrom?: Date;
  readonly creationDateTimeTo?: Date;
  readonly 'export.guid'?: string;
  readonly 'creator.guid'?: string;
  readonly 'creator.email'?: string;
  readonly 'creator.fullName'?: string;
}

export interface WorkspaceRunQuery {
  readonly filter: WorkspaceRunFilter;
  readonly page: Page;
  /** Only runs that stand behind the one with this GUID. */
  readonly before?: string;
}

/** A run with its details and the definition that it is of. */
export type WorkspaceRun = RunSummary & RunDetail & { readonly export: ExportReference };

/** With a completion time. */
const COMPLETED: readonly RunStatus[] = ['COMPLETE', 'DOWNLOADED'];

type Row = RunColumns & { readonly detail: RunDetail; readonly export: ExportReference };

const COLUMNS = sql.raw(`r.id, f.id AS "fileId", ${RUN_COLUMNS}, ${DETAIL} AS detail,
  json_build_object('guid', d.guid, 'name', d.name, 'number', d.number) AS export`);
const WITH_ALL = sql.raw(`JOIN export_definitions d ON d.id = r.definition_id ${WITH_CREATOR_AND_FILES}`);

/**
 * The runs of a workspace, newest first: a page and the count of all that fit, from one statement and so one snapshot. Undefined: `before`
 * names no run of the workspace. The order never changes, so that runs which come in meanwhile do not move those behind `before`.
 */
export async function listWorkspaceRuns(
  db: Database,
  workspaceId: number,
  { filter, page, before }: WorkspaceRunQuery,
): Promise<Paged<WorkspaceRun> | undefined> {
  const place = before === undefined ? undefined : await findPlace(db, workspaceId, before);
  if (before !== undefined && place === undefined) return undefined;
  const conditions = [
    sql`r.workspace_id = ${workspaceId}`,
    ...conditionsOf(filter, workspaceId),
    ...(await creatorCondition(db, workspaceId, filter)),
  ];
  const from = sql`FROM export_runs r WHERE ${sql.join(conditions, sql` AND `)}`;
  const behind =
    place === undefined
      ? sql``
      : sql`AND (r.created_at, r.id) < (${place.createdAt}::timestamptz, ${place.id}::bigint)`;
  const { rows } = await sql<(Row | { readonly run: null }) & { readonly totalCount: number }>`
    SELECT total.count AS "totalCount", listed.*
    FROM (SELECT ${countOf(filter, workspaceId) ?? sql`count(*) ${from}`}) AS total (count)
    LEFT JOIN LATERAL (
      SELECT ${COLUMNS}, r.created_at AS "createdAt"
      FROM (
        -- What is left out is read in an index alone.
        SELECT r.id ${from} ${behind} ORDER BY r.created_at DESC, r.id DESC LIMIT ${page.limit} OFFSET ${page.offset}
      ) AS hit JOIN export_runs r ON r.id = hit.id ${WITH_ALL}
    ) AS listed ON true
    ORDER BY listed."createdAt" DESC, listed.id DESC, listed."fileId"`.execute(db);
  return {
    count: rows[0]?.totalCount ?? 0,
    // Of a page without runs there is one row without a run.
    results: readRuns(
      rows.filter((row) => row.run !== null),
      ({ detail, export: of }) => ({ ...detail, export: of }),
    ),
  };
}

function conditionsOf(filter: WorkspaceRunFilter, workspaceId: number): RawBuilder<unknown>[] {
  const { status, number, 'export.guid': definition } = filter;
  const definitions = sql`SELECT d.id FROM export_definitions d WHERE d.workspace_id = ${workspaceId}`;
  return [
    ...(status === undefined ? [] : [sql`r.status = ${status}`]),
    // Numbers are found by definition.
    ...(number === undefined ? [] : [sql`r.number = ${number} AND r.definition_id IN (${definitions})`]),
    ...(definition === undefined ? [] : [sql`r.definition_id = (${definitions} AND d.guid = ${definition})`]),
    ...completionConditions(filter),
    ...between(sql`r.created_at`, filter.creationDateTimeFrom, filter.creationDateTimeTo),
  ];
}

/** Says what follows too: the planner knows of no connection between the columns, and would read the whole list in its order. */
function completionConditions(filter: WorkspaceRunFilter): RawBuilder<unknown>[] {
  const { completionDateTimeFrom: from, completionDateTimeTo: to, status } = filter;
  if (from === undefined && to === undefined) return [];
  if (status !== undefined && !COMPLETED.includes(status)) return [sql`false`];
  return [...between(sql`r.completed_at`, from, to), ...between(sql`r.created_at`, undefined, to)];
}

function between(
  column: RawBuilder<unknown>,
  from: Date | undefined,
  to: Date | undefined,
): RawBuilder<unknown>[] {
  return [
    ...(from === undefined ? [] : [sql`${column} >= ${from}`]),
    // What is shown as 12:00:00Z may have been at 12:00:00.7.
    ...(to === undefined ? [] : [sql`${column} < ${to}::timestamptz + interval '1 second'`]),
  ];
}

/** Who may have started the runs, asked first: the planner then knows of how many people the runs are looked for. */
async function creatorCondition(
  db: Database,
  workspaceId: number,
  filter: WorkspaceRunFilter,
): Promise<RawBuilder<unknown>[]> {
  const { 'creator.guid': guid, 'creator.email': email, 'creator.fullName': fullName } = filter;
  if (guid === undefined && email === undefined && fullName === undefined) return [];
  const { rows } = await sql<{ id: number }>`
    SELECT u.id FROM users u WHERE u.workspace_id = ${workspaceId} AND ${matchesText(sql`u.guid`, guid)}
    AND ${matchesText(sql`u.email`, email)} AND ${matchesText(sql`u.full_name`, fullName)}`.execute(db);
  const [only, ...others] = rows.map(({ id }) => id);
  if (only === undefined) return [sql`false`];
  return [
    others.length === 0
      ? sql`r.creator_id = ${only}`
      : sql`r.creator_id = ANY(${[only, ...others]}::bigint[])`,
  ];
}

/** Numbers of runs are dense, so that all runs of definitions are counted by looking at the definitions alone. */
function countOf(filter: WorkspaceRunFilter, workspaceId: number): RawBuilder<unknown> | undefined {
  const { 'export.guid': definition, ...others } = filter;
  if (Object.keys(others).length > 0) return undefined;
  const one = definition === undefined ? sql`` : sql`AND d.guid = ${definition}`;
  return sql`coalesce(sum(d.last_run_number), 0)::bigint FROM export_definitions d WHERE d.workspace_id = ${workspaceId} ${one}`;
}

/** Where a run stands in the list; its time as text, which keeps every digit. */
async function findPlace(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<{ readonly id: number; readonly createdAt: string } | undefined> {
  const { rows } = await sql<{ id: number; createdAt: string }>`
    SELECT id, created_at::text AS "createdAt" FROM export_runs WHERE workspace_id = ${workspaceId} AND guid = ${guid}`.execute(
    db,
  );
  return rows[0];
}

export interface ChangedRunsQuery {
  readonly workspaceId: number;
  /** Runs of which it is known that they have changed; those of other workspaces are passed over. */
  readonly runIds: readonly number[];
  /** Of those that wait, only who came in since; without it none. ISO 8601. */
  readonly waitingSince: string;
  readonly limit: number;
}

/** What may have changed: the runs that are named, those at work, and those that came in a moment ago. Oldest first. */
export async function findChangedRuns(
  db: Database,
  { workspaceId, runIds, waitingSince, limit }: ChangedRunsQuery,
): Promise<(WorkspaceRun & { readonly id: number })[]> {
  const { rows } = await sql<Row & { readonly id: number }>`
    SELECT ${COLUMNS} FROM export_runs r ${WITH_ALL}
    WHERE r.workspace_id = ${workspaceId} AND r.id IN (
      SELECT unnest(${[...runIds]}::bigint[])
      UNION (
        SELECT id FROM export_runs WHERE workspace_id = ${workspaceId} AND status = 'RUNNING'
        ORDER BY created_at DESC, id DESC LIMIT ${limit})
      UNION (
        SELECT id FROM export_runs WHERE workspace_id = ${workspaceId} AND status = 'CREATED' AND created_at >= ${waitingSince}::timestamptz
        ORDER BY created_at DESC, id DESC LIMIT ${limit}))
    ORDER BY r.created_at, r.id, f.id`.execute(db);
  return readRuns(rows, (row) => ({ ...row.detail, export: row.export, id: row.id }));
}
