import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  fileUrlOf,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, OTHER_WORKSPACE_ID, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

type Full = Definition & {
  waybill?: {
    runs: number;
    succeeded: number;
    failed: number;
    aborted: number;
    lastRun: Partial<Run> | null;
  };
};
const STRANGER = 'stranger@elsewhere.test';
const NO_RUNS = { runs: 0, succeeded: 0, failed: 0, aborted: 0, lastRun: null };

let installation: OpenInstallation;
let server: TestServer;
let api: Api;
let stranger: Api;
let definitions: Definition[];

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample']);
  await installation.addOtherWorkspace();
  await installation.addUser({ email: STRANGER, workspaceId: OTHER_WORKSPACE_ID });
  [api, stranger] = [await loginAs(server, ADMIN_EMAIL), await loginAs(server, STRANGER)];
  await define(stranger, { name: 'Theirs', criteria: null });
  definitions = [];
  for (const name of ['None', 'Mixed', 'Downloaded', 'Last of all'])
    definitions.push(await define(api, { name }));
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

/** Runs of a definition in the order of their numbers, as the product keeps them. */
async function insertRuns(definition: Definition, statuses: readonly string[]): Promise<void> {
  await installation.query(
    `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at, completed_at, ended_at, lease)
     SELECT d.workspace_id, d.id, 'RUN' || lpad(n::text, 17, '0'), n, d.creator_id, s, '2020-03-09T21:18:40Z',
            CASE WHEN s IN ('COMPLETE', 'DOWNLOADED') THEN timestamptz '2020-03-09T21:18:46Z' END,
            CASE WHEN s NOT IN ('CREATED', 'RUNNING') THEN timestamptz '2020-03-09T21:18:46Z' END,
            CASE WHEN s = 'RUNNING' THEN gen_random_uuid() END
     FROM export_definitions d, unnest($2::text[]) WITH ORDINALITY AS run (s, n) WHERE d.guid = $1`,
    [definition.guid, statuses],
  );
}

async function listed(query = ''): Promise<Full[]> {
  const { status, text, body } = await api.get<Paged<Full>>(`/v1/exports?view=full${query}`);
  expect(status, text).toBe(200);
  return body.results;
}
const shown = async ({ guid }: Definition): Promise<Full> =>
  (await api.get<Full>(`/v1/exports/${guid}?view=full`)).body;

describe('?view=full of definitions', () => {
  it('counts the runs by how they ended and shows the last, in a list and alone', async () => {
    const mixed = definitions[1]!;
    await insertRuns(mixed, [
      ...['COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED', 'CREATED', 'COMPLETE'],
      ...['FAILED', 'FAILED', 'COMPLETE', 'RUNNING'],
    ]);
    const waybill = {
      runs: 10,
      succeeded: 4,
      failed: 3,
      aborted: 1,
      lastRun: {
        completionDateTime: null,
        creationDateTime: '2020-03-09T21:18:40Z',
        guid: 'RUN00000000000000010',
        number: 10,
        status: 'RUNNING',
      },
    };
    expect(await shown(mixed)).toEqual({ ...mixed, waybill });
    expect((await listed()).map((one) => [one.name, one.waybill])).toEqual([
      ['None', NO_RUNS],
      ['Mixed', waybill],
      ['Downloaded', NO_RUNS],
      ['Last of all', NO_RUNS],
    ]);
  });

  it('goes with filters and pages; a page past the end is empty', async () => {
    expect((await listed('&name=MIX*')).map(({ waybill }) => waybill?.runs)).toEqual([10]);
    expect((await listed('&offset=1&limit=1')).map(({ waybill }) => waybill?.runs)).toEqual([10]);
    expect(await listed('&offset=4')).toEqual([]);
  });

  it('a download that has ended is seen at once', async () => {
    const [, , definition] = definitions;
    const run = await runToEnd(api, definition!);
    const content = await fetch(`${api.url}${fileUrlOf(definition!, run)}/content`, {
      headers: { arena_session_id: api.token! },
    });
    await content.arrayBuffer();
    const { waybill } = await shown(definition!);
    expect(waybill).toMatchObject({
      runs: 1,
      succeeded: 1,
      lastRun: { guid: run.guid, status: 'DOWNLOADED' },
    });
    expect((await listed())[2]!.waybill).toEqual(waybill);
  });

  it('without it a definition is what the reference has', async () => {
    const { body } = await api.get<Paged<Full>>('/v1/exports');
    expect(body.results).toEqual(definitions);
    expect((await api.get(`/v1/exports/${definitions[1]!.guid}`)).body).toEqual(definitions[1]);
  });

  it('is refused in other words, without a session, and for definitions of others', async () => {
    const one = `/v1/exports/${definitions[1]!.guid}`;
    for (const path of ['/v1/exports', one]) {
      expect(codesOf(await api.get(`${path}?view=short`))).toEqual([400, 3006]);
      expect(codesOf(await api.get(`${path}?View=full`))).toEqual([400, 3019]);
      expect((await fetch(`${api.url}${path}?view=full`)).status).toBe(401);
    }
    expect(codesOf(await stranger.get(`${one}?view=full`))).toEqual([400, 3011]);
    const { body } = await stranger.get<Paged<Full>>('/v1/exports?view=full');
    expect(body.results.map(({ name, waybill }) => [name, waybill])).toEqual([['Theirs', NO_RUNS]]);
  });
});
