import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createGuid, isGuid } from '../kernel/guid.ts';
import type { Database } from '../platform/db/database.ts';
import { hashOf, TOKEN_BYTES } from './access.store.ts';
import { createClientSession, findActiveClient, insertClient, revokeClient } from './clients.store.ts';

/** What a client authenticates with. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly secret: string;
}

/** Makes a machine client. This is the only time that its secret, 256 random bits, is known. */
export async function createClient(
  db: Database,
  { workspaceId, name }: { readonly workspaceId: number; readonly name: string },
): Promise<ClientCredentials & { readonly userGuid: string }> {
  const made = {
    clientId: createGuid(),
    secret: randomBytes(TOKEN_BYTES).toString('base64url'),
    userGuid: createGuid(),
  };
  await db.transaction().execute((tx) => insertClient(tx, { ...made, workspaceId, name }));
  return made;
}

/** Revokes a client; its tokens end at once. False: there is no such client. */
export async function endClient(db: Database, clientId: string): Promise<boolean> {
  return isGuid(clientId) && (await db.transaction().execute((tx) => revokeClient(tx, clientId)));
}

/** Compared with for a client that is not there, so that nothing tells which of the two was wrong. */
const NO_SECRET = hashOf('');

/**
 * A token for a client, or undefined when its id or secret is wrong or it was revoked.
 * @param check throws when this client, authenticated by now, asks for what it cannot have
 */
export async function issueToken(
  db: Database,
  { clientId, secret }: ClientCredentials,
  check: () => void,
): Promise<string | undefined> {
  const client = isGuid(clientId) ? await findActiveClient(db, clientId) : undefined;
  const isRight = timingSafeEqual(hashOf(secret), client?.secretHash ?? NO_SECRET);
  if (client === undefined || !isRight) return undefined;
  check();
  return createClientSession(db, client.userId);
}
