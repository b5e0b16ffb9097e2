import { describe, expect, it } from 'vitest';
import { codesOf, createApi, define, ONE_ITEM, runToEnd, type Answer } from '../support/api-client.ts';
import { PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userGuid: string;
}
interface Token {
  access_token: string;
  token_type: string;
  expires_in: number;
}
interface Refusal {
  error: string;
  error_description: string;
}

const GRANT = 'grant_type=client_credentials';
/** RFC 6749 §5.2. */
const DESCRIPTION = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

const served = useServer({ sample: true, flags: ['--log-level', 'info'] });

async function command<Result>(...args: string[]): Promise<Result> {
  const { code, stdout, stderr } = await served.installation.run(['--json', 'client', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Result;
}

/** One for the tests that only ask for tokens: a command costs a second of CPU. */
let shared: Promise<Client> | undefined;
const sharedClient = (): Promise<Client> => (shared ??= command<Client>('add', '--name', 'Shared'));

function ask<Body>(
  form: string,
  headers: Record<string, string> = {},
  path = '/oauth2/token',
): Promise<Answer<Body>> {
  return createApi(served.url).send<Body>(path, {
    method: 'POST',
    text: form,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
}

const inBody = ({ clientId, clientSecret }: Client): string =>
  `${GRANT}&client_id=${clientId}&client_secret=${clientSecret}`;
const basic = (id: string, secret: string): { Authorization: string } => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

async function tokenOf(client: Client): Promise<string> {
  const { status, body } = await ask<Token>(inBody(client));
  expect(status).toBe(200);
  return body.access_token;
}

function expectRefused(answer: Answer<Refusal>, status: number, error: string): void {
  expect([answer.status, answer.body.error], answer.text).toEqual([status, error]);
  expect(Object.keys(answer.body)).toEqual(['error', 'error_description']);
  expect(answer.body.error_description).toMatch(DESCRIPTION);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect([answer.headers.get('cache-control'), answer.headers.get('pragma')]).toEqual([
    'no-store',
    'no-cache',
  ]);
}

describe('POST /oauth2/token', () => {
  it('answers a token that is a session, and that no cache may keep [API-99]', async () => {
    const client = await sharedClient();
    const answer = await ask<Token>(inBody(client));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/) as string,
      token_type: 'Bearer',
      expires_in: 3_600,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('pragma')).toBe('no-cache');
    const nobody = createApi(served.url);
    const { access_token } = answer.body;
    for (const headers of [
      { Authorization: `Bearer ${access_token}` },
      { Authorization: `bearer ${access_token}` },
      { arena_session_id: access_token },
    ] as Record<string, string>[])
      expect((await nobody.send('/v1/exports', { headers })).status).toBe(200);
  });

  it('takes the credentials by HTTP Basic, form-urlencoded inside, with the scheme in any case', async () => {
    const { clientId, clientSecret } = await sharedClient();
    const encoded = Array.from(clientSecret, (one) => `%${one.charCodeAt(0).toString(16)}`).join('');
    for (const headers of [
      basic(clientId, clientSecret),
      basic(clientId, encoded),
      { Authorization: basic(clientId, clientSecret).Authorization.replace('Basic', 'bAsIc') },
    ])
      expect((await ask(GRANT, headers)).status).toBe(200);
    // Its id alone in the body is no second way of authentication.
    expect((await ask(`${GRANT}&client_id=${clientId}`, basic(clientId, clientSecret))).status).toBe(200);
  });

  it.each([
    ['a charset', {}, { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' }],
    ['a content type in capitals', {}, { 'Content-Type': 'APPLICATION/X-WWW-FORM-URLENCODED' }],
    ['parameters that nobody knows', { resource: 'x', audience: 'y' }, {}],
    ['an empty scope', { scope: '' }, {}],
  ])('takes %s', async (_, fields, headers) => {
    const form = `${inBody(await sharedClient())}&${new URLSearchParams(fields).toString()}`;
    expect((await ask(form, headers)).status).toBe(200);
  });

  it.each<[string, (client: Client) => string, [number, string]]>([
    ['nothing', () => '', [401, 'invalid_client']],
    [
      'no grant type',
      ({ clientId, clientSecret }) => `client_id=${clientId}&client_secret=${clientSecret}`,
      [400, 'invalid_request'],
    ],
    ['an empty grant type', (one) => inBody(one).replace('client_credentials', ''), [400, 'invalid_request']],
    [
      'another grant type',
      (one) => inBody(one).replace(GRANT, 'grant_type=password'),
      [400, 'unsupported_grant_type'],
    ],
    [
      'a grant type in capitals',
      (one) => inBody(one).replace(GRANT, GRANT.toUpperCase().replace('GRANT_TYPE', 'grant_type')),
      [400, 'unsupported_grant_type'],
    ],
    ['a scope', (one) => `${inBody(one)}&scope=everything`, [400, 'invalid_scope']],
    ['the grant type twice', (one) => `${inBody(one)}&${GRANT}`, [400, 'invalid_request']],
    ['an unknown parameter twice', (one) => `${inBody(one)}&x=1&x=2`, [400, 'invalid_request']],
    ['no secret', ({ clientId }) => `${GRANT}&client_id=${clientId}`, [401, 'invalid_client']],
    [
      'an empty secret',
      ({ clientId }) => `${GRANT}&client_id=${clientId}&client_secret=`,
      [401, 'invalid_client'],
    ],
    ['no id', ({ clientSecret }) => `${GRANT}&client_secret=${clientSecret}`, [401, 'invalid_client']],
    ['a wrong secret', (one) => `${inBody(one)}x`, [401, 'invalid_client']],
    [
      'a wrong secret and a wrong grant type',
      (one) => `${inBody(one)}x`.replace(GRANT, 'grant_type=x'),
      [401, 'invalid_client'],
    ],
    [
      'an unknown client',
      ({ clientSecret }) => `${GRANT}&client_id=AAAAAAAAAAAAAAAAAAAA&client_secret=${clientSecret}`,
      [401, 'invalid_client'],
    ],
    [
      'NUL and half a character',
      () => `${GRANT}&client_id=%00%ED%A0%80&client_secret=%00`,
      [401, 'invalid_client'],
    ],
    [
      'text that looks like SQL',
      () => `${GRANT}&client_id='OR 1=1--&client_secret='OR 1=1--`,
      [401, 'invalid_client'],
    ],
    ['JSON', () => '{"grant_type":"client_credentials"}', [401, 'invalid_client']],
  ])('refuses in the words of RFC 6749: %s [API-100]', async (_, form, [status, error]) => {
    const answer = await ask<Refusal>(form(await sharedClient()));
    expectRefused(answer, status, error);
    expect(answer.headers.get('www-authenticate')).toBe(
      status === 401 ? 'Basic realm="Waybill", charset="UTF-8"' : null,
    );
  });

  it.each<[string, (client: Client) => { form?: string; headers: Record<string, string> }, [number, string]]>(
    [
      [
        'credentials in both places',
        (one) => ({ form: inBody(one), headers: basic(one.clientId, one.clientSecret) }),
        [400, 'invalid_request'],
      ],
      [
        'two different clients',
        (one) => ({ form: `${GRANT}&client_id=X`, headers: basic(one.clientId, one.clientSecret) }),
        [400, 'invalid_request'],
      ],
      ['a wrong secret', (one) => ({ headers: basic(one.clientId, 'x') }), [401, 'invalid_client']],
      ['no colon', () => ({ headers: { Authorization: `Basic ${btoa('abc')}` } }), [401, 'invalid_client']],
      ['no base64', () => ({ headers: { Authorization: 'Basic %%%' } }), [401, 'invalid_client']],
      [
        'another scheme',
        (one) => ({ headers: { Authorization: `Bearer ${one.clientSecret}` } }),
        [401, 'invalid_client'],
      ],
      ['NUL', () => ({ headers: basic('%00', '%00') }), [401, 'invalid_client']],
    ],
  )('refuses HTTP Basic with %s', async (_, request, [status, error]) => {
    const { form = GRANT, headers } = request(await sharedClient());
    const answer = await ask<Refusal>(form, headers);
    expectRefused(answer, status, error);
    expect(answer.headers.get('www-authenticate')?.startsWith('Basic ')).toBe(
      status === 401 ? true : undefined,
    );
  });

  it.each([
    ['another content type', { 'Content-Type': 'application/json' }],
    ['a content type that is none', { 'Content-Type': 'nonsense' }],
    ['another form', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ])('answers %s invalid_request', async (_, headers) => {
    expectRefused(await ask<Refusal>(inBody(await sharedClient()), headers), 400, 'invalid_request');
  });

  it('answers a body past every limit, and credentials in the query, invalid_request', async () => {
    const client = await sharedClient();
    expectRefused(await ask<Refusal>(`${inBody(client)}&x=${'a'.repeat(2 ** 20)}`), 400, 'invalid_request');
    expectRefused(await ask<Refusal>('', {}, `/oauth2/token?${inBody(client)}`), 400, 'invalid_request');
  });

  it('is no form for the rest of the API, and has no other method', async () => {
    const { access_token } = (await ask<Token>(inBody(await sharedClient()))).body;
    const headers = { Authorization: `Bearer ${access_token}` };
    const answer = await ask('name=x&world=ITEMS', headers, '/v1/exports');
    expect(codesOf(answer)).toEqual([415, 415]);
    const get = await createApi(served.url).get('/oauth2/token');
    expect([codesOf(get), get.headers.get('allow')]).toEqual([[405, 405], 'POST']);
  });

  it('counts against no allowance', async () => {
    const remaining = async (): Promise<number> =>
      Number((await served.admin.get('/v1/exports')).headers.get('x-arena-requests-remaining'));
    const before = await remaining();
    await tokenOf(await sharedClient());
    await ask('');
    expect(await remaining()).toBe(before - 1);
  });

  it('stands in openapi.json', async () => {
    const { body } = await served.admin.get<{
      paths: Record<
        string,
        { post: { security: unknown; responses: object; requestBody: { content: object } } }
      >;
      components: { securitySchemes: Record<string, unknown> };
    }>('/openapi.json');
    const { post } = body.paths['/oauth2/token']!;
    expect(Object.keys(post.requestBody.content)).toEqual(['application/x-www-form-urlencoded']);
    expect(Object.keys(post.responses)).toEqual(['200', '400', '401', '500', '503']);
    expect(post.security).toEqual([]);
    expect(body.components.securitySchemes['oauth2']).toMatchObject({
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: '/oauth2/token', scopes: {} } },
    });
    const page = await served.admin.get<{ paths: object }>('/docs/json');
    expect(page.body.paths).toEqual(body.paths);
  });
});

describe('a machine user', () => {
  it('works on every route, and is the creator of what it makes [API-99]', async () => {
    const client = await command<Client>('add', '--name', 'Nightly export');
    const nobody = createApi(served.url, await tokenOf(client));
    const creator = { email: null, fullName: 'Nightly export', guid: client.userGuid };
    const definition = await define(nobody, { criteria: ONE_ITEM });
    expect(definition.creator).toEqual(creator);
    const run = await runToEnd(nobody, definition);
    expect([run.status, run.creator]).toEqual(['COMPLETE', creator]);
    const file = `/v1/exports/${definition.guid}/runs/${run.guid}/files/${run.files![0]!.guid}`;
    expect((await nobody.get(file)).status).toBe(200);
    expect((await nobody.get(`${file}/content`)).status).toBe(200);
    const found = await served.admin.get<{ count: number }>(`/v1/exports?creator.guid=${client.userGuid}`);
    expect(found.body.count).toBe(1);
  });

  it('has no password, and nobody is made one with a password', async () => {
    const answer = await createApi(served.url).post('/v1/login', {
      email: 'Shared',
      password: PASSWORD,
      workspaceId: WORKSPACE_ID,
    });
    expect(codesOf(answer)).toEqual([400, 4001]);
    const { code } = await served.installation.run([
      ...['user', 'add', '--email', 'm@example.test', '--role', 'machine'],
    ]);
    expect(code).toBe(2);
  });

  it('can log out, which ends this token and no other', async () => {
    const client = await sharedClient();
    const [first, second] = [await tokenOf(client), await tokenOf(client)];
    expect(first).not.toBe(second);
    const api = createApi(served.url, first);
    expect((await api.send('/v1/logout', { method: 'PUT' })).status).toBe(200);
    expect(codesOf(await api.get('/v1/exports'))).toEqual([401, 401]);
    expect((await createApi(served.url, second).get('/v1/exports')).status).toBe(200);
  });
});

describe('waybill client', () => {
  it('lists clients without their secrets; revoke ends a client and its tokens at once', async () => {
    const client = await command<Client>('add', '--name', 'Short-lived');
    const api = createApi(served.url, await tokenOf(client));
    expect((await api.get('/v1/exports')).status).toBe(200);
    const { clients } = await command<{ clients: Record<string, unknown>[] }>('list');
    const listed = clients.find(({ clientId }) => clientId === client.clientId);
    expect(listed).toMatchObject({
      name: 'Short-lived',
      userGuid: client.userGuid,
      revocationDateTime: null,
    });
    expect(JSON.stringify(clients)).not.toContain(client.clientSecret);

    expect(await command('revoke', client.clientId)).toEqual({ clientId: client.clientId, revoked: true });
    expect(codesOf(await api.get('/v1/exports'))).toEqual([401, 401]);
    expectRefused(await ask<Refusal>(inBody(client)), 401, 'invalid_client');
    // What is over stays over, and says so.
    expect(await command('revoke', client.clientId)).toEqual({ clientId: client.clientId, revoked: true });
    const after = await command<{ clients: Record<string, unknown>[] }>('list');
    expect(after.clients.find(({ clientId }) => clientId === client.clientId)!['revocationDateTime']).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    );
  });

  it('speaks to people too', async () => {
    const added = await served.installation.run(['client', 'add', '--name', 'For people']);
    const [, id, secret] = /^Client id: (\w{20})\nClient secret, shown only now: (\S{43})$/m.exec(
      added.stdout,
    )!;
    expect((await ask(`${GRANT}&client_id=${id!}&client_secret=${secret!}`)).status).toBe(200);
    const listed = await served.installation.run(['client', 'list']);
    expect(listed.stdout).toMatch(new RegExp(`^${id!}  For people .* active$`, 'm'));
    expect((await served.installation.run(['client', 'revoke', id!])).stdout).toBe(
      `Revoked the client ${id!}; its tokens have ended.\n`,
    );
  });

  it.each<[string[], number, string]>([
    [['add', '--name', ' '], 2, '--name is empty: expected a name.\n'],
    [['add'], 2, "error: required option '--name <text>' not specified\n"],
    [['revoke', 'NOPE'], 1, 'There is no client "NOPE". See: waybill client list\n'],
    [
      ['revoke', 'AAAAAAAAAAAAAAAAAAAA'],
      1,
      'There is no client "AAAAAAAAAAAAAAAAAAAA". See: waybill client list\n',
    ],
    [['add', '--name', 'x', '--workspace', '999999999'], 1, 'There is no workspace 999999999.'],
  ])('%j: %d', async (args, code, message) => {
    const result = await served.installation.run(['client', ...args]);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toContain(message);
  });
});

it('nothing of all this has told a secret to the log', async () => {
  const client = await sharedClient();
  const token = await tokenOf(client);
  await createApi(served.url).send('/v1/exports', { headers: { Authorization: `Bearer ${token}` } });
  const log = served.server.output();
  expect(log).toContain('"route":"/oauth2/token"');
  for (const secret of [
    client.clientSecret,
    token,
    basic(client.clientId, client.clientSecret).Authorization,
  ])
    expect(log).not.toContain(secret);
});
