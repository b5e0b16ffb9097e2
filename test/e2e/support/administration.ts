import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestBrowser } from './browser.ts';

export const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** Opens what a button asks with, does it, and waits until the page says so. */
export async function confirm(page: Page, button: string, label: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Reads what is shown once, and closes it. */
export async function takeSecret(page: Page, label: string): Promise<string> {
  const dialog = page.getByRole('dialog').filter({ hasText: 'Shown only now' });
  await dialog.waitFor();
  // Not by accident: whoever closes it has lost it.
  await page.keyboard.press('Escape');
  const value = await dialog
    .locator('div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .last()
    .getByRole('code')
    .textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(value);
  return value ?? '';
}

/** Signs in as a person does, in the form that is shown. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in with the page, in a browser of its own. */
export async function signInWith(browser: TestBrowser, email: string, password: string): Promise<Page> {
  const page = await browser.open('/runs');
  await fillSignIn(page, email, password);
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
  return page;
}

/** The page asks for sign-in by itself and says why. */
export async function expectSignedOut(page: Page): Promise<void> {
  await page.waitForURL(/\/sign-in\?/);
  await page.getByText('You have been signed out').waitFor();
}

export async function expectRefused(browser: TestBrowser, email: string, password: string): Promise<void> {
  const page = await browser.open('/runs');
  await fillSignIn(page, email, password);
  await page.getByRole('alert').getByText('The username, password or workspace ID is not valid').waitFor();
}
