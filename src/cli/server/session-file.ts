import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { messageOf, OperatorError } from '../../kernel/errors.ts';

/** A login that is kept for the next commands: the session's token, never the password. */
export interface KeptSession {
  readonly token: string;
  readonly email: string;
  readonly workspaceId: number;
  readonly workspaceName: string;
  /** Requests that the workspace may make in a day: it says how often to ask. */
  readonly requestLimit: number;
}

interface SessionFile {
  /** The server of the last login: who does not name one means it. */
  readonly current?: string;
  readonly servers: Readonly<Record<string, KeptSession>>;
}

const EMPTY: SessionFile = { servers: {} };

function sessionPath(): string {
  const { XDG_CONFIG_HOME: configured } = process.env;
  // The specification: what is not absolute is to be ignored.
  const folder =
    configured !== undefined && path.isAbsolute(configured) ? configured : path.join(homedir(), '.config');
  return path.join(folder, 'waybill', 'sessions.json');
}

/** One spelling of each server, without what commands add themselves. */
export function serverUrlOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  return (url.origin + url.pathname).replace(/\/+$/, '').replace(/\/v1$/, '');
}

/** The session that is kept for a server. */
export async function findSession(url: string): Promise<KeptSession | undefined> {
  return (await read()).servers[url];
}

/** The server of the last login. */
export async function findCurrentServer(): Promise<string | undefined> {
  return (await read()).current;
}

export async function keepSession(url: string, session: KeptSession): Promise<void> {
  const { servers } = await read();
  await write({ current: url, servers: { ...servers, [url]: session } });
}

export async function forgetSession(url: string): Promise<void> {
  const { servers, current } = await read();
  const others = Object.entries(servers).filter(([one]) => one !== url);
  await write({
    ...(current !== undefined && current !== url && { current }),
    servers: Object.fromEntries(others),
  });
}

async function read(): Promise<SessionFile> {
  const file = sessionPath();
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { servers } = content as Partial<SessionFile>;
    if (typeof servers === 'object') return content as SessionFile;
    throw new OperatorError(`${file} is not what waybill login writes. Remove it and log in again.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${file} cannot be read: ${messageOf(error)}. Remove it and log in again.`);
  }
}

/** Whole or not at all, and for nobody else's eyes, whatever the umask and whatever was there before. */
async function write(content: SessionFile): Promise<void> {
  const file = sessionPath();
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(temporary, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(temporary, 0o600);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new OperatorError(`${file} cannot be written: ${messageOf(error)}`);
  }
}
