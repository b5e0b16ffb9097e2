import type { Person } from '../access/access.contract.ts';
import type { Page, Paged } from '../kernel/paging.ts';
import type { ExportOptions } from '../kernel/vocabulary.ts';
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
  query: { filter: DefinitionFilter; page: Page },
): Promise<Paged<DefinitionRow>> {
  const { filter, page } = query;
  const where = sql`
    d.workspace_id = ${workspaceId} AND ${matchesText(sql`d.name`, filter.name)} AND ${matchesText(sql`d.description`, filter.description)}
    AND ${filter.number === undefined ? sql`true` : sql`d.number = ${filter.number}`}
    AND ${matchesText(sql`u.guid`, filter['creator.guid'])} AND ${matchesText(sql`u.email`, filter['creator.email'])}
    AND ${matchesText(sql`u.full_name`, filter['creator.fullName'])}`;
  return pageOfRows<DefinitionRow>(db, {
    columns: COLUMNS,
    from: sql`export_definitions d JOIN users u ON u.id = d.creator_id WHERE ${where}`,
    page,
  });
}
