import { Command, Option } from 'commander';
import type { Run, RunRef, WorkspaceRun } from '../../client/src/index.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { RUN_STATUSES, type RunStatus } from '../kernel/vocabulary.ts';
import type { Output } from './output.ts';
import { runsTailCommand } from './runs-tail.ts';
import { addServerOptions, withServer, type Connection } from './server/connect.ts';
import { fetchRun, tellFetched } from './server/fetch-run.ts';
import { findDefinitionGuid, findRun } from './server/find.ts';
import { addPageOptions, countOf, readRows, type PageOptions, type Rows } from './server/lists.ts';
import { RUN_COLUMNS, runCells, runPathOf } from './server/runs.ts';
import { readWorkspaceRuns } from './server/workspace-runs.ts';
import { printable } from './terminal/text.ts';

interface ListOptions extends PageOptions {
  readonly status?: RunStatus;
  readonly latestCompleted?: boolean;
}

/** `waybill runs`: the runs of a workspace or of a definition, one of them, its file, and how to stop one. */
export function runsCommand(): Command {
  return new Command('runs')
    .description('The runs of export definitions, on a server.')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(abortCommand())
    .addCommand(downloadCommand())
    .addCommand(runsTailCommand());
}

const ofDefinition = (command: Command): Command =>
  command.argument('<definition>', 'GUID, number or name of the definition');

function listCommand(): Command {
  const list = new Command('list')
    .description(
      'List the runs of a definition, as GET /exports/<GUID>/runs does; without one those of the whole workspace, the newest first.',
    )
    .argument('[definition]', 'GUID, number or name of the definition')
    .addOption(new Option('--status <status>', 'only runs with this status').choices(RUN_STATUSES))
    .option('--latest-completed', 'only the run that completed last; of a definition');
  return addServerOptions(addPageOptions(list)).action(
    (definition: string | undefined, options: ListOptions) =>
      withServer(list, async (connection) => {
        const { output } = connection;
        if (definition === undefined) {
          const rows = await listOfWorkspace(connection, options);
          output.json(rows);
          output.table(
            [{ title: 'EXPORT', leaves: 4 }, ...RUN_COLUMNS],
            rows.results.map((run) => [run.export.name, ...runCells(run)]),
          );
          output.note(countOf(rows));
        } else {
          const rows = await listOfDefinition(connection, options, definition);
          output.json(rows);
          output.table(RUN_COLUMNS, rows.results.map(runCells));
          output.note(countOf(rows));
        }
      }),
  );
}

async function listOfDefinition(
  connection: Connection,
  { status, latestCompleted, ...options }: ListOptions,
  definition: string,
): Promise<Rows<Run>> {
  const { client, signal } = connection;
  const guid = await findDefinitionGuid(connection, definition);
  return readRows(options, async (page) => {
    const query = {
      ...(status !== undefined && { status }),
      ...(latestCompleted === true && { latestCompleted: true }),
      ...page,
    };
    return (await client.GET('/v1/exports/{guid}/runs', { params: { path: { guid }, query }, signal })).data;
  });
}

async function listOfWorkspace(
  connection: Connection,
  { status, latestCompleted, ...options }: ListOptions,
): Promise<Rows<WorkspaceRun>> {
  if (latestCompleted === true)
    throw new OperatorError('--latest-completed is of one definition: name it.', EXIT.usage);
  return readRows(options, (page) =>
    readWorkspaceRuns(connection, { ...(status !== undefined && { status }), ...page }),
  );
}

function showCommand(): Command {
  const show = ofDefinition(new Command('show').description('Show one run.')).argument(
    '<run>',
    'its GUID or number',
  );
  return addServerOptions(show).action((definition: string, run: string) =>
    withServer(show, async (connection) => {
      const ref = await refOf(connection, definition, run);
      const { client, output, signal } = connection;
      printRun(output, await client.getRun(ref, { signal }));
    }),
  );
}

function abortCommand(): Command {
  const abort = ofDefinition(new Command('abort').description('Stop a run that has not ended.')).argument(
    '<run>',
    'its GUID or number',
  );
  return addServerOptions(abort).action((definition: string, run: string) =>
    withServer(abort, async (connection) => {
      const { client, output, signal } = connection;
      const path = runPathOf(await refOf(connection, definition, run));
      printRun(
        output,
        (await client.POST('/v1/exports/{guid}/runs/{run}/abort', { params: { path }, signal })).data,
      );
    }),
  );
}

interface DownloadOptions {
  readonly out?: string;
}

function downloadCommand(): Command {
  const download = ofDefinition(
    new Command('download').description(
      'Download the file of a run of yours. What is there of it already, as FILE.part, is not asked for again.',
    ),
  )
    .argument('[run]', 'its GUID or number; without it the run that completed last')
    .option('--out <file>', 'where the file goes; by default its own name, here');
  return addServerOptions(download).action(
    (definition: string, text: string | undefined, options: DownloadOptions) =>
      withServer(download, async (connection) => {
        const guid = await findDefinitionGuid(connection, definition);
        const run = await findRun(connection, guid, text);
        const fetched = await fetchRun(connection, { definition: guid, run, out: options.out });
        connection.output.json(fetched);
        tellFetched(connection.output, fetched);
      }),
  );
}

/** A run by what was typed; a GUID is taken as it is. */
async function refOf(connection: Connection, definition: string, run: string): Promise<RunRef> {
  const guid = await findDefinitionGuid(connection, definition);
  return { definition: guid, run: /^\d+$/.test(run) ? (await findRun(connection, guid, run)).guid : run };
}

function printRun(output: Output, run: Run): void {
  output.json(run);
  output.table(RUN_COLUMNS, [runCells(run)]);
  const { error } = run.waybill ?? {};
  if (error) output.line(`Reason: ${printable(error.message)} (${error.code})`);
}
