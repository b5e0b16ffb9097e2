import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { define, runToEnd, type Paged, type Run } from '../support/api-client.ts';
import { slowDown } from '../support/slow-copy.ts';
import { readZipDirectory } from '../support/zip-reader.ts';
import { tabTo, useBrowser } from './support/browser.ts';
import { makeFail, rowOf, storeRuns, useRuns, VIEWS, watchProgress } from './support/runs.ts';

/** Of the synthetic workspace. */
const ITEMS = 3_000;
/** Seconds for each row that is looked at: a run of some assemblies goes on for long enough to be seen. */
const SLOWLY = 0.004;
const EVENTS = '**/v1/runs/events';
const STORED = 10_000;

const world = useRuns(ITEMS);
const browser = useBrowser(world);

beforeAll(async () => {
  await runToEnd(world.api, world.small);
  const failed = await runToEnd(world.api, world.small);
  await makeFail(world, failed);
  await world.installation.query('UPDATE export_runs SET created_at = $2 WHERE guid = $1', [
    failed.guid,
    '2020-02-03T10:00:00Z',
  ]);
});

describe('runs', () => {
  it('go on and end before one’s eyes; the file is downloaded and opened, and the list says so', async () => {
    const page = await browser.openSignedIn('/runs');
    await page.getByText('Live', { exact: true }).waitFor();
    // However fast the machine: one of its views takes some seconds.
    const restore = await slowDown(world.installation, 0.001, 'source_relationships');
    const run = await world.begin(world.large);
    const name = `Everything, run ${run.number}`;
    const row = rowOf(page, name);
    const seen = await watchProgress(page, name);
    await row.getByText('Complete').waitFor({ timeout: 100_000 });
    await restore();
    const told = await seen();
    expect(new Set(told).size, told.join('\n')).toBeGreaterThan(1);
    expect(told.at(-1)).toMatch(/^Writing rows, [\d,]+ of about [\d,]+ rows|^Finishing the file/);
    await row.getByText(ITEMS.toLocaleString('en')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: /^Download the file/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Everything Export Results.zip');
    const file = path.join(world.installation.dir, 'downloaded.zip');
    await download.saveAs(file);
    const { members } = await readZipDirectory(file);
    expect(members.map(({ name: member }) => String(member))).toEqual(VIEWS.map((view) => `${view}.csv`));
    expect((await readFile(file)).length).toBeGreaterThan(100_000);
    await row.getByText('Downloaded').waitFor();
  });

  it('move without events too: the page asks, and is live again when they come', async () => {
    const restore = await slowDown(world.installation, SLOWLY);
    const page = await browser.openSignedIn('/definitions');
    await page.route(EVENTS, (route) => route.abort());
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByText('Every 5 seconds').waitFor();
    const run = await world.begin(world.small);
    const name = `Assemblies, run ${run.number}`;
    await rowOf(page, name).getByRole('progressbar').waitFor();
    await rowOf(page, name).getByText('Complete').waitFor({ timeout: 60_000 });
    await restore();
    await page.unroute(EVENTS);
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 60_000 });
  });

  it('are aborted by keyboard: Escape keeps them running', async () => {
    const restore = await slowDown(world.installation, SLOWLY);
    const run = await world.begin(world.small);
    const name = `Assemblies, run ${run.number}`;
    const page = await browser.openSignedIn('/runs');
    await rowOf(page, name).getByText('Running').waitFor();
    const askToAbort = async (): Promise<void> => {
      await tabTo(page, `Actions for ${name}`);
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Abort' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'Abort');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Abort this run?' }).waitFor();
      await tabTo(page, 'Keep it running');
    };
    await askToAbort();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await world.api.get<Run>(`/v1/exports/${world.small.guid}/runs/${run.guid}`)).body.status).toBe(
      'RUNNING',
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      `Actions for ${name}`,
    );
    await askToAbort();
    await tabTo(page, 'Abort');
    await page.keyboard.press('Enter');
    await rowOf(page, name).getByText('Aborted').waitFor();
    await restore();
  });

  it('are filtered as the address says it to the API, until the filters are cleared', async () => {
    const page = await browser.openSignedIn('/runs');
    const count = page.getByRole('main').getByRole('status');
    const all = (await world.api.get<Paged<Run>>('/v1/runs')).body.count;
    await count.getByText(`${all} runs`).waitFor();
    const expectShown = async (names: string[]): Promise<void> => {
      for (const loaded of [false, true]) {
        if (loaded) await page.reload();
        const shown = page.getByRole('row').getByRole('link', { name: /^(?!Download).*, run \d+$/ });
        await expect.poll(() => shown.allTextContents()).toEqual(names);
        const { body } = await world.api.get<Paged<Run>>(`/v1/runs${new URL(page.url()).search}`);
        expect(body.count).toBe(names.length);
        await count.getByText(names.length === 1 ? 'one run' : `${names.length} runs`).waitFor();
      }
    };
    await page.getByLabel('Status').selectOption('Failed');
    await page.waitForURL('**/runs?status=FAILED');
    await expectShown(['Assemblies, run 2']);
    await page.getByLabel('Definition').selectOption(`Everything (${world.large.number})`);
    await page.getByText('No run fits these filters').waitFor();
    await page.getByLabel('Status').selectOption('Any status');
    await page.waitForURL(`**/runs?export.guid=${world.large.guid}`);
    await expectShown(['Everything, run 1']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL(/\/runs$/);
    await count.getByText(`${all} runs`).waitFor();
    await page.getByRole('button', { name: 'More filters' }).click();
    // In the zone of the reader: Berlin.
    await page.getByLabel('Accepted from').fill('2020-02-03T11:00:00');
    await page.getByLabel('Accepted until').fill('2020-02-03T11:00:01');
    await page.waitForURL(/creationDateTimeTo/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      creationDateTimeFrom: '2020-02-03T10:00:00Z',
      creationDateTimeTo: '2020-02-03T10:00:01Z',
    });
    await expectShown(['Assemblies, run 2']);
    expect(await page.getByLabel('Accepted from').inputValue()).toMatch('2020-02-03T11:00');
    await page.getByLabel('Number', { exact: true }).fill('1');
    await page.getByText('No run fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL(/\/runs$/);
    await count.getByText(`${all} runs`).waitFor();
    expect(await page.getByLabel('Accepted from').inputValue()).toBe('');
  });

  it('are started from a terminal by what was copied, with a token in its place', async () => {
    const definition = await define(world.api, { name: 'Whatever is asked for', criteria: [] });
    const criteria = [[{ attribute: 'name', operator: 'IS_EQUAL_TO', value: `d'or "quoted" \\ $HOME` }]];
    await runToEnd(world.api, definition, { criteria });
    const page = await browser.openSignedIn('/runs');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await rowOf(page, `${definition.name}, run 1`).getByRole('button', { name: 'Actions for' }).click();
    await page.getByRole('menuitem', { name: 'Copy as curl' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl -X POST 'http/);
    const command = `${copied.replace('YOUR_TOKEN', world.api.token!)} --silent --show-error --fail-with-body`;
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    expect(JSON.parse(stdout)).toMatchObject({ number: 2, criteria });
    await page.keyboard.press('Escape');
    await rowOf(page, `${definition.name}, run 2`).waitFor();
  });

  it('look as they should', { timeout: 300_000 }, async () => {
    await browser.lookAtAll('runs', '/runs', (page) => rowOf(page, 'Assemblies, run 1').waitFor());
    await browser.lookAtAll('runs-filtered', '/runs?creationDateTimeFrom=2020-01-01T00:00:00Z', (page) =>
      rowOf(page, 'Assemblies, run 1').waitFor(),
    );
    await browser.lookAtAll('runs-none', '/runs?number=77', (page) =>
      page.getByText('No run fits').waitFor(),
    );
  });
});

it(
  'ten thousand runs are scrolled through: only those in sight are in the document',
  { timeout: 300_000 },
  async () => {
    const definition = await define(world.api, { name: 'Nightly' });
    await storeRuns(world, definition, STORED);
    const page = await browser.openSignedIn(`/runs?export.guid=${definition.guid}`);
    const rows = page.getByRole('row');
    await page.getByText(`${STORED.toLocaleString('en')} runs`).waitFor();
    await rowOf(page, `Nightly, run ${STORED}`).waitFor();
    const last = rowOf(page, 'Nightly, run 1').filter({ has: page.getByRole('link', { name: /run 1$/ }) });
    const rowNow = async (): Promise<number> => Number(await rows.last().getAttribute('aria-rowindex'));
    const most = [];
    for (let at = await rowNow(); at < STORED + 1;) {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect.poll(rowNow, { interval: 20 }).toBeGreaterThan(at);
      at = await rowNow();
      most.push(await rows.count());
    }
    await last.waitFor();
    await page.getByText('That is the first run of all').waitFor();
    expect(Math.max(...most)).toBeLessThan(100);
    expect(most.length).toBeGreaterThan(50);
    await page.keyboard.press('Home');
    await rowOf(page, `Nightly, run ${STORED}`).waitFor();
  },
);
