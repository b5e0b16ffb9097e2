import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/activity/overview.figures.ts';
import { codesOf, define, runToEnd, type Api } from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  loginAs,
  OTHER_WORKSPACE_ID,
  WORKSPACE_ID,
  type TestServer,
} from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

interface Figures {
  bytes: number;
  durations: { p50: number; p90: number; p99: number } | null;
  failureRate: number | null;
  runs: number;
  runsByStatus: Record<string, number>;
}
interface Overview {
  allowance: { limit: number | null; remaining: number | null; resetDateTime: string };
  days: (Figures & { date: string })[];
  queue: { oldestWaitSeconds: number; running: number; waiting: number };
  storage: { bytes: number; files: number };
  timeZone: string;
  totals: Figures;
}

/** Without daylight saving time: each day has 24 hours. */
const ZONE = 'Asia/Kathmandu';
const STRANGER = 'stranger@elsewhere.test';
let installation: OpenInstallation;
let server: TestServer;
let admin: Api;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample', '--request-limit', '1000']);
  await installation.addOtherWorkspace();
  await installation.addUser({ email: STRANGER, workspaceId: OTHER_WORKSPACE_ID });
  await installation.query('UPDATE workspaces SET time_zone = $1 WHERE id = $2', [ZONE, WORKSPACE_ID]);
  admin = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const read = async (query = '', api = admin): Promise<Overview> =>
  (await api.get<Overview>(`/v1/overview${query}`)).body;
/** The day of a moment in the time zone of the workspace. */
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(at);
const NOTHING = {
  bytes: 0,
  durations: null,
  failureRate: null,
  runs: 0,
  runsByStatus: { CREATED: 0, RUNNING: 0, COMPLETE: 0, DOWNLOADED: 0, FAILED: 0, ABORTED: 0 },
};

it('of a workspace without runs every day is there, and nothing on it', async () => {
  const { days, totals, storage, queue, timeZone, allowance } = await read();
  expect(days).toHaveLength(30);
  expect(days.at(-1)).toEqual({ date: dayOf(new Date()), ...NOTHING });
  expect([totals, storage, queue, timeZone]).toEqual([
    NOTHING,
    { bytes: 0, files: 0 },
    { oldestWaitSeconds: 0, running: 0, waiting: 0 },
    ZONE,
  ]);
  expect(allowance).toMatchObject({ limit: 1_000, remaining: expect.any(Number) as number });
  expect(dayOf(new Date(Date.parse(allowance.resetDateTime) - 1_000))).toBe(dayOf(new Date()));
});

