import type { TSchema } from 'typebox';
import { callerOf } from '../access/access.contract.ts';
import { CRITERIA_ERRORS } from '../exports/exports.contract.ts';
import { addOperation, type AnyOperation } from '../platform/http/operation.ts';
import { pageOf, PAGING_PARAMETERS, type RawQuery } from '../platform/http/query.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { registerComparison } from './bom-comparison.routes.ts';
import { registerItemContents, type ItemContentPorts } from './item-contents.routes.ts';
import { askerOf, sendJson } from './items.answer.ts';
import {
  bomSchema,
  choiceOf,
  ITEM_PATH,
  itemFilesSchema,
  itemListSchema,
  itemSchema,
  searchBody,
  ITEMS_TAG,
  REVISION_PARAMETERS,
  revisionsSchema,
  sourcingSchema,
  VIEW_PARAMETER,
  whereUsedSchema,
} from './items.contract.ts';
import {
  BOM_LINE_EXAMPLE,
  ITEM_EXAMPLE,
  ITEM_FILE_EXAMPLE,
  listExample,
  SEARCH_BODIES,
  REVISION_EXAMPLE,
  SOURCE_EXAMPLE,
  WHERE_USED_EXAMPLE,
} from './items.examples.ts';
import { SEARCH_PARAMETERS } from './items.search.ts';
import {
  createItemReader,
  type Asker,
  type ItemPorts,
  type ItemReader,
  type ListRequest,
} from './items.service.ts';

/** The product record, for reading. */
export function registerItems(app: HttpServer, ports: ItemPorts & ItemContentPorts): void {
  const reader = createItemReader(ports);
  registerSearch(app, reader);
  registerMatches(app, reader);
  registerComparison(app, ports);
  registerItemContents(app, ports);

  addOperation(app, {
    method: 'GET',
    url: '/v1/items/:guid',
    id: 'getItem',
    tag: ITEMS_TAG,
    summary: 'Show an item',
    description:
      'The revision that has the GUID; where several revisions of the item share it, the effective one, or the working one where none is effective. `revisionNumber` and `revisionStatus` name another revision of the same item.',
    path: ITEM_PATH,
    query: REVISION_PARAMETERS,
    answers: { 200: { description: 'The item.', schema: itemSchema, example: ITEM_EXAMPLE } },
    handle: async ({ request, reply, params, query }) =>
      sendJson(reply, await reader.item(callerOf(request), { ...params, ...query })),
  });
  for (const list of LISTS) registerList(app, reader, list);
}

/**
 * Not by addOperation, whose parameters are the same for all: a workspace's custom attributes are filters here, by their
 * apiNames, which stand in no document.
 */
function registerSearch(app: HttpServer, reader: ItemReader): void {
  const operation: AnyOperation = {
    method: 'GET',
    url: '/v1/items',
    id: 'listItems',
    tag: ITEMS_TAG,
    summary: 'Search the items of the workspace',
    description:
      'Each item under its effective revision, or the working one where none is effective. Filters and criteria combine. Custom attributes are filters too, by their apiName (`…From` and `…To` for dates).',
    path: {},
    query: SEARCH_PARAMETERS,
    answers: {
      200: {
        description: 'Items in the order of their numbers.',
        schema: itemListSchema,
        example: listExample(ITEM_EXAMPLE),
      },
    },
    errors: [...CRITERIA_ERRORS, 'required', 'notCreatable', 'searchTooSlow'],
  };
  app.route({
    method: operation.method,
    url: operation.url,
    config: { operation },
    handler: async (request, reply) =>
      sendJson(reply, await reader.search(askerOf(request, reply), request.query as RawQuery)),
  });
}

