import { Command } from 'commander';
import { createClient, UnreachableError, type Credentials } from '../../client/src/index.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { interruptibly } from './options.ts';
import { outputOf } from './output.ts';
import {
  addServerOptions,
  addUrlOption,
  chooseServer,
  findPassword,
  fromEnvironment,
  inWords,
  readServerUrl,
  readWorkspace,
  type ServerOptions,
} from './server/connect.ts';
import { findSession, forgetSession, keepSession } from './server/session-file.ts';
import { canAsk, openDialogue } from './terminal/prompt.ts';
import { printable } from './terminal/text.ts';

/** `waybill login`: a session for the commands that follow. */
export function loginCommand(): Command {
  const command = new Command('login').description(
    'Log in to a server of this API. Asks for what is not given. The session is kept for the next commands, in a file that only you can read; the password is not.',
  );
  return addServerOptions(command).action((options: ServerOptions) =>
    interruptibly(async (signal) => {
      const { url, ...credentials } = await collect(options, signal);
      await inWords(url, async () => {
        const client = createClient({ url, credentials });
        const login = await client.login();
        signal.throwIfAborted();
        const { workspaceId, workspaceName } = login;
        await keepSession(url, {
          token: login.arenaSessionId,
          email: credentials.email,
          workspaceId,
          workspaceName,
          requestLimit: login.workspaceRequestLimit,
        });
        const output = outputOf(command);
        output.json({ url, email: credentials.email, workspaceId, workspaceName });
        output.line(
          `Logged in to ${url} as ${credentials.email}, workspace ${workspaceId} (${printable(workspaceName)}).`,
        );
      });
    }),
  );
}

interface Collected extends Credentials {
  readonly url: string;
}

/** What was given; who sits at a terminal is asked for the rest. */
async function collect(options: ServerOptions, signal: AbortSignal): Promise<Collected> {
  const email = options.email ?? fromEnvironment('WAYBILL_EMAIL');
  const password = findPassword(options);
  if (email !== undefined && password !== undefined)
    return { url: await chooseServer(options), email, password, ...readWorkspace(options) };
  if (canAsk()) return askForRest(options, { email, password }, signal);
  throw new OperatorError(
    'There is no terminal to ask on: give --email and --password-file (- for standard input), or WAYBILL_EMAIL and WAYBILL_PASSWORD or WAYBILL_PASSWORD_FILE.',
    EXIT.usage,
  );
}

async function askForRest(
  options: ServerOptions,
  given: { readonly email: string | undefined; readonly password: string | undefined },
  signal: AbortSignal,
): Promise<Collected> {
  const likely = await chooseServer(options);
  const isServerGiven = options.url !== undefined || fromEnvironment('WAYBILL_URL') !== undefined;
  const dialogue = openDialogue(signal);
  try {
    const url = isServerGiven ? likely : readServerUrl(await dialogue.ask('Server', likely));
    const last = await findSession(url);
    const email = given.email ?? (await dialogue.ask('E-mail', last?.email));
    const workspace =
      options.workspace ?? (await dialogue.ask('Workspace id, or nothing for that of the last time'));
    const chosen = readWorkspace(workspace === '' ? {} : { workspace });
    return { url, email, password: given.password ?? (await dialogue.askSecret('Password')), ...chosen };
  } finally {
    dialogue.close();
  }
}

interface LogoutOptions {
  readonly url?: string;
  readonly everywhere?: boolean;
}

/** `waybill logout`: ends the session of `waybill login`. */
export function logoutCommand(): Command {
  const command = new Command('logout')
    .description('End the session of waybill login, at the server and here.')
    .option('--everywhere', 'end all sessions of the user, wherever they were opened');
  return addUrlOption(command).action((options: LogoutOptions) =>
    interruptibly(async () => {
      const output = outputOf(command);
      const url = await chooseServer(options);
      const kept = await findSession(url);
      output.json({ url, wasLoggedIn: kept !== undefined });
      if (kept === undefined) {
        output.line(`Nobody is logged in to ${url} from here.`);
        return;
      }
      // Whatever the server says: nobody who comes to this machine later has the session.
      await forgetSession(url);
      try {
        await createClient({ url, token: kept.token }).logout(options);
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        throw new OperatorError(
          `${error.message}. The session is forgotten here; at the server it ends by itself when it is not used.`,
          EXIT.unreachable,
        );
      }
      output.line(`Logged out of ${url}.`);
    }),
  );
}
