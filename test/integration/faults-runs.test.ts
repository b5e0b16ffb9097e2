import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  messagesOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, PASSWORD, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

const OWNER = 'heidi.walker@example.test';

let installation: OpenInstallation;
let server: TestServer;
let owner: Api;
let admin: Api;
let definition: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample']);
  await installation.addUser({ email: OWNER });
  [owner, admin] = await Promise.all([loginAs(server, OWNER), loginAs(server, ADMIN_EMAIL)]);
  definition = await define(owner);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const pathOf = (run: Run): string => `/v1/exports/${definition.guid}/runs/${run.guid}`;

it('RUNNING is aborted at once: no results, and the worker takes the next run [API-125, API-130, API-134, API-135, API-208, PAGE-3, PAGE-7]', async () => {
  const unlock = await installation.lock('item_revisions');
  const run = (await owner.post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' }))
    .body;
  expect(await waitForStatus(owner, pathOf(run), ['RUNNING'])).toMatchObject({ completionDateTime: null });
  expect((await admin.post<Run>(`${pathOf(run)}/abort`)).body.status).toBe('ABORTED');
  await unlock();
  expect((await runToEnd(owner, definition)).status).toBe('COMPLETE');
  const { body } = await owner.get<Run>(pathOf(run));
  expect(body).toMatchObject({ status: 'ABORTED', completionDateTime: null });
  expect(body).not.toHaveProperty('files');
});

it('a fault of ours is 500 / 3000, logged with the request id, and its answer tells nothing internal [API-78]', async () => {
  await installation.query('ALTER TABLE export_definitions RENAME TO hidden_definitions');
  const answer = await owner
    .get('/v1/exports')
    .finally(() => installation.query('ALTER TABLE hidden_definitions RENAME TO export_definitions'));
  expect(codesOf(answer)).toEqual([500, 3000]);
  expect(messagesOf(answer)).toEqual(['Sorry, a system error occurred, please try again.']);
  expect(Object.keys(answer.body as object)).toEqual(['status', 'errors']);
  for (const [name, value] of answer.headers)
    expect(`${name}: ${value}`).not.toMatch(/export_definitions|relation/);
  const id = answer.headers.get('x-request-id')!;
  const logged = (): string | undefined =>
    server
      .output()
      .split('\n')
      .find((line) => line.includes(id) && line.includes('request failed'));
  await until(async () => logged() !== undefined);
  expect(JSON.parse(logged()!)).toMatchObject({
    requestId: id,
    method: 'GET',
    route: '/v1/exports',
    err: { message: 'relation "export_definitions" does not exist' },
  });
  expect((await owner.get('/v1/exports')).status).toBe(200);
});

describe('130 interrupted', () => {
  it('Ctrl-C ends a seed, and nothing of it stays', async () => {
    const { child, result } = installation.start(['seed', '--items', '200000', '--workspace', '700700700']);
    await installation.query(
      "INSERT INTO workspaces (id, name) VALUES (700700700, 'Seeded') ON CONFLICT DO NOTHING",
    );
    await until(async () => {
      const rows = await installation.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ~* 'into (supplier_items|items|item_revisions|bom_lines)' AND state <> 'idle' AND pid <> pg_backend_pid()",
      );
      return rows.length > 0 || child.exitCode !== null;
    });
    child.kill('SIGINT');
    const { code, stderr } = await result;
    expect(code, stderr).toBe(130);
    expect(await installation.query('SELECT FROM items WHERE workspace_id = 700700700 LIMIT 1')).toEqual([]);
    await installation.query('DELETE FROM workspaces WHERE id = 700700700');
  });

  it('Ctrl-C ends an export that waits for its run, and its session', async () => {
    const sessions = async (): Promise<unknown> =>
      (await installation.query('SELECT count(*) FROM sessions'))[0];
    const before = await sessions();
    const unlock = await installation.lock('item_revisions');
    const target = path.join(installation.dir, 'interrupted.zip');
    const { child, result } = installation.start(
      ['export', '--definition', definition.guid, '--out', target],
      {
        WAYBILL_URL: server.url,
        WAYBILL_EMAIL: ADMIN_EMAIL,
        WAYBILL_PASSWORD: PASSWORD,
      },
    );
    const isRunning = async (): Promise<boolean> =>
      (await admin.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?status=RUNNING`)).body.count > 0;
    await until(async () => (await isRunning()) || child.exitCode !== null);
    child.kill('SIGINT');
    const { code, stderr } = await result;
    await unlock();
    expect([code, stderr]).toEqual([130, expect.stringMatching(/^Interrupted: run \d+ was aborted\.\n$/)]);
    expect(await sessions()).toEqual(before);
    expect((await readdir(installation.dir)).filter((name) => name.startsWith('interrupted'))).toEqual([]);
  });
});

it(
  'a run taken up again after a crash stays RUNNING, and is completed [API-128, API-136]',
  { timeout: 300_000 },
  async () => {
    // One process answers, the worker is another, which is killed without warning.
    expect(await server.stop()).toBe(0);
    server = await installation.serve(['--workers', '0']);
    const api = createApi(server.url, owner.token);
    const unlock = await installation.lock('item_revisions');
    const path = `/v1/exports/${definition.guid}/runs`;
    const { body } = await api.post<Run>(path, {}, { Prefer: 'respond-async' });
    const first = installation.start(['worker']);
    await waitForStatus(api, pathOf(body), ['RUNNING']);
    process.kill(-first.child.pid!, 'SIGKILL');
    await first.result;
    const second = installation.start(['worker']);
    await unlock();
    const seen = new Set<string>();
    await until(async () => {
      const { status } = (await api.get<Run>(pathOf(body))).body;
      seen.add(status);
      return status !== 'RUNNING';
    });
    expect([...seen]).toEqual(['RUNNING', 'COMPLETE']);
    expect((await api.get<Run>(`${pathOf(body)}?view=full`)).body.waybill).toMatchObject({ attempt: 2 });
    second.child.kill('SIGTERM');
    expect((await second.result).code).toBe(0);
  },
);
