import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, messagesOf, type Paged } from '../support/api-client.ts';
import { itemSearchRecords } from '../support/item-search-records.ts';
import { guid } from '../support/view-records.ts';

interface Item {
  number: string;
  guid: string;
  [field: string]: unknown;
}

const served = useServer({ bundle: itemSearchRecords(), users: { stranger: { elsewhere: true } } });

async function search(query: string): Promise<string> {
  const { status, text, body } = await served.admin.get<Paged<Item>>(`/v1/items?${query}`);
  expect(status, text).toBe(200);
  expect(body.count).toBe(body.results.length);
  return body.results.map(({ number }) => number.charAt(0)).join('');
}

describe('text filters', () => {
  it.each([
    ['number=a-1', 'A'],
    ['number=a', ''],
    ['number=*-1', 'ABCD'],
    ['number=B*', 'B'],
    ['name=%C3%A4THER%20100%25_x', 'A'],
    ['name=%C3%84ther*', 'AB'],
    ['name=*', 'ABCD'],
    ['name=*100%25*', 'A'],
    ['name=1%25', ''],
    ['name=*_x', 'A'],
    ['name=*_0', ''],
    ['name=%5C*', ''],
    ['name=a*b', 'C'],
    ['name=', ''],
    ['name=Old*', ''],
    ['name=New*', ''],
    ['description=first+thing', 'A'],
    ['description=*thing', 'AB'],
    ['revisionNumber=x', 'B'],
    ['revisionNumber=0', ''],
    ['revisionStatus=working', 'B'],
    ['revisionStatus=superseded', ''],
    ['revisionStatus=eff*', 'ACD'],
    ['uom=KG', 'B'],
    ['procurementType=mts', 'A'],
    ['procurementType=*u*', 'B'],
    ['lifecyclePhase.name=in+design', 'B'],
    ['lifecyclePhase.name=in*', 'AB'],
    ['lifecyclePhase.stage=production', 'A'],
    ['category.name=mechanical', 'A'],
    ['category.name=mech*', 'A'],
    ['category.name=-uncategorized-', 'BCD'],
    ['category.path=parts/*', 'A'],
    ['owner.fullName=ada+%C3%85kesson', 'A'],
    ['owner.fullName=*a*', 'AB'],
    ['creator.fullName=bea*', 'B'],
    ['creator.email=ADA@example.test', 'A'],
    ['supplier.name=makers+ltd', 'A'],
    ['supplier.name=*ltd', 'AB'],
    ['supplierItem.number=v-7', 'B'],
    ['supplierItem.number=*-7', 'AB'],
    ['supplierItem.name=wid*', 'A'],
  ])('match the whole value in any case, * being a wildcard: %s [API-187]', async (query, found) => {
    expect(await search(query)).toBe(found);
  });
});

describe('other filters', () => {
  it.each([
    [`guid=${guid('A1')}`, 'A'],
    [`guid=${guid('A1').toLowerCase()}`, ''],
    [`guid=${guid('A2')}`, ''],
    [`category.guid=${guid('MECH')}`, 'A'],
    [`lifecyclePhase.guid=${guid('DESIGN')}`, 'B'],
    [`owner.guid=${guid('ADA')}`, 'A'],
    [`creator.guid=${guid('BEA')}`, 'B'],
    [`supplier.guid=${guid('MAKERS')}`, 'A'],
    [`supplierItem.guid=${guid('M7')}`, 'A'],
    ['shared=true', 'A'],
    ['shared=false', 'BCD'],
    ['deviated=true', 'B'],
    ['isAssembly=true', 'C'],
    ['inAssembly=true', 'D'],
    ['inAssembly=false', 'ABC'],
    ['modifiedBOM=true', 'A'],
    ['modifiedSpecs=true', 'A'],
    ['modifiedSourcing=true', 'A'],
    ['modifiedFiles=true', 'A'],
    ['modifiedFiles=false', 'BCD'],
    ['productionCost=1.50', 'A'],
    ['productionCost=1.4', ''],
    ['prototypeCost=2', 'A'],
    ['standardCost=3', 'A'],
    ['targetCost=4', 'A'],
    ['targetPrice=5', 'A'],
    ['creationDateTimeFrom=2024-02-01T00:00:00Z', 'BC'],
    ['creationDateTimeTo=2024-02-01T00:00:00Z', 'AB'],
    ['creationDateTimeFrom=2024-02-01T00:00:01Z&creationDateTimeTo=2024-12-31T00:00:00Z', 'C'],
    ['creationDateTimeFrom=2024-02-01T00:00:00Z&creationDateTimeTo=2024-02-01T00:00:00Z', 'B'],
    ['effectiveDateTimeFrom=%222024-01-10T12:00:00Z%22', 'AC'],
    ['effectiveDateTimeTo=2024-01-10T12:00:00Z', 'A'],
    ['lastModifiedDateTimeFrom=2999-01-01T00:00:00Z', ''],
  ])('are exact, and bounds are inclusive: %s [API-187]', async (query, found) => {
    expect(await search(query)).toBe(found);
  });
});

