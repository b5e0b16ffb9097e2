import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { useBrowser } from './support/browser.ts';

/** Compressed, over the wire. */
const FIRST_LOAD_BYTES = 300_000;
/** Above it things jump before one’s eyes (web.dev/articles/cls). */
const GOOD_LAYOUT_SHIFT = 0.1;
const SCREENS = [
  '/sign-in',
  '/runs',
  '/overview',
  '/definitions/new',
  '/items',
  '/import',
  '/administration',
];
/** Lighthouse’s phone: a processor four times slower, slow 4G. */
const PHONE = { slower: 4, latencyMs: 150, bytesPerSecond: 1_638_400 / 8 } as const;

/** What Lighthouse’s figures are made of; times in milliseconds. */
interface Figures {
  readonly bytes: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly layoutShift: number;
}

const served = useServer({ sample: true });
const browser = useBrowser(served);
const measured: Record<string, Figures> = {};

afterAll(() => {
  // The times are of this machine, and nothing is asserted of them.
  process.stdout.write(`${JSON.stringify(measured, undefined, 2)}\n`);
});

describe.each(SCREENS)('the first load of %s', (address) => {
  it('stays below 300 kB, comes from here alone, and stays in its place on a slow phone', async () => {
    const page = await open(address);
    await slowDown(page);
    await page.goto(served.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const figures = (measured[address] = await figuresOf(page));
    expect(figures.bytes).toBeGreaterThan(FIRST_LOAD_BYTES / 10);
    expect(figures.bytes).toBeLessThan(FIRST_LOAD_BYTES);
    expect(figures.layoutShift).toBeLessThan(GOOD_LAYOUT_SHIFT);
  });
});

/** Signed in where the screen asks for it. */
async function open(address: string): Promise<Page> {
  const look = { size: 'phone' } as const;
  return address === '/sign-in' ? browser.open(address, look) : browser.openSignedIn('/sign-in', look);
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.latencyMs,
    downloadThroughput: PHONE.bytesPerSecond,
    uploadThroughput: PHONE.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
  await page.addInitScript(() => {
    const seen = { largestPaint: 0, blocked: 0, layoutShift: 0 };
    Object.assign(globalThis, { seenOfLoad: seen });
    const observe = (type: string, take: (entry: PerformanceEntry) => void) => {
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    };
    observe('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
    // A task blocks from its 50th millisecond.
    observe('longtask', ({ duration }) => (seen.blocked += duration - 50));
    observe('layout-shift', (entry) => (seen.layoutShift += (entry as unknown as { value: number }).value));
  });
}

function figuresOf(page: Page): Promise<Figures> {
  return page.evaluate(() => {
    const { seenOfLoad: seen } = globalThis as unknown as {
      seenOfLoad: Omit<Figures, 'bytes' | 'firstPaint'>;
    };
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const assets = resources.filter(({ name }) => new URL(name).pathname.startsWith('/assets/'));
    return {
      bytes: assets.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      firstPaint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      largestPaint: Math.round(seen.largestPaint),
      blocked: Math.round(seen.blocked),
      layoutShift: Number(seen.layoutShift.toFixed(4)),
    };
  });
}
