import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  login,
  runToEnd,
  type Definition,
  type Paged,
  type Person,
  type Run,
} from '../support/api-client.ts';
import { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';

interface Entry {
  action: string;
  address: string | null;
  dateTime: string;
  detail: string | null;
  guid: string;
  outcome: string;
  requestId: string | null;
  target: string | null;
  user: Person | null;
  via: string;
}
type Told = Pick<Entry, 'action' | 'outcome' | 'target' | 'detail'>;

const MEMBER = 'heidi.walker@example.test';
const served = useServer({
  sample: true,
  users: {
    member: { email: MEMBER },
    locked: {},
    theirs: { elsewhere: true, role: 'administrator' },
  },
  env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
});

const list = async (query = '', api = served.admin): Promise<Paged<Entry>> => {
  const answer = await api.get<Paged<Entry>>(`/v1/audit?limit=400&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const told = ({ results }: { results: readonly Told[] }) =>
  results.map(({ action, outcome, target, detail }) => [action, outcome, target, detail]);
const tryLogin = (email: string, password: string) =>
  createApi(served.url).post('/v1/login', { email, password });
async function command(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await served.installation.run(args);
  expect(code, stderr).toBe(0);
  return stdout;
}
const listAll = async (...args: string[]): Promise<Paged<Entry & { workspaceId: number | null }>> =>
  JSON.parse(await command('audit', '--json', ...args)) as Paged<Entry & { workspaceId: number | null }>;

describe('runs and downloads', () => {
  let definition: Definition;
  let run: Run;

  beforeAll(async () => {
    const member = served.as('member');
    definition = await define(member, { name: 'Model 300' });
    run = await runToEnd(member, definition);
  });

  it('stand in the trail: who, what, how much of it, from where, under the request’s id', async () => {
    const member = served.as('member');
    const content = `${fileUrlOf(definition, run)}/content`;
    const file = run.files![0]!.guid;
    const whole = await member.send(content);
    const size = Number(whole.headers.get('content-length'));
    const part = await member.send(content, { headers: { Range: 'bytes=10-19' } });
    expect([whole.status, part.status]).toEqual([200, 206]);
    // What brings no content is no download.
    await member.send(content, { method: 'HEAD' });
    await member.send(content, { headers: { 'If-None-Match': whole.headers.get('etag')! } });
    await member.send(content, { headers: { Range: `bytes=${size}-` } });
    await member.get(fileUrlOf(definition, run));

    const name = 'Model 300 Export Results.zip';
    const { count, results } = await list(`user.email=${MEMBER}`);
    expect(told({ results })).toEqual([
      ['DOWNLOAD', 'STARTED', file, `bytes 10-19/${size} of ${name}`],
      ['DOWNLOAD', 'STARTED', file, name],
      ['RUN_START', 'DONE', run.guid, 'Model 300'],
      ['LOGIN', 'DONE', MEMBER, null],
    ]);
    expect(count).toBe(4);
    expect(results.map(({ requestId }) => requestId).slice(0, 2)).toEqual([
      part.headers.get('x-request-id'),
      whole.headers.get('x-request-id'),
    ]);
    for (const { user, address, via } of results)
      expect([user, address, via]).toEqual([run.creator, '127.0.0.1', 'API']);
    expect(results.find(({ action }) => action === 'RUN_START')!.dateTime).toBe(run.creationDateTime);
    expect(new Set(results.map(({ guid }) => guid)).size).toBe(4);
  });

  it('a run that is sent again with its Idempotency-Key is started once', async () => {
    const before = (await list('action=RUN_START')).count;
    for (let round = 0; round < 2; round += 1)
      await served
        .as('member')
        .post(`/v1/exports/${definition.guid}/runs`, {}, { 'Idempotency-Key': 'once' });
    expect((await list('action=RUN_START')).count).toBe(before + 1);
  });

  it('an abort has who did it, and one that changes nothing has no line', async () => {
    await served.restart(['--sample', '--workers', '0']);
    const { body: queued } = await served
      .as('member')
      .post<Run>(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
    for (let round = 0; round < 2; round += 1)
      await served.admin.post(`/v1/exports/${definition.guid}/runs/${queued.guid}/abort`);
    const { results } = await list('action=RUN_ABORT');
    expect(results.map(({ target, user }) => [target, user?.email])).toEqual([[queued.guid, ADMIN_EMAIL]]);
  });
});

describe('logins', () => {
  it('right, wrong and closed out are told, with the address that was tried and never the password', async () => {
    const email = 'locked@example.test';
    for (let attempt = 0; attempt < 5; attempt += 1) await tryLogin(email, `sesame ${attempt}`);
    // However often a closed account is tried, one line.
    for (const password of [PASSWORD, 'sesame'])
      expect(codesOf(await tryLogin(email, password))[1]).toBe(4083);
    const { results } = await list(`action=login&target=${email}`);
    expect(told({ results })).toEqual([
      ['LOGIN', 'ACCOUNT_LOCKED', email, null],
      ...Array.from({ length: 5 }, () => ['LOGIN', 'WRONG_CREDENTIALS', email, null]),
      ['LOGIN', 'DONE', email, null],
    ]);
    expect(results.map(({ user }) => user?.email)).toEqual([...Array.from({ length: 6 }), email]);
    expect(await command('audit', '--json', '--limit', '1000')).not.toMatch(/sesame|correct horse/);
  });

  it('of an address that nobody has belong to no workspace: the command line shows them', async () => {
    const email = 'ghost\u001b[31m\u0085DONE\u202e@example.test';
    expect(codesOf(await tryLogin(email, 'x'))).toEqual([400, 4001]);
    for (const api of [served.admin, served.as('theirs')])
      expect((await list('target=ghost*', api)).count).toBe(0);
    const { count, results } = await listAll('--target', 'ghost*');
    expect([count, results[0]!.workspaceId, results[0]!.target]).toEqual([1, null, email]);
    const table = await command('audit', '--target', 'ghost*');
    expect(table.split('\n')).toHaveLength(3);
    expect(table).toContain('ghost\\u{1b}[31m\\u{85}DONE\\u{202e}@example.test');
  });

  it('of somebody who is known elsewhere stand where they are known, whatever workspace is named', async () => {
    const email = 'two@example.test';
    for (const workspaceId of [WORKSPACE_ID, OTHER_WORKSPACE_ID])
      await command('user', 'add', '--email', email, '--workspace', String(workspaceId));
    const trails = () =>
      Promise.all(
        [served.admin, served.as('theirs')].map(async (api) =>
          (await list(`action=LOGIN&target=${email}`, api)).results.map(({ outcome }) => outcome),
        ),
      );
    const api = createApi(served.url);
    const texts: string[] = [];
    const attempt = async (workspaceId?: number) => {
      const answer = await api.post('/v1/login', {
        email,
        password: 'wrong',
        ...(workspaceId && { workspaceId }),
      });
      texts.push(answer.text);
    };
    await attempt(999_999_999);
    expect(await trails()).toEqual([['WRONG_CREDENTIALS'], ['WRONG_CREDENTIALS']]);
    await attempt();
    expect(await trails()).toEqual([
      ['WRONG_CREDENTIALS', 'WRONG_CREDENTIALS'],
      ['WRONG_CREDENTIALS', 'WRONG_CREDENTIALS'],
    ]);
    await attempt(OTHER_WORKSPACE_ID);
    expect((await trails()).map(({ length }) => length)).toEqual([2, 3]);
    await attempt(999_999_999);
    await attempt(999_999_999);
    expect(new Set(texts).size).toBe(1);
    await attempt(999_999_999);
    await attempt(OTHER_WORKSPACE_ID);
    expect((await trails()).map(([newest, ...others]) => [newest, others.length])).toEqual([
      ['ACCOUNT_LOCKED', 4],
      ['ACCOUNT_LOCKED', 5],
    ]);
    expect((await listAll('--action', 'LOGIN', '--target', email)).count).toBe(11);
  });

  it('with something else than an e-mail address do not keep it: it may be the password', async () => {
    expect(codesOf(await tryLogin('tr0ub4dor&3', 'ada@example.test'))).toEqual([400, 4001]);
    const { results } = await listAll('--action', 'LOGIN', '--limit', '1');
    expect(told({ results })).toEqual([['LOGIN', 'WRONG_CREDENTIALS', null, null]]);
    expect(await command('audit', '--json', '--limit', '1000')).not.toContain('tr0ub4dor');
  });

  it('and logouts', async () => {
    const session = await login(served.url, { email: MEMBER, password: PASSWORD });
    await session.send('/v1/logout', { method: 'PUT' });
    const { results } = await list(`user.email=${MEMBER}`);
    expect(told({ results }).slice(0, 2)).toEqual([
      ['LOGOUT', 'DONE', null, null],
      ['LOGIN', 'DONE', MEMBER, null],
    ]);
  });
});

it('tokens: given, refused for the secret, for an unknown client, for what is asked', async () => {
  const client = JSON.parse(
    await command('client', 'add', '--name', 'erp', '--workspace', String(WORKSPACE_ID), '--json'),
  ) as {
    clientId: string;
    clientSecret: string;
    userGuid: string;
  };
  const ask = async (fields: Record<string, string>): Promise<number> => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...fields });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await createApi(served.url).send('/oauth2/token', {
      method: 'POST',
      text: form.toString(),
      headers,
    });
    return answer.status;
  };
  const right = { client_id: client.clientId, client_secret: client.clientSecret };
  expect(await ask(right)).toBe(200);
  // However often in a minute, one line.
  for (let round = 0; round < 3; round += 1)
    expect(await ask({ ...right, client_secret: 'guess' })).toBe(401);
  expect(await ask({ ...right, scope: 'everything' })).toBe(400);
  // The secret in the field of the id, as it happens; of ids that nobody has one line a minute, too.
  expect(await ask({ client_id: client.clientSecret, client_secret: client.clientSecret })).toBe(401);
  for (const id of ['A', 'B']) expect(await ask({ client_id: id.repeat(20), client_secret: 'x' })).toBe(401);
  await command('client', 'revoke', client.clientId);
  expect(await ask(right)).toBe(401);

  const { results } = await list(`target=${client.clientId}`);
  expect(told({ results })).toEqual([
    ['TOKEN', 'WRONG_CREDENTIALS', client.clientId, null],
    ['CLIENT_REVOKE', 'DONE', client.clientId, null],
    ['TOKEN', 'REFUSED', client.clientId, 'invalid_scope'],
    ['TOKEN', 'WRONG_CREDENTIALS', client.clientId, null],
    ['TOKEN', 'DONE', client.clientId, null],
    ['CLIENT_ADD', 'DONE', client.clientId, 'erp'],
  ]);
  expect(results.map(({ user, via }) => [user?.guid, via])).toEqual([
    [undefined, 'API'],
    [undefined, 'COMMAND_LINE'],
    [client.userGuid, 'API'],
    [undefined, 'API'],
    [client.userGuid, 'API'],
    [undefined, 'COMMAND_LINE'],
  ]);
  const all = await listAll('--action', 'TOKEN');
  expect(told({ results: all.results.filter(({ workspaceId }) => workspaceId === null) })).toEqual([
    ['TOKEN', 'WRONG_CREDENTIALS', null, null],
  ]);
  expect(JSON.stringify(all)).not.toContain(client.clientSecret);
});

it('administration by the command line', async () => {
  const { installation } = served;
  const bundle = await installation.write('little', { 'SPECS.csv': 'number,name\r\nL-1,Little\r\n' });
  const email = 'new@example.test';
  const since = (await list()).count;
  await command('user', 'add', '--email', email, '--workspace', String(WORKSPACE_ID));
  await command(
    'user',
    'add',
    '--email',
    email,
    '--workspace',
    String(WORKSPACE_ID),
    '--role',
    'administrator',
  );
  await command('user', 'add', '--email', email, '--workspace', String(OTHER_WORKSPACE_ID));
  await command('user', 'logout', '--email', email, '--workspace', String(WORKSPACE_ID));
  await command('user', 'remove', '--email', email, '--workspace', String(WORKSPACE_ID));
  await command('workspace', 'allow', 'add', '127.0.0.0/8', '--workspace', String(WORKSPACE_ID));
  await command('workspace', 'allow', 'remove', '127.0.0.0/8', '--workspace', String(WORKSPACE_ID));
  await command('import', bundle, '--workspace', String(WORKSPACE_ID));
  await command('backup', path.join(installation.dir, 'copy'));
  const { count, results } = await list();
  const news = results.slice(0, count - since);
  expect(told({ results: news })).toEqual([
    ['BACKUP', 'STARTED', 'copy', null],
    // An item and its revision.
    ['IMPORT', 'DONE', 'little', 'created 2, updated 0, unchanged 0'],
    ['ADDRESS_REMOVE', 'DONE', '127.0.0.0/8', null],
    ['ADDRESS_ALLOW', 'DONE', '127.0.0.0/8', null],
    ['USER_REMOVE', 'DONE', email, null],
    ['USER_LOGOUT', 'DONE', email, 'sessions: 0'],
    // Its password is the one of the other workspace too.
    ['USER_CHANGE', 'DONE', email, 'new password'],
    ['USER_CHANGE', 'DONE', email, 'administrator, new password'],
    ['USER_ADD', 'DONE', email, 'member, new password'],
  ]);
  for (const { user, address, via, requestId } of news)
    expect([user, address, via, requestId]).toEqual([null, null, 'COMMAND_LINE', null]);
  const first = results.at(-1)!;
  expect(told({ results: [first] })).toEqual([['WORKSPACE_ADD', 'DONE', 'Waybill', null]]);
}, 180_000);

describe('who may read it', () => {
  it('an administrator, and of the own workspace only', async () => {
    const everything = await list('', served.as('theirs'));
    const theirs = { results: everything.results.filter(({ target }) => target !== 'two@example.test') };
    expect(told(theirs).filter(([action]) => action !== 'USER_ADD')).toEqual([
      ['BACKUP', 'STARTED', 'copy', null],
      ['LOGIN', 'DONE', 'theirs@example.test', null],
      ['WORKSPACE_ADD', 'DONE', 'Elsewhere', null],
    ]);
    expect(
      told(theirs)
        .filter(([action]) => action === 'USER_ADD')
        .map(([, , target]) => target),
    ).toEqual(['new@example.test', 'theirs@example.test']);
    expect((await list(`user.email=${MEMBER}`, served.as('theirs'))).count).toBe(0);
  });

  it('a member and who has no session are refused', async () => {
    expect(codesOf(await served.as('member').get('/v1/audit'))).toEqual([403, 3024]);
    expect(codesOf(await createApi(served.url).get('/v1/audit'))).toEqual([401, 401]);
  });
});

describe('the list', () => {
  it('is paged, the newest first', async () => {
    const { count, results } = await list();
    const page = (await served.admin.get<Paged<Entry>>('/v1/audit?offset=2&limit=3')).body;
    expect([page.count, page.results]).toEqual([count, results.slice(2, 5)]);
    const times = results.map(({ dateTime }) => dateTime);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is filtered by action, outcome, user, target and time', async () => {
    const { results: all } = await list();
    const member = all.find(({ user }) => user?.email === MEMBER)!.user!;
    const at = all[5]!.dateTime;
    const cases: [string, (entry: Entry) => boolean][] = [
      ['action=DOWNLOAD', ({ action }) => action === 'DOWNLOAD'],
      ['outcome=wrong_credentials', ({ outcome }) => outcome === 'WRONG_CREDENTIALS'],
      [`user.guid=${member.guid}`, ({ user }) => user?.guid === member.guid],
      ['user.email=HEIDI*', ({ user }) => user?.email === MEMBER],
      ['target=*@example.test', ({ target }) => target?.endsWith('@example.test') === true],
      [`dateTimeFrom=${at}`, ({ dateTime }) => dateTime >= at],
      [`dateTimeTo=${at}`, ({ dateTime }) => dateTime <= at],
      [
        `dateTimeFrom=${at}&dateTimeTo=${at}&action=LOGIN`,
        ({ dateTime, action }) => dateTime === at && action === 'LOGIN',
      ],
    ];
    for (const [query, holds] of cases) expect((await list(query)).results, query).toEqual(all.filter(holds));
    const byCommand = await listAll(
      '--workspace',
      String(WORKSPACE_ID),
      '--action',
      'LOGIN',
      '--user',
      MEMBER,
    );
    expect(byCommand.results.map(({ workspaceId, ...entry }) => [workspaceId, entry])).toEqual(
      all
        .filter(({ action, user }) => action === 'LOGIN' && user?.email === MEMBER)
        .map((entry) => [WORKSPACE_ID, entry]),
    );
    const since = await listAll(
      '--workspace',
      String(WORKSPACE_ID),
      '--from',
      at,
      '--to',
      at,
      '--limit',
      '400',
    );
    expect(since.count).toBe(all.filter(({ dateTime }) => dateTime === at).length);
  });

  it.each([
    ['action=STEAL', [400, 3006]],
    ['dateTimeFrom=yesterday', [400, 4323]],
    ['dateTimeFrom=2026-01-02T00:00:00Z&dateTimeTo=2026-01-01T00:00:00Z', [400, 3293]],
    ['limit=0', [400, 3041]],
    ['password=x', [400, 3019]],
  ])('refuses what is wrong in its query: %s', async (query, codes) => {
    expect(codesOf(await served.admin.get(`/v1/audit?${query}`))).toEqual(codes);
  });
});
