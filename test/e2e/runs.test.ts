import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { define, runToEnd, type Api, type Definition, type Run } from '../support/api-client.ts';
import { readZipDirectory } from '../support/zip-reader.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { useBrowser } from './support/browser.ts';

/** Of the synthetic workspace: enough that a run of all views takes some seconds. */
const ITEMS = 30_000;
const ALL = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
const FEW = [
  [
    { attribute: 'number', operator: 'STARTS_WITH', value: '900-00001' },
    'AND',
    { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: true },
  ],
];

let installation: OpenInstallation;
let server: TestServer;
let api: Api;
let large: Definition;
let small: Definition;
let done: Run;
let failed: Run;

const served = {
  get url() {
    return server.url;
  },
};
const browser = useBrowser(served);

beforeAll(async () => {
  installation = await createInstallation();
  const seeded = await installation.run(['seed', '--items', String(ITEMS), '--seed', '1']);
  expect(seeded.code, seeded.stderr).toBe(0);
  server = await installation.serve([], { WAYBILL_RUNS_IN_PROGRESS: 'none' });
  api = await loginAs(server, ADMIN_EMAIL);
  const exportViews = ['SPECS', 'BOM', 'SOURCING', 'FILES'];
  large = await define(api, {
    name: 'Everything',
    criteria: ALL,
    options: { exportViews, bomLevels: 'FULL' },
  });
  small = await define(api, {
    name: 'Assemblies',
    criteria: FEW,
    options: { exportViews, bomLevels: 'SINGLE' },
  });
  done = await runToEnd(api, small);
  failed = await runToEnd(api, small);
  await installation.query(
    'DELETE FROM export_run_files WHERE run_id = (SELECT id FROM export_runs WHERE guid = $1)',
    [failed.guid],
  );
  await installation.query(
    `UPDATE export_runs SET status = 'FAILED', completed_at = NULL, error_code = 3149, error_message = $2, views = NULL WHERE guid = $1`,
    [failed.guid, 'Exports that generate over 100000 lines cannot include BOM or FILES as exportViews.'],
  );
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const addressOf = (definition: Definition, run: Run): string => `/runs/${definition.guid}/${run.guid}`;

describe('runs', () => {
  it('end before one’s eyes; the file is downloaded and opened, and the list says so', async () => {
    const { body: run } = await api.post<Run>(
      `/v1/exports/${large.guid}/runs`,
      {},
      { Prefer: 'respond-async' },
    );
    const page = await browser.openSignedIn('/runs');
    const row = rowOf(page, `Everything, run ${run.number}`);
    await row.getByText('Complete').waitFor({ timeout: 100_000 });
    await row.getByText(ITEMS.toLocaleString('en')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: /^Download the file/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Everything Export Results.zip');
    const file = path.join(installation.dir, 'downloaded.zip');
    await download.saveAs(file);
    const { members } = await readZipDirectory(file);
    expect(members.map(({ name }) => String(name))).toEqual([
      'SPECS.csv',
      'BOM.csv',
      'SOURCING.csv',
      'FILES.csv',
    ]);
    expect((await readFile(file)).length).toBeGreaterThan(100_000);
    await row.getByText('Downloaded').waitFor();
  });

  it('look as they should', async () => {
    await browser.lookAtAll('runs', '/runs', (page) => rowOf(page, 'Assemblies, run 1').waitFor());
    await browser.lookAtAll('runs-none', '/runs?number=77', (page) =>
      page.getByText('No run fits').waitFor(),
    );
  });
});

describe('a run', () => {
  it('that failed says why, and what to do', async () => {
    const page = await browser.openSignedIn(addressOf(small, failed));
    const alert = page.getByRole('alert');
    await alert.getByText('cannot include BOM or FILES').waitFor();
    await alert.getByText('Leave out the views BOM and FILES').waitFor();
  });

  it('of somebody else is refused in words', async () => {
    await installation.addUser({ email: 'colleague@example.test' });
    const page = await browser.openSignedIn(addressOf(small, done), {}, { email: 'colleague@example.test' });
    await page.getByRole('alert').getByText('do not have privileges').waitFor();
    await page.getByRole('link', { name: 'All runs' }).click();
    await rowOf(page, 'Assemblies, run 1').waitFor();
    expect(await page.getByRole('link', { name: /^Assemblies, run/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Download/ }).count()).toBe(0);
  });
});
