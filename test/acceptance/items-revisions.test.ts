import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, messagesOf, type Paged } from '../support/api-client.ts';
import { FULL, itemRecords } from '../support/item-records.ts';
import { guid } from '../support/view-records.ts';

const served = useServer({ bundle: itemRecords() });

type Row = Record<string, unknown> & { guid: string };
async function list(path: string): Promise<Paged<Row>> {
  const { status, text, body } = await served.admin.get<Paged<Row>>(`/v1/items${path}`);
  expect(status, text).toBe(200);
  return body;
}

describe('GET /v1/items/{guid}/revisions', () => {
  const revisionsOf = async (label: string) =>
    (await list(`/${guid(label)}/revisions`)).results.map(
      (one) => `${String(one['revisionNumber'])} ${String(one['revisionStatus'])} ${one.guid}`,
    );

  it.each(['TOPA', 'TOPB', 'TOPC'])('of %s: all of them, what is worked on first', async (label) => {
    expect(await revisionsOf(label)).toEqual([
      `C WORKING ${guid('TOPC')}`,
      `B EFFECTIVE ${guid('TOPB')}`,
      `A SUPERSEDED ${guid('TOPA')}`,
    ]);
  });

  it('those that share a GUID, too', async () => {
    const shared = guid('ONE');
    expect(await revisionsOf('ONE')).toEqual([
      `C WORKING ${shared}`,
      `B EFFECTIVE ${shared}`,
      `A SUPERSEDED ${shared}`,
    ]);
  });

  it('says of each who, when and in which phase', async () => {
    const { results } = await list(`/${guid('TOPB')}/revisions`);
    expect(results[1]).toEqual({
      guid: guid('TOPB'),
      revisionNumber: 'B',
      name: FULL.name,
      lifecyclePhase: { guid: guid('PROD'), name: 'In Production' },
      owner: { fullName: 'Ada Åkesson' },
      creationDateTime: '2024-01-02T03:04:05Z',
      creator: { fullName: 'Bea Brown', email: 'bea@example.test' },
      effectiveDateTime: '2024-02-03T04:05:06Z',
      revisionStatus: 'EFFECTIVE',
      supersededDateTime: null,
      lastModifiedDateTime: '2024-02-03T04:05:06Z',
    });
  });
});

describe('revisionNumber and revisionStatus choose another revision of the item', () => {
  it.each([
    ['ONE', 'revisionNumber=A', 'A SUPERSEDED'],
    ['ONE', 'revisionStatus=working', 'C WORKING'],
    ['ONE', 'revisionNumber=B&revisionStatus=EFFECTIVE', 'B EFFECTIVE'],
    ['TOPA', 'revisionNumber=C', 'C WORKING'],
    ['TOPA', 'revisionStatus=SUPERSEDED', 'A SUPERSEDED'],
  ])('%s?%s is %s', async (label, query, shown) => {
    const { body } = await served.admin.get<Row>(`/v1/items/${guid(label)}?${query}`);
    expect(`${String(body['revisionNumber'])} ${String(body['revisionStatus'])}`).toBe(shown);
  });

  it.each([
    ['TOPB', 'bom?revisionNumber=A', ['L1']],
    ['TOPA', 'bom?revisionStatus=WORKING', ['L5']],
    ['BOLTB', 'sourcing?revisionNumber=A', ['SR1', 'SR2']],
    ['BOLTB', 'files?revisionStatus=EFFECTIVE', ['A1', 'A2']],
  ])('%s/%s lists %j', async (label, path, labels) => {
    const { results } = await list(`/${guid(label)}/${path}`);
    expect(results.map((row) => row.guid)).toEqual(labels.map(guid));
  });

  it.each([
    ['revisionNumber=D', ['revisionNumber']],
    ['revisionNumber=', ['revisionNumber']],
    ['revisionNumber=b', ['revisionNumber']],
    ['revisionNumber=A&revisionStatus=WORKING', ['revisionNumber', 'revisionStatus']],
  ])('%s of TOP names none: 3003', async (query, names) => {
    for (const path of ['', '/bom', '/sourcing', '/files']) {
      const answer = await served.admin.get(`/v1/items/${guid('TOPB')}${path}?${query}`);
      expect(codesOf(answer)).toEqual([400, ...names.map(() => 3003)]);
      expect(messagesOf(answer)).toEqual(
        names.map((name) => `The value for the attribute "${name}" is not valid.`),
      );
    }
  });

  it('a status that there is not: 3006; and an item that there is not: 3011', async () => {
    expect(codesOf(await served.admin.get(`/v1/items/${guid('TOPB')}?revisionStatus=OLD`))).toEqual([
      400, 3006,
    ]);
    expect(codesOf(await served.admin.get(`/v1/items/${guid('NO')}?revisionNumber=A`))).toEqual([400, 3011]);
  });

  it('where an item is used is asked of all its revisions together: 3019', async () => {
    expect(codesOf(await served.admin.get(`/v1/items/${guid('TOPB')}/whereused?revisionNumber=A`))).toEqual([
      400, 3019,
    ]);
  });
});

describe('?view=full', () => {
  it('says of each BOM line whether its item has a BOM', async () => {
    const opened = async (label: string) =>
      (await list(`/${guid(label)}/bom?view=full`)).results.map(({ guid: line, waybill }) => [line, waybill]);
    expect(await opened('ASMA')).toEqual([[guid('L6'), { hasBom: false }]]);
    expect(await opened('BIGA')).toEqual([
      [guid('L7'), { hasBom: true }],
      [guid('L8'), { hasBom: false }],
    ]);
  });

  it('adds nothing else to BOM lines and files', async () => {
    for (const path of [`/${guid('TOPB')}/bom`, `/${guid('BOLTA')}/files`]) {
      const [plain, full] = [await list(path), await list(`${path}?view=full`)];
      for (const row of full.results) delete row['waybill'];
      expect(full).toEqual(plain);
    }
  });
});
