import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  define,
  fileUrlOf,
  messagesOf,
  ONE_ITEM,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, useServer } from '../support/acceptance.ts';
import { answerOf, queryOf, runQuestions, type KnownRuns } from '../support/run-questions.ts';
import { findStored } from '../support/stored-files.ts';
import { until } from '../support/until.ts';

const CONTENT = 'what the file says';
/** Runs 1 to 30 have ended in turn as COMPLETE, DOWNLOADED and FAILED; 31 to 45 were made while nobody worked. */
const COUNT = 45;
const WORKED = 30;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index + 1);
const statusOf = (number: number): string =>
  number > WORKED ? ['ABORTED', 'CREATED'][number % 2]! : ['COMPLETE', 'DOWNLOADED', 'FAILED'][number % 3]!;
const hasCompleted = (number: number): boolean => ['COMPLETE', 'DOWNLOADED'].includes(statusOf(number));
const LATEST = NUMBERS.findLast(hasCompleted)!;

// Runs that nobody takes up wait side by side.
const served = useServer({
  bundle: {
    'SPECS.csv': 'number,name\r\n900-00001,Model 300\r\n',
    'FILES.csv':
      'parent.number,file.name,file.guid,contentPath\r\n900-00001,a.txt,FILE0WITH0CONTENT000,files/FILE0WITH0CONTENT000/a.txt\r\n',
    'files/FILE0WITH0CONTENT000/a.txt': CONTENT,
  },
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
});
let api: Api;
let page: Definition;
let many: Definition;
/** When each run completed, to the second, by its number. */
let completed: Map<number, string | null>;

beforeAll(async () => {
  api = served.admin;
  page = await define(api);
});

