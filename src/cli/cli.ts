import { Command, CommanderError } from 'commander';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { VERSION } from '../kernel/version.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { completionCommand } from './completion.ts';
import { clientCommand } from './oauth-client.ts';
import { definitionsCommand } from './definitions.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { itemsCommand } from './items.ts';
import { loginCommand, logoutCommand } from './login.ts';
import { restoreCommand } from './restore.ts';
import { runsCommand } from './runs.ts';
import { seedCommand } from './seed.ts';
import { serveCommand, workerCommand } from './serve.ts';
import { printableLines } from './terminal/text.ts';
import { userCommand } from './user.ts';
import { workspaceCommand } from './workspace.ts';

/** Every command of `waybill`. */
export function createProgram(): Command {
  const program = new Command('waybill')
    .description('Self-hosted export server for product records.')
    .version(VERSION)
    .option('--json', 'answer in JSON on standard output')
    .option('-q, --quiet', 'only results and errors: no progress, no remarks');
  for (const command of [
    serveCommand,
    workerCommand,
    demoCommand,
    loginCommand,
    logoutCommand,
    exportCommand,
    runsCommand,
    definitionsCommand,
    itemsCommand,
    importCommand,
    userCommand,
    clientCommand,
    workspaceCommand,
    auditCommand,
    seedCommand,
    backupCommand,
    restoreCommand,
    doctorCommand,
    completionCommand,
  ]) {
    program.addCommand(command());
  }
  prepare(program);
  return program;
}

/** Commander hands these down only to commands that it makes itself: without them a wrong flag of `runs list` would exit with 1. */
function prepare(command: Command): void {
  command.exitOverride().configureHelp({ showGlobalOptions: true });
  for (const one of command.commands) prepare(one);
}

/** Runs one command and gives the exit code that scripts rely on. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv);
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof OperatorError) {
      process.stderr.write(`${printableLines(error.message)}\n`);
      return error.exitCode;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${printableLines(text)}\n`);
    return EXIT.failed;
  }
}
