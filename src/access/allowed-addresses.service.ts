import { EXIT, fail, failIfAny, OperatorError, violation, type Violation } from '../kernel/errors.ts';
import type { Database, DatabaseTransaction } from '../platform/db/database.ts';
import { canonicalRange } from '../platform/http/addresses.ts';
import type { Caller } from './access.contract.ts';
import { lockWorkspace } from './access.store.ts';
import {
  deleteAllowedAddress,
  insertAllowedAddress,
  listAllowedAddresses,
  networkOf,
  readIsAllowed,
} from './allowed-addresses.store.ts';
import { by, type Actor } from './audit.contract.ts';
import { recordAudit } from './audit.store.ts';

interface Change {
  readonly workspaceId: number;
  /** As they were typed. */
  readonly ranges: readonly string[];
}

/** Adds ranges to those from which a workspace may be used, all of them or none; gives the list. */
export async function allowAddresses(db: Database, { workspaceId, ranges }: Change): Promise<string[]> {
  const read = await readTyped(db, ranges);
  return db.transaction().execute(async (tx) => {
    for (const range of read) await allow(tx, { workspaceId, range });
    return listAllowedAddresses(tx, workspaceId);
  });
}

/** Takes ranges from the list of a workspace, all of them or none; gives what is left. */
export async function removeAddresses(db: Database, { workspaceId, ranges }: Change): Promise<string[]> {
  const read = await readTyped(db, ranges);
  return db.transaction().execute(async (tx) => {
    for (const range of read) {
      if (!(await disallow(tx, { workspaceId, range })))
        throw new OperatorError(
          `${range} is not in the list of workspace ${workspaceId}. See: waybill workspace allow list`,
        );
    }
    return listAllowedAddresses(tx, workspaceId);
  });
}

/** Makes these the ranges of the caller's workspace, all of them or none; gives the list. A list that would lock out the caller is refused. */
export async function setAddresses(
  db: Database,
  caller: Caller,
  ranges: readonly string[],
): Promise<string[]> {
  const { ranges: wanted, problems } = await readRanges(db, ranges);
  failIfAny(problems);
  const { workspaceId, address } = caller;
  return db.transaction().execute(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const actor = by(caller);
    const known = await listAllowedAddresses(tx, workspaceId);
    for (const range of known) if (!wanted.includes(range)) await disallow(tx, { workspaceId, range, actor });
    for (const range of wanted) if (!known.includes(range)) await allow(tx, { workspaceId, range, actor });
    if (!(await readIsAllowed(tx, workspaceId, address))) fail('addressLockout', address ?? 'not known');
    return listAllowedAddresses(tx, workspaceId);
  });
}

interface OneRange {
  readonly workspaceId: number;
  readonly range: string;
  readonly actor?: Actor;
}

async function allow(tx: DatabaseTransaction, { workspaceId, range, actor }: OneRange): Promise<void> {
  if (await insertAllowedAddress(tx, workspaceId, range))
    await recordAudit(tx, { action: 'ADDRESS_ALLOW', workspaceId, ...actor, target: range });
}

/** False: the workspace has no such range. */
async function disallow(tx: DatabaseTransaction, { workspaceId, range, actor }: OneRange): Promise<boolean> {
  if (!(await deleteAllowedAddress(tx, workspaceId, range))) return false;
  await recordAudit(tx, { action: 'ADDRESS_REMOVE', workspaceId, ...actor, target: range });
  return true;
}

/** Of a command line: the first mistake is told. */
async function readTyped(db: Database, texts: readonly string[]): Promise<string[]> {
  const {
    ranges,
    problems: [problem],
  } = await readRanges(db, texts);
  if (problem !== undefined) throw new OperatorError(problem.message, EXIT.usage);
  return ranges;
}

/** As the database keeps them. An address with a prefix that would be cut off is not guessed at. */
async function readRanges(
  db: Database,
  texts: readonly string[],
): Promise<{ ranges: string[]; problems: Violation[] }> {
  const ranges: string[] = [];
  const problems: Violation[] = [];
  for (const text of texts) {
    const range = canonicalRange(text);
    const network = range === undefined ? undefined : await networkOf(db, range);
    if (range === undefined || network === undefined) problems.push(violation('invalidRange', text));
    else if (network !== range) problems.push(violation('unevenRange', text, network));
    else ranges.push(range);
  }
  return { ranges, problems };
}
