import fc from 'fast-check';
import { valueOf, type Operation, type Parameter } from './document.ts';
import { hostileText, mutated } from './hostile.ts';
import { GUIDS, LIVE_SESSIONS, nameFor, SESSIONS, type GuidName } from './scene.ts';

/** A request that an HTTP client can send, however odd. */
export interface ApiCase {
  readonly kind: 'api';
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** In their order; a name may come twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
}

/** Beside the operation's own. CONNECT asks for a tunnel, which is no answer to wait for: see raw-cases. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];
const MEGABYTE = 2 ** 20;
/** A password costs a fifth of a second of a core, to check or to keep: so seldom is it asked for. */
const PASSWORD_WEIGHT = 1;
const TAKES_PASSWORD = new Set(['POST /v1/login', 'POST /v1/users', 'PUT /v1/users/{guid}']);
const WEIGHT = 12;

const GUIDS_OF: Readonly<Record<string, readonly GuidName[]>> = {
  '/v1/exports': ['definition', 'definition', 'openDefinition'],
  '/v1/items': ['item'],
  run: ['run'],
  file: ['file'],
};
const guid = fc.constantFrom(...GUIDS.map(nameFor));

/** Half a character cannot be sent; a dot alone would be taken out by a proxy, not by us. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

function pathOf({ path }: Operation): fc.Arbitrary<string> {
  const parts = path.split('/').map((part): fc.Arbitrary<string> => {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    if (name === undefined) return fc.constant(part);
    const right = GUIDS_OF[name] ?? GUIDS_OF[path.split('/', 3).join('/')] ?? GUIDS;
    return fc.oneof(
      { weight: 24, arbitrary: fc.constantFrom(...right.map(nameFor)) },
      { weight: 3, arbitrary: guid },
      { weight: 1, arbitrary: hostileText.map(encode) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '..',
          '.',
          '',
          '%2e%2e',
          '%2F',
          '%',
          '%00',
          '%FF',
          ';',
          '%ED%A0%80',
          'latestCompleted',
        ),
      },
    );
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function parameterText({ schema, example }: Parameter): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: valueOf(schema).map(String) },
    ...(example === undefined ? [] : [{ weight: 6, arbitrary: fc.constant(String(example)) }]),
    { weight: 2, arbitrary: hostileText },
    { weight: 1, arbitrary: guid },
    { weight: 1, arbitrary: criteriaText },
  );
}

const criteriaText = mutated([[{ attribute: 'number', operator: 'STARTS_WITH', value: '900*' }]]).map(
  (criteria) => JSON.stringify(criteria),
);

function queryOf({ query }: Operation): fc.Arbitrary<string> {
  const unknown = fc.tuple(hostileText, hostileText);
  const pair =
    query.length === 0
      ? unknown
      : fc.oneof(
          {
            weight: 12,
            arbitrary: fc
              .constantFrom(...query)
              .chain((one) => fc.tuple(fc.constant(one.name), parameterText(one))),
          },
          { weight: 1, arbitrary: unknown },
        );
  const joined = fc
    .array(pair, { maxLength: 3 })
    .map((pairs) => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'));
  return fc.oneof(
    { weight: query.length === 0 ? 1 : 12, arbitrary: joined },
    { weight: query.length === 0 ? 12 : 4, arbitrary: fc.constant('') },
    // Twice the same, and text that is no query.
    { weight: 1, arbitrary: joined.map((text) => `${text}&${text}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '?',
        '&&&=',
        '%',
        '%00=%00',
        '__proto__[x]=1',
        'limit[]=1',
        'a=1;b=2',
        `${'limit=1&'.repeat(300)}x`,
      ),
    },
  );
}

/** What JSON of a client that is broken looks like. */
const spoilt = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat(text.length).map((end) => text.slice(0, end)),
    fc
      .tuple(
        fc.nat(text.length),
        fc.constantFrom('\0', '"', '}', ',', '\ufeff', '\\u0000', '\\ud800', '//', '\x1b'),
      )
      .map(([at, what]) => text.slice(0, at) + what + text.slice(at)),
    fc.constant(text.replace(/^\{/, '{"name":1,"name":{},"__proto__":{"x":1},')),
    fc.constantFrom(`\ufeff${text}`, `${text}${text}`, ` ${text}\n`, `[${text}]`, JSON.stringify(text)),
  );

