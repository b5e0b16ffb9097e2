import { Command } from 'commander';
import type { DefinitionAnswer } from '../exports/exports.contract.ts';
import type { Paged } from '../kernel/paging.ts';
import { addQuestionOptions, criteriaOf, definitionBodyOf, type QuestionOptions } from './export.ts';
import { outputOf, type Output } from './output.ts';
import { addServerOptions, withClient, type ServerOptions } from './server-options.ts';

interface ListOptions extends ServerOptions {
  readonly name?: string;
  readonly offset?: string;
  readonly limit?: string;
}

interface CreateOptions extends ServerOptions, QuestionOptions {
  readonly name: string;
}

/** `waybill definitions`: the export definitions of a workspace, one of them, and a new one. */
export function definitionsCommand(): Command {
  const definitions = new Command('definitions').description('Export definitions, on a server.');
  const list = new Command('list')
    .description('List definitions, as GET /exports does.')
    .option('--name <text>', 'only with this name; * stands for any characters')
    .option('--offset <number>', 'leave out so many')
    .option('--limit <number>', 'answer with so many');
  addServerOptions(list).action((options: ListOptions) =>
    withClient(options, async (client) => {
      const query = new URLSearchParams();
      for (const name of ['name', 'offset', 'limit'] as const) {
        const value = options[name];
        if (value !== undefined) query.set(name, value);
      }
      const page = await client.get<Paged<DefinitionAnswer>>(`/exports?${query.toString()}`);
      const output = outputOf(list);
      output.json(page);
      output.table(HEADER, page.results.map(cellsOf));
      output.line(`${page.results.length} of ${page.count}`);
    }),
  );

  const show = new Command('show')
    .description('Show one definition, with its criteria.')
    .argument('<definition>', 'GUID of the definition');
  addServerOptions(show).action((definition: string, options: ServerOptions) =>
    withClient(options, async (client) => {
      print(outputOf(show), await client.get<DefinitionAnswer>(`/exports/${encodeURIComponent(definition)}`));
    }),
  );

  const create = new Command('create')
    .description('Make a definition, to be run again and again. Without criteria each run brings its own.')
    .requiredOption('--name <text>', 'what it is called');
  addServerOptions(addQuestionOptions(create)).action(async (options: CreateOptions) => {
    const criteria = criteriaOf(options);
    await withClient(options, async (client) => {
      print(
        outputOf(create),
        await client.post<DefinitionAnswer>('/exports', definitionBodyOf(options.name, criteria, options)),
      );
    });
  });
  return definitions.addCommand(list).addCommand(show).addCommand(create);
}

const HEADER = ['NUMBER', 'NAME', 'VIEWS', 'CREATED', 'GUID'];

const cellsOf = ({ number, name, options, creationDateTime, guid }: DefinitionAnswer): string[] => [
  String(number),
  name,
  options.exportViews.join(','),
  creationDateTime,
  guid,
];

function print(output: Output, definition: DefinitionAnswer): void {
  output.json(definition);
  output.table(HEADER, [cellsOf(definition)]);
  if (definition.criteria !== null) output.line(`Criteria: ${JSON.stringify(definition.criteria)}`);
}
