import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  messagesOf,
  ONE_ITEM,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Run,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const MEMBER = 'heidi.walker@example.test';
const ZULU = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const GUID = /^[A-Z0-9]{20}$/;

// Runs that are not waited for overlap.
const served = useServer({
  sample: true,
  flags: ['--run-wait', '1m'],
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
  users: { member: { email: MEMBER } },
});
let admin: Api;
let member: Api;
let withCriteria: Definition;
let without: Definition;

beforeAll(async () => {
  [admin, member] = [served.admin, served.as('member')];
  withCriteria = await define(admin);
  without = await define(admin, { criteria: null });
});

const start = (definition: Definition, body?: unknown, headers: Record<string, string> = {}) =>
  admin.post<Run>(`/v1/exports/${definition.guid}/runs`, body, headers);

describe('POST /v1/exports/{guid}/runs', () => {
  it('answers 201 with the run, COMPLETE with its file when the export is small, its fields in the order of the page [API-121, API-123, API-131, API-140, API-144]', async () => {
    const answer = await start(withCriteria, {});
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(
      'completionDateTime creationDateTime creator criteria criteriaResultsCount files guid number status'.split(
        ' ',
      ),
    );
    expect(answer.body).toEqual({
      completionDateTime: expect.stringMatching(ZULU) as string,
      creationDateTime: expect.stringMatching(ZULU) as string,
      creator: withCriteria.creator,
      criteria: ONE_ITEM,
      criteriaResultsCount: 1,
      files: [{ guid: expect.stringMatching(GUID) as string, title: null }],
      guid: expect.stringMatching(GUID) as string,
      number: 1,
      status: 'COMPLETE',
    });
  });

  it('numbers runs 1, 2, 3… per definition, however many come at once [API-122]', async () => {
    const definition = await define(admin);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => start(definition, {}, { Prefer: 'respond-async' })),
    );
    expect(answers.map(({ body }) => body.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each([undefined, '', ' ', '{}', '{"criteria":null}', '{"criteria":[]}'])(
    'with the body %j runs the definition’s criteria [API-142, API-143]',
    async (text) => {
      const answer = await admin.send<Run>(`/v1/exports/${withCriteria.guid}/runs`, {
        method: 'POST',
        ...(text !== undefined && { text }),
      });
      expect([answer.status, answer.body.criteria]).toEqual([201, ONE_ITEM]);
    },
  );

  it('runs its own criteria when the definition has none [API-141]', async () => {
    const criteria = [[{ attribute: 'number', operator: 'STARTS_WITH', value: '900-' }]];
    const { body } = await start(without, { criteria });
    expect(body.criteria).toEqual(criteria);
    expect(body.criteriaResultsCount).toBeGreaterThan(1);
  });

  it.each([{}, { criteria: null }, { criteria: [] }])(
    'neither definition nor run has criteria: 3140 for %j [API-67, API-143]',
    async (body) => {
      const answer = await start(without, body);
      expect(codesOf(answer)).toEqual([400, 3140]);
      expect(messagesOf(answer)).toEqual(['The export must have criteria to run.']);
    },
  );

  it('both have criteria: 3142, even the same [API-69]', async () => {
    const answer = await start(withCriteria, { criteria: ONE_ITEM });
    expect(codesOf(answer)).toEqual([400, 3142]);
    expect(messagesOf(answer)).toEqual([
      'Cannot override the criteria already set on the export definition.',
    ]);
  });

  it('criteriaResultsCount is the number of items the criteria matched, before BOM explosion [API-124]', async () => {
    const options = { bomLevels: 'FULL', exportViews: ['SPECS', 'BOM'] };
    const run = await runToEnd(admin, await define(admin, { options }));
    expect([run.status, run.criteriaResultsCount]).toEqual(['COMPLETE', 1]);
    const none = await runToEnd(admin, without, {
      criteria: [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: 'no such item' }]],
    });
    expect([none.status, none.criteriaResultsCount]).toEqual(['COMPLETE', 0]);
  });

  it('every user of the workspace may run a definition, and is then the run’s creator', async () => {
    const run = await runToEnd(member, withCriteria);
    expect(run.creator).toMatchObject({ email: MEMBER, fullName: 'Heidi Walker' });
    expect((await member.get(`/v1/exports/${withCriteria.guid}/runs/${run.guid}`)).status).toBe(200);
  });

  it.each([
    [{ criteria: 'all' }, [3003]],
    [{ criteria: [[{ attribute: 'colour', operator: 'CONTAINS', value: 'a' }]] }, [3004]],
    [{ name: 'x' }, [3031]],
    [{ status: 'COMPLETE', guid: 'x' }, [3031, 3031]],
    [{ colour: 1, criteria: [[{ attribute: 'number', operator: 'IS_AFTER', value: 'a' }]] }, [3031, 3114]],
  ])('lists every violation of its body: %j [API-41, API-60]', async (body, codes) => {
    const [status, ...found] = codesOf(await start(without, body));
    expect([status, ...found.sort()]).toEqual([400, ...codes]);
  });

  it('a refused run leaves no run behind, nor a number', async () => {
    const definition = await define(admin);
    await start(definition, { criteria: ONE_ITEM });
    await start(definition, { colour: 'red' });
    expect((await start(definition)).body.number).toBe(1);
  });

  it('refuses query parameters: 3019', async () => {
    expect(codesOf(await admin.post(`/v1/exports/${withCriteria.guid}/runs?wait=1`))).toEqual([400, 3019]);
    expect(codesOf(await admin.post(`/v1/exports/${withCriteria.guid}/runs?view=short`))).toEqual([
      400, 3006,
    ]);
  });
});

