import { callerOf } from '../access/access.contract.ts';
import { failIfAny, violation, type Violation } from '../kernel/errors.ts';
import { formatZulu } from '../kernel/time.ts';
import { ITEM_WORLD } from '../kernel/vocabulary.ts';
import type { Database } from '../platform/db/database.ts';
import { chronologyProblems } from '../platform/http/chronology.ts';
import { addOperation } from '../platform/http/operation.ts';
import {
  booleanParameter,
  dateTimeParameter,
  optionParameter,
  pageOf,
  PAGING_PARAMETERS,
  type QueryParameter,
  type QueryValues,
} from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { EXPORT_ATTRIBUTES } from './export-attributes.ts';
import { registerExportChoices, type ChoicesPorts } from './export-choices.routes.ts';
import { listRecentRuns, type RecentRunRow } from './recent-activity.store.ts';
import {
  EXPORT_ACTIVITY,
  exportAttributeListSchema,
  recentExportListSchema,
  SETTINGS_TAG,
  type ExportAttribute,
  type RecentExport,
} from './settings.contract.ts';

/** What can be known of the settings of a workspace and of what is done in it. */
export function registerSettings(app: HttpServer, ports: ChoicesPorts): void {
  registerExportAttributes(app, { url: '/v1/settings/exports/attributes', id: 'listExportAttributes' });
  registerExportAttributes(app, { url: '/v1/settings/export/attributes', id: 'listExportAttributesToo' });
  registerExportChoices(app, ports);
  registerRecentExports(app, ports.db);
}

const ATTRIBUTE_PARAMETERS = {
  includePossibleValues: booleanParameter('true: with the values of drop-downs.'),
  creatableOnly: booleanParameter('true: only attributes that can be given when an export is made.'),
  editableOnly: booleanParameter('true: only attributes that can be changed afterwards; there are none.'),
  searchableOnly: booleanParameter('true: only attributes that exports can be searched by.'),
  world: optionParameter([ITEM_WORLD], 'What the exports are of.'),
};

/** Clients ask for it by either path. */
function registerExportAttributes(app: HttpServer, { url, id }: { url: string; id: string }): void {
  addOperation(app, {
    method: 'GET',
    url,
    id,
    tag: SETTINGS_TAG,
    summary: 'List the attributes of export definitions',
    path: {},
    query: ATTRIBUTE_PARAMETERS,
    answers: {
      200: {
        description: 'The attributes, in the order in which an answer shows them.',
        schema: exportAttributeListSchema,
        example: selectAttributes({ creatableOnly: true, searchableOnly: true }),
      },
    },
    handle: async ({ query }) => selectAttributes(query),
  });
}

function selectAttributes(query: QueryValues<typeof ATTRIBUTE_PARAMETERS>): {
  count: number;
  results: ExportAttribute[];
} {
  const results = EXPORT_ATTRIBUTES.filter(
    ({ creatable, editable, searchable }) =>
      (creatable || query.creatableOnly !== true) &&
      (editable || query.editableOnly !== true) &&
      (searchable || query.searchableOnly !== true),
  ).map(({ possibleValues, ...attribute }) => ({
    ...attribute,
    ...(query.includePossibleValues === true && possibleValues !== undefined && { possibleValues }),
  }));
  return { count: results.length, results };
}

const RECENT_PARAMETERS = {
  dateTimeFrom: dateTimeParameter('Runs accepted at this time or later.'),
  dateTimeTo: dateTimeParameter('Runs accepted at this time or earlier.'),
  ...PAGING_PARAMETERS,
};
type RecentName = keyof typeof RECENT_PARAMETERS;

/** Clients write these names with a capital too. */
const CAPITAL_NAMES = {
  DateTimeFrom: 'dateTimeFrom',
  DateTimeTo: 'dateTimeTo',
  Offset: 'offset',
  Limit: 'limit',
} as const satisfies Readonly<Record<string, RecentName>>;
type CapitalName = keyof typeof CAPITAL_NAMES;

const ALL_RECENT_PARAMETERS = {
  ...RECENT_PARAMETERS,
  DateTimeFrom: otherSpelling('dateTimeFrom', RECENT_PARAMETERS.dateTimeFrom),
  DateTimeTo: otherSpelling('dateTimeTo', RECENT_PARAMETERS.dateTimeTo),
  Offset: otherSpelling('offset', RECENT_PARAMETERS.offset),
  Limit: otherSpelling('limit', RECENT_PARAMETERS.limit),
} satisfies Record<RecentName | CapitalName, QueryParameter<unknown>>;

function otherSpelling<Value>(name: RecentName, parameter: QueryParameter<Value>): QueryParameter<Value> {
  return { ...parameter, schema: { ...parameter.schema, description: `Another spelling of \`${name}\`.` } };
}

type RecentValues = QueryValues<typeof ALL_RECENT_PARAMETERS>;

/** One name given in both spellings is given twice: 3003, as of any parameter. */
function doubledNames(query: RecentValues): Violation[] {
  return Object.entries(CAPITAL_NAMES)
    .filter(([capital, name]) => query[capital as CapitalName] !== undefined && query[name] !== undefined)
    .map(([capital]) => violation('invalidValue', capital));
}

function registerRecentExports(app: HttpServer, db: Database): void {
  addOperation(app, {
    method: 'GET',
    url: '/v1/settings/recentactivities/exports',
    id: 'listRecentExports',
    tag: SETTINGS_TAG,
    summary: 'List the export runs of the workspace as recent activity',
    path: {},
    query: ALL_RECENT_PARAMETERS,
    answers: {
      200: {
        description: 'One entry for each run, whoever started it, the newest first.',
        schema: recentExportListSchema,
        example: { count: 1, results: [RECENT_EXPORT_EXAMPLE] },
      },
    },
    errors: ['notChronological'],
    handle: async ({ request, query }) => {
      const from = query.dateTimeFrom ?? query.DateTimeFrom;
      const to = query.dateTimeTo ?? query.DateTimeTo;
      failIfAny([...doubledNames(query), ...chronologyProblems(['dateTimeFrom', 'dateTimeTo'], from, to)]);
      const [offset, limit] = [query.offset ?? query.Offset, query.limit ?? query.Limit];
      const page = pageOf({
        ...(offset !== undefined && { offset }),
        ...(limit !== undefined && { limit }),
      });
      const { workspaceId } = callerOf(request);
      const { count, results } = await listRecentRuns(db, { workspaceId, from, to }, page);
      return { count, results: results.map(presentRecentExport) };
    },
  });
}

function presentRecentExport(row: RecentRunRow): RecentExport {
  return {
    configuration: row.definitionName,
    dateTime: formatZulu(row.createdAt),
    numberOfResources: row.criteriaResultsCount ?? 0,
    type: EXPORT_ACTIVITY,
    user: row.user,
  };
}

const RECENT_EXPORT_EXAMPLE: RecentExport = {
  configuration: 'Model 300',
  dateTime: '2020-03-09T21:18:43Z',
  numberOfResources: 1,
  type: EXPORT_ACTIVITY,
  user: { email: 'hwalker@everyroadgps.com', fullName: 'Heidi Walker', guid: 'WEYH0DYPCFWFH0JS1PD0' },
};
