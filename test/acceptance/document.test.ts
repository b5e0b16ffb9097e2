import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { checkAnswer } from '../support/answer-check.ts';
import { createApi } from '../support/api-client.ts';

interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly examples?: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, object>> }>
  >;
  readonly security?: readonly object[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
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

  it('holds every answer of these tests to what it describes', async () => {
    const { admin } = served;
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of ['X-Request-Id', 'X-Arena-Requests-Remaining', 'X-Arena-Next-Request-Limit-Reset'])
      headers.set(name, 'x');
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
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
