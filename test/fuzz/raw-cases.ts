import fc from 'fast-check';
import { hostileText } from './hostile.ts';
import { nameFor } from './scene.ts';

/** Bytes for a connection of their own, each a character of Latin-1. */
export interface RawCase {
  readonly kind: 'raw';
  readonly name: string;
  readonly bytes: string;
  /** A second request with the stranger's session lies in the first one's body or in what is no HTTP: it must not be answered. */
  readonly smuggles: boolean;
}

const CRLF = '\r\n';
const MAX_CHANGES = 5;
const session = (name: 'member' | 'stranger'): string => `arena_session_id: ${nameFor(name)}`;
const request = (line: string, headers: readonly string[], body = ''): string =>
  [line, 'Host: fuzz.test', ...headers, '', body].join(CRLF);

/** What is smuggled: its answer has the stranger's secret in it. */
const INNER = request(`GET /v1/exports/${nameFor('foreignDefinition')} HTTP/1.1`, [session('stranger')]);
const JSON_TYPE = 'Content-Type: application/json';

const LINES = [
  'POST /v1/exports HTTP/1.1',
  `POST /v1/exports/${nameFor('definition')}/runs HTTP/1.1`,
  'GET /v1/exports HTTP/1.1',
  'HEAD /v1/exports HTTP/1.1',
  'PUT /v1/exports HTTP/1.1',
  'OPTIONS /v1/exports HTTP/1.1',
  'POST /v1/login HTTP/1.1',
  'POST /oauth2/token HTTP/1.1',
  'POST /nowhere HTTP/1.1',
  'GET /docs HTTP/1.1',
] as const;
const line = fc.constantFrom<string>(...LINES);
const who = fc.constantFrom([session('member')], [], ['arena_session_id: none']);

/** Codings that no reader may take for chunked, nor pass over: without a length nobody knows where such a request ends. */
const WRONG_CODINGS = [
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding: identity',
  'Transfer-Encoding: chunked, identity',
  'Transfer-Encoding: chunked;q=1',
  'Transfer-Encoding: "chunked"',
  'Transfer-Encoding: chunked\x0b',
  'Transfer-Encoding:\x0bchunked',
  'Transfer-Encoding: chunked\0',
  'Transfer-Encoding: \u00ffchunked',
  'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
  'X: y\nTransfer-Encoding: identity',
];
/** Beside a length, each is a second opinion on where the request ends. */
const ODD_CODINGS = [
  ...WRONG_CODINGS,
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: identity, chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding\t: chunked',
  ' Transfer-Encoding: chunked',
  'Transfer_Encoding: chunked',
  'Transfer-Encoding:\r\n chunked',
  'X: y\r\n Transfer-Encoding: chunked',
  'X: y\nTransfer-Encoding: chunked',
  'X: y\rTransfer-Encoding: chunked',
  'Transfer-Encoding: identity\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: ',
  'Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked',
];
const ODD_LENGTHS = [
  '+0',
  '-0',
  '0, 0',
  '0,5',
  '0 0',
  '0x0',
  '00x',
  ' ',
  '',
  '0\x0b',
  '\x0b0',
  '0;',
  '"0"',
  '0.0',
  '0e5',
  '-1',
  '18446744073709551616',
  '9'.repeat(40),
  '0\r\n 5',
  '5\r\nContent-Length: 0',
  '0\r\nContent-Length: 5',
  '0\nX: y',
];
const ODD_CHUNK_ENDS = [
  '0\n\n',
  '0\r\n\n',
  '0\n\r\n',
  '0\r\r',
  '-0\r\n\r\n',
  '0x0\r\n\r\n',
  '+0\r\n\r\n',
  ' 0\r\n\r\n',
  '\t0\r\n\r\n',
  '10000000000000000\r\n\r\n',
  `${'0'.repeat(20)}g\r\n\r\n`,
  '0_0\r\n\r\n',
  '\r\n\r\n',
  ';\r\n\r\n',
  '0;a\n\r\n\r\n',
  '0;a\n\n',
  '0\x0b\r\n\r\n',
  '0\u00a0\r\n\r\n',
  '2\r\n{}0\r\n\r\n',
  '2\r\n{}\n0\r\n\r\n',
  '1\r\n{}\r\n0\r\n\r\n',
  '3\r\n{}\r\n0\r\n\r\n',
];

