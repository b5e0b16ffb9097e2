import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { csv, download, exportArchive, guid, quoted, textOf } from '../support/view-records.ts';

const bundle = {
  'settings.json': JSON.stringify({
    attributes: [
      { guid: guid('COLOUR'), world: 'ITEMS', name: '@Colour', fieldType: 'DROP_DOWN' },
      { guid: guid('MASS'), world: 'ITEMS', name: '-Mass', fieldType: 'NUMBER' },
    ],
  }),
  'SPECS.csv': csv(
    'number,guid,name,description,standardCost,@Colour,-Mass',
    quoted('-1', guid('MINUS'), '=1+1', '\t=1', '-2', '@red', '-0.5'),
    quoted('N-1', guid('PLAIN'), 'a=1', "'=1", '2', 'red', '0.5'),
  ),
};

const FLAGS = 'false,,,false,,,false,,false,false,false,false,false,false';

async function written(api: Parameters<typeof exportArchive>[0]): Promise<string[]> {
  const [header = '', ...rows] = textOf(await exportArchive(api, { header: 'name' }), 'SPECS').split('\r\n');
  return [header.slice(header.indexOf('supersededDateTime')), ...rows];
}

describe('with spreadsheetSafe on', () => {
  const served = useServer({ bundle, env: { WAYBILL_SPREADSHEET_SAFE: 'true' } });

  it('CSV text that begins with = + - @ TAB CR gets a leading apostrophe, header cells too; numbers do not [VIE-48]', async () => {
    expect(await written(served.admin)).toEqual([
      "supersededDateTime,'-Mass,'@Colour",
      `'-1,${guid('MINUS')},,'=1+1,,,,,,'\t=1,,,${FLAGS},,,,,-2,EFFECTIVE,,-0.5,'@red`,
      `N-1,${guid('PLAIN')},,a=1,,,,,,'=1,,,${FLAGS},,,,,2,EFFECTIVE,,0.5,red`,
      '',
    ]);
  });

  it('JSON has the text as it is', async () => {
    const { bytes } = await download(served.admin, { format: 'json' });
    expect(JSON.parse(bytes.toString())).toMatchObject({
      results: [
        { number: '-1', name: '=1+1', description: '\t=1', standardCost: -2 },
        { number: 'N-1', name: 'a=1', description: "'=1", standardCost: 2 },
      ],
    });
  });
});

describe('by default', () => {
  const served = useServer({ bundle });

  it('cells that begin with = + - @ TAB CR are written as they are, header cells too [VIE-47]', async () => {
    expect(await written(served.admin)).toEqual([
      'supersededDateTime,-Mass,@Colour',
      `-1,${guid('MINUS')},,=1+1,,,,,,\t=1,,,${FLAGS},,,,,-2,EFFECTIVE,,-0.5,@red`,
      `N-1,${guid('PLAIN')},,a=1,,,,,,'=1,,,${FLAGS},,,,,2,EFFECTIVE,,0.5,red`,
      '',
    ]);
  });
});
