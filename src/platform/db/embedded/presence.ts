import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseUnavailable } from '../availability.ts';

/** Held by every Waybill process on the server, shared; who gets it alone is the last one. */
const PRESENCE_LOCK = 5_817_340_002;
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
        hold(await rejoin());
        return;
      } catch (error) {
        onFailure(error);
        await wait(REJOIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  hold(first);
  return {
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
