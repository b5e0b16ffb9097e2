import { beforeAll, describe, expect, it } from 'vitest';
import {
  createApi,
  define,
  ONE_ITEM,
  runToEnd,
  sendRaw,
  type Answer,
  type Api,
  type Definition,
  type Run,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const served = useServer({ sample: true });
let api: Api;
let definition: Definition;
let open: Definition;
let run: Run;

beforeAll(async () => {
  api = served.admin;
  definition = await define(api);
  open = await define(api, { criteria: null });
  run = await runToEnd(api, definition);
});

/** A refusal in the API's own words. */
function expectRefused(answer: Answer<unknown>): void {
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
  expect(answer.status, answer.text).toBeLessThan(500);
  expect(answer.body).toMatchObject({ status: answer.status });
}

describe('a hostile path is a 4xx', () => {
  const long = 'A'.repeat(10_000);
  it.each([
    '%00',
    'A%00B',
    '%2F',
    '%2e%2e%2fetc',
    '..%5c..',
    '%FF%FE',
    '%ED%A0%80',
    '%',
    '%E0%80%80',
    ';',
    "'%20OR%201=1--",
    '__proto__',
    'constructor',
    '%0d%0aX-Evil:%201',
    '%F0%9F',
    long,
    '%41'.repeat(5_000),
    '%00'.repeat(3_000),
  ])('in the place of each GUID: %.40s', async (text) => {
    for (const path of [
      `/v1/exports/${text}`,
      `/v1/exports/${text}/runs`,
      `/v1/exports/${text}/runs/latestCompleted`,
      `/v1/exports/${definition.guid}/runs/${text}`,
      `/v1/exports/${definition.guid}/runs/${run.guid}/files/${text}`,
      `/v1/exports/${definition.guid}/runs/${run.guid}/files/${text}/content`,
    ]) {
      const answer = await api.get(path);
      expectRefused(answer);
      expect(answer.headers.get('x-evil')).toBeNull();
    }
    expectRefused(await api.post(`/v1/exports/${text}/runs`));
    expectRefused(await api.post(`/v1/exports/${definition.guid}/runs/${text}/abort`));
  });
});

describe('a hostile query is a 4xx', () => {
  it.each([
    '%00=1',
    'name=%00',
    'name=%FF%00',
    `name=${'a'.repeat(10_000)}&x=1`,
    '__proto__[x]=1',
    'a&b&c',
    '%=%',
    '='.repeat(2_000),
    'status=%00',
    'completionDateTimeFrom=%00',
    'limit=%00',
    'offset=9007199254740993',
    'limit=0x10',
    `${'limit=1&'.repeat(1_500)}limit=1`,
  ])('%.40s', async (query) => {
    for (const path of ['/v1/exports', `/v1/exports/${definition.guid}/runs`]) {
      const answer = await api.get(`${path}?${query}`);
      expectRefused(answer);
    }
  });

  it('bytes that are not UTF-8 are text that matches nothing', async () => {
    const answer = await api.get<{ count: number }>('/v1/exports?name=%FF');
    expect([answer.status, answer.body.count]).toEqual([200, 0]);
  });
});

describe('a hostile body is a 4xx', () => {
  const nested = (depth: number, inner = ''): string => '['.repeat(depth) + inner + ']'.repeat(depth);
  const criterion = (json: string): string => `{"name":"x","world":"ITEMS","criteria":[[${json}]]}`;
  const bodies: [string, string][] = [
    ['deep arrays', nested(200_000)],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['deep criteria', `{"name":"x","world":"ITEMS","criteria":${nested(200_000)}}`],
    ['deep description', `{"name":"x","world":"ITEMS","description":${nested(200_000)}}`],
    [
      'deep options',
      `{"name":"x","world":"ITEMS","options":${'{"fileContent":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    ],
    ['deep value', criterion(`{"attribute":"number","operator":"IS_EQUAL_TO","value":${nested(200_000)}}`)],
    [
      'deep option value',
      criterion(`{"attribute":"lifecyclePhase.name","operator":"IS_IN","value":${nested(200_000, '"a"')}}`),
    ],
    ['__proto__ as a field', '{"name":"x","world":"ITEMS","__proto__":{"admin":true}}'],
    ['__proto__ in options', '{"name":"x","world":"ITEMS","options":{"__proto__":{"bomLevels":"FULL"}}}'],
    [
      '__proto__ in a criterion',
      criterion('{"__proto__":{"attribute":"number"},"operator":"IS_EQUAL_TO","value":"x"}'),
    ],
    [
      '__proto__ as an attribute',
      criterion('{"attribute":"__proto__","operator":"IS_EQUAL_TO","value":"x"}'),
    ],
    ['constructor as an operator', criterion('{"attribute":"number","operator":"constructor","value":"x"}')],
    ['toString as an option', '{"name":"x","world":"ITEMS","options":{"bomLevels":"toString"}}'],
    ['a lone surrogate as a name', '{"name":"\\ud800","world":"ITEMS"}'],
    ['a lone surrogate as a field', '{"name":"x","world":"ITEMS","\\udfff":1}'],
    ['a lone surrogate as an option', '{"name":"x","world":"\\ud800"}'],
    [
      'a lone surrogate in a value',
      criterion('{"attribute":"number","operator":"IS_EQUAL_TO","value":"\\ud800"}'),
    ],
    [
      'a lone surrogate as an attribute',
      criterion('{"attribute":"\\ud800","operator":"IS_EQUAL_TO","value":"x"}'),
    ],
    ['a lone surrogate as an operator', criterion('{"attribute":"number","operator":"\\udc00","value":"x"}')],
    ['NUL in a name', '{"name":"a\\u0000b","world":"ITEMS"}'],
    ['NUL in a description', '{"name":"x","world":"ITEMS","description":"\\u0000"}'],
    ['NUL in a value', criterion('{"attribute":"number","operator":"CONTAINS","value":"\\u0000"}')],
    ['NUL in a GUID value', criterion('{"attribute":"guid","operator":"IS_IN","value":["\\u0000"]}')],
    [
      'NUL in an option value',
      criterion('{"attribute":"lifecyclePhase.name","operator":"IS_EQUAL_TO","value":"\\u0000"}'),
    ],
    ['1e400 for a number', criterion('{"attribute":"standardCost","operator":"IS_EQUAL_TO","value":1e400}')],
    [
      '-1e400 for a number',
      criterion('{"attribute":"standardCost","operator":"IS_LESS_THAN","value":-1e400}'),
    ],
    [
      'digits without an end',
      criterion(`{"attribute":"standardCost","operator":"IS_EQUAL_TO","value":"${'9'.repeat(200_000)}x"}`),
    ],
    ['1e400 for a name', '{"name":1e400,"world":"ITEMS"}'],
    ['the same field twice', '{"name":"x","name":7,"world":"ITEMS"}'],
    [
      '100 000 fields',
      `{"name":"x","world":"ITEMS",${Array.from({ length: 60_000 }, (_, index) => `"f${index}":1`).join(',')}}`,
    ],
    [
      '100 000 views',
      `{"name":"x","world":"ITEMS","options":{"exportViews":[${Array(90_000).fill('"NO"').join(',')}]}}`,
    ],
    [
      'too many criteria',
      `{"name":"x","world":"ITEMS","criteria":[[${Array(10_000).fill('{"attribute":"a"}').join(',"AND",')}]]}`,
    ],
    [
      'a date before time',
      criterion('{"attribute":"creationDateTime","operator":"IS_AFTER","value":"0000-00-00T00:00:00Z"}'),
    ],
    [
      'an array of nothing',
      criterion('{"attribute":"creationDateTime","operator":"IS_BETWEEN","value":[null,null]}'),
    ],
  ];

  it.each(bodies)('of a definition, and as a run’s: %s', async (_, text) => {
    expectRefused(await api.send('/v1/exports', { method: 'POST', text }));
    expectRefused(
      await api.send(`/v1/exports/${open.guid}/runs`, {
        method: 'POST',
        text: text.replace('"name":"x","world":"ITEMS",', ''),
      }),
    );
  });

  it.each(bodies)('of a login: %s', async (_, text) => {
    expectRefused(await createApi(served.url).send('/v1/login', { method: 'POST', text }));
  });

  it('left no trace: nothing is in Object.prototype, defaults are what they were', async () => {
    expect((await define(api)).options).toMatchObject({ bomLevels: 'NONE', exportViews: ['SPECS'] });
  });

  it.each(['-0', '0', '1e308', '-1e-320', '0.1', '123456789012345678901234567890'])(
    'an odd number is a number all the same: %s',
    async (value) => {
      const text = `{"criteria":[[{"attribute":"standardCost","operator":"IS_LESS_THAN","value":${value}}]]}`;
      const { body } = await api.send<Run>(`/v1/exports/${open.guid}/runs`, {
        method: 'POST',
        text,
        headers: { Prefer: 'wait=60' },
      });
      expect(body.status).toBe('COMPLETE');
    },
  );

  it.each([
    '%',
    '_',
    '\\',
    '%%%',
    "'; DROP TABLE items; --",
    '$1',
    '{0}',
    '\u{1F680}',
    '*',
    '**',
    '\u202e',
    'ﬀ',
    'ß',
    'İ',
  ])('an odd text is a text all the same: %j', async (value) => {
    for (const operator of ['IS_EQUAL_TO', 'CONTAINS', 'DOES_NOT_START_WITH']) {
      const { status } = await runToEnd(api, open, { criteria: [[{ attribute: 'name', operator, value }]] });
      expect(status).toBe('COMPLETE');
    }
  });
});

describe('what is no HTTP is a 4xx or a closed connection', () => {
  const session = (): string => `Host: x\r\nConnection: close\r\narena_session_id: ${api.token!}\r\n`;

  it.each<[string, () => string]>([
    ['not HTTP at all', () => 'HELO example.test\r\n\r\n'],
    ['a header without an end', () => `GET /v1/exports HTTP/1.1\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['a path without an end', () => `GET /v1/exports/${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`],
    ['a control character in a header', () => `GET /v1/exports HTTP/1.1\r\n${session()}X: a\u0001b\r\n\r\n`],
    [
      'two lengths',
      () =>
        `POST /v1/exports HTTP/1.1\r\n${session()}Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    ],
    [
      'a length and chunks',
      () =>
        `POST /v1/exports HTTP/1.1\r\n${session()}Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['a negative length', () => `POST /v1/exports HTTP/1.1\r\n${session()}Content-Length: -1\r\n\r\n`],
    [
      'a bad chunk',
      () =>
        `POST /v1/exports HTTP/1.1\r\n${session()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    ],
    ['no Host', () => 'GET /v1/exports HTTP/1.1\r\n\r\n'],
    ['an unknown method', () => `BREW /v1/exports HTTP/1.1\r\n${session()}\r\n`],
    ['another version', () => 'GET /v1/exports HTTP/9.9\r\n\r\n'],
    ['two tokens', () => `GET /v1/exports HTTP/1.1\r\n${session()}arena_session_id: other\r\n\r\n`],
    [
      'two content types',
      () =>
        `POST /v1/exports HTTP/1.1\r\n${session()}Content-Type: text/plain\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    [
      'an expectation',
      () => `POST /v1/exports HTTP/1.1\r\n${session()}Expect: the-impossible\r\nContent-Length: 0\r\n\r\n`,
    ],
    ['bytes that are no UTF-8 in a path', () => `GET /v1/exports/\xff\xfe HTTP/1.1\r\n${session()}\r\n`],
    [
      'an absolute URL of elsewhere',
      () => `GET http://elsewhere.test/v1/nothing HTTP/1.1\r\n${session()}\r\n`,
    ],
    ['an asterisk', () => `OPTIONS * HTTP/1.1\r\n${session()}\r\n`],
  ])('%s', async (_, message) => {
    const answer = await sendRaw(served.url, Buffer.from(message(), 'latin1'));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('an unreadable request is answered in the API’s own form', async () => {
    const answer = await sendRaw(served.url, 'HELO example.test\r\n\r\n');
    const [head, body] = answer.split('\r\n\r\n');
    expect(head).toContain('Server: ArenaSolutions');
    expect(head).toContain(`Content-Length: ${body!.length}`);
    expect(JSON.parse(body!)).toEqual({
      status: 400,
      errors: [{ code: 400, message: 'The format of the request is not valid. Please check the syntax.' }],
    });
  });
});

it('after all of it the server answers as before, and has logged no fault of its own', async () => {
  expect((await runToEnd(api, definition)).status).toBe('COMPLETE');
  expect((await api.get('/health/ready')).status).toBe(200);
  expect((await runToEnd(api, open, { criteria: ONE_ITEM })).criteriaResultsCount).toBe(1);
  expect(served.server.output()).not.toContain('request failed');
  expect(served.server.output()).not.toContain('run failed');
});
