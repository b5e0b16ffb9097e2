import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { define, runToEnd, type Api, type Definition, type Paged, type Run } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import {
  answerOf,
  queryOf,
  runQuestions,
  type KnownRuns,
  type RunQuestion,
} from '../support/run-questions.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

const STATUSES = ['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'];
const COUNT = 45;
/** Runs 1 to 45: their statuses go round, the completed ones completed 0.7 s after second `number` of this minute. */
const MINUTE = '2020-03-09T21:18:';
const completedAt = (number: number): string => `${MINUTE}${String(number).padStart(2, '0')}Z`;
const statusOf = (number: number): string => STATUSES[number % STATUSES.length]!;
const hasCompleted = (number: number): boolean => ['COMPLETE', 'DOWNLOADED'].includes(statusOf(number));
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index + 1);
const LATEST = NUMBERS.findLast(hasCompleted)!;

let installation: OpenInstallation;
let server: TestServer;
let api: Api;
let many: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample']);
  api = await loginAs(server, ADMIN_EMAIL);
  many = await define(api);
  await installation.query(
    `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, criteria, created_at, completed_at, ended_at, lease)
     SELECT d.workspace_id, d.id, 'RUN' || lpad(n::text, 17, '0'), n, d.creator_id, s.status, d.criteria, now(),
            CASE WHEN s.status IN ('COMPLETE', 'DOWNLOADED') THEN c.at END, CASE WHEN s.status NOT IN ('CREATED', 'RUNNING') THEN c.at END,
            CASE WHEN s.status = 'RUNNING' THEN gen_random_uuid() END
     FROM export_definitions d CROSS JOIN generate_series(1, $2::int) n
     CROSS JOIN LATERAL (SELECT ($3::text[])[n % 6 + 1] AS status) s
     CROSS JOIN LATERAL (SELECT $4::timestamptz + make_interval(secs => n + 0.7) AS at) c WHERE d.guid = $1`,
    [many.guid, COUNT, STATUSES, `${MINUTE}00Z`],
  );
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const list = (query: string, definition = many) =>
  api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?${query}`);

describe('GET /v1/exports/{guid}/runs, with runs of all six statuses', () => {
  it('shows all six statuses; completionDateTime only of runs that completed, files only where there is one [API-125, API-126, API-127]', async () => {
    const { body } = await list('limit=400');
    expect(body.results.map(({ status }) => status)).toEqual(NUMBERS.map(statusOf));
    for (const run of body.results) {
      expect(run.completionDateTime).toBe(hasCompleted(run.number) ? completedAt(run.number) : null);
      expect(run).not.toHaveProperty('files');
    }
  });

  const known: KnownRuns = {
    numbers: NUMBERS,
    statusOf,
    completedAt: (number) => (hasCompleted(number) ? completedAt(number) : undefined),
    latest: LATEST,
  };
  const questions = runQuestions(known, 39);

  it(`combine: each of ${questions.length} questions has the runs that fit all of it [API-151, API-154]`, async () => {
    for (const question of questions) {
      const query = queryOf(question, known);
      const { body } = await list(query);
      expect(
        body.results.map(({ number }) => number),
        query,
      ).toEqual(answerOf(question, known));
      expect(body.count, query).toBe(body.results.length);
    }
  });

  it.each([1, 4, 7])(
    'a page is the part of the whole that offset and limit name: limit %i',
    async (limit) => {
      // Bounds apart and together, by which the runs stand in different indexes.
      const all: readonly RunQuestion[] = [
        {},
        { status: 'COMPLETE' },
        { from: 9 },
        { from: 9, to: 39 },
        { to: 39, status: 'DOWNLOADED' },
        { latest: 'true' },
        { number: 9 },
      ];
      for (const question of all) {
        const wanted = answerOf(question, known);
        for (let offset = 0; offset <= wanted.length + 1; offset += limit) {
          const query = queryOf(question, known).replace('limit=400', `limit=${limit}&offset=${offset}`);
          const { body } = await list(query);
          const found = [body.count, body.results.map(({ number }) => number)];
          expect(found, query).toEqual([wanted.length, wanted.slice(offset, offset + limit)]);
        }
      }
    },
  );

  it('lists of different definitions, asked for at once, are each as if asked for alone', async () => {
    const few = await define(api);
    await runToEnd(api, few);
    const asked = [few, many].flatMap((definition) =>
      [
        'limit=400',
        'limit=3',
        'offset=40',
        'status=COMPLETE',
        'status=COMPLETE&offset=2',
        'number=1',
        'view=full',
      ].map((query) => ({ definition, query })),
    );
    const alone: string[] = [];
    for (const { definition, query } of asked) alone.push((await list(query, definition)).text);
    expect(new Set(alone).size).toBeGreaterThan(9);
    const together = await Promise.all(
      Array.from({ length: 5 }, () => asked)
        .flat()
        .map(async ({ definition, query }) => (await list(query, definition)).text),
    );
    expect(together).toEqual(Array.from({ length: 5 }, () => alone).flat());
  });

  it('shows every file of a run, in the order in which they came', async () => {
    const definition = await define(api);
    const [first, second] = [await runToEnd(api, definition), await runToEnd(api, definition)];
    // A GUID that is first by name, of the file that came last.
    await installation.query(
      `INSERT INTO export_run_files (run_id, guid, name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at)
       SELECT run_id, '00000000000000000000', name, mime_type, format, size_bytes, sha256, storage_key, created_at, expires_at
       FROM export_run_files WHERE guid = $1`,
      [first.files![0]!.guid],
    );
    const files = [first.files![0]!, { guid: '00000000000000000000', title: null }];
    const { body } = await list('', definition);
    expect(body.results).toEqual([{ ...first, files }, second]);
    expect((await api.get<Run>(`/v1/exports/${definition.guid}/runs/${first.guid}`)).body).toEqual({
      ...first,
      files,
    });
  });

  it('completionDateTimeFrom and completionDateTimeTo are both inclusive, to the second that is shown', async () => {
    const second = completedAt(LATEST);
    const { body } = await list(`completionDateTimeFrom=${second}&completionDateTimeTo=${second}`);
    expect(body.results.map(({ number }) => number)).toEqual([LATEST]);
  });

  it.each(['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'])(
    'status=%s [API-153, PAGE-14]',
    async (status) => {
      const { body } = await list(`status=${status}`);
      expect(body.results.map(({ number }) => number)).toEqual(
        NUMBERS.filter((one) => statusOf(one) === status),
      );
    },
  );

  it('as a path answers with that one run, as the filter does', async () => {
    const one = await api.get<Run>(`/v1/exports/${many.guid}/runs/latestCompleted`);
    expect([one.status, one.body.number]).toEqual([200, LATEST]);
    expect(JSON.stringify((await list('latestCompleted=true')).body)).toBe(
      `{"count":1,"results":[${one.text}]}`,
    );
  });

  it('is the run that completed last, not the one with the highest number [API-150, PAGE-12]', async () => {
    const definition = await define(api);
    const first = await runToEnd(api, definition);
    await runToEnd(api, definition);
    await installation.query(
      "UPDATE export_runs SET completed_at = completed_at + interval '1 day' WHERE guid = $1",
      [first.guid],
    );
    expect((await api.get<Run>(`/v1/exports/${definition.guid}/runs/latestCompleted`)).body.guid).toBe(
      first.guid,
    );
    expect((await list('latestCompleted=true', definition)).body.results.map(({ guid }) => guid)).toEqual([
      first.guid,
    ]);
  });
});
