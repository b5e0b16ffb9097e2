import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { uploadFiles, perform } from '../support/imports.ts';
import { zipOf } from '../support/zips.ts';
import { shoot, tabTo, useBrowser } from './support/browser.ts';

const served = useServer({ users: { member: { email: 'mia@example.test' } } });
const browser = useBrowser(served);

const csv = (text: string) => ({ name: 'parts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const chooser = (page: Page) => page.locator('input[type=file]');
const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });
const count = async (number: string): Promise<number> =>
  (await served.admin.get<{ count: number }>(`/v1/items?number=${number}`)).body.count;

it('tells what is wrong by line before anything is written, then imports what is right, headers of their own', async () => {
  const page = await browser.openSignedIn('/import');
  await chooser(page).setInputFiles([csv('Part No,Title,Price\nE2E-1,Plate,dear\n')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('cell', { name: '"Price" is "dear": expected a number' }).waitFor();
  expect(await importButton(page).count()).toBe(0);
  expect(await count('E2E-*')).toBe(0);
  await page.getByRole('button', { name: 'Upload something else' }).click();
  await chooser(page).setInputFiles([csv('Part No,Title,Price\nE2E-1,Plate,2\n')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing is wrong.').waitFor();
  await importButton(page).click();
  await page.getByText('All of it was imported.').waitFor();
  expect(await count('E2E-*')).toBe(1);
});

it('takes a bundle that is dropped: everything wrong by file and line first, then all of it', async () => {
  const page = await browser.openSignedIn('/import');
  const drop = async (name: string, files: Readonly<Record<string, string>>): Promise<void> => {
    const data = await page.evaluateHandle(
      ({ bytes, name: fileName }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], fileName, { type: 'application/zip' }));
        return transfer;
      },
      { bytes: [...zipOf(files)], name },
    );
    await chooser(page).locator('..').dispatchEvent('drop', { dataTransfer: data });
  };
  const right = {
    'SPECS.csv': 'number,name\nZIP-1,Frame\nZIP-2,Bolt\n',
    'BOM.csv': 'parent.number,item.number,lineNumber,quantity\nZIP-1,ZIP-2,1,4\n',
  };
  await drop('wrong.zip', {
    ...right,
    'BOM.csv': 'parent.number,item.number,lineNumber,quantity\nZIP-1,ZIP-2,1,4\nZIP-1,ZIP-9,2,many\n',
  });
  await page.getByRole('button', { name: 'Check' }).click();
  const problem = page.getByRole('row').filter({ hasText: '"quantity" is "many"' });
  await problem.getByRole('cell', { name: 'BOM.csv' }).waitFor();
  await problem.getByRole('cell', { name: '3', exact: true }).waitFor();
  expect(await count('ZIP-*')).toBe(0);
  await page.getByRole('button', { name: 'Upload something else' }).click();
  await drop('right.zip', right);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing is wrong.').waitFor();
  expect(await count('ZIP-*')).toBe(0);
  const items = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'items', exact: true }) });
  expect(await items.getByRole('cell').allTextContents()).toEqual(['items', '2', '0', '0']);
  await importButton(page).click();
  await page.getByText('All of it was imported.').waitFor();
  expect(await count('ZIP-*')).toBe(2);
});