describe('Prefer', () => {
  it.each([
    ['respond-async', 'respond-async'],
    ['wait=0', 'wait=0'],
    ['handling=lenient, respond-async; x=1', 'respond-async'],
    ['RESPOND-ASYNC', 'respond-async'],
  ])('%s is answered at once [API-145, API-146]', async (prefer, applied) => {
    const answer = await start(withCriteria, {}, { Prefer: prefer });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('preference-applied')).toBe(applied);
    expect(['CREATED', 'RUNNING', 'COMPLETE']).toContain(answer.body.status);
  });

  it.each([
    ['wait=30', 'wait=30'],
    ['wait="30"', 'wait=30'],
    ['wait=99999', 'wait=60'],
    ['wait=soon', null],
    ['return=minimal', null],
  ])('%s holds the answer until the run has ended [API-145]', async (prefer, applied) => {
    const answer = await start(withCriteria, {}, { Prefer: prefer });
    expect([answer.body.status, answer.headers.get('preference-applied')]).toEqual(['COMPLETE', applied]);
  });

  it('an answer that was not held is CREATED, and the run goes on by itself [API-125, API-129, API-146]', async () => {
    await served.restart(['--workers', '0']);
    admin = served.admin;
    const answer = await start(withCriteria, {}, { Prefer: 'wait=0' });
    expect(answer.body.status).toBe('CREATED');
    expect(answer.body).toMatchObject({ completionDateTime: null, criteriaResultsCount: null });
    expect(answer.body).not.toHaveProperty('files');
    await served.restart(['--run-wait', '1m']);
    admin = served.admin;
    const path = `/v1/exports/${withCriteria.guid}/runs/${answer.body.guid}`;
    expect((await waitForStatus(admin, path, ['COMPLETE', 'FAILED'])).status).toBe('COMPLETE');
    const next = await start(withCriteria);
    expect(next.body.status).toBe('COMPLETE');
  });
});

describe('GET /v1/exports/{guid}/runs/{run}', () => {
  it('answers with the run as it stands in the list', async () => {
    const run = await runToEnd(admin, withCriteria);
    const one = await admin.get<Run>(`/v1/exports/${withCriteria.guid}/runs/${run.guid}`);
    expect(one.text).toBe(JSON.stringify(run));
    const list = await admin.get<{ results: Run[] }>(
      `/v1/exports/${withCriteria.guid}/runs?number=${run.number}`,
    );
    expect(JSON.stringify(list.body.results)).toBe(`[${one.text}]`);
  });

  it('extra fields appear under waybill, and only when asked for with ?view=full [API-193, API-195, API-196, API-198]', async () => {
    const run = await runToEnd(admin, withCriteria);
    const path = `/v1/exports/${withCriteria.guid}/runs`;
    for (const query of [`${path}/${run.guid}`, `${path}/latestCompleted`]) {
      expect((await admin.get<Run>(query)).body).not.toHaveProperty('waybill');
      const { waybill, ...rest } = (await admin.get<Run>(`${query}?view=full`)).body;
      expect(rest).toEqual(run);
      expect(waybill).toMatchObject({
        attempt: 1,
        error: null,
        startedDateTime: expect.stringMatching(ZULU) as string,
      });
      expect(waybill).toMatchObject({ expirationDateTime: expect.stringMatching(ZULU) as string });
    }
    const list = (await admin.get<{ results: Run[] }>(`${path}?view=full&number=${run.number}`)).body.results;
    expect(list[0]!.waybill).toMatchObject({ attempt: 1 });
  });

  it('answers a run or a definition that is not here 3011, the GUID as received [API-53]', async () => {
    const run = await runToEnd(admin, withCriteria);
    const answer = await admin.get(`/v1/exports/${withCriteria.guid}/runs/NO%20SUCH`);
    expect(codesOf(answer)).toEqual([400, 3011]);
    expect(messagesOf(answer)).toEqual(['The guid "NO SUCH" is not valid.']);
    expect(messagesOf(await admin.get(`/v1/exports/NOPE/runs/${run.guid}`))).toEqual([
      'The guid "NOPE" is not valid.',
    ]);
    expect(codesOf(await createApi(served.url, admin.token).post('/v1/exports/NOPE/runs'))).toEqual([
      400, 3011,
    ]);
  });
});
