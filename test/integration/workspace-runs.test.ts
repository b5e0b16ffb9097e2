import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  loginAs,
  OTHER_WORKSPACE_ID,
  WORKSPACE_ID,
  type TestServer,
} from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

const STATUSES = ['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'];
const COUNT = 60;
const COLLEAGUE = 'colleague.one@example.test';

interface ListedRun extends Run {
  export: { guid: string; name: string; number: number };
}

let installation: OpenInstallation;
let server: TestServer;
let api: Api;
let stranger: Api;
let definitions: Definition[];

/** What is known of run `n`, 1 to {@link COUNT}: the n-th to come in. Two come in at the same moment each. */
const statusOf = (n: number): string => STATUSES[n % STATUSES.length]!;
const hasCompleted = (n: number): boolean => ['COMPLETE', 'DOWNLOADED'].includes(statusOf(n));
const definitionOf = (n: number): number => n % 3;
const guidOf = (n: number): string => `RUN${String(n).padStart(17, '0')}`;
const secondOf = (n: number): string => String(Math.floor(n / 2)).padStart(2, '0');
const createdAt = (n: number): string => `2020-03-09T21:18:${secondOf(n)}Z`;
const completedAt = (n: number): string => `2020-03-09T21:19:${secondOf(n)}Z`;
const isColleagues = (n: number): boolean => n % 4 === 0;
const NEWEST_FIRST = Array.from({ length: COUNT }, (_, at) => COUNT - at);

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample', '--workers', '0']);
  api = await loginAs(server, ADMIN_EMAIL);
  await installation.addUser({ email: COLLEAGUE });
  await installation.addOtherWorkspace();
  await installation.addUser({ email: 'stranger@example.test', workspaceId: OTHER_WORKSPACE_ID });
  stranger = await loginAs(server, 'stranger@example.test', OTHER_WORKSPACE_ID);
  definitions = [];
  for (const name of ['Zero', 'One', 'Two']) definitions.push(await define(api, { name }));
  for (let n = 1; n <= COUNT; n += 1)
    await installation.query(
      `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, criteria, created_at, completed_at, ended_at, lease)
       SELECT d.workspace_id, d.id, $2, $3, u.id, $4, d.criteria, $5::timestamptz + interval '0.7 s',
              CASE WHEN $4 IN ('COMPLETE', 'DOWNLOADED') THEN $6::timestamptz + interval '0.7 s' END,
              CASE WHEN $4 NOT IN ('CREATED', 'RUNNING') THEN $6::timestamptz + interval '0.7 s' END,
              CASE WHEN $4 = 'RUNNING' THEN gen_random_uuid() END
       FROM export_definitions d JOIN users u ON u.workspace_id = d.workspace_id AND u.email = $7 WHERE d.guid = $1`,
      [
        definitions[definitionOf(n)]!.guid,
        guidOf(n),
        Math.ceil(n / 3),
        statusOf(n),
        createdAt(n),
        completedAt(n),
        isColleagues(n) ? COLLEAGUE : ADMIN_EMAIL,
      ],
    );
  await installation.query(
    `UPDATE export_definitions SET last_run_number = ${COUNT / 3} WHERE workspace_id = $1`,
    [WORKSPACE_ID],
  );
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const list = (query: string, who: Api = api) => who.get<Paged<ListedRun>>(`/v1/runs?${query}`);

/** Which runs a query must find, newest first. */
async function expectRuns(query: string, fits: (n: number) => boolean): Promise<void> {
  const { status, body } = await list(`limit=400&${query}`);
  expect(status, query).toBe(200);
  const expected = NEWEST_FIRST.filter(fits);
  expect(
    body.results.map(({ guid }) => guid),
    query,
  ).toEqual(expected.map(guidOf));
  expect(body.count, query).toBe(expected.length);
}

