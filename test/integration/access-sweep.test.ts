import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapiPage } from '../../scripts/docs/openapi.ts';
import {
  ADMINISTERED_ROWS,
  CALLERS,
  expectedOf,
  IMPORT_ROWS,
  LAST_ROWS,
  OPEN_ROWS,
  PAGE_ROWS,
  pathOf,
  RUN_ROWS,
  USER_ROWS,
  withHead,
  WORKSPACE_ROWS,
  type CallerName,
  type Row,
  type Subjects,
} from '../support/access-table.ts';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  runToEnd,
  type Answer,
  type Api,
  type RunFile,
} from '../support/api-client.ts';
import {
  ADMIN_EMAIL,
  loginAs,
  OTHER_WORKSPACE_ID,
  PASSWORD,
  WORKSPACE_ID,
  type TestServer,
} from '../support/installation.ts';
import { importTo, uploadOf } from '../support/imports.ts';
import { PROJECT_DIR } from '../support/processes.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';

const EMAILS = {
  owner: 'olga.owner@example.test',
  colleague: 'colleague@example.test',
  administrator: ADMIN_EMAIL,
  stranger: 'stranger@elsewhere.test',
  'their administrator': 'boss@elsewhere.test',
};
const REMOVED = 'removed@example.test';
const IDLER = 'ida.idler@example.test';
const ITEM = { number: 'SECRET-00001', name: 'Secret Model', guid: 'SECRET0ITEM0REVISION' };
const ITEM_FILE = { name: 'secret-drawing.txt', guid: 'SECRET0ITEM0DRAWING0', content: 'secret measures' };
const BUNDLE = {
  'SPECS.csv': `number,name,guid\r\n${ITEM.number},${ITEM.name},${ITEM.guid}\r\n`,
  'FILES.csv': `parent.number,file.name,file.guid,contentPath\r\n${ITEM.number},${ITEM_FILE.name},${ITEM_FILE.guid},files/drawing.txt\r\n`,
  'files/drawing.txt': ITEM_FILE.content,
};

let installation: OpenInstallation;
let server: TestServer;
let callers: Record<CallerName, Api>;
let subjects: Subjects;
/** What only users of the workspace may read. */
let secrets: readonly string[];

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--bundle', await installation.write('bundle', BUNDLE)]);
  const [client] = await Promise.all([addClient('Machine'), installation.addOtherWorkspace()]);
  const idleClient = await addClient('Idle');
  await addUsers();
  callers = await openAll(client);
  const { owner } = callers;
  const criteria = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: ITEM.number }]];
  const definition = await define(owner, { name: 'Private Definition', criteria });
  const run = await runToEnd(owner, definition);
  const { body: file } = await owner.get<RunFile>(fileUrlOf(definition, run));
  const imported = await importTo(
    callers.administrator,
    [{ name: `${ITEM.number}.csv`, text: `number\n${ITEM.number}\n` }],
    { to: 'COMPLETE' },
  );
  subjects = {
    import: imported.guid,
    definition: definition.guid,
    run: run.guid,
    file: file.guid,
    item: ITEM.guid,
    itemFile: ITEM_FILE.guid,
    credentials: { email: EMAILS.colleague, password: PASSWORD },
    client,
    idleClient: idleClient.clientId,
    ...(await openIdle()),
  };
  const { creator } = definition;
  secrets = [
    ...[definition.name, definition.guid, run.guid, file.guid, file.sha256, imported.guid],
    ...[creator.guid, creator.fullName, EMAILS.owner, ...Object.values(ITEM), ...Object.values(ITEM_FILE)],
  ];
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

