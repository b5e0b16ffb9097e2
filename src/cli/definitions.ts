import { Command } from 'commander';
import type { Definition } from '../../client/src/index.ts';
import type { Output } from './output.ts';
import { addQuestionOptions, criteriaOf, definitionBodyOf, type QuestionOptions } from './question.ts';
import { addServerOptions, withServer } from './server/connect.ts';
import { findDefinition } from './server/find.ts';
import { addPageOptions, countOf, readRows, type PageOptions } from './server/lists.ts';
import type { Column } from './terminal/table.ts';
import { printable } from './terminal/text.ts';

interface ListOptions extends PageOptions {
  readonly name?: string;
}

interface CreateOptions extends QuestionOptions {
  readonly name: string;
}

/** `waybill definitions`: the export definitions of a workspace, one of them, and a new one. */
export function definitionsCommand(): Command {
  const definitions = new Command('definitions').description('Export definitions, on a server.');

  const list = new Command('list')
    .description('List definitions, as GET /exports does.')
    .option('--name <text>', 'only with this name; * stands for any characters');
  addServerOptions(addPageOptions(list)).action(({ name, ...options }: ListOptions) =>
    withServer(list, async ({ client, output, signal }) => {
      const rows = await readRows(options, async (page) => {
        const query = { ...(name !== undefined && { name }), ...page };
        return (await client.GET('/v1/exports', { params: { query }, signal })).data;
      });
      output.json(rows);
      output.table(COLUMNS, rows.results.map(cellsOf));
      output.note(countOf(rows));
    }),
  );

  const show = new Command('show')
    .description('Show one definition, with its criteria.')
    .argument('<definition>', 'its GUID, number or name');
  addServerOptions(show).action((text: string) =>
    withServer(show, async (connection) => {
      print(connection.output, await findDefinition(connection, text));
    }),
  );

  const create = new Command('create')
    .description('Make a definition, to be run again and again. Without criteria each run brings its own.')
    .requiredOption('--name <text>', 'what it is called');
  addServerOptions(addQuestionOptions(create)).action((options: CreateOptions) => {
    const body = definitionBodyOf(options.name, criteriaOf(options), options);
    return withServer(create, async ({ client, output, signal }) => {
      print(output, (await client.POST('/v1/exports', { body, signal })).data);
    });
  });
  return definitions.addCommand(list).addCommand(show).addCommand(create);
}

const COLUMNS: readonly (string | Column)[] = [
  { title: 'NUMBER', isWhole: true },
  'NAME',
  { title: 'VIEWS', leaves: 2 },
  { title: 'CREATED', isWhole: true, leaves: 1 },
  { title: 'GUID', isWhole: true },
];

const cellsOf = ({ number, name, options, creationDateTime, guid }: Definition): string[] => [
  String(number),
  name,
  options.exportViews.join(','),
  creationDateTime,
  guid,
];

function print(output: Output, definition: Definition): void {
  output.json(definition);
  output.table(COLUMNS, [cellsOf(definition)]);
  if (definition.criteria !== null)
    output.line(`Criteria: ${printable(JSON.stringify(definition.criteria))}`);
}
