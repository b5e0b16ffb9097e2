import { beforeAll, expect, it } from 'vitest';
import { fileUrlOf, runToEnd, type Paged, type Run, type RunFile } from '../support/api-client.ts';
import { slowDown } from '../support/slow-copy.ts';
import { tabTo, useBrowser } from './support/browser.ts';
import { addressOf, makeFail, rowOf, useRuns, VIEWS } from './support/runs.ts';

const ITEMS = 3_000;
/** Seconds for each row that is looked at: a run goes on until somebody aborts it. */
const SLOWLY = 0.05;
const PREVIEW_ROWS = 100;

const world = useRuns(ITEMS);
const browser = useBrowser(world);
let done: Run;
let failed: Run;

beforeAll(async () => {
  done = await runToEnd(world.api, world.small);
  failed = await runToEnd(world.api, world.small);
  await makeFail(world, failed);
});

it('that is done says when and of what it was, what is in its file, and the first rows of that', async () => {
  const path = `/v1/exports/${world.small.guid}/runs/${done.guid}`;
  const { waybill } = (await world.api.get<Run>(`${path}?view=full`)).body;
  const views = waybill!['views'] as { name: string; rows: number }[];
  const file = (await world.api.get<RunFile>(fileUrlOf(world.small, done))).body;
  const members = (
    await world.api.get<Paged<{ name: string; crc32: string }>>(`${fileUrlOf(world.small, done)}/members`)
  ).body.results;
  const page = await browser.openSignedIn(addressOf(world.small, done));
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  for (const step of ['Accepted and queued', 'Taken up by a worker', 'Records read', 'File complete'])
    await part('Timeline').getByText(step).waitFor();
  await part('Timeline').getByText('File expires').waitFor();
  await part('Criteria').getByText('starts with').waitFor();
  await part('Criteria')
    .getByText('number STARTS_WITH "900-00001" AND isAssembly IS_EQUAL_TO true')
    .waitFor();
  await part('Rows and bytes by view').locator('.recharts-bar-rectangle').first().waitFor();
  for (const { name, rows } of views)
    await part('Rows and bytes by view')
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('cell', { name: rows.toLocaleString('en'), exact: true })
      .waitFor();
  await part('File').getByText(file.sha256).waitFor();
  await part('File')
    .getByRole('row', { name: 'Kept until' })
    .getByText(/20\d\d/)
    .waitFor();
  expect(members.map(({ name }) => name)).toEqual(VIEWS.map((view) => `${view}.csv`));
  for (const { name, crc32 } of members)
    await part('File').getByRole('row').filter({ hasText: name }).getByText(crc32).waitFor();
  await part('File').getByRole('button', { name: 'Show rows of BOM.csv' }).click();
  await page.waitForURL('**?member=BOM.csv');
  const preview = page.getByRole('region', { name: 'First rows of BOM.csv' });
  await preview.waitFor();
  const headers = await preview.getByRole('columnheader').allTextContents();
  expect(headers).toContain('item.number');
  const rows = (await preview.getByRole('row').count()) - 1;
  expect(rows).toBe(Math.min(PREVIEW_ROWS, views.find(({ name }) => name === 'BOM')!.rows));
  await page.getByText(`The first ${PREVIEW_ROWS} rows. Download the file for the rest.`).waitFor();
  await page.reload();
  await preview.waitFor();
});

it('is found and downloaded by keyboard alone', async () => {
  const page = await browser.openSignedIn('/runs');
  await rowOf(page, 'Assemblies, run 1').waitFor();
  await tabTo(page, 'Assemblies, run 1');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Assemblies, run 1' }).waitFor();
  await tabTo(page, 'Download');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('Assemblies Export Results.zip');
  await page.getByRole('region', { name: 'Timeline' }).getByText('Downloaded').waitFor();
});

it('is aborted while it runs, says what to do, and is run again', async () => {
  const restore = await slowDown(world.installation, SLOWLY);
  const run = await world.begin(world.small);
  const page = await browser.openSignedIn(addressOf(world.small, run));
  const abort = page.getByRole('button', { name: 'Abort', exact: true });
  await page.getByText('Is being written').waitFor();
  await page.getByRole('progressbar', { name: `Progress of Assemblies, run ${run.number}` }).waitFor();
  await abort.click();
  await page.getByRole('dialog').getByText('it can be run again').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await abort.evaluate((button) => button === document.activeElement)).toBe(true);
  await abort.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abort' }).click();
  await page.getByText('There is no file; run it again to get one.').waitFor();
  await page.getByRole('main').getByText('Aborted', { exact: true }).first().waitFor();
  await expect.poll(() => abort.count()).toBe(0);
  expect((await world.api.get<Run>(`/v1/exports/${world.small.guid}/runs/${run.guid}`)).body.status).toBe(
    'ABORTED',
  );
  await restore();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('heading', { level: 1, name: `Assemblies, run ${run.number + 1}` }).waitFor();
  await page.getByText('File complete').waitFor();
});

it('that failed says why, and what to do', async () => {
  const page = await browser.openSignedIn(addressOf(world.small, failed));
  const alert = page.getByRole('alert');
  await alert.getByText('cannot include BOM or FILES').waitFor();
  await alert.getByText('Leave out the views BOM and FILES').waitFor();
});

it('of somebody else is refused in words', async () => {
  await world.installation.addUser({ email: 'colleague@example.test' });
  const page = await browser.openSignedIn(
    addressOf(world.small, done),
    {},
    { email: 'colleague@example.test' },
  );
  await page.getByRole('alert').getByText('do not have privileges').waitFor();
  await page.getByRole('link', { name: 'All runs' }).click();
  await rowOf(page, 'Assemblies, run 1').waitFor();
  expect(await page.getByRole('link', { name: /^Assemblies, run/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Download/ }).count()).toBe(0);
});

it('looks as it should, at both ends', { timeout: 300_000 }, async () => {
  const address = addressOf(world.small, done);
  await browser.lookAtAll('run-done', `${address}?member=FILES.csv`, (page) =>
    page.getByRole('heading', { name: 'First rows of FILES.csv' }).waitFor(),
  );
  await browser.lookAtAll('run-done-end', address, async (page) => {
    await page.getByText('The first 100 rows').waitFor();
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  });
  await browser.lookAtAll('run-failed', addressOf(world.small, failed), (page) =>
    page.getByRole('alert').waitFor(),
  );
});
