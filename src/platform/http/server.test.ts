import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, violation, WaybillError } from '../../kernel/errors.ts';
import { createTestHttpServer } from '../../../test/support/http-server.ts';
import { BODY_LIMIT_BYTES, type HttpServer } from './server.ts';

const SMALL = { text: 'a'.repeat(1_000) };
const LARGE = { text: 'ü'.repeat(1_000) };

let app: HttpServer;
let strict: HttpServer;

async function createApp(strictContentType: boolean): Promise<HttpServer> {
  const server = createTestHttpServer({ strictContentType });
  server.get('/v1/small', async () => SMALL);
  server.get('/v1/large', async () => LARGE);
  server.get('/v1/text', async (_, reply) => reply.type('text/plain').send('a'.repeat(5_000)));
  server.get('/v1/throws/:what', async (request) => {
    const { what } = request.params as { what: string };
    if (what === 'nothing') throw undefined as unknown as Error;
    if (what === 'null') throw null as unknown as Error;
    if (what === 'two')
      throw new WaybillError([violation('required', 'a'), violation('noPrivilege')], { 'Retry-After': '7' });
    if (what === 'refused')
      throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
      });
    if (what === 'ours') return fail('invalidGuid', 'X');
    throw new Error('secret');
  });
  server.get('/v1/value/:value', async (request) => request.params);
  server.post('/v1/echo', async (request) => ({ body: request.body === undefined ? 'none' : request.body }));
  server.put('/v1/echo', async () => ({}));
  await server.ready();
  return server;
}

beforeAll(async () => {
  [app, strict] = await Promise.all([createApp(false), createApp(true)]);
});
afterAll(() => Promise.all([app.close(), strict.close()]));

describe('compression', () => {
  it.each([
    ['gzip', true],
    ['GZIP', true],
    ['x-gzip, gzip', true],
    ['deflate, gzip;q=1.0, *;q=0.5', true],
    ['gzip;q=0.001', true],
    ['*', true],
    ['*;q=0.5', true],
    ['gzip;q=1, *;q=0', true],
    ['*;q=0, gzip', true],
    [undefined, false],
    ['', false],
    ['identity', false],
    ['br', false],
    ['gzip;q=0', false],
    ['gzip; q=0.000', false],
    ['gzip;q=0, *', false],
    ['*, gzip;q=0', false],
    ['*;q=0', false],
    ['gzipped', false],
  ])('Accept-Encoding %j: %s', async (header, isCompressed) => {
    const answer = await app.inject({
      url: '/v1/large',
      headers: header === undefined ? {} : { 'accept-encoding': header },
    });
    expect(answer.headers['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
    expect(JSON.parse((isCompressed ? gunzipSync(answer.rawPayload) : answer.rawPayload).toString())).toEqual(
      LARGE,
    );
  });

  it.each(['/v1/small', '/v1/text'])('leaves %s as it is', async (url) => {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
  });

  it('counts bytes, not characters', async () => {
    // 1 011 characters, 2 011 bytes.
    expect(JSON.stringify(LARGE).length).toBeLessThan(1_024);
    const answer = await app.inject({ url: '/v1/large', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});

describe('what is thrown', () => {
  it.each([
    ['ours', 400, [violation('invalidGuid', 'X')]],
    ['two', 400, [violation('required', 'a'), violation('noPrivilege')]],
    ['refused', 503, [violation('unavailable')]],
    ['error', 500, [violation('systemError')]],
    ['nothing', 500, [violation('systemError')]],
    ['null', 500, [violation('systemError')]],
  ])('%s: %d', async (what, status, violations) => {
    const answer = await app.inject(`/v1/throws/${what}`);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({
      status,
      errors: violations.map(({ code, message }) => ({ code, message })),
    });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.body).not.toMatch(/secret|10\.0\.0\.1/);
    expect(answer.headers['retry-after']).toBe({ two: '7', refused: '5' }[what]);
    expect(answer.headers).toMatchObject({
      server: 'Test',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });
});

describe('bodies', () => {
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/v1/echo', payload, headers: { 'content-type': type } });

  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    ['null', null],
    ['[]', []],
    ['', 'none'],
    [' \n', 'none'],
    ['"ü"', 'ü'],
  ])('%j is read', async (payload, body) => {
    expect((await post(payload)).json()).toEqual({ body });
  });

  it('is none when there is neither type nor length', async () => {
    expect((await app.inject({ method: 'POST', url: '/v1/echo' })).json()).toEqual({ body: 'none' });
  });

  it.each(['{', '{a:1}', 'undefined', '{"a":1}}', "{'a':1}", '\u0000'])(
    '%j is malformed',
    async (payload) => {
      const answer = await post(payload);
      expect(answer.json()).toEqual({
        status: 400,
        errors: [{ code: 400, message: violation('malformedRequest').message }],
      });
    },
  );

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8;x=y'])(
    'may say %s',
    async (type) => {
      expect((await post('{}', type)).statusCode).toBe(200);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'nonsense'])(
    'may not say %s',
    async (type) => {
      const answer = await post('{}', type);
      expect(answer.json()).toMatchObject({ status: 415, errors: [{ code: 415 }] });
    },
  );

  it('have a limit', async () => {
    const answer = await post(JSON.stringify('a'.repeat(BODY_LIMIT_BYTES)));
    expect(answer.json()).toEqual({
      status: 413,
      errors: [{ code: 413, message: violation('bodyTooLarge', BODY_LIMIT_BYTES).message }],
    });
  });
});

describe('paths', () => {
  it.each([
    { method: 'GET', url: '/v1/echo', status: 405, allow: 'POST, PUT' },
    { method: 'DELETE', url: '/v1/echo/', status: 405, allow: 'POST, PUT' },
    { method: 'POST', url: '/v1/throws/x?y=1', status: 405, allow: 'GET, HEAD' },
    { method: 'GET', url: '/v1/echo/more', status: 404, allow: undefined },
    { method: 'GET', url: '/v1/ECHO', status: 404, allow: undefined },
    { method: 'GET', url: '/', status: 404, allow: undefined },
  ] as const)('$method $url: $status', async ({ method, url, status, allow }) => {
    const answer = await app.inject({ method, url });
    expect(answer.json()).toMatchObject({ status, errors: [{ code: status }] });
    expect(answer.headers['allow']).toBe(allow);
  });

  it.each([
    ['a%20b%2Fc', 'a b/c'],
    ['%C3%BC', 'ü'],
    // What does not decode stands for itself.
    ['%zz', '%zz'],
    ['%', '%'],
    ['%FF', '%FF'],
    ['%C3%BC%', '%C3%BC%'],
    ['x'.repeat(5_000), 'x'.repeat(5_000)],
  ])('bring %j to their handler', async (text, value) => {
    expect((await app.inject(`/v1/value/${text}?a=%zz`)).json()).toEqual({ value });
  });

  it('that do not decode and name nothing are answered as every other', async () => {
    expect((await app.inject('/v1/%zz')).json()).toMatchObject({ status: 404, errors: [{ code: 404 }] });
  });
});

describe('strict content types', () => {
  it.each([
    ['/v1/small', undefined, 415],
    ['/v1/small', 'text/plain', 415],
    ['/v1/small', 'application/jsonx', 415],
    ['/v1/small', 'application/json', 200],
    ['/v1/small', 'Application/JSON ; charset=utf-8', 200],
  ])('GET %s with %s: %d', async (url, type, status) => {
    const answer = await strict.inject({ url, headers: type === undefined ? {} : { 'content-type': type } });
    expect(answer.statusCode).toBe(status);
  });
});
