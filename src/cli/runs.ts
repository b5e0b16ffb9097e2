import { Command, Option } from 'commander';
import type { RunAnswer } from '../exports/exports.contract.ts';
import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import type { Paged } from '../kernel/paging.ts';
import { outputOf, type Output } from './output.ts';
import { addServerOptions, withClient, type ServerOptions } from './server-options.ts';

interface ListOptions extends ServerOptions {
  readonly status?: string;
  readonly latestCompleted?: boolean;
  readonly offset?: string;
  readonly limit?: string;
}

/** `waybill runs`: the runs of a definition, one of them, and how to stop one. */
export function runsCommand(): Command {
  const runs = new Command('runs').description('The runs of an export definition, on a server.');
  const list = new Command('list')
    .description('List runs, as GET /exports/<GUID>/runs does.')
    .argument('<definition>', 'GUID of the definition')
    .addOption(new Option('--status <status>', 'only runs with this status').choices(RUN_STATUSES))
    .option('--latest-completed', 'only the run that completed last')
    .option('--offset <number>', 'leave out so many')
    .option('--limit <number>', 'answer with so many');
  addServerOptions(list).action((definition: string, options: ListOptions) =>
    withClient(options, async (client) => {
      const query = new URLSearchParams();
      if (options.status !== undefined) query.set('status', options.status);
      if (options.latestCompleted === true) query.set('latestCompleted', 'true');
      if (options.offset !== undefined) query.set('offset', options.offset);
      if (options.limit !== undefined) query.set('limit', options.limit);
      const page = await client.get<Paged<RunAnswer>>(
        `/exports/${encodeURIComponent(definition)}/runs?${query.toString()}`,
      );
      const output = outputOf(list);
      output.json(page);
      output.table(RUN_HEADER, page.results.map(runCells));
      output.line(`${page.results.length} of ${page.count}`);
    }),
  );

  const show = new Command('show')
    .description('Show one run.')
    .argument('<definition>', 'GUID of the definition')
    .argument('<run>', 'GUID of the run');
  addServerOptions(show).action((definition: string, run: string, options: ServerOptions) =>
    withClient(options, async (client) => {
      printRun(outputOf(show), await client.get<RunAnswer>(`${runPath(definition, run)}?view=full`));
    }),
  );

  const abort = new Command('abort')
    .description('Stop a run that has not ended.')
    .argument('<definition>', 'GUID of the definition')
    .argument('<run>', 'GUID of the run');
  addServerOptions(abort).action((definition: string, run: string, options: ServerOptions) =>
    withClient(options, async (client) => {
      printRun(outputOf(abort), await client.post<RunAnswer>(`${runPath(definition, run)}/abort`, {}));
    }),
  );
  return runs.addCommand(list).addCommand(show).addCommand(abort);
}

function runPath(definition: string, run: string): string {
  return `/exports/${encodeURIComponent(definition)}/runs/${encodeURIComponent(run)}`;
}

const RUN_HEADER = ['NUMBER', 'STATUS', 'CREATED', 'COMPLETED', 'ITEMS', 'GUID'];

function runCells(run: RunAnswer): string[] {
  const { number, status, creationDateTime, completionDateTime, criteriaResultsCount, guid } = run;
  return [
    String(number),
    status,
    creationDateTime,
    completionDateTime ?? '-',
    String(criteriaResultsCount ?? '-'),
    guid,
  ];
}

function printRun(output: Output, run: RunAnswer): void {
  output.json(run);
  output.table(RUN_HEADER, [runCells(run)]);
  const { error } = run.waybill ?? {};
  if (error) output.line(`Reason: ${error.message} (${error.code})`);
}
