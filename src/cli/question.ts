import { Option, type Command } from 'commander';
import type { Criteria, paths } from '../../client/src/index.ts';
import { createCatalogue } from '../engine/criteria/catalogue.ts';
import { parseWhere, WhereError } from '../engine/criteria/where.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { BOM_LEVELS, EXPORT_FORMATS, ITEM_WORLD, REVISION_RULES } from '../kernel/vocabulary.ts';
import { readJson } from './options.ts';

/** Which items, as typed. */
export interface WhereOptions {
  readonly criteria?: string;
  readonly where?: string;
}

/** The question that an export asks, as typed. */
export interface QuestionOptions extends WhereOptions {
  readonly views?: string;
  readonly bomLevels?: string;
  readonly revisionStatus?: string;
  readonly format?: string;
}

export function addWhereOptions(command: Command): Command {
  return command
    .option('--criteria <json>', 'which items, as JSON; @file reads it from a file, @- from standard input')
    .addOption(
      new Option(
        '--where <text>',
        'which items, as in: number STARTS_WITH 900- AND (modifiedBOM = true OR targetCost > 5)',
      ).conflicts('criteria'),
    );
}

/** The flags of the question, for `export`, `definitions create` and `demo`. */
export function addQuestionOptions(command: Command): Command {
  return addWhereOptions(command)
    .option('--views <list>', 'export views, separated by commas')
    .addOption(new Option('--bom-levels <levels>', 'which children to add').choices(BOM_LEVELS))
    .addOption(new Option('--revision-status <rule>', 'which revision to read').choices(REVISION_RULES))
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS));
}

/** The criteria that were typed, either way; undefined when there are none. The server says what is wrong with JSON ones. */
export function criteriaOf({ criteria, where }: WhereOptions): Criteria | undefined {
  if (criteria !== undefined) return readJson(criteria, '--criteria') as Criteria;
  if (where === undefined) return undefined;
  const attributes = createCatalogue([]);
  try {
    return parseWhere(where, (name) => attributes(name)?.type) as Criteria;
  } catch (error) {
    if (error instanceof WhereError) throw new OperatorError(`--where: ${error.message}.`, EXIT.usage);
    throw error;
  }
}

type NewDefinition = paths['/v1/exports']['post']['requestBody']['content']['application/json'];

/** The body of POST /v1/exports for a question; what was not typed is left to the server's defaults, and what is wrong to its words. */
export function definitionBodyOf(
  name: string,
  criteria: Criteria | undefined,
  options: QuestionOptions,
): NewDefinition {
  const { views, bomLevels, revisionStatus, format } = options;
  return {
    name,
    world: ITEM_WORLD,
    ...(criteria !== undefined && { criteria }),
    options: {
      ...(views !== undefined && { exportViews: views.split(',').map((view) => view.trim()) }),
      ...(bomLevels !== undefined && { bomLevels }),
      ...(revisionStatus !== undefined && { revisionStatus }),
      ...(format !== undefined && { format }),
    },
  } as NewDefinition;
}
