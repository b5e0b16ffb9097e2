import { randomInt } from 'node:crypto';
import { fail, OperatorError } from '../kernel/errors.ts';
import { createGuid } from '../kernel/guid.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Database } from '../platform/db/database.ts';
import type { LoginAnswer } from './access.contract.ts';
import {
  createSession,
  findLoginCandidate,
  insertWorkspace,
  listWorkspaces,
  upsertUser,
  type Workspace,
} from './access.store.ts';
import { forgetFailures, isLocked, noteFailure } from './login-failures.store.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** What a person sends to log in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly workspaceId: number | undefined;
}

export interface LoginSettings {
  /** Told in the answer. */
  readonly requestLimit: number;
  /** Whether the user's older sessions in the workspace end. */
  readonly singleSession: boolean;
}

/**
 * Checks a password and opens a session. Wrong in any way: 4001, after the same work, so that nothing tells which; after five in a row
 * 4083, whether anybody has the address or not.
 */
export async function login(
  db: Database,
  credentials: Credentials,
  { requestLimit, singleSession }: LoginSettings,
): Promise<LoginAnswer> {
  const { email, password, workspaceId } = credentials;
  if (await isLocked(db, email)) return fail('accountLocked');
  const candidate = await findLoginCandidate(db, email, workspaceId);
  const isRight = await verifyPassword(password, candidate?.passwordHash);
  if (candidate === undefined || !isRight) {
    await noteFailure(db, email);
    return fail('loginRefused');
  }
  // Of many attempts at once, those that were under way when the account was closed are closed out too.
  if (await isLocked(db, email)) return fail('accountLocked');
  await forgetFailures(db, email);
  const token = await createSession(db, candidate, { endsOthers: singleSession });
  return {
    arenaSessionId: token,
    arena_session_id: token,
    workspaceId: candidate.workspaceId,
    workspaceName: candidate.workspaceName,
    workspaceRequestLimit: requestLimit,
  };
}

export const WORKSPACE_ID = { min: 100_000_000, max: 999_999_999 } as const;

/** Makes a workspace; without an id, a random one of 9 digits. */
export async function createWorkspace(db: Database, name: string, id?: number): Promise<Workspace> {
  const workspace = { id: id ?? randomInt(WORKSPACE_ID.min, WORKSPACE_ID.max), name };
  await db.transaction().execute((tx) => insertWorkspace(tx, workspace));
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

/** Makes a user who may log in, or gives an existing one a new password and role: its sessions end, and wrong passwords are forgotten. */
export async function saveUser(db: Database, request: UserRequest): Promise<void> {
  const { password, ...rest } = request;
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (tx) => {
    await upsertUser(tx, { ...rest, guid: createGuid(), passwordHash });
    await forgetFailures(tx, rest.email);
  });
}
