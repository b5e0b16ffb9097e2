import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { shoot, useBrowser } from './support/browser.ts';
import { LARGE_BOM, LARGE_LINES, largeBomRecords, SMALL_BOM } from './support/large-bom.ts';

const served = useServer({ sample: true, bundle: largeBomRecords() });
const browser = useBrowser(served);

/** "Model 300" of the sample workspace, five BOM levels deep, and its effective revision. */
const MODEL = 'AZZKGMFZVB4KNTF33TSR';
const DRAWING = 'J7A52G8N6GSBPC02S7H1';
const FRONT_VIEW = 'E63R50AU1XK81F9Q3T1L';

const focused = (page: Page) => page.locator('[role="row"]:focus');
const numberOf = async (page: Page): Promise<string> =>
  (await focused(page).getByRole('link').textContent()) ?? '';

/** Milliseconds of the median frame while the BOM is scrolled through, the whole of the small one and as much of another. */
function frameOfScrolling(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const box = document.querySelector('[role="treegrid"]')!;
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 100; frame += 1) {
      box.scrollTop += 100;
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.toSorted((a, b) => a - b)[50]!;
  });
}

describe('items', () => {
  it('are searched by words and filters, which stand in the address', async () => {
    const page = await browser.openSignedIn('/items');
    await page.getByRole('heading', { name: 'Items', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('model 300');
    await page.waitForURL(/search=model\+300/);
    await page.getByRole('link', { name: '900-00001' }).waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Number', { exact: true }).fill('900-*');
    await page.waitForURL(/number=900-\*|number=900-%2A/);
    await expect
      .poll(() => page.getByRole('link', { name: /^\d{3}-/ }).allTextContents())
      .toContain('900-00001');
    await expect
      .poll(async () =>
        (await page.getByRole('link', { name: /^\d{3}-/ }).allTextContents()).every((one) =>
          one.startsWith('900-'),
        ),
      )
      .toBe(true);
    await page.reload();
    await page.getByRole('link', { name: '900-00001' }).waitFor();
    expect(await page.getByLabel('Search items').inputValue()).toBe('model 300');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.getByLabel('Search items').inputValue()).toBe('');
    await page.getByLabel('Search items').fill('no such item');
    await page.getByText('No item matches').waitFor();
  });

  it('show what the server refuses', async () => {
    const page = await browser.openSignedIn('/items?colour=red');
    await page.getByRole('alert').getByText('The attribute "colour" is not searchable.').waitFor();
    await page.getByRole('button', { name: 'Remove the filter colour' }).click();
    await page.getByRole('link').filter({ hasText: /^100-/ }).first().waitFor();
    await page.goto(`${served.url}/items/NOBODY`);
    await page.getByRole('alert').getByText('The guid "NOBODY" is not valid.').waitFor();
  });

  it('are opened with all their attributes, under each of their revisions', async () => {
    const page = await browser.openSignedIn('/items?number=900-00001');
    await page.getByRole('link', { name: '900-00001' }).click();
    await page.getByRole('heading', { name: '900-00001 Model 300', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Attributes of your workspace' }).waitFor();
    const { body } = await served.admin.get<{ additionalAttributes: { name: string }[] }>(
      `/v1/items/${MODEL}`,
    );
    const terms = await page.locator('dt').allTextContents();
    for (const { name } of body.additionalAttributes) expect(terms).toContain(name);
    await page.getByRole('tab', { name: 'Revisions' }).click();
    await page.getByRole('button', { name: 'Show revision A (superseded)' }).click();
    await page.waitForURL(/revisionNumber=A/);
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Revision shown' }).inputValue())
      .toBe('A (superseded)');
    const exporting = page.getByRole('link', { name: 'Export this item' });
    expect(await exporting.getAttribute('href')).toBe(
      '/definitions/new?where=number+IS_EQUAL_TO+%22900-00001%22',
    );
  });

  it('say where they are used and from whom they come', async () => {
    const page = await browser.openSignedIn('/items?number=800-00012');
    await page.getByRole('link', { name: '800-00012' }).click();
    await page.getByRole('tab', { name: 'Where used' }).click();
    await page.getByRole('link', { name: '800-00001' }).click();
    await page.getByRole('heading', { name: /^800-00001/, level: 1 }).waitFor();
    await page.goto(`${served.url}/items?search=TP-L15M-72`);
    await page
      .locator('main')
      .getByRole('link', { name: /^\d{3}-/ })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Sourcing' }).click();
    await page.getByRole('cell', { name: 'TP-L15M-72', exact: true }).first().waitFor();
  });
});

describe('the BOM', () => {
  it('opens five levels down by keyboard, and closes again', async () => {
    const page = await browser.openSignedIn(`/items/${MODEL}?tab=bom`);
    const tree = page.getByRole('treegrid', { name: 'BOM of 900-00001' });
    await tree.getByText('800-00001').waitFor();
    await tree.locator('[role="row"][tabindex="0"]').focus();
    for (const [level, number] of [
      '800-00001',
      '800-00012',
      '600-00001',
      '600-00010',
      '500-00002',
    ].entries()) {
      // Down to the assembly of this level, then into it.
      for (let step = 0; (await numberOf(page)) !== number; step += 1) {
        expect(step).toBeLessThan(60);
        await page.keyboard.press('ArrowDown');
      }
      expect(await focused(page).getAttribute('aria-level')).toBe(String(level + 1));
      if (level === 4) break;
      expect(await focused(page).getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => focused(page).getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => focused(page).getAttribute('aria-level')).toBe(String(level + 2));
      await focused(page).getByRole('link').waitFor();
    }
    await shoot(page, 'items-bom-five-levels');
    for (const parent of ['600-00010', '600-00001', '800-00012', '800-00001']) {
      await page.keyboard.press('ArrowLeft');
      if ((await numberOf(page)) !== parent) await page.keyboard.press('ArrowLeft');
      expect(await numberOf(page)).toBe(parent);
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page).getAttribute('aria-expanded')).toBe('false');
    }
    await page.keyboard.press('End');
    expect(await numberOf(page)).toBe('100-00001');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^800-00001/, level: 1 }).waitFor();
  });

  it('of ten thousand lines in five levels has only what is seen in the document, and stays fluid', async () => {
    const page = await browser.openSignedIn(`/items/${LARGE_BOM.guid}?tab=bom`);
    const tree = page.getByRole('treegrid', { name: `BOM of ${LARGE_BOM.number}` });
    await tree.getByText('LARGE-1').waitFor();
    for (const level of [1, 2, 3, 4]) {
      const row = tree.getByRole('row').filter({ has: page.getByRole('link', { name: `LARGE-${level}` }) });
      await row.focus();
      await page.keyboard.press('ArrowRight');
      await tree
        .locator(`[aria-level="${level + 1}"]`)
        .first()
        .waitFor();
    }
    const total = LARGE_LINES + 4 * 10;
    expect(total).toBe(10_000);
    await expect.poll(() => tree.getAttribute('aria-rowcount')).toBe(String(total + 1));
    const rowCount = (): Promise<number> => tree.getByRole('row').count();
    expect(await rowCount()).toBeLessThan(80);

    const small = await browser.openSignedIn(`/items/${SMALL_BOM.guid}?tab=bom`);
    await small.getByRole('treegrid').getByText('R1', { exact: true }).waitFor();
    // A frame costs what is seen, however much there is: no more than of a BOM that is thirty times smaller.
    const [ofSmall, ofLarge] = [await frameOfScrolling(small), await frameOfScrolling(page)];
    expect(ofLarge).toBeLessThan(2 * Math.max(ofSmall, 16));
    expect(await rowCount()).toBeLessThan(80);

    await tree.locator('[role="row"][tabindex="0"]').focus();
    await page.keyboard.press('End');
    await tree
      .locator(`[role="row"][aria-rowindex="${total + 1}"]`)
      .getByText(`R${LARGE_LINES}`)
      .waitFor();
    expect(await focused(page).getAttribute('aria-posinset')).toBe(String(LARGE_LINES));
    expect(await rowCount()).toBeLessThan(80);
    await page.keyboard.press('Home');
    await expect.poll(() => numberOf(page)).toBe('LARGE-1');
  });

  it('of two revisions are compared', async () => {
    const page = await browser.openSignedIn(`/items/${MODEL}?tab=compare`);
    await page.getByText('1 added').waitFor();
    await page.getByText('1 removed').waitFor();
    await page.getByRole('row').filter({ hasText: '600-00011' }).getByText('removed').waitFor();
    await page.getByRole('row').filter({ hasText: '800-00006' }).getByText('added').waitFor();
    await page.getByLabel('Unchanged lines too').check();
    await page.getByRole('row').filter({ hasText: '800-00005' }).getByText('unchanged').waitFor();
    await page.getByRole('button', { name: 'Swap the two revisions' }).click();
    await page.getByRole('row').filter({ hasText: '600-00011' }).getByText('added').waitFor();
    await page.waitForURL(/from\.revisionStatus=EFFECTIVE/);
  });
});

