import type { Person } from '../access/access.contract.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import type { ExportOptions, RunStatus } from '../kernel/vocabulary.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { matchesText } from '../platform/db/like.ts';
import { pageOfRows } from '../platform/db/paging.ts';

export interface DefinitionRow {
  readonly id: number;
  readonly workspaceId: number;
  readonly guid: string;
  readonly number: number;
  readonly name: string;
  readonly description: string | null;
  readonly criteria: unknown;
  readonly options: ExportOptions;
  readonly createdAt: Date;
  readonly creator: Person;
}

/** What has become of the runs of a definition. Times are ISO 8601 in UTC, as PostgreSQL writes them in JSON. */
export interface RunHistory {
  readonly failed: number;
  readonly aborted: number;
  readonly unended: number;
  readonly last: {
    readonly guid: string;
    readonly number: number;
    readonly status: RunStatus;
    readonly createdAt: string;
    readonly completedAt: string | null;
  } | null;
}
export type DefinitionWithHistory = DefinitionRow & { readonly history: RunHistory };

export interface NewDefinition {
  readonly workspaceId: number;
  readonly creatorId: number;
  readonly guid: string;
  readonly name: string;
  readonly description: string | null;
  readonly criteria: unknown;
  readonly options: ExportOptions;
}

const COLUMNS = sql`
  d.id, d.workspace_id AS "workspaceId", d.guid, d.number, d.name, d.description, d.criteria, d.options, d.created_at AS "createdAt",
  json_build_object('email', u.email, 'fullName', u.full_name, 'guid', u.guid) AS creator`;

/**
 * The {@link RunHistory} of the definition `page`. Runs have numbers without gaps, so that the last one says how many there are; those that
 * succeeded, most of them, are what is left and need not be counted. The others are counted in an index alone.
 */
const HISTORY = sql`
  SELECT json_build_object('failed', counted.failed, 'aborted', counted.aborted, 'unended', counted.unended, 'last',
    CASE WHEN r.id IS NOT NULL THEN json_build_object(
      'guid', r.guid, 'number', r.number, 'status', r.status, 'createdAt', r.created_at, 'completedAt', r.completed_at) END) AS history
  FROM (
    SELECT count(*) FILTER (WHERE status = 'FAILED') AS failed, count(*) FILTER (WHERE status = 'ABORTED') AS aborted,
           count(*) FILTER (WHERE status IN ('CREATED', 'RUNNING')) AS unended
    FROM export_runs WHERE definition_id = page.id AND status IN ('FAILED', 'ABORTED', 'CREATED', 'RUNNING')
  ) AS counted
  LEFT JOIN LATERAL (SELECT * FROM export_runs WHERE definition_id = page.id ORDER BY number DESC LIMIT 1) AS r ON true`;

/** Numbers a definition (1, 2, 3… in its workspace) and keeps it. */
export async function insertDefinition(
  tx: DatabaseTransaction,
  definition: NewDefinition,
): Promise<DefinitionRow> {
  const { rows } = await sql<DefinitionRow>`
    WITH counter AS (
      UPDATE workspaces SET last_definition_number = last_definition_number + 1 WHERE id = ${definition.workspaceId}
      RETURNING last_definition_number AS number
    ), d AS (
      INSERT INTO export_definitions (workspace_id, guid, number, name, description, creator_id, created_at, criteria, options)
      SELECT ${definition.workspaceId}, ${definition.guid}, number, ${definition.name}, ${definition.description},
             ${definition.creatorId}, now(), ${JSON.stringify(definition.criteria)}::json, ${JSON.stringify(definition.options)}::jsonb
      FROM counter RETURNING *
    )
    SELECT ${COLUMNS} FROM d JOIN users u ON u.id = d.creator_id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the definition was not kept');
  return row;
}

export async function findDefinition(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<DefinitionRow | undefined> {
  const { rows } = await sql<DefinitionRow>`
    SELECT ${COLUMNS} FROM export_definitions d JOIN users u ON u.id = d.creator_id
    WHERE d.workspace_id = ${workspaceId} AND d.guid = ${guid}`.execute(db);
  return rows[0];
}

/** The definition with what has become of its runs. */
export async function withHistory(db: Database, definition: DefinitionRow): Promise<DefinitionWithHistory> {
  const { rows } = await sql<{ history: RunHistory }>`
    SELECT beside.history FROM (SELECT ${definition.id}::bigint AS id) AS page, LATERAL (${HISTORY}) AS beside`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a count had no answer');
  return { ...definition, ...row };
}

export async function getDefinitionById(
  db: Database | DatabaseTransaction,
  id: number,
): Promise<DefinitionRow> {
  const { rows } = await sql<DefinitionRow>`
    SELECT ${COLUMNS} FROM export_definitions d JOIN users u ON u.id = d.creator_id WHERE d.id = ${id}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`definition ${id} is gone`);
  return row;
}

/** Text filters match the whole value without regard to case, `*` being a wildcard. */
export interface DefinitionFilter {
  readonly name?: string;
  readonly number?: number;
  readonly description?: string;
  readonly 'creator.guid'?: string;
  readonly 'creator.email'?: string;
  readonly 'creator.fullName'?: string;
}

export async function listDefinitions(
  db: Database,
  workspaceId: number,
  query: { filter: DefinitionFilter; page: Page; isFull: boolean },
): Promise<Paged<DefinitionRow | DefinitionWithHistory>> {
  const { filter, page, isFull } = query;
  const where = sql`
    d.workspace_id = ${workspaceId} AND ${matchesText(sql`d.name`, filter.name)} AND ${matchesText(sql`d.description`, filter.description)}
    AND ${filter.number === undefined ? sql`true` : sql`d.number = ${filter.number}`}
    AND ${matchesText(sql`u.guid`, filter['creator.guid'])} AND ${matchesText(sql`u.email`, filter['creator.email'])}
    AND ${matchesText(sql`u.full_name`, filter['creator.fullName'])}`;
  return pageOfRows<DefinitionRow | DefinitionWithHistory>(db, {
    columns: COLUMNS,
    from: sql`export_definitions d JOIN users u ON u.id = d.creator_id WHERE ${where}`,
    page,
    ...(isFull && { beside: HISTORY }),
  });
}
