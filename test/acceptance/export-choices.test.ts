import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, define, type Paged } from '../support/api-client.ts';
import { createMatcher } from '../support/criteria-matching.ts';
import { criteriaRecords } from '../support/view-records-criteria.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({
  bundle: criteriaRecords(),
  env: { WAYBILL_MAX_ITEMS: '7', WAYBILL_GUID_CRITERIA: 'none' },
  flags: ['--limits', 'arena'],
  users: { stranger: { elsewhere: true } },
});

interface View {
  view: string;
  title: string;
  row: string;
  needs: string | null;
  columns: { apiName: string; name: string; type: string; isCustom: boolean }[];
}
interface Attribute {
  apiName: string;
  name: string;
  type: string;
  operators: string[];
  isCustom: boolean;
  fieldType?: string;
  multiSelect: boolean;
  possibleValues?: string[];
}

async function list<Row>(path: string, api = served.admin): Promise<Row[]> {
  const { status, text, body } = await api.get<Paged<Row>>(path);
  expect(status, text).toBe(200);
  expect(body.count).toBe(body.results.length);
  return body.results;
}

describe('GET /v1/settings/exports/views', () => {
  const path = '/v1/settings/exports/views';

  it('lists every view that a definition takes, in words', async () => {
    const views = await list<View>(path);
    expect(views).toHaveLength(10);
    const { options } = await define(served.admin, {
      options: { exportViews: views.map(({ view }) => view) },
    });
    expect(options['exportViews']).toEqual(views.map(({ view }) => view));
    expect(views.filter(({ needs }) => needs !== null).map(({ view }) => view)).toEqual([
      'BOM',
      'BOM_SUBSTITUTES',
      'FILES',
    ]);
  });

  it('has the columns of a file, custom attributes of the workspace by name among them', async () => {
    const [specs] = await list<View>(path);
    expect(specs!.columns[0]).toEqual({ apiName: 'number', name: 'Number', type: 'text', isCustom: false });
    expect(specs!.columns.at(-1)).toEqual({
      apiName: guid('COLOUR'),
      name: 'Colour',
      type: 'option',
      isCustom: true,
    });
    const [theirs] = await list<View>(path, served.as('stranger'));
    expect(theirs!.columns).toEqual(specs!.columns.filter(({ isCustom }) => !isCustom));
  });
});

