import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  codesOf,
  define,
  messagesOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Run,
} from '../support/api-client.ts';

const ALL = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];
const PARTS = [[{ attribute: 'number', operator: 'STARTS_WITH', value: 'P-' }]];
const ASSEMBLY = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: 'A-1' }]];
/** `count` items without children, and one assembly of the first `lines` of them. */
function bundleOf(count: number, lines = count): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => `P-${String(index).padStart(5, '0')}`);
  return {
    'SPECS.csv': `number,name,revisionStatus\r\nA-1,Assembly,EFFECTIVE\r\n${numbers.map((one) => `${one},Part,EFFECTIVE\r\n`).join('')}`,
    'BOM.csv': `parent.number,item.number,lineNumber,quantity\r\n${numbers
      .slice(0, lines)
      .map((one, index) => `A-1,${one},${index + 1},1\r\n`)
      .join('')}`,
  };
}

async function start(api: Api, definition: Definition, body: object = {}) {
  return api.post<Run>(`/v1/exports/${definition.guid}/runs`, body, { Prefer: 'wait=60' });
}

/** The run with `waybill`, for the reason of a failure. */
async function fullRun(api: Api, definition: Definition, run: Run): Promise<Run> {
  return (await api.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}?view=full`)).body;
}

describe('the profile arena', () => {
  const served = useServer({
    flags: ['--limits', 'arena'],
    // One item more than it lets an export have, and an assembly with one line more.
    bundle: bundleOf(20_000, 5_001),
    users: { heidi: {} },
  });

  it('lets a workspace make 1 000 requests in 24 h, counted down in the header and told at login [API-85]', async () => {
    const answer = await served.admin.get('/v1/exports');
    expect(Number(answer.headers.get('x-arena-requests-remaining'))).toBeLessThan(1_000);
    const login = await served.admin.post<{ workspaceRequestLimit: number }>('/v1/login', {
      email: 'heidi@example.test',
      password: 'correct horse battery staple',
    });
    expect(login.body.workspaceRequestLimit).toBe(1_000);
  });

  it.each(['BOM', 'FILES'])(
    'refuses an export with %s of over 5 000 items at once, before work starts [API-73, API-83]',
    async (view) => {
      const definition = await define(served.admin, {
        criteria: PARTS,
        options: { exportViews: ['SPECS', view] },
      });
      const answer = await start(served.admin, definition);
      expect(codesOf(answer)).toEqual([400, 3149]);
      expect(messagesOf(answer)[0]).toMatch(
        /^Exports that generate over 5000 lines cannot include BOM or FILES as exportViews\./,
      );
      const { body } = await served.admin.get<{ count: number }>(`/v1/exports/${definition.guid}/runs`);
      expect(body.count).toBe(0);
    },
  );

  it('fails an export with BOM at run time when only the explosion gives over 5 000 lines [API-83]', async () => {
    const definition = await define(served.admin, {
      criteria: ASSEMBLY,
      options: { exportViews: ['SPECS', 'BOM'], bomLevels: 'FULL' },
    });
    const run = await fullRun(served.admin, definition, await runToEnd(served.admin, definition));
    expect(run).toMatchObject({
      status: 'FAILED',
      completionDateTime: null,
      waybill: {
        error: {
          code: 3149,
          message: expect.stringMatching(/over 5000 lines.*Narrow the criteria/) as string,
        },
      },
    });
    expect(run).not.toHaveProperty('files');
  });

  it('takes 20 000 items without BOM and FILES, and not one more [API-72, API-82]', async () => {
    const definition = await define(served.admin, { criteria: PARTS });
    expect(await runToEnd(served.admin, definition)).toMatchObject({
      status: 'COMPLETE',
      criteriaResultsCount: 20_000,
    });
    const answer = await start(served.admin, await define(served.admin, { criteria: ALL }));
    expect(codesOf(answer)).toEqual([400, 3148]);
    expect(messagesOf(answer)).toEqual(['A maximum of 20000 items can be exported.']);
  });

  it('has one export in progress per user, of whatever definition; another user has one too [API-70, API-84]', async () => {
    const [first, second] = [
      await define(served.admin, { criteria: PARTS }),
      await define(served.admin, { criteria: PARTS }),
    ];
    const answers = await Promise.all(
      [first, second, first, second].map((definition) =>
        served.admin.post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 201);
    expect(accepted).toHaveLength(1);
    for (const refused of answers.filter((one) => !accepted.includes(one))) {
      expect(codesOf(refused)).toEqual([400, 3144]);
      expect(messagesOf(refused)).toEqual(['Only one export can be in progress at any point in time.']);
    }
    expect((await start(served.as('heidi'), first)).status).toBe(201);
    // The end of the one makes room for the next.
    const [run] = accepted;
    for (const { guid } of [first, second]) {
      const { body } = await served.admin.get<{ results: Run[] }>(`/v1/exports/${guid}/runs?limit=400`);
      const open = body.results.find(({ guid: one }) => one === run!.body.guid);
      if (open !== undefined)
        await waitForStatus(served.admin, `/v1/exports/${guid}/runs/${open.guid}`, ['COMPLETE']);
    }
    expect((await start(served.admin, second)).status).toBe(201);
  });

  it('takes one criterion when it is about the guid of an item, in definitions and in runs [API-86]', async () => {
    const guid = { attribute: 'guid', operator: 'IS_EQUAL_TO', value: 'A'.repeat(20) };
    const number = { attribute: 'number', operator: 'IS_EQUAL_TO', value: 'A-1' };
    const body = { name: 'Test', world: 'ITEMS' };
    expect(
      codesOf(await served.admin.post('/v1/exports', { ...body, criteria: [[guid, 'OR', number]] })),
    ).toEqual([400, 3003]);
    expect((await served.admin.post('/v1/exports', { ...body, criteria: [[guid]] })).status).toBe(201);
    const open = await define(served.admin, { criteria: null });
    expect(codesOf(await start(served.admin, open, { criteria: [[guid], 'AND', [number]] }))).toEqual([
      400, 3003,
    ]);
    expect((await start(served.admin, open, { criteria: [[number, 'OR', number]] })).status).toBe(201);
  });
});

describe('the profile open', () => {
  const served = useServer({ flags: ['--limits', 'open'], bundle: bundleOf(20_000) });

  it('has no ceiling on items, nor on lines with BOM or FILES [API-79]', async () => {
    const definition = await define(served.admin, {
      criteria: ALL,
      options: { exportViews: ['SPECS', 'BOM', 'FILES'], bomLevels: 'FULL' },
    });
    expect(await runToEnd(served.admin, definition)).toMatchObject({
      status: 'COMPLETE',
      criteriaResultsCount: 20_001,
    });
  });

  it('has any number of runs in progress [API-80]', async () => {
    // Nobody works, so that all of them stay in progress.
    await served.restart(['--limits', 'open', '--workers', '0']);
    const definition = await define(served.admin, { criteria: PARTS });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        served.admin.post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    const { body } = await served.admin.get<{ count: number }>(
      `/v1/exports/${definition.guid}/runs?status=CREATED`,
    );
    expect(body.count).toBe(50);
  });
});

describe('each number of the profile', () => {
  const served = useServer({
    flags: ['--limits', 'arena'],
    env: {
      WAYBILL_MAX_ITEMS: '5',
      WAYBILL_MAX_LINES: '5',
      WAYBILL_GUID_CRITERIA: '2',
      WAYBILL_REQUEST_LIMIT: 'none',
    },
    bundle: bundleOf(5),
  });

  it('can be set by itself: the items of an export [API-72, API-87]', async () => {
    const six = await start(served.admin, await define(served.admin, { criteria: ALL }));
    expect(codesOf(six)).toEqual([400, 3148]);
    expect(messagesOf(six)).toEqual(['A maximum of 5 items can be exported.']);
    expect(await runToEnd(served.admin, await define(served.admin, { criteria: PARTS }))).toMatchObject({
      status: 'COMPLETE',
      criteriaResultsCount: 5,
    });
  });

  it('can be set by itself: items that only the explosion adds fail the run [API-87]', async () => {
    const definition = await define(served.admin, {
      criteria: ASSEMBLY,
      options: { bomLevels: 'SINGLE' },
    });
    const run = await fullRun(served.admin, definition, await runToEnd(served.admin, definition));
    expect(run.status).toBe('FAILED');
    expect(run.waybill!.error).toEqual({ code: 3148, message: 'A maximum of 5 items can be exported.' });
  });

  it('can be set by itself: the lines of an export with BOM or FILES [API-87]', async () => {
    const six = await define(served.admin, {
      criteria: ASSEMBLY,
      options: { exportViews: ['SPECS', 'BOM'] },
    });
    const run = await fullRun(served.admin, six, await runToEnd(served.admin, six));
    expect(run).toMatchObject({
      status: 'FAILED',
      waybill: { error: { code: 3149, message: expect.stringMatching(/over 5 lines/) as string } },
    });
    const five = await define(served.admin, {
      criteria: ASSEMBLY,
      options: { exportViews: ['BOM', 'SOURCING', 'FILES'] },
    });
    expect(await runToEnd(served.admin, five)).toMatchObject({ status: 'COMPLETE' });
  });

  it('can be set by itself: criteria about a guid [API-87]', async () => {
    const guid = { attribute: 'guid', operator: 'IS_EQUAL_TO', value: 'A'.repeat(20) };
    const body = { name: 'Test', world: 'ITEMS' };
    expect((await served.admin.post('/v1/exports', { ...body, criteria: [[guid, 'OR', guid]] })).status).toBe(
      201,
    );
    expect(
      codesOf(
        await served.admin.post('/v1/exports', { ...body, criteria: [[guid, 'OR', guid, 'OR', guid]] }),
      ),
    ).toEqual([400, 3003]);
  });

  it('can be lifted: none says the reference’s number for no limit', async () => {
    const answer = await served.admin.get('/v1/exports');
    expect(Number(answer.headers.get('x-arena-requests-remaining'))).toBeGreaterThan(2_000_000_000);
  });
});

describe('a number of runs in progress', () => {
  const served = useServer({
    flags: ['--limits', 'arena', '--workers', '0'],
    env: { WAYBILL_RUNS_IN_PROGRESS: '2' },
  });

  it('can be set by itself [API-70, API-87]', async () => {
    const definition = await define(served.admin);
    const answers = [];
    for (let call = 0; call < 3; call += 1)
      answers.push(
        codesOf(
          await served.admin.post(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' }),
        ),
      );
    expect(answers).toEqual([[201], [201], [400, 3144]]);
  });
});

describe('a spent allowance', () => {
  const served = useServer({ flags: ['--request-limit', '3'] });

  it('answers 429 / 4084 with the limit, the time of the reset and Retry-After [API-47, API-87]', async () => {
    const answers = [];
    for (let call = 0; call < 4; call += 1) answers.push(await served.admin.get('/v1/exports'));
    const refused = answers.at(-1)!;
    expect(codesOf(refused)).toEqual([429, 4084]);
    expect(messagesOf(refused)[0]).toMatch(
      /^You have exceeded your maximum of "3" requests during the last 24 hours\. Additional requests can be made at ".+"\.$/,
    );
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
