import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApi, type Definition, type Run } from './api-client.ts';
import { readMembers } from './exports.ts';
import { importTo } from './imports.ts';
import { loginAs, OTHER_WORKSPACE_ID, WORKSPACE_ID, type TestServer } from './installation.ts';
import { isolatedRecords, knownOf, MARKS, type Mark } from './isolation-records.ts';
import { createSecretLedger } from './secrets.ts';
import { createInstallation, type OpenInstallation } from './server.ts';
import { ALL_ITEMS, ALL_VIEWS } from './view-records.ts';

/** GUIDs: each workspace's own. */
const GUIDS = /(?<![A-Za-z0-9])[A-Z0-9]{20}(?![A-Za-z0-9])/g;
/** Digests of run files: of whoever ran them. */
const DIGESTS = /(?<![a-f0-9])[a-f0-9]{64}(?![a-f0-9])/g;

/** A user in one workspace, with a session. Whoever is in both is two of them. */
export interface Member {
  readonly name: string;
  readonly email: string;
  readonly mark: Mark;
  readonly token: string;
}

export interface KnownDefinition {
  readonly owner: Member;
  readonly guid: string;
}
export interface KnownRun extends KnownDefinition {
  readonly definition: string;
  readonly file: string;
}
/** What has been made, by whom: what requests are about. */
export interface Known {
  readonly definitions: readonly KnownDefinition[];
  readonly runs: readonly KnownRun[];
  /** One of each workspace, with a problem. */
  readonly imports: Readonly<Record<Mark, string>>;
}

export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** About a run of the caller's: two that ended in the same second have the same file. */
  readonly isOwn?: boolean;
}
export interface Heard {
  readonly status: number;
  /** But for those that differ with each request. */
  readonly headers: string;
  readonly text: string;
  /** Of JSON. */
  readonly body: unknown;
}

export interface IsolationWorld {
  readonly server: TestServer;
  readonly members: readonly Member[];
  /** Everybody's first definition, with a run of it. */
  readonly first: Known;
  /** Asks, and throws when the answer, or a file in it, tells what is not the caller's. */
  ask(member: Member, question: Question): Promise<Heard>;
  /** What a workspace has said of another, and may be told again. */
  allow(mark: Mark, text: string): void;
  /** What is wrong with what an answer says. */
  findLeaks(member: Member, text: string, asked: string): string[];
  close(): Promise<void>;
}

const OFFICES = { ALPHA: WORKSPACE_ID, BRAVO: OTHER_WORKSPACE_ID } as const;
const BOTH = 'vera@both.test';

/** Two administrators, two members, and one who is a member here and an administrator there. */
const PEOPLE: readonly {
  readonly email: string;
  readonly mark: Mark;
  readonly role: 'member' | 'administrator';
}[] = [
  { email: 'anna@alpha.test', mark: 'ALPHA', role: 'member' },
  { email: 'adam@alpha.test', mark: 'ALPHA', role: 'administrator' },
  { email: 'bert@bravo.test', mark: 'BRAVO', role: 'member' },
  { email: 'bea@bravo.test', mark: 'BRAVO', role: 'administrator' },
  { email: BOTH, mark: 'ALPHA', role: 'member' },
  { email: BOTH, mark: 'BRAVO', role: 'administrator' },
];

export async function createIsolationWorld(): Promise<IsolationWorld> {
  const installation = await createInstallation();
  try {
    return await populate(installation);
  } catch (error) {
    await installation.remove();
    throw error;
  }
}

