import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createGuid, isGuid } from '../kernel/guid.ts';
import type { Database } from '../platform/db/database.ts';
import type { Origin } from './access.contract.ts';
import { hashOf, TOKEN_BYTES } from './access.store.ts';
import type { Actor, AuditEntry } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';
import { createClientSession, findClient, insertClient, revokeClient } from './clients.store.ts';
import { OAuthError } from './oauth.contract.ts';
import type { Recent } from './recent.ts';

/** What a client authenticates with. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly secret: string;
}

/** Makes a machine client. This is the only time that its secret, 256 random bits, is known. */
export async function createClient(
  db: Database,
  { workspaceId, name }: { readonly workspaceId: number; readonly name: string },
  actor: Actor = {},
): Promise<ClientCredentials & { readonly userGuid: string }> {
  const made = {
    clientId: createGuid(),
    secret: randomBytes(TOKEN_BYTES).toString('base64url'),
    userGuid: createGuid(),
  };
  await db.transaction().execute(async (tx) => {
    await insertClient(tx, { ...made, workspaceId, name });
    await recordAudit(tx, {
      action: 'CLIENT_ADD',
      workspaceId,
      ...actor,
      target: made.clientId,
      detail: name,
    });
  });
  return made;
}

/** Revokes a client, of one workspace if an administrator of it does; its tokens end at once. False: there is no such client. */
export async function endClient(
  db: Database,
  clientId: string,
  by: Actor & { readonly workspaceId?: number | undefined } = {},
): Promise<boolean> {
  if (!isGuid(clientId)) return false;
  return db.transaction().execute(async (tx) => {
    const workspaceId = await revokeClient(tx, clientId, by.workspaceId);
    if (workspaceId === undefined) return false;
    await recordAudit(tx, { ...by, action: 'CLIENT_REVOKE', workspaceId, target: clientId });
    return true;
  });
}

/** Compared with for a client that is not there, so that nothing tells which of the two was wrong. */
const NO_SECRET = hashOf('');

/** A wrong request for a token is told at most so often, of each client and for each reason. */
const TELL_EVERY_MS = 60_000;

export interface TokenPorts {
  readonly db: Database;
  readonly recent: Recent;
}

/** A request for a token. */
export interface TokenAttempt {
  readonly credentials: ClientCredentials;
  readonly origin: Origin;
  /** Throws an OAuthError when this client, authenticated by now, asks for what it cannot have. */
  readonly check: () => void;
}

/**
 * A token for a client, or undefined when its id or secret is wrong, it was revoked, or its address is not one of those allowed. Nobody
 * guesses 256 bits, so wrong ones are counted nowhere: a machine with an old secret closes out nobody.
 */
export async function issueToken(
  { db, recent }: TokenPorts,
  { credentials: { clientId, secret }, origin, check }: TokenAttempt,
): Promise<string | undefined> {
  const client = isGuid(clientId) ? await findClient(db, clientId, origin.address) : undefined;
  const isRight = timingSafeEqual(hashOf(secret), client?.secretHash ?? NO_SECRET);
  const attempt: AuditEntry = {
    action: 'TOKEN',
    workspaceId: client?.workspaceId,
    origin,
    // Text that is no id may be the secret, in the wrong field.
    ...(isGuid(clientId) && { target: clientId }),
  };
  if (client === undefined || !isRight || client.isRevoked || !client.isAddressAllowed) {
    const isElsewhere = client !== undefined && isRight && !client.isRevoked;
    const outcome = isElsewhere ? 'ADDRESS_NOT_ALLOWED' : 'WRONG_CREDENTIALS';
    // Ids that are nobody's share one: there is no end of them. A right secret after a wrong one is news of its own.
    const key = client === undefined ? 'TOKEN' : ['TOKEN', clientId, outcome, String(isRight)].join(' ');
    await recent.once(key, TELL_EVERY_MS, () => recordAudit(db, { ...attempt, outcome }));
    return undefined;
  }
  try {
    check();
  } catch (error) {
    if (error instanceof OAuthError)
      await recordAudit(db, { ...attempt, user: client, outcome: 'REFUSED', detail: error.code });
    throw error;
  }
  return db.transaction().execute(async (tx) => {
    const token = await createClientSession(tx, client.userId, origin.address);
    await recordAudit(tx, { ...attempt, user: client });
    return token;
  });
}
