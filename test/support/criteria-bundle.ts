import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/**
 * Five items, made so that every attribute tells some of them from the others in a way of its own. BARE-5 has nothing
 * but a number. KIT-4 is an assembly of BOLT-1 and NUT-3. NUT-3 has a working revision only.
 */
export const ALL_FIVE = 'BARE-5 BOLT-1 BOLT-2 KIT-4 NUT-3';

const ATTRIBUTES = [
  { label: 'LINE', fieldType: 'SINGLE_LINE_TEXT' },
  { label: 'NOTE', fieldType: 'MULTI_LINE_TEXT' },
  { label: 'DROP', fieldType: 'DROP_DOWN', possibleValues: ['red', 'Blue', 'green', 'one;two'] },
  { label: 'DROPS', fieldType: 'DROP_DOWN', multiSelect: true, possibleValues: ['red', 'blue', 'green'] },
  { label: 'FIXED', fieldType: 'FIXED_DROP_DOWN', possibleValues: ['low', 'medium', 'high'] },
  {
    label: 'FIXEDS',
    fieldType: 'FIXED_DROP_DOWN',
    multiSelect: true,
    possibleValues: ['north', 'south', 'south east'],
  },
  { label: 'DAY', fieldType: 'DATE' },
  { label: 'MOMENT', fieldType: 'DATETIME' },
  { label: 'NUMBER', fieldType: 'NUMBER' },
  { label: 'DOUBLE', fieldType: 'POSITIVE_DOUBLE' },
  { label: 'WHOLE', fieldType: 'INTEGER' },
  { label: 'COUNT', fieldType: 'POSITIVE_INTEGER' },
  { label: 'PRICE', fieldType: 'COST' },
  { label: 'FLAG', fieldType: 'BOOLEAN' },
] as const;

const SETTINGS = {
  users: [
    { guid: guid('ADA'), email: 'ada@parts.test', fullName: 'Ada Åkesson' },
    { guid: guid('BEA'), email: 'bea@works.test', fullName: 'Bea Brown' },
    { guid: guid('CAT'), email: 'cat@parts.test', fullName: 'Cat Adams' },
  ],
  lifecyclePhases: [
    { guid: guid('PROD'), name: 'In Production', stage: 'PRODUCTION' },
    { guid: guid('DESIGN'), name: 'In Design', stage: 'DESIGN' },
    { guid: guid('END'), name: 'Obsolete', stage: 'RETIRED' },
  ],
  itemCategories: [
    { guid: guid('BOLTS'), name: 'Bolts', path: 'Parts/Threaded' },
    { guid: guid('EYES'), name: 'Eye bolts', path: 'Parts/Threaded/Eyed' },
    { guid: guid('NUTS'), name: 'Nuts', path: 'Parts/Inside' },
    { guid: guid('KITS'), name: 'Assemblies', path: 'Kits/Parts' },
  ],
  attributes: [
    ...ATTRIBUTES.map(({ label, ...attribute }) => ({
      ...attribute,
      guid: guid(label),
      world: 'ITEMS',
      name: `Custom ${label.toLowerCase()}`,
    })),
    { guid: guid('SIDE'), world: 'BOM', name: 'Side', fieldType: 'SINGLE_LINE_TEXT' },
  ],
};