/** Not only for criteria too long for a URL: `GET /v1/items` reads the revisions of one rule, a run those of the one that it is given. */
function registerMatches(app: HttpServer, reader: ItemReader): void {
  addOperation(app, {
    method: 'POST',
    url: '/v1/searches/items',
    id: 'searchItems',
    tag: ITEMS_TAG,
    summary: 'Show which items an export would match',
    description:
      'The items that a run with these criteria and this `revisionStatus` takes, before the children of their BOMs are added. Without criteria, all. Nothing is kept.',
    path: {},
    query: PAGING_PARAMETERS,
    body: { schema: searchBody, isRequired: false, examples: SEARCH_BODIES },
    answers: {
      200: {
        description: 'Items in the order of their numbers; `count` is what `criteriaResultsCount` would be.',
        schema: itemListSchema,
        example: listExample(ITEM_EXAMPLE),
      },
    },
    errors: [...CRITERIA_ERRORS, 'searchTooSlow'],
    handle: async ({ request, reply, query, body }) =>
      sendJson(reply, await reader.matches(askerOf(request, reply), body, pageOf(query))),
  });
}

type ListParameters = typeof REVISION_PARAMETERS & typeof VIEW_PARAMETER;

/** What belongs to an item, a page at a time. */
interface ItemList {
  readonly name: 'revisions' | 'bom' | 'whereused' | 'sourcing' | 'files';
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: TSchema;
  readonly example: unknown;
  /** Beside paging; some of {@link ListParameters}. */
  readonly query: Partial<ListParameters>;
  readonly read: (reader: ItemReader, asker: Asker, request: ListRequest) => Promise<string>;
}

const LISTS: readonly ItemList[] = [
  {
    name: 'revisions',
    id: 'listRevisions',
    summary: 'List the revisions of an item',
    description:
      'The working revision, the effective one, then those that are superseded, the newest first. Revisions of one item may share a GUID: number and status together name one.',
    schema: revisionsSchema,
    example: REVISION_EXAMPLE,
    query: {},
    read: (reader, asker, request) => reader.revisions(asker, request),
  },
  {
    name: 'bom',
    id: 'listBomLines',
    summary: 'List the BOM of an item',
    description: 'BOM lines in the order of their line numbers.',
    schema: bomSchema,
    example: BOM_LINE_EXAMPLE,
    query: { ...REVISION_PARAMETERS, ...VIEW_PARAMETER },
    read: (reader, asker, request) => reader.bom(asker, request),
  },
  {
    name: 'whereused',
    id: 'listWhereUsed',
    summary: 'List the BOM lines that an item stands in',
    description:
      'Lines of effective BOMs, and of working ones where none is effective. `item` is the assembly; in the order of its number, then of line numbers.',
    schema: whereUsedSchema,
    example: WHERE_USED_EXAMPLE,
    query: {},
    read: (reader, asker, request) => reader.whereUsed(asker, request),
  },
  {
    name: 'sourcing',
    id: 'listSources',
    summary: 'List where an item can be bought',
    description:
      'Source relationships in the order of manufacturer item numbers, then of vendor item numbers.',
    schema: sourcingSchema,
    example: SOURCE_EXAMPLE,
    query: REVISION_PARAMETERS,
    read: (reader, asker, request) => reader.sourcing(asker, request),
  },
  {
    name: 'files',
    id: 'listItemFiles',
    summary: 'List the files of an item',
    description: 'File associations in the order of file numbers.',
    schema: itemFilesSchema,
    example: ITEM_FILE_EXAMPLE,
    query: { ...REVISION_PARAMETERS, ...VIEW_PARAMETER },
    read: (reader, asker, request) => reader.files(asker, request),
  },
];

function registerList(app: HttpServer, reader: ItemReader, list: ItemList): void {
  const { name, id, summary, description, schema, example, query: parameters, read } = list;
  addOperation(app, {
    method: 'GET',
    url: `/v1/items/:guid/${name}`,
    id,
    tag: ITEMS_TAG,
    summary,
    path: ITEM_PATH,
    query: { ...(parameters as ListParameters), ...PAGING_PARAMETERS },
    answers: { 200: { description, schema, example: listExample(example) } },
    errors: ['searchTooSlow'],
    handle: async ({ request, reply, params, query }) => {
      const of = { ...params, ...choiceOf(query.revisionNumber, query.revisionStatus) };
      const list = { of, page: pageOf(query), isFull: query.view === 'full' };
      return sendJson(reply, await read(reader, askerOf(request, reply), list));
    },
  });
}
