import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { define, type Api, type Definition, type Run } from '../../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../../support/server.ts';

export const VIEWS = ['SPECS', 'BOM', 'SOURCING', 'FILES'];
const ALL = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
const FEW = [
  [
    { attribute: 'number', operator: 'STARTS_WITH', value: '900-00001' },
    'AND',
    { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: true },
  ],
];

/** What tests of runs work with. The members are there inside hooks and tests. */
export interface RunsWorld {
  readonly url: string;
  readonly installation: OpenInstallation;
  readonly api: Api;
  /** Of every item, all levels down. */
  readonly large: Definition;
  /** Of some assemblies. */
  readonly small: Definition;
  /** Begins a run that nobody waits for. */
  begin(definition: Definition): Promise<Run>;
}

/** A server on a synthetic workspace of so many items, with its database at hand. */
export function useRuns(items: number): RunsWorld {
  let installation: OpenInstallation;
  let server: TestServer;
  let api: Api;
  let large: Definition;
  let small: Definition;

  beforeAll(async () => {
    installation = await createInstallation();
    const seeded = await installation.run(['seed', '--items', String(items), '--seed', '1']);
    expect(seeded.code, seeded.stderr).toBe(0);
    server = await installation.serve([], { WAYBILL_RUNS_IN_PROGRESS: 'none' });
    api = await loginAs(server, ADMIN_EMAIL);
    large = await define(api, {
      name: 'Everything',
      criteria: ALL,
      options: { exportViews: VIEWS, bomLevels: 'FULL' },
    });
    small = await define(api, {
      name: 'Assemblies',
      criteria: FEW,
      options: { exportViews: VIEWS, bomLevels: 'SINGLE' },
    });
  });

  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    await installation.remove();
  });

  return {
    get url() {
      return server.url;
    },
    get installation() {
      return installation;
    },
    get api() {
      return api;
    },
    get large() {
      return large;
    },
    get small() {
      return small;
    },
    begin: async ({ guid }) =>
      (await api.post<Run>(`/v1/exports/${guid}/runs`, {}, { Prefer: 'respond-async' })).body,
  };
}

export const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
export const addressOf = (definition: { guid: string }, run: { guid: string }): string =>
  `/runs/${definition.guid}/${run.guid}`;

/** A run that failed, as one that came to the ceiling of lines: to get there takes more items than a test has. */
export async function makeFail({ installation }: RunsWorld, run: Run): Promise<void> {
  await installation.query(
    'DELETE FROM export_run_files WHERE run_id = (SELECT id FROM export_runs WHERE guid = $1)',
    [run.guid],
  );
  await installation.query(
    `UPDATE export_runs SET status = 'FAILED', completed_at = NULL, error_code = 3149, error_message = $2, views = NULL WHERE guid = $1`,
    [run.guid, 'Exports that generate over 100000 lines cannot include BOM or FILES as exportViews.'],
  );
}

/** What a row has said of its progress, each text once, from now on until it is read. */
export async function watchProgress(page: Page, name: string): Promise<() => Promise<string[]>> {
  const bar = rowOf(page, name).getByRole('progressbar');
  await bar.waitFor();
  await bar.evaluate((element) => {
    const seen: string[] = [];
    (globalThis as unknown as { seen: string[] }).seen = seen;
    const look = (): void => {
      const text = element.getAttribute('aria-valuetext') ?? '';
      if (seen.at(-1) !== text) seen.push(text);
    };
    look();
    new MutationObserver(look).observe(element, { attributes: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

/** Runs of long ago, by SQL: more than anybody would wait for. */
export async function storeRuns(
  { installation }: RunsWorld,
  definition: Definition,
  count: number,
): Promise<void> {
  await installation.query(
    `WITH made AS (
       INSERT INTO export_runs
         (workspace_id, definition_id, guid, number, creator_id, status, criteria, criteria_results_count, created_at, started_at, ended_at,
          completed_at, attempt, progress)
       SELECT d.workspace_id, d.id, upper(substr(md5('stored' || n), 1, 20)), n, d.creator_id,
              CASE WHEN n % 10 = 0 THEN 'ABORTED' ELSE 'COMPLETE' END, d.criteria, n, at, at, at,
              CASE WHEN n % 10 <> 0 THEN at END, 1,
              json_build_object('phase', 'finished', 'rowsWritten', n, 'rowsEstimated', n, 'bytesWritten', 1000 * n)
       FROM export_definitions d, generate_series(1, $2::int) n, LATERAL (SELECT '2020-01-01T00:00:00Z'::timestamptz + n * interval '1 minute' AS at) t
       WHERE d.guid = $1
       RETURNING definition_id)
     UPDATE export_definitions SET last_run_number = $2 WHERE id = (SELECT min(definition_id) FROM made)`,
    [definition.guid, count],
  );
}