describe('custom attributes', () => {
  it.each([
    [`${guid('NOTE')}=HELLO`, 'B'],
    [`${guid('NOTE')}=hello*`, 'AB'],
    [`${guid('MASS')}=2.5`, 'A'],
    [`${guid('ROHS')}=false`, 'B'],
    [`${guid('DUE')}From=2024-05-02T00:00:00Z`, 'B'],
    [`${guid('DUE')}To=2024-05-01T00:00:00Z`, 'A'],
    [`${guid('TAGS')}=BLUE`, 'B'],
    [`${guid('TAGS')}=dark+blue`, 'A'],
    [`${guid('TAGS')}=*blue`, 'AB'],
    [`${guid('TAGS')}=red*blue`, ''],
  ])('are filters by their apiName: %s [API-187]', async (query, found) => {
    expect(await search(query)).toBe(found);
  });

  it('are none in another workspace, and those of BOM lines are none of items', async () => {
    expect(codesOf(await served.as('stranger').get(`/v1/items?${guid('NOTE')}=x`))).toEqual([400, 3019]);
    expect(codesOf(await served.admin.get(`/v1/items?${guid('SIDE')}=x`))).toEqual([400, 3019]);
  });
});

describe('search', () => {
  it.each([
    ['a-1', 'A'],
    ['-1', 'ABCD'],
    ['%C3%A4THER', 'AB'],
    ['thing', 'AB'],
    ['first', 'A'],
    ['thing+a-1', 'A'],
    ['++thing++A-1++', 'A'],
    ['thing+child', ''],
    ['100%25_', 'A'],
    ['1%25', ''],
    ['_0', ''],
    ['%C3%A4*100%25', 'A'],
    ['m-7', 'A'],
    ['v-7', ''],
    ['m-7+first', 'A'],
    ['', 'ABCD'],
    ['*', 'ABCD'],
    ['thing&number=b*', 'B'],
    ['thing&shared=true', 'A'],
  ])(
    'finds items that have every word in number, name, description or maker’s number: %s',
    async (words, found) => {
      expect(await search(`search=${words}`)).toBe(found);
    },
  );

  it.each(['a+b+c+d+e+f+g+h+i', '%00', 'a*'.repeat(1_001)])('refuses %j: 3003', async (words) => {
    const answer = await served.admin.get(`/v1/items?search=${words}`);
    expect(codesOf(answer)).toEqual([400, 3003]);
    expect(messagesOf(answer)).toEqual(['The value for the attribute "search" is not valid.']);
  });
});

const criteria = (value: unknown): string => `criteria=${encodeURIComponent(JSON.stringify(value))}`;
const name = (operator: string, value: unknown) => ({ attribute: 'name', operator, value });

describe('criteria', () => {
  it.each([
    [[[name('CONTAINS', 'ther')]], '', 'AB'],
    [[name('CONTAINS', 'ther')], '', 'AB'],
    [[[name('CONTAINS', 'ther')], 'OR', [name('IS_EQUAL_TO', 'child')]], '', 'ABD'],
    [[[name('CONTAINS', 'ther')], 'OR', [name('IS_EQUAL_TO', 'child')]], '&number=b*', 'B'],
    [[[{ attribute: 'any', operator: 'CONTAINS', value: 'makers' }]], '', 'A'],
    [[[{ attribute: guid('MASS'), operator: 'IS_GREATER_THAN', value: 2 }]], '', 'A'],
    [[[{ attribute: 'modifiedBOM', operator: 'IS_EQUAL_TO', value: true }]], '', 'A'],
    [[], '&number=b*', 'B'],
    [null, '', 'ABCD'],
  ])('combine with filters: %j%s [API-188]', async (value, more, found) => {
    expect(await search(criteria(value) + more)).toBe(found);
  });

  it.each(['', '%5B', 'number', '%7B', '[[name]]'])('that are no JSON: 3003 (%j) [API-188]', async (text) => {
    const answer = await served.admin.get(`/v1/items?criteria=${text}`);
    expect(codesOf(answer)).toEqual([400, 3003]);
    expect(messagesOf(answer)).toEqual(['The value for the attribute "criteria" is not valid.']);
  });

  it('that are wrong: every violation [API-41, API-188]', async () => {
    const wrong = [
      [
        { attribute: 'colour', operator: 'IS_EQUAL_TO', value: 'red' },
        'AND',
        { ...name('IS_BETWEEN', 'x'), note: 1 },
      ],
      'OR',
      [
        { attribute: 'shared', operator: 'IS_EQUAL_TO', value: 'maybe' },
        'AND',
        { attribute: 'name', value: 'x' },
      ],
    ];
    const [status, ...codes] = codesOf(await served.admin.get(`/v1/items?${criteria(wrong)}`));
    expect([status, ...codes.sort()]).toEqual([400, 3001, 3004, 3031, 3114, 3257]);
    expect(codesOf(await served.admin.get(`/v1/items?${criteria({ a: 1 })}`))).toEqual([400, 3003]);
  });
});

