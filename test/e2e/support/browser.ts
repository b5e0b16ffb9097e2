import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, type ServedInstallation } from '../../support/acceptance.ts';

const EXECUTABLE = process.env['WAYBILL_CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where pictures go: `WAYBILL_E2E_IMAGES`, else below the temporary folder of the run. */
const IMAGES = process.env['WAYBILL_E2E_IMAGES'] ?? '/tmp/waybill-e2e';

/** As wide as a phone, and as a desk. */
export const WIDTHS = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;
export type Scheme = 'light' | 'dark';

export interface Look {
  readonly size?: keyof typeof WIDTHS;
  readonly scheme?: Scheme;
}

export interface SignIn {
  readonly email?: string;
  readonly password?: string;
}

/** What the tests of the page work with. */
export interface TestBrowser {
  /** A page of its own session, at an address of the server. What it complains of in its console fails the test. */
  open(address: string, look?: Look): Promise<Page>;
  /** The same, signed in through the API beforehand: the administrator unless said otherwise. */
  openSignedIn(address: string, look?: Look, signIn?: SignIn): Promise<Page>;
  /** WCAG 2.2 AA, as far as a program can tell: {@link ALL_LOOKS} at this address, with a picture each. */
  lookAtAll(name: string, address: string, prepare?: (page: Page) => Promise<unknown>): Promise<void>;
}

export const ALL_LOOKS: readonly Required<Look>[] = [
  { size: 'desk', scheme: 'light' },
  { size: 'desk', scheme: 'dark' },
  { size: 'phone', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];

/** A Chromium for the tests of a file, about a server. */
export function useBrowser(served: Pick<ServedInstallation<never>, 'url'>): TestBrowser {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(address: string, look: Look = {}, signIn?: SignIn): Promise<Page> {
    const { size = 'desk', scheme = 'light' } = look;
    const context = await browser.newContext({
      viewport: WIDTHS[size],
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'en',
      timezoneId: 'Europe/Berlin',
      acceptDownloads: true,
    });
    if (signIn !== undefined) {
      const { email = ADMIN_EMAIL, password = PASSWORD } = signIn;
      const answer = await context.request.post(`${served.url}/v1/session`, { data: { email, password } });
      expect(answer.status()).toBe(200);
    }
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // A refusal that the page shows to its reader stands in the browser's console too.
      if (message.text().startsWith('Failed to load resource')) return;
      complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== served.url) complaints.push(`asks ${request.url()}`);
    });
    await page.goto(served.url + address);
    return page;
  }

  return {
    open: (address, look) => open(address, look),
    openSignedIn: (address, look, signIn = {}) => open(address, look, signIn),
    async lookAtAll(name, address, prepare = () => Promise.resolve()) {
      for (const look of ALL_LOOKS) {
        const page = await open(address, look, {});
        await page.getByRole('heading', { level: 1 }).waitFor();
        await prepare(page);
        await shoot(page, `${name}-${look.size}-${look.scheme}`);
        await expectAccessible(page, JSON.stringify(look));
        await expectNoSidewaysScroll(page, JSON.stringify(look));
        await page.context().close();
      }
    },
  };
}

/** The palette, ready to be typed into. */
export async function openCommands(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
    .toBe(true);
}

/** A picture of what is seen. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe finds against WCAG 2.2 A and AA: nothing. */
export async function expectAccessible(page: Page, note = ''): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await run.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${String(node.target)}: ${node.failureSummary ?? ''}`),
    })),
    note,
  ).toEqual([]);
}

/** Nothing sticks out sideways: tables that are wider scroll by themselves. */
async function expectNoSidewaysScroll(page: Page, note: string): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // What is fixed in its place makes nothing wider: it is cut off.
    const cutOff = [...document.querySelectorAll('header *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return { by: scrollWidth - clientWidth, cutOff: cutOff.map(({ outerHTML }) => outerHTML.slice(0, 200)) };
  });
  expect(over.by, note).toBeLessThanOrEqual(0);
  expect(over.cutOff, note).toEqual([]);
}

/** Presses Tab until the control of this name has the focus, so as a person without a mouse would. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label =
        element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
      return (label ?? '').replace(/\s*\*$/, '').trim();
    });
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}
