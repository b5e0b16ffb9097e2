import { formatInTimeZone } from '../kernel/time.ts';
import { unavailable, violation, WaybillError } from '../kernel/errors.ts';
import { UNLIMITED } from '../kernel/limits.ts';
import { sql, type Database, type RawBuilder } from '../platform/db/database.ts';

/** Calls leased at once when nothing is limited: the header still counts down, at a thousandth of the writes. */
const UNLIMITED_BLOCK = 1_000;
/** Calls left at which the next block is leased meanwhile, so that nobody waits for the disk. */
const LEASE_AHEAD = UNLIMITED_BLOCK / 2;

/** What the response headers say. */
export interface AllowanceState {
  readonly remaining: number;
  readonly resetAt: Date;
  /** The workspace's, in which the reset is told. */
  readonly timeZone: string;
}

interface Lease {
  windowStart: Date;
  resetAt: Date;
  timeZone: string;
  /** Calls of this process's lease not used yet. */
  left: number;
  /** Calls of the workspace not leased by anybody when this lease was taken. */
  unleased: number;
}

export interface Allowance {
  readonly limit: number;
  /** Counts one call, or throws 429 when the workspace has none left. */
  spend(workspaceId: number): Promise<AllowanceState>;
  /** The state without counting, as the database has it: for the answer to a login, which is not counted. */
  read(workspaceId: number): Promise<AllowanceState>;
  /** The state as far as this process knows it: for a refused call, or one that belongs to no workspace. */
  peek(workspaceId: number | undefined): AllowanceState;
  /** Gives back what was leased and not used. Calls that come after it, from clients that have hung up, are refused. */
  close(): Promise<void>;
}

/**
 * Counts the calls of each workspace from midnight in its time zone. With a limit every call is one conditional UPDATE, so
 * that several processes together never let one too many through; without one, calls are leased in blocks.
 */
export function createAllowance(db: Database, limit: number, defaultTimeZone: string): Allowance {
  const block = limit >= UNLIMITED ? UNLIMITED_BLOCK : 1;
  const leases = new Map<number, Lease>();
  const pending = new Map<number, Promise<Lease>>();
  let isClosed = false;

  async function takeLease(workspaceId: number): Promise<Lease> {
    const { rows } = await sql<Window & { used: number | null }>`
      WITH day AS (${currentDay(workspaceId)}), taken AS (
        INSERT INTO request_windows AS w (workspace_id, window_start, used)
        SELECT id, starts, ${block}::bigint FROM day WHERE ${block}::bigint <= ${limit}::bigint
        ON CONFLICT (workspace_id) DO UPDATE SET
          window_start = greatest(w.window_start, excluded.window_start),
          used = CASE WHEN w.window_start < excluded.window_start THEN ${block}::bigint ELSE w.used + ${block}::bigint END
          WHERE w.window_start < excluded.window_start OR w.used + ${block}::bigint <= ${limit}::bigint
        RETURNING used
      )
      SELECT day.starts AS "windowStart", day.ends AS "resetAt", day.time_zone AS "timeZone", taken.used
      FROM day LEFT JOIN taken ON true`.execute(db);
    const row = rows[0];
    if (row === undefined) throw new Error(`workspace ${workspaceId} is gone`);
    if (row.used === null) {
      leases.set(workspaceId, { ...row, left: 0, unleased: 0 });
      throw spent(limit, row.resetAt, row.timeZone);
    }
    const { windowStart, resetAt, timeZone, used } = row;
    const held = leases.get(workspaceId);
    const kept = held?.windowStart.getTime() === windowStart.getTime() ? held.left : 0;
    // With a limit who has asked spends it himself: nobody finds it here.
    const left = block === 1 ? 0 : block + kept;
    const lease = { windowStart, resetAt, timeZone, left, unleased: limit - used };
    leases.set(workspaceId, lease);
    return lease;
  }

  /** Those who come while a lease is being taken share it. */
  function takeSharedLease(workspaceId: number): Promise<Lease> {
    const taking =
      pending.get(workspaceId) ?? takeLease(workspaceId).finally(() => pending.delete(workspaceId));
    pending.set(workspaceId, taking);
    return taking;
  }

  return {
    limit,
    async spend(workspaceId) {
      for (;;) {
        if (isClosed) throw unavailable();
        const held = leases.get(workspaceId);
        if (held !== undefined && held.left > 0 && held.resetAt.getTime() > Date.now()) {
          held.left -= 1;
          // Who needs it asks again if this fails.
          if (held.left === LEASE_AHEAD) takeSharedLease(workspaceId).catch(() => undefined);
          return stateOf(held);
        }
        if (block === 1) return stateOf(await takeLease(workspaceId));
        await takeSharedLease(workspaceId);
      }
    },
    async read(workspaceId) {
      const { rows } = await sql<Window & { used: number }>`
        WITH day AS (${currentDay(workspaceId)})
        SELECT day.starts AS "windowStart", day.ends AS "resetAt", day.time_zone AS "timeZone", coalesce(w.used, 0) AS used
        FROM day LEFT JOIN request_windows w ON w.workspace_id = day.id AND w.window_start >= day.starts`.execute(
        db,
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`workspace ${workspaceId} is gone`);
      const held = leases.get(workspaceId);
      const left = held?.windowStart.getTime() === row.windowStart.getTime() ? held.left : 0;
      return {
        remaining: Math.max(0, limit - row.used) + left,
        resetAt: row.resetAt,
        timeZone: row.timeZone,
      };
    },
    peek(workspaceId) {
      const held = workspaceId === undefined ? undefined : leases.get(workspaceId);
      if (held !== undefined && held.resetAt.getTime() > Date.now()) return stateOf(held);
      return {
        remaining: limit,
        resetAt: nextMidnight(new Date(), defaultTimeZone),
        timeZone: defaultTimeZone,
      };
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(pending.values());
      for (const [workspaceId, lease] of leases) {
        if (lease.left === 0) continue;
        await sql`UPDATE request_windows SET used = used - ${lease.left}
                  WHERE workspace_id = ${workspaceId} AND window_start = ${lease.windowStart}`.execute(db);
      }
      leases.clear();
    },
  };
}

interface Window {
  readonly windowStart: Date;
  readonly resetAt: Date;
  readonly timeZone: string;
}

/** Today in the workspace's time zone. date_trunc on the local clock time, so that days of 23 and 25 hours start at midnight too. */
function currentDay(workspaceId: number): RawBuilder<unknown> {
  return sql`
    SELECT id, time_zone,
           date_trunc('day', now() AT TIME ZONE time_zone) AT TIME ZONE time_zone AS starts,
           (date_trunc('day', now() AT TIME ZONE time_zone) + interval '1 day') AT TIME ZONE time_zone AS ends
    FROM workspaces WHERE id = ${workspaceId}`;
}

function stateOf({ unleased, left, resetAt, timeZone }: Lease): AllowanceState {
  return { remaining: unleased + left, resetAt, timeZone };
}

function spent(limit: number, resetAt: Date, timeZone: string): WaybillError {
  const retryAfterS = Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1_000));
  return new WaybillError([violation('allowanceSpent', limit, formatInTimeZone(resetAt, timeZone))], {
    'Retry-After': String(retryAfterS),
  });
}

/** The first instant of tomorrow in a time zone, found by hours: no zone's midnight is missing for longer. */
export function nextMidnight(now: Date, timeZone: string): Date {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const today = dayOf.format(now);
  const QUARTER_HOUR_MS = 900_000;
  let at = Math.ceil(now.getTime() / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  while (dayOf.format(at) === today) at += QUARTER_HOUR_MS;
  return new Date(at);
}