it('counts runs, their files and their time, on the day in the time zone of the workspace, and of no other workspace', async () => {
  const definition = await define(admin);
  const files: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const run = await runToEnd(admin, definition);
    const { body } = await admin.get<{ size: number }>(
      `/v1/exports/${definition.guid}/runs/${run.guid}/files/${run.files![0]!.guid}`,
    );
    files.push(body.size);
  }
  // A moment before and after the midnight of three days ago; one failed, and one waits since then.
  const [midnight] = await installation.query<{ at: Date }>(
    `SELECT (date_trunc('day', now() AT TIME ZONE $1) - interval '2 days') AT TIME ZONE $1 AS at`,
    [ZONE],
  );
  const insert = (number: number, status: string, at: string): Promise<unknown> =>
    installation.query(
      `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, ended_at)
       SELECT workspace_id, id, $1, $2, creator_id, $3, $4::timestamptz + $5::interval, CASE WHEN $3 <> 'CREATED' THEN now() END
       FROM export_definitions WHERE guid = $6`,
      [`R${number}`.padEnd(20, '0'), number, status, midnight!.at, at, definition.guid],
    );
  await insert(101, 'FAILED', '-1 second');
  await insert(102, 'ABORTED', '1 second');
  const { days, totals, storage } = await read('?days=4');
  const bytes = files.reduce((sum, size) => sum + size, 0);
  const none = NOTHING.runsByStatus;
  expect(
    days.map(({ bytes: size, failureRate, runs, runsByStatus }) => [size, failureRate, runs, runsByStatus]),
  ).toEqual([
    [0, 1, 1, { ...none, FAILED: 1 }],
    [0, null, 1, { ...none, ABORTED: 1 }],
    [0, null, 0, none],
    [bytes, 0, 3, { ...none, COMPLETE: 3 }],
  ]);
  expect(days.map(({ date }) => date)).toEqual(
    [3, 2, 1, 0].map((ago) => dayOf(new Date(Date.now() - ago * 86_400_000))),
  );
  expect(totals).toMatchObject({ bytes, failureRate: 0.25, runs: 5 });
  const { p50, p90, p99 } = totals.durations!;
  expect([p50 > 0, p50 <= p90, p90 <= p99]).toEqual([true, true, true]);
  expect(storage).toEqual({ bytes, files: 3 });
  expect((await read('?days=2')).totals).toMatchObject({ bytes, failureRate: 0, runs: 3 });

  const elsewhere = await read('', await loginAs(server, STRANGER));
  expect([elsewhere.totals, elsewhere.storage]).toEqual([NOTHING, { bytes: 0, files: 0 }]);

  await installation.query(
    `UPDATE export_run_files SET removed_at = now() WHERE id = (SELECT min(id) FROM export_run_files)`,
  );
  // What was made on a day stays, whatever is kept.
  expect(await read('?days=1')).toMatchObject({
    totals: { bytes },
    storage: { bytes: bytes - files[0]!, files: 2 },
  });
});

it('tells how long the oldest run has waited', async () => {
  await installation.query(
    `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at)
     SELECT workspace_id, id, 'WAITING', 200, creator_id, 'CREATED', now() - interval '90 seconds' FROM export_definitions LIMIT 1`,
  );
  const { queue } = await read();
  expect(queue).toMatchObject({ waiting: 1, running: 0 });
  expect(queue.oldestWaitSeconds).toBeGreaterThanOrEqual(90);
  expect(queue.oldestWaitSeconds).toBeLessThan(150);
  await installation.query(`DELETE FROM export_runs WHERE guid = 'WAITING'`);
});

it('takes from 1 to 366 days', async () => {
  expect((await read('?days=1')).days).toHaveLength(1);
  expect((await read('?days=366')).days).toHaveLength(366);
  for (const days of ['0', '367', '-1', '1.5', 'all', ''])
    expect(codesOf(await admin.get(`/v1/overview?days=${days}`)), days).toEqual([400, 3003]);
});

it('reads days and bytes in indexes alone', async () => {
  await installation.query(
    `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, completed_at, ended_at)
     SELECT workspace_id, id, 'MANY' || n, 1000 + n, creator_id, 'COMPLETE', at, at + interval '1 second', at + interval '1 second'
     FROM export_definitions, generate_series(1, 20000) n, LATERAL (SELECT now() - n * interval '10 minutes' AS at) AS moment`,
  );
  await installation.query('VACUUM ANALYZE export_runs');
  const rows = await installation.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT status, completed_at FROM export_runs
     WHERE workspace_id = ${WORKSPACE_ID} AND created_at >= now() - interval '1 day' AND created_at < now()`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(
    'Index Only Scan using export_runs_by_time',
  );
  expect((await read('?days=366')).totals.runs).toBe(20_005);
});

describe('percentiles', () => {
  it('are those of the durations, to about one percent', () => {
    const groups = Array.from({ length: 1_000 }, (_, index) => ({
      status: 'COMPLETE' as const,
      count: 1,
      durationClass: Math.floor(Math.log((index + 1) / 100) * 50),
    }));
    const { p50, p90, p99 } = figuresOf(groups, 0).durations!;
    for (const [is, shall] of [
      [p50, 5],
      [p90, 9],
      [p99, 9.9],
    ] as const)
      expect(Math.abs(is / shall - 1)).toBeLessThan(0.015);
  });
});