const huge = fc.oneof(
  fc
    .constantFrom('[', '{"a":', '"', '[[],')
    .chain((one) => fc.constantFrom(2_000, 100_000).map((times) => one.repeat(times))),
  fc
    .constantFrom(MEGABYTE - 10, MEGABYTE, MEGABYTE + 1, 3 * MEGABYTE)
    .map((length) => `"${'x'.repeat(length - 2)}"`),
  fc.constant(`{${Array.from({ length: 20_000 }, (_none, index) => `"f${index}":0`).join(',')}}`),
);

function bodyOf({ body }: Operation): fc.Arbitrary<string | undefined> {
  const text = hostileText;
  if (body === undefined) {
    const some = fc.oneof(text, fc.json());
    return fc.oneof({ weight: 10, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });
  }
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...body.examples.map(mutated)) },
    { weight: 1, arbitrary: valueOf(body.schema) },
    { weight: 1, arbitrary: valueOf(body.schema).chain(mutated) },
  );
  const written =
    body.contentType === 'application/json' ? value.map((one) => JSON.stringify(one)) : value.map(formOf);
  return fc.oneof(
    { weight: 24, arbitrary: written },
    { weight: 4, arbitrary: written.chain(spoilt) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(undefined, '', '{}', 'null', '[]') },
  );
}

function formOf(value: unknown): string {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value]];
  const pairs = fields.map(([name, one]) => `${encode(String(name))}=${encode(String(one))}`);
  return [...pairs, ...pairs.slice(0, pairs.length % 2)].join('&');
}

const ODD_TYPES = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json;',
  'APPLICATION/JSON',
  'application/jsonp',
  'x',
  'multipart/form-data; boundary=x',
  'application/json, text/plain',
  '*/*',
  'application/xml',
];
const RANGES = [
  'bytes=0-10',
  'bytes=-5',
  'bytes=5-',
  'bytes=0-0,2-3',
  'bytes=10-5',
  `bytes=${'9'.repeat(30)}-`,
  'bytes=',
  'items=0-1',
  'bytes=0-,0-,0-',
  'bytes=a-b',
];
const TAGS = ['*', '"x"', 'W/"x"', '"', '', '"a", "b"', 'x'];
const DATES = [
  'Mon, 09 Mar 2026 21:18:46 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '0',
  'yesterday',
  'Mon, 99 Mar 2026',
];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Range: RANGES,
  'If-Range': [...TAGS, ...DATES],
  'If-Match': TAGS,
  'If-None-Match': TAGS,
  'If-Modified-Since': DATES,
  'If-Unmodified-Since': DATES,
  'Idempotency-Key': ['k', 'k'.repeat(255), 'k'.repeat(256), ' ', '__proto__', '"k"'],
  Prefer: [
    'wait=0',
    'wait=1',
    'wait=-1',
    'wait=99999999999',
    'respond-async, wait=1',
    'handling=strict',
    ',',
  ],
  Accept: ['text/html', 'application/json;q=0', '*/*', ';'],
  'Accept-Encoding': ['gzip', 'gzip;q=0', 'identity;q=0', 'br, gzip;q=0.1', '*', ',;=,'],
  Origin: ['null', 'https://evil.test', 'http://127.0.0.1', '*'],
  'Sec-Fetch-Site': ['cross-site', 'same-origin', 'x'],
  'Access-Control-Request-Method': ['POST', 'BREW', ''],
  'Access-Control-Request-Headers': ['arena_session_id', '__proto__', ','],
  Expect: ['100-continue', 'the-impossible'],
  Upgrade: ['websocket', 'h2c'],
  'X-HTTP-Method-Override': ['DELETE', 'PUT'],
  'X-Forwarded-For': ['127.0.0.1', "' OR 1=1"],
  'X-Original-URL': ['/metrics'],
  Host: ['', 'evil.test', '127.0.0.1:1', '[', 'a b'],
  'Arena-Usage-Reason': ['x'.repeat(3_000), 'a\tb', '{"level":50}'],
  'Content-Encoding': ['gzip', 'br', 'x'],
  TE: ['trailers', 'chunked'],
  Connection: ['close', 'upgrade', 'keep-alive, x'],
};

