import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  messagesOf,
  ONE_ITEM,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  createInstallation,
  loginAs,
  type Installation,
  type TestServer,
} from '../support/server.ts';

const STATUSES = ['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'];
const COUNT = 45;
/** Runs 1 to 45: their statuses go round, the completed ones completed 0.7 s after second `number` of this minute. */
const MINUTE = '2020-03-09T21:18:';
const completedAt = (number: number): string => `${MINUTE}${String(number).padStart(2, '0')}Z`;
const statusOf = (number: number): string => STATUSES[number % STATUSES.length]!;
const hasCompleted = (number: number): boolean => ['COMPLETE', 'DOWNLOADED'].includes(statusOf(number));
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index + 1);
const LATEST = NUMBERS.findLast(hasCompleted)!;

let installation: Installation;
let server: TestServer;
let api: Api;
let page: Definition;
let many: Definition;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample']);
  api = await loginAs(server, ADMIN_EMAIL);
  page = await define(api);
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

describe('GET /v1/exports/{guid}/runs, the reference page', () => {
  it('an empty list before the first run', async () => {
    expect((await list('', await define(api))).text).toBe('{"count":0,"results":[]}');
  });

  it('has exactly the page’s shape and field order', async () => {
    await runToEnd(api, page);
    await runToEnd(api, page);
    const answer = await list('', page);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const shape = JSON.parse(answer.text, (key, value: unknown) =>
      key === 'guid' ? 'GUID' : key.endsWith('DateTime') ? 'ZULU' : value,
    ) as unknown;
    const run = (number: number): object => ({
      completionDateTime: 'ZULU',
      creationDateTime: 'ZULU',
      creator: { email: ADMIN_EMAIL, fullName: 'Administrator', guid: 'GUID' },
      criteria: ONE_ITEM,
      criteriaResultsCount: 1,
      files: [{ guid: 'GUID', title: null }],
      guid: 'GUID',
      number,
      status: 'COMPLETE',
    });
    expect(JSON.stringify(shape)).toBe(JSON.stringify({ count: 2, results: [run(1), run(2)] }));
    for (const { guid, creator, files, creationDateTime, completionDateTime } of answer.body.results) {
      for (const one of [guid, files![0]!.guid, creator.guid]) expect(one).toMatch(/^[A-Z0-9]{20}$/);
      for (const one of [creationDateTime, completionDateTime])
        expect(one).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Date.parse(completionDateTime!)).toBeGreaterThanOrEqual(Date.parse(creationDateTime));
    }
  });

  it('shows all six statuses; completionDateTime only of runs that completed, files only where there is one', async () => {
    const { body } = await list('limit=400');
    expect(body.results.map(({ status }) => status)).toEqual(NUMBERS.map(statusOf));
    for (const run of body.results) {
      expect(run.completionDateTime).toBe(hasCompleted(run.number) ? completedAt(run.number) : null);
      expect(run).not.toHaveProperty('files');
    }
  });
});

