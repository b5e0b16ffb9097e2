import { Command } from 'commander';
import { createClient, endClient } from '../access/clients.service.ts';
import { listClients } from '../access/clients.store.ts';
import { OperatorError } from '../kernel/errors.ts';
import { formatZulu } from '../kernel/time.ts';
import { addSettings, DATA_SETTINGS, readName, withData } from './options.ts';
import { addWorkspaceOption, openWorkspace, type WorkspaceOption } from './workspace-option.ts';

/** `waybill client`: programs that call the API as a machine user, with an OAuth 2.0 token instead of a password. */
export function clientCommand(): Command {
  return new Command('client')
    .description('Programs that call the API as machine users (OAuth 2.0 client credentials).')
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(revokeCommand());
}

function listCommand(): Command {
  const list = new Command('list').description('List the machine clients of a workspace.');
  return addSettings(addWorkspaceOption(list), DATA_SETTINGS).action((options: WorkspaceOption) =>
    withData(list, async (context) => {
      const { data, output } = context;
      const workspace = await openWorkspace(context, options);
      const clients = (await listClients(data.database.db, workspace.id)).map((one) => ({
        ...one,
        creationDateTime: formatZulu(one.creationDateTime),
        lastUseDateTime: one.lastUseDateTime && formatZulu(one.lastUseDateTime),
        revocationDateTime: one.revocationDateTime && formatZulu(one.revocationDateTime),
      }));
      output.json({ workspace, clients });
      output.table(
        ['ID', 'NAME', 'MADE', 'LAST TOKEN', 'STATE'],
        clients.map((one) => [
          one.clientId,
          one.name,
          one.creationDateTime,
          one.lastUseDateTime ?? 'never',
          one.revocationDateTime === null ? 'active' : `revoked ${one.revocationDateTime}`,
        ]),
      );
    }),
  );
}

interface AddOptions extends WorkspaceOption {
  readonly name: string;
}

function addCommand(): Command {
  const add = new Command('add')
    .description('Make a machine client with a user of its own; its secret is shown this once.')
    .requiredOption('--name <text>', 'what the client is; stands as the creator in its exports and runs');
  return addSettings(addWorkspaceOption(add), DATA_SETTINGS).action((options: AddOptions) =>
    withData(add, async (context) => {
      const { data, output } = context;
      const name = readName(options.name);
      const workspace = await openWorkspace(context, options);
      const { clientId, secret, userGuid } = await createClient(data.database.db, {
        workspaceId: workspace.id,
        name,
      });
      output.json({ workspace, name, userGuid, clientId, clientSecret: secret });
      output.line(`Made the machine client "${name}" of workspace ${workspace.id}.`);
      output.line(`Client id: ${clientId}`);
      output.line(`Client secret, shown only now: ${secret}`);
    }),
  );
}

function revokeCommand(): Command {
  const revoke = new Command('revoke')
    .description('End a machine client and its tokens, at once and for good.')
    .argument('<id>', 'id of the client, see `waybill client list`');
  return addSettings(revoke, DATA_SETTINGS).action((clientId: string) =>
    withData(revoke, async ({ data, output }) => {
      if (!(await endClient(data.database.db, clientId)))
        throw new OperatorError(`There is no client "${clientId}". See: waybill client list`);
      output.json({ clientId, revoked: true });
      output.line(`Revoked the client ${clientId}; its tokens have ended.`);
    }),
  );
}
