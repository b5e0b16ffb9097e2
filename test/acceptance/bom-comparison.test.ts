import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, messagesOf } from '../support/api-client.ts';
import { csv, guid } from '../support/view-records.ts';

/** ASM has four revisions; each row of the BOM is `revision, child, line, quantity, refDes, side`. */
const LINES: readonly string[] = [
  ...['A,BOLT,1,4,,', 'A,NUT,2,4,N1,', 'A,CLIP,3,1,C1,', 'A,CLIP,4,1,C2,left', 'A,WASHER,5,2,,'],
  ...['B,BOLT,1,6,,', 'B,NUT,2,4,N1,', 'B,CLIP,3,1,C2,left', 'B,CLIP,9,1,C1,right', 'B,SPRING,5,1,,'],
  ...[',BOLT,1,6,,', ',NUT,2,4,N1,', ',CLIP,3,1,C2,left', ',CLIP,9,1,C1,right', ',SPRING,5,1,,'],
  ...['0,CLIP,,1,C1,', '0,CLIP,,1,C2,', '0,CLIP,,1,C3,'],
];
const CHILDREN = ['BOLT', 'NUT', 'CLIP', 'WASHER', 'SPRING'];
const lineGuid = (index: number): string => guid(`L${index}`);

const served = useServer({
  bundle: {
    'settings.json': JSON.stringify({
      attributes: [{ guid: guid('SIDE'), world: 'BOM', name: 'Side', fieldType: 'SINGLE_LINE_TEXT' }],
    }),
    'SPECS.csv': csv(
      'number,guid,revisionNumber,revisionStatus',
      `ASM,${guid('ASM')},0,SUPERSEDED`,
      `ASM,${guid('ASM')},A,SUPERSEDED`,
      `ASM,${guid('ASM')},B,EFFECTIVE`,
      `ASM,${guid('ASMW')},,WORKING`,
      ...CHILDREN.map((number) => `${number},${guid(number)},A,EFFECTIVE`),
    ),
    'BOM.csv': csv(
      `parent.number,parent.guid,parent.revisionNumber,item.number,lineNumber,quantity,refDes,${guid('SIDE')},guid`,
      ...LINES.map((line, index) => {
        const [revision, ...cells] = line.split(',');
        return `ASM,${revision === '' ? guid('ASMW') : guid('ASM')},${revision},${cells.join(',')},${lineGuid(index)}`;
      }),
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,parent.guid,parent.revisionNumber,item.number,bom.guid,substitute.number,guid,rank',
      `ASM,${guid('ASM')},B,NUT,${lineGuid(6)},CLIP,${guid('S1')},1`,
      `ASM,${guid('ASMW')},,NUT,${lineGuid(11)},CLIP,${guid('S2')},2`,
    ),
  },
  users: { stranger: { elsewhere: true } },
});

interface Line {
  guid: string;
  lineNumber: number | null;
  item: { number: string };
  substitutes?: unknown[];
}
interface Comparison extends Record<'count' | 'added' | 'removed' | 'changed' | 'unchanged', number> {
  results: { change: string; attributes: string[]; from: Line | null; to: Line | null }[];
}

const urlOf = (query: string): string => `/v1/items/${guid('ASM')}/bom/comparison?${query}`;
async function compare(query: string): Promise<Comparison> {
  const { status, text, body } = await served.admin.get<Comparison>(urlOf(query));
  expect(status, text).toBe(200);
  return body;
}
const placeOf = (line: Line | null): string =>
  line === null ? '-' : `${line.item.number} ${line.lineNumber ?? 'none'}`;
const summary = ({ results }: Comparison): string[] =>
  results.map(({ change, attributes, from, to }) =>
    [change, placeOf(from), placeOf(to), ...attributes].join(' '),
  );

const FROM_A = 'from.revisionNumber=A&from.revisionStatus=SUPERSEDED';