describe('the filters', () => {
  interface Filter {
    from?: number;
    to?: number;
    latest?: string;
    number?: number;
    status?: string;
  }
  const combinations: Filter[] = [undefined, 9].flatMap((from) =>
    [undefined, 39].flatMap((to) =>
      [undefined, 'true', 'false'].flatMap((latest) =>
        [undefined, 9, LATEST].flatMap((number) =>
          [undefined, 'DOWNLOADED', 'failed'].map((status) =>
            Object.fromEntries(
              Object.entries({ from, to, latest, number, status }).filter(([, value]) => value !== undefined),
            ),
          ),
        ),
      ),
    ),
  );

  function expected({ from, to, latest, number, status }: Filter): number[] {
    return NUMBERS.filter(
      (one) =>
        (from === undefined || (hasCompleted(one) && one >= from)) &&
        (to === undefined || (hasCompleted(one) && one <= to)) &&
        (latest !== 'true' || one === LATEST) &&
        (number === undefined || one === number) &&
        (status === undefined || statusOf(one) === status.toUpperCase()),
    );
  }

  it(`combine: each of ${combinations.length} questions has the runs that fit all of it`, async () => {
    for (const filter of combinations) {
      const query = new URLSearchParams({ limit: '400' });
      if (filter.from !== undefined) query.set('completionDateTimeFrom', completedAt(filter.from));
      if (filter.to !== undefined) query.set('completionDateTimeTo', completedAt(filter.to));
      if (filter.latest !== undefined) query.set('latestCompleted', filter.latest);
      if (filter.number !== undefined) query.set('number', String(filter.number));
      if (filter.status !== undefined) query.set('status', filter.status);
      const { body } = await list(query.toString());
      expect(
        body.results.map(({ number }) => number),
        query.toString(),
      ).toEqual(expected(filter));
      expect(body.count, query.toString()).toBe(body.results.length);
    }
  });

  it('completionDateTimeFrom and completionDateTimeTo are both inclusive, to the second that is shown', async () => {
    const second = completedAt(LATEST);
    const { body } = await list(`completionDateTimeFrom=${second}&completionDateTimeTo=${second}`);
    expect(body.results.map(({ number }) => number)).toEqual([LATEST]);
  });

  it('date-times are Zulu, bare or inside double quotes, a fraction tolerated', async () => {
    const bare = (await list(`completionDateTimeFrom=${completedAt(9)}`)).text;
    for (const text of [`"${completedAt(9)}"`, ` ${completedAt(9)} `, completedAt(9).replace('Z', '.000Z')]) {
      expect((await list(`completionDateTimeFrom=${encodeURIComponent(text)}`)).text, text).toBe(bare);
    }
  });

  it.each(['CREATED', 'RUNNING', 'COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'])(
    'status=%s',
    async (status) => {
      const { body } = await list(`status=${status}`);
      expect(body.results.map(({ number }) => number)).toEqual(
        NUMBERS.filter((one) => statusOf(one) === status),
      );
    },
  );

  it.each([
    ['completionDateTimeFrom=2020-03-09', [4323]],
    ['completionDateTimeFrom=2020-03-09T21:18:46', [4323]],
    ['completionDateTimeFrom=2020-03-09T21:18:46%2B00:00', [4323]],
    ['completionDateTimeTo=2020-02-30T00:00:00Z', [4323]],
    ['completionDateTimeTo=2020-03-09T25:00:00Z', [4323]],
    ['completionDateTimeTo=', [4323]],
    ['completionDateTimeTo=yesterday', [4323]],
    ['latestCompleted=TRUE', [3257]],
    ['latestCompleted=1', [3257]],
    ['latestCompleted=', [3257]],
    ['latestCompleted', [3257]],
    ['number=0', [3141]],
    ['number=-1', [3141]],
    ['number=1.0', [3141]],
    ['number=1e3', [3141]],
    ['number=99999999999', [3141]],
    ['status=DONE', [3006]],
    ['status=', [3006]],
    ['limit=0', [3041]],
    ['limit=401', [3041]],
    ['limit=ten', [3041]],
    ['offset=-1', [3041]],
    ['offset=1e1', [3041]],
    ['Status=COMPLETE', [3019]],
    ['completiondatetimefrom=2020-03-09T21:18:46Z', [3019]],
    ['guid=x', [3019]],
    ['__proto__=x', [3019]],
    ['constructor=x', [3019]],
    ['status=COMPLETE&status=COMPLETE', [3003]],
    ['completionDateTimeFrom=2020-03-09T21:18:46Z&completionDateTimeTo=2020-03-09T21:18:45Z', [3293]],
    [
      'colour=1&number=0&status=x&latestCompleted=x&completionDateTimeTo=x&limit=x&offset=x',
      [3006, 3019, 3041, 3141, 3257, 4323],
    ],
  ])('a bad one is refused by its code, every violation at once: %s', async (query, codes) => {
    const [status, ...found] = codesOf(await list(query));
    expect([status, ...found.sort()]).toEqual([400, ...codes]);
  });

  it.each([
    ['number=0', 'The attribute Number must be an integer greater than zero.'],
    [
      'latestCompleted=maybe',
      'The value "maybe" is not valid for the attribute "latestCompleted" of Boolean type.',
    ],
    ['colour=red', 'The attribute "colour" is not searchable.'],
    ['limit=0', 'The limit or offset parameter is invalid.'],
    [
      'completionDateTimeTo=9%20March',
      'The value "9 March" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.',
    ],
    ['status=done', 'The specified value "done" is not a valid option for the attribute "status".'],
  ])('in the contract’s words: %s', async (query, message) => {
    expect(messagesOf(await list(query))).toEqual([message]);
  });
});