const list = (query: string, definition = many) =>
  api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?${query}`);

async function makeRuns(): Promise<void> {
  many = await define(api, { options: { fileContent: { item: 'ALL' } } });
  const stored = await findStored(served.installation, createHash('sha256').update(CONTENT).digest('hex'));
  for (let number = 1; number <= WORKED; number += 1) {
    const status = statusOf(number);
    if (status === 'FAILED') await writeFile(stored, 'spoilt');
    const run = await runToEnd(api, many);
    if (status === 'FAILED') await writeFile(stored, CONTENT);
    if (status === 'DOWNLOADED') await api.get(`${fileUrlOf(many, run)}/content`);
    // They are to have completed in several seconds.
    const second = Math.floor(Date.now() / 1_000);
    if (number % 10 === 0) await until(() => Date.now() >= (second + 1) * 1_000);
  }
  await served.restart(['--workers', '0']);
  api = served.admin;
  for (let number = WORKED + 1; number <= COUNT; number += 1) {
    const path = `/v1/exports/${many.guid}/runs`;
    const { body } = await api.post<Run>(path, {}, { Prefer: 'respond-async' });
    if (statusOf(number) === 'ABORTED') await api.post(`${path}/${body.guid}/abort`);
  }
  const { results } = (await list('limit=400')).body;
  completed = new Map(results.map(({ number, completionDateTime }) => [number, completionDateTime]));
}

describe('GET /v1/exports/{guid}/runs, the reference page', () => {
  it('an empty list before the first run', async () => {
    expect((await list('', await define(api))).text).toBe('{"count":0,"results":[]}');
  });

  it('has exactly the page’s shape and field order [API-33, API-121, API-147, PAGE-1, PAGE-8, PAGE-15, PAGE-18, PAGE-23]', async () => {
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
});

it('takes the request header content-type: application/json, as the page has it [PAGE-9]', async () => {
  const path = `/v1/exports/${page.guid}/runs`;
  const answer = await api.send(path, { headers: { 'content-type': 'application/json' } });
  expect([answer.status, answer.text]).toEqual([200, (await api.get(path)).text]);
});

describe('latestCompleted before the first run', () => {
  it('none: as a path 400 / 3011, as a filter an empty list [API-157]', async () => {
    const definition = await define(api);
    const answer = await api.get(`/v1/exports/${definition.guid}/runs/latestCompleted`);
    expect(codesOf(answer)).toEqual([400, 3011]);
    expect(messagesOf(answer)).toEqual(['The guid "latestCompleted" is not valid.']);
    expect((await list('latestCompleted=true', definition)).text).toBe('{"count":0,"results":[]}');
  });
});

describe('of 45 runs', () => {
  beforeAll(makeRuns);

  it('shows the status of each; completionDateTime only of runs that completed, files only where there is one [API-39, API-123, API-125, API-126, API-127]', async () => {
    const { body } = await list('limit=400');
    expect(body.results.map(({ status }) => status)).toEqual(NUMBERS.map(statusOf));
    for (const run of body.results) {
      expect(run.completionDateTime !== null).toBe(hasCompleted(run.number));
      expect('files' in run).toBe(hasCompleted(run.number));
    }
  });

  describe('the filters', () => {
    const known: KnownRuns = {
      numbers: NUMBERS,
      statusOf,
      completedAt: (number) => completed.get(number) ?? undefined,
      latest: LATEST,
    };
    const questions = runQuestions(known, 25);

    it(`combine: each of ${questions.length} questions has the runs that fit all of it [API-148, API-149, API-150, API-152, API-153, API-154, PAGE-10, PAGE-11, PAGE-12, PAGE-13]`, async () => {
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

    it('completionDateTimeFrom and completionDateTimeTo are both inclusive, to the second that is shown [API-148, API-149]', async () => {
      const second = completed.get(LATEST)!;
      const { body } = await list(`completionDateTimeFrom=${second}&completionDateTimeTo=${second}`);
      const wanted = NUMBERS.filter((number) => completed.get(number) === second);
      expect(wanted.length).toBeLessThan(NUMBERS.filter(hasCompleted).length);
      expect(body.results.map(({ number }) => number)).toEqual(wanted);
    });

    it('date-times are Zulu, bare or inside double quotes, a fraction tolerated [API-14, API-15, API-16, API-18]', async () => {
      const second = completed.get(25)!;
      const bare = (await list(`completionDateTimeFrom=${second}`)).text;
      for (const text of [`"${second}"`, ` ${second} `, second.replace('Z', '.000Z')]) {
        expect((await list(`completionDateTimeFrom=${encodeURIComponent(text)}`)).text, text).toBe(bare);
      }
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
    ])(
      'a bad one is refused by its code, every violation at once: %s [API-12, API-13, API-14, API-17, API-35, API-41, API-65, PAGE-16]',
      async (query, codes) => {
        const [status, ...found] = codesOf(await list(query));
        expect([status, ...found.sort()]).toEqual([400, ...codes]);
      },
    );

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
    ])(
      'in the contract’s words: %s [API-52, API-57, API-61, API-63, API-66, API-68]',
      async (query, message) => {
        expect(messagesOf(await list(query))).toEqual([message]);
      },
    );
  });

  describe('paging', () => {
    it('without offset and limit, answers with the first 20 [API-34]', async () => {
      const { body } = await list('');
      expect([body.count, body.results.map(({ number }) => number)]).toEqual([COUNT, NUMBERS.slice(0, 20)]);
    });

    it.each([45, 46, 1_000, 2_147_483_647])(
      'an offset past the end: 200 and an empty list (%i) [API-36]',
      async (offset) => {
        const answer = await list(`offset=${offset}`);
        expect([answer.status, answer.text]).toEqual([200, `{"count":${COUNT},"results":[]}`]);
      },
    );

    it.each([1, 7, 15, 20, 44, 45, 46, 400])(
      'until a page is short, every row exactly once: limit %i [API-34, API-37]',
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

    it.each([7, 15, 45])(
      'until offset reaches count, every row exactly once: limit %i [API-38]',
      async (limit) => {
        const seen: number[] = [];
        for (let offset = 0, count = 1; offset < count; offset += limit) {
          const { body } = await list(`offset=${offset}&limit=${limit}`);
          ({ count } = body);
          seen.push(...body.results.map(({ number }) => number));
        }
        expect(seen).toEqual(NUMBERS);
      },
    );

    it('goes through what a filter leaves [API-154]', async () => {
      const wanted = NUMBERS.filter((one) => statusOf(one) === 'FAILED');
      const first = (await list('status=FAILED&limit=5')).body;
      const second = (await list('status=FAILED&limit=5&offset=5')).body;
      expect([first.count, second.count]).toEqual([wanted.length, wanted.length]);
      expect([...first.results, ...second.results].map(({ number }) => number)).toEqual(wanted);
    });
  });

  describe('latestCompleted', () => {
    it('as a path answers with that one run, as the filter does [API-150, API-156, PAGE-12]', async () => {
      const one = await api.get<Run>(`/v1/exports/${many.guid}/runs/latestCompleted`);
      expect([one.status, one.body.number]).toEqual([200, LATEST]);
      expect(JSON.stringify((await list('latestCompleted=true')).body)).toBe(
        `{"count":1,"results":[${one.text}]}`,
      );
    });
  });
});

it('request with bad GUID: 400 / 3011 with the GUID as received, decoded [API-53, PAGE-24]', async () => {
  const answer = await api.get('/v1/exports/L3N6PX663K3K3HOBOOT0%20/runs');
  expect(answer.text).toBe(
    '{"status":400,"errors":[{"code":3011,"message":"The guid \\"L3N6PX663K3K3HOBOOT0 \\" is not valid."}]}',
  );
});
