import { Command, Option } from 'commander';
import { expelUser, generatePassword, logoutUser, saveUser } from '../access/access.service.ts';
import { listUsers } from '../access/access.store.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { isEmailAddress } from '../kernel/text.ts';
import { PERSON_ROLES, type PersonRole } from '../kernel/vocabulary.ts';
import { addSettings, DATA_SETTINGS, readName, readPasswordFile, withData } from './options.ts';
import { addWorkspaceOption, openWorkspace, type WorkspaceOption } from './workspace-option.ts';

interface UserOptions extends WorkspaceOption {
  readonly email: string;
  readonly name?: string;
  readonly role: PersonRole;
  readonly passwordFile?: string;
}

export function userCommand(): Command {
  const user = new Command('user').alias('users').description('Who may log in.');

  const list = new Command('list').description('List the users of a workspace.');
  addSettings(addWorkspaceOption(list), DATA_SETTINGS).action((options: UserOptions) =>
    withData(list, async (context) => {
      const { data, output } = context;
      const workspace = await openWorkspace(context, options);
      const users = await listUsers(data.database.db, workspace.id);
      output.json({ workspace, users });
      output.table(
        ['E-MAIL', 'NAME', 'ROLE', 'GUID'],
        users.map((one) => [one.email ?? '-', one.fullName, one.role ?? 'cannot log in', one.guid]),
      );
    }),
  );

  const add = new Command('add')
    .description('Make a user, or give one a new password and role (its sessions end).')
    .requiredOption('--email <address>', 'e-mail address')
    .option('--name <text>', 'full name')
    .addOption(new Option('--role <role>', 'what the user may do').choices(PERSON_ROLES).default('member'))
    .option(
      '--password-file <path>',
      'file that holds the password (- for standard input); without it one is generated and printed',
    );
  addSettings(addWorkspaceOption(add), DATA_SETTINGS).action((options: UserOptions) =>
    withData(add, async (context) => {
      const { data, output } = context;
      const { db } = data.database;
      const fullName = options.name === undefined ? undefined : readName(options.name);
      const workspace = await openWorkspace(context, options);
      if (!isEmailAddress(options.email))
        throw new OperatorError(`--email is "${options.email}": expected an e-mail address.`, EXIT.usage);
      const given = options.passwordFile;
      const password = given === undefined ? generatePassword() : readPasswordFile(given === '-' ? 0 : given);
      await saveUser(db, {
        workspaceId: workspace.id,
        email: options.email,
        password,
        fullName,
        role: options.role,
      });
      output.json({
        workspace,
        email: options.email,
        role: options.role,
        ...(given === undefined && { password }),
      });
      output.line(`${options.email} may log in to workspace ${workspace.id} as ${options.role}.`);
      if (given === undefined) output.line(`Password, shown only now: ${password}`);
    }),
  );

  const logout = new Command('logout')
    .description('End all sessions of a user in a workspace.')
    .requiredOption('--email <address>', 'e-mail address');
  addSettings(addWorkspaceOption(logout), DATA_SETTINGS).action((options: UserOptions) =>
    withData(logout, async (context) => {
      const { data, output } = context;
      const workspace = await openWorkspace(context, options);
      const sessions = await logoutUser(data.database.db, {
        email: options.email,
        workspaceId: workspace.id,
      });
      output.json({ workspace, email: options.email, sessions });
      output.line(`Sessions of ${options.email} ended: ${sessions}.`);
    }),
  );

  const remove = new Command('remove')
    .description('Take the right to log in to a workspace from a user; what the user has made stays.')
    .requiredOption('--email <address>', 'e-mail address');
  addSettings(addWorkspaceOption(remove), DATA_SETTINGS).action((options: UserOptions) =>
    withData(remove, async (context) => {
      const { data, output } = context;
      const workspace = await openWorkspace(context, options);
      const { email } = options;
      const isRemoved = await expelUser(data.database.db, { email, workspaceId: workspace.id });
      if (!isRemoved)
        throw new OperatorError(
          `Nobody with the address ${email} may log in to workspace ${workspace.id}. See: waybill user list.`,
        );
      output.json({ workspace, email });
      output.line(`${email} may no longer log in to workspace ${workspace.id}.`);
    }),
  );

  return user.addCommand(list).addCommand(add).addCommand(logout).addCommand(remove);
}
