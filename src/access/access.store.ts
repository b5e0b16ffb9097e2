import { createHash, randomBytes } from 'node:crypto';
import { fail } from '../kernel/errors.ts';
import type { Role } from '../kernel/vocabulary.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import type { Person, SessionAnswer } from './access.contract.ts';
import { isAddressAllowed } from './allowed-addresses.store.ts';

/** A login's session that has not been used for this long has ended; a client's has a time of its own to end. */
const SESSION_IDLE_MINUTES = 90;
/** The last use is written down at most this often, so that reading does not mean writing. */
export const TOUCH_EVERY_S = 10;
export const TOKEN_BYTES = 32;

/** Whether a session `s` is still one. Without values to bind, for statements that are prepared by name. */
export const isLiveSession = sql.raw<boolean>(`
  CASE WHEN s.expires_at IS NULL
    THEN s.last_used_at > now() - make_interval(mins => ${SESSION_IDLE_MINUTES}, secs => ${TOUCH_EVERY_S})
    ELSE s.expires_at > now() END`);

export interface LoginCandidate {
  readonly accountId: number;
  readonly passwordHash: string;
  readonly userId: number;
  readonly guid: string;
  readonly email: string | null;
  readonly fullName: string;
  readonly workspaceId: number;
  readonly workspaceName: string;
  /** Whether the workspace may be used from the client's address. */
  readonly isAddressAllowed: boolean;
}

/** What is kept of a token or a client's secret: both have 256 random bits, so a plain hash is enough. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Who could log in with this address: in the workspace asked for, else in the last one, else in the first. */
export async function findLoginCandidate(
  db: Database,
  { email, workspaceId }: { readonly email: string; readonly workspaceId: number | undefined },
  address: string | undefined,
): Promise<LoginCandidate | undefined> {
  const { rows } = await sql<LoginCandidate>`
    SELECT a.id AS "accountId", a.password_hash AS "passwordHash", u.id AS "userId", u.guid, u.email, u.full_name AS "fullName",
           w.id AS "workspaceId", w.name AS "workspaceName", ${isAddressAllowed(sql`w.id`, address)} AS "isAddressAllowed"
    FROM accounts a JOIN users u ON u.account_id = a.id JOIN workspaces w ON w.id = u.workspace_id
    WHERE fold(a.email) = fold(${email}) AND (${workspaceId ?? null}::bigint IS NULL OR w.id = ${workspaceId ?? null}::bigint)
    ORDER BY (w.id = a.last_workspace_id) DESC NULLS LAST, w.id LIMIT 1`.execute(db);
  return rows[0];
}

/** Who the account of a user would be in another workspace; undefined: it may not log in there. */
export async function findCandidateOf(
  db: Database,
  { userId, workspaceId }: { readonly userId: number; readonly workspaceId: number },
  address: string | undefined,
): Promise<Omit<LoginCandidate, 'passwordHash'> | undefined> {
  const { rows } = await sql<Omit<LoginCandidate, 'passwordHash'>>`
    SELECT u.account_id AS "accountId", u.id AS "userId", u.guid, u.email, u.full_name AS "fullName",
           w.id AS "workspaceId", w.name AS "workspaceName", ${isAddressAllowed(sql`w.id`, address)} AS "isAddressAllowed"
    FROM users me JOIN users u ON u.account_id = me.account_id JOIN workspaces w ON w.id = u.workspace_id
    WHERE me.id = ${userId} AND w.id = ${workspaceId}`.execute(db);
  return rows[0];
}

/** A user in the workspace, and every workspace where the same account may log in. */
export async function getSession(db: Database, userId: number): Promise<SessionAnswer> {
  const { rows } = await sql<SessionAnswer>`
    SELECT me.role, json_build_object('email', me.email, 'fullName', me.full_name, 'guid', me.guid) AS user,
           json_build_object('id', w.id, 'name', w.name, 'timeZone', w.time_zone) AS workspace,
           (SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY fold(o.name), o.id)
            FROM users u JOIN workspaces o ON o.id = u.workspace_id
            WHERE u.id = me.id OR u.account_id = me.account_id) AS workspaces
    FROM users me JOIN workspaces w ON w.id = me.workspace_id WHERE me.id = ${userId}`.execute(db);
  return rows[0] ?? fail('unauthenticated');
}

