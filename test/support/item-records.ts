import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/** More digits than a number of JavaScript has. */
export const LONG_COST = '12345678901234567890.000123456789';
const SETTINGS = {
  users: [
    { guid: guid('ADA'), email: 'ada@example.test', fullName: 'Ada Åkesson' },
    { guid: guid('BEA'), email: 'bea@example.test', fullName: 'Bea Brown' },
  ],
  lifecyclePhases: [{ guid: guid('PROD'), name: 'In Production', stage: 'PRODUCTION' }],
  itemCategories: [{ guid: guid('MECH'), name: 'Mechanical', path: 'Parts/Mechanical' }],
  attributes: [
    { guid: guid('MASS'), world: 'ITEMS', name: 'Mass', fieldType: 'NUMBER' },
    { guid: guid('ROHS'), world: 'ITEMS', name: 'RoHS', fieldType: 'BOOLEAN' },
    {
      guid: guid('TAGS'),
      world: 'ITEMS',
      name: 'Tags',
      fieldType: 'FIXED_DROP_DOWN',
      multiSelect: true,
      possibleValues: ['red', 'blue'],
    },
    { guid: guid('SIDE'), world: 'BOM', name: 'Side', fieldType: 'SINGLE_LINE_TEXT' },
  ],
};

/** Everything that an item can say, with what JSON and COPY have to escape. */
export const FULL = {
  number: 'TOP',
  guid: guid('TOPB'),
  revisionNumber: 'B',
  name: 'Top "assembly" \\ 10 kΩ',
  'lifecyclePhase.guid': guid('PROD'),
  'lifecyclePhase.name': 'In Production',
  'category.guid': guid('MECH'),
  'category.name': 'Mechanical',
  'category.path': 'Parts/Mechanical',
  description: 'two\nlines\tand a tab',
  uom: 'each',
  procurementType: 'MTS',
  offTheShelf: 'true',
  'owner.fullName': 'Ada Åkesson',
  creationDateTime: '2024-01-02T03:04:05Z',
  shared: 'true',
  'creator.fullName': 'Bea Brown',
  'creator.email': 'bea@example.test',
  deviated: 'true',
  effectiveDateTime: '2024-02-03T04:05:06Z',
  isAssembly: 'true',
  modifiedBOM: 'false',
  modifiedFiles: 'true',
  modifiedSourcing: 'false',
  modifiedSpecs: 'true',
  modifiedCosting: 'false',
  productionCost: LONG_COST,
  prototypeCost: '0.5',
  targetCost: '1',
  targetPrice: '-2.25',
  standardCost: '100',
  revisionStatus: 'EFFECTIVE',
  supersededDateTime: '',
  [guid('MASS')]: '1.50',
  [guid('ROHS')]: 'true',
  [guid('TAGS')]: 'red;blue',
};

const revision = (cells: Partial<typeof FULL>): string =>
  quoted(...Object.keys(FULL).map((header) => cells[header as keyof typeof FULL] ?? ''));
const part = (number: string, revisionNumber: string, revisionStatus: string): string =>
  revision({
    number,
    revisionNumber,
    revisionStatus,
    guid: guid(`${number}${revisionNumber}`),
    name: `${number} ${revisionNumber}`,
  });

/**
 * TOP has three revisions with a GUID each and a BOM each, ONE has three that share one, ASM only a working one, BOLT an effective
 * one and a working one; the others have one that is effective.
 */
export function itemRecords(): BundleFiles {
  return {
    'settings.json': JSON.stringify(SETTINGS),
    'SPECS.csv': csv(
      Object.keys(FULL).join(','),
      revision(FULL),
      part('TOP', 'A', 'SUPERSEDED'),
      part('TOP', 'C', 'WORKING'),
      part('ASM', 'A', 'WORKING'),
      ...['BIG', 'BOLT', 'NUT', 'SCREW', 'WASHER'].map((number) => part(number, 'A', 'EFFECTIVE')),
      part('BOLT', 'B', 'WORKING'),
      revision({ number: 'ONE', guid: guid('ONE'), revisionNumber: 'A', revisionStatus: 'SUPERSEDED' }),
      revision({ number: 'ONE', guid: guid('ONE'), revisionNumber: 'B', revisionStatus: 'EFFECTIVE' }),
      revision({ number: 'ONE', guid: guid('ONE'), revisionNumber: 'C', revisionStatus: 'WORKING' }),
    ),
    'BOM.csv': csv(
      `parent.number,parent.revisionNumber,item.number,guid,lineNumber,quantity,refDes,notes,${guid('SIDE')}`,
      `TOP,A,BOLT,${guid('L1')},1,9,,,`,
      `TOP,B,BOLT,${guid('L2')},2,0.25,"R1,R2",Torque,top`,
      `TOP,B,NUT,${guid('L3')},1,4,,,`,
      `TOP,B,WASHER,${guid('L4')},3,1,,,`,
      `TOP,C,BOLT,${guid('L5')},1,8,,,`,
      `ASM,A,BOLT,${guid('L6')},7,2,,,`,
      `BIG,A,TOP,${guid('L7')},1,1,,,`,
      `BIG,A,NUT,${guid('L8')},2,1,,,`,
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,parent.revisionNumber,item.number,bom.guid,substitute.number,guid,rank,quantity,notes',
      `TOP,B,BOLT,${guid('L2')},NUT,${guid('S2')},2,1,`,
      `TOP,B,BOLT,${guid('L2')},SCREW,${guid('S1')},1,0.5,Shorter`,
      `TOP,B,WASHER,${guid('L4')},SCREW,${guid('S3')},1,1,`,
    ),
    'SOURCING.csv': csv(
      'parent.number,parent.revisionNumber,mfrItem.number,mfrItem.name,mfrItem.guid,mfrItem.supplier.name,mfrItem.supplier.guid,vendorItem.number,vendorItem.name,vendorItem.guid,vendorItem.supplier.name,vendorItem.supplier.guid,approved,guid,notes,activeProduction,activePrototype,amlRank,amlSplit,vendorItemConversionFactor,makeItem',
      `BOLT,A,M-1,Maker bolt,${guid('M1')},Makers,${guid('MAKERS')},V-1,Vendor bolt,${guid('V1')},Vendors,${guid('VENDORS')},true,${guid('SR1')},Buy here,true,false,1,70,2.5,false`,
      `BOLT,A,,,,,,V-2,,${guid('V2')},Vendors,${guid('VENDORS')},false,${guid('SR2')},,false,true,2,,,true`,
      `BOLT,B,M-3,,${guid('M3')},Makers,${guid('MAKERS')},,,,,,true,${guid('SR3')},,,,,,,`,
    ),
    'FILES.csv': csv(
      'parent.number,parent.revisionNumber,file.name,file.location,file.guid,file.number,file.edition,file.title,file.storageMethodName,guid,latestEditionAssociation,primary',
      `BOLT,A,bolt.pdf,,${guid('F1')},DOC-1,2,Bolt drawing,FILE,${guid('A1')},true,true`,
      `BOLT,A,page,https://bolt.example/,${guid('F2')},DOC-2,1,,URL,${guid('A2')},false,false`,
    ),
  };
}
