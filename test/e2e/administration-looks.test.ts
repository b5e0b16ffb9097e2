import type { Page } from 'playwright-core';
import { beforeAll, describe, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { useBrowser } from './support/browser.ts';

const LONG_NAME = 'Bartholomew Featherstonehaugh-Cholmondeley, Purchasing';
const served = useServer({ users: { ada: {}, ben: {} } });
const browser = useBrowser(served);

beforeAll(async () => {
  await served.admin.post('/v1/users', { email: 'bartholomew@example.test', fullName: LONG_NAME });
  const { body } = await served.admin.post<{ clientId: string }>('/v1/clients', { name: 'Old ERP' });
  await served.admin.send(`/v1/clients/${body.clientId}/end`, { method: 'PUT' });
  await served.admin.post('/v1/clients', { name: 'Nightly export to the data warehouse' });
  const ben = await served.admin.get<{ results: { guid: string }[] }>('/v1/users?email=ben@example.test');
  await served.admin.send(`/v1/users/${ben.body.results[0]!.guid}`, {
    method: 'PUT',
    body: { mayLogIn: false },
  });
});

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text }).first();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** What a button opens has come to rest. */
async function open(page: Page, button: string | RegExp): Promise<void> {
  await press(page, button);
  await page.getByRole('dialog').waitFor();
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** Each tab, with something in it that shows that it is there. */
const TABS: readonly (readonly [tab: string, prepare: (page: Page) => Promise<unknown>])[] = [
  ['users', (page) => row(page, LONG_NAME).waitFor()],
  ['users&mayLogIn=any', (page) => row(page, 'May not log in').waitFor()],
  ['users&fullName=nobody', (page) => page.getByText('Nobody has this name').waitFor()],
  ['clients', (page) => row(page, 'Old ERP').waitFor()],
  ['sessions', (page) => row(page, 'this one').waitFor()],
  ['addresses', (page) => page.getByText('may be used from everywhere').waitFor()],
  ['audit', (page) => row(page, 'Client revoke').waitFor()],
  ['audit&target=nothing', (page) => page.getByText('Nothing of this kind').waitFor()],
  ['server', (page) => page.getByRole('heading', { name: 'Health' }).waitFor()],
];

/** Each dialog, on its tab. */
const DIALOGS: readonly (readonly [name: string, tab: string, prepare: (page: Page) => Promise<unknown>])[] =
  [
    ['add-user', 'users', (page) => open(page, 'Add a user')],
    ['change-user', 'users', (page) => open(page, 'Change: Ada')],
    ['give-password', 'users', (page) => open(page, 'New password: Ada')],
    ['end-sessions', 'users', (page) => open(page, 'End sessions: Ada')],
    ['expel', 'users', (page) => open(page, /^Take the right to log in: Barth/)],
    ['admit', 'users&mayLogIn=any', (page) => open(page, 'Let in: Ben')],
    ['add-client', 'clients', (page) => open(page, 'Make a machine client')],
    ['end-client', 'clients', (page) => open(page, /^End the machine client Nightly/)],
    ['end-session', 'sessions', (page) => open(page, /^End the session of/)],
    [
      'refused-user',
      'users',
      async (page) => {
        await open(page, 'Add a user');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('E-mail address').fill('ada@example.test');
        await dialog.getByLabel('Type one').check();
        await dialog.getByLabel('New password').first().fill('long enough');
        await dialog.getByRole('button', { name: 'Add', exact: true }).click();
        await dialog.getByText('may log in to the workspace already').waitFor();
      },
    ],
    [
      'secret',
      'clients',
      async (page) => {
        await open(page, 'Make a machine client');
        await page.getByLabel('What it is').fill('ERP');
        await page.getByRole('dialog').getByRole('button', { name: 'Make' }).click();
        await page.getByRole('dialog').filter({ hasText: 'Shown only now' }).waitFor();
        await page.getByRole('dialog', { name: 'Make a machine client' }).waitFor({ state: 'detached' });
      },
    ],
    [
      'refused-addresses',
      'addresses',
      async (page) => {
        await page.getByLabel('Allowed addresses and ranges').fill('203.0.113.0/24');
        await open(page, 'Save the list');
        await press(page, 'Save it');
        await page.getByText('you would lock yourself out').waitFor();
      },
    ],
    [
      'narrow',
      'addresses',
      async (page) => {
        await page.getByLabel('Allowed addresses and ranges').fill('127.0.0.0/8');
        await open(page, 'Save the list');
      },
    ],
  ];

const nameOf = (tab: string): string => tab.replaceAll(/\W+/g, '-');

describe('the administration looks as it should', () => {
  it.each(TABS)('%s', async (tab, prepare) => {
    await browser.lookAtAll(`administration-${nameOf(tab)}`, `/administration?tab=${tab}`, prepare);
  });

  it.each(DIALOGS)('asking: %s', async (name, tab, prepare) => {
    await browser.lookAtAll(`administration-dialog-${name}`, `/administration?tab=${tab}`, prepare);
  });

  it('one’s own sessions', async () => {
    await browser.lookAtAll('own-sessions', '/account/sessions', (page) => row(page, 'this one').waitFor());
  });

  it('signed out from elsewhere', async () => {
    await browser.lookAtAll('signed-out', '/items', async (page) => {
      await page.context().clearCookies();
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Your sessions', exact: true }).click();
      await page.getByText('You have been signed out').waitFor();
    });
  });
});
