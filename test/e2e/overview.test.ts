import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { define, runToEnd } from '../support/api-client.ts';
import { useBrowser } from './support/browser.ts';

const served = useServer({ sample: true, flags: ['--limits', 'arena'], users: { ada: {} } });
const browser = useBrowser(served);

describe('a workspace in which nothing has run', () => {
  it('is told what to do first, and only administrators that they can import', async () => {
    const page = await browser.openSignedIn('/overview');
    await page.getByRole('heading', { name: 'No export has run yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Import items' }).count()).toBe(1);
    await page.getByRole('link', { name: 'New definition' }).click();
    await page.waitForURL('**/definitions/new');
    const ada = await browser.openSignedIn('/overview', {}, { email: 'ada@example.test' });
    await ada.getByRole('heading', { name: 'No export has run yet' }).waitFor();
    expect(await ada.getByRole('link', { name: 'Import items' }).count()).toBe(0);
  });

  it('looks as it should', async () => {
    await browser.lookAtAll('overview-empty', '/overview', (page) =>
      page.getByRole('heading', { name: 'No export has run yet' }).waitFor(),
    );
  });
});

describe('the figures', () => {
  beforeAll(async () => {
    const definition = await define(served.admin);
    for (let round = 0; round < 3; round += 1) await runToEnd(served.admin, definition);
    await fillMonth();
  });

  it('fit the runs that were made, in numbers and in tables', async () => {
    const page = await browser.openSignedIn('/overview');
    const now = page.getByRole('region', { name: 'Now' });
    await now
      .getByText('999')
      .or(now.getByText(/^9\d\d$/))
      .waitFor();
    const totals = page.getByRole('region', { name: 'In these 30 days' });
    const { body } = await served.admin.get<{ totals: { runs: number; failureRate: number } }>(
      '/v1/overview',
    );
    expect(body.totals.runs).toBeGreaterThan(100);
    await totals.getByText(body.totals.runs.toLocaleString('en'), { exact: true }).waitFor();
    const chart = totals.getByRole('figure').filter({ hasText: 'Runs by day' });
    await chart
      .getByRole('img', { name: new RegExp(`^Runs by day. ${body.totals.runs} runs in 30 days`) })
      .waitFor();
    await chart.getByRole('button', { name: 'Runs by day: Show as a table' }).press('Enter');
    expect(await chart.getByRole('row').count()).toBe(31);
    expect(await chart.getByRole('row').last().getByRole('cell').first().textContent()).toBe('3');
    await chart.getByRole('button', { name: 'Runs by day: Show as a chart' }).click();
    await chart.getByRole('img', { name: /^Runs by day/ }).waitFor();
  });

  it('are of the days that the address says', async () => {
    const page = await browser.openSignedIn('/overview?days=7');
    await page.getByRole('region', { name: 'In these 7 days' }).waitFor();
    await page.getByLabel('Days shown').selectOption('Last year');
    await page.waitForURL('**/overview?days=366');
    await page.getByRole('region', { name: 'In these 366 days' }).waitFor();
    await page.getByLabel('Days shown').selectOption('Last 30 days');
    await page.waitForURL(/\/overview$/);
  });

  it('say what is wrong when the server does not answer, and try again', async () => {
    const page = await browser.openSignedIn('/runs');
    await page.route('**/v1/overview*', (route) =>
      route.fulfill({
        status: 422,
        json: { status: 422, errors: [{ code: 422, message: 'The search takes longer than 30 s.' }] },
      }),
    );
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('alert').getByText('The search takes longer than 30 s.').waitFor();
    await page.unroute('**/v1/overview*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Now' }).waitFor();
  });

  it('look as they should', async () => {
    await browser.lookAtAll('overview', '/overview', drawn);
    await browser.lookAtAll('overview-charts', '/overview', async (page) => {
      await drawn(page);
      await page.getByRole('figure').first().scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Durations by day: Show as a table' }).click();
      await page.getByRole('button', { name: 'Bytes by day: Show as a table' }).scrollIntoViewIfNeeded();
    });
  });
});

const drawn = (page: Page): Promise<void> =>
  page.getByRole('figure').filter({ hasText: 'Bytes by day' }).locator('.recharts-bar').waitFor();

/** A month of runs, as nobody waits for it here. */
async function fillMonth(): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: served.installation.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, completed_at, ended_at)
       SELECT workspace_id, d.id, 'E2E' || n, 100 + n, creator_id, s.status, at,
              CASE WHEN s.status = 'DOWNLOADED' THEN at + (1 + n * n % 97) * interval '0.4 seconds' END, at + interval '1 minute'
       FROM export_definitions d, generate_series(1, 400) n,
            LATERAL (SELECT now() - interval '1 day' - (n % 28) * interval '1 day' AS at) AS moment,
            LATERAL (SELECT CASE WHEN n % 13 = 0 THEN 'FAILED' WHEN n % 29 = 0 THEN 'ABORTED' ELSE 'DOWNLOADED' END AS status) AS s
       WHERE d.workspace_id = $1`,
      [WORKSPACE_ID],
    );
    await client.query(
      `INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
       SELECT id, 'F' || guid, 'x.zip', 'application/zip', 'csv', 40000 + id * 977 % 900000, '\\x00',
              'exports/' || workspace_id || '/' || guid || '/x.zip', completed_at, now() + interval '1 day'
       FROM export_runs WHERE guid LIKE 'E2E%' AND completed_at IS NOT NULL`,
    );
  } finally {
    await client.end();
  }
}