const named = (name: string, bytes: fc.Arbitrary<string>, smuggles = false) =>
  bytes.map((one): RawCase => ({ kind: 'raw', name, bytes: one, smuggles }));

/** Whatever of the odd coding is believed: by the length the second request is the first one's body. */
const lengthAndCoding = fc
  .tuple(line, who, fc.constantFrom(...ODD_CODINGS), fc.boolean(), fc.boolean())
  .map(([start, own, coding, isFirst, isOld]) => {
    const body = `0${CRLF}${CRLF}${INNER}`;
    const length = `Content-Length: ${body.length}`;
    const framing = isFirst ? [coding, length] : [length, coding];
    return request(
      isOld ? start.replace('/1.1', '/1.0') : start,
      [...own, JSON_TYPE, 'Connection: keep-alive', ...framing],
      body,
    );
  });

/** No reader may go on behind what it cannot understand. */
const oddLengths = fc
  .tuple(line, who, fc.constantFrom(...ODD_LENGTHS))
  .map(([start, own, length]) => request(start, [...own, JSON_TYPE, `Content-Length: ${length}`], INNER));
const oddCodings = fc
  .tuple(line, who, fc.constantFrom(...WRONG_CODINGS))
  .map(([start, own, coding]) => request(start, [...own, JSON_TYPE, coding], `0${CRLF}${CRLF}${INNER}`));
const oddChunks = fc
  .tuple(line, who, fc.constantFrom(...ODD_CHUNK_ENDS), fc.constantFrom('', `2${CRLF}{}${CRLF}`))
  .map(([start, own, end, before]) =>
    request(start, [...own, JSON_TYPE, 'Transfer-Encoding: chunked'], before + end + INNER),
  );

/** Bodies that nobody reads, because the answer is known before, are bodies all the same. */
const ignoredBodies = fc
  .tuple(
    line,
    who,
    fc.constantFrom(
      [],
      ['Expect: 100-continue'],
      ['Expect: nothing'],
      ['Upgrade: websocket', 'Connection: Upgrade'],
      ['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMAAABk'],
      ['X-HTTP-Method-Override: GET'],
    ),
    fc.boolean(),
  )
  .map(([start, own, more, isChunked]) =>
    isChunked
      ? request(
          start,
          [...own, JSON_TYPE, ...more, 'Transfer-Encoding: chunked'],
          `${INNER.length.toString(16)}${CRLF}${INNER}${CRLF}0${CRLF}${CRLF}`,
        )
      : request(start, [...own, JSON_TYPE, ...more, `Content-Length: ${INNER.length}`], INNER),
  );

/** In a header's value or a path, where a line break would end it. */
const inHeaders = fc
  .tuple(line, fc.constantFrom('\r', '\n', '\0', '\x85', '\r\n ', '\x0b', '\n\n', '\r\r'), fc.boolean())
  .map(([start, cut, isPath]) =>
    isPath
      ? request(start.replace(' HTTP', `/a${cut}${cut}${INNER.trimEnd()}${cut} HTTP`), [])
      : request(start, [`X-A: b${cut}${INNER.replaceAll(CRLF, cut)}`]),
  );

const GOOD = [
  request('GET /v1/exports?limit=2 HTTP/1.1', [session('member')]),
  request(`GET /v1/exports/${nameFor('definition')}/runs HTTP/1.1`, [
    `Authorization: Bearer ${nameFor('member')}`,
  ]),
  request(
    'POST /v1/exports HTTP/1.1',
    [session('member'), JSON_TYPE, 'Content-Length: 29'],
    '{"name":"raw","world":"ITEMS"}',
  ),
  request(
    'POST /v1/exports HTTP/1.1',
    [session('member'), JSON_TYPE, 'Transfer-Encoding: chunked'],
    `2${CRLF}{}${CRLF}0${CRLF}${CRLF}`,
  ),
  request('HEAD /health/live HTTP/1.1', []),
  request('GET /openapi.json HTTP/1.1', ['Accept-Encoding: gzip']),
];
const good = fc.constantFrom(...GOOD);
const pipelined = fc
  .array(good, { minLength: 2, maxLength: 8 })
  .map((all) => all.join('') + request('GET /health/live HTTP/1.1', ['Connection: close']));

