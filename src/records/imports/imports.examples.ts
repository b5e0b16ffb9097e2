import type { ImportAnswer, ImportProblemAnswer, ImportViewAnswer } from './imports.contract.ts';

/** What the API's document shows. */
export const MAPPING_BODIES = {
  'What files and columns are called says what they are': {},
  'A table of another name, with headers of its own': {
    files: [
      {
        name: 'parts.csv',
        view: 'SPECS',
        columns: { 'Part No': 'number', Title: 'name', 'Price (EUR)': 'standardCost', Remarks: null },
      },
    ],
  },
};

export const PROBLEM_EXAMPLE: ImportProblemAnswer = {
  file: 'parts.csv',
  line: 14,
  message: '"standardCost" is "cheap": expected a number',
};

export const IMPORT_EXAMPLE: ImportAnswer = {
  completionDateTime: null,
  contentFiles: 0,
  creationDateTime: '2020-03-09T21:18:43Z',
  creator: {
    email: 'hwalker@everyroadgps.com',
    fullName: 'Heidi Walker',
    guid: 'WEYH0DYPCFWFH0JS1PD0',
  },
  error: null,
  files: [
    {
      columns: { 'Part No': 'number', Title: 'name', 'Price (EUR)': 'standardCost', Remarks: null },
      headers: ['Part No', 'Title', 'Price (EUR)', 'Remarks'],
      name: 'parts.csv',
      problems: 1,
      size: 48_213,
      view: 'SPECS',
    },
  ],
  guid: 'K2V7X0C3GZ1RWJ4X7KD9',
  hasFiles: true,
  hasSettings: false,
  name: 'parts.csv',
  problems: { count: 1, results: [PROBLEM_EXAMPLE] },
  progress: null,
  size: 48_213,
  status: 'CHECKED',
  summary: null,
};

/** Nothing of it is known yet. */
export const UPLOADED_EXAMPLE: ImportAnswer = {
  ...IMPORT_EXAMPLE,
  files: IMPORT_EXAMPLE.files.map((file) => ({ ...file, columns: {}, problems: 0 })),
  problems: { count: 0, results: [] },
  status: 'UPLOADED',
};

/** @param status that it has from now on */
export const startedExample = (status: 'CHECKING' | 'COMMITTING'): ImportAnswer => ({
  ...IMPORT_EXAMPLE,
  files: IMPORT_EXAMPLE.files.map((file) => ({ ...file, problems: 0 })),
  problems: { count: 0, results: [] },
  progress: { file: null, phase: 'waiting', rowsExpected: null, rowsRead: 0 },
  status,
});

export const VIEW_EXAMPLE: ImportViewAnswer = {
  attributes: [{ fieldType: 'NUMBER', guid: 'PO1QCS2F4GGZ8JXC1M2R', name: 'Mass' }],
  columns: [
    { name: 'number', required: true, type: 'text' },
    { name: 'standardCost', required: false, type: 'number' },
  ],
  takesAttributes: true,
  view: 'SPECS',
};
