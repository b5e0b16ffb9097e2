import { createHash } from 'node:crypto';
import { fail, violation, type Violation } from '../kernel/errors.ts';
import { sql, type Database, type DatabaseTransaction } from '../platform/db/database.ts';

const HEADER = 'Idempotency-Key';
/** Visible ASCII, up to 255 characters. Two such headers come joined by a comma and a blank, which is no key. */
const KEY = /^[\x21-\x7e]{1,255}$/;
/** How long a key stands for what its request made. */
const KEPT_HOURS = 24;
/** How many keys that are too old one new key takes away: more than come, so that none stays for long, and little to wait for. */
const SWEEP_AT_ONCE = 100;

/** A request that may be sent again: whose, under which key, and what it asks for. */
export interface RepeatableRequest {
  readonly userId: number;
  readonly key: string;
  readonly fingerprint: Buffer;
}

/** The header of that name, as it was received. */
export type IdempotencyHeader = string | string[] | undefined;

/** A request with a key in its header, or what is wrong with the header; without one it cannot be sent again. */
export function repeatableOf(
  header: IdempotencyHeader,
  request: { readonly userId: number; readonly target: string; readonly body: unknown },
): { repeatable: RepeatableRequest | undefined; problems: Violation[] } {
  if (header === undefined) return { repeatable: undefined, problems: [] };
  const key = [header].flat().join(', ');
  if (!KEY.test(key)) return { repeatable: undefined, problems: [violation('invalidValue', HEADER)] };
  const { userId, target, body } = request;
  return { repeatable: { userId, key, fingerprint: fingerprintOf(target, body) }, problems: [] };
}

/**
 * SHA-256 of a request to a target (a definition, or the list of them): the same for bodies that differ only in blanks or in the order of fields. A body may be nested as deep as it is
 * long (1 MiB), so this walks without recursion; each value says its size first, so that no two values are written alike.
 */
export function fingerprintOf(target: string, body: unknown): Buffer {
  let text = '';
  const pending: unknown[] = [body, target];
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

/** The id of the run or definition that this request has made before; 409 when its key stands for another request. */
export async function findMade(
  db: Database | DatabaseTransaction,
  repeatable: RepeatableRequest | undefined,
): Promise<number | undefined> {
  if (repeatable === undefined) return undefined;
  const { userId, key, fingerprint } = repeatable;
  const { rows } = await sql<{ id: number; fingerprint: Buffer }>`
    SELECT coalesce(run_id, definition_id) AS id, fingerprint FROM idempotency_keys
    WHERE user_id = ${userId} AND key = ${key} AND created_at > now() - make_interval(hours => ${KEPT_HOURS})`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return row.fingerprint.equals(fingerprint) ? row.id : fail('idempotencyConflict', key);
}

/** What a request made: one of the two. */
export interface Made {
  readonly runId?: number | null;
  readonly definitionId?: number | null;
}

/**
 * Keeps a key for what its request made, in the transaction that made it, and takes away some that are too old. In this order: who holds
 * old keys waits for nobody any more, so two requests never wait for each other.
 */
export async function keepKey(
  tx: DatabaseTransaction,
  repeatable: RepeatableRequest | undefined,
  { runId = null, definitionId = null }: Made,
): Promise<void> {
  if (repeatable === undefined) return;
  const { userId, key, fingerprint } = repeatable;
  await sql`
    INSERT INTO idempotency_keys (user_id, key, fingerprint, run_id, definition_id, created_at)
    VALUES (${userId}, ${key}, ${fingerprint}, ${runId}, ${definitionId}, now())
    ON CONFLICT (user_id, key) DO UPDATE
    SET fingerprint = excluded.fingerprint, run_id = excluded.run_id, definition_id = excluded.definition_id, created_at = excluded.created_at`.execute(
    tx,
  );
  await sql`
    DELETE FROM idempotency_keys WHERE (user_id, key) IN (
      SELECT user_id, key FROM idempotency_keys WHERE created_at <= now() - make_interval(hours => ${KEPT_HOURS})
      ORDER BY created_at LIMIT ${SWEEP_AT_ONCE} FOR UPDATE SKIP LOCKED)`.execute(tx);
}