async function populate(installation: OpenInstallation): Promise<IsolationWorld> {
  const bundles = new Map<Mark, string>();
  for (const mark of MARKS) bundles.set(mark, await installation.write(mark, isolatedRecords(mark)));
  const [server] = await Promise.all([
    installation.serve(['--bundle', bundles.get('ALPHA')!]),
    installation.addOtherWorkspace(),
  ]);
  for (const { email, mark, role } of PEOPLE.slice(0, -1))
    await installation.addUser({ email, role, workspaceId: OFFICES[mark] });
  const [{ email, mark, role }] = PEOPLE.slice(-1) as [(typeof PEOPLE)[number]];
  const workspace = ['--workspace', String(OFFICES[mark])];
  await Promise.all(
    [
      ['import', bundles.get('BRAVO')!, ...workspace],
      // By the command: the account that the last but one has already.
      [
        ...['user', 'add', ...workspace, '--email', email, '--name', 'Vera Both', '--role', role],
        ...['--password-file', path.join(installation.dir, 'password-of-users')],
      ],
    ].map((args) => succeed(installation.run(args))),
  );
  const members: Member[] = [];
  for (const { email, mark } of PEOPLE) {
    const { token } = await loginAs(server, email, OFFICES[mark]);
    members.push({ name: `${email.split('@', 1)[0]!} of ${mark}`, email, mark, token: token! });
  }

  const ofWorkspaces = createSecretLedger(GUIDS);
  const ofUsers = createSecretLedger(DIGESTS);
  for (const mark of MARKS) ofWorkspaces.addMark(mark, mark);

  const findLeaks = ({ mark, name }: Member, text: string, asked: string): string[] => [
    ...ofWorkspaces.findForeign(mark, text, asked),
    ...ofUsers.findForeign(name, text, asked),
  ];

  /** What an archive has in it, names and contents. */
  async function unpacked(bytes: Buffer): Promise<string> {
    const file = path.join(installation.dir, 'archive.zip');
    await writeFile(file, bytes);
    return [...(await readMembers(file))]
      .map(([name, content]) => `${name}\n${content.toString('latin1')}`)
      .join('\n');
  }

  async function ask(
    member: Member,
    { method = 'GET', path: where, body, headers = {}, isOwn = false }: Question,
  ): Promise<Heard> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(server.url + where, {
      method,
      headers: {
        arena_session_id: member.token,
        ...(payload !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { body: payload }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isArchive = response.ok && response.headers.get('content-type') === 'application/zip';
    const text = isArchive && method === 'GET' ? await unpacked(bytes) : bytes.toString();
    const said = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const whole = `${response.status} ${response.statusText}\n${said}\n${text}`;
    const asked = `${decodeURIComponent(where)} ${payload ?? ''}`;
    if (isOwn) ofUsers.learn(member.name, whole, asked);
    const leaks = findLeaks(member, whole, asked);
    if (leaks.length > 0)
      throw new Error(
        `${member.name} is told ${leaks.join(', ')} by ${method} ${where} ${payload ?? ''}\n${whole.slice(0, 2_000)}`,
      );
    // The document's examples have GUIDs that are nobody's.
    if (where.startsWith('/v1/')) ofWorkspaces.learn(member.mark, whole, asked);
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: [...response.headers]
        .filter(([name]) => !PASSING.has(name))
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  const definitions: KnownDefinition[] = [];
  const runs: KnownRun[] = [];
  for (const owner of members) {
    const { body } = await ask(owner, {
      method: 'POST',
      path: '/v1/exports',
      body: definitionBody(owner, 'first'),
    });
    const definition = { owner, guid: (body as Definition).guid };
    definitions.push(definition);
    const { body: run } = await ask(owner, {
      method: 'POST',
      path: `/v1/exports/${definition.guid}/runs`,
      body: {},
      headers: { Prefer: 'wait=60' },
    });
    const { guid, files } = run as Run;
    const known = { owner, definition: definition.guid, guid, file: files![0]!.guid };
    runs.push(known);
    const place = `/v1/exports/${known.definition}/runs/${known.guid}/files/${known.file}`;
    await ask(owner, { path: place, isOwn: true });
    // Else an answer without leaks could be one without anything.
    const { text } = await ask(owner, { path: `${place}/content`, isOwn: true });
    for (const word of [`${owner.mark}-byte`, ...knownOf(owner.mark).numbers])
      if (!text.includes(word)) throw new Error(`the export of ${owner.name} lacks ${word}`);
  }

  const imports: Partial<Record<Mark, string>> = {};
  for (const mark of MARKS) {
    const administrator = members.find((one) => one.mark === mark && /^(adam|bea)@/.test(one.email));
    const table = { name: `${mark}.csv`, text: `number,${mark}\n${mark}-1,\n` };
    const api = createApi(server.url, administrator!.token);
    const files = [{ name: table.name, view: 'SPECS', columns: { [mark]: 'standardCost', number: null } }];
    const { guid } = await importTo(api, [table], { to: 'CHECKED', mapping: { files } });
    imports[mark] = guid;
    const { text } = await ask(administrator!, { path: `/v1/imports/${guid}` });
    if (!text.includes('is missing')) throw new Error(`nothing is wrong with the import of ${mark}: ${text}`);
  }

  return {
    server,
    members,
    first: { definitions, runs, imports: imports as Record<Mark, string> },
    ask,
    allow: (mark, text) => ofWorkspaces.allow(mark, text),
    findLeaks,
    async close() {
      const code = await server.stop();
      await installation.remove();
      if (code !== 0) throw new Error(`the server ended with ${code ?? 'a signal'}: ${server.output()}`);
    },
  };
}

/** Another time and request, and how many requests are left. */
const PASSING = new Set(['date', 'x-request-id', 'x-arena-requests-remaining', 'connection', 'keep-alive']);

/** Everything of the workspace, with its files. */
export function definitionBody({ mark }: Member, name: string, more: object = {}): object {
  const options = {
    exportViews: ALL_VIEWS,
    fileContent: { item: 'ALL', supplierItem: 'ALL' },
    bomLevels: 'FULL',
  };
  return { name: `${mark}-${name}`, world: 'ITEMS', criteria: ALL_ITEMS, options, ...more };
}

async function succeed(
  running: Promise<{ readonly code: number | null; readonly stderr: string }>,
): Promise<void> {
  const { code, stderr } = await running;
  if (code !== 0) throw new Error(`a command ended with ${code ?? 'a signal'}: ${stderr}`);
}
