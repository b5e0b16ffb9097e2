import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/** Each field type, both drop-downs single and multi; declared in an order that is not that of their names. */
const ATTRIBUTES = [
  { name: 'zeta, last', fieldType: 'SINGLE_LINE_TEXT' },
  { name: 'Notes "long"', fieldType: 'MULTI_LINE_TEXT' },
  { name: 'Colour', fieldType: 'DROP_DOWN' },
  { name: 'Colours', fieldType: 'DROP_DOWN', multiSelect: true },
  { name: 'Grade', fieldType: 'FIXED_DROP_DOWN', possibleValues: ['A', 'B', 'C'] },
  { name: 'Grades', fieldType: 'FIXED_DROP_DOWN', multiSelect: true, possibleValues: ['A', 'B', 'C'] },
  { name: 'Built at', fieldType: 'DATETIME' },
  { name: 'Built', fieldType: 'DATE' },
  { name: 'Mass', fieldType: 'NUMBER' },
  { name: 'Length', fieldType: 'POSITIVE_DOUBLE' },
  { name: 'Count', fieldType: 'INTEGER' },
  { name: 'Pieces', fieldType: 'POSITIVE_INTEGER' },
  { name: '=Price', fieldType: 'COST' },
  { name: 'RoHS', fieldType: 'BOOLEAN' },
];

/** One value for each of {@link ATTRIBUTES}, not all in the form that an export gives them. */
const VALUES = quoted(
  'plain',
  'line 1\r\nline 2',
  'red',
  'red;dark green',
  'A',
  'C;A',
  '2020-02-29T23:59:59.999Z',
  '2020-02-29',
  '-1.2300e-3',
  '0.50',
  '-7',
  '12',
  '19.90',
  'TRUE',
);
const HEADERS = quoted(...ATTRIBUTES.map(({ name }) => name));
const NOTHING = ','.repeat(ATTRIBUTES.length - 1);

const SETTINGS = {
  attributes: ['ITEMS', 'BOM', 'SUPPLIERS', 'SUPPLIER_ITEMS'].flatMap((world) =>
    ATTRIBUTES.map((attribute, index) => ({ guid: attributeGuid(world, index), world, ...attribute })),
  ),
};

/** `ITEMSA…`, `ITEMSB…` in the order of declaration. */
function attributeGuid(world: string, index: number): string {
  return guid(`${world.replace('_', '')}${String.fromCharCode(65 + index)}`);
}

/** Records with a value, and with none, for every custom attribute of the four worlds. */
export function attributeRecords(): BundleFiles {
  return {
    'settings.json': JSON.stringify(SETTINGS),
    'SPECS.csv': csv(`number,guid,${HEADERS}`, `A-1,${guid('A1')},${VALUES}`, `P-1,${guid('P1')},${NOTHING}`),
    'BOM.csv': csv(
      `parent.number,item.number,guid,lineNumber,${HEADERS}`,
      `A-1,P-1,${guid('LINEA')},1,${VALUES}`,
      `A-1,P-1,${guid('LINEB')},2,${NOTHING}`,
    ),
    'SOURCING.csv': csv(
      'parent.number,guid,mfrItem.number,mfrItem.supplier.name,vendorItem.number,vendorItem.supplier.name',
      `P-1,${guid('SOURCE')},M-1,Maker,V-1,Shop`,
    ),
    'SOURCING_SUPPLIERITEM_SPECS.csv': csv(
      `number,supplier.name,guid,${HEADERS}`,
      `M-1,Maker,${guid('MPART')},${VALUES}`,
      `V-1,Shop,${guid('VPART')},${NOTHING}`,
    ),
    'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE.csv': csv(
      `name,guid,${HEADERS}`,
      `Maker,${guid('MAKER')},${VALUES}`,
      `Shop,${guid('SHOP')},${NOTHING}`,
    ),
  };
}

/** Names that a writer of CSV may get wrong, each of an item of its own: C-01, C-02, … */
export const AWKWARD_NAMES: readonly string[] = [
  'a, b',
  'say "hi"',
  '"',
  'one\ntwo',
  'one\r\ntwo',
  'one\rtwo',
  '\n',
  ' blanks ',
  'Größe 部品 😀 e\u0301',
  '\ufeffmark',
  '\\.',
  '\\N',
  'back\\slash',
  'NULL',
  'a;b',
  "it's",
  'tab\there',
  '\u0001\u001f\u007f\u0085\u2028',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://x.example","y")',
  'long '.repeat(20_000),
];

export function cellRecords(): BundleFiles {
  return {
    'SPECS.csv': csv(
      'number,guid,name',
      ...AWKWARD_NAMES.map((name, index) => quoted(numberOf(index), guid(`NAME${index + 10}`), name)),
    ),
  };
}

/** C-01 for the first. */
export const numberOf = (index: number): string => `C-${String(index + 1).padStart(2, '0')}`;
