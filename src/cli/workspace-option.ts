import type { Command } from 'commander';
import { chooseWorkspace } from '../access/access.service.ts';
import type { Workspace } from '../access/access.store.ts';
import { ensureWorkspace, type FirstStart } from '../app/first-start.ts';
import { readInteger, type DataContext } from './options.ts';
import type { Output } from './output.ts';

export interface WorkspaceOption {
  readonly workspace?: string;
}

/** `--workspace`, for commands that work on the records of one. */
export function addWorkspaceOption(command: Command): Command {
  return command.option('--workspace <id>', 'which workspace, when there are several');
}

/** The workspace that a command means. Where there is none it is made, with its administrator, as the first `serve` does it. */
export async function openWorkspace(
  { config, data, output }: DataContext,
  { workspace }: WorkspaceOption,
): Promise<Workspace> {
  const { db } = data.database;
  const firstStart = await ensureWorkspace(db, config);
  if (firstStart !== undefined) announceFirstStart(firstStart, output);
  return chooseWorkspace(db, workspace === undefined ? undefined : readInteger(workspace, '--workspace'));
}

/** Tells what the first start made; a generated password is shown this once, on standard error when the answer is JSON. */
export function announceFirstStart(
  { workspace, adminEmail, generatedPassword }: FirstStart,
  output: Output,
): void {
  output.note(`First start: made the workspace ${workspace.id} and the administrator ${adminEmail}.`);
  if (generatedPassword !== undefined) output.secret(`Its password, shown only now: ${generatedPassword}`);
}
