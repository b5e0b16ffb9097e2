import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_VIEWS, download, exportArchive, guid } from '../support/view-records.ts';
import { jsonRecords } from '../support/view-records-json.ts';

const served = useServer({ bundle: jsonRecords() });

const ITEM_LISTS = ['bom', 'bomSubstitutes', 'sourcing', 'files'];

type Item = Record<string, unknown> & { number: string };
interface Document {
  readonly count: number;
  readonly results: Item[];
}

async function textOf(exportViews: readonly string[], options: object = {}): Promise<string> {
  const { bytes, file } = await download(served.admin, { format: 'json', exportViews, ...options });
  expect(file.mimeType).toBe('application/json');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

const documentOf = async (...exportViews: readonly string[]): Promise<Document> =>
  JSON.parse(await textOf(exportViews)) as Document;

/** @param type `Name FIELD_TYPE` */
function attribute(label: string, type: string, value: unknown): object {
  const [name, fieldType] = type.split(' ');
  return { apiName: guid(label), fieldType, guid: guid(label), name, value };
}

const NOBODY = { fullName: null };
const NEITHER = { fullName: null, email: null };

const A1_SPECS = {
  number: 'A-1',
  guid: guid('A1'),
  revisionNumber: 'A',
  name: 'An "assembly",\ntwo lines',
  lifecyclePhase: { guid: guid('PHASE'), name: 'In Production' },
  category: { guid: guid('BOLTS'), name: 'Bolts', path: 'Parts/Bolts' },
  description: null,
  uom: null,
  procurementType: null,
  offTheShelf: false,
  owner: NOBODY,
  creationDateTime: null,
  shared: false,
  creator: NEITHER,
  deviated: false,
  effectiveDateTime: '2020-02-03T04:05:06Z',
  isAssembly: true,
  modifiedBOM: false,
  modifiedFiles: false,
  modifiedSourcing: false,
  modifiedSpecs: false,
  modifiedCosting: false,
  productionCost: null,
  prototypeCost: null,
  targetCost: 1e21,
  targetPrice: -0.5,
  standardCost: 12345678901234567000,
  revisionStatus: 'EFFECTIVE',
  supersededDateTime: null,
  additionalAttributes: [
    attribute('BUILT', 'Built DATE', '2020-02-29T00:00:00Z'),
    attribute('COLOURS', 'Colours DROP_DOWN', ['red', 'blue']),
    attribute('MASS', 'Mass NUMBER', 0.1),
    attribute('ROHS', 'RoHS BOOLEAN', true),
  ],
};

const P1_SPECS = {
  ...A1_SPECS,
  number: 'P-1',
  guid: guid('P1'),
  revisionNumber: null,
  name: null,
  lifecyclePhase: { guid: null, name: null },
  category: { guid: null, name: null, path: null },
  effectiveDateTime: null,
  isAssembly: false,
  targetCost: null,
  targetPrice: null,
  standardCost: null,
  additionalAttributes: [
    attribute('BUILT', 'Built DATE', null),
    attribute('COLOURS', 'Colours DROP_DOWN', null),
    attribute('MASS', 'Mass NUMBER', null),
    attribute('ROHS', 'RoHS BOOLEAN', null),
  ],
};

const A1_REFERENCE = {
  number: 'A-1',
  guid: guid('A1'),
  revisionNumber: 'A',
  name: 'An "assembly",\ntwo lines',
};
const P1_REFERENCE = { number: 'P-1', guid: guid('P1'), revisionNumber: null, name: null };

describe('the JSON document', () => {
  it('is count and results, an item being the SPECS fields: references nested, nulls present, custom attributes [VIE-74, VIE-75, VIE-76, VIE-77]', async () => {
    expect(await documentOf('SPECS')).toEqual({ count: 2, results: [A1_SPECS, P1_SPECS] });
  });

  it('has the fields in the order of the columns [VIE-75]', async () => {
    const { results } = await documentOf('SPECS');
    expect(Object.keys(results[0]!)).toEqual(Object.keys(A1_SPECS));
  });

  it('has bom[] when BOM was asked for, with its own references and custom attributes nested [VIE-78]', async () => {
    const line = {
      item: P1_REFERENCE,
      guid: guid('LINE'),
      lineNumber: 1,
      quantity: 2.5,
      refDes: 'R1',
      notes: null,
      additionalAttributes: [attribute('SIDE', 'Side SINGLE_LINE_TEXT', 'top')],
    };
    expect(await documentOf('SPECS', 'BOM')).toEqual({
      count: 2,
      results: [
        { ...A1_SPECS, bom: [line] },
        { ...P1_SPECS, bom: [] },
      ],
    });
  });

  it('has bomSubstitutes[] when BOM_SUBSTITUTES was asked for [VIE-79]', async () => {
    const { results } = await documentOf('SPECS', 'BOM', 'BOM_SUBSTITUTES');
    expect(results.map(({ bomSubstitutes }) => bomSubstitutes)).toEqual([
      [
        {
          item: P1_REFERENCE,
          substitute: A1_REFERENCE,
          bom: { guid: guid('LINE') },
          guid: guid('SUBST'),
          rank: 1,
          quantity: null,
          notes: null,
        },
      ],
      [],
    ]);
  });

  it('has sourcing[] when SOURCING was asked for, the supplier nested in the supplier item [VIE-80]', async () => {
    expect(await documentOf('SPECS', 'SOURCING')).toEqual({
      count: 2,
      results: [
        {
          ...A1_SPECS,
          sourcing: [
            {
              mfrItem: {
                number: 'M-1',
                name: null,
                guid: guid('MPART'),
                supplier: { name: 'Maker', guid: guid('MAKER') },
              },
              vendorItem: {
                number: null,
                name: null,
                guid: null,
                supplier: { name: null, guid: null },
              },
              approved: true,
              guid: guid('SOURCE'),
              notes: null,
              activeProduction: false,
              activePrototype: false,
              amlRank: null,
              amlSplit: 33.3,
              vendorItemConversionFactor: null,
              makeItem: false,
            },
          ],
        },
        { ...P1_SPECS, sourcing: [] },
      ],
    });
  });

  it('has files[] when FILES was asked for [VIE-81]', async () => {
    const { results } = await documentOf('SPECS', 'FILES');
    expect(results.map(({ files }) => files)).toEqual([
      [
        {
          file: {
            name: 'note.txt',
            location: null,
            guid: guid('NOTE'),
            number: null,
            edition: null,
            title: null,
            storageMethodName: 'FILE',
          },
          guid: guid('ASSOC'),
          latestEditionAssociation: false,
          primary: true,
          contentPath: null,
        },
      ],
      [],
    ]);
  });

  it.each([
    [['SPECS'], []],
    [['BOM', 'SPECS'], ['bom']],
    [
      ['SOURCING', 'FILES'],
      ['sourcing', 'files'],
    ],
    [ALL_VIEWS, ITEM_LISTS],
  ])(
    'of the views %j has just these of the four lists: %j [VIE-78, VIE-79, VIE-80, VIE-81]',
    async (exportViews, lists) => {
      for (const item of (await documentOf(...exportViews)).results)
        expect(ITEM_LISTS.filter((list) => list in item)).toEqual(lists);
    },
  );

  it('writes numbers exactly, to the last digit', async () => {
    const text = await textOf(['SPECS']);
    expect(text).toContain('"standardCost":12345678901234567890.123456789,');
    expect(text).toContain('"targetCost":1000000000000000000000,');
    expect(text).toContain('"targetPrice":-0.5,');
  });

  it('names custom attributes alike whatever the option header', async () => {
    expect(await textOf(['SPECS'], { header: 'name' })).toBe(await textOf(['SPECS']));
  });

  it('begins with the count, without a byte order mark', async () => {
    expect((await textOf(['SPECS'])).slice(0, 22)).toBe('{"count":2,"results":[');
  });
});

describe('a JSON export', () => {
  it('is one plain document when fileContent asks for no files [VIE-24]', async () => {
    const { file, bytes } = await download(served.admin, { format: 'json', exportViews: ['FILES', 'SPECS'] });
    expect([file.mimeType, file.format, file.size]).toEqual(['application/json', 'JSON', bytes.length]);
    expect(JSON.parse(bytes.toString())).toMatchObject({ count: 2 });
  });

  it.each([
    [{ item: 'ALL' }, true],
    [{ item: 'PRIMARY' }, true],
    [{ supplierItem: 'ALL' }, false],
  ])('is a zip of the document and files/… when fileContent is %j [VIE-25]', async (fileContent, hasFile) => {
    const { file, members } = await exportArchive(served.admin, {
      format: 'json',
      exportViews: ['SPECS', 'FILES'],
      fileContent,
    });
    expect([file.mimeType, file.format]).toEqual(['application/zip', 'ZIP']);
    const path = `files/${guid('NOTE')}/note.txt`;
    const [document, ...files] = [...members.keys()];
    expect(document).toMatch(/^[^/]+\.json$/);
    expect(files).toEqual(hasFile ? [path] : []);
    expect(members.get(path)?.toString()).toBe(hasFile ? 'a note' : undefined);
    const { count, results } = JSON.parse(members.get(document!)!.toString()) as Document;
    expect(count).toBe(2);
    expect(results[0]!['files']).toMatchObject([{ contentPath: hasFile ? path : null }]);
  });
});
