import { describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';
import { useBrowser, openCommands } from './support/browser.ts';

const served = useServer({ users: { twin: { email: ADMIN_EMAIL, role: 'administrator', elsewhere: true } } });
const browser = useBrowser(served);

describe('the page', () => {
  it('asks who is there first, and goes on where one wanted to', async () => {
    const page = await browser.open('/items?number=900*');
    await page.waitForURL(/\/sign-in\?to=/);
    await page.getByLabel('E-mail address').fill(ADMIN_EMAIL);
    await page.getByLabel('Password', { exact: false }).first().fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The username, password or workspace ID is not valid').waitFor();
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/items\?number=900/);
    // No script can read the session.
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('never goes on to another site', async () => {
    const page = await browser.openSignedIn('/sign-in?to=//evil.example/');
    await page.waitForURL('**/runs');
  });

  it('goes on in another workspace, and signs out', async () => {
    const page = await browser.openSignedIn('/runs');
    const account = page.getByRole('button', { name: /^Account of/ });
    const menu = page.getByRole('menu');
    const answer = await page.request.get(`${served.url}/v1/session`);
    const session = (await answer.json()) as { workspace: { id: number }; workspaces: { id: number }[] };
    const other = session.workspaces.find(({ id }) => id !== session.workspace.id);
    await account.click();
    await page.getByRole('menuitem', { name: /^Go on in/ }).click();
    // The page is shown anew, which closes a menu that was opened before.
    await expect
      .poll(
        async () => {
          if (!(await menu.isVisible())) await account.click();
          return menu.getByText(`(${other?.id ?? 'none'})`).isVisible();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await page.waitForURL('**/sign-in*');
    await page.goto(`${served.url}/runs`);
    await page.waitForURL('**/sign-in*');
  });

  it('goes by keyboard: the command palette, and past the menu', async () => {
    const page = await browser.openSignedIn('/runs');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toBe('#content');
    await openCommands(page);
    await page.keyboard.type('administration');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/administration');
  });

  it('looks as it should: signing in', async () => {
    await browser.lookAtAll('sign-in', '/sign-in', async (page) => {
      await page.context().clearCookies();
      await page.goto(`${served.url}/sign-in`);
      await page.getByLabel('E-mail address').waitFor();
    });
  });
});
