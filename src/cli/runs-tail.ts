import { Command } from 'commander';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { formatZulu } from '../kernel/time.ts';
import { readInteger } from './options.ts';
import type { Output, Progress } from './output.ts';
import { addServerOptions, withServer } from './server/connect.ts';
import { findDefinition } from './server/find.ts';
import { describeMatches } from './server/run-steps.ts';
import { statusStyle, tookOf } from './server/runs.ts';
import { watchRuns, type SeenRun } from './server/watch-runs.ts';
import { cut, formatCount, printable } from './terminal/text.ts';

interface TailOptions {
  readonly lines: string;
}

const MAX_LINES = 400;

export function runsTailCommand(): Command {
  const tail = new Command('tail')
    .description(
      'Show the last runs of a definition, or of the whole workspace, and go on with a line for each that starts, is taken up or ends, until Ctrl-C. With --json each line is a run.',
    )
    .argument('[definition]', 'GUID, number or name of the definition')
    .option('-n, --lines <number>', 'show so many runs of before', '10');
  return addServerOptions(tail).action((text: string | undefined, options: TailOptions) => {
    const last = readInteger(options.lines, '--lines');
    if (last > MAX_LINES) throw new OperatorError(`--lines is ${last}: at most ${MAX_LINES}.`, EXIT.usage);
    return withServer(tail, async (connection) => {
      const { output } = connection;
      const definition = text === undefined ? undefined : await findDefinition(connection, text);
      const show = createDisplay(output);
      try {
        for await (const run of watchRuns(connection, definition, last)) show.run(run);
      } finally {
        show.end();
      }
    });
  });
}

/** A line for each state; on a terminal, below them, what is at work. */
function createDisplay(output: Output): { run(run: SeenRun): void; end(): void } {
  const told = new Map<string, string>();
  const working = new Map<string, SeenRun>();
  let progress: Progress | undefined;
  return {
    run(run) {
      if (run.status === 'RUNNING') working.set(run.guid, run);
      else working.delete(run.guid);
      if (told.get(run.guid) !== run.status) {
        told.set(run.guid, run.status);
        progress?.stop();
        progress = undefined;
        output.jsonLine(run);
        output.line(lineOf(run, output));
      }
      if (working.size === 0) return;
      progress ??= output.progress('');
      progress.update({ label: [...working.values()].map(describeWork).join(', ') });
    },
    end: () => progress?.stop(),
  };
}

function lineOf(run: SeenRun, { terminal }: Output): string {
  const { status, number, creator } = run;
  const at = run.waybill?.endedDateTime ?? run.completionDateTime ?? formatZulu(new Date());
  const facts: string[] = {
    CREATED: [`by ${creator.fullName}`],
    RUNNING: [`by ${creator.fullName}`],
    COMPLETE: [describeMatches(run), `took ${tookOf(run)}`],
    DOWNLOADED: [describeMatches(run)],
    FAILED: [run.waybill?.error?.message ?? 'there are no results'],
    ABORTED: [],
  }[status];
  const what = `${run.export?.name ?? 'run'} #${number}`;
  const text = printable([at, status.padEnd(STATUS_COLUMNS), what, ...facts].join('  '));
  const line = terminal.columns === undefined ? text : cut(text, terminal.columns);
  const style = statusStyle(status);
  // After it was cut: what colours a text takes no columns.
  return style === undefined ? line : line.replace(status, terminal.paint(style, status));
}

const STATUS_COLUMNS = 'DOWNLOADED'.length;

function describeWork({ export: of, number, waybill }: SeenRun): string {
  const { rowsWritten, rowsEstimated } = waybill?.progress ?? {};
  const what = `${of?.name ?? 'run'} #${number}`;
  if (rowsWritten === undefined) return what;
  return rowsEstimated
    ? `${what} ${Math.min(99, Math.floor((100 * rowsWritten) / rowsEstimated))} %`
    : `${what} ${formatCount(rowsWritten)} rows`;
}
