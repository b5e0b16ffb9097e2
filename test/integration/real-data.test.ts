import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMembers } from '../support/exports.ts';

/**
 * The main job on a whole workspace, from the command line: which items, BOM lines and sources must be in the archive is worked out anew
 * from the bundle's CSV files, with nothing of the engine. WAYBILL_REAL_DATA names a bundle of real parts; the project's own always runs.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const realData = process.env['WAYBILL_REAL_DATA'];
const BUNDLES = [
  { name: 'the sample workspace', folder: path.join(ROOT, 'sample'), category: 'Electronics' },
  ...(realData === undefined
    ? []
    : [{ name: 'the bundle of WAYBILL_REAL_DATA', folder: realData, category: 'Electronics' }]),
];

type Row = Readonly<Record<string, string>>;

const readRows = (csv: Buffer): Row[] => parse(csv, { columns: true, bom: true });

async function readBundle(folder: string, view: string): Promise<Row[]> {
  return readRows(await readFile(path.join(folder, `${view}.csv`)));
}

const NUMBERS = /^(NUMBER|POSITIVE_DOUBLE|INTEGER|POSITIVE_INTEGER|COST)$/;

/** The bundle may write the numbers of its attributes as it likes (0805); an export has the shortest decimal. */
async function readSpecs(folder: string): Promise<Row[]> {
  const { attributes } = JSON.parse(await readFile(path.join(folder, 'settings.json'), 'utf8')) as {
    attributes: { guid: string; fieldType: string }[];
  };
  const isNumber = new Set(
    attributes.filter(({ fieldType }) => NUMBERS.test(fieldType)).map(({ guid }) => guid),
  );
  const canonical = ([name, cell]: [string, string]): [string, string] => [
    name,
    isNumber.has(name) && cell !== '' ? String(Number(cell)) : cell,
  ];
  return (await readBundle(folder, 'SPECS')).map((row) =>
    Object.fromEntries(Object.entries(row).map(canonical)),
  );
}

/** By code point, as the export orders. */
const byNumber = (a: Row, b: Row): number =>
  Buffer.compare(Buffer.from(a['number'] ?? ''), Buffer.from(b['number'] ?? ''));

/** What an export of a category must hold under LATEST with every level of the BOM. */
async function workOut(
  folder: string,
  category: string,
): Promise<{ matched: number; specs: Row[]; bom: Row[]; sourcing: Row[] }> {
  const revisions = await readSpecs(folder);
  const [lines, sources] = await Promise.all(['BOM', 'SOURCING'].map((view) => readBundle(folder, view)));
  const latest = new Map<string, Row>();
  for (const status of ['WORKING', 'EFFECTIVE']) {
    for (const row of revisions) if (row['revisionStatus'] === status) latest.set(row['number'] ?? '', row);
  }
  const linesOf = Map.groupBy(lines ?? [], (line) => line['parent.guid']);
  const wanted = new Set<Row>();
  const add = (row: Row): void => {
    if (wanted.has(row)) return;
    wanted.add(row);
    for (const line of linesOf.get(row['guid']) ?? []) add(latest.get(line['item.number'] ?? '')!);
  };
  const matches = [...latest.values()].filter((row) =>
    row['category.path']?.toLowerCase().startsWith(category.toLowerCase()),
  );
  for (const row of matches) add(row);
  const specs = [...wanted].sort(byNumber);
  const under = (rows: readonly Row[]): Row[] =>
    specs.flatMap(({ guid }) => rows.filter((row) => row['parent.guid'] === guid));
  const child = ({ 'item.number': number = '' }: Row): Row => {
    const { guid = '', revisionNumber = '', name = '' } = latest.get(number) ?? {};
    return { 'item.guid': guid, 'item.revisionNumber': revisionNumber, 'item.name': name };
  };
  return {
    matched: matches.length,
    specs,
    bom: under(lines ?? []).map((line) => ({ ...line, ...child(line) })),
    sourcing: under(sources ?? []),
  };
}

describe.each(BUNDLES)('npm run demo -- --bundle with $name', ({ folder, category }) => {
  let scratch: string;
  let answer: { runs: { count: number; results: { criteriaResultsCount: number; status: string }[] } };
  let members: Map<string, Buffer>;

  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'waybill-test-'));
    const out = path.join(scratch, 'x.zip');
    const criteria = JSON.stringify([
      [{ attribute: 'category.path', operator: 'STARTS_WITH', value: category }],
    ]);
    const args = [
      'demo',
      '--json',
      '--bundle',
      folder,
      '--criteria',
      criteria,
      '--views',
      'SPECS,BOM,SOURCING',
      '--bom-levels',
      'FULL',
      '--out',
      out,
    ];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.join(ROOT, 'src/main.ts'), ...args],
      { cwd: ROOT, maxBuffer: 64 * 1_048_576 },
    );
    answer = JSON.parse(stdout) as typeof answer;
    members = await readMembers(out);
  }, 120_000);
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  const exported = (view: string): Row[] => readRows(members.get(`${view}.csv`) ?? Buffer.alloc(0));

  it('runs twice, complete, and counts the items that the criteria match before the BOM is exploded', async () => {
    const { matched } = await workOut(folder, category);
    expect(matched).toBeGreaterThan(10);
    expect(answer.runs.results).toMatchObject(
      Array(2).fill({
        criteriaResultsCount: matched,
        status: expect.stringMatching(/^(COMPLETE|DOWNLOADED)$/) as string,
      }),
    );
  });

  it('holds the items, in the order of their numbers, with every value of the bundle', async () => {
    const { specs } = await workOut(folder, category);
    expect(exported('SPECS')).toEqual(specs);
  });

  it('holds the BOM lines of all of them, the child under its own latest revision', async () => {
    const { bom } = await workOut(folder, category);
    expect(bom.length).toBeGreaterThan(0);
    expect(exported('BOM')).toEqual(bom);
  });

  it('holds their source relationships', async () => {
    const { sourcing } = await workOut(folder, category);
    const key = (row: Row): string => row['guid'] ?? '';
    expect(sourcing.length).toBeGreaterThan(10);
    expect(exported('SOURCING').sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
      sourcing.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    );
    const parents = exported('SOURCING').map((row) => ({ number: row['parent.number'] ?? '' }));
    expect(parents).toEqual([...parents].sort(byNumber));
  });
});