type Cells = Readonly<Record<string, string>>;
const ITEMS: readonly Cells[] = [
  { number: 'BARE-5', guid: guid('BARE5'), revisionStatus: 'EFFECTIVE' },
  {
    number: 'BOLT-1',
    guid: guid('BOLT1'),
    revisionNumber: 'A',
    revisionStatus: 'EFFECTIVE',
    name: 'Hex Bolt',
    description: 'Steel, zinc plated',
    uom: 'each',
    procurementType: 'MTS',
    'lifecyclePhase.name': 'In Production',
    'category.path': 'Parts/Threaded',
    'owner.fullName': 'Ada Åkesson',
    'creator.email': 'bea@works.test',
    creationDateTime: '2024-01-01T00:00:00Z',
    effectiveDateTime: '2024-01-10T00:00:00Z',
    modifiedBOM: 'true',
    modifiedSpecs: 'true',
    modifiedFiles: 'true',
    productionCost: '1.5',
    prototypeCost: '10',
    standardCost: '2',
    targetPrice: '10',
    [guid('LINE')]: 'Zinc Plated',
    [guid('NOTE')]: 'First line\nsecond Row',
    [guid('DROP')]: 'red',
    [guid('DROPS')]: 'red;blue',
    [guid('FIXED')]: 'low',
    [guid('FIXEDS')]: 'north;south east',
    [guid('DAY')]: '2024-05-01',
    [guid('MOMENT')]: '2024-05-01T10:00:00Z',
    [guid('NUMBER')]: '-1.5',
    [guid('DOUBLE')]: '0.25',
    [guid('WHOLE')]: '-3',
    [guid('COUNT')]: '1',
    [guid('PRICE')]: '1.50',
    [guid('FLAG')]: 'true',
  },
  {
    number: 'BOLT-2',
    guid: guid('BOLT2'),
    revisionNumber: 'AB',
    revisionStatus: 'EFFECTIVE',
    name: 'Long hex bolt',
    description: 'Stainless steel',
    uom: 'Each 100',
    procurementType: 'BUY',
    'lifecyclePhase.name': 'Obsolete',
    'category.path': 'Parts/Threaded/Eyed',
    'owner.fullName': 'Bea Brown',
    'creator.email': 'cat@parts.test',
    creationDateTime: '2024-02-01T12:00:00Z',
    effectiveDateTime: '2024-05-01T00:00:00Z',
    modifiedSpecs: 'true',
    shared: 'true',
    productionCost: '2',
    prototypeCost: '1.5',
    standardCost: '10',
    targetCost: '1.5',
    [guid('LINE')]: 'plated',
    [guid('NOTE')]: 'Second thoughts',
    [guid('DROP')]: 'Blue',
    [guid('DROPS')]: 'blue',
    [guid('FIXED')]: 'high',
    [guid('DAY')]: '2024-06-01',
    [guid('MOMENT')]: '2024-05-01T10:00:01Z',
    [guid('NUMBER')]: '2',
    [guid('DOUBLE')]: '2',
    [guid('WHOLE')]: '2',
    [guid('COUNT')]: '2',
    [guid('PRICE')]: '2',
    [guid('FLAG')]: 'false',
  },
  {
    number: 'KIT-4',
    guid: guid('KIT4'),
    revisionNumber: 'B',
    revisionStatus: 'EFFECTIVE',
    name: 'Bolt kit',
    description: 'Bolts and nuts of steel',
    uom: 'set',
    procurementType: 'MTO',
    'lifecyclePhase.name': 'In Production',
    'category.path': 'Kits/Parts',
    'owner.fullName': 'Cat Adams',
    'creator.email': 'ada@parts.test',
    creationDateTime: '2024-03-01T00:00:00Z',
    effectiveDateTime: '2024-03-10T00:00:00Z',
    modifiedFiles: 'true',
    isAssembly: 'true',
    deviated: 'true',
    productionCost: '10',
    prototypeCost: '2',
    standardCost: '1.5',
    targetCost: '2',
    targetPrice: '1.5',
    [guid('LINE')]: 'Plated twice',
    [guid('DROP')]: 'one;two',
    [guid('DROPS')]: 'green',
    [guid('FIXEDS')]: 'south',
    [guid('MOMENT')]: '2024-05-02T00:00:00Z',
    [guid('NUMBER')]: '10',
    [guid('DOUBLE')]: '10',
    [guid('WHOLE')]: '10',
    [guid('COUNT')]: '10',
    [guid('PRICE')]: '10',
  },
  {
    number: 'NUT-3',
    guid: guid('NUT3'),
    revisionNumber: '1a',
    revisionStatus: 'WORKING',
    name: 'Hex nut',
    description: 'Brass',
    uom: 'per each',
    procurementType: 'BUY',
    'lifecyclePhase.name': 'In Design',
    'category.path': 'Parts/Inside',
    'owner.fullName': 'Ada Åkesson',
    'creator.email': 'bea@works.test',
    creationDateTime: '2024-04-01T00:00:00Z',
    modifiedSourcing: 'true',
    deviated: 'true',
    targetCost: '10',
    targetPrice: '2',
    [guid('NOTE')]: 'row by row',
    [guid('FIXED')]: 'medium',
    [guid('FIXEDS')]: 'south east',
    [guid('DAY')]: '2024-07-01',
    [guid('FLAG')]: 'true',
  },
];