describe('GET /v1/items/{guid}/bom/comparison', () => {
  it('tells what was added, removed and changed, in the order of line numbers', async () => {
    const answer = await compare(FROM_A);
    expect(summary(answer)).toEqual([
      'CHANGED BOLT 1 BOLT 1 quantity',
      'CHANGED NUT 2 NUT 2 substitutes',
      `CHANGED CLIP 3 CLIP 3 refDes ${guid('SIDE')}`,
      'REMOVED WASHER 5 -',
      'ADDED - SPRING 5',
      `CHANGED CLIP 4 CLIP 9 lineNumber refDes ${guid('SIDE')}`,
    ]);
    expect(answer).toMatchObject({ count: 6, added: 1, removed: 1, changed: 4, unchanged: 0 });
  });

  it('shows both lines as the BOMs have them, with their substitutes', async () => {
    const { results } = await compare(FROM_A);
    const linesOf = async (query: string) =>
      (await served.admin.get<{ results: Line[] }>(`/v1/items/${guid('ASM')}/bom?${query}`)).body.results;
    const byGuid = (lines: readonly (Line | null)[]) =>
      lines.filter((line) => line !== null).toSorted((one, other) => one.guid.localeCompare(other.guid));
    expect(byGuid(results.map(({ from }) => from))).toEqual(byGuid(await linesOf('revisionNumber=A')));
    expect(byGuid(results.map(({ to }) => to))).toEqual(byGuid(await linesOf('')));
    expect(results[1]!.to!.substitutes).toHaveLength(1);
  });

  it('lists lines that are the same when asked to, and counts them always', async () => {
    const query = 'to.revisionStatus=WORKING';
    const answer = await compare(query);
    expect(summary(answer)).toEqual(['CHANGED NUT 2 NUT 2 substitutes']);
    expect(answer).toMatchObject({ count: 1, changed: 1, unchanged: 4 });
    const all = await compare(`${query}&includeUnchanged=true`);
    expect(summary(all)).toEqual([
      'UNCHANGED BOLT 1 BOLT 1',
      'CHANGED NUT 2 NUT 2 substitutes',
      'UNCHANGED CLIP 3 CLIP 3',
      'UNCHANGED SPRING 5 SPRING 5',
      'UNCHANGED CLIP 9 CLIP 9',
    ]);
    expect(all).toMatchObject({ count: 5, changed: 1, unchanged: 4 });
  });

  it('finds a line that moved by all else, before by its number', async () => {
    // C1 and C2 of revision 0 have no line number; C1 stands on line 3 of A with nothing else different.
    const answer = await compare('from.revisionNumber=0&to.revisionNumber=A');
    expect(summary(answer)).toEqual([
      'ADDED - BOLT 1',
      'ADDED - NUT 2',
      'CHANGED CLIP none CLIP 3 lineNumber',
      `CHANGED CLIP none CLIP 4 lineNumber ${guid('SIDE')}`,
      'ADDED - WASHER 5',
      'REMOVED CLIP none -',
    ]);
  });

  it('of a revision with itself: nothing', async () => {
    expect(await compare('')).toEqual({
      count: 0,
      added: 0,
      removed: 0,
      changed: 0,
      unchanged: 5,
      results: [],
    });
    expect((await compare('includeUnchanged=true')).count).toBe(5);
  });

  it.each([1, 2, 4])('pages, %i at a time: every pair exactly once', async (limit) => {
    const whole = await compare(FROM_A);
    const found: unknown[] = [];
    for (let offset = 0; offset < whole.count; offset += limit)
      found.push(...(await compare(`${FROM_A}&offset=${offset}&limit=${limit}`)).results);
    expect(found).toEqual(whole.results);
    expect(await compare(`${FROM_A}&offset=400`)).toEqual({ ...whole, results: [] });
  });
});

describe('refusals of a comparison', () => {
  it.each([
    ['from.revisionNumber=Z', [3003], 'revisionNumber'],
    ['to.revisionNumber=A&to.revisionStatus=WORKING', [3003, 3003], 'revisionNumber'],
  ])('%s names no revision: 3003', async (query, codes, name) => {
    const answer = await served.admin.get(urlOf(query));
    expect(codesOf(answer)).toEqual([400, ...codes]);
    expect(messagesOf(answer)[0]).toBe(
      `The value for the attribute "${query.split('.', 1)[0]!}.${name}" is not valid.`,
    );
  });

  it.each([
    ['from.revisionStatus=OLD', 3006],
    ['revisionNumber=A', 3019],
    ['includeUnchanged=yes', 3257],
  ])('%s: %i', async (query, code) => {
    expect(codesOf(await served.admin.get(urlOf(query)))).toEqual([400, code]);
  });

  it('to another workspace: 3011', async () => {
    expect(codesOf(await served.as('stranger').get(urlOf(FROM_A)))).toEqual([400, 3011]);
  });
});
