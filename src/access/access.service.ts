import { randomBytes, randomInt } from 'node:crypto';
import { OperatorError } from '../kernel/errors.ts';
import { createGuid } from '../kernel/guid.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Database, DatabaseTransaction } from '../platform/db/database.ts';
import {
  endSessions,
  insertWorkspace,
  listWorkspaces,
  removeUser,
  upsertUser,
  type UpsertedUser,
  type Workspace,
} from './access.store.ts';
import type { Actor } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';
import { forgetFailures } from './login-failures.store.ts';
import { hashPassword } from './password.ts';

export const WORKSPACE_ID = { min: 100_000_000, max: 999_999_999 } as const;

/** Makes a workspace; without an id, a random one of 9 digits. */
export async function createWorkspace(db: Database, name: string, id?: number): Promise<Workspace> {
  const workspace = { id: id ?? randomInt(WORKSPACE_ID.min, WORKSPACE_ID.max), name };
  await db.transaction().execute(async (tx) => {
    await insertWorkspace(tx, workspace);
    await recordAudit(tx, { action: 'WORKSPACE_ADD', workspaceId: workspace.id, target: name });
  });
  return workspace;
}

/** The workspace that a command means: the one named, or the only one there is. */
export async function chooseWorkspace(db: Database, id: number | undefined): Promise<Workspace> {
  const workspaces = await listWorkspaces(db);
  if (id === undefined && workspaces.length === 1 && workspaces[0] !== undefined) return workspaces[0];
  const found = workspaces.find((one) => one.id === id);
  if (found !== undefined) return found;
  const list = workspaces.map((one) => `${one.id} (${one.name})`).join(', ') || 'none yet';
  throw new OperatorError(
    id === undefined
      ? `Say which workspace with --workspace. There are: ${list}.`
      : `There is no workspace ${id}. There are: ${list}.`,
  );
}

export interface UserRequest {
  readonly workspaceId: number;
  readonly email: string;
  readonly password: string;
  readonly fullName: string | undefined;
  readonly role: Role;
}

/**
 * Makes a user who may log in, or gives an existing one a new password and role: its sessions end, and wrong passwords are forgotten.
 * The password is the same in every workspace, so each learns that it was changed.
 */
export async function saveUser(db: Database, request: UserRequest): Promise<void> {
  const { password, ...rest } = request;
  const passwordHash = await hashPassword(password);
  await db.transaction().execute((tx) => admitUser(tx, { ...rest, passwordHash }));
}

/** The same in a transaction; gives what the user was before. */
export async function admitUser(
  tx: DatabaseTransaction,
  request: Omit<UserRequest, 'password'> & { readonly passwordHash: string },
  actor: Actor = {},
): Promise<UpsertedUser> {
  const { workspaceId, email: target, role } = request;
  // First, as a login does: in another order each would wait for the other's rows.
  await forgetFailures(tx, target);
  const upserted = await upsertUser(tx, { ...request, guid: createGuid() });
  await recordAudit(tx, {
    action: upserted.isNew ? 'USER_ADD' : 'USER_CHANGE',
    workspaceId,
    ...actor,
    target,
    detail: `${role}, new password`,
  });
  for (const other of upserted.elsewhere)
    await recordAudit(tx, {
      action: 'USER_CHANGE',
      workspaceId: other,
      ...actor,
      target,
      detail: 'new password',
    });
  return upserted;
}

/** Which user of which workspace. */
export interface UserOfWorkspace {
  readonly email: string;
  readonly workspaceId: number;
}

/** Ends the sessions of a user in a workspace; gives how many there were. */
export async function logoutUser(db: Database, user: UserOfWorkspace, actor: Actor = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const sessions = await endSessions(tx, user);
    const { workspaceId, email: target } = user;
    const detail = `sessions: ${sessions}`;
    await recordAudit(tx, { action: 'USER_LOGOUT', workspaceId, ...actor, target, detail });
    return sessions;
  });
}

/** Takes a user's right to log in to a workspace. False: there is nobody of this address who may. */
export function expelUser(db: Database, user: UserOfWorkspace): Promise<boolean> {
  return db.transaction().execute((tx) => dismissUser(tx, user));
}

/** The same in a transaction. */
export async function dismissUser(
  tx: DatabaseTransaction,
  user: UserOfWorkspace,
  actor: Actor = {},
): Promise<boolean> {
  const isRemoved = await removeUser(tx, user);
  const { workspaceId, email: target } = user;
  if (isRemoved) await recordAudit(tx, { action: 'USER_REMOVE', workspaceId, ...actor, target });
  return isRemoved;
}

/** Long enough to be safe, short enough to be typed once. */
const GENERATED_PASSWORD_BYTES = 15;

/** A password for somebody to whom it is shown once. */
export function generatePassword(): string {
  return randomBytes(GENERATED_PASSWORD_BYTES).toString('base64url');
}
