import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseUnavailable } from '../availability.ts';

/** Held by every Waybill process on the server, shared; who gets it alone is the last one. */
const PRESENCE_LOCK = 5_817_340_002;
/** Held, shared, by those that work; who gets it alone knows that the work of earlier ones is nobody's any more. */
const WORKERS_LOCK = 5_817_340_004;
const REJOIN_AFTER_MS = 500;

/** A connection that holds the presence lock. Throws when the server is going down: the last one is leaving. */
export async function takePresence(connect: () => Promise<pg.Client>): Promise<pg.Client> {
  const keeper = await connect();
  try {
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    return keeper;
  } catch (error) {
    await keeper.end();
    throw error;
  }
}

export interface Presence {
  /** @param whenFirst called, while nobody else can begin to work, when nobody works */
  beginWork(whenFirst: () => Promise<void>): Promise<void>;
  /** @param stop called when nobody else is there */
  leave(stop: () => Promise<void>): Promise<void>;
}

export interface PresenceSettings {
  /** Aborted when the process is about to leave. */
  readonly signal: AbortSignal;
  /** Enters the server again. */
  readonly rejoin: () => Promise<pg.Client>;
  readonly onFailure: (error: unknown) => void;
}

/** Keeps the presence lock: a connection that is lost (the server restarts itself after a crash of one of its processes) is made again. */
export function keepPresence(first: pg.Client, { signal, rejoin, onFailure }: PresenceSettings): Presence {
  let keeper: pg.Client | undefined;
  let rejoining = Promise.resolve();
  let works = false;
  const hold = (client: pg.Client) => {
    keeper = client;
    client.once('end', () => {
      keeper = undefined;
      rejoining = regain();
    });
  };
  const regain = async () => {
    while (!signal.aborted) {
      try {
        const client = await rejoin();
        if (works) await shareWork(client);
        hold(client);
        return;
      } catch (error) {
        onFailure(error);
        await wait(REJOIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  hold(first);
  return {
    async beginWork(whenFirst) {
      works = true;
      await rejoining;
      const current = keeper;
      // Lost for good: we are leaving.
      if (current === undefined) return;
      if (!(await isFirst(current))) return shareWork(current);
      try {
        await whenFirst();
      } finally {
        await shareWork(current);
        await current.query('SELECT pg_advisory_unlock($1)', [WORKERS_LOCK]);
      }
    },
    async leave(stop) {
      await rejoining;
      const current = keeper;
      // Nobody is in a server that cannot be reached; one that is still there is joined by the next to come.
      if (current === undefined) return;
      try {
        if (await isLast(current)) await stop();
      } finally {
        await current.end();
      }
    },
  };
}

async function isFirst(keeper: pg.Client): Promise<boolean> {
  const { rows } = await keeper.query<{ isFirst: boolean }>('SELECT pg_try_advisory_lock($1) AS "isFirst"', [
    WORKERS_LOCK,
  ]);
  return rows[0]?.isFirst === true;
}

/** Waits for one that is just beginning, not for those at work. */
async function shareWork(keeper: pg.Client): Promise<void> {
  try {
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [WORKERS_LOCK]);
  } catch (error) {
    await keeper.end();
    throw error;
  }
}

/** Of two who leave at once the first to ask stops the server, which cuts the connection of the other. */
async function isLast(keeper: pg.Client): Promise<boolean> {
  try {
    await keeper.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await keeper.query<{ isLast: boolean }>('SELECT pg_try_advisory_lock($1) AS "isLast"', [
      PRESENCE_LOCK,
    ]);
    return rows[0]?.isLast === true;
  } catch (error) {
    if (isDatabaseUnavailable(error)) return false;
    throw error;
  }
}
