import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { define, waitForStatus, type Api, type Run } from '../support/api-client.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { slowDown } from '../support/slow-copy.ts';
import { until } from '../support/until.ts';
import { ALL_ITEMS } from '../support/view-records.ts';

/** SPECS comes at once; what follows takes three seconds or so before its first row. */
const ITEMS = 2_000;
const SLOWLY = 0.001;

let installation: OpenInstallation;
let server: TestServer;
let api: Api;

beforeAll(async () => {
  installation = await createInstallation();
  expect((await installation.run(['seed', '--items', String(ITEMS), '--seed', '1'])).code).toBe(0);
  server = await installation.serve();
  api = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

it('a burst of rows is told of whole, while nothing follows it', async () => {
  const definition = await define(api, {
    criteria: ALL_ITEMS,
    options: { exportViews: ['SPECS', 'SOURCING'] },
  });
  const restore = await slowDown(installation, SLOWLY, 'source_relationships');
  try {
    const runs = `/v1/exports/${definition.guid}/runs`;
    const { body: run } = await api.post<Run>(runs, {}, { Prefer: 'respond-async' });
    const seen: unknown[] = [];
    await until(async () => {
      const { body } = await api.get<Run>(`${runs}/${run.guid}?view=full`);
      const rows = (body.waybill?.['progress'] as { rowsWritten: number } | null)?.rowsWritten;
      if (body.status === 'RUNNING' && rows !== undefined) seen.push(rows);
      return body.status === 'COMPLETE' || rows === ITEMS;
    });
    expect(seen.at(-1)).toBe(ITEMS);
    await waitForStatus(api, `${runs}/${run.guid}`, ['COMPLETE']);
  } finally {
    await restore();
  }
});
