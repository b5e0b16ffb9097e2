import { Option, type Command } from 'commander';
import {
  createClient,
  DownloadError,
  RunError,
  UnreachableError,
  WaybillError,
  type Login,
  type WaybillClient,
} from '../../../client/src/index.ts';
import { EXIT, OperatorError } from '../../kernel/errors.ts';
import { interruptibly, readInteger, readPasswordFile } from '../options.ts';
import { outputOf, type Output } from '../output.ts';
import { findCurrentServer, findSession, forgetSession, serverUrlOf } from './session-file.ts';

const DEFAULT_URL = 'http://127.0.0.1:8080';
const UNAUTHENTICATED = 401;

export interface ServerOptions {
  readonly url?: string;
  readonly email?: string;
  readonly passwordFile?: string;
  readonly workspace?: string;
}

/** Which server, and who is asking: for commands that speak the API. */
export function addServerOptions(command: Command): Command {
  return addUrlOption(command)
    .option(
      '--email <address>',
      'who logs in for this command alone (WAYBILL_EMAIL); by default waybill login has done it',
    )
    .option(
      '--password-file <path>',
      'file with the password, - for standard input (WAYBILL_PASSWORD_FILE; or WAYBILL_PASSWORD holds it)',
    )
    .option('--workspace <id>', 'workspace to log in to; by default that of the last time');
}

export function addUrlOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--url <url>',
      `the server (WAYBILL_URL); by default the one of the last waybill login, or ${DEFAULT_URL}`,
    ),
  );
}

/** What a command that speaks the API works with. */
export interface Connection {
  readonly url: string;
  readonly client: WaybillClient;
  readonly who: Pick<Login, 'workspaceId' | 'workspaceName' | 'workspaceRequestLimit'>;
  readonly output: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The server that a command means. */
export async function chooseServer({ url }: Pick<ServerOptions, 'url'>): Promise<string> {
  const text = url ?? fromEnvironment('WAYBILL_URL') ?? (await findCurrentServer()) ?? DEFAULT_URL;
  return readServerUrl(text);
}

export function readServerUrl(text: string): string {
  const url = serverUrlOf(text);
  if (url !== undefined) return url;
  throw new OperatorError(`--url is "${text}": expected such as https://exports.example.com.`, EXIT.usage);
}

/** An empty variable is one that is not set. */
export function fromEnvironment(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** The password from wherever it is, but for the terminal. */
export function findPassword({ passwordFile }: ServerOptions): string | undefined {
  const file = passwordFile ?? fromEnvironment('WAYBILL_PASSWORD_FILE');
  if (passwordFile === undefined && fromEnvironment('WAYBILL_PASSWORD') !== undefined)
    return fromEnvironment('WAYBILL_PASSWORD');
  return file === undefined ? undefined : readPasswordFile(file === '-' ? 0 : file);
}

export function readWorkspace({ workspace }: ServerOptions): { workspaceId?: number } {
  return workspace === undefined ? {} : { workspaceId: readInteger(workspace, '--workspace') };
}

/**
 * Does the work of a command that speaks the API: with the credentials that were given, in a session that ends with it, or in the session
 * that `waybill login` has opened.
 */
export async function withServer(
  command: Command,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const options = command.opts<ServerOptions>();
  const output = outputOf(command);
  const url = await chooseServer(options);
  await interruptibly((signal) =>
    inWords(url, async () => {
      const isGiven = options.email !== undefined || options.passwordFile !== undefined;
      const kept = isGiven ? undefined : await findKept(url, options);
      if (kept !== undefined) {
        const { token, workspaceId, workspaceName, requestLimit: workspaceRequestLimit } = kept;
        const who = { workspaceId, workspaceName, workspaceRequestLimit };
        await work({ url, client: createClient({ url, token }), who, output, signal });
        return;
      }
      const client = createClient({ url, credentials: credentialsOf(options, url) });
      const who = await client.login();
      try {
        await work({ url, client, who, output, signal });
      } finally {
        await client.logout();
      }
    }),
  );
}

/** The session of `waybill login`, unless the environment says who logs in. */
async function findKept(url: string, options: ServerOptions) {
  if (fromEnvironment('WAYBILL_EMAIL') !== undefined && findPassword(options) !== undefined) return undefined;
  const kept = await findSession(url);
  const { workspaceId = kept?.workspaceId } = readWorkspace(options);
  if (kept === undefined || kept.workspaceId === workspaceId) return kept;
  throw new OperatorError(
    `You are logged in to the workspace ${kept.workspaceId}. For the other one: waybill login --url ${url} --workspace ${workspaceId ?? ''}`,
    EXIT.usage,
  );
}

function credentialsOf(options: ServerOptions, url: string) {
  const email = options.email ?? fromEnvironment('WAYBILL_EMAIL');
  const password = findPassword(options);
  if (email === undefined || password === undefined)
    throw new OperatorError(
      `Log in first: waybill login --url ${url}. Or say who logs in for this command: --email and --password-file, or WAYBILL_EMAIL and WAYBILL_PASSWORD.`,
      EXIT.usage,
    );
  return { email, password, ...readWorkspace(options) };
}

/** Failures of the client as an operator reads them. A session that has ended is no longer kept. */
export async function inWords(url: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UnreachableError) throw new OperatorError(`${error.message}.`, EXIT.unreachable);
    if (error instanceof WaybillError && error.status === UNAUTHENTICATED) {
      await forgetSession(url);
      throw new OperatorError(`The session at ${url} has ended. Log in again: waybill login --url ${url}`);
    }
    if (error instanceof WaybillError || error instanceof RunError || error instanceof DownloadError)
      throw new OperatorError(error.message);
    throw error;
  }
}
