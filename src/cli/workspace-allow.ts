import { Command } from 'commander';
import { allowAddresses, removeAddresses } from '../access/allowed-addresses.service.ts';
import { listAllowedAddresses } from '../access/allowed-addresses.store.ts';
import type { Workspace } from '../access/access.store.ts';
import { addSettings, DATA_SETTINGS, withData, type DataContext } from './options.ts';
import { addWorkspaceOption, openWorkspace, type WorkspaceOption } from './workspace-option.ts';

/** `waybill workspace allow`: from which addresses a workspace may be used. */
export function allowCommand(): Command {
  return new Command('allow')
    .description('From which IP addresses a workspace may be used; an empty list allows all.')
    .addCommand(
      listOf({
        command: new Command('list').description('List the ranges.'),
        read: ({ data }, { id }) => listAllowedAddresses(data.database.db, id),
      }),
    )
    .addCommand(
      listOf({
        command: new Command('add')
          .description(
            'Add ranges. Requests from elsewhere are refused from now on, those of open sessions too.',
          )
          .argument('<range...>', 'such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32'),
        read: ({ data }, { id }, ranges) => allowAddresses(data.database.db, { workspaceId: id, ranges }),
      }),
    )
    .addCommand(
      listOf({
        command: new Command('remove')
          .description('Take ranges away; without the last one the workspace may be used from everywhere.')
          .argument('<range...>', 'as the list shows them'),
        read: ({ data }, { id }, ranges) => removeAddresses(data.database.db, { workspaceId: id, ranges }),
      }),
    );
}

interface Part {
  readonly command: Command;
  /** Does what the command is for and gives the list as it stands then. */
  readonly read: (context: DataContext, workspace: Workspace, ranges: readonly string[]) => Promise<string[]>;
}

function listOf({ command, read }: Part): Command {
  return addSettings(addWorkspaceOption(command), DATA_SETTINGS).action(() =>
    withData(command, async (context) => {
      const { output } = context;
      const workspace = await openWorkspace(context, command.opts<WorkspaceOption>());
      const allowed = await read(context, workspace, command.args);
      output.json({ workspace, allowed });
      output.line(
        allowed.length === 0
          ? `Workspace ${workspace.id} may be used from everywhere.`
          : `Workspace ${workspace.id} may be used from: ${allowed.join(', ')}.`,
      );
    }),
  );
}
