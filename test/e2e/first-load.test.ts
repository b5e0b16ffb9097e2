import { expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { useBrowser } from './support/browser.ts';

/** Compressed, over the wire. */
const FIRST_LOAD_BYTES = 300_000;

const served = useServer({ sample: true });
const browser = useBrowser(served);

it.each(['/sign-in', '/runs', '/overview', '/definitions/new', '/items'])(
  'the first load of %s stays below 300 kB, and comes from here alone',
  async (address) => {
    const page = address === '/sign-in' ? await browser.open(address) : await browser.openSignedIn(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const loaded = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.startsWith('/assets/'))
        .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
    );
    const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    expect(loaded.length).toBeGreaterThan(1);
    expect(bytes, JSON.stringify(loaded)).toBeLessThan(FIRST_LOAD_BYTES);
  },
);
