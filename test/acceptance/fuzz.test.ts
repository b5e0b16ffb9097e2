import { expect, it } from 'vitest';
import { collectable } from '../fuzz/memory.ts';
import { tell, tellFinding } from '../fuzz/report.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { prepareScene, UNTHROTTLED } from '../fuzz/scene.ts';
import { createInstallation } from '../support/installation.ts';

/** The short form of `npm run fuzz`, always with the same requests: a finding is one of the change that is tested. */
const SEED = 1;
const REQUESTS = process.env['WAYBILL_TEST_LONG'] === '1' ? 20_000 : 2_000;
/** Longer than the long form's: other tests have the machine at the same time. */
const HANG_MS = 30_000;
const TEST_TIMEOUT_MS = 900_000;

it(
  `of ${REQUESTS} requests, from openapi.json and as raw bytes, each is answered, none with a fault or what is another's`,
  { timeout: TEST_TIMEOUT_MS },
  async () => {
    const installation = await createInstallation();
    try {
      const { dir } = installation;
      const server = await installation.serve(['--sample'], { ...UNTHROTTLED, ...collectable(dir) });
      const scene = await prepareScene({ url: server.url, dir, command: (args) => installation.run(args) });
      const report = await runFuzz(scene, {
        ...{ seed: SEED, requests: REQUESTS, from: 0, hangMs: HANG_MS, memoryDir: dir },
        onProgress: () => undefined,
      });
      const { findings, byStatus, busy } = report;
      expect(findings.flatMap((one) => tellFinding(one, SEED))).toEqual([]);
      // Requests that are all refused in the same way would say nothing.
      for (const status of ['200', '201', '400', '401', '403', '404', '405', '412', '415', '417', '431'])
        expect(byStatus[status] ?? 0, `${status} in ${tell(report).join('\n')}`).toBeGreaterThan(0);
      for (const status of ['200', '400'])
        expect(byStatus[status] ?? 0, `${status} in ${tell(report).join('\n')}`).toBeGreaterThan(
          REQUESTS / 10,
        );
      expect(await server.stop()).toBe(0);
      if (busy === 0) expect(server.output()).not.toContain('request failed');
    } finally {
      await installation.remove();
    }
  },
);
