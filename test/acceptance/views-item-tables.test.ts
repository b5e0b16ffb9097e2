import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { ALL_VIEWS, exportArchive, guid, linesOf, type Archive } from '../support/view-records.ts';
import { wholeRecords } from '../support/view-records-whole.ts';

const served = useServer({ bundle: wholeRecords() });

let archive: Archive;

beforeAll(async () => {
  archive = await exportArchive(served.admin, { exportViews: ALL_VIEWS });
});

const A1 = `A-1,${guid('A1B')},B,"Assembly, main"`;
const A9 = `a-9,${guid('A9')},A,Small letter`;
const P10 = `P-10,${guid('P10')},1,Part ten`;
const P2 = `P-2,${guid('P2')},,`;

describe('the view SPECS', () => {
  it('has its columns in order, and a row for each item, by item number [VIE-33, VIE-41, VIE-42, VIE-43, VIE-44, VIE-45, VIE-55]', () => {
    expect(linesOf(archive, 'SPECS')).toEqual([
      'number,guid,revisionNumber,name,lifecyclePhase.guid,lifecyclePhase.name,category.guid,category.name,category.path,description,uom,procurementType,offTheShelf,owner.fullName,creationDateTime,shared,creator.fullName,creator.email,deviated,effectiveDateTime,isAssembly,modifiedBOM,modifiedFiles,modifiedSourcing,modifiedSpecs,modifiedCosting,productionCost,prototypeCost,targetCost,targetPrice,standardCost,revisionStatus,supersededDateTime',
      `${A1},${guid('PHASE')},In Production,${guid('BOLTS')},Bolts,Parts/Bolts,An assembly,each,MAKE,false,Bob Bow,2020-01-02T03:04:05Z,true,Ann Ames,ann@acme.example,true,2020-02-03T04:05:06Z,true,true,false,true,false,true,1.5,0.1,1000000000000000000000,-2,0,EFFECTIVE,2021-12-31T23:59:59Z`,
      `${P10},,,,,,,pack,BUY,true,,,false,,,false,,false,false,true,false,true,false,-0.5,0.0000000001,12345678901234567890.123456789,0.1,,EFFECTIVE,`,
      `${P2},,,,,,,,,false,,,false,,,false,,false,false,false,false,false,false,,,,,,WORKING,`,
      `${A9},,,,,,,,,false,,,false,,,false,,true,false,false,false,false,false,,,,,,EFFECTIVE,`,
    ]);
  });
});

describe('the view BOM', () => {
  it('has its columns in order, and a row for each line, by parent number, then line number [VIE-34, VIE-53, VIE-57]', () => {
    expect(linesOf(archive, 'BOM')).toEqual([
      'parent.number,parent.guid,parent.revisionNumber,parent.name,item.number,item.guid,item.revisionNumber,item.name,guid,lineNumber,quantity,refDes,notes',
      `${A1},${P2},${guid('LINE1')},1,2.5,"R1,R2",Solder`,
      `${A1},${P10},${guid('LINE2')},2,1000,,"Glue, then press"`,
      `${A1},${P2},${guid('LINE10')},10,,,`,
      `${A9},${P10},${guid('LINE1')},1,-0.125,,`,
    ]);
  });
});

describe('the view BOM_SUBSTITUTES', () => {
  it('has its columns in order, and a row for each substitute, by parent number [VIE-35, VIE-53, VIE-59]', () => {
    expect(linesOf(archive, 'BOM_SUBSTITUTES')).toEqual([
      'parent.number,parent.guid,parent.revisionNumber,parent.name,item.number,item.guid,item.revisionNumber,item.name,substitute.number,substitute.guid,substitute.revisionNumber,substitute.name,bom.guid,guid,rank,quantity,notes',
      `${A1},${P2},${A9},${guid('LINE1')},${guid('SUBST1')},1,,`,
      `${A1},${P2},${P10},${guid('LINE1')},${guid('SUBST2')},2,0.5,"Only ""blue"""`,
      `${A1},${P10},${P2},${guid('LINE2')},${guid('SUBST3')},,3,`,
    ]);
  });
});

describe('the view SOURCING', () => {
  it('has its columns in order, and a row for each source, by the number of the item it belongs to [VIE-35, VIE-60, VIE-70]', () => {
    const maker = `Maker,${guid('MAKER')}`;
    const shopPart = `V-1,,${guid('SHOPPART')},The Shop,${guid('SHOP')}`;
    expect(linesOf(archive, 'SOURCING')).toEqual([
      'parent.number,parent.guid,parent.revisionNumber,parent.name,mfrItem.number,mfrItem.name,mfrItem.guid,mfrItem.supplier.name,mfrItem.supplier.guid,vendorItem.number,vendorItem.name,vendorItem.guid,vendorItem.supplier.name,vendorItem.supplier.guid,approved,guid,notes,activeProduction,activePrototype,amlRank,amlSplit,vendorItemConversionFactor,makeItem',
      `${A1},M-0,Own part,${guid('OWNPART')},${maker},,,,,,true,${guid('SOURCE1')},,false,true,2,,,true`,
      `${P10},M-1,Maker's part,${guid('MAKERPART')},${maker},${shopPart},true,${guid('SOURCE2')},"First, always",true,false,1,33.3,0.001,false`,
      `${P10},,,,,,${shopPart},false,${guid('SOURCE3')},,false,false,,,,false`,
    ]);
  });
});

