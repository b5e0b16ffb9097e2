import { UNLIMITED } from '../kernel/limits.ts';
import { sql, type Database, type DatabaseTransaction, type RawBuilder } from '../platform/db/database.ts';

/** Wrong passwords in a row after which an account is closed. */
const MAX_FAILURES = 5;
/** For how long. */
const LOCK_MINUTES = 5;
/** Failures are remembered for so long; addresses that nobody has would else pile up. */
const MEMORY_HOURS = 24;

/** Whether an address had too many wrong passwords in a row just now. */
export async function isLocked(db: Database, email: string): Promise<boolean> {
  const { rows } =
    await sql`SELECT FROM login_failures WHERE email = fold(${email}) AND locked_until > now()`.execute(db);
  return rows.length > 0;
}

/** Counts a wrong password; the fifth in a row closes the account. */
export async function noteFailure(tx: DatabaseTransaction, email: string): Promise<void> {
  await sql`
    INSERT INTO login_failures AS f (email, failures) VALUES (fold(${email}), 1)
    ON CONFLICT (email) DO UPDATE SET
      -- While it is closed nothing changes it; when that is over, a new row of failures begins.
      failures = CASE WHEN f.locked_until > now() THEN f.failures WHEN f.locked_until IS NULL THEN f.failures + 1 ELSE 1 END,
      locked_until = CASE WHEN f.locked_until > now() THEN f.locked_until
                          WHEN f.locked_until IS NULL AND f.failures + 1 >= ${MAX_FAILURES}::integer
                          THEN now() + make_interval(mins => ${LOCK_MINUTES}) END,
      is_told = f.is_told AND coalesce(f.locked_until > now(), false),
      last_at = now()`.execute(tx);
}

/** Whether this is the first attempt that a closed account refuses: the audit trail tells no more of them, whoever tries how often. */
export async function isFirstOfLock(db: Database, email: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE login_failures SET is_told = true WHERE email = fold(${email}) AND locked_until > now() AND NOT is_told
    RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** A right password: the row is over. */
export async function forgetFailures(db: Database, email: string): Promise<void> {
  await sql`DELETE FROM login_failures WHERE email = fold(${email})`.execute(db);
}

/** In which time wrong logins from one client address are counted together. */
const ADDRESS_WINDOW_MINUTES = 5;
/** For how long too many of them close it. */
const ADDRESS_LOCK_MINUTES = 5;

/** What counts as one client: an IPv4 address, and a /64 of IPv6, which is what one connection gets and can change within at will. */
const networkOf = (address: string): RawBuilder<unknown> => sql`
  network(set_masklen(${address}::inet, CASE family(${address}::inet) WHEN 4 THEN 32 ELSE 64 END))`;

/** For how many more seconds logins from a client address are refused; 0: they are not. */
export async function lockOfAddress(db: Database, address: string | undefined): Promise<number> {
  if (address === undefined) return 0;
  const { rows } = await sql<{ seconds: number }>`
    SELECT ceil(extract(epoch FROM closed_until - now()))::integer AS seconds FROM login_failures_by_address
    WHERE network = ${networkOf(address)} AND closed_until > now()`.execute(db);
  return rows[0]?.seconds ?? 0;
}

/**
 * Counts a wrong login from a client address, of whatever account. The one that is too many within the time closes the address. A right
 * one does not take them back: whoever has one account could try those of others for ever.
 */
export async function noteAddressFailure(
  tx: DatabaseTransaction,
  address: string | undefined,
  maxFailures: number,
): Promise<void> {
  if (address === undefined || maxFailures === UNLIMITED) return;
  const isOver = sql`coalesce(f.closed_until, f.since + make_interval(mins => ${ADDRESS_WINDOW_MINUTES})) <= now()`;
  const closing = sql`now() + make_interval(mins => ${ADDRESS_LOCK_MINUTES})`;
  await sql`
    INSERT INTO login_failures_by_address AS f (network, failures, closed_until)
    VALUES (${networkOf(address)}, 1, CASE WHEN ${maxFailures}::integer <= 1 THEN ${closing} END)
    ON CONFLICT (network) DO UPDATE SET
      failures = CASE WHEN ${isOver} THEN 1 ELSE f.failures + 1 END,
      since = CASE WHEN ${isOver} THEN now() ELSE f.since END,
      is_told = f.is_told AND NOT ${isOver},
      closed_until = CASE WHEN ${isOver} THEN excluded.closed_until
                          WHEN f.failures + 1 >= ${maxFailures}::integer THEN coalesce(f.closed_until, ${closing}) END`.execute(
    tx,
  );
}

/** As {@link isFirstOfLock}, of a client address. */
export async function isFirstOfAddressLock(db: Database, address: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE login_failures_by_address SET is_told = true
    WHERE network = ${networkOf(address)} AND closed_until > now() AND NOT is_told RETURNING 1`.execute(db);
  return rows.length > 0;
}

/** Takes away what counts no more. In no transaction that counts: two of those would wait for each other's rows. */
export async function forgetOldFailures(db: Database): Promise<void> {
  await sql`DELETE FROM login_failures WHERE last_at < now() - make_interval(hours => ${MEMORY_HOURS})`.execute(
    db,
  );
  await sql`
    DELETE FROM login_failures_by_address
    WHERE since < now() - make_interval(mins => ${ADDRESS_WINDOW_MINUTES + ADDRESS_LOCK_MINUTES})`.execute(
    db,
  );
}