export function criteriaBundle(): BundleFiles {
  const columns = [...new Set(ITEMS.flatMap((item) => Object.keys(item)))];
  return {
    'settings.json': JSON.stringify(SETTINGS),
    'SPECS.csv': csv(
      columns.join(','),
      ...ITEMS.map((item) => quoted(...columns.map((column) => item[column] ?? ''))),
    ),
    'BOM.csv': csv('parent.number,item.number,lineNumber', 'KIT-4,BOLT-1,1', 'KIT-4,NUT-3,2'),
    'SOURCING.csv': csv(
      'parent.number,mfrItem.number,mfrItem.name,mfrItem.guid,mfrItem.supplier.name,mfrItem.supplier.guid,vendorItem.number,vendorItem.name,vendorItem.guid,vendorItem.supplier.name,vendorItem.supplier.guid',
      `BOLT-1,M-10,Screw M10,${guid('M10')},Makers Ltd,${guid('MAKERS')},V-10,Boxed screws,${guid('V10')},Vendors Ltd,${guid('VENDORS')}`,
      `BOLT-2,M-20,Screw M20,${guid('M20')},Makers Ltd,${guid('MAKERS')},,,,,`,
      `KIT-4,K-1,,${guid('K1')},Kitters,${guid('KITTERS')},,,,,`,
      `KIT-4,,,,,,V-30,Boxed nuts,${guid('V30')},Vendors Ltd,${guid('VENDORS')}`,
      `NUT-3,,,,,,V-30,Boxed nuts,${guid('V30')},Vendors Ltd,${guid('VENDORS')}`,
    ),
  };
}

/** Items whose names are hard to compare; T0 has none. */
const NAMES = {
  T0: '',
  T1: '100% cotton',
  T2: '100 metres',
  T3: 'under_score',
  T4: 'underXscore',
  T5: String.raw`back\slash`,
  T6: 'star*fish',
  T7: 'Starry fish',
  T8: 'ÄTHER Ωμέγα Жук',
  T9: 'one\ntwo',
};

export function hardNamesBundle(): BundleFiles {
  return {
    'SPECS.csv': csv(
      'number,revisionNumber,name',
      ...Object.entries(NAMES).map(([number, name]) => quoted(number, '1', name)),
    ),
  };
}

/** Children of one revision of a parent each, of the kind that they are named after. */
export function assembliesBundle(): BundleFiles {
  return {
    'SPECS.csv': csv(
      'number,revisionNumber,revisionStatus',
      'ASSEMBLY,1,SUPERSEDED',
      'ASSEMBLY,2,EFFECTIVE',
      'ASSEMBLY,3,WORKING',
      'DRAFT-ASSEMBLY,1,WORKING',
      'FINAL-ASSEMBLY,1,EFFECTIVE',
      ...['IN-EFFECTIVE', 'IN-FINAL', 'IN-NONE', 'IN-ONLY-DRAFT', 'IN-SUPERSEDED', 'IN-WORKING'].map(
        (number) => `${number},1,EFFECTIVE`,
      ),
    ),
    'BOM.csv': csv(
      'parent.number,parent.revisionNumber,item.number,lineNumber',
      'ASSEMBLY,1,IN-SUPERSEDED,1',
      'ASSEMBLY,2,IN-EFFECTIVE,1',
      'ASSEMBLY,3,IN-WORKING,1',
      'DRAFT-ASSEMBLY,1,IN-ONLY-DRAFT,1',
      'FINAL-ASSEMBLY,1,IN-FINAL,1',
    ),
  };
}
