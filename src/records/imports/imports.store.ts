import type { Person } from '../../access/access.contract.ts';
import type { Violation } from '../../kernel/errors.ts';
import { DEFAULT_LIMIT, type Page, type Paged } from '../../kernel/paging.ts';
import { sql, type Database, type RawBuilder } from '../../platform/db/database.ts';
import type { ImportSummary } from '../import/import-context.ts';
import type { BundleProblem } from '../import/problems.ts';
import type { ImportStatus } from './imports.contract.ts';
import type { Upload } from './upload.ts';

/** How far the work has come, as it stands on the row. */
export interface WorkProgress {
  readonly phase: 'waiting' | 'reading' | 'merging' | 'storing';
  readonly file: string | null;
  readonly rowsRead: number;
}

/** Names one attempt: only who holds it may end the work by its result. */
export type Lease = string;

export interface ImportProblemRow {
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

export interface ImportRow {
  readonly id: number;
  readonly guid: string;
  readonly workspaceId: number;
  readonly name: string;
  readonly status: ImportStatus;
  readonly upload: Upload;
  readonly progress: WorkProgress | null;
  readonly rowCount: number | null;
  readonly summary: ImportSummary | null;
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly ImportProblemRow[];
  /** How many are told of each file, by its name. */
  readonly problemsByFile: Readonly<Record<string, number>>;
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly removedAt: Date | null;
  readonly creator: Person;
}

const COLUMNS = sql`
  i.id, i.guid, i.workspace_id AS "workspaceId", i.name, i.status, i.upload, i.progress, i.row_count AS "rowCount", i.summary,
  i.problem_count AS "problemCount", i.error_code AS "errorCode", i.error_message AS "errorMessage",
  i.created_at AS "createdAt", i.ended_at AS "endedAt", i.removed_at AS "removedAt",
  (SELECT json_build_object('email', u.email, 'fullName', u.full_name, 'guid', u.guid) FROM users u WHERE u.id = i.creator_id) AS creator,
  (SELECT coalesce(json_agg(json_build_object('file', p.file, 'line', p.line, 'message', p.message) ORDER BY p.number), '[]')
   FROM import_problems p WHERE p.import_id = i.id AND p.number <= ${DEFAULT_LIMIT}) AS problems,
  (SELECT coalesce(json_object_agg(c.file, c.count), '{}')
   FROM (SELECT file, count(*) FROM import_problems WHERE import_id = i.id AND file IS NOT NULL GROUP BY file) AS c) AS "problemsByFile"`;

export interface NewImport {
  readonly workspaceId: number;
  readonly creatorId: number;
  readonly guid: string;
  readonly name: string;
  readonly upload: Upload;
}

export async function insertImport(
  db: Database,
  { workspaceId, creatorId, guid, name, upload }: NewImport,
): Promise<void> {
  await sql`
    INSERT INTO imports (workspace_id, creator_id, guid, name, status, upload, created_at, changed_at)
    VALUES (${workspaceId}, ${creatorId}, ${guid}, ${name}, 'UPLOADED', ${JSON.stringify(upload)}::json, now(), now())`.execute(
    db,
  );
}

export async function findImport(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<ImportRow | undefined> {
  const { rows } =
    await sql<ImportRow>`SELECT ${COLUMNS} FROM imports i WHERE i.workspace_id = ${workspaceId} AND i.guid = ${guid}`.execute(
      db,
    );
  return rows[0];
}

export interface ImportQuery {
  readonly workspaceId: number;
  readonly status?: ImportStatus | undefined;
  readonly page: Page;
}

/** Imports of a workspace, the newest first: a page and the count of all, from one statement and so one snapshot. */
export async function listImports(
  db: Database,
  { workspaceId, status, page }: ImportQuery,
): Promise<Paged<ImportRow>> {
  const matching = sql`FROM imports i WHERE i.workspace_id = ${workspaceId} AND ${status === undefined ? sql`true` : sql`i.status = ${status}`}`;
  return paged(
    db,
    sql`SELECT count(*) ${matching}`,
    sql`SELECT ${COLUMNS}, row_number() OVER (ORDER BY i.id DESC) AS place ${matching} ORDER BY i.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
}

export interface ProblemQuery {
  readonly workspaceId: number;
  readonly importId: number;
  readonly file?: string | undefined;
  readonly page: Page;
}

/** Problems of an import, in the order in which they were found. */
export function listProblems(
  db: Database,
  { workspaceId, importId, file, page }: ProblemQuery,
): Promise<Paged<ImportProblemRow>> {
  const matching = sql`FROM import_problems p JOIN imports i ON i.id = p.import_id
    WHERE i.workspace_id = ${workspaceId} AND p.import_id = ${importId} AND ${file === undefined ? sql`true` : sql`p.file = ${file}`}`;
  return paged(
    db,
    sql`SELECT count(*) ${matching}`,
    sql`SELECT p.file, p.line, p.message, p.number AS place ${matching} ORDER BY p.number LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
}

/** @param rows with their `place` in the list */
async function paged<Row>(
  db: Database,
  count: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
): Promise<Paged<Row>> {
  const { rows: found } = await sql<Row & { totalCount: number; place: number | null }>`
    SELECT total.count AS "totalCount", page.* FROM (${count}) AS total LEFT JOIN (${rows}) AS page ON true ORDER BY page.place`.execute(
    db,
  );
  return { count: found[0]?.totalCount ?? 0, results: found.filter(({ place }) => place !== null) };
}

/** Writes down what was found to be wrong, instead of what was found before. */
export async function replaceProblems(
  db: Database,
  importId: number,
  problems: readonly BundleProblem[],
): Promise<void> {
  await sql`DELETE FROM import_problems WHERE import_id = ${importId}`.execute(db);
  if (problems.length === 0) return;
  await sql`
    INSERT INTO import_problems (import_id, number, file, line, message)
    SELECT ${importId}, number, file, line, message
    FROM unnest(${problems.map(({ file }) => file ?? null)}::text[], ${problems.map(({ line }) => line ?? null)}::integer[],
                ${problems.map(({ message }) => message)}::text[]) WITH ORDINALITY AS problem (file, line, message, number)`.execute(
    db,
  );
}

export type ImportError = Pick<Violation, 'code' | 'message'>;
