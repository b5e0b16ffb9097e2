import fc from 'fast-check';

const SQL = [
  "' OR 1=1 --",
  "'; DROP TABLE items; --",
  '$1',
  '\\',
  "E'\\x27'",
  '1/**/OR/**/1=1',
  '%27%20OR%20%271',
];
const TRAVERSAL = [
  '..',
  '../../etc/passwd',
  '..\\..\\boot.ini',
  '/etc/passwd',
  'file:///etc/passwd',
  '....//',
  '.',
];
const PROTOTYPE = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__.x'];
const NUMBERS = [
  '-1',
  '0',
  '9'.repeat(40),
  '1e400',
  '0x10',
  'NaN',
  '-0',
  '1.5',
  '2147483648',
  '9007199254740993',
];
const TIMES = [
  '2026-03-09T21:18:46Z',
  '0000-00-00T00:00:00Z',
  '"2026-13-01T00:00:00Z"',
  '275760-09-13T00:00:01Z',
  '-271821-04-20T00:00:00Z',
  '2026-03-09T21:18:46.999999999Z',
  '2026-03-09 21:18:46',
];
const MARKUP = [
  '{0}',
  '${7*7}',
  '{{7*7}}',
  '<script>',
  '=HYPERLINK("x")',
  '%s%n',
  '#{x}',
  '`id`',
  '$(id)',
  '\u202e',
];
const BREAKS = [
  '\0',
  '\r\nX-Evil: 1',
  '\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '%00',
  '%',
  '%FF',
  '%ED%A0%80',
  '\ud800',
  '\udfff',
];
const WORDS = ['', ' ', 'true', 'null', 'COMPLETE', '*', '**********a', '_%', '[[]]', '{}', 'a,b', '"', "''"];

/** Text that breaks what takes text for granted: lone surrogates too. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SQL, ...TRAVERSAL, ...PROTOTYPE, ...MARKUP) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS, ...TIMES, ...BREAKS, ...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', '*', '%', '*a', '\u00e9', '\0', '9', '"', '('),
        fc.integer({ min: 50, max: 3_000 }),
      )
      .map(([one, times]) => one.repeat(times)),
  },
);

const deepValue: fc.Arbitrary<unknown> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 500 }))
  .map(([isList, depth]) => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value };
    return value;
  });

/** A JSON value of any type but the one that is wanted. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      1e308,
      1.5,
      -0,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
      [{}],
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: deepValue },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileText, fc.integer({ min: 2, max: 300 }))
      .map(([one, times]) => Array<string>(times).fill(one)),
  },
);

/** JSON.parse makes `__proto__` an ordinary field, as a client's bytes do. */
const prototypeFields = fc
  .constantFrom(
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"__proto__":null}',
  )
  .map((text) => JSON.parse(text) as object);

/** What an example could be instead: a field or a member replaced, removed, doubled or new. */
export function mutated(example: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(example)) {
    return fc.oneof(
      { weight: 6, arbitrary: fc.tuple(...example.map(mutated)) },
      { weight: 1, arbitrary: fc.constant([...(example as unknown[]), ...(example as unknown[])]) },
      { weight: 1, arbitrary: hostileValue },
    );
  }
  if (typeof example !== 'object' || example === null)
    return fc.oneof({ weight: 6, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: hostileValue });
  const fields = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, mutated(value)]));
  return fc.oneof(
    { weight: 5, arbitrary: fc.record(fields) },
    { weight: 2, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.record(fields), fc.dictionary(hostileText, hostileValue, { maxKeys: 3 }), prototypeFields)
        .map(([body, more, poison]) => withFields(body, more, poison)),
    },
    { weight: 1, arbitrary: hostileValue },
  );
}

/** A spread would make no field of `__proto__`. */
function withFields(...parts: readonly object[]): object {
  const whole = {};
  for (const part of parts)
    for (const [name, value] of Object.entries(part))
      Object.defineProperty(whole, name, { value, enumerable: true, configurable: true, writable: true });
  return whole;
}
