import {
  BOM_VIEW,
  exampleOf,
  FILES_VIEW,
  ITEM_VIEW,
  REVISIONS_VIEW,
  SOURCING_VIEW,
  SUBSTITUTE_VIEW,
  WHERE_USED_VIEW,
} from './items.contract.ts';

/** What the API's document shows. */
const NO_ATTRIBUTES = { additionalAttributes: [] };

export const ITEM_EXAMPLE = {
  ...exampleOf(ITEM_VIEW, {
    number: '900-00001',
    guid: 'A1S8H3C5M2Q0K7R4T9VX',
    revisionNumber: 'B',
    name: 'Model 300',
    'lifecyclePhase.guid': 'S8W9UOYBV227CHU19B62',
    'lifecyclePhase.name': 'In Production',
    'category.guid': 'BA8U6OUW9BTQVTY3PGCD',
    'category.name': 'Handheld',
    'category.path': 'Product/Handheld',
    description: 'GPS receiver, handheld',
    uom: 'each',
    procurementType: 'MTS',
    'owner.fullName': 'Heidi Walker',
    creationDateTime: '2020-01-14T09:30:00Z',
    'creator.fullName': 'Heidi Walker',
    'creator.email': 'hwalker@everyroadgps.com',
    effectiveDateTime: '2020-02-03T16:00:00Z',
    isAssembly: true,
    standardCost: 118.4,
    revisionStatus: 'EFFECTIVE',
  }),
  additionalAttributes: [
    {
      apiName: 'PO1QCS2F4GGZ8JXC1M2R',
      fieldType: 'NUMBER',
      guid: 'PO1QCS2F4GGZ8JXC1M2R',
      name: 'Mass',
      value: 231.5,
    },
  ],
};

const CHILD = {
  'item.number': '600-00001',
  'item.guid': 'QYI2LA573C8QFO0NQQTQ',
  'item.revisionNumber': 'C',
  'item.name': 'Main board assembly',
};

export const REVISION_EXAMPLE = exampleOf(REVISIONS_VIEW, {
  guid: 'A1S8H3C5M2Q0K7R4T9VX',
  revisionNumber: 'B',
  name: 'Model 300',
  'lifecyclePhase.guid': 'S8W9UOYBV227CHU19B62',
  'lifecyclePhase.name': 'In Production',
  'owner.fullName': 'Heidi Walker',
  creationDateTime: '2020-01-14T09:30:00Z',
  'creator.fullName': 'Heidi Walker',
  'creator.email': 'hwalker@everyroadgps.com',
  effectiveDateTime: '2020-02-03T16:00:00Z',
  revisionStatus: 'EFFECTIVE',
  lastModifiedDateTime: '2020-02-03T15:41:00Z',
});
const LINE = { guid: 'IV1HIA3RZRO0PA30UCY2', lineNumber: 1, quantity: 1, refDes: 'A1' };

export const BOM_LINE_EXAMPLE = {
  ...exampleOf(BOM_VIEW, { ...CHILD, ...LINE }),
  ...NO_ATTRIBUTES,
  substitutes: [
    exampleOf(SUBSTITUTE_VIEW, {
      'substitute.number': '600-00002',
      'substitute.guid': 'KNGWKAIHG8FLDYLNZ77S',
      'substitute.revisionNumber': 'A',
      'substitute.name': 'Main board assembly, lot 2',
      guid: 'X59BWUXXADVOLUYV2QGY',
      rank: 1,
      quantity: 1,
    }),
  ],
};

const COMPARED_LINE = { ...exampleOf(BOM_VIEW, { ...CHILD, ...LINE }), ...NO_ATTRIBUTES };

export const BOM_COMPARISON_EXAMPLE = {
  ...{ count: 2, added: 1, removed: 0, changed: 1, unchanged: 12 },
  results: [
    {
      change: 'CHANGED',
      attributes: ['quantity'],
      from: COMPARED_LINE,
      to: { ...COMPARED_LINE, quantity: 2 },
    },
    { change: 'ADDED', attributes: [], from: null, to: { ...COMPARED_LINE, lineNumber: 14 } },
  ],
};

export const WHERE_USED_EXAMPLE = {
  ...exampleOf(WHERE_USED_VIEW, {
    'item.number': '900-00001',
    'item.guid': 'A1S8H3C5M2Q0K7R4T9VX',
    'item.revisionNumber': 'B',
    'item.name': 'Model 300',
    ...LINE,
  }),
  ...NO_ATTRIBUTES,
};

export const SOURCE_EXAMPLE = exampleOf(SOURCING_VIEW, {
  'mfrItem.number': 'TP-L15M-72',
  'mfrItem.name': 'GNSS receiver',
  'mfrItem.guid': '3BCY3VGKBFS02QWYPCYJ',
  'mfrItem.supplier.name': 'Thistlepoint',
  'mfrItem.supplier.guid': '0IKKJMNOEO287YCZ8G3U',
  approved: true,
  guid: '52E4BH4X2QHNIT6R96W6',
  activeProduction: true,
  amlRank: 1,
  amlSplit: 70,
  vendorItemConversionFactor: 1,
});

export const ITEM_FILE_EXAMPLE = exampleOf(FILES_VIEW, {
  'file.name': 'model-300-assembly-drawing.pdf',
  'file.guid': 'J7A52G8N6GSBPC02S7H1',
  'file.number': 'DOC-00001',
  'file.edition': '2',
  'file.title': 'Model 300, assembly drawing',
  'file.storageMethodName': 'FILE',
  guid: '5C23SS01KF866O347L9H',
  latestEditionAssociation: true,
  primary: true,
});

export const listExample = <Result>(result: Result): { count: number; results: Result[] } => ({
  count: 1,
  results: [result],
});

export const SEARCH_BODIES = {
  'Everything in production': {
    criteria: [[{ attribute: 'lifecyclePhase.stage', operator: 'IS_EQUAL_TO', value: 'PRODUCTION' }]],
  },
  'What is being worked on': {
    criteria: [[{ attribute: 'modifiedBOM', operator: 'IS_EQUAL_TO', value: true }]],
    revisionStatus: 'WORKING',
  },
};
