import { afterAll, beforeAll, expect, it } from 'vitest';
import { define, type Api, type Definition, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS } from '../support/view-records.ts';

const RUNS = 40;

let installation: OpenInstallation;
let server: TestServer;
let api: Api;
let definition: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--workers', '0']);
  api = await loginAs(server, ADMIN_EMAIL);
  definition = await define(api, { criteria: ALL_ITEMS });
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

it('runs that are started at the same moment begin in the order of their numbers', async () => {
  const start = (): Promise<unknown> =>
    api.post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
  await Promise.all(Array.from({ length: RUNS }, start));
  const worker = installation.start(['worker', '--workers', '1']);
  const begun = async (): Promise<number[]> =>
    (
      await installation.query<{ number: number }>(
        "SELECT number FROM export_runs WHERE status = 'COMPLETE' ORDER BY started_at",
      )
    ).map(({ number }) => number);
  await until(async () => (await begun()).length === RUNS);
  expect(await begun()).toEqual(Array.from({ length: RUNS }, (_, index) => index + 1));
  worker.child.kill('SIGTERM');
  expect((await worker.result).code).toBe(0);
});
