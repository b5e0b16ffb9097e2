import { sql, type Database, type DatabaseTransaction, type RawBuilder } from '../platform/db/database.ts';

/** Whether a workspace may be used from an address: it has no list, or a range of it holds the address. */
export function isAddressAllowed(
  workspaceId: RawBuilder<unknown>,
  address: string | undefined,
): RawBuilder<boolean> {
  return isAddressInList(workspaceId, sql`${address ?? null}::inet`);
}

/** The same of an address that the query knows itself. */
export function isAddressInList(
  workspaceId: RawBuilder<unknown>,
  address: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(
    NOT EXISTS (SELECT FROM allowed_addresses allowed WHERE allowed.workspace_id = ${workspaceId})
    OR EXISTS (SELECT FROM allowed_addresses allowed
               WHERE allowed.workspace_id = ${workspaceId} AND allowed.range >>= ${address}))`;
}

/** The ranges of a workspace; none: it may be used from everywhere. */
export async function listAllowedAddresses(db: Database, workspaceId: number): Promise<string[]> {
  const { rows } = await sql<{ range: string }>`
    SELECT range::text AS range FROM allowed_addresses WHERE workspace_id = ${workspaceId} ORDER BY allowed_addresses.range`.execute(
    db,
  );
  return rows.map(({ range }) => range);
}

/** False: the workspace has this range already. */
export async function insertAllowedAddress(
  tx: DatabaseTransaction,
  workspaceId: number,
  range: string,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO allowed_addresses (workspace_id, range) VALUES (${workspaceId}, ${range}::cidr)
    ON CONFLICT DO NOTHING RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** False: the workspace has no such range. */
export async function deleteAllowedAddress(
  tx: DatabaseTransaction,
  workspaceId: number,
  range: string,
): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM allowed_addresses WHERE workspace_id = ${workspaceId} AND range = ${range}::cidr RETURNING 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** The range with the bits beyond its prefix cleared: what somebody who wrote an address with a prefix may have meant. */
export async function networkOf(db: Database, range: string): Promise<string> {
  const { rows } = await sql<{ network: string }>`SELECT network(${range}::inet)::text AS network`.execute(
    db,
  );
  return rows[0]?.network ?? range;
}

/** Whether a workspace may be used from an address, as its list stands. */
export async function readIsAllowed(
  db: Database,
  workspaceId: number,
  address: string | undefined,
): Promise<boolean> {
  const { rows } = await sql<{ isAllowed: boolean }>`
    SELECT ${isAddressAllowed(sql`${workspaceId}::bigint`, address)} AS "isAllowed"`.execute(db);
  return rows[0]?.isAllowed === true;
}
