import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApi, define, login, ONE_ITEM, runToEnd, type Api } from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  OTHER_WORKSPACE_ID,
  PASSWORD,
  WORKSPACE_ID,
  type CommandResult,
} from '../support/launch.ts';
import type { ApiDocument } from './document.ts';

/** Who asks. Requests name them, so that a seed gives the same requests on every installation. */
export const LIVE_SESSIONS = ['administrator', 'member', 'machine', 'stranger'] as const;
/** And one that has been logged out. */
export const SESSIONS = [...LIVE_SESSIONS, 'ended'] as const;
export type SessionName = (typeof SESSIONS)[number];

/** What is there, in the workspace of the sample and in the stranger's. */
export const GUIDS = [
  'definition',
  'openDefinition',
  'run',
  'file',
  'item',
  'user',
  'foreignDefinition',
  'foreignRun',
  'foreignFile',
  'foreignItem',
] as const;
export type GuidName = (typeof GUIDS)[number];

/** Stands for a session's token or a GUID in a request; of characters that no encoding changes. */
export const nameFor = (name: SessionName | GuidName): string => `~${name}~`;

/** What requests are sent to. */
export interface Scene {
  readonly url: string;
  readonly document: ApiDocument;
  /** Only the stranger may see it: in the answer to any of another's requests it is a leak. */
  readonly secret: string;
  /** What shows {@link secret} to the stranger. */
  readonly secretPath: string;
  /** Puts tokens and GUIDs in the place of their names. */
  readonly fill: (text: string) => string;
  /** Those of {@link LIVE_SESSIONS} that a request with no fault is no longer answered for. */
  findDeadSessions(): Promise<SessionName[]>;
}

/** For the environment of `waybill serve`. All requests come from one address: a ceiling on wrong logins would be all that most of them meet. */
export const UNTHROTTLED = { WAYBILL_WRONG_LOGINS_PER_ADDRESS: 'none' };

export interface SceneSettings {
  readonly url: string;
  /** For a file or two. */
  readonly dir: string;
  /** `waybill …` on the server's installation, which has the sample workspace. */
  readonly command: (args: readonly string[]) => Promise<CommandResult>;
}

export async function prepareScene({ url, dir, command }: SceneSettings): Promise<Scene> {
  const passwordFile = path.join(dir, 'password-of-fuzzers');
  await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  const other = String(OTHER_WORKSPACE_ID);
  const succeed = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await command(args);
    if (code !== 0) throw new Error(`waybill ${args.join(' ')} ended with ${code ?? 'a signal'}: ${stderr}`);
    return stdout;
  };
  const addUser = (name: string, workspace: string) =>
    succeed(
      ...['user', 'add', '--workspace', workspace, '--email', emailOf(name), '--name', name],
      ...['--password-file', passwordFile],
    );
  const [client] = await Promise.all([
    succeed('--json', 'client', 'add', '--workspace', String(WORKSPACE_ID), '--name', 'Fuzzer'),
    addUser('member', String(WORKSPACE_ID)),
    succeed('workspace', 'add', '--id', other, '--name', 'Elsewhere').then(async () => {
      await addUser('stranger', other);
      await succeed('import', await writeBundle(dir), '--workspace', other);
    }),
  ]);

  const logIn = (email: string) => login(url, { email, password: PASSWORD });
  const administrator = await logIn(ADMIN_EMAIL);
  const [member, ended] = [await logIn(emailOf('member')), await logIn(emailOf('member'))];
  const stranger = await logIn(emailOf('stranger'));
  const machine = createApi(url, await machineToken(url, client));
  await ended.send('/v1/logout', { method: 'PUT' });

  const secret = `Secret ${randomBytes(10).toString('hex')}`;
  const [own, foreign] = [await recordsOf(member, 'Fuzzed'), await recordsOf(stranger, secret)];
  const open = await define(member, { name: 'Open', criteria: null });
  const names: Readonly<Record<SessionName | GuidName, string>> = {
    administrator: administrator.token!,
    member: member.token!,
    machine: machine.token!,
    stranger: stranger.token!,
    ended: ended.token!,
    ...own,
    openDefinition: open.guid,
    foreignDefinition: foreign.definition,
    foreignRun: foreign.run,
    foreignFile: foreign.file,
    foreignItem: foreign.item,
  };
  const { body: document } = await administrator.get<ApiDocument>('/openapi.json');
  return {
    url,
    document,
    secret,
    secretPath: `/v1/exports/${nameFor('foreignDefinition')}`,
    fill: (text) =>
      text.replace(/~([A-Za-z]+)~/g, (whole, name: string) =>
        Object.hasOwn(names, name) ? names[name as SessionName] : whole,
      ),
    async findDeadSessions() {
      const dead: SessionName[] = [];
      for (const name of LIVE_SESSIONS) {
        const answer = await fetch(`${url}/v1/exports?limit=1`, {
          headers: { arena_session_id: names[name] },
        });
        if (!answer.ok) dead.push(name);
        await answer.arrayBuffer();
      }
      return dead;
    },
  };
}

const emailOf = (name: string): string => `${name}@fuzz.test`;

async function writeBundle(dir: string): Promise<string> {
  const file = path.join(dir, 'SPECS.csv');
  await writeFile(file, 'number,name\r\n900-00001,Elsewhere\r\n');
  return dir;
}

async function machineToken(url: string, client: string): Promise<string> {
  const { clientId, clientSecret } = JSON.parse(client) as { clientId: string; clientSecret: string };
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { body } = await createApi(url).send<{ access_token: string }>('/oauth2/token', {
    method: 'POST',
    text: new URLSearchParams(form).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  return body.access_token;
}

/** A definition of somebody, its run and file, and an item. */
async function recordsOf(api: Api, name: string) {
  const definition = await define(api, { name, criteria: ONE_ITEM });
  const run = await runToEnd(api, definition);
  const { body } = await api.get<{ results: { guid: string }[] }>('/v1/items?number=900-00001');
  return {
    definition: definition.guid,
    run: run.guid,
    file: run.files![0]!.guid,
    item: body.results[0]!.guid,
    user: definition.creator.guid,
  };
}
