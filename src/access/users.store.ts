import type { Page, Paged } from '../kernel/paging.ts';
import type { PersonRole } from '../kernel/vocabulary.ts';
import { sql, type Database, type DatabaseTransaction, type RawBuilder } from '../platform/db/database.ts';
import { matchesText } from '../platform/db/like.ts';
import { pageOfRows } from '../platform/db/paging.ts';
import { isLiveSession } from './access.store.ts';

/** A person of a workspace: who may log in (with a role), or whom only records name. */
export interface PersonRow {
  readonly id: number;
  readonly email: string | null;
  readonly fullName: string;
  readonly guid: string;
  readonly role: PersonRole | null;
  readonly sessions: number;
  readonly lastActivityAt: Date | null;
}

export interface PersonFilter {
  readonly email?: string;
  readonly fullName?: string;
  readonly mayLogIn?: boolean;
  readonly role?: PersonRole;
}

/** What is done by the API counts as activity when it was done: refused attempts may be somebody else's. */
const COLUMNS = sql`
  u.id, u.email, u.full_name AS "fullName", u.guid, u.role,
  (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND u.role IS NOT NULL AND ${isLiveSession}) AS sessions,
  greatest(
    (SELECT max(s.last_used_at) FROM sessions s WHERE s.user_id = u.id),
    (SELECT a.at FROM audit_trail a WHERE a.workspace_id = u.workspace_id AND a.user_guid = u.guid AND a.outcome IN ('DONE', 'STARTED')
     ORDER BY a.at DESC, a.id DESC LIMIT 1)) AS "lastActivityAt"`;

/** Machine users, those of clients that were revoked too, are none. */
const peopleOf = (workspaceId: number): RawBuilder<unknown> => sql`
  users u WHERE u.workspace_id = ${workspaceId} AND NOT EXISTS (SELECT FROM oauth_clients c WHERE c.user_id = u.id)`;

/** A page of the people of a workspace, those who may log in first, by name; and how many there are. */
export function listPeople(
  db: Database,
  workspaceId: number,
  { filter, page }: { readonly filter: PersonFilter; readonly page: Page },
): Promise<Paged<PersonRow>> {
  const { mayLogIn, role } = filter;
  const conditions = [
    ...(mayLogIn === undefined ? [] : [sql`(u.role IS NOT NULL) = ${mayLogIn}`]),
    ...(role === undefined ? [] : [sql`u.role = ${role}`]),
    matchesText(sql`u.email`, filter.email),
    matchesText(sql`u.full_name`, filter.fullName),
  ];
  return pageOfRows<PersonRow>(db, {
    columns: COLUMNS,
    from: sql`${peopleOf(workspaceId)} AND ${sql.join(conditions, sql` AND `)}`,
    order: sql`u.role IS NULL, fold(u.full_name), u.id`,
    page,
  });
}

export async function findPerson(
  db: Database,
  workspaceId: number,
  guid: string,
): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    SELECT ${COLUMNS} FROM ${peopleOf(workspaceId)} AND u.guid = ${guid}`.execute(db);
  return rows[0];
}

/** The same by the e-mail address. */
export async function findPersonByEmail(
  db: Database,
  workspaceId: number,
  email: string,
): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    SELECT ${COLUMNS} FROM ${peopleOf(workspaceId)} AND fold(u.email) = fold(${email})`.execute(db);
  return rows[0];
}

/** What is undefined stays as it is. Somebody who may not log in gets no role by this. */
export async function updatePerson(
  tx: DatabaseTransaction,
  userId: number,
  { fullName, role }: { readonly fullName: string | undefined; readonly role: PersonRole | undefined },
): Promise<void> {
  await sql`
    UPDATE users SET full_name = coalesce(${fullName ?? null}::text, full_name),
      role = CASE WHEN role IS NULL THEN NULL ELSE coalesce(${role ?? null}::text, role) END
    WHERE id = ${userId}`.execute(tx);
}

export async function countAdministrators(db: Database, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM users WHERE workspace_id = ${workspaceId} AND role = 'administrator'`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
