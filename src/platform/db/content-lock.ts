import type pg from 'pg';
import { sql, type RawBuilder } from './database.ts';

/** One arbitrary number: shared by whoever reads contents by the rows of a snapshot, alone whoever removes contents that no row names. */
const CONTENT_LOCK = 5_817_340_005;

/**
 * Until the connection ends, or releases them, no content is removed: a snapshot may name one that later rows do not. To be held before the snapshot is taken,
 * so that it sees what a removal under way went by.
 */
export async function holdContents(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [CONTENT_LOCK]);
}

/** Before it ends, for a connection that goes on to something else. */
export async function releaseContents(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [CONTENT_LOCK]);
}

/** Until the connection ends no reader begins; waits for those that are at work. */
export async function keepReadersOut(client: pg.ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [CONTENT_LOCK]);
}

/** Keeps new readers waiting, until the transaction ends, where none is at work; an expression that says whether it does. */
export function tryContentLock(): RawBuilder<boolean> {
  return sql`pg_try_advisory_xact_lock(${sql.lit(CONTENT_LOCK)})`;
}
