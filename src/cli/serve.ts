import { Command } from 'commander';
import type { RunningServer, ServerSettings } from '../app/server.ts';
import type { SettingName } from '../app/config.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { createLog } from '../platform/log/log.ts';
import { addSettings, DATA_SETTINGS, readSettings, requireInstallation } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { announceFirstStart } from './workspace-option.ts';

const WORKER_SETTINGS = [
  ...DATA_SETTINGS,
  'retentionMs',
  'workers',
  'logLevel',
] as const satisfies readonly SettingName[];
const SERVE_SETTINGS = [
  'port',
  'host',
  ...WORKER_SETTINGS,
  'bundle',
  'sample',
  'limits',
  'requestLimit',
  'runWaitMs',
] as const satisfies readonly SettingName[];

export function serveCommand(): Command {
  const command = new Command('serve').description(
    'Run the server, in the foreground, until SIGTERM or SIGINT.',
  );
  return addSettings(command, SERVE_SETTINGS).action(async () => {
    await runUntilSignal(command, async (settings) => (await loadServer()).startServer(settings));
  });
}

export function workerCommand(): Command {
  const command = new Command('worker').description(
    'Execute runs beside a server on the same database and storage.',
  );
  return addSettings(command, WORKER_SETTINGS).action(async () => {
    await runUntilSignal(command, async (settings) => {
      await requireInstallation(settings.config);
      return (await loadServer()).startWorker(settings);
    });
  });
}

/** Only when it is wanted: it is most of the program, and other commands start in half the time without it. */
const loadServer = () => import('../app/server.ts');

async function runUntilSignal(
  command: Command,
  start: (settings: ServerSettings) => Promise<RunningServer>,
): Promise<void> {
  const options = command.optsWithGlobals<Record<string, unknown>>();
  const config = readSettings(options);
  const output = outputOf(command);
  const interrupt = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    const onSignal = (): void => {
      interrupt.abort(new OperatorError('Interrupted.', EXIT.interrupted));
      resolve();
    };
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    // The terminal was closed.
    process.once('SIGHUP', onSignal);
  });
  const server = await start({
    config,
    log: createLog(config.logLevel),
    signal: interrupt.signal,
    onFirstStart: (firstStart) => {
      announceFirstStart(firstStart, output);
    },
    onImportProgress: ({ phase, file, rows }) => {
      output.note(
        `import: ${phase}${file === undefined ? '' : ` ${file}`}${rows === undefined ? '' : `, ${rows} so far`}`,
      );
    },
  });
  announce(server, output);
  await stopped;
  // A second signal does not wait for anything.
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  output.note('Stopping: runs at work may finish, the rest stays in the queue.');
  await server.close();
}

function announce({ url, firstStart, readyMs }: RunningServer, output: Output): void {
  const readySeconds = (readyMs / 1_000).toFixed(2);
  output.line(
    url === undefined
      ? `Worker ready after ${readySeconds} s.`
      : `Waybill is ready after ${readySeconds} s: ${url}`,
  );
  output.json({
    url,
    readyMs: Math.round(readyMs),
    ...(firstStart && { workspaceId: firstStart.workspace.id, adminEmail: firstStart.adminEmail }),
  });
}
