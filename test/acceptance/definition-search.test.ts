import { beforeAll, describe, expect, it } from 'vitest';
import { codesOf, define, type Api, type Definition, type Paged } from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

/** In the order of their numbers, 1 to 7; the last two are the member's. */
const NAMES = ['Weekly', 'weekly BOM', 'Ünicode ÄÖÜ', '100% of_all', '1000 of all', 'Weekly', 'a*b'];
const DESCRIPTIONS = ['All parts', null, 'all PARTS', '', 'x', 'All parts', null];

const served = useServer({
  users: { member: { email: 'heidi.walker@example.test' }, stranger: { elsewhere: true } },
});
let admin: Api;
let member: Api;

beforeAll(async () => {
  [admin, member] = [served.admin, served.as('member')];
  for (const [index, name] of NAMES.entries()) {
    await define(index < 5 ? admin : member, { name, description: DESCRIPTIONS[index] });
  }
  await define(served.as('stranger'), { name: 'Weekly', criteria: null });
});

async function search(query: string): Promise<number[]> {
  const { status, text, body } = await admin.get<Paged<Definition>>(`/v1/exports?${query}`);
  expect(status, text).toBe(200);
  expect(body.count).toBe(body.results.length);
  return body.results.map(({ number }) => number);
}

describe('GET /v1/exports', () => {
  it('lists the definitions of the workspace, of every user and of no other workspace, by number ascending [API-33, API-39]', async () => {
    expect(await search('')).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['name=Weekly', [1, 6]],
    ['name=WEEKLY', [1, 6]],
    ['name=week', []],
    ['name=%C3%BCnicode%20%C3%A4%C3%B6%C3%BC', [3]],
    ['description=all+parts', [1, 3, 6]],
    ['description=', [4]],
  ])(
    'text filters match the whole value without regard to case: %s [API-110, API-112, API-117]',
    async (query, numbers) => {
      expect(await search(query)).toEqual(numbers);
    },
  );

  it.each([
    ['name=week*', [1, 2, 6]],
    ['name=*of*all', [4, 5]],
    ['name=*', [1, 2, 3, 4, 5, 6, 7]],
    ['name=a*b', [7]],
    ['description=*', [1, 3, 4, 5, 6]],
  ])('* is a wildcard: %s [API-118]', async (query, numbers) => {
    expect(await search(query)).toEqual(numbers);
  });

  it.each([
    ['name=100%25+of_all', [4]],
    ['name=100_+of+all', []],
    ['name=1%25', []],
    ['name=%5C*', []],
  ])('nothing else is: %s [API-19, API-118]', async (query, numbers) => {
    expect(await search(query)).toEqual(numbers);
  });

  it('filters by number and by creator, and filters combine [API-111, API-113, API-114, API-115]', async () => {
    const { guid } = (await admin.get<Paged<Definition>>('/v1/exports?number=7')).body.results[0]!.creator;
    expect(await search('number=3')).toEqual([3]);
    expect(await search('number=8')).toEqual([]);
    expect(await search(`creator.guid=${guid}`)).toEqual([6, 7]);
    expect(await search('creator.email=HEIDI.*')).toEqual([6, 7]);
    expect(await search('creator.fullName=heidi walker')).toEqual([6, 7]);
    expect(
      await search('creator.fullName=heidi%20walker&name=weekly&description=all%20parts&number=6'),
    ).toEqual([6]);
    expect(await search('creator.fullName=heidi%20walker&name=weekly&number=1')).toEqual([]);
  });

  it('ignores blanks around names and values [API-18]', async () => {
    expect(await search('%20name%20=%20Weekly%20&+number+=+6+')).toEqual([6]);
  });

  it.each([
    ['number=0', [3141]],
    ['number=-1', [3141]],
    ['number=1.5', [3141]],
    ['number=one', [3141]],
    ['number=', [3141]],
    ['number=99999999999999999999', [3141]],
    ['Name=Weekly', [3019]],
    ['world=ITEMS', [3019]],
    ['creator=x', [3019]],
    ['name=a&name=b', [3003]],
    ['name=a%00b', [3003]],
    ['limit=0', [3041]],
    ['limit=401', [3041]],
    ['offset=-1', [3041]],
    ['offset=1.0', [3041]],
    ['limit=', [3041]],
    ['colour=red&number=0&offset=x&limit=y', [3019, 3041, 3141]],
  ])(
    'refuses what is not in the contract, every violation at once: %s [API-12, API-13, API-35, API-41]',
    async (query, codes) => {
      const [status, ...found] = codesOf(await admin.get(`/v1/exports?${query}`));
      expect([status, ...found.sort()]).toEqual([400, ...codes]);
    },
  );

  it('pages: until a page is short, and until offset reaches count, every row exactly once [API-37, API-38, API-116]', async () => {
    for (const limit of [1, 2, 3, 7, 8]) {
      const short: number[] = [];
      for (let offset = 0, length = limit; length === limit; offset += limit) {
        const page = (await admin.get<Paged<Definition>>(`/v1/exports?offset=${offset}&limit=${limit}`)).body;
        expect(page.count).toBe(NAMES.length);
        length = page.results.length;
        short.push(...page.results.map(({ number }) => number));
      }
      expect(short).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });
});

it('%2B is a plus and + a blank [API-203]', async () => {
  const stranger = served.as('stranger');
  const { guid } = await define(stranger, { name: 'C+D' });
  const found = async (name: string): Promise<string[]> =>
    (await stranger.get<Paged<Definition>>(`/v1/exports?name=${name}`)).body.results.map((one) => one.guid);
  expect([await found('C%2BD'), await found('C+D')]).toEqual([[guid], []]);
});

describe('GET /v1/exports/{guid}', () => {
  it('answers with the definition as it stands in the list, to every user of the workspace [API-109]', async () => {
    const { results } = (await admin.get<Paged<Definition>>('/v1/exports')).body;
    for (const api of [admin, member]) {
      expect((await api.get(`/v1/exports/${results[0]!.guid}`)).text).toBe(JSON.stringify(results[0]));
    }
  });

  it('refuses query parameters of lists: 3019', async () => {
    const { results } = (await admin.get<Paged<Definition>>('/v1/exports')).body;
    expect(codesOf(await admin.get(`/v1/exports/${results[0]!.guid}?limit=1`))).toEqual([400, 3019]);
  });
});