describe('paging', () => {
  it('without offset and limit, answers with the first 20', async () => {
    const { body } = await list('');
    expect([body.count, body.results.map(({ number }) => number)]).toEqual([COUNT, NUMBERS.slice(0, 20)]);
  });

  it.each([45, 46, 1_000, 2_147_483_647])(
    'an offset past the end: 200 and an empty list (%i)',
    async (offset) => {
      const answer = await list(`offset=${offset}`);
      expect([answer.status, answer.text]).toEqual([200, `{"count":${COUNT},"results":[]}`]);
    },
  );

  it.each([1, 7, 15, 20, 44, 45, 46, 400])(
    'until a page is short, every row exactly once: limit %i',
    async (limit) => {
      const seen: number[] = [];
      for (let offset = 0, length = limit; length === limit; offset += limit) {
        const { results } = (await list(`offset=${offset}&limit=${limit}`)).body;
        length = results.length;
        seen.push(...results.map(({ number }) => number));
      }
      expect(seen).toEqual(NUMBERS);
    },
  );

  it.each([7, 15, 45])('until offset reaches count, every row exactly once: limit %i', async (limit) => {
    const seen: number[] = [];
    for (let offset = 0, count = 1; offset < count; offset += limit) {
      const { body } = await list(`offset=${offset}&limit=${limit}`);
      ({ count } = body);
      seen.push(...body.results.map(({ number }) => number));
    }
    expect(seen).toEqual(NUMBERS);
  });

  it('goes through what a filter leaves', async () => {
    const wanted = NUMBERS.filter((one) => statusOf(one) === 'FAILED');
    const first = (await list('status=FAILED&limit=5')).body;
    const second = (await list('status=FAILED&limit=5&offset=5')).body;
    expect([first.count, second.count]).toEqual([wanted.length, wanted.length]);
    expect([...first.results, ...second.results].map(({ number }) => number)).toEqual(wanted);
  });
});

describe('latestCompleted', () => {
  it('as a path answers with that one run, as the filter does', async () => {
    const one = await api.get<Run>(`/v1/exports/${many.guid}/runs/latestCompleted`);
    expect([one.status, one.body.number]).toEqual([200, LATEST]);
    expect(JSON.stringify((await list('latestCompleted=true')).body)).toBe(
      `{"count":1,"results":[${one.text}]}`,
    );
  });

  it('is the run that completed last, not the one with the highest number', async () => {
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

  it('none: as a path 400 / 3011, as a filter an empty list', async () => {
    const definition = await define(api);
    const answer = await api.get(`/v1/exports/${definition.guid}/runs/latestCompleted`);
    expect(codesOf(answer)).toEqual([400, 3011]);
    expect(messagesOf(answer)).toEqual(['The guid "latestCompleted" is not valid.']);
    expect((await list('latestCompleted=true', definition)).text).toBe('{"count":0,"results":[]}');
  });
});

it('request with bad GUID: 400 / 3011 with the GUID as received, decoded', async () => {
  const answer = await api.get('/v1/exports/L3N6PX663K3K3HOBOOT0%20/runs');
  expect(answer.text).toBe(
    '{"status":400,"errors":[{"code":3011,"message":"The guid \\"L3N6PX663K3K3HOBOOT0 \\" is not valid."}]}',
  );
});
