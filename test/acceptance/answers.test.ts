import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  messagesOf,
  runToEnd,
  sendRaw,
  type Api,
  type Definition,
  type ErrorBody,
  type Run,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const MALFORMED = {
  status: 400,
  errors: [{ code: 400, message: 'The format of the request is not valid. Please check the syntax.' }],
};
const MIB = 2 ** 20;

const served = useServer();
let api: Api;
let definition: Definition;
let run: Run;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api);
  run = await runToEnd(api, definition);
  for (let index = 0; index < 5; index += 1) await runToEnd(api, definition);
});

const runsPath = (): string => `/v1/exports/${definition.guid}/runs`;

/** An answer as the wire has it: fetch would unpack it. */
async function wire(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(served.url + path, { method, headers: { arena_session_id: api.token!, ...headers } }, resolve)
      .on('error', reject)
      .end();
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

describe('every answer', () => {
  const calls: [string, string, number][] = [
    ['GET', '/v1/exports', 200],
    ['POST', '/v1/exports', 400],
    ['GET', '/v1/exports/NOPE', 400],
    ['GET', '/v1/exports/%zz', 400],
    ['GET', '/v1/nothing', 404],
    ['GET', '/nowhere', 404],
    ['DELETE', '/v1/exports', 405],
    ['POST', '/v1/login', 400],
    ['GET', '/v1/login', 405],
    ['GET', '/health/live', 200],
    ['GET', '/health/ready', 200],
  ];

  it.each(calls)(
    'has Content-Type, Content-Length, Date, Server, the allowance and X-Request-Id: %s %s [API-2, API-23, API-24, API-25, API-26, API-27, API-28, API-31, PAGE-17, PAGE-18, PAGE-19, PAGE-20, PAGE-21, PAGE-22]',
    async (method, path, status) => {
      for (const caller of [api, createApi(served.url)]) {
        const answer = await caller.send(path, { method, ...(method === 'POST' && { text: '{}' }) });
        const isOpen = caller === api || !path.startsWith('/v1/exports') || status === 405;
        expect(answer.status).toBe(isOpen ? status : 401);
        expect(answer.headers.get('content-type')).toMatch(/^application\/json(; charset=utf-8)?$/);
        expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(answer.text)));
        expect(answer.headers.get('server')).toBe('ArenaSolutions');
        expect(Date.parse(answer.headers.get('date')!)).toBeGreaterThan(0);
        expect(answer.headers.get('x-arena-requests-remaining')).toMatch(/^\d{1,10}$/);
        expect(answer.headers.get('x-arena-next-request-limit-reset')).toMatch(
          /^\w{3}, \d\d-\w{3}-\d{4} 00:00:00 GMT-0[78]00 \(P[DS]T\)$/,
        );
        expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      }
    },
  );

  it('has an X-Request-Id of its own [API-31]', async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () => (await api.get('/v1/exports')).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(5);
  });

  it('that is an error is {"status", "errors": [{"code", "message"}]} [API-40]', async () => {
    for (const [method, path, status] of calls) {
      if (status < 400) continue;
      const { body } = await api.send<ErrorBody>(path, { method, ...(method === 'POST' && { text: '{}' }) });
      expect(Object.keys(body)).toEqual(['status', 'errors']);
      expect(body.status).toBe(status);
      for (const error of body.errors) expect(Object.keys(error)).toEqual(['code', 'message']);
    }
  });

  it('is compressed when the client accepts gzip and the body is JSON over 1 KiB, with the right Content-Length [API-24, API-32]', async () => {
    const plain = await wire(runsPath());
    expect(plain.body.length).toBeGreaterThan(1_024);
    expect([plain.headers['content-encoding'], plain.headers['content-length']]).toEqual([
      undefined,
      String(plain.body.length),
    ]);
    for (const accept of ['gzip', 'deflate, gzip;q=0.5', '*']) {
      const packed = await wire(runsPath(), { 'Accept-Encoding': accept });
      expect(packed.headers['content-encoding'], accept).toBe('gzip');
      expect(packed.headers['content-length']).toBe(String(packed.body.length));
      expect(packed.headers['vary']).toBe('Accept-Encoding');
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    }
    expect(
      (await wire(runsPath(), { 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding'],
    ).toBeUndefined();
    const small = await wire(`/v1/exports/${definition.guid}`, { 'Accept-Encoding': 'gzip' });
    expect(small.body.length).toBeLessThanOrEqual(1_024);
    expect(small.headers['content-encoding']).toBeUndefined();
    const file = await wire(`${fileUrlOf(definition, run)}/content`, { 'Accept-Encoding': 'gzip' });
    expect(file.headers['content-encoding']).toBeUndefined();
  });

  it('to HEAD has the headers of GET and no body [API-171]', async () => {
    for (const path of [
      '/v1/exports',
      runsPath(),
      `/v1/exports/${definition.guid}`,
      fileUrlOf(definition, run),
      '/health/ready',
    ]) {
      const [head, get] = [await wire(path, {}, 'HEAD'), await wire(path)];
      expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
        200,
        0,
        get.headers['content-length'],
      ]);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
    expect((await api.send(runsPath().replace('/runs', '/nothing'), { method: 'HEAD' })).status).toBe(404);
  });
});