/** Header values are bytes of Latin-1 without control characters; what else there could be is for raw-cases. */
const latin = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/gu, '?');
const extraHeader = fc
  .constantFrom(...Object.keys(HEADERS))
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...(HEADERS[name] ?? [])) },
        { weight: 1, arbitrary: hostileText.map(latin) },
      ),
    ),
  );

type Header = readonly [string, string];
const liveToken = fc.oneof(
  { weight: 8, arbitrary: fc.constant(nameFor('member')) },
  { weight: 3, arbitrary: fc.constantFrom(...LIVE_SESSIONS.map(nameFor)) },
);
const anyToken = fc.oneof(
  { weight: 30, arbitrary: liveToken },
  { weight: 1, arbitrary: fc.constantFrom(...SESSIONS.map(nameFor), 'A'.repeat(43), '', 'null') },
  { weight: 1, arbitrary: hostileText.map(latin) },
);

/** A session where each kind of client puts it. */
const credentials: fc.Arbitrary<readonly Header[]> = fc.oneof(
  { weight: 40, arbitrary: anyToken.map((token) => [['arena_session_id', token] as const]) },
  { weight: 6, arbitrary: anyToken.map((token) => [['Authorization', `Bearer ${token}`] as const]) },
  {
    weight: 6,
    arbitrary: anyToken.map((token) => [
      ['Cookie', `a=b; arena_session_id=${token.replaceAll(';', '')}`] as const,
    ]),
  },
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyToken, anyToken)
      .map(([one, two]) => [['arena_session_id', one] as const, ['arena_session_id', two] as const]),
  },
  {
    weight: 1,
    arbitrary: hostileText.map((text) => [
      ['Authorization', `Basic ${Buffer.from(text).toString('base64')}`] as const,
    ]),
  },
);
/** For logging out: that would end the sessions of all requests that follow. */
const deadCredentials: fc.Arbitrary<readonly Header[]> = fc
  .constantFrom(nameFor('ended'), 'A'.repeat(43))
  .map((token) => [['arena_session_id', token] as const]);

function caseOf(operation: Operation): fc.Arbitrary<ApiCase> {
  const isLogout = operation.path === '/v1/logout';
  return fc
    .record({
      method: fc.oneof(
        { weight: 10, arbitrary: fc.constant(operation.method) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      path: pathOf(operation),
      query: queryOf(operation),
      body: fc.oneof({ weight: 300, arbitrary: bodyOf(operation) }, { weight: 1, arbitrary: huge }),
      type: fc.oneof(
        { weight: 10, arbitrary: fc.constant(operation.body?.contentType ?? 'application/json') },
        { weight: 1, arbitrary: fc.constantFrom(...ODD_TYPES) },
      ),
      who: isLogout ? deadCredentials : credentials,
      extra: fc.array(extraHeader, { maxLength: 3 }),
      described: fc.subarray(
        operation.headers.map(({ name }) => name),
        { maxLength: Math.min(operation.headers.length, 2) },
      ),
    })
    .chain(({ described, ...rest }) =>
      fc.tuple(...described.map(valueOfHeader)).map((values): ApiCase => {
        const { method, path, query, body, type, who, extra } = rest;
        const headers: Header[] = [...who, ...values, ...extra];
        // Not waited for: what is measured is that an answer comes, not how long an export takes.
        if (!headers.some(([name]) => name === 'Prefer')) headers.push(['Prefer', 'respond-async']);
        if (body !== undefined && type !== '') headers.push(['Content-Type', type]);
        return { kind: 'api', method, path: query === '' ? path : `${path}?${query}`, headers, body };
      }),
    );
}

const valueOfHeader = (name: string): fc.Arbitrary<Header> =>
  fc.tuple(fc.constant(name), fc.constantFrom(...(HEADERS[name] ?? [''])));

export function apiCases(operations: readonly Operation[]): fc.Arbitrary<ApiCase> {
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: TAKES_PASSWORD.has(`${operation.method} ${operation.path}`) ? PASSWORD_WEIGHT : WEIGHT,
      arbitrary: caseOf(operation),
    })),
  );
}
