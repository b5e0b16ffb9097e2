import { expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { shoot, useBrowser } from './support/browser.ts';

const served = useServer({ users: { member: { email: 'mia@example.test' } } });
const browser = useBrowser(served);

const csv = (text: string) => ({ name: 'parts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

it('tells what is wrong by line before anything is written, then imports what is right, headers of their own', async () => {
  const page = await browser.openSignedIn('/import');
  await page.locator('input[type=file]').setInputFiles([csv('Part No,Title,Price\nE2E-1,Plate,dear\n')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('cell', { name: '"Price" is "dear": expected a number' }).waitFor();
  await shoot(page, 'import-problems');
  expect((await served.admin.get<{ count: number }>('/v1/items?number=E2E-*')).body.count).toBe(0);
  await page.getByRole('button', { name: 'Upload something else' }).click();
  await page.locator('input[type=file]').setInputFiles([csv('Part No,Title,Price\nE2E-1,Plate,2\n')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing is wrong.').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('All of it was imported.').waitFor();
  await shoot(page, 'import-done');
  expect((await served.admin.get<{ count: number }>('/v1/items?number=E2E-*')).body.count).toBe(1);
});

it('is for administrators, and says so', async () => {
  const page = await browser.openSignedIn('/import', {}, { email: 'mia@example.test' });
  await page.getByText('Imports are for administrators').waitFor();
});

it('looks as it should', async () => {
  await browser.lookAtAll('import', '/import');
});
