import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sql } from '../../src/platform/db/database.ts';
import { createSearchLanes } from '../../src/platform/db/search-lanes.ts';
import { createTestDatabase } from '../support/database.ts';

it('a search that is given up between two statements does not run the next one to its end', async () => {
  const database = await createTestDatabase();
  try {
    const gone = new AbortController();
    const search = createSearchLanes(database.db, 60_000).run(
      { owner: 1, signal: gone.signal },
      async (db) => {
        gone.abort(new Error('nobody waits'));
        // The database has been told to stop what is running, and nothing is.
        await delay(300);
        await sql`SELECT pg_sleep(100)`.execute(db);
      },
    );
    await expect(search).rejects.toThrow('nobody waits');
  } finally {
    await database.close();
  }
}, 10_000);
