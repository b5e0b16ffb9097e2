import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, messagesOf, type Api, type Paged } from '../support/api-client.ts';
import { FULL, itemRecords, LONG_COST } from '../support/item-records.ts';
import { download, guid } from '../support/view-records.ts';

const served = useServer({ bundle: itemRecords(), users: { member: {}, stranger: { elsewhere: true } } });

type Row = Record<string, unknown> & { guid: string; number: string };
const list = async (path: string, api: Api = served.admin): Promise<Paged<Row>> => {
  const { status, text, body } = await api.get<Paged<Row>>(`/v1/items${path}`);
  expect(status, text).toBe(200);
  return body;
};
const reference = (number: string, revisionNumber: string) => ({
  number,
  guid: guid(`${number}${revisionNumber}`),
  revisionNumber,
  name: `${number} ${revisionNumber}`,
});
const side = (value: string | null) => [
  {
    apiName: guid('SIDE'),
    fieldType: 'SINGLE_LINE_TEXT',
    guid: guid('SIDE'),
    name: 'Side',
    value,
  },
];

describe('GET /v1/items/{guid}', () => {
  it('answers with every field, references nested, numbers to their last digit [API-189]', async () => {
    const { status, text, body, headers } = await served.admin.get<Row>(`/v1/items/${guid('TOPB')}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(text).toContain(`"productionCost":${LONG_COST},`);
    const attribute = (name: string, fieldType: string, value: unknown) => ({
      apiName: guid(name.toUpperCase()),
      fieldType,
      guid: guid(name.toUpperCase()),
      name,
      value,
    });
    expect(body).toEqual({
      number: 'TOP',
      guid: guid('TOPB'),
      revisionNumber: 'B',
      name: FULL.name,
      lifecyclePhase: { guid: guid('PROD'), name: 'In Production' },
      category: { guid: guid('MECH'), name: 'Mechanical', path: 'Parts/Mechanical' },
      description: FULL.description,
      uom: 'each',
      procurementType: 'MTS',
      offTheShelf: true,
      owner: { fullName: 'Ada Åkesson' },
      creationDateTime: '2024-01-02T03:04:05Z',
      shared: true,
      creator: { fullName: 'Bea Brown', email: 'bea@example.test' },
      deviated: true,
      effectiveDateTime: '2024-02-03T04:05:06Z',
      isAssembly: true,
      modifiedBOM: false,
      modifiedFiles: true,
      modifiedSourcing: false,
      modifiedSpecs: true,
      modifiedCosting: false,
      productionCost: Number(LONG_COST),
      prototypeCost: 0.5,
      targetCost: 1,
      targetPrice: -2.25,
      standardCost: 100,
      revisionStatus: 'EFFECTIVE',
      supersededDateTime: null,
      additionalAttributes: [
        attribute('Mass', 'NUMBER', 1.5),
        attribute('RoHS', 'BOOLEAN', true),
        attribute('Tags', 'FIXED_DROP_DOWN', ['red', 'blue']),
      ],
    });
  });

  it('shows nothing as null, and references to nothing with null in them', async () => {
    const { body } = await served.admin.get<Row>(`/v1/items/${guid('NUTA')}`);
    expect(body).toMatchObject({
      description: null,
      standardCost: null,
      category: { guid: null, name: null, path: null },
      owner: { fullName: null },
    });
    expect(body['additionalAttributes']).toEqual([
      expect.objectContaining({ value: null }),
      expect.objectContaining({ value: null }),
      expect.objectContaining({ value: null }),
    ]);
  });

  it.each([
    ['TOPA', 'A', 'SUPERSEDED'],
    ['TOPB', 'B', 'EFFECTIVE'],
    ['TOPC', 'C', 'WORKING'],
    ['ASMA', 'A', 'WORKING'],
    ['ONE', 'B', 'EFFECTIVE'],
  ])('%s names revision %s, which is %s [API-189]', async (label, revisionNumber, revisionStatus) => {
    const { body } = await served.as('member').get(`/v1/items/${guid(label)}`);
    expect(body).toMatchObject({ guid: guid(label), revisionNumber, revisionStatus });
  });
});

describe('GET /v1/items', () => {
  it('lists each item once, by number, under its effective revision or else its working one [API-33, API-39, API-187]', async () => {
    const { count, results } = await list('');
    expect(count).toBe(8);
    expect(
      results.map(
        (item) => `${item.number} ${String(item['revisionNumber'])} ${String(item['revisionStatus'])}`,
      ),
    ).toEqual([
      'ASM A WORKING',
      'BIG A EFFECTIVE',
      'BOLT A EFFECTIVE',
      'NUT A EFFECTIVE',
      'ONE B EFFECTIVE',
      'SCREW A EFFECTIVE',
      'TOP B EFFECTIVE',
      'WASHER A EFFECTIVE',
    ]);
  });

  it('shows an item as it stands under its own GUID, and as an export in JSON has it', async () => {
    const { results, count } = await list('');
    for (const item of results) {
      expect((await served.admin.get(`/v1/items/${item.guid}`)).body).toEqual(item);
    }
    const { bytes } = await download(served.admin, { exportViews: ['SPECS'], format: 'json' });
    expect(JSON.parse(bytes.toString('utf8'))).toEqual({ count, results });
  });
});

describe('GET /v1/items/{guid}/bom', () => {
  it('lists the lines of that revision by line number, with substitutes where there are any [API-190]', async () => {
    const substitute = (number: string) => reference(number, 'A');
    expect(await list(`/${guid('TOPB')}/bom`)).toEqual({
      count: 3,
      results: [
        {
          item: reference('NUT', 'A'),
          guid: guid('L3'),
          lineNumber: 1,
          quantity: 4,
          refDes: null,
          notes: null,
          additionalAttributes: side(null),
        },
        {
          item: reference('BOLT', 'A'),
          guid: guid('L2'),
          lineNumber: 2,
          quantity: 0.25,
          refDes: 'R1,R2',
          notes: 'Torque',
          additionalAttributes: side('top'),
          substitutes: [
            { substitute: substitute('SCREW'), guid: guid('S1'), rank: 1, quantity: 0.5, notes: 'Shorter' },
            { substitute: substitute('NUT'), guid: guid('S2'), rank: 2, quantity: 1, notes: null },
          ],
        },
        {
          item: reference('WASHER', 'A'),
          guid: guid('L4'),
          lineNumber: 3,
          quantity: 1,
          refDes: null,
          notes: null,
          additionalAttributes: side(null),
          substitutes: [
            { substitute: substitute('SCREW'), guid: guid('S3'), rank: 1, quantity: 1, notes: null },
          ],
        },
      ],
    });
  });

  it.each([
    ['TOPA', ['L1']],
    ['TOPC', ['L5']],
    ['NUTA', []],
  ])('of %s: the lines of no other revision [API-190]', async (label, lines) => {
    const { count, results } = await list(`/${guid(label)}/bom`);
    expect([count, results.map((line) => line.guid)]).toEqual([lines.length, lines.map(guid)]);
  });
});

describe('GET /v1/items/{guid}/whereused', () => {
  it.each(['BOLTA', 'BOLTB'])(
    'of %s: the lines of effective BOMs, and of working ones where none is effective, by assembly',
    async (label) => {
      expect(await list(`/${guid(label)}/whereused`)).toEqual({
        count: 2,
        results: [
          {
            item: reference('ASM', 'A'),
            guid: guid('L6'),
            lineNumber: 7,
            quantity: 2,
            refDes: null,
            notes: null,
            additionalAttributes: side(null),
          },
          {
            item: { ...reference('TOP', 'B'), name: FULL.name },
            guid: guid('L2'),
            lineNumber: 2,
            quantity: 0.25,
            refDes: 'R1,R2',
            notes: 'Torque',
            additionalAttributes: side('top'),
          },
        ],
      });
    },
  );

  it('of an item in no BOM: nothing', async () => {
    expect(await list(`/${guid('BIGA')}/whereused`)).toEqual({ count: 0, results: [] });
  });
});

it('GET /v1/items/{guid}/sourcing lists the sources of that revision [API-191]', async () => {
  const nothing = { number: null, name: null, guid: null, supplier: { name: null, guid: null } };
  const vendors = { name: 'Vendors', guid: guid('VENDORS') };
  const { count, results } = await list(`/${guid('BOLTA')}/sourcing`);
  expect([count, results]).toEqual([
    2,
    [
      {
        mfrItem: {
          number: 'M-1',
          name: 'Maker bolt',
          guid: guid('M1'),
          supplier: { name: 'Makers', guid: guid('MAKERS') },
        },
        vendorItem: { number: 'V-1', name: 'Vendor bolt', guid: guid('V1'), supplier: vendors },
        approved: true,
        guid: guid('SR1'),
        notes: 'Buy here',
        activeProduction: true,
        activePrototype: false,
        amlRank: 1,
        amlSplit: 70,
        vendorItemConversionFactor: 2.5,
        makeItem: false,
      },
      {
        mfrItem: nothing,
        vendorItem: { number: 'V-2', name: null, guid: guid('V2'), supplier: vendors },
        approved: false,
        guid: guid('SR2'),
        notes: null,
        activeProduction: false,
        activePrototype: true,
        amlRank: 2,
        amlSplit: null,
        vendorItemConversionFactor: null,
        makeItem: true,
      },
    ],
  ]);
  const working = await list(`/${guid('BOLTB')}/sourcing`);
  expect(working.results.map((source) => source.guid)).toEqual([guid('SR3')]);
});

it('GET /v1/items/{guid}/files lists the files of that revision [API-192]', async () => {
  expect(await list(`/${guid('BOLTA')}/files`)).toEqual({
    count: 2,
    results: [
      {
        file: {
          name: 'bolt.pdf',
          location: null,
          guid: guid('F1'),
          number: 'DOC-1',
          edition: '2',
          title: 'Bolt drawing',
          storageMethodName: 'FILE',
        },
        guid: guid('A1'),
        latestEditionAssociation: true,
        primary: true,
      },
      {
        file: {
          name: 'page',
          location: 'https://bolt.example/',
          guid: guid('F2'),
          number: 'DOC-2',
          edition: '1',
          title: null,
          storageMethodName: 'URL',
        },
        guid: guid('A2'),
        latestEditionAssociation: false,
        primary: false,
      },
    ],
  });
  expect(await list(`/${guid('BOLTB')}/files`)).toEqual({ count: 0, results: [] });
});

describe.each([
  ['/bom', 'TOPB', ['L3', 'L2', 'L4']],
  ['/whereused', 'BOLTA', ['L6', 'L2']],
  ['/sourcing', 'BOLTA', ['SR1', 'SR2']],
  ['/files', 'BOLTA', ['A1', 'A2']],
  ['/revisions', 'TOPB', ['TOPC', 'TOPB', 'TOPA']],
])('%s pages', (path, label, labels) => {
  it.each([1, 2, 3])('%i at a time, every row exactly once [API-38]', async (limit) => {
    const found: string[] = [];
    for (let offset = 0, count = Number.POSITIVE_INFINITY; offset < count; offset += limit) {
      const page = await list(`/${guid(label)}${path}?offset=${offset}&limit=${limit}`);
      ({ count } = page);
      expect(count).toBe(labels.length);
      found.push(...page.results.map((row) => row.guid));
    }
    expect(found).toEqual(labels.map(guid));
  });

  it('ends: past the end there are no rows, and the count stays [API-36]', async () => {
    expect(await list(`/${guid(label)}${path}?offset=400`)).toEqual({ count: labels.length, results: [] });
  });
});

describe.each(['', '/bom', '/bom/comparison', '/revisions', '/whereused', '/sourcing', '/files'])(
  'refusals of /v1/items/{guid}%s',
  (path) => {
    it('without a session: 401 [API-6]', async () => {
      const response = await fetch(`${served.url}/v1/items/${guid('TOPB')}${path}`);
      expect(response.status).toBe(401);
    });

    it('to another workspace: 3011', async () => {
      const answer = await served.as('stranger').get(`/v1/items/${guid('TOPB')}${path}`);
      expect(codesOf(answer)).toEqual([400, 3011]);
    });

    it.each([
      ['NOBODY', 'NOBODY'],
      [guid('TOPB').toLowerCase(), guid('TOPB').toLowerCase()],
      [guid('L2'), guid('L2')],
      ['a%20b%22', 'a b"'],
      ['%00', '\0'],
    ])('%j names no item: 3011, echoed as received [API-53]', async (text, echoed) => {
      const answer = await served.admin.get(`/v1/items/${text}${path}`);
      expect(codesOf(answer)).toEqual([400, 3011]);
      expect(messagesOf(answer)).toEqual([`The guid "${echoed}" is not valid.`]);
    });

    it('an unknown parameter: 3019 [API-13, API-57]', async () => {
      const answer = await served.admin.get(`/v1/items/${guid('TOPB')}${path}?responseview=minimum`);
      expect(codesOf(answer)).toEqual([400, 3019]);
    });

    it('other methods: 405 [API-45]', async () => {
      const answer = await served.admin.send(`/v1/items/${guid('TOPB')}${path}`, { method: 'DELETE' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    });
  },
);

it.each(['bom', 'bom/comparison', 'revisions', 'whereused', 'sourcing', 'files'])(
  '%s refuses paging out of range: 3041 [API-35, API-61]',
  async (path) => {
    for (const query of ['limit=0', 'limit=401', 'offset=-1', 'offset=one']) {
      expect(codesOf(await served.admin.get(`/v1/items/${guid('TOPB')}/${path}?${query}`))).toEqual([
        400, 3041,
      ]);
    }
  },
);

it('another workspace has no items', async () => {
  expect(await list('', served.as('stranger'))).toEqual({ count: 0, results: [] });
});
