import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { WaybillError, type Criteria, type Run } from '../../client/src/index.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { parseDurationMs } from '../kernel/duration.ts';
import { watchExport } from './export-watch.ts';
import { addQuestionOptions, criteriaOf, definitionBodyOf, type QuestionOptions } from './question.ts';
import { addServerOptions, withServer, type Connection, type ServerOptions } from './server/connect.ts';
import { fetchRun, targetOf, tellFetched } from './server/fetch-run.ts';
import { findDefinitionGuid } from './server/find.ts';
import { findPart } from './server/part.ts';
import { runToEnd } from './server/run-to-end.ts';

interface ExportOptions extends ServerOptions, QuestionOptions {
  readonly definition?: string;
  readonly name: string;
  readonly out?: string;
  readonly watch?: boolean;
  readonly every?: string;
}

/** Of a part that is older the records may have changed too much: the same question is asked again. */
const FRESH_MS = 3_600_000;

export function exportCommand(): Command {
  const command = new Command('export')
    .description(
      'Run an export on a server, wait for it, download the file, and check its SHA-256. Ctrl-C while the run is at work aborts it. While the file comes it is called FILE.part; the same command within an hour goes on with it.',
    )
    .option(
      '--definition <definition>',
      'an export definition that exists, by GUID, number or name; without it one is made from the flags',
    )
    .option('--name <text>', 'name of the definition that is made', 'Command line export')
    .option(
      '--out <file>',
      'where the file goes; by default its own name, here. {number} stands for the number of the run',
    )
    .option(
      '--watch',
      'go on until Ctrl-C: download each later run of yours of the definition too, as it completes, from wherever it was started. Without {number} in --out the file is always the newest',
    )
    .option('--every <duration>', 'run it again so often, as in 30m or 1d, until Ctrl-C');
  return addServerOptions(addQuestionOptions(command)).action(async (options: ExportOptions) => {
    const criteria = criteriaOf(options);
    const everyMs = readEvery(options.every);
    if (options.definition === undefined && criteria === undefined)
      throw new OperatorError(
        'Say which items with --where or --criteria, or which export with --definition.',
        EXIT.usage,
      );
    await withServer(command, async (connection) => {
      const { output } = connection;
      const { definition, run } = await exportOnce(connection, options, criteria);
      if (options.watch !== true && everyMs === undefined) return;
      output.note(`Watching; Ctrl-C ends it.`);
      const request = { definition, ...runCriteria(options, criteria) };
      await watchExport(connection, { request, first: run, out: options.out, everyMs });
    });
  });
}

function readEvery(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseDurationMs(text);
  if (ms !== undefined && ms >= 1_000) return ms;
  throw new OperatorError(`--every is "${text}": expected a duration such as 30m, 12h or 1d.`, EXIT.usage);
}

/** Criteria go with the run where the definition is somebody's already. */
const runCriteria = ({ definition }: ExportOptions, criteria: Criteria | undefined) =>
  definition === undefined || criteria === undefined ? {} : { criteria };

async function exportOnce(
  connection: Connection,
  options: ExportOptions,
  criteria: Criteria | undefined,
): Promise<{ readonly definition: string; readonly run: Run }> {
  const { output } = connection;
  const question = questionOf(options, criteria);
  const isWatching = options.watch === true || options.every !== undefined;
  const { definition, run } =
    (await findUnfinished(connection, options.out, question)) ??
    (await startAnew(connection, options, criteria));
  const fetched = await fetchRun(connection, { definition, run, out: options.out, question });
  if (isWatching) output.jsonLine(fetched);
  else output.json(fetched);
  tellFetched(output, fetched);
  return { definition, run };
}

async function startAnew(connection: Connection, options: ExportOptions, criteria: Criteria | undefined) {
  const { client, signal } = connection;
  const definition =
    options.definition === undefined
      ? (
          await client.POST('/v1/exports', {
            body: definitionBodyOf(options.name, criteria, options),
            signal,
          })
        ).data.guid
      : await findDefinitionGuid(connection, options.definition);
  return { definition, run: await runToEnd(connection, { definition, ...runCriteria(options, criteria) }) };
}

/** What was asked, so that the same command finds what it has begun. */
function questionOf(options: ExportOptions, criteria: Criteria | undefined): string {
  const { definition, name, views, bomLevels, revisionStatus, format } = options;
  const asked = [definition, name, criteria, views, bomLevels, revisionStatus, format];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** The run of the same question whose download was cut short, while the server still has its file. */
async function findUnfinished(
  { client, url, output, signal }: Connection,
  out: string | undefined,
  question: string,
) {
  // The number of the run is not known yet, and so not the file.
  if (out === undefined || out.includes('{number}')) return undefined;
  const part = await findPart(targetOf(out, { number: 0 }));
  if (part === undefined) return undefined;
  const { record, madeAt } = part;
  if (record.question !== question || record.url !== url || Date.now() - madeAt.getTime() > FRESH_MS)
    return undefined;
  const path = { guid: record.definition, run: record.run };
  try {
    const { data: run } = await client.GET('/v1/exports/{guid}/runs/{run}', { params: { path }, signal });
    if (run.files?.[0]?.guid !== record.file) return undefined;
    output.note(`Going on with the download of run ${run.number}, of ${run.creationDateTime}.`);
    return { definition: record.definition, run };
  } catch (error) {
    // Whatever it was, it is there no more.
    if (error instanceof WaybillError) return undefined;
    throw error;
  }
}
