import { Command } from 'commander';
import { createWorkspace, WORKSPACE_ID } from '../access/access.service.ts';
import { listWorkspaces } from '../access/access.store.ts';
import { ensureWorkspace } from '../app/first-start.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { addSettings, DATA_SETTINGS, readInteger, readName, withData } from './options.ts';
import { allowCommand } from './workspace-allow.ts';
import { announceFirstStart } from './workspace-option.ts';

interface AddOptions {
  readonly name: string;
  readonly id?: string;
}

/** `waybill workspace`: each has records, users and an allowance of its own. */
export function workspaceCommand(): Command {
  const workspace = new Command('workspace').description('The workspaces of this installation.');

  const list = new Command('list').description('List the workspaces.');
  addSettings(list, DATA_SETTINGS).action(() =>
    withData(list, async ({ data, output }) => {
      const workspaces = await listWorkspaces(data.database.db);
      output.json({ workspaces });
      output.table(
        ['ID', 'NAME'],
        workspaces.map(({ id, name }) => [String(id), name]),
      );
    }),
  );

  const add = new Command('add')
    .description('Make a workspace. It has no users yet: see `waybill user add --workspace`.')
    .requiredOption('--name <text>', 'what people call it')
    .option('--id <number>', `its id, ${WORKSPACE_ID.min} to ${WORKSPACE_ID.max}; without it a random one`);
  addSettings(add, DATA_SETTINGS).action((options: AddOptions) =>
    withData(add, async ({ config, data, output }) => {
      const { db } = data.database;
      const name = readName(options.name);
      const id = options.id === undefined ? undefined : readId(options.id);
      // A database that had its first workspace from here would never get its administrator.
      const firstStart = await ensureWorkspace(db, config);
      if (firstStart !== undefined) announceFirstStart(firstStart, output);
      if (id !== undefined && (await listWorkspaces(db)).some((one) => one.id === id))
        throw new OperatorError(`There is a workspace ${id} already.`);
      const made = await createWorkspace(db, name, id);
      output.json({ workspace: made });
      output.line(`Made the workspace ${made.id} (${made.name}).`);
    }),
  );

  return workspace.addCommand(list).addCommand(add).addCommand(allowCommand());
}

function readId(text: string): number {
  const id = readInteger(text, '--id');
  if (id < WORKSPACE_ID.min || id > WORKSPACE_ID.max)
    throw new OperatorError(
      `--id is "${text}": expected a number from ${WORKSPACE_ID.min} to ${WORKSPACE_ID.max}.`,
      EXIT.usage,
    );
  return id;
}
