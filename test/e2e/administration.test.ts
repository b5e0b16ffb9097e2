import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';
import { createApi } from '../support/api-client.ts';
import {
  confirm,
  expectRefused,
  expectSignedOut,
  fillSignIn,
  rowOf,
  signInWith,
  takeSecret,
} from './support/administration.ts';
import { useBrowser, openCommands } from './support/browser.ts';

const served = useServer({ users: { ada: {}, ben: {} } });
const browser = useBrowser(served);

/** The lines of the trail that fit, as the page shows them: what, how it ended, by whom. */
async function trailOf(page: Page, target: string): Promise<string[][]> {
  await page.getByRole('tab', { name: 'Audit trail' }).click();
  await page.getByLabel('To what').fill(target);
  await page.waitForURL(/target=/);
  // Whoever types goes on typing.
  expect(await page.getByLabel('To what').evaluate((field) => field === document.activeElement)).toBe(true);
  const lines = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect.poll(() => lines.filter({ hasNotText: target }).count()).toBe(0);
  return Promise.all(
    (await lines.all()).map(async (row) => (await row.getByRole('cell').allTextContents()).slice(1, 4)),
  );
}

describe('users', () => {
  it('are added, get another role and another password, and lose the right to log in', async () => {
    const page = await browser.openSignedIn('/administration');
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Let somebody log in' });
    await dialog.getByLabel('E-mail address').fill('nina@example.test');
    await dialog.getByLabel('Full name').fill('Nina New');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const first = await takeSecret(page, 'Password of Nina New');
    await rowOf(page, 'nina@example.test').getByText('Member').waitFor();

    const nina = await signInWith(browser, 'nina@example.test', first);
    const menu = nina.getByRole('navigation', { name: 'Screens' });
    await menu.getByRole('link', { name: 'Overview' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Change: Nina New' }).click();
    await page.getByRole('dialog').getByLabel('Role').selectOption('Administrator');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await rowOf(page, 'nina@example.test').getByText('Administrator', { exact: true }).waitFor();
    await nina.reload();
    await menu.getByRole('link', { name: 'Administration' }).waitFor();

    // What is open notices by itself, and says so.
    await confirm(page, 'Take the right to log in: Nina New', 'Take the right to log in');
    await rowOf(page, 'nina@example.test').waitFor({ state: 'detached' });
    await expectSignedOut(nina);
    await expectRefused(browser, 'nina@example.test', first);

    await page.getByLabel('Show').selectOption('Everybody in the records too');
    await page.getByRole('button', { name: 'Let in: Nina New' }).click();
    const admit = page.getByRole('dialog', { name: 'Let Nina New log in' });
    await admit.getByLabel('Type one').check();
    await admit.getByLabel('New password').first().fill('second and long');
    await admit.getByRole('button', { name: 'Let in' }).click();
    await admit.waitFor({ state: 'detached' });
    const again = await signInWith(browser, 'nina@example.test', 'second and long');

    await page.getByRole('button', { name: 'New password: Nina New' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New password' }).click();
    const third = await takeSecret(page, 'Password of Nina New');
    await expectSignedOut(again);
    await expectRefused(browser, 'nina@example.test', 'second and long');
    await signInWith(browser, 'nina@example.test', third);

    expect(await trailOf(page, 'nina@example.test')).toEqual(
      expect.arrayContaining([
        ['User add', 'Done', ADMIN_EMAIL],
        ['User change', 'Done', ADMIN_EMAIL],
        ['User remove', 'Done', ADMIN_EMAIL],
        ['Login', 'Wrong credentials', 'nobody'],
      ]),
    );
  });

  it('are refused beside the field that is wrong, and nothing typed is lost', async () => {
    const page = await browser.openSignedIn('/administration');
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill('ada@example.test');
    await dialog.getByLabel('Full name').fill('Ada \u202Eesle');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('turn the direction of text round').waitFor();
    expect(await dialog.getByLabel('Full name').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Full name').fill('Ada');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('may log in to the workspace already').waitFor();
    expect(await dialog.getByLabel('E-mail address').inputValue()).toBe('ada@example.test');
  });

  it('are found by name, and the last administrator stays one', async () => {
    const page = await browser.openSignedIn('/administration');
    await page.getByLabel('Find by name').fill('admin');
    await page.waitForURL(/fullName=/);
    await rowOf(page, 'Ada').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take the right to log in: Administrator' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take the right to log in' }).click();
    await dialog.getByRole('alert').getByText('The workspace needs an administrator').waitFor();
  });

  it('are added by keyboard alone, and the focus goes back', async () => {
    const page = await browser.openSignedIn('/administration?tab=server');
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        return at === document.body ? 'the page' : (at?.getAttribute('aria-label') ?? at?.textContent ?? '');
      });
    const tabTo = async (name: string): Promise<void> => {
      for (let steps = 0; steps < 40 && (await focused()) !== name; steps += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await page.getByRole('tab', { name: 'Server', selected: true }).waitFor();
    await tabTo('Server');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Users', selected: true }).waitFor();
    await tabTo('Add a user');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('kim@example.test');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kim Keys');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await tabTo('Add');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').filter({ hasText: 'Shown only now' }).waitFor();
    await page.getByRole('dialog', { name: 'Let somebody log in' }).waitFor({ state: 'detached' });
    await tabTo('Close');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await rowOf(page, 'kim@example.test').getByText('Administrator', { exact: true }).waitFor();
    await expect.poll(focused).toBe('Add a user');
    // Escape leaves everything as it was.
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Add a user');
  });
});

it('one’s own new password is typed: one of the server’s would be gone with the session', async () => {
  await served.admin.post('/v1/users', {
    email: 'olga@example.test',
    role: 'administrator',
    password: 'first and long',
  });
  const page = await signInWith(browser, 'olga@example.test', 'first and long');
  await page.getByRole('link', { name: 'Administration' }).click();
  await rowOf(page, 'olga@example.test')
    .getByRole('button', { name: /^New password/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This is you: you will be signed out.').waitFor();
  expect(await dialog.getByRole('radio').count()).toBe(0);
  await dialog.getByLabel('New password').first().fill('second and long');
  await dialog.getByRole('button', { name: 'New password' }).click();
  await expectSignedOut(page);
  await expectRefused(browser, 'olga@example.test', 'first and long');
  await signInWith(browser, 'olga@example.test', 'second and long');
});

describe('machine clients', () => {
  const ask = async (id: string, secret: string) => {
    const answer = await fetch(`${served.url}/oauth2/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { access_token?: string; error?: string },
    };
  };

  it('get tokens with the secret that is shown once, until they are ended', async () => {
    const page = await browser.openSignedIn('/administration?tab=clients');
    await page.getByRole('button', { name: 'Make a machine client' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is').fill('ERP');
    await dialog.getByRole('button', { name: 'Make' }).click();
    await page.getByRole('dialog', { name: 'ERP is made' }).waitFor();
    const secret = await takeSecret(page, 'Client secret');
    const id = (await rowOf(page, 'ERP').getByRole('code').textContent()) ?? '';
    await rowOf(page, 'ERP').getByText('Active').waitFor();

    const { status, body } = await ask(id, secret);
    expect(status).toBe(200);
    const machine = createApi(served.url, body.access_token);
    expect((await machine.get('/v1/exports')).status).toBe(200);
    await page.reload();
    await rowOf(page, 'ERP').waitFor();
    expect(await page.content()).not.toContain(secret);

    await confirm(page, 'End the machine client ERP?', 'End');
    await rowOf(page, 'ERP').getByText('Ended').waitFor();
    expect(await ask(id, secret)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect((await machine.get('/v1/exports')).status).toBe(401);

    const trail = await trailOf(page, id);
    for (const action of ['Client add', 'Client revoke'])
      expect(trail).toContainEqual([action, 'Done', ADMIN_EMAIL]);
  });
});

describe('sessions', () => {
  it('are ended, and who used one is told and goes on after signing in', async () => {
    const ada = await browser.openSignedIn('/items?number=9*', {}, { email: 'ada@example.test' });
    await ada.getByRole('heading', { level: 1 }).waitFor();
    const page = await browser.openSignedIn('/administration?tab=sessions');
    const sessions = rowOf(page, 'ada@example.test');
    await sessions.first().waitFor();
    // The one that set the test up, and this one: the one used last comes first.
    for (let left = await sessions.count(); left > 0; left -= 1) {
      await sessions
        .first()
        .getByRole('button', { name: /^End the session of Ada/ })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => sessions.count()).toBe(left - 1);
    }
    await ada.getByRole('link', { name: 'Overview' }).click();
    await expectSignedOut(ada);
    await fillSignIn(ada, 'ada@example.test', PASSWORD);
    await ada.waitForURL(/\/overview/);
    expect(await trailOf(page, 'ada@example.test')).toContainEqual(['Session end', 'Done', ADMIN_EMAIL]);
  });

  it('of oneself: a member sees and ends them', async () => {
    const [page, other] = [
      await browser.openSignedIn('/runs', {}, { email: 'ben@example.test' }),
      await browser.openSignedIn('/runs', {}, { email: 'ben@example.test' }),
    ];
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Your sessions', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Your sessions' }).waitFor();
    const rows = rowOf(page, 'ben@example.test');
    await rowOf(page, 'this one').waitFor();
    expect(await rowOf(page, ADMIN_EMAIL).count()).toBe(0);
    const others = rows.filter({ hasNotText: 'this one' });
    for (let left = await others.count(); left > 0; left -= 1) {
      await others
        .first()
        .getByRole('button', { name: /^End the session/ })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => others.count()).toBe(left - 1);
    }
    await expectSignedOut(other);
    await rows.getByRole('button', { name: /^End the session/ }).click();
    await page.getByRole('dialog').getByText('you will be signed out').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.waitForURL('**/sign-in*');
  });

  it('of oneself end everywhere from the account menu; the commands lead to their list', async () => {
    const [page, other] = [
      await browser.openSignedIn('/runs', {}, { email: 'ben@example.test' }),
      await browser.openSignedIn('/runs', {}, { email: 'ben@example.test' }),
    ];
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
    await openCommands(page);
    await page.keyboard.type('your sessions');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account/sessions');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: /^Sign out everywhere/ }).click();
    await page.waitForURL('**/sign-in*');
    await expectSignedOut(other);
  });
});

describe('addresses', () => {
  it('are allowed and removed; a list that would lock oneself out is refused in words', async () => {
    const page = await browser.openSignedIn('/administration?tab=addresses');
    const list = page.getByLabel('Allowed addresses and ranges');
    await page.getByText('may be used from everywhere').waitFor();
    const save = async (ranges: string): Promise<void> => {
      await list.fill(ranges);
      await confirm(page, 'Save the list', 'Save it');
    };
    await save('203.0.113.0/24');
    await page.getByText('you would lock yourself out').waitFor();
    await save('example.test');
    await page.getByText('"example.test" is no IP address or range').waitFor();

    await list.fill('203.0.113.0/24');
    await page.getByRole('button', { name: 'Add my address' }).click();
    await confirm(page, 'Save the list', 'Save it');
    await page.getByText('The list is saved').waitFor();
    await page.reload();
    await expect.poll(() => list.inputValue()).toBe('127.0.0.1/32\n203.0.113.0/24');
    expect(await page.getByRole('button', { name: 'Add my address' }).count()).toBe(0);

    await list.fill('');
    await page.getByRole('button', { name: 'Save the list' }).click();
    await page
      .getByRole('dialog', { name: 'Allow all addresses?' })
      .getByRole('button', { name: 'Save it' })
      .click();
    await page.getByText('may be used from everywhere').waitFor();
    const trail = await trailOf(page, '203.0.113.0/24');
    for (const action of ['Address allow', 'Address remove'])
      expect(trail).toContainEqual([action, 'Done', ADMIN_EMAIL]);
  });
});

describe('the server', () => {
  it('tells its limits, retention, storage and health, each with its unit', async () => {
    const page = await browser.openSignedIn('/administration?tab=server');
    await page.getByRole('heading', { name: 'Health' }).waitFor();
    const valueOf = (label: string) => page.getByRole('row', { name: label }).getByRole('cell').textContent();
    expect(await valueOf('Workers')).toMatch(/^\d+ process(es)? for \d+ runs? at a time$/);
    expect(await valueOf('Queue')).toBe('0 waiting, 0 running, in all workspaces');
    expect(await valueOf('Oldest wait')).toBe('none');
    expect(await valueOf('Damaged files')).toBe('0');
    expect(await valueOf('Last backup started')).toBe('never, as far as this server knows');
    expect(await valueOf('Items in one export')).toMatch(/^([\d,]+|no limit)$/);
    expect(await valueOf('Time of a search')).toMatch(/^\d+(\.\d)? s$/);
    expect(await valueOf('Requests in a day')).toMatch(/^([\d,]+|no limit)$/);
    expect(await valueOf('Run files can be downloaded for')).toMatch(/^\d+ days?$/);
    expect(await valueOf('Every stored file is checked within')).toMatch(/^\d+ days?$/);
    expect(await valueOf('Free on the disk')).toMatch(/^[\d.]+ [MGT]B of [\d.]+ [MGT]B$/);
    expect(await valueOf('Database')).toMatch(/^PostgreSQL \d+.*, .*[\d.]+ [kMG]B$/);
  });
});

describe('a member', () => {
  it('finds no administration, and is told so at its address', async () => {
    const page = await browser.openSignedIn('/administration', {}, { email: 'ada@example.test' });
    await page.getByText('This is for administrators of the workspace').waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    const menu = page.getByRole('navigation', { name: 'Screens' });
    await menu.getByRole('link', { name: 'Runs' }).waitFor();
    expect(await menu.getByRole('link', { name: /Administration|Import/ }).count()).toBe(0);
    await openCommands(page);
    await page.keyboard.type('administration');
    await page.getByText('No command has this name').waitFor();
  });
});
