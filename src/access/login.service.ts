import { fail, violation, WaybillError } from '../kernel/errors.ts';
import { isEmailAddress } from '../kernel/text.ts';
import type { Database } from '../platform/db/database.ts';
import type { Caller, LoginOrigin } from './access.contract.ts';
import {
  createSession,
  deleteSession,
  deleteSessionsEverywhere,
  findLoginCandidate,
  type LoginCandidate,
  workspacesOf,
} from './access.store.ts';
import { by, type AuditEntry } from './audit.contract.ts';
import { recordAudit, recordAuditOf } from './audit.store.ts';
import {
  forgetFailures,
  forgetOldFailures,
  isFirstOfAddressLock,
  isFirstOfLock,
  isLocked,
  lockOfAddress,
  noteAddressFailure,
  noteFailure,
} from './login-failures.store.ts';
import { verifyPassword } from './password.ts';

/** What a person sends to log in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly workspaceId: number | undefined;
}

/** A session that has just been opened. */
export interface OpenedSession extends Pick<LoginCandidate, 'userId' | 'workspaceId' | 'workspaceName'> {
  /** Given out once; only its SHA-256 is kept. */
  readonly token: string;
}

export interface LoginPorts {
  readonly db: Database;
  /** Whether the user's older sessions in the workspace end. */
  readonly singleSession: boolean;
  /** Wrong logins from one client address, within a time, that close it. */
  readonly maxAddressFailures: number;
}

/**
 * Checks a password and opens a session. Wrong in any way: 4001, after the same work, so that nothing tells which, nor whether a right
 * password only comes from the wrong place; after five in a row 4083, whether anybody has the address or not; from an address that wrong
 * logins have closed 4429.
 */
export async function login(
  ports: LoginPorts,
  credentials: Credentials,
  origin: LoginOrigin,
): Promise<OpenedSession> {
  const { db, singleSession } = ports;
  const { email, password, workspaceId } = credentials;
  const attempt: Attempt = {
    action: 'LOGIN',
    origin,
    // What is no e-mail address may be the password, in the wrong field.
    ...(isEmailAddress(email) && { target: email }),
  };
  await refuseIfAddressClosed(db, email, attempt);
  const candidate = await findLoginCandidate(db, credentials, origin.address);
  await refuseIfLocked(db, email, attempt);
  const isRight = await verifyPassword(password, candidate?.passwordHash);
  if (candidate === undefined || !isRight || !candidate.isAddressAllowed) {
    const isElsewhere = candidate !== undefined && isRight;
    await refuse(ports, email, {
      attempt: { ...attempt, outcome: isElsewhere ? 'ADDRESS_NOT_ALLOWED' : 'WRONG_CREDENTIALS' },
      // Who was tried without a word on where, or where they are nobody, is told everywhere where they are somebody.
      toldTo: isElsewhere || workspaceId !== undefined ? candidate?.workspaceId : undefined,
    });
    return fail('loginRefused');
  }
  // Of many attempts at once, those that were under way when the account or the address was closed are closed out too.
  await refuseIfLocked(db, email, attempt);
  await refuseIfAddressClosed(db, email, attempt);
  const token = await db.transaction().execute(async (tx) => {
    await forgetFailures(tx, email);
    const made = await createSession(tx, candidate, {
      endsOthers: singleSession,
      address: origin.address,
    });
    await recordAudit(tx, { ...attempt, workspaceId: candidate.workspaceId, user: candidate });
    return made;
  });
  return { ...candidate, token };
}

/** A login as the audit trail has it, of no workspace yet. */
type Attempt = Omit<AuditEntry, 'workspaceId' | 'origin'> & { readonly origin: LoginOrigin };

/** Writes an attempt down in every workspace of the account, whichever it named: naming a wrong one hides nothing. */
async function tellAccount(db: Database, email: string, attempt: Attempt): Promise<void> {
  const workspaces = await workspacesOf(db, email);
  await recordAuditOf(db, attempt, workspaces.length > 0 ? workspaces : [undefined]);
}

/** Refuses who tries an account that is closed; of those who do, the first one stands in the audit trail. */
async function refuseIfLocked(db: Database, email: string, attempt: Attempt): Promise<void> {
  if (!(await isLocked(db, email))) return;
  if (await isFirstOfLock(db, email)) await tellAccount(db, email, { ...attempt, outcome: 'ACCOUNT_LOCKED' });
  fail('accountLocked');
}

/** The same of a client address that wrong logins have closed. */
async function refuseIfAddressClosed(db: Database, email: string, attempt: Attempt): Promise<void> {
  const { countedAddress: address } = attempt.origin;
  const seconds = await lockOfAddress(db, address);
  if (seconds === 0) return;
  if (address !== undefined && (await isFirstOfAddressLock(db, address)))
    await tellAccount(db, email, { ...attempt, outcome: 'ADDRESS_LOCKED' });
  throw new WaybillError([violation('addressLocked')], { 'Retry-After': String(seconds) });
}

interface Refused {
  readonly attempt: Attempt;
  /** Undefined: every workspace of the account. */
  readonly toldTo: number | undefined;
}

/** Counts a wrong login, for the account and for the client address, and writes it down. The work is the same whoever is there. */
async function refuse(
  { db, maxAddressFailures }: LoginPorts,
  email: string,
  { attempt, toldTo }: Refused,
): Promise<void> {
  const all = await workspacesOf(db, email);
  const workspaces = toldTo === undefined ? all : [toldTo];
  await db.transaction().execute(async (tx) => {
    await noteFailure(tx, email);
    await noteAddressFailure(tx, attempt.origin.countedAddress, maxAddressFailures);
    await recordAuditOf(tx, attempt, workspaces.length > 0 ? workspaces : [undefined]);
  });
  await forgetOldFailures(db);
}

/** Ends one session of a caller. */
export async function logout(db: Database, caller: Caller, token: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await deleteSession(tx, token);
    await recordAudit(tx, { action: 'LOGOUT', ...by(caller) });
  });
}

/** Ends all sessions of a caller, in every workspace, each of which has it in its trail. */
export async function logoutEverywhere(db: Database, caller: Caller): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { workspaceId, ...user } of await deleteSessionsEverywhere(tx, caller.userId))
      await recordAudit(tx, { action: 'LOGOUT_EVERYWHERE', workspaceId, user, origin: caller });
  });
}
