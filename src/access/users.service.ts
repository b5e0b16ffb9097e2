import { fail, failIfAny, unavailable, violation, type Violation } from '../kernel/errors.ts';
import { isGuid } from '../kernel/guid.ts';
import { isEmailAddress } from '../kernel/text.ts';
import type { PersonRole } from '../kernel/vocabulary.ts';
import type { Database, DatabaseTransaction } from '../platform/db/database.ts';
import type { Caller } from './access.contract.ts';
import { admitUser, dismissUser, generatePassword, logoutUser } from './access.service.ts';
import { lockWorkspace } from './access.store.ts';
import { by } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';
import { hashPassword } from './password.ts';
import type { UserChange } from './users.contract.ts';
import {
  countAdministrators,
  findPerson,
  findPersonByEmail,
  updatePerson,
  type PersonRow,
} from './users.store.ts';

export interface NewPerson {
  readonly email: string;
  readonly fullName: string | undefined;
  readonly role: PersonRole;
  /** Undefined: one is generated. */
  readonly password: string | undefined;
}

/** A person as it stands after a change, with the password if that was generated. */
export interface SavedPerson {
  readonly person: PersonRow;
  readonly generated: string | undefined;
}

/** Gives somebody the right to log in to the caller's workspace, as `waybill user add` does: somebody whom the records name keeps the GUID. */
export async function addPerson(db: Database, caller: Caller, request: NewPerson): Promise<SavedPerson> {
  const { email, fullName, role, password } = request;
  failIfAny(isEmailAddress(email) ? [] : [violation('invalidValue', 'email')]);
  const { workspaceId } = caller;
  const generated = password === undefined ? generatePassword() : undefined;
  const passwordHash = await hashPassword(password ?? generated ?? '');
  return db.transaction().execute(async (tx) => {
    const isNew = await admit(tx, caller, { email, fullName, role, passwordHash });
    if (!isNew) fail('userExists', email);
    const person = await findPersonByEmail(tx, workspaceId, email);
    return { person: person ?? fail('systemError'), generated };
  });
}

/**
 * Changes somebody of the caller's workspace. A new password, and losing the right to log in, end the sessions. The last administrator
 * stays one.
 */
export async function changePerson(
  db: Database,
  caller: Caller,
  { guid, change }: { readonly guid: string; readonly change: UserChange },
): Promise<SavedPerson> {
  const { workspaceId } = caller;
  const before = await getPerson(db, workspaceId, guid);
  failIfAny(problemsOf(before, change));
  const isAdmitted = before.role === null && change.mayLogIn === true;
  const needsPassword = isAdmitted || change.generatePassword === true;
  const generated = change.password === undefined && needsPassword ? generatePassword() : undefined;
  const password = change.password ?? generated;
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const person = await db.transaction().execute(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const current = await getPerson(tx, workspaceId, guid);
    // Somebody else has just let in or dismissed whom this change takes for the opposite: it is checked anew when it comes again.
    if ((current.role === null) !== (before.role === null)) throw unavailable();
    await applyChange(tx, caller, { current, change, passwordHash });
    if (current.role === 'administrator' && (await countAdministrators(tx, workspaceId)) === 0)
      fail('lastAdministrator');
    return await getPerson(tx, workspaceId, guid);
  });
  return { person, generated };
}

/** Ends all sessions of somebody of the caller's workspace; gives how many there were. */
export async function logOutPerson(db: Database, caller: Caller, guid: string): Promise<number> {
  const { workspaceId } = caller;
  const { email } = await getPerson(db, workspaceId, guid);
  // Who has no address has no account, and so no session.
  return email === null ? 0 : logoutUser(db, { email, workspaceId }, by(caller));
}

/** Somebody of a workspace; nobody is 3011. PostgreSQL is not asked for text that is no GUID. */
async function getPerson(db: Database, workspaceId: number, guid: string): Promise<PersonRow> {
  return (isGuid(guid) ? await findPerson(db, workspaceId, guid) : undefined) ?? fail('invalidGuid', guid);
}

/** A change that says two things at once, or is none for this person. */
function problemsOf({ email, role }: PersonRow, change: UserChange): Violation[] {
  const { mayLogIn, password, generatePassword: generates } = change;
  const asksForAccess = change.role !== undefined || password !== undefined || generates === true;
  const willLogIn = mayLogIn ?? role !== null;
  return [
    ...(mayLogIn === true && email === null ? [violation('invalidValue', 'mayLogIn')] : []),
    ...(asksForAccess && !willLogIn ? [violation('invalidValue', 'mayLogIn')] : []),
    ...(password !== undefined && generates === true ? [violation('invalidValue', 'generatePassword')] : []),
  ];
}

interface Change {
  readonly current: PersonRow;
  readonly change: UserChange;
  readonly passwordHash: string | undefined;
}

async function applyChange(
  tx: DatabaseTransaction,
  caller: Caller,
  { current, change, passwordHash }: Change,
): Promise<void> {
  const { workspaceId } = caller;
  const { fullName } = change;
  const email = current.email ?? '';
  if (passwordHash !== undefined) {
    const role = change.role ?? current.role ?? 'member';
    await admit(tx, caller, { email, fullName, role, passwordHash });
    return;
  }
  if (change.mayLogIn === false) await dismissUser(tx, { email, workspaceId }, by(caller));
  const isOtherRole = change.role !== undefined && change.role !== current.role;
  const isOtherName = fullName !== undefined && fullName !== current.fullName;
  if (!isOtherRole && !isOtherName) return;
  await updatePerson(tx, current.id, { fullName, role: change.role });
  await recordAudit(tx, {
    action: 'USER_CHANGE',
    ...by(caller),
    target: email === '' ? current.fullName : email,
    detail: [...(isOtherRole ? [change.role] : []), ...(isOtherName ? ['full name'] : [])].join(', '),
  });
}

interface Admission {
  readonly email: string;
  readonly fullName: string | undefined;
  readonly role: PersonRole;
  readonly passwordHash: string;
}

/**
 * As the command line does it, but for accounts of other workspaces: who administers one workspace must not choose the password of what
 * logs in to another, nor let in an account whose password somebody there knows. Gives whether the user could not log in before.
 */
async function admit(tx: DatabaseTransaction, caller: Caller, admission: Admission): Promise<boolean> {
  const { workspaceId } = caller;
  const { isNew, elsewhere } = await admitUser(tx, { ...admission, workspaceId }, by(caller));
  if (elsewhere.length > 0) fail('accountElsewhere', admission.email);
  return isNew;
}
