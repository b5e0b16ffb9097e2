import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/** Two workspaces that are the same but for one word: it stands in every name, number, GUID and file of theirs. */
export const MARKS = ['ALPHA', 'BRAVO'] as const;
export type Mark = (typeof MARKS)[number];

/** In both: only one's own may be found by it. */
export const SHARED_NUMBER = '900-00001';

/** What the records of a workspace have that somebody elsewhere could have heard of: by GUID, and by what filters ask for. */
export function knownOf(mark: Mark) {
  return {
    items: [guid(`${mark}TOP`), guid(`${mark}PART`), guid(`${mark}SHARED`)],
    /** A file of the part. */
    document: guid(`${mark}FILE`),
    numbers: [`${mark}-TOP`, `${mark}-PART`, SHARED_NUMBER],
    filters: {
      number: `${mark}-PART`,
      name: `${mark}-part`,
      guid: guid(`${mark}PART`),
      'category.guid': guid(`${mark}CATEGORY`),
      'category.name': `${mark}-category`,
      'category.path': `${mark}-category`,
      'lifecyclePhase.guid': guid(`${mark}PHASE`),
      'lifecyclePhase.name': `${mark}-phase`,
      'owner.guid': guid(`${mark}OWNER`),
      'owner.fullName': `${mark}-owner`,
      'creator.email': `owner@${mark.toLowerCase()}.test`,
      'supplier.guid': guid(`${mark}MAKER`),
      'supplier.name': `${mark}-maker`,
      'supplierItem.guid': guid(`${mark}MITEM`),
      'supplierItem.number': `${mark}-M`,
      [guid(`${mark}ATTR`)]: `${mark}-value`,
    },
  };
}

/** An assembly, its part with sources and files, and an item whose number is in both. */
export function isolatedRecords(mark: Mark): BundleFiles {
  const own = (label: string): string => guid(mark + label);
  const settings = {
    workspace: { name: `${mark}-workspace` },
    users: [{ guid: own('OWNER'), email: `owner@${mark.toLowerCase()}.test`, fullName: `${mark}-owner` }],
    lifecyclePhases: [{ guid: own('PHASE'), name: `${mark}-phase`, stage: 'PRODUCTION' }],
    itemCategories: [{ guid: own('CATEGORY'), name: `${mark}-category`, path: `${mark}-category` }],
    fileCategories: [{ guid: own('FILECAT'), name: `${mark}-documents`, path: `${mark}-documents` }],
    attributes: [
      { guid: own('ATTR'), world: 'ITEMS', name: `${mark}-attribute`, fieldType: 'SINGLE_LINE_TEXT' },
      {
        guid: own('DROP'),
        world: 'ITEMS',
        name: `${mark}-choice`,
        fieldType: 'DROP_DOWN',
        possibleValues: [`${mark}-yes`, `${mark}-no`],
      },
      { guid: own('BOMATTR'), world: 'BOM', name: `${mark}-side`, fieldType: 'SINGLE_LINE_TEXT' },
    ],
  };
  const item = (number: string, label: string, name: string): string =>
    quoted(
      ...[number, own(label), 'A', `${mark} ${name}`, `${mark}-description of ${name}`, own('CATEGORY')],
      ...[`${mark}-category`, own('PHASE'), `${mark}-phase`, `${mark}-owner`, `${mark}-owner`],
      ...[`owner@${mark.toLowerCase()}.test`, 'EFFECTIVE', `${mark}-value`, `${mark}-yes`],
    );
  const contentPath = `files/${own('FILE')}/content`;
  const supplied = `files/${own('SFILE')}/content`;
  return {
    'settings.json': JSON.stringify(settings),
    'SPECS.csv': csv(
      `number,guid,revisionNumber,name,description,category.guid,category.path,lifecyclePhase.guid,lifecyclePhase.name,owner.fullName,creator.fullName,creator.email,revisionStatus,${own('ATTR')},${own('DROP')}`,
      item(`${mark}-TOP`, 'TOP', 'top'),
      item(`${mark}-PART`, 'PART', 'part'),
      item(`${mark}-SUB`, 'SUB', 'substitute'),
      item(SHARED_NUMBER, 'SHARED', 'shared'),
    ),
    'BOM.csv': csv(
      `parent.number,item.number,guid,lineNumber,quantity,refDes,notes,${own('BOMATTR')}`,
      quoted(
        `${mark}-TOP`,
        `${mark}-PART`,
        own('LINE1'),
        '1',
        '2',
        `${mark}1`,
        `${mark}-note`,
        `${mark}-left`,
      ),
      quoted(
        `${mark}-TOP`,
        SHARED_NUMBER,
        own('LINE2'),
        '2',
        '1',
        `${mark}2`,
        `${mark}-note`,
        `${mark}-right`,
      ),
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,item.number,bom.guid,substitute.number,guid,rank,quantity,notes',
      quoted(
        `${mark}-TOP`,
        `${mark}-PART`,
        own('LINE1'),
        `${mark}-SUB`,
        own('SUBST'),
        '1',
        '1',
        `${mark}-instead`,
      ),
    ),
    'SOURCING.csv': csv(
      'parent.number,mfrItem.number,mfrItem.name,mfrItem.guid,mfrItem.supplier.name,mfrItem.supplier.guid,vendorItem.number,vendorItem.name,vendorItem.guid,vendorItem.supplier.name,vendorItem.supplier.guid,guid,notes',
      ...[`${mark}-PART`, SHARED_NUMBER].map((number, index) =>
        quoted(
          ...[number, `${mark}-M`, `${mark}-made`, own('MITEM'), `${mark}-maker`, own('MAKER')],
          ...[`${mark}-V`, `${mark}-sold`, own('VITEM'), `${mark}-vendor`, own('VENDOR')],
          ...[own(`SOURCE${index}`), `${mark}-buy here`],
        ),
      ),
    ),
    'FILES_FILE_SUMMARY.csv': csv(
      'guid,name,number,title,description,author.fullName,category.guid,category.path',
      quoted(
        own('FILE'),
        `${mark}-drawing.txt`,
        `${mark}-DOC`,
        `${mark}-title`,
        `${mark}-drawn`,
        `${mark}-owner`,
        own('FILECAT'),
        `${mark}-documents`,
      ),
    ),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,file.number,guid,primary,contentPath',
      ...[`${mark}-PART`, SHARED_NUMBER].map((number, index) =>
        quoted(
          number,
          own('FILE'),
          `${mark}-drawing.txt`,
          `${mark}-DOC`,
          own(`ASSOC${index}`),
          'true',
          contentPath,
        ),
      ),
    ),
    'SOURCING_SUPPLIERITEM_FILES.csv': csv(
      'parent.number,parent.supplier.name,file.name,file.number,guid,primary,contentPath',
      quoted(
        `${mark}-M`,
        `${mark}-maker`,
        `${mark}-data sheet.txt`,
        `${mark}-SHEET`,
        own('SASSOC'),
        'true',
        supplied,
      ),
    ),
    [contentPath]: `${mark}-byte `.repeat(400),
    [supplied]: `${mark}-sheet`,
  };
}
