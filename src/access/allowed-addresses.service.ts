import { EXIT, OperatorError } from '../kernel/errors.ts';
import type { Database } from '../platform/db/database.ts';
import { canonicalRange } from '../platform/http/addresses.ts';
import {
  deleteAllowedAddress,
  insertAllowedAddress,
  listAllowedAddresses,
  networkOf,
} from './allowed-addresses.store.ts';
import { recordAudit } from './audit.store.ts';

interface Change {
  readonly workspaceId: number;
  /** As they were typed. */
  readonly ranges: readonly string[];
}

/** Adds ranges to those from which a workspace may be used, all of them or none; gives the list. */
export async function allowAddresses(db: Database, { workspaceId, ranges }: Change): Promise<string[]> {
  const read = await readRanges(db, ranges);
  return db.transaction().execute(async (tx) => {
    for (const range of read) {
      if (await insertAllowedAddress(tx, workspaceId, range))
        await recordAudit(tx, { action: 'ADDRESS_ALLOW', workspaceId, target: range });
    }
    return listAllowedAddresses(tx, workspaceId);
  });
}

/** Takes ranges from the list of a workspace, all of them or none; gives what is left. */
export async function removeAddresses(db: Database, { workspaceId, ranges }: Change): Promise<string[]> {
  const read = await readRanges(db, ranges);
  return db.transaction().execute(async (tx) => {
    for (const range of read) {
      if (!(await deleteAllowedAddress(tx, workspaceId, range)))
        throw new OperatorError(
          `${range} is not in the list of workspace ${workspaceId}. See: waybill workspace allow list`,
        );
      await recordAudit(tx, { action: 'ADDRESS_REMOVE', workspaceId, target: range });
    }
    return listAllowedAddresses(tx, workspaceId);
  });
}

/** As the database keeps them. An address with a prefix that would be cut off is not guessed at. */
async function readRanges(db: Database, ranges: readonly string[]): Promise<string[]> {
  const read: string[] = [];
  for (const text of ranges) {
    const range = canonicalRange(text);
    if (range === undefined)
      throw new OperatorError(
        `"${text}" is no IP address or range: expected one such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.`,
        EXIT.usage,
      );
    const network = await networkOf(db, range);
    if (network !== range)
      throw new OperatorError(
        `"${text}" has bits beyond its prefix: expected ${network} or a longer prefix.`,
        EXIT.usage,
      );
    read.push(range);
  }
  return read;
}
