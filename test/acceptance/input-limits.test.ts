import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setInterval } from 'node:timers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, createApi, define, runToEnd, sendRaw, type Definition } from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const MIB = 2 ** 20;

interface DescribedOperation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly examples: Readonly<Record<string, { readonly value: unknown }>> }>
    >;
  };
}
interface Operation extends DescribedOperation {
  readonly method: string;
  /** With GUIDs of what is there. */
  readonly path: string;
}

const IDLE_CONNECTIONS = 500;

const served = useServer({ sample: true });
let open: Definition;
let operations: readonly Operation[];
/** Each ends when its connection is closed. */
let idle: readonly Promise<unknown>[] = [];
/** Connections that are slower than the server waits: opened first and looked at last, for it waits half a minute. */
let slow: readonly Promise<string>[] = [];
const dripping: NodeJS.Timeout[] = [];

beforeAll(async () => {
  slow = startSlowRequests();
  idle = await openIdle();
  const definition = await define(served.admin);
  open = await define(served.admin, { criteria: null });
  const run = await runToEnd(served.admin, definition);
  const { body: items } = await served.admin.get<{ results: { guid: string }[] }>('/v1/items?limit=1');
  const guidOf = (path: string, name: string): string => {
    if (name === 'run') return run.guid;
    if (name === 'file') return run.files![0]!.guid;
    return path.startsWith('/v1/items') ? items.results[0]!.guid : definition.guid;
  };
  const { body } = await served.admin.get<{ paths: Record<string, Record<string, DescribedOperation>> }>(
    '/openapi.json',
  );
  operations = Object.entries(body.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path: template.replace(/\{(\w+)\}/g, (_, name: string) => guidOf(template, name)),
    })),
  );
});

afterAll(() => {
  for (const timer of dripping) clearInterval(timer);
});

const head = (type = 'application/json'): string =>
  `POST /v1/exports HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\narena_session_id: ${served.admin.token!}\r\n`;

function startSlowRequests(): Promise<string>[] {
  return [
    sendRaw(served.url, 'GET /v1/exports HTTP/1.1\r\nHost: x\r\nX-Slow: '),
    sendRaw(served.url, `${head()}Content-Length: 20\r\n\r\n{"name":`),
    sendRaw(served.url, `${head()}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`),
    drip(`${head()}Content-Length: ${MIB}\r\n\r\n{"name":"`),
  ];
}

/** Gives them when they are open. */
async function openIdle(): Promise<Promise<unknown>[]> {
  const { hostname, port } = new URL(served.url);
  const sockets = Array.from({ length: IDLE_CONNECTIONS }, () => connect(Number(port), hostname));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  // What the server says as it closes them, if anything, is not looked at.
  return sockets.map((socket) => once(socket.resume(), 'close'));
}

/** Sends a byte now and then for as long as the server listens. */
async function drip(start: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(start);
  dripping.push(
    setInterval(() => {
      if (socket.writable) socket.write('a');
    }, 500),
  );
  return (await buffer(socket)).toString();
}

