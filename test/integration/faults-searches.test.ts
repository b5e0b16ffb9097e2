import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, define, messagesOf, type Answer, type Api, type Paged } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

const SEARCH = '/v1/items?name=*';
/** More than the server has database connections. */
const MANY = 40;

let installation: OpenInstallation;

beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.remove());

/** A server whose searches do not end while `search` goes on: its items are locked. */
async function whileLocked(
  env: Readonly<Record<string, string>>,
  search: (api: Api, unlock: () => Promise<void>, server: TestServer) => Promise<void>,
): Promise<void> {
  const server = await installation.serve(['--workers', '0'], env);
  const api = await loginAs(server, ADMIN_EMAIL);
  const free = await installation.lock('items');
  let isLocked = true;
  const unlock = async (): Promise<void> => {
    if (isLocked) await free();
    isLocked = false;
  };
  try {
    await search(api, unlock, server);
  } finally {
    await unlock();
    expect(await server.stop()).toBe(0);
  }
}

/** Statements of the server that wait for the items. */
async function waiting(): Promise<number> {
  const [row] = await installation.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%export_items%'`,
  );
  return row!.count;
}

describe('searches that do not end', () => {
  it('leave connections for everything else, and are all answered once they can', async () => {
    await whileLocked({}, async (api, unlock) => {
      const searches = Array.from({ length: MANY }, () => api.get<Paged<unknown>>(SEARCH));
      await until(async () => (await waiting()) > 0);
      for (let round = 0; round < 20; round += 1) expect((await api.get('/v1/exports')).status).toBe(200);
      // One workspace cannot have all that searches may take together.
      expect(await waiting()).toBe(4);
      await unlock();
      for (const { status } of await Promise.all(searches)) expect(status).toBe(200);
    });
  });

  it('are stopped in time: 422 for those that ran, 503 for those that had no turn', async () => {
    await whileLocked({ WAYBILL_SEARCH_TIMEOUT: '1s' }, async (api) => {
      const answers = await Promise.all(Array.from({ length: MANY }, () => api.get<unknown>(SEARCH)));
      const by = (status: number): Answer<unknown>[] => answers.filter((one) => one.status === status);
      expect(by(422)).toHaveLength(4);
      for (const answer of by(422)) {
        expect(codesOf(answer)).toEqual([422, 422]);
        expect(messagesOf(answer)).toEqual([
          'The search takes longer than 1 s. Narrow it with more filters or simpler criteria.',
        ]);
      }
      expect(by(503)).toHaveLength(MANY - 4);
      for (const { headers } of by(503)) expect(headers.get('retry-after')).toBe('5');
      await until(async () => (await waiting()) === 0);
    });
  });

  it('end in the database when their client hangs up, and are no fault in the log', async () => {
    await whileLocked({ WAYBILL_LOG_LEVEL: 'error' }, async (api, _unlock, server) => {
      const client = new AbortController();
      const searches = Array.from({ length: MANY }, () =>
        fetch(api.url + SEARCH, { headers: { arena_session_id: api.token! }, signal: client.signal }),
      );
      await until(async () => (await waiting()) === 4);
      client.abort();
      for (const { status } of await Promise.allSettled(searches)) expect(status).toBe('rejected');
      await until(async () => (await waiting()) === 0);
      expect(server.output()).not.toContain('failed');
    });
  });

  it('have no more than their share of connections, however often clients hang up and ask again', async () => {
    await whileLocked({}, async (api) => {
      let most = 0;
      for (let round = 0; round < 10; round += 1) {
        const client = new AbortController();
        const searches = Array.from({ length: 8 }, () =>
          fetch(api.url + SEARCH, { headers: { arena_session_id: api.token! }, signal: client.signal }),
        );
        await until(async () => (await waiting()) > 0);
        client.abort();
        await Promise.allSettled(searches);
        most = Math.max(most, await waiting());
      }
      expect(most).toBeLessThanOrEqual(4);
      await until(async () => (await waiting()) === 0);
      expect((await api.get('/v1/exports')).status).toBe(200);
    });
  });

  it('keep no run from being accepted: what could not be counted in time, the worker counts', async () => {
    const limited = { WAYBILL_LIMITS: 'arena', WAYBILL_SEARCH_TIMEOUT: '300ms', WAYBILL_RUN_WAIT: '0s' };
    await whileLocked(limited, async (api) => {
      const definition = await define(api);
      const answer = await api.post(`/v1/exports/${definition.guid}/runs`);
      expect(answer.status, answer.text).toBe(201);
    });
  });
});
