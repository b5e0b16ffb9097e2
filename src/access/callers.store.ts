import { createBatches } from '../platform/db/batches.ts';
import { compile, sql, type Database } from '../platform/db/database.ts';
import { runStatement, type Statement } from '../platform/db/statement.ts';
import type { Caller, Origin } from './access.contract.ts';
import { hashOf, isLiveSession, TOUCH_EVERY_S } from './access.store.ts';
import { isAddressInList } from './allowed-addresses.store.ts';

/** Sessions are found in no time: what is asked for while some are looked up can wait for them. */
const BATCHES = { size: 100, atOnce: 1 };

type CallerRow = Omit<Caller, keyof Origin> & {
  /** Which of the questions it answers, from 1. */
  readonly place: number;
  readonly isStale: boolean;
  readonly isAddressAllowed: boolean;
};

const CALLERS: Statement<CallerRow> = {
  name: 'callers',
  text: `
    SELECT asked.place, u.id AS "userId", u.guid, u.email, u.full_name AS "fullName", u.role, w.id AS "workspaceId",
           w.time_zone AS "timeZone", s.guid AS "sessionGuid", s.last_used_at < now() - make_interval(secs => ${TOUCH_EVERY_S}) AS "isStale",
           ${compile(isAddressInList(sql`w.id`, sql`asked.address`)).text} AS "isAddressAllowed"
    FROM unnest((SELECT $1::bytea[]), (SELECT $2::inet[])) WITH ORDINALITY AS asked (token_hash, address, place)
    JOIN sessions s ON s.token_hash = asked.token_hash JOIN users u ON u.id = s.user_id AND u.role IS NOT NULL
    JOIN workspaces w ON w.id = u.workspace_id
    WHERE ${compile(isLiveSession).text}`,
};

/** One that somebody else has in hand is being used or ended just now: who waited for it could hold up that other, and he this one. */
const TOUCH: Statement<never> = {
  name: 'touch-sessions',
  text: `
    UPDATE sessions SET last_used_at = now() WHERE token_hash IN (
      SELECT token_hash FROM sessions WHERE token_hash = ANY ($1::bytea[]) FOR NO KEY UPDATE SKIP LOCKED)`,
};

/** A session's caller, and whether the session may be used from where it is. */
export interface FoundCaller {
  readonly caller: Caller;
  readonly tokenHash: Buffer;
  readonly isAddressAllowed: boolean;
}

/** Finds the caller behind a token; by asking the session is kept alive. */
export type FindCaller = (
  token: string,
  origin: Origin & { readonly keepsAlive?: boolean },
) => Promise<FoundCaller | undefined>;

/**
 * Looks sessions up, those of requests that came in together by one query. It always begins after the request came in: a session whose end
 * was answered before, by whatever process, is not found.
 */
export function createFindCaller(db: Database): FindCaller {
  const callers = createBatches<Asked, CallerRow | undefined>({
    ...BATCHES,
    keyOf: ({ hash, address }) => `${hash.toString('latin1')}${address ?? ''}`,
    async answer(asked) {
      const rows = await runStatement(db, CALLERS, [
        asked.map(({ hash }) => hash),
        asked.map(({ address }) => address ?? null),
      ]);
      const byPlace = new Map(rows.map((row) => [row.place, row]));
      return asked.map((_, at) => byPlace.get(at + 1));
    },
  });
  const touches = createBatches<Buffer, undefined>({
    ...BATCHES,
    keyOf: (hash) => hash.toString('latin1'),
    async answer(hashes) {
      await runStatement(db, TOUCH, [hashes]);
      return hashes.map(() => undefined);
    },
  });

  return async (token, { keepsAlive = true, address, requestId }) => {
    const hash = hashOf(token);
    const row = await callers.ask({ hash, address });
    if (row === undefined) return undefined;
    const { isStale, isAddressAllowed, userId, guid, email, fullName } = row;
    const { role, workspaceId, timeZone, sessionGuid } = row;
    if (isStale && keepsAlive && isAddressAllowed) await touches.ask(hash);
    return {
      caller: {
        ...{ userId, guid, email, fullName, role, workspaceId, timeZone, sessionGuid },
        ...{ address, requestId },
      },
      tokenHash: hash,
      isAddressAllowed,
    };
  };
}

interface Asked {
  readonly hash: Buffer;
  readonly address: string | undefined;
}
