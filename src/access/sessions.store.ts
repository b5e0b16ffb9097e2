import type { Page, Paged } from '../kernel/paging.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { pageOfRows } from '../platform/db/paging.ts';
import type { Person } from './access.contract.ts';
import { isLiveSession } from './access.store.ts';

/** A session that can be used. Its token, hashed or not, is no part of it. */
export interface SessionRow {
  readonly guid: string;
  readonly userId: number;
  readonly user: Person;
  readonly isMachine: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly address: string | null;
}

const COLUMNS = sql`
  s.guid, s.user_id AS "userId", s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt", host(s.address) AS address,
  u.role = 'machine' AS "isMachine", json_build_object('email', u.email, 'fullName', u.full_name, 'guid', u.guid) AS user`;
const FROM = sql`sessions s JOIN users u ON u.id = s.user_id AND u.role IS NOT NULL WHERE ${isLiveSession}`;

export interface SessionFilter {
  /** Undefined: of everybody. */
  readonly userId: number | undefined;
  readonly userGuid: string | undefined;
}

/** A page of the sessions of a workspace, the one used last first, and how many there are. */
export function listSessions(
  db: Database,
  workspaceId: number,
  { userId, userGuid, page }: SessionFilter & { readonly page: Page },
): Promise<Paged<SessionRow>> {
  const conditions = [
    sql`u.workspace_id = ${workspaceId}`,
    ...(userId === undefined ? [] : [sql`u.id = ${userId}`]),
    ...(userGuid === undefined ? [] : [sql`u.guid = ${userGuid}`]),
  ];
  return pageOfRows<SessionRow>(db, {
    columns: COLUMNS,
    from: sql`${FROM} AND ${sql.join(conditions, sql` AND `)}`,
    order: sql`s.last_used_at DESC, s.guid`,
    page,
  });
}

export async function findSession(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    SELECT ${COLUMNS} FROM ${FROM} AND u.workspace_id = ${workspaceId} AND s.guid = ${guid}`.execute(db);
  return rows[0];
}

/** False: it has ended already. */
export async function deleteSessionOf(
  tx: DatabaseTransaction,
  { userId, guid }: Pick<SessionRow, 'userId' | 'guid'>,
): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM sessions WHERE user_id = ${userId} AND guid = ${guid} RETURNING 1`.execute(tx);
  return rows.length > 0;
}
