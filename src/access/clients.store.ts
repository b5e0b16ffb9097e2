import { randomBytes } from 'node:crypto';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';
import { hashOf, removeEndedSessions, TOKEN_BYTES } from './access.store.ts';
import { CLIENT_TOKEN_S } from './oauth.contract.ts';

/** A client that has not been revoked. */
export interface ActiveClient {
  readonly userId: number;
  /** SHA-256. */
  readonly secretHash: Buffer;
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

export async function findActiveClient(db: Database, clientId: string): Promise<ActiveClient | undefined> {
  const { rows } = await sql<ActiveClient>`
    SELECT user_id AS "userId", secret_hash AS "secretHash" FROM oauth_clients
    WHERE client_id = ${clientId} AND revoked_at IS NULL`.execute(db);
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
export async function createClientSession(db: Database, userId: number): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await db.transaction().execute(async (tx) => {
    await sql`INSERT INTO sessions (token_hash, user_id, expires_at)
              VALUES (${hashOf(token)}, ${userId}, now() + make_interval(secs => ${CLIENT_TOKEN_S}))`.execute(
      tx,
    );
    await sql`UPDATE oauth_clients SET last_used_at = now() WHERE user_id = ${userId}`.execute(tx);
    await removeEndedSessions(tx);
  });
  return token;
}

/** Clients of a workspace in the order in which they were made, revoked ones too. */
export async function listClients(db: Database, workspaceId: number): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    SELECT c.client_id AS "clientId", u.full_name AS "name", u.guid AS "userGuid", c.created_at AS "creationDateTime",
           c.last_used_at AS "lastUseDateTime", c.revoked_at AS "revocationDateTime"
    FROM oauth_clients c JOIN users u ON u.id = c.user_id WHERE u.workspace_id = ${workspaceId} ORDER BY c.id`.execute(
    db,
  );
  return rows;
}

/**
 * Ends a client and its tokens. A token that is being made at this moment is no good either: its user has no role any more.
 * @returns whether there was such a client, revoked before or not
 */
export async function revokeClient(tx: DatabaseTransaction, clientId: string): Promise<boolean> {
  const { rows } = await sql<{ userId: number }>`
    UPDATE oauth_clients SET revoked_at = coalesce(revoked_at, now()) WHERE client_id = ${clientId}
    RETURNING user_id AS "userId"`.execute(tx);
  const [client] = rows;
  if (client === undefined) return false;
  await sql`UPDATE users SET role = NULL WHERE id = ${client.userId}`.execute(tx);
  await sql`DELETE FROM sessions WHERE user_id = ${client.userId}`.execute(tx);
  return true;
}
