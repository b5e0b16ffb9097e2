import { fail } from '../kernel/errors.ts';
import type { Caller } from './access.contract.ts';
import { createSession, deleteSession, findCandidateOf, lockAccount } from './access.store.ts';
import { by } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';
import type { LoginPorts, OpenedSession } from './login.service.ts';

/**
 * Goes on in another workspace of the caller's account: this session ends, one there begins. A workspace that is none of the account's:
 * 3006; one that may not be used from the caller's address: 4403, and the session stays.
 */
export async function switchWorkspace(
  { db, singleSession }: Pick<LoginPorts, 'db' | 'singleSession'>,
  { caller, token }: { readonly caller: Caller; readonly token: string },
  workspaceId: number,
): Promise<OpenedSession> {
  // PostgreSQL is not asked for what it cannot count to.
  if (!Number.isSafeInteger(workspaceId)) fail('invalidOption', workspaceId, 'workspaceId');
  const candidate = await findCandidateOf(db, { userId: caller.userId, workspaceId }, caller.address);
  if (candidate === undefined) fail('invalidOption', workspaceId, 'workspaceId');
  if (!candidate.isAddressAllowed) fail('addressNotAllowed');
  const opened = await db.transaction().execute(async (tx) => {
    await lockAccount(tx, caller.userId);
    const made = await createSession(tx, candidate, {
      endsOthers: singleSession,
      address: caller.address,
    });
    // Ended meanwhile, by whomever: out of it no other one comes.
    if (!(await deleteSession(tx, token))) fail('unauthenticated');
    await recordAudit(tx, { action: 'LOGOUT', ...by(caller) });
    await recordAudit(tx, { action: 'LOGIN', workspaceId, user: candidate, origin: caller });
    return made;
  });
  return { ...candidate, token: opened };
}
