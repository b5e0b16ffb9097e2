import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { checkAnswer } from '../support/answer-check.ts';
import { createApi } from '../support/api-client.ts';

interface DescribedBody {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, DescribedBody>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, object>> }>
  >;
  readonly security?: readonly object[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly headers: Readonly<Record<string, { readonly schema: object }>>;
  };
}

const served = useServer();
const read = async (): Promise<Document> =>
  (await (await fetch(`${served.url}/openapi.json`)).json()) as Document;

function operationsOf({ paths }: Document): [name: string, operation: DescribedOperation][] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, one]): [string, DescribedOperation] => [
      `${method.toUpperCase()} ${path}`,
      one,
    ]),
  );
}

describe('/openapi.json', () => {
  it('is an OpenAPI 3.1 document in which a linter finds nothing', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    const problems = await lintFromString({
      source: JSON.stringify(document),
      config: await createConfig({ extends: ['recommended'] }),
    });
    expect(
      problems.map(
        ({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`,
      ),
    ).toEqual([]);
  });

  it('gives every operation a summary, words for each parameter, an example of each body and the errors it can answer', async () => {
    const operations = operationsOf(await read());
    expect(operations.length).toBeGreaterThan(15);
    for (const [name, { summary, parameters, requestBody, responses, security }] of operations) {
      expect(summary, name).toMatch(/\S/);
      for (const parameter of parameters)
        expect(parameter.description, `${name} ${parameter.name}`).toMatch(/\S/);
      for (const media of Object.values(requestBody?.content ?? {}))
        expect(Object.keys(media.examples ?? {}), name).not.toEqual([]);
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (content['application/json'] !== undefined)
          expect(Object.keys(content['application/json']).join(), `${name} ${status}`).toMatch(/example/);
      }
      if (security?.length !== 0)
        expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['401', '429']));
      if (name.startsWith('GET /v1') || name.includes('/v1/exports'))
        expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['400', '500', '503']));
    }
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names every route that the server has', async () => {
    const document = await read();
    // A path that is described answers 405 to a method that is not, a path of nobody's 404.
    for (const path of Object.keys(document.paths)) {
      const { status, headers } = await fetch(served.url + path.replace(/\{[^}]+\}/g, 'X'), {
        method: 'DELETE',
      });
      expect(status, path).toBe(405);
      const allowed = headers
        .get('allow')!
        .split(', ')
        .filter((method) => method !== 'HEAD');
      expect(
        Object.keys(document.paths[path]!)
          .map((method) => method.toUpperCase())
          .sort(),
        path,
      ).toEqual(allowed.sort());
    }
  });

  it('describes bodies that the server takes: its examples, and criteria in every form', async () => {
    const { paths } = await read();
    for (const [path, operations] of Object.entries(paths)) {
      for (const { requestBody } of Object.values(operations)) {
        for (const { schema, examples = {} } of Object.values(requestBody?.content ?? {})) {
          const validate = new Ajv2020({ strict: false }).compile(schema);
          for (const { value } of Object.values(examples)) expect(validate(value), path).toBe(true);
        }
      }
    }
    const { schema } = paths['/v1/exports/{guid}/runs']!['post']!.requestBody!.content['application/json']!;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const [one, other] = [
      { attribute: 'number', operator: 'STARTS_WITH', value: '900-' },
      { attribute: 'A'.repeat(20), operator: 'IS_IN', value: ['a', 'b'] },
    ];
    for (const criteria of [
      null,
      [],
      [one],
      [one, 'AND', other],
      [[one]],
      [[one, 'OR', other], 'AND', [other]],
    ])
      expect(validate({ criteria }), JSON.stringify(criteria)).toBe(true);
    for (const value of ['a', 1.5, true, ['a']])
      expect(validate({ criteria: [[{ ...one, value }]] })).toBe(true);
    for (const criteria of [
      'number',
      {},
      [[]],
      [[[one]]],
      [[one], 'NOT', [one]],
      [[{ attribute: 'number', operator: 'STARTS_WITH' }]],
      [[{ ...one, operator: 'LIKE' }]],
      [[{ ...one, value: null }]],
      [[{ ...one, value: [] }]],
      [[{ ...one, more: 1 }]],
    ])
      expect(validate({ criteria }), JSON.stringify(criteria)).toBe(false);
    const text = JSON.stringify(schema);
    for (const name of [
      'modifiedBOM',
      'supplierItem.number',
      'any',
      'IS_LESS_THAN_OR_EQUAL_TO',
      'DOES_NOT_START_WITH',
    ])
      expect(text).toContain(`"${name}"`);
  });

  it('says what the wire takes for an option: each spelling, in any letter case', async () => {
    const { paths } = await read();
    const { schema } = paths['/v1/exports']!['post']!.requestBody!.content['application/json']!;
    const { properties } = schema as {
      properties: Record<string, { description?: string; properties: Record<string, { items: object }> }>;
    };
    expect(properties['options']!.properties['exportViews']!.items).toMatchObject({
      enum: expect.arrayContaining([
        'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE',
        'SOURCING_SUPPLIERITEM_SPECS_PROFILE',
      ]) as string[],
      description: expect.stringContaining('any letter case') as string,
    });
    expect(properties['world']!.description).toBe('What is exported. In any letter case.');
    const { parameters } = paths['/v1/exports/{guid}/runs']!['get']!;
    expect(parameters.find(({ name }) => name === 'status')!.description).toContain('any letter case');
  });

  it('gives numbers, bounds and defaults as such', async () => {
    const { paths, components } = await read();
    expect(components.headers['X-Arena-Requests-Remaining']!.schema).toEqual({ type: 'integer', minimum: 0 });
    for (const path of ['/v1/exports', '/v1/exports/{guid}/runs', '/v1/items', '/v1/items/{guid}/bom']) {
      const schemas = Object.fromEntries(
        paths[path]!['get']!.parameters.map(({ name, schema }) => [name, schema]),
      );
      expect(schemas['offset'], path).toMatchObject({ type: 'integer', minimum: 0, default: 0 });
      expect(schemas['limit'], path).toEqual({ type: 'integer', minimum: 1, maximum: 400, default: 20 });
    }
    const { parameters } = paths['/v1/exports/{guid}/runs']!['post']!;
    expect(parameters.find(({ name }) => name === 'Prefer')!.description).toContain('60 s');
  });

  it('holds every answer of these tests to what it describes', async () => {
    const { admin } = served;
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of ['X-Request-Id', 'X-Arena-Requests-Remaining', 'X-Arena-Next-Request-Limit-Reset'])
      headers.set(name, '7');
    const answer = { method: 'GET', path: '/v1/exports?limit=1', status: 200, headers, text: '' };
    const check = (change: Partial<typeof answer>) => checkAnswer(admin.url, { ...answer, ...change });
    await check({ text: '{"count":0,"results":[]}' });
    const refused = /openapi\.json does not describe this answer/;
    await expect(check({ text: '{"count":0}' })).rejects.toThrow(refused);
    await expect(check({ text: '{"count":0,"results":[],"more":1}' })).rejects.toThrow(refused);
    await expect(check({ text: '{"count":"0","results":[]}' })).rejects.toThrow(refused);
    await expect(check({ text: '{}', status: 418 })).rejects.toThrow(refused);
    await expect(
      check({ text: '{"count":0,"results":[]}', headers: new Headers({ 'content-type': 'text/html' }) }),
    ).rejects.toThrow(refused);
    const notANumber = new Headers(headers);
    notANumber.set('X-Arena-Requests-Remaining', 'many');
    await expect(check({ text: '{"count":0,"results":[]}', headers: notANumber })).rejects.toThrow(refused);
    const error = (code: number) => JSON.stringify({ status: 400, errors: [{ code, message: 'x' }] });
    await check({ status: 400, text: error(3041) });
    await expect(check({ status: 400, text: error(3142) })).rejects.toThrow(refused);
  });
});

describe('/docs', () => {
  it.each(['/docs', '/docs/', '/docs/json', '/docs/static/swagger-ui-bundle.js', '/openapi.json'])(
    '%s needs no session and counts against no allowance',
    async (path) => {
      const remaining = async (): Promise<string | null> =>
        (await served.admin.get('/v1/exports')).headers.get('x-arena-requests-remaining');
      const before = Number(await remaining());
      const answer = await createApi(served.url).get(path);
      expect(answer.status).toBe(200);
      expect(Number(await remaining())).toBe(before - 1);
    },
  );

  it('loads nothing from elsewhere', async () => {
    const page = await createApi(served.url).get('/docs');
    const policy = page.headers.get('content-security-policy');
    for (const rule of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("'unsafe-inline'");
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
