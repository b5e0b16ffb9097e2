import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createApi,
  define,
  waitForStatus,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type RunningCommand, type TestServer } from '../support/installation.ts';
import { openLine, type Line } from '../support/line.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
let line: Line;
/** Answers only: what it has accepted is executed by another process. */
let server: TestServer;
let worker: RunningCommand;
let token: string | undefined;
let api: Api;

beforeAll(async () => {
  installation = await createInstallation();
  line = await openLine(installation.databaseUrl);
  await serve(['--sample']);
  worker = installation.start(['worker']);
});
afterAll(async () => {
  await expectNothingHalf();
  worker.child.kill('SIGTERM');
  expect((await worker.result).code).toBe(0);
  expect(await server.stop()).toBe(0);
  await line.cut();
  await installation.remove();
});

async function serve(flags: readonly string[] = []): Promise<void> {
  server = await installation.serve(['--workers', '0', ...flags], { DATABASE_URL: line.url });
  token ??= (await loginAs(server, ADMIN_EMAIL)).token;
  api = createApi(server.url, token);
}

const runsOf = ({ guid }: Definition): string => `/v1/exports/${guid}/runs`;

async function listRuns(definition: Definition): Promise<Run[]> {
  return (await api.get<Paged<Run>>(runsOf(definition))).body.results;
}

/** Sends a request that is never answered: the server is killed at the moment that `isSo`. */
async function killWhen(
  isSo: () => Promise<boolean>,
  { definition, headers }: { definition: Definition; headers: Readonly<Record<string, string>> },
): Promise<void> {
  const answer = api.post(runsOf(definition), {}, headers).then(
    ({ status }) => status,
    () => 'none',
  );
  await until(isSo);
  await server.kill();
  expect(await answer).toBe('none');
}

async function expectNothingHalf(): Promise<void> {
  const { code, stderr } = await installation.run(['doctor', '--verify']);
  expect([code, stderr]).toEqual([0, '']);
}

/** A key stands for one request. */
let keys = 0;

describe.each([true, false])(
  'a server that is killed between accepting a run and answering, with a key: %s',
  (hasKey) => {
    const newHeaders = (): Record<string, string> =>
      hasKey ? { 'Idempotency-Key': `key-${(keys += 1)}` } : {};

    it('right after COMMIT: the run is there, once, and is executed', async () => {
      const definition = await define(api);
      const headers = newHeaders();
      line.swallowAnswersAfter(/insert into export_runs/i, /commit/i);
      const isCommitted = async (): Promise<boolean> => {
        const rows = await installation.query(
          'SELECT FROM export_runs r JOIN export_definitions d ON d.id = r.definition_id WHERE d.guid = $1',
          [definition.guid],
        );
        return rows.length === 1;
      };
      await killWhen(isCommitted, { definition, headers });
      line.passAnswers();
      await expectNothingHalf();

      await serve();
      const [accepted] = await listRuns(definition);
      const again = await api.post<Run>(runsOf(definition), {}, headers);
      expect(again.status).toBe(201);
      const isSame = again.body.guid === accepted!.guid;
      expect(isSame).toBe(hasKey);
      const runs = await listRuns(definition);
      expect(runs).toHaveLength(isSame ? 1 : 2);
      for (const { guid } of runs) await waitForStatus(api, `${runsOf(definition)}/${guid}`, ['COMPLETE']);
    });

    it('right before COMMIT: there is no run, no job and no key', async () => {
      const definition = await define(api);
      const headers = newHeaders();
      const unlock = await installation.lock('audit_trail');
      const isBlocked = async (): Promise<boolean> => {
        const rows = await installation.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE '%insert into audit_trail%' AND wait_event_type = 'Lock'",
        );
        return rows.length === 1;
      };
      await killWhen(isBlocked, { definition, headers });
      await unlock();
      await expectNothingHalf();

      await serve();
      expect(await listRuns(definition)).toEqual([]);
      const again = await api.post<Run>(runsOf(definition), {}, headers);
      expect([again.status, again.body.number]).toEqual([201, 1]);
      await waitForStatus(api, `${runsOf(definition)}/${again.body.guid}`, ['COMPLETE']);
      expect(await listRuns(definition)).toHaveLength(1);
    });
  },
);
