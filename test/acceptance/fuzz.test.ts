import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createApi, define, ONE_ITEM, runToEnd } from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const CASES = process.env['WAYBILL_TEST_LONG'] === '1' ? 5_000 : 200;
/** The server gives up on a request that takes longer to arrive; an answer has to be there before. */
const TIMEOUT_MS = 30_000;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
/** Thousands of requests take longer than a test may by default. */
const TEST_TIMEOUT_MS = 900_000;
const SERVER_FAULT = 500;

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly examples: Record<string, { readonly value: unknown }> }>
    >;
  };
}
interface Route {
  readonly path: string;
  readonly methods: readonly string[];
  readonly parameters: readonly string[];
  readonly contentType: string;
  readonly bodies: readonly unknown[];
}

const served = useServer({ sample: true });
let routes: readonly Route[];
/** What is there, so that paths lead further than to their first GUID. */
let guids: readonly string[];

beforeAll(async () => {
  const { body } = await served.admin.get<{ paths: Record<string, Record<string, Described>> }>(
    '/openapi.json',
  );
  routes = Object.entries(body.paths).map(([path, operations]) => {
    const all = Object.values(operations);
    const contents = all.flatMap(({ requestBody }) => Object.entries(requestBody?.content ?? {}));
    return {
      path,
      methods: Object.keys(operations).map((method) => method.toUpperCase()),
      parameters: all.flatMap(({ parameters = [] }) =>
        parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      ),
      contentType: contents[0]?.[0] ?? 'application/json',
      bodies: contents.flatMap(([, { examples }]) => Object.values(examples).map(({ value }) => value)),
    };
  });
  const definition = await define(served.admin, { criteria: ONE_ITEM });
  const open = await define(served.admin, { criteria: null });
  const run = await runToEnd(served.admin, definition);
  guids = [definition.guid, open.guid, run.guid, run.files![0]!.guid];
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '',
    '\0',
    '%',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    '{0}',
    '\u202e',
    '9'.repeat(40),
    '-1',
    '1e400',
  ),
  fc.constantFrom(
    '2026-03-09T21:18:46Z',
    '0000-00-00T00:00:00Z',
    '"2026-13-01T00:00:00Z"',
    'true',
    'COMPLETE',
    '1',
    '400',
    '*',
    '[[]]',
  ),
);

/** What one example could be instead: some field replaced, removed, or new. */
const mutated = (example: unknown): fc.Arbitrary<unknown> =>
  typeof example !== 'object' || example === null
    ? fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: fc.jsonValue() })
    : Array.isArray(example)
      ? fc.oneof(
          { weight: 4, arbitrary: fc.tuple(...example.map(mutated)) },
          { weight: 1, arbitrary: fc.jsonValue() },
        )
      : fc
          .record(
            Object.fromEntries(Object.entries(example).map(([name, value]) => [name, mutated(value)])),
            {
              requiredKeys: [],
            },
          )
          .chain((body) =>
            fc.oneof(
              { weight: 4, arbitrary: fc.constant(body) },
              {
                weight: 1,
                arbitrary: fc.dictionary(hostileText, fc.jsonValue()).map((more) => ({ ...body, ...more })),
              },
            ),
          );

interface Case {
  readonly method: string;
  readonly path: string;
  readonly text: string | undefined;
  readonly headers: Record<string, string>;
}

const caseOf = (route: Route): fc.Arbitrary<Case> =>
  fc
    .record({
      method: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...route.methods) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      parts: fc.array(
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...guids) }, { weight: 1, arbitrary: hostileText }),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
      query: fc.array(
        fc.tuple(
          route.parameters.length === 0
            ? hostileText
            : fc.oneof(
                { weight: 6, arbitrary: fc.constantFrom(...route.parameters) },
                { weight: 1, arbitrary: hostileText },
              ),
          hostileText,
        ),
        { maxLength: 3 },
      ),
      body: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.oneof(...[{}, ...route.bodies].map(mutated)).map((one) => JSON.stringify(one)),
        },
        { weight: 1, arbitrary: fc.json() },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      type: fc.oneof(
        { weight: 5, arbitrary: fc.constant(route.contentType) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'application/json',
            'text/plain',
            'application/x-www-form-urlencoded',
            'x',
          ),
        },
      ),
      token: fc.oneof(
        { weight: 9, arbitrary: fc.constant(served.admin.token!) },
        { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
      ),
      extra: fc.dictionary(
        fc.constantFrom(
          'Range',
          'If-Range',
          'If-None-Match',
          'If-Match',
          'Idempotency-Key',
          'Accept',
          'Accept-Encoding',
          'Origin',
        ),
        fc.string({ maxLength: 30 }),
        { maxKeys: 2 },
      ),
    })
    .map(({ method, parts, query, body, type, token, extra }) => {
      const isSent = body !== undefined && method !== 'GET' && method !== 'HEAD';
      let index = 0;
      const path = route.path.replace(/\{[^}]+\}/g, () => encode(parts[index++] ?? ''));
      const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
      return {
        method,
        path: search === '' ? path : `${path}?${search}`,
        text: isSent ? body : undefined,
        // Runs are not waited for: what is measured is that an answer comes, not how long an export takes.
        headers: {
          arena_session_id: token,
          Prefer: 'respond-async',
          ...extra,
          ...(isSent && { 'Content-Type': type }),
        },
      };
    });

/** A path whose last part is a dot or nothing would be another path; half a character cannot be sent. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E');

it(
  `of ${CASES} requests to the routes of openapi.json, each is answered in time and none is a fault`,
  { timeout: TEST_TIMEOUT_MS },
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes).chain(caseOf), async ({ method, path, text, headers }) => {
        // The session goes on whatever is asked.
        fc.pre(
          !(
            path.startsWith('/v1/logout') &&
            method === 'PUT' &&
            headers['arena_session_id'] === served.admin.token
          ),
        );
        const response = await fetch(served.url + path, {
          method,
          headers,
          ...(text !== undefined && { body: text }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const answer = await response.text();
        expect(response.status, answer).toBeLessThan(SERVER_FAULT);
        seen.set(String(response.status), (seen.get(String(response.status)) ?? 0) + 1);
        if (response.status >= 400 && answer !== '') {
          const said = JSON.parse(answer) as Record<string, unknown>;
          expect('error' in said ? said : said['status'], answer).toEqual(
            'error' in said
              ? { error: expect.any(String) as string, error_description: expect.any(String) as string }
              : response.status,
          );
        }
      }),
      { numRuns: CASES, endOnFailure: true },
    );
    // Random requests that are all refused in the same way would say nothing.
    for (const status of ['200', '400'])
      expect(seen.get(status), JSON.stringify([...seen])).toBeGreaterThan(CASES / 40);
    expect((await createApi(served.url).get('/health/ready')).status).toBe(200);
    expect(served.server.output()).not.toContain('request failed');
  },
);
