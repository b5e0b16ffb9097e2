import { createAllowance } from '../../src/access/allowance.ts';
import { createApi } from '../../src/app/api.ts';
import { loadConfig } from '../../src/app/config.ts';
import { LIMITS_PROFILES } from '../../src/kernel/limits.ts';
import { createLog } from '../../src/platform/log/log.ts';
import type { Page } from './page.ts';

/** The API's document, as a server with the default settings answers it. Nothing it is asked needs a database or a queue. */
export async function openapiPage(): Promise<Page> {
  const unused = undefined as never;
  const limits = LIMITS_PROFILES.open;
  const log = createLog('silent');
  const app = createApi({
    http: { log, ...loadConfig({}, {}) },
    access: {
      db: unused,
      findCaller: unused,
      allowance: createAllowance(unused, limits.requestLimit, 'UTC'),
      searches: unused,
      recent: unused,
      singleSession: false,
      maxAddressFailures: 1,
      corsOrigins: [],
    },
    installation: { config: loadConfig({}, {}), storage: unused, isEmbedded: true },
    metrics: { database: { db: unused, pool: unused }, events: { onChange: () => () => undefined } as never },
    settings: { db: unused, limits, limitsProfile: 'open' },
    exports: {
      db: unused,
      queue: unused,
      storage: unused,
      events: unused,
      searches: unused,
      audit: unused,
      log,
      runWaitMs: 0,
      limits,
    },
    imports: {
      db: unused,
      connection: unused,
      storage: unused,
      audit: unused,
      log,
      maxUploadBytes: loadConfig({}, {}).maxUploadBytes,
    },
  });
  const { body } = await app.inject({ url: '/openapi.json' });
  await app.close();
  return { text: `${JSON.stringify(JSON.parse(body), null, 2)}\n`, problems: [] };
}