describe('NUL and half a character are a 4xx', () => {
  it('in each query parameter of each route', async () => {
    let count = 0;
    for (const { method, path, parameters = [] } of operations) {
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const text of ['%00', 'a%00b', '%ED%A0%80%00']) {
          const answer = await served.admin.send(`${path}?${encodeURIComponent(name)}=${text}`, { method });
          expect(answer.status, `${method} ${path} ${name}: ${answer.text}`).toBe(400);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(30);
  });

  it('in each part of each path', async () => {
    let count = 0;
    for (const { method, path } of operations) {
      const parts = path.split('/');
      for (const [index, part] of parts.entries()) {
        if (!/^[A-Z0-9]{20}$/.test(part)) continue;
        for (const text of ['%00', `${part}%00`, '%ED%A0%80']) {
          const answer = await served.admin.send(parts.with(index, text).join('/'), { method });
          expect(codesOf(answer), `${method} ${path}`).toEqual([400, 3011]);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(30);
  });

  it('in each text of each body', async () => {
    let count = 0;
    for (const { method, path, requestBody } of operations) {
      const examples = requestBody?.content['application/json']?.examples ?? {};
      for (const { value } of Object.values(examples)) {
        for (const text of ['a\0b', '\ud800']) {
          for (const body of withEachTextReplaced(value, text)) {
            const answer = await served.admin.send(path, { method, text: JSON.stringify(body) });
            expect(answer.status, `${method} ${path} ${JSON.stringify(body)}: ${answer.text}`).toBe(400);
            count += 1;
          }
        }
      }
    }
    expect(count).toBeGreaterThan(30);
  });
});

/** A copy for each text in a value, in which that text is another one; names of fields are texts too. */
function withEachTextReplaced(value: unknown, text: string): unknown[] {
  if (typeof value === 'string') return [text];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      withEachTextReplaced(one, text).map((other) => (value as unknown[]).with(index, other)),
    );
  return [
    { ...value, [text]: 1 },
    ...Object.entries(value).flatMap(([name, one]) =>
      withEachTextReplaced(one, text).map((other) => ({ ...value, [name]: other })),
    ),
  ];
}

describe('criteria have a ceiling', () => {
  const criterion = { attribute: 'number', operator: 'IS_EQUAL_TO', value: 'x' };
  const many = (count: number): unknown[] =>
    Array.from({ length: 2 * count - 1 }, (_, index) => (index % 2 === 0 ? criterion : 'OR'));
  const values = (count: number): unknown[] => [
    [
      {
        attribute: 'guid',
        operator: 'IS_IN',
        value: Array.from({ length: count }, (_, index) => `G${index}`),
      },
    ],
  ];

  it.each([
    ['1 000 criteria', [many(1_000)], []],
    ['1 001 criteria', [many(1_001)], [3003]],
    ['1 001 groups', many(1_001).map((one) => (one === 'OR' ? one : [one])), [3003]],
    ['10 000 values', values(10_000), []],
    ['10 001 values', values(10_001), [3003]],
  ])('%s', async (_, criteria, codes) => {
    const isRight = codes.length === 0;
    const made = await served.admin.post('/v1/exports', { name: 'x', world: 'ITEMS', criteria });
    expect(codesOf(made)).toEqual([isRight ? 201 : 400, ...codes]);
    const run = await served.admin.post<{ status: string }>(
      `/v1/exports/${open.guid}/runs`,
      { criteria },
      { Prefer: 'wait=60' },
    );
    expect(codesOf(run)).toEqual([isRight ? 201 : 400, ...codes]);
    if (isRight) expect(run.body.status).toBe('COMPLETE');
  });
});

describe('a number as large as it likes is a 4xx or is kept', () => {
  it.each([
    ['1e400', 400],
    ['-1e400', 400],
    [`1${'0'.repeat(400)}`, 400],
    ['9'.repeat(200), 201],
    [`0.${'0'.repeat(300)}1`, 201],
  ])('%.20s: %d', async (number, status) => {
    const criteria = `[[{"attribute":"standardCost","operator":"IS_LESS_THAN","value":${number}}]]`;
    const text = `{"name":"x","world":"ITEMS","criteria":${criteria}}`;
    expect((await served.admin.send('/v1/exports', { method: 'POST', text })).status).toBe(status);
  });

  it.each(['9'.repeat(30), '9007199254740993', '2147483648', '1e3', '-1', '0x10', '١'])(
    'as a number of a query: %s',
    async (number) => {
      for (const name of ['number', 'limit', 'offset']) {
        const answer = await served.admin.get(`/v1/exports?${name}=${encodeURIComponent(number)}`);
        expect(answer.status, name).toBe(400);
      }
    },
  );
});

describe('nesting 100 000 deep is a 4xx', () => {
  const DEPTH = 100_000;
  it.each([
    ['arrays', `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`],
    ['objects', `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`],
    ['arrays without an end', '['.repeat(DEPTH)],
    ['criteria', `{"criteria":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`],
    [
      'values',
      `{"criteria":[[{"attribute":"number","operator":"IS_IN","value":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}]]}`,
    ],
  ])('%s', async (_, text) => {
    for (const { method, path, requestBody } of operations) {
      if (requestBody?.content['application/json'] === undefined) continue;
      const answer = await served.admin.send(path, { method, text });
      expect(answer.status, `${path}: ${answer.text}`).toBe(400);
    }
  });
});

describe('a body past 1 MiB is 413, and the connection is not left hanging', () => {
  const size = MIB + 1;

  it('that says so, before a byte of it was sent', async () => {
    const answer = await sendRaw(served.url, `${head()}Content-Length: ${size}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":413');
  });

  it('in chunks, without a length and without an end', async () => {
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    const answer = await sendRaw(
      served.url,
      `${head()}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(17)}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('of every route that takes one', async () => {
    for (const { method, path, requestBody } of operations) {
      if (requestBody?.content['application/json'] === undefined) continue;
      const request = `${head().replace('POST /v1/exports', `${method} ${path}`)}Content-Length: ${size}\r\n\r\n`;
      expect(await sendRaw(served.url, request), path).toMatch(/^HTTP\/1\.1 413 /);
    }
  });

  it('of a length that is no number, or of more than there is', async () => {
    for (const length of ['9'.repeat(30), '1e3', '0x10', '-1', '1, 2'])
      expect(await sendRaw(served.url, `${head()}Content-Length: ${length}\r\n\r\n{}`), length).toMatch(
        /^HTTP\/1\.1 4\d\d /,
      );
  });
});

describe('headers have a ceiling', () => {
  it.each([
    ['one that is long', `X-Long: ${'a'.repeat(20_000)}\r\n`],
    ['many', 'X-Many: a\r\n'.repeat(5_000)],
    ['a cookie', `Cookie: ${'a=b; '.repeat(5_000)}\r\n`],
    ['a token', `Authorization: Bearer ${'a'.repeat(20_000)}\r\n`],
  ])('%s: 431', async (_, header) => {
    const answer = await sendRaw(served.url, `${head()}${header}Content-Length: 0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('Connection: close');
  });

  it('one below it is a header like any other', async () => {
    const headers = { 'X-Long': 'a'.repeat(10_000) };
    expect((await served.admin.send('/v1/exports', { headers })).status).toBe(200);
  });
});

describe('a request that does not end', () => {
  it('is ended by the server with 408, while it answers everybody else', async () => {
    expect((await createApi(served.url).get('/health/live')).status).toBe(200);
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect((await served.admin.get('/v1/exports')).status).toBe(200);
  });
});

describe('many connections', () => {
  it('on which nothing is asked keep nobody out, and are closed by the server', async () => {
    for (let round = 0; round < 20; round += 1)
      expect((await served.admin.get('/v1/exports')).status).toBe(200);
    await Promise.all(idle);
    expect((await served.admin.get('/v1/exports')).status).toBe(200);
  });
});

it('after all of it the server has logged no fault of its own', () => {
  expect(served.server.output()).not.toContain('request failed');
  expect(served.server.output()).not.toContain('run failed');
});
