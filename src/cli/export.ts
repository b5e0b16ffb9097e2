import { Command, Option } from 'commander';
import path from 'node:path';
import { BOM_LEVELS, EXPORT_FORMATS, ITEM_WORLD, REVISION_RULES } from '../kernel/vocabulary.ts';
import { createCatalogue } from '../engine/criteria/catalogue.ts';
import { parseWhere, WhereError } from '../engine/criteria/where.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import type { DefinitionAnswer } from '../exports/exports.contract.ts';
import { describeMatches, describeProgress, filePathOf, runToEnd, type ApiClient } from './client.ts';
import { readJson } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { formatBytes } from './terminal/text.ts';
import { addServerOptions, withClient, type ServerOptions } from './server-options.ts';

/** The question that an export asks, as typed. */
export interface QuestionOptions {
  readonly criteria?: string;
  readonly where?: string;
  readonly views?: string;
  readonly bomLevels?: string;
  readonly revisionStatus?: string;
  readonly format?: string;
}

/** The flags of the question, for `export` and `demo`. */
export function addQuestionOptions(command: Command): Command {
  return command
    .option('--criteria <json>', 'which items, as JSON; @file reads it from a file')
    .addOption(
      new Option(
        '--where <text>',
        'which items, as in: number STARTS_WITH 900- AND (modifiedBOM = true OR targetCost > 5)',
      ).conflicts('criteria'),
    )
    .option('--views <list>', 'export views, separated by commas')
    .addOption(new Option('--bom-levels <levels>', 'which children to add').choices(BOM_LEVELS))
    .addOption(new Option('--revision-status <rule>', 'which revision to read').choices(REVISION_RULES))
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS));
}

/** The criteria that were typed, either way; undefined when there are none. */
export function criteriaOf({ criteria, where }: QuestionOptions): unknown {
  if (criteria !== undefined) return readJson(criteria, '--criteria');
  if (where === undefined) return undefined;
  const attributes = createCatalogue([]);
  try {
    return parseWhere(where, (name) => attributes(name)?.type);
  } catch (error) {
    if (error instanceof WhereError) throw new OperatorError(`--where: ${error.message}.`, EXIT.usage);
    throw error;
  }
}

/** The body of POST /v1/exports for a question; what was not typed is left to the server's defaults. */
export function definitionBodyOf(name: string, criteria: unknown, options: QuestionOptions): object {
  const { views, bomLevels, revisionStatus, format } = options;
  return {
    name,
    world: ITEM_WORLD,
    criteria,
    options: {
      ...(views !== undefined && { exportViews: views.split(',').map((view) => view.trim()) }),
      ...(bomLevels !== undefined && { bomLevels }),
      ...(revisionStatus !== undefined && { revisionStatus }),
      ...(format !== undefined && { format }),
    },
  };
}

interface ExportOptions extends ServerOptions, QuestionOptions {
  readonly definition?: string;
  readonly name: string;
  readonly out?: string;
}

export function exportCommand(): Command {
  const command = new Command('export')
    .description('Run an export on a server, wait for it, and download the file.')
    .option('--definition <guid>', 'an export definition that exists; without it one is made from the flags')
    .option('--name <text>', 'name of the definition that is made', 'Command line export')
    .option('--out <file>', 'where the file goes; by default its own name, here');
  return addServerOptions(addQuestionOptions(command)).action(async (options: ExportOptions) => {
    const criteria = criteriaOf(options);
    const output = outputOf(command);
    await withClient(options, (client) => exportOnce(client, { ...options, criteria }, output));
  });
}

/** The flags, the criteria read. */
type ExportRequest = Omit<ExportOptions, 'criteria'> & { readonly criteria: unknown };

async function exportOnce(
  client: ApiClient,
  { criteria, ...options }: ExportRequest,
  output: Output,
): Promise<void> {
  if (options.definition === undefined && criteria === undefined)
    throw new OperatorError(
      'Say which items with --where or --criteria, or which export with --definition.',
      EXIT.usage,
    );
  const definition =
    options.definition === undefined
      ? await client.post<DefinitionAnswer>('/exports', definitionBodyOf(options.name, criteria, options))
      : await client.get<DefinitionAnswer>(`/exports/${encodeURIComponent(options.definition)}`);
  const progress = output.progress('queued');
  try {
    const body = options.definition === undefined || criteria === undefined ? {} : { criteria };
    const run = await runToEnd(client, { definition, body }, (now) => {
      progress.update(describeProgress(now));
    });
    const filePath = filePathOf(definition, run);
    const named = options.out ?? (await client.get<{ name: string }>(filePath)).name;
    const target = path.resolve(options.out === undefined ? path.basename(named) : named);
    const file = await client.download(filePath, target);
    progress.done(`Run ${run.number} is complete: ${describeMatches(run)}.`);
    output.json({
      definition: definition.guid,
      run: run.guid,
      file: target,
      size: file.size,
      sha256: file.sha256,
    });
    output.line(`${target} (${formatBytes(file.size)}, sha256 ${file.sha256})`);
  } finally {
    progress.stop();
  }
}
