import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, define, messagesOf } from '../support/api-client.ts';
import {
  ALL_VIEWS,
  download,
  exportArchive,
  itemsNumbered,
  linesOf,
  type Archive,
} from '../support/view-records.ts';
import { wholeRecords } from '../support/view-records-whole.ts';

const served = useServer({ bundle: wholeRecords() });

const exported = (options: object, ...numbers: readonly string[]): Promise<Archive> =>
  exportArchive(served.admin, { ...options }, numbers.length > 0 ? itemsNumbered(...numbers) : undefined);

const membersOf = async (options: object): Promise<string[]> => [...(await exported(options)).members.keys()];

async function documentOf(options: object): Promise<{ count: number; results: object[] }> {
  const { bytes } = await download(served.admin, { format: 'json', ...options });
  return JSON.parse(bytes.toString()) as { count: number; results: object[] };
}

describe('CSV has one file for each view', () => {
  it('in a zip, named after it, in the order asked for, and nothing besides [VIE-2, VIE-23]', async () => {
    expect(await membersOf({ exportViews: ALL_VIEWS })).toEqual(ALL_VIEWS.map((view) => `${view}.csv`));
    expect(await membersOf({ exportViews: ['SOURCING', 'SPECS'] })).toEqual(['SOURCING.csv', 'SPECS.csv']);
  });

  it('SPECS alone when nothing is said [VIE-1, VIE-22]', async () => {
    expect(await membersOf({})).toEqual(['SPECS.csv']);
  });

  it('once, when it is asked for twice or under its alias [VIE-2, VIE-67]', async () => {
    expect(
      await membersOf({
        exportViews: [
          'SPECS',
          'sourcing_supplieritem_specs_profile',
          'specs',
          'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
        ],
      }),
    ).toEqual(['SPECS.csv', 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE.csv']);
  });

  it('also when a view has no rows: the header row alone [VIE-49]', async () => {
    const archive = await exported({ exportViews: ALL_VIEWS }, 'P-2');
    expect([...archive.members.keys()]).toEqual(ALL_VIEWS.map((view) => `${view}.csv`));
    for (const view of ALL_VIEWS.filter((one) => one !== 'SPECS')) {
      const [header, ...rows] = linesOf(archive, view);
      expect(rows, view).toEqual([]);
      expect(header, view).toMatch(/^[a-zA-Z.]+(,[a-zA-Z.]+)+$/);
    }
  });

  it('also when no item matches [VIE-49]', async () => {
    const archive = await exported({ exportViews: ALL_VIEWS }, 'NOBODY');
    expect(archive.run.criteriaResultsCount).toBe(0);
    expect(ALL_VIEWS.map((view) => linesOf(archive, view).length)).toEqual(ALL_VIEWS.map(() => 1));
  });
});

describe('an export is empty, as the reference says', () => {
  it('for BOM alone with bomLevels NONE [VIE-50]', async () => {
    expect(await membersOf({ exportViews: ['BOM'], bomLevels: 'NONE' })).toEqual([]);
    expect(await documentOf({ exportViews: ['BOM'] })).toEqual({ count: 0, results: [] });
  });

  it('for BOM_SUBSTITUTES without BOM: alone, and its part beside other views [VIE-51]', async () => {
    expect(await membersOf({ exportViews: ['BOM_SUBSTITUTES'], bomLevels: 'FULL' })).toEqual([]);
    expect(await documentOf({ exportViews: ['BOM_SUBSTITUTES'] })).toEqual({ count: 0, results: [] });
    expect(await membersOf({ exportViews: ['BOM_SUBSTITUTES', 'SPECS'] })).toEqual(['SPECS.csv']);
    const { count, results } = await documentOf({ exportViews: ['BOM_SUBSTITUTES', 'SPECS'] });
    expect(count).toBe(4);
    for (const item of results) expect(item).not.toHaveProperty('bomSubstitutes');
  });

  it('for FILES alone with both file contents NONE [VIE-52]', async () => {
    const fileContent = { item: 'NONE', supplierItem: 'NONE' };
    expect(await membersOf({ exportViews: ['FILES'], fileContent })).toEqual([]);
    expect(await documentOf({ exportViews: ['FILES'], fileContent })).toEqual({ count: 0, results: [] });
  });

  it('and in no other case: BOM with levels or beside others, substitutes with BOM, FILES with content or beside others [VIE-50, VIE-51, VIE-52]', async () => {
    expect(await membersOf({ exportViews: ['BOM'], bomLevels: 'SINGLE' })).toEqual(['BOM.csv']);
    expect(await membersOf({ exportViews: ['BOM'], bomLevels: 'FULL' })).toEqual(['BOM.csv']);
    expect(await membersOf({ exportViews: ['BOM', 'SPECS'] })).toEqual(['BOM.csv', 'SPECS.csv']);
    expect(await membersOf({ exportViews: ['BOM_SUBSTITUTES', 'BOM'] })).toEqual([
      'BOM_SUBSTITUTES.csv',
      'BOM.csv',
    ]);
    expect(await membersOf({ exportViews: ['FILES', 'SPECS'] })).toEqual(['FILES.csv', 'SPECS.csv']);
    for (const fileContent of [{ item: 'PRIMARY' }, { item: 'ALL' }, { supplierItem: 'ALL' }])
      expect(await membersOf({ exportViews: ['FILES'], fileContent })).toEqual(['FILES.csv']);
    expect(await documentOf({ exportViews: ['BOM'], bomLevels: 'SINGLE' })).toMatchObject({ count: 4 });
  });

  it('an archive without members is one that the plainest reader reads [VIE-84]', async () => {
    const { directory, bytes } = await exported({ exportViews: ['BOM'] });
    expect(directory).toEqual({ members: [], offset: 0, sizeBytes: 0, isZip64: false });
    expect(bytes).toHaveLength(22);
  });
});

describe('options', () => {
  it('have the defaults of the specification [VIE-1, VIE-3, VIE-7, VIE-12, VIE-19, VIE-22]', async () => {
    expect((await define(served.admin)).options).toEqual({
      exportViews: ['SPECS'],
      bomLevels: 'NONE',
      revisionStatus: 'LATEST',
      fileContent: { item: 'NONE', supplierItem: 'NONE' },
      header: 'apiName',
      format: 'csv',
      enableNotifications: false,
    });
  });

  it.each(['ndjson', 'xlsx', 'parquet', 'pdx'])(
    'the format %s is not built yet, and refused with 400 / 3006 [VIE-26, VIE-27, VIE-28, VIE-29]',
    async (format) => {
      const body = { name: 'Test', world: 'ITEMS', options: { format } };
      const answer = await served.admin.post('/v1/exports', body);
      expect(codesOf(answer)).toEqual([400, 3006]);
      expect(messagesOf(answer)).toEqual([
        `The specified value "${format}" is not a valid option for the attribute "options.format".`,
      ]);
    },
  );

  it('an export made with options in another case is the one they mean', async () => {
    const archive = await exported({
      exportViews: ['specs', 'Bom'],
      bomLevels: 'single',
      revisionStatus: 'latest',
      fileContent: { item: 'none', supplierItem: 'None' },
      header: 'NAME',
      format: 'CSV',
    });
    expect([...archive.members.keys()]).toEqual(['SPECS.csv', 'BOM.csv']);
    expect(linesOf(archive, 'SPECS')).toHaveLength(5);
  });
});
