import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  codesOf,
  define,
  messagesOf,
  runToEnd,
  type Api,
  type Paged,
  type Run,
} from '../support/api-client.ts';

interface Activity {
  configuration: string;
  dateTime: string;
  numberOfResources: number;
  type: string;
  user: { email: string | null; fullName: string; guid: string };
}

const served = useServer({ sample: true, users: { member: {}, stranger: { elsewhere: true } } });
const PATH = '/v1/settings/recentactivities/exports';
/** In the order in which they were accepted. */
const runs: { run: Run; configuration: string }[] = [];

beforeAll(async () => {
  const all = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
  const one = await define(served.admin, { name: 'Model 300' });
  const every = await define(served.as('member'), { name: 'Everything', criteria: all });
  for (const [api, definition] of [
    [served.admin, one],
    [served.as('member'), every],
    [served.as('member'), one],
  ] as const) {
    runs.push({ run: await runToEnd(api, definition), configuration: definition.name });
    // Runs are told apart by the second here.
    await wait(1_100);
  }
});

async function list(query = '', api: Api = served.admin): Promise<Paged<Activity>> {
  const { status, text, body } = await api.get<Paged<Activity>>(`${PATH}?${query}`);
  expect(status, text).toBe(200);
  return body;
}
const expected = (...indexes: readonly number[]) =>
  indexes
    .map((index) => runs[index]!)
    .map(({ run, configuration }) => ({
      configuration,
      dateTime: run.creationDateTime,
      numberOfResources: run.criteriaResultsCount,
      type: 'API Export',
      user: run.creator,
    }));

describe(`GET ${PATH}`, () => {
  it('has one entry for each run of the workspace, the newest first, for every user [API-184]', async () => {
    for (const api of [served.admin, served.as('member')]) {
      expect(await list('', api)).toEqual({ count: 3, results: expected(2, 1, 0) });
    }
    expect((await list()).results.map(({ numberOfResources }) => numberOfResources > 1)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('counts 0 resources until the number is known', async () => {
    const definition = await define(served.as('stranger'), { name: 'Queued' });
    const started = await served
      .as('stranger')
      .post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
    expect(started.status).toBe(201);
    const [activity] = (await list('', served.as('stranger'))).results;
    expect(activity).toMatchObject({ configuration: 'Queued', numberOfResources: 0 });
  });

  it.each(['dateTimeFrom|dateTimeTo', 'DateTimeFrom|DateTimeTo'])(
    'filters by time, bounds inclusive: %s [API-185]',
    async (names) => {
      const [from, to] = names.split('|');
      const at = (index: number): string => runs[index]!.run.creationDateTime;
      expect((await list(`${from}=${at(1)}`)).results).toEqual(expected(2, 1));
      expect((await list(`${to}=${at(1)}`)).results).toEqual(expected(1, 0));
      expect(await list(`${from}=%22${at(1)}%22&${to}=${at(1)}`)).toEqual({ count: 1, results: expected(1) });
      expect(await list(`${from}=2999-01-01T00:00:00Z`)).toEqual({ count: 0, results: [] });
    },
  );

  it.each(['offset|limit', 'Offset|Limit'])(
    'pages by %s, every entry exactly once [API-186]',
    async (names) => {
      const [offsetName, limitName] = names.split('|');
      for (const limit of [1, 2, 3, 4]) {
        const found: Activity[] = [];
        for (let offset = 0, length = limit; length === limit; offset += limit) {
          const page = await list(`${offsetName}=${offset}&${limitName}=${limit}`);
          expect(page.count).toBe(3);
          ({ length } = page.results);
          found.push(...page.results);
        }
        expect(found).toEqual(expected(2, 1, 0));
      }
      expect(await list(`${offsetName}=50`)).toEqual({ count: 3, results: [] });
    },
  );

  it.each([
    ['limit=0', [400, 3041]],
    ['Limit=401', [400, 3041]],
    ['Offset=-1', [400, 3041]],
    ['dateTimeFrom=yesterday', [400, 4323]],
    ['DateTimeTo=2024-01-01', [400, 4323]],
    ['datetimefrom=2024-01-01T00:00:00Z', [400, 3019]],
    ['user=x', [400, 3019]],
    ['limit=1&Limit=2', [400, 3003]],
    ['dateTimeFrom=2024-01-01T00:00:00Z&DateTimeFrom=2024-01-01T00:00:00Z', [400, 3003]],
    ['dateTimeFrom=2024-01-02T00:00:00Z&dateTimeTo=2024-01-01T00:00:00Z', [400, 3293]],
    ['DateTimeFrom=2024-01-02T00:00:00Z&dateTimeTo=2024-01-01T00:00:00Z', [400, 3293]],
  ])('refuses %s', async (query, codes) => {
    expect(codesOf(await served.admin.get(`${PATH}?${query}`))).toEqual(codes);
  });

  it('names both ends of a range out of order [API-65]', async () => {
    const answer = await served.admin.get(
      `${PATH}?dateTimeFrom=2024-01-02T00:00:00Z&dateTimeTo=2024-01-01T00:00:00Z`,
    );
    expect(messagesOf(answer)).toEqual([
      'The datetimes in dateTimeFrom, dateTimeTo "2024-01-02T00:00:00Z, 2024-01-01T00:00:00Z" must be in chronological order.',
    ]);
  });

  it('without a session: 401; of another workspace: only its own', async () => {
    expect((await fetch(served.url + PATH)).status).toBe(401);
    const { results } = await list('', served.as('stranger'));
    expect(results.map(({ configuration }) => configuration)).not.toContain('Model 300');
  });
});