it('imports only what was checked: after a column stands for something else it is checked anew', async () => {
  const page = await browser.openSignedIn('/import');
  await chooser(page).setInputFiles([csv('number,name,Remark\nMAP-1,Plate,Sturdy\n')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing is wrong.').waitFor();
  expect(await importButton(page).isEnabled()).toBe(true);
  const remark = page.getByRole('combobox', { name: 'Column Remark stands for' });
  await remark.click();
  await page.getByRole('option', { name: 'description', exact: true }).click();
  const why = page.getByText('What columns stand for has changed since the check: check again.');
  await why.waitFor();
  expect(await importButton(page).isDisabled()).toBe(true);
  await shoot(page, 'import-changed');
  await page.getByRole('button', { name: 'Check' }).click();
  await why.waitFor({ state: 'detached' });
  await importButton(page).click();
  await page.getByText('All of it was imported.').waitFor();
  const { body } = await served.admin.get<{ results: { guid: string }[] }>('/v1/items?number=MAP-1');
  const item = await served.admin.get<{ description: string }>(`/v1/items/${body.results[0]!.guid}`);
  expect(item.body.description).toBe('Sturdy');
});

it('goes by keyboard alone', async () => {
  const page = await browser.openSignedIn('/import');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // From here on, as the browser takes a moment to hand its dialogs over.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Drop a bundle (zip) or CSV files here, or press Enter to choose them');
  await page.keyboard.press('Enter');
  const dialog = await chooser;
  await dialog.setFiles([csv('Part No,Title\nKEY-1,Plate\n')]);
  await page.getByRole('button', { name: 'Check' }).waitFor();
  await tabTo(page, 'Column Title stands for');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('descr');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Check');
  await page.keyboard.press('Enter');
  await importButton(page).waitFor();
  await tabTo(page, 'Column Title stands for');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('name');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const why = page.getByText('What columns stand for has changed since the check: check again.');
  await why.waitFor();
  await tabTo(page, 'Check');
  await page.keyboard.press('Enter');
  await why.waitFor({ state: 'detached' });
  await page.getByText('Nothing is wrong.').waitFor();
  await tabTo(page, 'Import');
  await page.keyboard.press('Enter');
  await page.getByText('All of it was imported.').waitFor();
  expect(await count('KEY-*')).toBe(1);
});

it('shows thousands of problems, of which only those in sight are in the document', async () => {
  const PROBLEMS = 5_000;
  const lines = Array.from({ length: PROBLEMS }, (_, index) => `MANY-${index},Plate,dear`);
  const page = await browser.openSignedIn('/import');
  await chooser(page).setInputFiles([csv(['number,name,standardCost', ...lines, ''].join('\n'))]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(`${PROBLEMS.toLocaleString('en')} problems`).waitFor();
  const table = page.getByRole('table', { name: 'Problems' });
  const box = page.getByRole('region', { name: 'Problems' });
  const rows = table.getByRole('row');
  await table.getByRole('cell', { name: '2', exact: true }).waitFor();
  expect(await table.getAttribute('aria-rowcount')).toBe(String(PROBLEMS + 1));
  await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await table.getByRole('cell', { name: String(PROBLEMS + 1), exact: true }).waitFor();
  expect(await rows.count()).toBeLessThan(100);
  await box.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await table.getByRole('cell', { name: String(PROBLEMS / 2), exact: true }).waitFor();
  expect(await rows.count()).toBeLessThan(100);
  expect(await count('MANY-*')).toBe(0);
});

it('is for administrators, and says so', async () => {
  const page = await browser.openSignedIn('/import', {}, { email: 'mia@example.test' });
  await page.getByText('Imports are for administrators').waitFor();
});

it('looks as it should, from the upload to the end', { timeout: 400_000 }, async () => {
  const begin = async (text: string): Promise<string> =>
    (await uploadFiles(served.admin, [{ name: 'parts.csv', text }])).body.guid;
  const mapping = { files: [{ name: 'parts.csv', view: 'SPECS' }] };
  const right = await begin('number,name,Remark\nLOOK-1,Plate,Sturdy\nLOOK-2,Bolt,\n');
  const wrong = await begin(
    `number,name,standardCost\n${Array.from({ length: 60 }, (_, index) => `LOOK-${index},Plate,${'very '.repeat(index % 40)}dear`).join('\n')}\n`,
  );
  const address = (guid: string): string => `/import?import=${guid}`;
  const check = (page: Page) => page.getByRole('button', { name: 'Check' }).waitFor();
  await browser.lookAtAll('import', '/import');
  await browser.lookAtAll('import-mapping', address(right), check);
  await perform(served.admin, `${wrong}/check`, mapping);
  await browser.lookAtAll('import-problems', address(wrong), check);
  await perform(served.admin, `${right}/check`, mapping);
  await browser.lookAtAll('import-checked', address(right), check);
  await perform(served.admin, `${right}/commit`);
  await browser.lookAtAll('import-done', address(right), (page) =>
    page.getByText('All of it was imported.').waitFor(),
  );
});
