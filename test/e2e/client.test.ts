import path from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as WaybillClient from '../../client/src/index.ts';
import { useServer } from '../support/acceptance.ts';
import { define } from '../support/api-client.ts';
import { useBrowser } from './support/browser.ts';

/** The TypeScript client in a browser, with the session in its cookie: no Node, another SHA-256, other streams. */
const served = useServer({ sample: true });
const browser = useBrowser(served);

let bundle: string;
beforeAll(async () => {
  const entry = path.resolve(import.meta.dirname, '../../client/src/index.ts');
  const lib = { entry, name: 'waybill', formats: ['iife' as const], fileName: 'client' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  expect(output).toHaveLength(1);
  bundle = output[0].code;
});

/** Runs and downloads as a page would. @returns what the page has seen */
async function exportIn(page: Page, definition: string) {
  await page.evaluate(`${bundle}; globalThis.waybill = waybill;`);
  return page.evaluate(async (guid) => {
    const { waybill } = globalThis as unknown as { waybill: typeof WaybillClient };
    const client = waybill.createClient({ cookie: true });
    try {
      const { file, stream } = await client.runAndDownload(guid);
      const reader = stream.getReader();
      let bytes = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return { bytes, size: file.size };
        bytes += value.length;
      }
    } catch (error) {
      return { failed: String(error) };
    }
  }, definition);
}

describe('the client in a browser', () => {
  it('starts a run, waits for it and downloads its file, verified', async () => {
    const { guid } = await define(served.admin);
    const page = await browser.openSignedIn('/runs');
    const { bytes, size } = (await exportIn(page, guid)) as { bytes: number; size: number };
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBe(size);
  });

  it('refuses what is not what the server keeps', async () => {
    const { guid } = await define(served.admin);
    const page = await browser.openSignedIn('/runs');
    await page.route('**/content', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[100]! ^= 0xff;
      await route.fulfill({ response, body });
    });
    expect(await exportIn(page, guid)).toEqual({
      failed: 'DownloadError: The content that arrived is not what the server keeps. Download it again.',
    });
  });
});
