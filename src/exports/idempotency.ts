import { createHash } from 'node:crypto';
import { fail, violation, type Violation } from '../kernel/errors.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';

const HEADER = 'Idempotency-Key';
/** Visible ASCII, up to 255 characters. Two such headers come joined by a comma and a blank, which is no key. */
const KEY = /^[\x21-\x7e]{1,255}$/;
/** How long a key stands for its run. */
const KEPT_HOURS = 24;
/** How many keys that are too old one new key takes away: more than come, so that none stays for long, and little to wait for. */
const SWEEP_AT_ONCE = 100;

/** A request that may be sent again: whose, under which key, and what it asks for. */
export interface RepeatableRequest {
  readonly userId: number;
  readonly key: string;
  readonly fingerprint: Buffer;
}

/** The key of a request, if it has one, or what is wrong with it. */
export function readIdempotencyKey(header: string | string[] | undefined): {
  key: string | undefined;
  problems: Violation[];
} {
  const key = header === undefined ? undefined : [header].flat().join(', ');
  const isWrong = key !== undefined && !KEY.test(key);
  return { key, problems: isWrong ? [violation('invalidValue', HEADER)] : [] };
}

/**
 * SHA-256 of a request: the same for bodies that differ only in blanks or in the order of fields. A body may be nested as deep as it is
 * long (1 MiB), so this walks without recursion; each value says its size first, so that no two values are written alike.
 */
export function fingerprintOf(definitionGuid: string, body: unknown): Buffer {
  let text = '';
  const pending: unknown[] = [body, definitionGuid];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      text += `[${value.length}\n`;
      for (const one of value.toReversed() as unknown[]) pending.push(one);
    } else if (typeof value === 'object' && value !== null) {
      const fields = Object.entries(value).sort(([one], [other]) => (one > other ? -1 : 1));
      text += `{${fields.length}\n`;
      for (const [name, content] of fields) pending.push(content, name);
    } else {
      text += `${JSON.stringify(value)}\n`;
    }
  }
  return createHash('sha256').update(text).digest();
}

/** The run that this request has started before; 409 when its key stands for another request. */
export async function findRepeatedRun(
  db: Database | DatabaseTransaction,
  { userId, key, fingerprint }: RepeatableRequest,
): Promise<number | undefined> {
  const { rows } = await sql<{ runId: number; fingerprint: Buffer }>`
    SELECT run_id AS "runId", fingerprint FROM idempotency_keys
    WHERE user_id = ${userId} AND key = ${key} AND created_at > now() - make_interval(hours => ${KEPT_HOURS})`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return row.fingerprint.equals(fingerprint) ? row.runId : fail('idempotencyConflict', key);
}

/**
 * Keeps a key for its run, in the transaction that accepts the run, and takes away some that are too old. In this order: who holds
 * old keys waits for nobody any more, so two requests never wait for each other.
 */
export async function keepKey(
  tx: DatabaseTransaction,
  { userId, key, fingerprint }: RepeatableRequest,
  runId: number,
): Promise<void> {
  await sql`
    INSERT INTO idempotency_keys (user_id, key, fingerprint, run_id, created_at)
    VALUES (${userId}, ${key}, ${fingerprint}, ${runId}, now())
    ON CONFLICT (user_id, key) DO UPDATE
    SET fingerprint = excluded.fingerprint, run_id = excluded.run_id, created_at = excluded.created_at`.execute(
    tx,
  );
  await sql`
    DELETE FROM idempotency_keys WHERE (user_id, key) IN (
      SELECT user_id, key FROM idempotency_keys WHERE created_at <= now() - make_interval(hours => ${KEPT_HOURS})
      ORDER BY created_at LIMIT ${SWEEP_AT_ONCE} FOR UPDATE SKIP LOCKED)`.execute(tx);
}