describe('404 and 405', () => {
  it.each([
    '/v1',
    '/v1/',
    '/v2/exports',
    '/v1/export',
    '/v1/exports/x/run',
    '/v1/Exports',
    '/exports',
    '/v1//exports',
    '/v1/exports/x/runs/y/files',
    '/%00',
    '/..%2f..%2fetc/passwd',
  ])('no such endpoint: 404, with a session or without: %s [API-1, API-44]', async (path) => {
    for (const caller of [api, createApi(served.url)]) {
      const answer = await caller.get(path);
      expect([codesOf(answer), messagesOf(answer)]).toEqual([[404, 404], ['No resource has been found.']]);
    }
  });

  it.each([
    ['/v1/login', 'POST', ['GET', 'PUT', 'DELETE']],
    ['/v1/logout', 'PUT', ['GET', 'POST', 'DELETE']],
    ['/v1/exports', 'GET, HEAD, POST', ['PUT', 'DELETE', 'PATCH', 'OPTIONS']],
    ['/v1/exports/x', 'GET, HEAD', ['POST', 'PUT', 'DELETE', 'PATCH']],
    ['/v1/exports/x/runs', 'GET, HEAD, POST', ['PUT', 'DELETE']],
    ['/v1/exports/x/runs/latestCompleted', 'GET, HEAD', ['POST', 'DELETE']],
    ['/v1/exports/x/runs/y', 'GET, HEAD', ['POST', 'PUT', 'DELETE', 'PATCH']],
    ['/v1/exports/x/runs/y/abort', 'POST', ['GET', 'PUT', 'DELETE']],
    ['/v1/exports/x/runs/y/files/z', 'GET, HEAD', ['POST', 'PUT', 'DELETE']],
    ['/v1/exports/x/runs/y/files/z/content', 'GET, HEAD', ['POST', 'PUT', 'DELETE']],
  ])('endpoint exists, method does not: 405 and Allow: %s [API-45]', async (path, allow, methods) => {
    for (const method of methods) {
      const answer = await api.send(path, { method });
      expect([codesOf(answer), messagesOf(answer)], method).toEqual([
        [405, 405],
        ['The method is not allowed.'],
      ]);
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });
});

describe('a body', () => {
  it.each([
    'text/plain',
    'text/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json5',
    'application/x-ndjson',
    'text/json',
    'json',
    'nonsense',
    'application/json-patch+json',
  ])('must say Content-Type: application/json, else 415: %s [API-10, API-46]', async (type) => {
    const answer = await api.send('/v1/exports', {
      method: 'POST',
      text: '{"name":"x","world":"ITEMS"}',
      headers: { 'Content-Type': type },
    });
    expect([codesOf(answer), messagesOf(answer)]).toEqual([
      [415, 415],
      ['The content type of the request is not supported.'],
    ]);
  });

  it('without any Content-Type is 415 too [API-10]', async () => {
    const text = '{"name":"x","world":"ITEMS"}';
    const answer = await sendRaw(
      served.url,
      `POST /v1/exports HTTP/1.1\r\nHost: x\r\nConnection: close\r\narena_session_id: ${api.token!}\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'APPLICATION/JSON',
    'Application/Json ; Charset="utf-8"; x=y',
  ])('parameters of the content type are allowed: %s [API-2, API-10]', async (type) => {
    const text = JSON.stringify({ name: 'Größe', world: 'ITEMS' });
    expect(
      (await api.send('/v1/exports', { method: 'POST', text, headers: { 'Content-Type': type } })).status,
    ).toBe(201);
  });

  it.each([
    '{',
    '{"name":}',
    'name=x',
    '{"name":"x",}',
    "{'name':'x'}",
    '{"a":1}{"b":2}',
    '{"name":"a\nb"}',
    'undefined',
    '[]',
    'null',
    '7',
    '"text"',
    'true',
    '[{}]',
  ])('that is not JSON, or not an object, is 400 / 400: %j [API-42]', async (text) => {
    for (const path of ['/v1/exports', '/v1/login', runsPath()]) {
      const answer = await api.send(path, { method: 'POST', text });
      expect([answer.status, answer.body]).toEqual([400, MALFORMED]);
    }
  });

  it('of 1 MiB + 1 is 413, whether it says its length or not; 1 MiB is read', async () => {
    const fill = (bytes: number): string =>
      `{"name":"x","world":"ITEMS","description":"${'a'.repeat(bytes - 45)}"}`;
    expect(Buffer.byteLength(fill(MIB + 1))).toBe(MIB + 1);
    expect(codesOf(await api.send('/v1/exports', { method: 'POST', text: fill(MIB) }))).toEqual([400, 3101]);
    const head = `POST /v1/exports HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\narena_session_id: ${api.token!}\r\n`;
    expect(await sendRaw(served.url, `${head}Content-Length: ${MIB + 1}\r\n\r\n${fill(MIB + 1)}`)).toMatch(
      /^HTTP\/1\.1 413 /,
    );
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${(MIB + 1).toString(16)}\r\n${fill(MIB + 1)}\r\n0\r\n\r\n`;
    const refused = await sendRaw(served.url, chunked);
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    expect(refused).toContain('"status":413');
  });

  it('that is a gzip is 400 or 415, never read as JSON', async () => {
    const answer = await api.send('/v1/exports', {
      method: 'POST',
      text: new Uint8Array([0x1f, 0x8b, 8, 0]),
      headers: { 'Content-Encoding': 'gzip' },
    });
    expect(answer.body).toEqual(MALFORMED);
  });
});

describe('3011 echoes the GUID as received, decoded', () => {
  it.each([
    ['L3N6PX663K3K3HOBOOT0%20', 'L3N6PX663K3K3HOBOOT0 '],
    ['a%2Fb', 'a/b'],
    ['a%25b', 'a%b'],
    ['a+b', 'a+b'],
    ['%C3%BC', 'ü'],
    ['%F0%9F%9A%80', '\u{1F680}'],
    ['%22quoted%22', '"quoted"'],
    ['%3Cscript%3E', '<script>'],
    ['%zz', '%zz'],
    ['{0}', '{0}'],
    ['$&', '$&'],
  ])('%s', async (path, shown) => {
    const answer = await api.get(`/v1/exports/${path}/runs`);
    expect([codesOf(answer), messagesOf(answer)]).toEqual([
      [400, 3011],
      [`The guid "${shown}" is not valid.`],
    ]);
  });

  it('is the first GUID of a path that names nothing [API-53]', async () => {
    const at = `${runsPath()}/${run.guid}`;
    for (const [path, guid] of [
      [`/v1/exports/BAD/runs/${run.guid}/files/BAD2`, 'BAD'],
      [`${runsPath()}/BAD/files/BAD2/content`, 'BAD'],
      [`${at}/files/BAD2`, 'BAD2'],
      [`${at}/files/BAD2/content`, 'BAD2'],
      // A GUID of another kind names nothing here either.
      [`/v1/exports/${run.guid}`, run.guid],
      [`${runsPath()}/${definition.guid}`, definition.guid],
      [`${at}/files/${run.guid}`, run.guid],
      [`/v1/exports/${definition.guid.toLowerCase()}`, definition.guid.toLowerCase()],
    ]) {
      expect(messagesOf(await api.get(path!)), path).toEqual([`The guid "${guid!}" is not valid.`]);
    }
  });

  it('a run or file of another definition is 403 / 3024 [API-59]', async () => {
    const another = await define(api);
    const anotherRun = await runToEnd(api, another);
    for (const path of [
      `/v1/exports/${another.guid}/runs/${run.guid}`,
      `/v1/exports/${another.guid}/runs/${run.guid}/files/${run.files![0]!.guid}`,
      `/v1/exports/${another.guid}/runs/${anotherRun.guid}/files/${run.files![0]!.guid}`,
      `/v1/exports/${another.guid}/runs/${anotherRun.guid}/files/${run.files![0]!.guid}/content`,
    ]) {
      expect(codesOf(await api.get(path)), path).toEqual([403, 3024]);
    }
    expect(codesOf(await api.post(`/v1/exports/${another.guid}/runs/${run.guid}/abort`))).toEqual([
      403, 3024,
    ]);
  });
});
