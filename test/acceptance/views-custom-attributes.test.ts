import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_VIEWS, exportArchive, guid, textOf, type Archive } from '../support/view-records.ts';
import { attributeRecords } from '../support/view-records-cells.ts';

const served = useServer({ bundle: attributeRecords() });

let named: Archive;
let byApiName: Archive;

beforeAll(async () => {
  byApiName = await exportArchive(served.admin, { exportViews: ALL_VIEWS });
  named = await exportArchive(served.admin, { exportViews: ALL_VIEWS, header: 'name' });
});

/** The attributes' names in code point order. */
const NAMES =
  '=Price,Built,Built at,Colour,Colours,Count,Grade,Grades,Length,Mass,"Notes ""long""",Pieces,RoHS,"zeta, last"';
const VALUES =
  '19.9,2020-02-29T00:00:00Z,2020-02-29T23:59:59Z,red,red;dark green,-7,A,C;A,0.5,-0.00123,"line 1\r\nline 2",12,true,plain';
const NO_VALUES = ',,,,,,,,,,,,,';

/** The attributes' GUIDs in the order of those names. */
function apiNames(world: string): string {
  return ['M', 'H', 'G', 'C', 'D', 'K', 'E', 'F', 'J', 'I', 'B', 'L', 'N', 'A']
    .map((letter) => guid(world + letter))
    .join(',');
}

const WORLDS = [
  {
    view: 'SPECS',
    world: 'ITEMS',
    lastOwn: 'revisionStatus,supersededDateTime',
    rows: [
      `A-1,${guid('A1')},,,,,,,,,,,false,,,false,,,false,,true,false,false,false,false,false,,,,,,EFFECTIVE,,${VALUES}`,
      `P-1,${guid('P1')},,,,,,,,,,,false,,,false,,,false,,false,false,false,false,false,false,,,,,,EFFECTIVE,,${NO_VALUES}`,
    ],
  },
  {
    view: 'BOM',
    world: 'BOM',
    lastOwn: 'lineNumber,quantity,refDes,notes',
    rows: [
      `A-1,${guid('A1')},,,P-1,${guid('P1')},,,${guid('LINEA')},1,,,,${VALUES}`,
      `A-1,${guid('A1')},,,P-1,${guid('P1')},,,${guid('LINEB')},2,,,,${NO_VALUES}`,
    ],
  },
  {
    view: 'SOURCING_SUPPLIERITEM_SPECS',
    world: 'SUPPLIERITEMS',
    lastOwn: 'guid,creationDateTime,creator.fullName,creator.email',
    rows: [
      `M-1,Maker,${guid('MAKER')},,,,,,false,${guid('MPART')},,,,${VALUES}`,
      `V-1,Shop,${guid('SHOP')},,,,,,false,${guid('VPART')},,,,${NO_VALUES}`,
    ],
  },
  {
    view: 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
    world: 'SUPPLIERS',
    lastOwn: 'guid,creationDateTime,creator.fullName,creator.guid,creator.email',
    rows: [`Maker,,,,,,${guid('MAKER')},,,,,${VALUES}`, `Shop,,,,,,${guid('SHOP')},,,,,${NO_VALUES}`],
  },
];

describe.each(WORLDS)(
  'custom attributes in $view [VIE-56, VIE-58, VIE-64, VIE-66]',
  ({ view, world, lastOwn, rows }) => {
    it('follow the columns, ordered by name, and are titled by their GUIDs when header is apiName [VIE-20, VIE-54]', () => {
      const header = textOf(byApiName, view).split('\r\n', 1)[0]!;
      expect(header.endsWith(`,${lastOwn},${apiNames(world)}`), header).toBe(true);
      expect(header.split(lastOwn)).toHaveLength(2);
    });

    it('are titled by their names when header is name; the other columns keep their apiNames [VIE-21]', () => {
      const [own] = textOf(byApiName, view).split(`,${guid(world + 'M')}`, 1);
      expect(textOf(named, view).startsWith(`${own!},${NAMES}\r\n`)).toBe(true);
    });

    it('have the values of all twelve field types: dates in Zulu, shortest decimals, multi-select joined with ;, empty for null [VIE-42, VIE-43, VIE-44, VIE-45, VIE-46]', () => {
      for (const archive of [byApiName, named]) {
        const text = textOf(archive, view);
        expect(text.slice(text.indexOf('\r\n') + 2)).toBe(rows.map((row) => `${row}\r\n`).join(''));
      }
    });
  },
);

it('no other view has custom attributes', () => {
  for (const view of ALL_VIEWS.filter((one) => WORLDS.every((world) => world.view !== one)))
    expect(textOf(named, view)).toBe(textOf(byApiName, view));
  expect(textOf(named, 'SOURCING').split('\r\n', 1)[0]).toMatch(/,vendorItemConversionFactor,makeItem$/);
});