const character = fc.oneof(
  fc.constantFrom('\r', '\n', '\0', ' ', ':', '\t', ';', ',', '%', '/', '\xff', '0', CRLF, `${CRLF}${CRLF}`),
  fc.nat(255).map((code) => String.fromCharCode(code)),
);
/** A byte changed, put in, taken out; a piece taken out or doubled. */
const change = fc.tuple(fc.nat(9_999), fc.nat(4), character, fc.nat(40));
const spoilt = fc
  .tuple(fc.oneof(good, pipelined), fc.array(change, { minLength: 1, maxLength: MAX_CHANGES }))
  .map(([bytes, changes]) => changes.reduce(changed, bytes));

function changed(
  bytes: string,
  [place, how, what, length]: readonly [number, number, string, number],
): string {
  const at = place % (bytes.length + 1);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (how) {
    case 0:
      return before + what + after.slice(1);
    case 1:
      return before + what + after;
    case 2:
      return before + after.slice(1);
    case 3:
      return before + after.slice(length);
    default:
      return before + after.slice(0, length) + after;
  }
}

const truncated = fc.tuple(good, fc.nat(9_999)).map(([bytes, place]) => bytes.slice(0, place % bytes.length));
const oversized = fc
  .tuple(
    fc.constantFrom('X-Long', 'Cookie', 'arena_session_id', 'Prefer'),
    fc.constantFrom(1, 1_000, 8_000, 16_000, 70_000),
    fc.constantFrom(1, 90, 2_500),
  )
  .map(([name, length, times]) => {
    const header = `${name}: ${'x'.repeat(length)}`;
    return request(
      'GET /v1/exports HTTP/1.1',
      Array<string>(Math.min(times, Math.ceil(200_000 / length))).fill(header),
    );
  });
const brokenLine = fc
  .tuple(
    fc.constantFrom(
      'GET',
      'get',
      '',
      'BREW',
      'G\0T',
      'CONNECT',
      'PRI',
      'X'.repeat(300),
      'M-SEARCH',
      'SOURCE',
    ),
    fc.oneof(
      fc.constantFrom(
        '/',
        '',
        '*',
        'a',
        '//',
        '/%',
        'http://evil.test/v1/exports',
        'evil.test:443',
        '/../../etc/passwd',
        '/v1/exports#x',
        `/${'a'.repeat(20_000)}`,
      ),
      hostileText.map((text) => `/${Buffer.from(text).toString('latin1')}`),
    ),
    fc.constantFrom(
      'HTTP/1.1',
      'HTTP/1.0',
      'HTTP/0.9',
      'HTTP/2.0',
      'HTTP/9.9',
      'http/1.1',
      'HTTP/1',
      '',
      'ICE/1.0',
      'HTTP/1.1 x',
      'RTSP/1.0',
    ),
  )
  .map(([method, path, version]) => request([method, path, version].join(' '), []));
const otherProtocols = fc.oneof(
  fc.constantFrom(
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0',
    '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',
    'SSH-2.0-x\r\n',
    '\x05\x01\0',
    '\0\0\0\x08\x04\xd2\x16\x2f',
    'EHLO x\r\n',
    CRLF.repeat(300),
    'PROXY TCP4 1.1.1.1 2.2.2.2 1 2\r\n',
    '*1\r\n$4\r\nPING\r\n',
  ),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);

export const rawCases: fc.Arbitrary<RawCase> = fc.oneof(
  { weight: 3, arbitrary: named('a length and a transfer coding', lengthAndCoding, true) },
  { weight: 2, arbitrary: named('an odd length', oddLengths, true) },
  { weight: 1, arbitrary: named('an odd transfer coding', oddCodings, true) },
  { weight: 2, arbitrary: named('an odd chunk', oddChunks, true) },
  { weight: 2, arbitrary: named('a body that is not asked for', ignoredBodies, true) },
  { weight: 2, arbitrary: named('a request in a header', inHeaders, true) },
  { weight: 4, arbitrary: named('changed bytes', spoilt) },
  { weight: 1, arbitrary: named('pipelined', pipelined) },
  { weight: 2, arbitrary: named('cut short', truncated) },
  { weight: 1, arbitrary: named('headers too large', oversized) },
  { weight: 2, arbitrary: named('a broken request line', brokenLine) },
  { weight: 1, arbitrary: named('another protocol', otherProtocols) },
);