describe('refusals', () => {
  it.each([
    ['colour=red', [3019]],
    ['Number=A-1', [3019]],
    ['responseview=minimum', [3019]],
    ['creationDateTime=2024-01-01T00:00:00Z', [3019]],
    ['__proto__=x', [3019]],
    ['any=x', [3019]],
    ['name=a&name=b', [3003]],
    ['name=a%00b', [3003]],
    [`name=${'*a'.repeat(1_001)}`, [3003]],
    ['productionCost=cheap', [3003]],
    ['shared=yes', [3257]],
    ['isAssembly=', [3257]],
    ['creationDateTimeFrom=2024-01-01', [4323]],
    [`${guid('MASS')}=heavy`, [3003]],
    ['effectiveDateTimeFrom=2024-01-02T00:00:00Z&effectiveDateTimeTo=2024-01-01T00:00:00Z', [3293]],
    [`${guid('DUE')}From=2024-01-02T00:00:00Z&${guid('DUE')}To=2024-01-01T00:00:00Z`, [3293]],
    ['limit=0', [3041]],
    ['limit=401', [3041]],
    ['offset=-1', [3041]],
    ['colour=red&shared=yes&limit=0&lastModifiedDateTimeTo=now', [3019, 3041, 3257, 4323]],
  ])('%s', async (query, expected) => {
    const [status, ...codes] = codesOf(await served.admin.get(`/v1/items?${query}`));
    expect([status, ...codes.sort()]).toEqual([400, ...expected]);
  });

  it('names both ends of a range out of order [API-65]', async () => {
    const answer = await served.admin.get(
      '/v1/items?creationDateTimeTo=2024-01-01T00:00:00Z&creationDateTimeFrom=2024-01-02T00:00:00Z',
    );
    expect(messagesOf(answer)).toEqual([
      'The datetimes in creationDateTimeFrom, creationDateTimeTo "2024-01-02T00:00:00Z, 2024-01-01T00:00:00Z" must be in chronological order.',
    ]);
  });

  it('without a session: 401; to another workspace: nothing', async () => {
    expect((await fetch(`${served.url}/v1/items`)).status).toBe(401);
    expect((await served.as('stranger').get('/v1/items?number=A-1')).text).toBe('{"count":0,"results":[]}');
  });
});

describe('the sample workspace', () => {
  const sample = useServer({ sample: true });
  let numbers: string[];

  async function page(query: string): Promise<Paged<Item>> {
    const { status, text, body } = await sample.admin.get<Paged<Item>>(`/v1/items?${query}`);
    expect(status, text).toBe(200);
    return body;
  }

  beforeAll(async () => {
    numbers = (await page('limit=400')).results.map(({ number }) => number);
  });

  it('stands in the order of item numbers [API-39]', () => {
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers).toEqual([...new Set(numbers)].sort());
  });

  it.each([1, 7, 20, 400])(
    'is read %i at a time until a page is short, every item exactly once [API-37]',
    async (limit) => {
      const found: string[] = [];
      for (let offset = 0, length = limit; length === limit; offset += limit) {
        const { count, results } = await page(`offset=${offset}&limit=${limit}`);
        expect(count).toBe(numbers.length);
        ({ length } = results);
        found.push(...results.map(({ number }) => number));
      }
      expect(found).toEqual(numbers);
    },
  );

  it('is read 20 at a time until offset reaches count, and so is what a filter finds [API-34, API-38]', async () => {
    for (const filter of ['', '&number=3*', '&supplier.name=*']) {
      const found: string[] = [];
      for (let offset = 0, count = Number.POSITIVE_INFINITY; offset < count; offset += 20) {
        const body = await page(`offset=${offset}${filter}`);
        ({ count } = body);
        found.push(...body.results.map(({ number }) => number));
      }
      const { count, results } = await page(`limit=400${filter}`);
      expect(found).toEqual(results.map(({ number }) => number));
      expect(count).toBe(found.length);
    }
    expect((await page('offset=100000')).results).toEqual([]);
  });
});