describe('GET /v1/runs', () => {
  it('shows the runs of every definition and user, newest first, each with its definition', async () => {
    const { body } = await list('limit=2');
    expect(body.count).toBe(COUNT);
    expect(body.results.map(({ guid }) => guid)).toEqual([guidOf(60), guidOf(59)]);
    const [first] = body.results;
    expect(first).toEqual({
      completionDateTime: null,
      creationDateTime: createdAt(60),
      creator: expect.objectContaining({ email: COLLEAGUE }) as unknown,
      criteria: definitions[0]!.criteria,
      criteriaResultsCount: null,
      guid: guidOf(60),
      number: 20,
      status: 'CREATED',
      export: { guid: definitions[0]!.guid, name: 'Zero', number: definitions[0]!.number },
    });
    await expectRuns('', () => true);
  });

  it('shows more of each as ?view=full', async () => {
    const { body } = await list('limit=1&view=full');
    expect(body.results[0]!.waybill).toEqual({
      attempt: 0,
      endedDateTime: null,
      error: null,
      expirationDateTime: null,
      progress: null,
      snapshot: null,
      startedDateTime: null,
      views: null,
    });
  });

  it.each<[string, () => string, (n: number) => boolean]>([
    ['a status, in any case', () => 'status=failed', (n) => statusOf(n) === 'FAILED'],
    ['a number, in whatever definition', () => 'number=7', (n) => Math.ceil(n / 3) === 7],
    ['a definition', () => `export.guid=${definitions[1]!.guid}`, (n) => definitionOf(n) === 1],
    ['a definition that is none', () => 'export.guid=NOTHING', () => false],
    [
      'a definition and a status',
      () => `export.guid=${definitions[1]!.guid}&status=COMPLETE`,
      (n) => definitionOf(n) === 1 && statusOf(n) === 'COMPLETE',
    ],
    ['who started them, by e-mail address', () => `creator.email=${COLLEAGUE.toUpperCase()}`, isColleagues],
    ['who started them, by a part of the name', () => 'creator.fullName=*gue o*', isColleagues],
    ['who started them, of several', () => 'creator.email=*', () => true],
    ['who started them, of nobody', () => 'creator.guid=NOBODY', () => false],
    [
      'who started them and a status',
      () => `creator.email=${COLLEAGUE}&status=ABORTED`,
      (n) => isColleagues(n) && statusOf(n) === 'ABORTED',
    ],
    [
      'when they were accepted, both seconds whole',
      () => `creationDateTimeFrom=${createdAt(20)}&creationDateTimeTo=${createdAt(31)}`,
      (n) => n >= 20 && n <= 31,
    ],
    [
      'when they completed, both seconds whole',
      () => `completionDateTimeFrom=${completedAt(20)}&completionDateTimeTo=${completedAt(31)}`,
      (n) => n >= 20 && n <= 31 && hasCompleted(n),
    ],
    [
      'when they completed and a status that never does',
      () => `completionDateTimeFrom=${completedAt(1)}&status=FAILED`,
      () => false,
    ],
    [
      'everything at once',
      () =>
        `completionDateTimeFrom=${completedAt(1)}&status=DOWNLOADED&creator.email=${ADMIN_EMAIL}&export.guid=${definitions[0]!.guid}&creationDateTimeTo=${createdAt(50)}`,
      (n) => statusOf(n) === 'DOWNLOADED' && !isColleagues(n) && definitionOf(n) === 0 && n <= 51,
    ],
  ])('filters by %s', async (_, query, fits) => {
    await expectRuns(query(), fits);
  });

  it('pages by offset, and says how many there are behind the last page too', async () => {
    const { body } = await list('status=FAILED&offset=2&limit=3');
    const failed = NEWEST_FIRST.filter((n) => statusOf(n) === 'FAILED');
    expect(body.results.map(({ guid }) => guid)).toEqual(failed.slice(2, 5).map(guidOf));
    expect((await list('status=FAILED&offset=100')).body).toEqual({ count: failed.length, results: [] });
  });

  it.each(['', 'status=COMPLETE&', `creator.email=${COLLEAGUE}&`])(
    'pages by the last run of the page before: none twice and none left out, although new ones come in (%s)',
    async (filter) => {
      const first = (await list(`${filter}limit=400`)).body;
      const seen: string[] = [];
      for (let before = ''; ;) {
        const { body } = await list(`${filter}limit=3${before}`);
        if (body.results.length === 0) break;
        seen.push(...body.results.map(({ guid }) => guid));
        before = `&before=${seen.at(-1)!}`;
        await api.post(`/v1/exports/${definitions[2]!.guid}/runs`, {}, { Prefer: 'respond-async' });
      }
      expect(seen).toEqual(first.results.map(({ guid }) => guid));
      await installation.query(`DELETE FROM export_runs WHERE created_at > '2021-01-01'`);
      await installation.query(
        `UPDATE export_definitions SET last_run_number = ${COUNT / 3} WHERE workspace_id = $1`,
        [WORKSPACE_ID],
      );
    },
  );

  it('counts all that fit, also behind a run', async () => {
    const { body } = await list(`before=${guidOf(10)}&limit=2&offset=1`);
    expect([body.count, ...body.results.map(({ guid }) => guid)]).toEqual([COUNT, guidOf(8), guidOf(7)]);
  });

  it('is refused without a session, and for filters that are wrong', async () => {
    expect(codesOf(await createApi(server.url).get('/v1/runs'))).toEqual([401, 401]);
    expect(codesOf(await list('status=DONE'))).toEqual([400, 3006]);
    expect(codesOf(await list('number=0'))).toEqual([400, 3141]);
    expect(codesOf(await list('limit=401'))).toEqual([400, 3041]);
    expect(codesOf(await list('latestCompleted=true'))).toEqual([400, 3019]);
    expect(codesOf(await list('creationDateTimeFrom=yesterday'))).toEqual([400, 4323]);
    for (const name of ['creation', 'completion'])
      expect(
        codesOf(
          await list(`${name}DateTimeFrom=2021-01-01T00:00:00Z&${name}DateTimeTo=2020-01-01T00:00:00Z`),
        ),
      ).toEqual([400, 3293]);
    expect(codesOf(await list('before=NOTHING'))).toEqual([400, 3003]);
  });

  it('shows another workspace nothing, whatever it asks for', async () => {
    for (const query of [
      '',
      'status=COMPLETE',
      'number=7',
      `export.guid=${definitions[1]!.guid}`,
      `creator.email=${COLLEAGUE}`,
      'creator.email=*',
      `creationDateTimeFrom=${createdAt(1)}`,
      `completionDateTimeFrom=${completedAt(1)}`,
    ])
      expect((await list(query, stranger)).body, query).toEqual({ count: 0, results: [] });
    expect(codesOf(await list(`before=${guidOf(10)}`, stranger))).toEqual([400, 3003]);
  });
});
