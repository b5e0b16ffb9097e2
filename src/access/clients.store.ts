import { randomBytes } from 'node:crypto';
import type { Page, Paged } from '../kernel/paging.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { pageOfRows } from '../platform/db/paging.ts';
import type { Person } from './access.contract.ts';
import { hashOf, removeEndedSessions, TOKEN_BYTES } from './access.store.ts';
import { isAddressAllowed } from './allowed-addresses.store.ts';
import { CLIENT_TOKEN_S } from './oauth.contract.ts';

/** A client, revoked or not, and the machine user that it acts as. */
export interface KnownClient extends Person {
  readonly userId: number;
  readonly workspaceId: number;
  /** SHA-256. */
  readonly secretHash: Buffer;
  readonly isRevoked: boolean;
  /** Whether the workspace may be used from the client's address. */
  readonly isAddressAllowed: boolean;
}

export interface NewClient {
  readonly workspaceId: number;
  readonly clientId: string;
  readonly secret: string;
  readonly name: string;
  readonly userGuid: string;
}

/** How a client is listed. */
export interface ClientRow {
  readonly clientId: string;
  readonly name: string;
  readonly userGuid: string;
  readonly creationDateTime: Date;
  /** When it last asked for a token. */
  readonly lastUseDateTime: Date | null;
  readonly revocationDateTime: Date | null;
}

export async function findClient(
  db: Database,
  clientId: string,
  address: string | undefined,
): Promise<KnownClient | undefined> {
  const { rows } = await sql<KnownClient>`
    SELECT u.id AS "userId", u.guid, u.email, u.full_name AS "fullName", u.workspace_id AS "workspaceId",
           c.secret_hash AS "secretHash", c.revoked_at IS NOT NULL AS "isRevoked",
           ${isAddressAllowed(sql`u.workspace_id`, address)} AS "isAddressAllowed"
    FROM oauth_clients c JOIN users u ON u.id = c.user_id WHERE c.client_id = ${clientId}`.execute(db);
  return rows[0];
}

/** Makes the client and the machine user that it acts as. */
export async function insertClient(tx: DatabaseTransaction, client: NewClient): Promise<void> {
  await sql`
    WITH machine AS (
      INSERT INTO users (workspace_id, guid, full_name, role)
      VALUES (${client.workspaceId}, ${client.userGuid}, ${client.name}, 'machine') RETURNING id
    )
    INSERT INTO oauth_clients (client_id, secret_hash, user_id)
    SELECT ${client.clientId}, ${hashOf(client.secret)}::bytea, id FROM machine`.execute(tx);
}

/** Opens a session that ends {@link CLIENT_TOKEN_S} from now; the token is given out once and only its SHA-256 is kept. */
export async function createClientSession(
  tx: DatabaseTransaction,
  userId: number,
  address: string | undefined,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await sql`INSERT INTO sessions (token_hash, user_id, address, expires_at)
            VALUES (${hashOf(token)}, ${userId}, ${address ?? null}::inet, now() + make_interval(secs => ${CLIENT_TOKEN_S}))`.execute(
    tx,
  );
  await sql`UPDATE oauth_clients SET last_used_at = now() WHERE user_id = ${userId}`.execute(tx);
  await removeEndedSessions(tx);
  return token;
}

const CLIENT_COLUMNS = sql`
  c.client_id AS "clientId", u.full_name AS "name", u.guid AS "userGuid", c.created_at AS "creationDateTime",
  c.last_used_at AS "lastUseDateTime", c.revoked_at AS "revocationDateTime"`;

/** Clients of a workspace in the order in which they were made, revoked ones too. */
export async function listClients(db: Database, workspaceId: number): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    SELECT ${CLIENT_COLUMNS}
    FROM oauth_clients c JOIN users u ON u.id = c.user_id WHERE u.workspace_id = ${workspaceId} ORDER BY c.id`.execute(
    db,
  );
  return rows;
}

/** A page of them and how many there are; the newest first. */
export function listClientsPage(db: Database, workspaceId: number, page: Page): Promise<Paged<ClientRow>> {
  return pageOfRows<ClientRow>(db, {
    columns: CLIENT_COLUMNS,
    from: sql`oauth_clients c JOIN users u ON u.id = c.user_id WHERE u.workspace_id = ${workspaceId}`,
    order: sql`c.id DESC`,
    page,
  });
}

/** A client of a workspace. */
export async function findClientOfWorkspace(
  db: Database,
  workspaceId: number,
  clientId: string,
): Promise<ClientRow | undefined> {
  const { rows } = await sql<ClientRow>`
    SELECT ${CLIENT_COLUMNS}
    FROM oauth_clients c JOIN users u ON u.id = c.user_id
    WHERE u.workspace_id = ${workspaceId} AND c.client_id = ${clientId}`.execute(db);
  return rows[0];
}

/**
 * Ends a client and its tokens. A token that is being made at this moment is no good either: its user has no role any more.
 * @param workspaceId only a client of this workspace; undefined: of any
 * @returns its workspace; undefined when there is no such client, revoked before or not
 */
export async function revokeClient(
  tx: DatabaseTransaction,
  clientId: string,
  workspaceId: number | undefined,
): Promise<number | undefined> {
  const { rows } = await sql<{ userId: number; workspaceId: number }>`
    UPDATE oauth_clients c SET revoked_at = coalesce(c.revoked_at, now()) FROM users u
    WHERE c.client_id = ${clientId} AND u.id = c.user_id AND u.workspace_id = coalesce(${workspaceId ?? null}::bigint, u.workspace_id)
    RETURNING c.user_id AS "userId", u.workspace_id AS "workspaceId"`.execute(tx);
  const [client] = rows;
  if (client === undefined) return undefined;
  await sql`UPDATE users SET role = NULL WHERE id = ${client.userId}`.execute(tx);
  await sql`DELETE FROM sessions WHERE user_id = ${client.userId}`.execute(tx);
  return client.workspaceId;
}