describe('the view FILES', () => {
  it('has its columns in order, and a row for each association, by the number of the item it belongs to [VIE-35, VIE-61, VIE-70]', () => {
    expect(linesOf(archive, 'FILES')).toEqual([
      'parent.number,parent.guid,parent.revisionNumber,parent.name,file.name,file.location,file.guid,file.number,file.edition,file.title,file.storageMethodName,guid,latestEditionAssociation,primary,contentPath',
      `${A1},drawing.pdf,Shelf 3,${guid('DRAWING2')},DOC-1,2,"Drawing, main",FTP,${guid('ASSOC1')},true,true,`,
      `${A1},note.txt,,${guid('NOTE')},,,,FILE,${guid('ASSOC2')},false,false,`,
      `${P10},note.txt,,${guid('NOTE')},,,,FILE,${guid('ASSOC3')},false,true,`,
    ]);
  });
});

describe('the view FILES_FILE_SUMMARY', () => {
  it('has its columns in order, and a row for each file of the items, once [VIE-62]', () => {
    expect(linesOf(archive, 'FILES_FILE_SUMMARY')).toEqual([
      'name,location,number,edition,title,storageMethodName,category.guid,category.name,category.path,guid,description,author.fullName,format,size,creationDateTime,lastModifiedDateTime,hasMarkup,mimeType,private,latest,locked,contentPath',
      `drawing.pdf,Shelf 3,DOC-1,2,"Drawing, main",FTP,${guid('DRAWINGS')},Drawings,Documents/Drawings,${guid('DRAWING2')},Second edition,Ann Ames,PDF,1234,2020-05-05T05:05:05Z,2020-06-06T06:06:06Z,true,application/pdf,true,false,true,`,
      `note.txt,,,,,FILE,,,,${guid('NOTE')},,,,,,,false,,false,true,false,`,
    ]);
  });
});

describe('the view SOURCING_SUPPLIERITEM_SPECS', () => {
  it('has its columns in order, and a row for each supplier item that the sources name, once, by number [VIE-35, VIE-63]', () => {
    expect(linesOf(archive, 'SOURCING_SUPPLIERITEM_SPECS')).toEqual([
      'number,supplier.name,supplier.guid,name,type,uom,description,procurementType,offTheShelf,guid,creationDateTime,creator.fullName,creator.email',
      `M-0,Maker,${guid('MAKER')},Own part,PART,each,"Made, here",MAKE,false,${guid('OWNPART')},,,`,
      `M-1,Maker,${guid('MAKER')},Maker's part,PART,each,Ordinary,OTS,true,${guid('MAKERPART')},2019-05-06T07:08:09Z,Ann Ames,ann@acme.example`,
      `V-1,The Shop,${guid('SHOP')},,,,,,false,${guid('SHOPPART')},,,`,
    ]);
  });
});

describe('the view SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE', () => {
  it('has its columns in order, and a row for each supplier of those supplier items, once, by name [VIE-35, VIE-65]', () => {
    expect(linesOf(archive, 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE')).toEqual([
      'name,supplierId,accountNumber,description,website,approvalStatus,guid,creationDateTime,creator.fullName,creator.guid,creator.email',
      `Maker,S-1,007,"Makes, and sells",https://maker.example/?a=1,approved,${guid('MAKER')},2019-01-01T00:00:00Z,Ann Ames,${guid('ANN')},ann@acme.example`,
      `The Shop,,,,,,${guid('SHOP')},,,,`,
    ]);
  });
});

describe('the view SOURCING_SUPPLIERITEM_FILES', () => {
  it('has its columns in order, and a row for each association, by the number of the supplier item [VIE-35, VIE-68]', () => {
    const parent = `M-1,Maker,${guid('MAKER')},${guid('MAKERPART')},Maker's part`;
    expect(linesOf(archive, 'SOURCING_SUPPLIERITEM_FILES')).toEqual([
      'parent.number,parent.supplier.name,parent.supplier.guid,parent.guid,parent.name,file.name,file.location,file.number,file.edition,file.title,file.storageMethodName,guid,primary,contentPath',
      `${parent},sheet.pdf,,DS-1,1,Data sheet,FILE,${guid('ASSOC5')},true,`,
      `${parent},paper.txt,Cabinet 7,,,,PAPER,${guid('ASSOC4')},false,`,
    ]);
  });
});

describe('the view SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY', () => {
  it('has the columns of FILES_FILE_SUMMARY, and a row for each file of the supplier items, once [VIE-69]', () => {
    expect(linesOf(archive, 'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY')).toEqual([
      linesOf(archive, 'FILES_FILE_SUMMARY')[0],
      `sheet.pdf,,DS-1,1,Data sheet,FILE,${guid('DRAWINGS')},Drawings,Documents/Drawings,${guid('SHEET')},,,PDF,9007199254740991,,,false,application/pdf,false,true,false,`,
      `paper.txt,Cabinet 7,,,,PAPER,,,,${guid('PAPER')},,,,,,,false,,false,true,false,`,
    ]);
  });
});
