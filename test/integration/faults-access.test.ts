import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, ONE_ITEM } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

const MEMBER = 'heidi.walker@example.test';
const LIMIT = 30;

let installation: OpenInstallation;
let server: TestServer;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--workers', '0']);
  await installation.addUser({ email: MEMBER });
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

describe('a session', () => {
  it('ends after 90 minutes without a request, and each request keeps it alive [API-8, API-94]', async () => {
    const session = await loginAs(server, MEMBER);
    const rest = async (minutes: number): Promise<void> => {
      await installation.query(
        'UPDATE sessions SET last_used_at = now() - make_interval(mins => $1) WHERE token_hash = sha256($2)',
        [minutes, Buffer.from(session.token!)],
      );
    };
    for (const minutes of [89, 89]) {
      await rest(minutes);
      expect((await session.get('/v1/exports')).status).toBe(200);
      const [row] = await installation.query<{ isFresh: boolean }>(
        `SELECT last_used_at > now() - interval '1 minute' AS "isFresh" FROM sessions WHERE token_hash = sha256($1)`,
        [Buffer.from(session.token!)],
      );
      expect(row).toEqual({ isFresh: true });
    }
    await rest(91);
    expect(codesOf(await session.get('/v1/exports'))).toEqual([401, 401]);
  });

  it('is not kept alive by a stream of events, and ends it', async () => {
    const session = await loginAs(server, MEMBER);
    const { body: definition } = await session.post<{ guid: string }>('/v1/exports', {
      name: 'Watched',
      world: 'ITEMS',
      criteria: ONE_ITEM,
    });
    const run = await session.post<{ guid: string }>(
      `/v1/exports/${definition.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const path = `/v1/exports/${definition.guid}/runs/${run.body.guid}/events`;
    const stream = await fetch(server.url + path, { headers: { arena_session_id: session.token! } });
    const rest = (minutes: number) =>
      installation.query<{ at: Date }>(
        `UPDATE sessions SET last_used_at = now() - make_interval(mins => $1) WHERE token_hash = sha256($2)
         RETURNING last_used_at AS at`,
        [minutes, Buffer.from(session.token!)],
      );
    const [rested] = await rest(80);
    // Two looks of the stream at its session.
    await wait(2_500);
    const [row] = await installation.query<{ at: Date }>(
      'SELECT last_used_at AS at FROM sessions WHERE token_hash = sha256($1)',
      [Buffer.from(session.token!)],
    );
    expect(row).toEqual(rested);
    await rest(91);
    expect(await stream.text()).toMatch(/^event: run\n/);
  });

  it('is kept as the SHA-256 of its token only', async () => {
    const session = await loginAs(server, MEMBER);
    const rows = await installation.query<{ row: string }>('SELECT s::text AS row FROM sessions s');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      expect(row).not.toContain(session.token);
      expect(row).not.toContain(Buffer.from(session.token!).toString('hex'));
    }
  });

  it('of a user who is removed from the workspace is nobody’s, at once', async () => {
    const session = await loginAs(server, MEMBER);
    expect((await session.get('/v1/exports')).status).toBe(200);
    await installation.query('UPDATE users SET role = NULL, account_id = NULL WHERE email = $1', [MEMBER]);
    expect(codesOf(await session.get('/v1/exports'))).toEqual([401, 401]);
  });
});

it('the allowance begins anew at midnight in the workspace’s time zone [API-30]', async () => {
  const limited = await installation.serve(['--workers', '0', '--request-limit', String(LIMIT)]);
  const api = await loginAs(limited, ADMIN_EMAIL);
  await api.get('/v1/exports');
  await installation.query('UPDATE request_windows SET used = $1', [LIMIT]);
  expect((await api.get('/v1/exports')).status).toBe(429);
  await installation.query("UPDATE request_windows SET window_start = window_start - interval '1 day'");
  const next = await api.get('/v1/exports');
  expect(next.headers.get('x-arena-requests-remaining')).toBe(String(LIMIT - 1));
  expect(await limited.stop()).toBe(0);
});
