import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Methods } from '../../client/src/methods.ts';
import { pagesOf } from '../../client/src/pages.ts';

interface Row {
  guid: string;
}

/** What happens between two pages. */
type Change = 'nothing' | 'append' | 'prepend';

interface Server {
  readonly rows: Row[];
  /** Never more than this at once, whatever is asked for. */
  readonly most: number;
  /** Some servers of this API count the page. */
  readonly countsPage: boolean;
  readonly changes: Change[];
}

const rowsOf = (length: number): Row[] => Array.from({ length }, (_, at) => ({ guid: `R${at}` }));

function serve({ rows, most, countsPage, changes }: Server): { get: Methods['GET']; asked: number[] } {
  const asked: number[] = [];
  const get = async (_path: string, { params }: { params: { query: { offset: number; limit: number } } }) => {
    const { offset, limit } = params.query;
    asked.push(offset);
    const results = rows.slice(offset, offset + Math.min(limit, most));
    const count = countsPage ? results.length : rows.length;
    const change = changes.shift();
    const added = { guid: `N${rows.length}` };
    if (change === 'append') rows.push(added);
    if (change === 'prepend') rows.unshift(added);
    return { data: { count, results }, response: new Response() };
  };
  return { get: get as unknown as Methods['GET'], asked };
}

async function all(server: Server, query: { limit: number; offset?: number }) {
  const { get, asked } = serve(server);
  const guids: string[] = [];
  const params = { path: { guid: 'G' }, query };
  for await (const { guid } of pagesOf(get, '/v1/exports/{guid}/runs', { params })) guids.push(guid);
  return { guids, asked };
}

const plain = { most: 400, countsPage: false };

describe('pages', () => {
  it('give every row once, in order, whatever the server counts and however much it gives at once', async () => {
    const arbitrary = fc.record({
      length: fc.nat({ max: 60 }),
      limit: fc.integer({ min: 1, max: 25 }),
      offset: fc.nat({ max: 70 }),
      most: fc.integer({ min: 1, max: 30 }),
      countsPage: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ length, limit, offset, most, countsPage }) => {
        // A server that counts the page and gives less than was asked cannot be told from one at its end.
        const server = { rows: rowsOf(length), most: countsPage ? limit : most, countsPage, changes: [] };
        const { guids, asked } = await all(server, { limit, offset });
        expect(guids).toEqual(
          rowsOf(length)
            .slice(offset)
            .map(({ guid }) => guid),
        );
        const pages = Math.ceil(Math.max(0, length - offset) / Math.min(limit, server.most));
        expect(asked.length).toBeLessThanOrEqual(pages + 1);
      }),
    );
  });

  it('give every row that was there from the start, and none twice, while rows are added', async () => {
    const arbitrary = fc.record({
      length: fc.nat({ max: 40 }),
      limit: fc.integer({ min: 1, max: 10 }),
      changes: fc.array(fc.constantFrom<Change>('nothing', 'append', 'prepend'), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ length, limit, changes }) => {
        const { guids } = await all({ ...plain, rows: rowsOf(length), changes }, { limit });
        expect(new Set(guids).size).toBe(guids.length);
        expect(guids.filter((guid) => guid.startsWith('R'))).toEqual(rowsOf(length).map(({ guid }) => guid));
      }),
    );
  });

  it.each([
    [0, 10, [0]],
    [9, 10, [0]],
    [20, 10, [0, 10]],
    // Only here the count may be the page's: one question more.
    [10, 10, [0, 10]],
    [11, 10, [0, 10]],
  ])('ask no more than they must: %i rows, %i at once', async (length, limit, expected) => {
    const { asked } = await all({ ...plain, rows: rowsOf(length), changes: [] }, { limit });
    expect(asked).toEqual(expected);
  });

  it('ask for nothing more when nobody reads on', async () => {
    const { get, asked } = serve({ ...plain, rows: rowsOf(30), changes: [] });
    for await (const row of pagesOf(get, '/v1/items', { params: { query: { limit: 10 } } }))
      if (row.guid === 'R5') break;
    expect(asked).toEqual([0]);
  });
});
