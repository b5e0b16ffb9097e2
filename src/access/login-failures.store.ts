import { sql, type Database } from '../platform/db/database.ts';

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
export async function noteFailure(db: Database, email: string): Promise<void> {
  await sql`
    INSERT INTO login_failures AS f (email, failures) VALUES (fold(${email}), 1)
    ON CONFLICT (email) DO UPDATE SET
      -- While it is closed nothing changes it; when that is over, a new row of failures begins.
      failures = CASE WHEN f.locked_until > now() THEN f.failures WHEN f.locked_until IS NULL THEN f.failures + 1 ELSE 1 END,
      locked_until = CASE WHEN f.locked_until > now() THEN f.locked_until
                          WHEN f.locked_until IS NULL AND f.failures + 1 >= ${MAX_FAILURES}::integer
                          THEN now() + make_interval(mins => ${LOCK_MINUTES}) END,
      last_at = now()`.execute(db);
  await sql`DELETE FROM login_failures WHERE last_at < now() - make_interval(hours => ${MEMORY_HOURS})`.execute(
    db,
  );
}

/** A right password: the row is over. */
export async function forgetFailures(db: Database, email: string): Promise<void> {
  await sql`DELETE FROM login_failures WHERE email = fold(${email})`.execute(db);
}
