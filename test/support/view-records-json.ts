import { csv, guid, type BundleFiles } from './view-records.ts';

/** One assembly with everything, one part with nothing. */
export function jsonRecords(): BundleFiles {
  return {
    'settings.json': JSON.stringify({
      lifecyclePhases: [{ guid: guid('PHASE'), name: 'In Production', stage: 'PRODUCTION' }],
      attributes: [
        { guid: guid('MASS'), world: 'ITEMS', name: 'Mass', fieldType: 'NUMBER' },
        { guid: guid('COLOURS'), world: 'ITEMS', name: 'Colours', fieldType: 'DROP_DOWN', multiSelect: true },
        { guid: guid('ROHS'), world: 'ITEMS', name: 'RoHS', fieldType: 'BOOLEAN' },
        { guid: guid('BUILT'), world: 'ITEMS', name: 'Built', fieldType: 'DATE' },
        { guid: guid('SIDE'), world: 'BOM', name: 'Side', fieldType: 'SINGLE_LINE_TEXT' },
      ],
    }),
    'SPECS.csv': csv(
      'number,guid,revisionNumber,name,lifecyclePhase.name,category.guid,category.path,effectiveDateTime,standardCost,targetCost,targetPrice,isAssembly,Mass,Colours,RoHS,Built',
      `A-1,${guid('A1')},A,"An ""assembly"",\ntwo lines",In Production,${guid('BOLTS')},Parts/Bolts,2020-02-03T04:05:06Z,12345678901234567890.123456789,1e21,-0.50,true,0.10,red;blue,true,2020-02-29`,
      `P-1,${guid('P1')},,,,,,,,,,false,,,,`,
    ),
    'BOM.csv': csv(
      'parent.number,item.number,guid,lineNumber,quantity,refDes,notes,Side',
      `A-1,P-1,${guid('LINE')},1,2.50,R1,,top`,
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,item.number,substitute.number,guid,rank',
      `A-1,P-1,A-1,${guid('SUBST')},1`,
    ),
    'SOURCING.csv': csv(
      'parent.number,guid,mfrItem.guid,mfrItem.number,mfrItem.supplier.guid,mfrItem.supplier.name,approved,amlSplit',
      `A-1,${guid('SOURCE')},${guid('MPART')},M-1,${guid('MAKER')},Maker,true,33.30`,
    ),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,guid,primary,contentPath',
      `A-1,${guid('NOTE')},note.txt,${guid('ASSOC')},true,files/note`,
    ),
    'files/note': 'a note',
  };
}