/** The workspaces that an account may log in to, by its e-mail address; none: nobody has it. */
export async function workspacesOf(db: Database, email: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT u.workspace_id AS id FROM accounts a JOIN users u ON u.account_id = a.id
    WHERE fold(a.email) = fold(${email}) ORDER BY u.workspace_id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Opens a session; the token is given out once and only its SHA-256 is kept. Rows are locked in the order of {@link upsertUser}: the
 * account, then the user, or each would wait for the other.
 */
export async function createSession(
  tx: DatabaseTransaction,
  candidate: Pick<LoginCandidate, 'accountId' | 'userId' | 'workspaceId'>,
  { endsOthers, address }: { readonly endsOthers: boolean; readonly address: string | undefined },
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await sql`UPDATE accounts SET last_workspace_id = ${candidate.workspaceId}
            WHERE id = ${candidate.accountId} AND last_workspace_id IS DISTINCT FROM ${candidate.workspaceId}`.execute(
    tx,
  );
  if (endsOthers) await removeSessionsOf(tx, candidate.userId);
  await sql`
    INSERT INTO sessions (token_hash, user_id, address)
    VALUES (${hashOf(token)}, ${candidate.userId}, ${address ?? null}::inet)`.execute(tx);
  await removeEndedSessions(tx);
  return token;
}

/** The user's row is held until the new session is there: of two logins at once, one ends the other. */
async function removeSessionsOf(tx: DatabaseTransaction, userId: number): Promise<void> {
  await sql`SELECT FROM users WHERE id = ${userId} FOR NO KEY UPDATE`.execute(tx);
  await sql`DELETE FROM sessions WHERE user_id = ${userId}`.execute(tx);
}

/** Forgets sessions that nobody can use any more; those of clients are unused for longer once they have expired. */
export async function removeEndedSessions(tx: DatabaseTransaction): Promise<void> {
  await sql`DELETE FROM sessions WHERE last_used_at < now() - make_interval(mins => ${SESSION_IDLE_MINUTES} + 1)`.execute(
    tx,
  );
}

/** False: it had ended already. */
export async function deleteSession(tx: DatabaseTransaction, token: string): Promise<boolean> {
  const { rows } = await sql`DELETE FROM sessions WHERE token_hash = ${hashOf(token)} RETURNING 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Until the transaction ends nobody makes a session of this account out of another one, or ends them all. First, as logins do. */
export async function lockAccount(tx: DatabaseTransaction, userId: number): Promise<void> {
  await sql`
    SELECT FROM accounts a JOIN users u ON u.account_id = a.id WHERE u.id = ${userId} FOR NO KEY UPDATE OF a`.execute(
    tx,
  );
}

/** Somebody in a workspace, of whom sessions have ended. */
export interface EndedUser extends Person {
  readonly workspaceId: number;
}

/** Ends every session of a user, those that the same account has in other workspaces too; gives whose they were. */
export async function deleteSessionsEverywhere(
  tx: DatabaseTransaction,
  userId: number,
): Promise<EndedUser[]> {
  await lockAccount(tx, userId);
  const { rows } = await sql<EndedUser>`
    WITH ended AS (
      DELETE FROM sessions WHERE user_id IN (
        SELECT u.id FROM users u JOIN users me ON me.id = ${userId} AND (u.id = me.id OR u.account_id = me.account_id))
      RETURNING user_id
    )
    SELECT workspace_id AS "workspaceId", guid, email, full_name AS "fullName" FROM users
    WHERE id IN (SELECT user_id FROM ended) ORDER BY id`.execute(tx);
  return rows;
}

export interface Workspace {
  readonly id: number;
  readonly name: string;
}

export async function listWorkspaces(db: Database): Promise<Workspace[]> {
  return (await sql<Workspace>`SELECT id, name FROM workspaces ORDER BY id`.execute(db)).rows;
}

export async function insertWorkspace(tx: DatabaseTransaction, workspace: Workspace): Promise<void> {
  await sql`INSERT INTO workspaces (id, name) VALUES (${workspace.id}, ${workspace.name})`.execute(tx);
}

/** Until the transaction ends nobody else who does this administers the workspace. First of all locks; runs and logins do not wait for it. */
export async function lockWorkspace(tx: DatabaseTransaction, workspaceId: number): Promise<void> {
  await sql`SELECT FROM workspaces WHERE id = ${workspaceId} FOR NO KEY UPDATE`.execute(tx);
}

export interface UserRow {
  readonly guid: string;
  readonly email: string | null;
  readonly fullName: string;
  readonly role: Role | null;
}

/** Who may log in to a workspace, and who only stands in its records (role null). */
export async function listUsers(db: Database, workspaceId: number): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    SELECT guid, email, full_name AS "fullName", role FROM users WHERE workspace_id = ${workspaceId}
    ORDER BY role IS NULL, fold(full_name), id`.execute(db);
  return rows;
}

export interface NewUser {
  readonly workspaceId: number;
  readonly guid: string;
  readonly email: string;
  readonly fullName: string | undefined;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Ends the sessions of a user in a workspace; gives how many there were. */
export async function endSessions(
  db: Database,
  { email, workspaceId }: { readonly email: string; readonly workspaceId: number },
): Promise<number> {
  const { rows } = await sql`
    DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE fold(email) = fold(${email}) AND workspace_id = ${workspaceId})
    RETURNING 1`.execute(db);
  return rows.length;
}

/**
 * Takes a user's right to log in to a workspace; what was made and run keeps the name. False: there is nobody of this address who may.
 * The account stays for its other workspaces.
 */
export async function removeUser(
  tx: DatabaseTransaction,
  user: { readonly email: string; readonly workspaceId: number },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE users SET role = NULL, account_id = NULL
    WHERE workspace_id = ${user.workspaceId} AND fold(email) = fold(${user.email}) AND role IS NOT NULL RETURNING 1`.execute(
    tx,
  );
  await endSessions(tx, user);
  return rows.length > 0;
}

export interface UpsertedUser {
  /** Whether the user could not log in to the workspace before. */
  readonly isNew: boolean;
  /** The other workspaces to which the same account may log in. */
  readonly elsewhere: readonly number[];
}

/** Makes a user who may log in; somebody whom the records already name by this address becomes that user and keeps the GUID. */
export async function upsertUser(tx: DatabaseTransaction, user: NewUser): Promise<UpsertedUser> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO accounts (email, password_hash, last_workspace_id) VALUES (${user.email}, ${user.passwordHash}, ${user.workspaceId})
    ON CONFLICT (fold(email)) DO UPDATE SET password_hash = excluded.password_hash
    RETURNING id`.execute(tx);
  const accountId = rows[0]?.id ?? null;
  const { rows: known } = await sql<{ workspaceId: number }>`
    SELECT workspace_id AS "workspaceId" FROM users WHERE account_id = ${accountId} ORDER BY workspace_id`.execute(
    tx,
  );
  const workspaces = known.map(({ workspaceId }) => workspaceId);
  await sql`
    INSERT INTO users (workspace_id, guid, email, full_name, account_id, role)
    VALUES (${user.workspaceId}, ${user.guid}, ${user.email}, ${user.fullName ?? user.email}, ${accountId}, ${user.role})
    ON CONFLICT (workspace_id, fold(email)) DO UPDATE SET
      account_id = excluded.account_id, role = excluded.role,
      full_name = CASE WHEN ${user.fullName ?? null}::text IS NULL THEN users.full_name ELSE excluded.full_name END`.execute(
    tx,
  );
  await sql`DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = ${accountId})`.execute(
    tx,
  );
  return {
    isNew: !workspaces.includes(user.workspaceId),
    elsewhere: workspaces.filter((one) => one !== user.workspaceId),
  };
}
