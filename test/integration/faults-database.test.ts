import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  codesOf,
  define,
  messagesOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { openLine, type Line } from '../support/line.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
let line: Line;
let server: TestServer;
let api: Api;

beforeAll(async () => {
  installation = await createInstallation();
  line = await openLine(installation.databaseUrl);
  server = await installation.serve(['--sample'], { DATABASE_URL: line.url });
  api = await loginAs(server, ADMIN_EMAIL);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await line.cut();
  await installation.remove();
});

it('a run that the queue refuses is 400 / 3146, and nothing of it stays [API-71]', async () => {
  const definition = await define(api);
  await installation.query('ALTER SCHEMA pgboss RENAME TO away');
  const answer = await api
    .post(`/v1/exports/${definition.guid}/runs`)
    .finally(() => installation.query('ALTER SCHEMA away RENAME TO pgboss'));
  expect([codesOf(answer), messagesOf(answer)]).toEqual([[400, 3146], ['Could not run export.']]);
  const { body } = await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs`);
  expect(body.count).toBe(0);
  expect((await runToEnd(api, definition)).status).toBe('COMPLETE');
});

it('while the database cannot be reached every call is 503 / 503, and afterwards all goes on by itself [API-76]', async () => {
  const definition = await define(api);
  await line.cut();
  try {
    for (const call of [
      () => api.get('/v1/exports'),
      () => api.get(`/v1/exports/${definition.guid}/runs`),
      () => api.post(`/v1/exports/${definition.guid}/runs`),
      () => api.post('/v1/login', { email: ADMIN_EMAIL, password: 'any' }),
    ]) {
      const answer = await call();
      expect([codesOf(answer), messagesOf(answer)]).toEqual([
        [503, 503],
        ['The service is currently unavailable.'],
      ]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  } finally {
    await line.mend();
  }
  await until(async () => (await api.get('/v1/exports')).status === 200);
  // Whoever waits for a run while its server listens anew may be told before its end.
  const run = await runToEnd(api, definition);
  const path = `/v1/exports/${definition.guid}/runs/${run.guid}`;
  expect((await waitForStatus(api, path, ['COMPLETE', 'FAILED'])).status).toBe('COMPLETE');
  const { body } = await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs`);
  expect(body.count).toBe(1);
});

it('a command whose connection is lost says so in a line, ends with 3, and has done nothing', async () => {
  const bundle = await installation.write('bundle', { 'SPECS.csv': 'number\r\n900-99999\r\n' });
  const unlock = await installation.lock('items');
  const importing = installation.start(['import', bundle]);
  const cut = `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE application_name = 'waybill import' AND datname = current_database()`;
  await until(async () => (await installation.query(`${cut} AND wait_event_type = 'Lock'`)).length === 1);
  const { code, stderr } = await importing.result.finally(unlock);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
    /^The database went away: .+ Run the command again once it is back\.$/,
  );
  expect([code, stderr]).toEqual([3, expect.not.stringContaining('    at ')]);
  expect((await api.get<Paged<unknown>>('/v1/items?number=900-99999')).body.count).toBe(0);
});
