import { csv, guid, type BundleFiles } from './view-records.ts';

const SETTINGS = {
  workspace: { name: 'Views' },
  users: [
    { guid: guid('ANN'), email: 'ann@acme.example', fullName: 'Ann Ames' },
    { guid: guid('BOB'), fullName: 'Bob Bow' },
  ],
  lifecyclePhases: [{ guid: guid('PHASE'), name: 'In Production', stage: 'PRODUCTION' }],
  itemCategories: [{ guid: guid('BOLTS'), name: 'Bolts', path: 'Parts/Bolts' }],
  fileCategories: [{ guid: guid('DRAWINGS'), name: 'Drawings', path: 'Documents/Drawings' }],
};

/** Every column of every view filled at least once and empty at least once; rows, columns and numbers not in the order and form of an export. */
export function wholeRecords(): BundleFiles {
  return {
    'settings.json': JSON.stringify(SETTINGS),
    'SPECS.csv': items(),
    'BOM.csv': csv(
      'guid,parent.number,item.number,lineNumber,quantity,refDes,notes',
      `${guid('LINE10')},A-1,P-2,10,,,`,
      `${guid('LINE2')},A-1,P-10,2,1e3,,"Glue, then press"`,
      `${guid('LINE1')},A-1,P-2,1,2.50,"R1,R2",Solder`,
      `${guid('LINE1')},a-9,P-10,1,-0.125,,`,
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,item.number,substitute.number,bom.guid,guid,rank,quantity,notes',
      `A-1,P-2,P-10,${guid('LINE1')},${guid('SUBST2')},2,0.50,"Only ""blue"""`,
      `A-1,P-2,a-9,${guid('LINE1')},${guid('SUBST1')},1,,`,
      `A-1,P-10,P-2,${guid('LINE2')},${guid('SUBST3')},,3,`,
    ),
    'SOURCING.csv': sources(),
    'SOURCING_SUPPLIERITEM_SPECS.csv': supplierItems(),
    'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE.csv': csv(
      'guid,name,supplierId,accountNumber,description,website,approvalStatus,creationDateTime,creator.email',
      `${guid('SHOP')},The Shop,,,,,,,`,
      `${guid('MAKER')},Maker,S-1,007,"Makes, and sells",https://maker.example/?a=1,approved,2019-01-01T00:00:00Z,ann@acme.example`,
      `${guid('IDLE')},Nobody buys here,,,,,,,`,
    ),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,guid,latestEditionAssociation,primary',
      `P-10,${guid('NOTE')},note.txt,${guid('ASSOC3')},false,true`,
      `A-1,${guid('NOTE')},note.txt,${guid('ASSOC2')},false,false`,
      `A-1,${guid('DRAWING2')},drawing.pdf,${guid('ASSOC1')},true,true`,
    ),
    'FILES_FILE_SUMMARY.csv': files(),
    'SOURCING_SUPPLIERITEM_FILES.csv': csv(
      'parent.number,parent.supplier.name,parent.guid,file.name,file.number,file.edition,guid,primary',
      `M-1,Maker,${guid('MAKERPART')},sheet.pdf,DS-1,1,${guid('ASSOC5')},true`,
      `M-1,Maker,${guid('MAKERPART')},paper.txt,,,${guid('ASSOC4')},false`,
    ),
    'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY.csv': csv(
      'guid,name,location,number,edition,title,storageMethodName,category.path,description,author.fullName,format,size,creationDateTime,lastModifiedDateTime,hasMarkup,mimeType,private,latest,locked',
      `${guid('SHEET')},sheet.pdf,,DS-1,1,Data sheet,FILE,Documents/Drawings,,,PDF,9007199254740991,,,false,application/pdf,false,true,false`,
      `${guid('PAPER')},paper.txt,Cabinet 7,,,,PAPER,,,,,,,,,,,,`,
    ),
  };
}

function items(): string {
  return csv(
    'revisionStatus,number,guid,revisionNumber,name,lifecyclePhase.name,category.path,description,uom,procurementType,offTheShelf,owner.fullName,creationDateTime,shared,creator.email,deviated,effectiveDateTime,supersededDateTime,isAssembly,modifiedBOM,modifiedFiles,modifiedSourcing,modifiedSpecs,modifiedCosting,productionCost,prototypeCost,targetCost,targetPrice,standardCost',
    `WORKING,P-2,${guid('P2')},,,,,,,,,,,,,,,,,,,,,,,,,,`,
    `EFFECTIVE,a-9,${guid('A9')},A,Small letter,,,,,,,,,,,,,,true,,,,,,,,,,`,
    `EFFECTIVE,P-10,${guid('P10')},1,Part ten,,,,pack,BUY,true,,,,,,,,false,,true,,true,,-0.50,1E-10,12345678901234567890.123456789,00.10,`,
    `SUPERSEDED,A-1,${guid('A1A')},A,Old assembly,,,,,,,,,,,,2020-01-02T00:00:00Z,2020-02-03T04:05:06Z,true,,,,,,,,,,`,
    `EFFECTIVE,A-1,${guid('A1B')},B,"Assembly, main",In Production,Parts/Bolts,An assembly,each,MAKE,false,Bob Bow,2020-01-02T03:04:05.678Z,true,ann@acme.example,true,2020-02-03T04:05:06Z,2021-12-31T23:59:59Z,true,true,false,true,false,true,1.50,+0.1,1e21,-2,0.00`,
  );
}

function sources(): string {
  return csv(
    'guid,parent.number,mfrItem.guid,mfrItem.number,mfrItem.supplier.name,vendorItem.guid,vendorItem.number,vendorItem.supplier.name,approved,notes,activeProduction,activePrototype,amlRank,amlSplit,vendorItemConversionFactor,makeItem',
    `${guid('SOURCE3')},P-10,,,,${guid('SHOPPART')},V-1,The Shop,false,,,,,,,`,
    `${guid('SOURCE2')},P-10,${guid('MAKERPART')},M-1,Maker,${guid('SHOPPART')},V-1,The Shop,true,"First, always",true,false,1,33.30,0.0010,false`,
    `${guid('SOURCE1')},A-1,${guid('OWNPART')},M-0,Maker,,,,true,,false,true,2,,,true`,
  );
}

function supplierItems(): string {
  return csv(
    'guid,number,supplier.name,name,type,uom,description,procurementType,offTheShelf,creationDateTime,creator.email',
    `${guid('SHOPPART')},V-1,The Shop,,,,,,,,`,
    `${guid('OWNPART')},M-0,Maker,Own part,PART,each,"Made, here",MAKE,false,,`,
    `${guid('MAKERPART')},M-1,Maker,Maker's part,PART,each,Ordinary,OTS,true,2019-05-06T07:08:09Z,ann@acme.example`,
    `${guid('IDLEPART')},I-1,Nobody buys here,,,,,,,,`,
  );
}

function files(): string {
  return csv(
    'guid,name,location,number,edition,title,storageMethodName,category.path,description,author.fullName,format,size,creationDateTime,lastModifiedDateTime,hasMarkup,mimeType,private,latest,locked',
    `${guid('NOTE')},note.txt,,,,,,,,,,,,,,,,,`,
    `${guid('DRAWING2')},drawing.pdf,Shelf 3,DOC-1,2,"Drawing, main",FTP,Documents/Drawings,Second edition,Ann Ames,PDF,1234,2020-05-05T05:05:05Z,2020-06-06T06:06:06Z,true,application/pdf,true,false,true`,
    `${guid('IDLEFILE')},idle.txt,,DOC-9,1,,,,,,,,,,,,,,`,
  );
}