async function addClient(name: string): Promise<Subjects['client']> {
  const args = ['--json', 'client', 'add', '--workspace', String(WORKSPACE_ID), '--name', name];
  const { code, stdout, stderr } = await installation.run(args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Subjects['client'];
}

async function addUsers(): Promise<void> {
  for (const email of [EMAILS.owner, EMAILS.colleague, IDLER]) await installation.addUser({ email });
  await installation.addUser({ email: REMOVED, role: 'administrator' });
  const workspaceId = OTHER_WORKSPACE_ID;
  await installation.addUser({ email: EMAILS.stranger, workspaceId });
  await installation.addUser({ email: EMAILS['their administrator'], role: 'administrator', workspaceId });
}

async function openAll(client: Subjects['client']): Promise<Record<CallerName, Api>> {
  const [leaving, removed] = [await loginAs(server, EMAILS.owner), await loginAs(server, REMOVED)];
  await leaving.send('/v1/logout', { method: 'PUT' });
  await installation.query('UPDATE users SET role = NULL, account_id = NULL WHERE email = $1', [REMOVED]);
  return {
    'no session': createApi(server.url),
    'an unknown token': createApi(server.url, 'A'.repeat(43)),
    'a logged-out token': leaving,
    'an expired session': expiring(await loginAs(server, EMAILS.owner)),
    'a user who was removed from the workspace': removed,
    owner: await loginAs(server, EMAILS.owner),
    colleague: await loginAs(server, EMAILS.colleague),
    'machine client': await openMachine(client),
    administrator: await loginAs(server, ADMIN_EMAIL),
    stranger: await loginAs(server, EMAILS.stranger),
    'their administrator': await loginAs(server, EMAILS['their administrator']),
  };
}

async function openIdle(): Promise<Pick<Subjects, 'idler' | 'idlersSession'>> {
  await loginAs(server, IDLER);
  const [found] = await installation.query<{ idler: string; idlersSession: string }>(
    'SELECT u.guid AS idler, s.guid AS "idlersSession" FROM users u JOIN sessions s ON s.user_id = u.id WHERE u.email = $1',
    [IDLER],
  );
  return found!;
}

async function openMachine({ clientId, clientSecret }: Subjects['client']): Promise<Api> {
  const { body } = await createApi(server.url).send<{ access_token: string }>('/oauth2/token', {
    method: 'POST',
    ...formOf({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  });
  return createApi(server.url, body.access_token);
}

const formOf = (fields: Readonly<Record<string, string>>) => ({
  text: new URLSearchParams(fields).toString(),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
});

/**
 * Expired during each call only, by half a minute: logins forget what has been expired for a minute, and its token would be one that is
 * unknown.
 */
function expiring(session: Api): Api {
  async function rest(idle: string): Promise<void> {
    const rows = await installation.query(
      'UPDATE sessions SET last_used_at = now() - $1::interval WHERE token_hash = sha256($2) RETURNING user_id',
      [idle, Buffer.from(session.token!)],
    );
    expect(rows).toHaveLength(1);
  }
  return {
    ...session,
    async send(target, request) {
      await rest('90 minutes 30 seconds');
      const answer = await session.send<never>(target, request);
      await rest('0');
      return answer;
    },
  };
}

/** A session for one call, of those who have one. */
async function openAgain(caller: CallerName): Promise<Api> {
  if (caller === 'machine client') return openMachine(subjects.client);
  return caller in EMAILS ? loginAs(server, EMAILS[caller as keyof typeof EMAILS]) : callers[caller];
}

async function call(row: Row, caller: CallerName, method: string): Promise<Answer<unknown>> {
  const api = row.endsSession === true ? await openAgain(caller) : callers[caller];
  return api.send(pathOf(row, subjects), {
    method,
    ...(row.body !== undefined && { body: row.body(subjects) }),
    ...(row.form !== undefined && formOf(row.form(subjects))),
    ...(row.upload !== undefined && uploadOf([row.upload])),
  });
}

/** What an answer says, but for what the request said itself. */
function expectSilence(row: Row, { headers, text }: Answer<unknown>): void {
  const asked = pathOf(row, subjects);
  const said = JSON.stringify([...headers]) + text;
  for (const secret of secrets) if (!asked.includes(secret)) expect(said).not.toContain(secret);
}

function expectRefusal({ headers }: Answer<unknown>): void {
  for (const name of ['etag', 'last-modified', 'content-disposition', 'repr-digest', 'set-cookie'])
    expect(headers.get(name), name).toBeNull();
}

/** Every row with every caller; a GET as HEAD too, of which no code can be seen. */
function sweep(rows: readonly Row[]): void {
  for (const row of rows) {
    for (const route of withHead([row.route])) {
      const method = route.split(' ', 1)[0]!;
      describe([route + (row.query ?? ''), row.note ?? ''].join(' ').trim(), () => {
        it.each(Object.keys(CALLERS) as CallerName[])('%s', async (caller) => {
          const column = CALLERS[caller];
          const answer = await call(row, caller, method);
          const expected = expectedOf(row, caller);
          expect(codesOf(answer), answer.text).toEqual(method === 'HEAD' ? [expected[0]] : expected);
          const isRefused = answer.status >= 400;
          if (isRefused) expectRefusal(answer);
          if (isRefused || column === 'nobody' || column === 'stranger') expectSilence(row, answer);
        });
      });
    }
  }
}

describe('for everybody', () => {
  sweep(OPEN_ROWS);
  sweep(PAGE_ROWS);
});
describe('for users, each in the own workspace [API-6, API-7, API-8, API-9, API-97]', () => {
  sweep(USER_ROWS);
});
describe('what a workspace has is for every user of it, and nobody else [API-155]', () => {
  sweep(WORKSPACE_ROWS);
});
describe('imports are for administrators of the workspace', () => {
  sweep(IMPORT_ROWS);
});
describe('administering is for administrators, each of the own workspace', () => {
  sweep(ADMINISTERED_ROWS);
});
describe('a run and its file are for the user who ran it [API-58, API-158, API-159, API-160]', () => {
  sweep(RUN_ROWS);
});

describe('signing out everywhere', () => {
  sweep(LAST_ROWS);
});

describe('the table', () => {
  const documented = [OPEN_ROWS, USER_ROWS, WORKSPACE_ROWS, IMPORT_ROWS, ADMINISTERED_ROWS, RUN_ROWS]
    .flat()
    .map(({ route }) => route);

  it('names every operation of openapi.json, and no other', async () => {
    const { paths } = JSON.parse(await readFile(path.join(PROJECT_DIR, 'openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const operations = Object.entries(paths).flatMap(([one, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${one}`),
    );
    expect([...new Set(documented)].sort()).toEqual(operations.sort());
  });

  it('names every route that a server has, described or not, and no other', async () => {
    const routes: string[] = [];
    const listen = (message: unknown): void => {
      (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) routes.push(`${one} ${url.replace(/:([A-Za-z]+)/g, '{$1}')}`);
      });
    };
    subscribe('fastify.initialization', listen);
    await openapiPage().finally(() => unsubscribe('fastify.initialization', listen));
    const pages = PAGE_ROWS.map(({ route }) => route);
    expect(withHead([...documented, ...pages]).sort()).toEqual(routes.sort());
  });
});
