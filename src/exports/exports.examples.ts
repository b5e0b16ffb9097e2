import type {
  DefinitionAnswer,
  MemberPreviewAnswer,
  RunAnswer,
  RunFileAnswer,
  RunFileMemberAnswer,
  WorkspaceRunAnswer,
} from './exports.contract.ts';

/** What the API's document shows: the reference page's own export, filled in. */
const CREATOR = {
  email: 'hwalker@everyroadgps.com',
  fullName: 'Heidi Walker',
  guid: 'WEYH0DYPCFWFH0JS1PD0',
};
const CRITERIA = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00001' }]];

export const DEFINITION_BODIES = {
  'Every assembly in production, with its whole BOM': {
    name: 'Released assemblies',
    description: 'Nightly, for the ERP',
    world: 'ITEMS',
    criteria: [
      [
        { attribute: 'lifecyclePhase.stage', operator: 'IS_EQUAL_TO', value: 'PRODUCTION' },
        'AND',
        { attribute: 'isAssembly', operator: 'IS_EQUAL_TO', value: true },
      ],
    ],
    options: { exportViews: ['SPECS', 'BOM', 'SOURCING'], bomLevels: 'FULL', format: 'csv' },
  },
  'Criteria are given with each run': { name: 'One item', world: 'ITEMS' },
};

export const DEFINITION_EXAMPLE: DefinitionAnswer = {
  creationDateTime: '2020-03-09T21:18:40Z',
  creator: CREATOR,
  criteria: CRITERIA,
  description: null,
  guid: 'L3N6PX663K3K3HOBOOT0',
  name: 'Model 300',
  number: 1,
  options: {
    bomLevels: 'FULL',
    exportViews: ['SPECS', 'BOM'],
    fileContent: { item: 'NONE', supplierItem: 'NONE' },
    header: 'apiName',
    revisionStatus: 'LATEST',
    format: 'csv',
    enableNotifications: false,
  },
  world: 'ITEMS',
};

/** With `?view=full`. */
export const FULL_DEFINITION_EXAMPLE: DefinitionAnswer = {
  ...DEFINITION_EXAMPLE,
  waybill: {
    runs: 42,
    succeeded: 40,
    failed: 1,
    aborted: 1,
    lastRun: {
      completionDateTime: '2020-03-09T21:18:46Z',
      creationDateTime: '2020-03-09T21:18:43Z',
      guid: 'M407Q30F25L3M5WZUF9M',
      number: 42,
      status: 'COMPLETE',
    },
  },
};

export const RUN_BODIES = {
  'The criteria of the definition': {},
  'Criteria for this run; the definition has none': { criteria: CRITERIA },
};

export const RUN_EXAMPLE: RunAnswer = {
  completionDateTime: '2020-03-09T21:18:46Z',
  creationDateTime: '2020-03-09T21:18:43Z',
  creator: CREATOR,
  criteria: CRITERIA,
  criteriaResultsCount: 1,
  files: [{ guid: 'VDXGZCX0BEXDWF5CV9RE', title: null }],
  guid: 'M407Q30F25L3M5WZUF9M',
  number: 1,
  status: 'COMPLETE',
};

export const WORKSPACE_RUN_EXAMPLE: WorkspaceRunAnswer = {
  ...RUN_EXAMPLE,
  export: { guid: DEFINITION_EXAMPLE.guid, name: DEFINITION_EXAMPLE.name, number: DEFINITION_EXAMPLE.number },
};

export const RUN_FILE_EXAMPLE: RunFileAnswer = {
  author: CREATOR,
  category: { guid: null, name: null },
  checkedOut: false,
  creationDateTime: '2020-03-09T21:18:46Z',
  description: null,
  edition: '1',
  format: 'ZIP',
  guid: 'VDXGZCX0BEXDWF5CV9RE',
  hasMarkup: false,
  haveContent: true,
  lastModifiedDateTime: '2020-03-09T21:18:46Z',
  latest: true,
  location: null,
  locked: false,
  mimeType: 'application/zip',
  name: 'Model 300 Export Results.zip',
  number: '1',
  private: false,
  size: 18_264,
  storageMethodName: 'FILE',
  title: null,
  sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
};

export const MEMBER_EXAMPLE: RunFileMemberAnswer = {
  name: 'SPECS.csv',
  size: 48_211,
  compressedSize: 7_402,
  crc32: '1c291ca3',
  modifiedDateTime: '2020-03-09T21:18:44Z',
  hasPreview: true,
};
export const PREVIEW_EXAMPLE: MemberPreviewAnswer = {
  columns: ['number', 'name', 'revisionNumber'],
  rows: [['900-00001', 'Model 300', null]],
  complete: true,
};

export const listExample = <Result>(result: Result): { count: number; results: Result[] } => ({
  count: 1,
  results: [result],
});