describe('files', () => {
  it('are shown when they are pictures', async () => {
    const page = await browser.openSignedIn(`/items/${MODEL}?tab=files`);
    await page.getByRole('button', { name: 'Preview model-300-front-view.png' }).click();
    const image = page.getByRole('dialog').getByRole('img', { name: 'model-300-front-view.png' });
    await image.waitFor();
    await expect
      .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await page.waitForURL(new RegExp(`file=${FRONT_VIEW}`));
    await shoot(page, 'items-preview-image');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('are shown when they are PDFs, and downloaded', async () => {
    const page = await browser.openSignedIn(`/items/${MODEL}?tab=files&file=${DRAWING}`);
    const frame = page.getByRole('dialog').locator('iframe');
    await frame.waitFor();
    // The browser's own viewer, in the frame.
    await expect
      .poll(() => page.frames().some((one) => one.url().startsWith('chrome-extension://')))
      .toBe(true);
    await shoot(page, 'items-preview-pdf');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('model-300-assembly-drawing.pdf');
  });
});

describe('looks as it should', () => {
  const waitForRows = (page: Page) => page.locator('main').getByRole('row').nth(1).waitFor();

  it('the search', async () => {
    await browser.lookAtAll('items', '/items?search=model&isAssembly=true', waitForRows);
  });

  it.each(['specs', 'bom', 'whereused', 'sourcing', 'files', 'revisions', 'compare'])(
    'an item: %s',
    async (tab) => {
      const item = { whereused: '800-00012', sourcing: '500-00002' }[tab];
      const { body } = await served.admin.get<{ results: { guid: string }[] }>(
        `/v1/items?number=${item ?? '900-00001'}`,
      );
      await browser.lookAtAll(`item-${tab}`, `/items/${body.results[0]!.guid}?tab=${tab}`, async (page) => {
        if (tab === 'specs') await page.locator('dl').first().waitFor();
        else await waitForRows(page);
      });
    },
  );

  it('a picture', async () => {
    await browser.lookAtAll('item-picture', `/items/${MODEL}?tab=files&file=${FRONT_VIEW}`, (page) =>
      page.getByRole('dialog').getByRole('img', { name: 'model-300-front-view.png' }).waitFor(),
    );
  });
});
