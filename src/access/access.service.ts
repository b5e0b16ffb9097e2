import { randomInt } from 'node:crypto';
import { OperatorError } from '../kernel/errors.ts';
import { createGuid } from '../kernel/guid.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Database } from '../platform/db/database.ts';
import {
  endSessions,
  insertWorkspace,
  listWorkspaces,
  removeUser,
  upsertUser,
  type Workspace,
} from './access.store.ts';
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
  await db.transaction().execute(async (tx) => {
    // First, as a login does: in another order each would wait for the other's rows.
    await forgetFailures(tx, rest.email);
    const { isNew, elsewhere } = await upsertUser(tx, { ...rest, guid: createGuid(), passwordHash });
    const { workspaceId, email: target, role } = rest;
    await recordAudit(tx, {
      action: isNew ? 'USER_ADD' : 'USER_CHANGE',
      workspaceId,
      target,
      detail: `${role}, new password`,
    });
    for (const other of elsewhere)
      await recordAudit(tx, { action: 'USER_CHANGE', workspaceId: other, target, detail: 'new password' });
  });
}

/** Which user of which workspace. */
export interface UserOfWorkspace {
  readonly email: string;
  readonly workspaceId: number;
}

/** Ends the sessions of a user in a workspace; gives how many there were. */
export async function logoutUser(db: Database, user: UserOfWorkspace): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const sessions = await endSessions(tx, user);
    const { workspaceId, email: target } = user;
    await recordAudit(tx, { action: 'USER_LOGOUT', workspaceId, target, detail: `sessions: ${sessions}` });
    return sessions;
  });
}

/** Takes a user's right to log in to a workspace. False: there is nobody of this address who may. */
export async function expelUser(db: Database, user: UserOfWorkspace): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const isRemoved = await removeUser(tx, user);
    const { workspaceId, email: target } = user;
    if (isRemoved) await recordAudit(tx, { action: 'USER_REMOVE', workspaceId, target });
    return isRemoved;
  });
}
