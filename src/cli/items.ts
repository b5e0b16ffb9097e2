import { Command } from 'commander';
import type { Item } from '../../client/src/index.ts';
import { addWhereOptions, criteriaOf, type WhereOptions } from './question.ts';
import { itemsBomCommand } from './items-bom.ts';
import { addServerOptions, withServer } from './server/connect.ts';
import { findItem } from './server/find.ts';
import { addPageOptions, countOf, readRows, type PageOptions } from './server/lists.ts';
import type { Column } from './terminal/table.ts';

type ListOptions = PageOptions & WhereOptions;

/** `waybill items`: the product record, for reading. */
export function itemsCommand(): Command {
  const items = new Command('items').description('The items of a workspace and their BOMs, on a server.');

  const list = new Command('list').description('List items, as GET /items does.');
  addServerOptions(addPageOptions(addWhereOptions(list))).action((options: ListOptions) => {
    const criteria = criteriaOf(options);
    return withServer(list, async ({ client, output, signal }) => {
      const search = criteria === undefined ? {} : { criteria: JSON.stringify(criteria) };
      const rows = await readRows(options, async (page) => {
        const { data } = await client.GET('/v1/items', { params: { query: { ...search, ...page } }, signal });
        return { count: data.count, results: data.results };
      });
      output.json(rows);
      output.table(ITEM_COLUMNS, rows.results.map(itemCells));
      output.note(countOf(rows));
    });
  });

  const show = new Command('show')
    .description('Show one item, under its effective revision.')
    .argument('<item>', 'its number, or the GUID of one of its revisions');
  addServerOptions(show).action((text: string) =>
    withServer(show, async (connection) => {
      const item = await findItem(connection, text);
      connection.output.json(item);
      connection.output.table(['ATTRIBUTE', 'VALUE'], attributesOf(item));
    }),
  );

  const whereUsed = new Command('whereused')
    .description('List the BOM lines that an item stands in.')
    .argument('<item>', 'its number, or the GUID of one of its revisions');
  addServerOptions(addPageOptions(whereUsed)).action((text: string, options: PageOptions) =>
    withServer(whereUsed, async (connection) => {
      const { client, output, signal } = connection;
      const path = { guid: guidOf(await findItem(connection, text)) };
      const rows = await readRows(options, async (query) => {
        const { data } = await client.GET('/v1/items/{guid}/whereused', { params: { path, query }, signal });
        return data;
      });
      output.json(rows);
      output.table(
        ['NUMBER', 'NAME', 'REVISION', 'LINE', 'QUANTITY', { title: 'REF DES', leaves: 1 }],
        rows.results.map(({ item, lineNumber, quantity, refDes }) =>
          [item.number, item.name, item.revisionNumber, lineNumber, quantity, refDes].map(textOf),
        ),
      );
      output.note(countOf(rows));
    }),
  );
  return items.addCommand(list).addCommand(show).addCommand(itemsBomCommand()).addCommand(whereUsed);
}

const ITEM_COLUMNS: readonly (string | Column)[] = [
  { title: 'NUMBER', isWhole: true },
  'NAME',
  'REVISION',
  { title: 'PHASE', leaves: 2 },
  { title: 'CATEGORY', leaves: 1 },
  { title: 'GUID', isWhole: true, leaves: 3 },
];

function itemCells(item: Item): string[] {
  const { number, name, revisionNumber, lifecyclePhase, category, guid } = item;
  return [number, name, revisionNumber, lifecyclePhase.name, category.path, guid].map(textOf);
}

const guidOf = ({ guid }: Item): string => String(guid);

/** What an item says of itself, by the names that criteria have; what it leaves open is left out. */
function attributesOf(item: Item): string[][] {
  const { additionalAttributes = [], ...own } = item;
  const custom = additionalAttributes.map(({ name, value }): [string, unknown] => [name, value]);
  return [...flat(own), ...custom]
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, textOf(value)]);
}

function flat(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([name, one]): [string, unknown][] =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? flat(one as object, `${prefix}${name}.`)
      : [[prefix + name, one]],
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