describe('GET /v1/settings/exports/criteria', () => {
  const path = '/v1/settings/exports/criteria';

  it('lists what criteria can ask about with its operators, each of which is taken', async () => {
    const attributes = await list<Attribute>(path);
    expect(attributes.find(({ apiName }) => apiName === guid('COLOUR'))).toEqual({
      apiName: guid('COLOUR'),
      name: 'Colour',
      type: 'option',
      operators: ['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'IS_IN', 'IS_NOT_IN'],
      isCustom: true,
      fieldType: 'DROP_DOWN',
      multiSelect: false,
    });
    expect(attributes.find(({ apiName }) => apiName === 'any')?.operators).toEqual(['CONTAINS']);
    const values: Record<string, unknown> = {
      text: 'a',
      guid: 'A',
      option: 'a',
      number: 1,
      boolean: true,
      'date-time': '2020-03-09T21:18:40Z',
    };
    const criteria = attributes.flatMap(({ apiName: attribute, operators, type }) =>
      operators.map((operator) => ({
        attribute,
        operator,
        value: operator === 'IS_BETWEEN' ? [values[type], values[type]] : values[type],
      })),
    );
    await define(served.admin, { criteria: [criteria.flatMap((one) => ['OR', one]).slice(1)] });
  });

  it('with the values of options where they are known, for who asks for them', async () => {
    const attributes = await list<Attribute>(`${path}?includePossibleValues=true`);
    const valuesOf = (name: string) => attributes.find(({ apiName }) => apiName === name)?.possibleValues;
    expect(valuesOf(guid('COLOUR'))).toEqual(['red', 'blue']);
    expect(valuesOf('lifecyclePhase.name')).toEqual(['In Design', 'In Production']);
    expect(valuesOf('lifecyclePhase.stage')).toEqual(['PRELIMINARY', 'DESIGN', 'PRODUCTION', 'RETIRED']);
    expect(valuesOf('revisionStatus')).toEqual(['WORKING', 'EFFECTIVE', 'SUPERSEDED']);
    expect([valuesOf('number'), valuesOf('procurementType')]).toEqual([undefined, undefined]);
    const without = await list<Attribute>(path);
    expect(without).toEqual(attributes.map((one) => ({ ...one, possibleValues: undefined })));
  });

  it('shows nothing of another workspace', async () => {
    const theirs = await list<Attribute>(`${path}?includePossibleValues=true`, served.as('stranger'));
    expect(theirs.filter(({ isCustom }) => isCustom)).toEqual([]);
    expect(theirs.find(({ apiName }) => apiName === 'lifecyclePhase.name')).not.toHaveProperty(
      'possibleValues',
    );
  });
});

describe('GET /v1/settings/exports/limits', () => {
  it('shows the limits in force: those of the profile, but for what was set by itself', async () => {
    const { body } = await served.admin.get('/v1/settings/exports/limits');
    expect(body).toEqual({
      profile: 'arena',
      maxItems: 7,
      maxLines: 5_000,
      limitedViews: ['BOM', 'FILES'],
      runsInProgress: 1,
      guidCriteria: null,
      requestLimit: 1_000,
      maxCriteria: 1_000,
      maxListValues: 10_000,
    });
  });
});

describe('POST /v1/searches/items', () => {
  const path = '/v1/searches/items';
  const criteria = [[{ attribute: 'shared', operator: 'IS_EQUAL_TO', value: true }]];
  interface Item {
    number: string;
    revisionStatus: string;
  }
  const { matching } = createMatcher(served);

  it('shows each item under the revision that revisionStatus selects, which a run would take', async () => {
    const { body } = await served.admin.post<Paged<Item>>(path, { criteria, revisionStatus: 'working' });
    expect(body.results.map(({ number }) => number)).toEqual(await matching(criteria, 'WORKING'));
    const all = async (rule: string) =>
      (await served.admin.post<Paged<Item>>(path, { revisionStatus: rule })).body.results.map(
        ({ number, revisionStatus }) => `${number} ${revisionStatus}`,
      );
    expect(await all('LATEST')).toEqual(['BOTH EFFECTIVE', 'DRAFT WORKING', 'RELEASED EFFECTIVE']);
    expect(await all('POTENTIAL')).toEqual(['BOTH WORKING', 'DRAFT WORKING', 'RELEASED EFFECTIVE']);
  });

  it('counts all and shows a page', async () => {
    const { body } = await served.admin.post<Paged<Item>>(`${path}?offset=1&limit=1`, { criteria: null });
    expect([body.count, body.results.map(({ number }) => number)]).toEqual([3, ['DRAFT']]);
    expect((await served.admin.send<Paged<Item>>(path, { method: 'POST' })).body.count).toBe(3);
  });

  it.each<[string, object, number[]]>([
    ['', { criteria, filter: 1 }, [400, 3031]],
    ['', { revisionStatus: 'SUPERSEDED' }, [400, 3006]],
    ['', { criteria: [[{ attribute: 'nothing', operator: 'IS_EQUAL_TO', value: 1 }]] }, [400, 3004]],
    ['?limit=401', {}, [400, 3041]],
    ['?criteria=[]', {}, [400, 3019]],
  ])('refuses %s %j', async (query, body, codes) => {
    expect(codesOf(await served.admin.post(path + query, body))).toEqual(codes);
  });

  it('shows no items of another workspace', async () => {
    expect((await served.as('stranger').post<Paged<Item>>(path)).body).toEqual({ count: 0, results: [] });
  });
});

describe.each(['views', 'criteria', 'limits'])('GET /v1/settings/exports/%s', (name) => {
  it('takes no parameter that it does not know, and no call without a session', async () => {
    const path = `/v1/settings/exports/${name}`;
    expect(codesOf(await served.admin.get(`${path}?limit=1`))).toEqual([400, 3019]);
    expect((await fetch(served.url + path)).status).toBe(401);
  });
});
