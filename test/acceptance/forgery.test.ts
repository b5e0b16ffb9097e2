import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, createApi, define, messagesOf, type Definition } from '../support/api-client.ts';

const ALLOWED = 'https://bi.example.com';

describe('a request with the session in a cookie', () => {
  const served = useServer({
    env: {
      WAYBILL_CORS_ORIGINS: `${ALLOWED}, *`,
      WAYBILL_WORKERS: '0',
      WAYBILL_RUNS_IN_PROGRESS: 'none',
    },
  });
  let definition: Definition;
  beforeAll(async () => {
    definition = await define(served.admin);
  });

  const startRun = (headers: Readonly<Record<string, string>>, method = 'POST') =>
    createApi(served.url).send(`/v1/exports/${definition.guid}/runs`, {
      method,
      headers: { Cookie: `arena_session_id=${served.admin.token!}`, ...headers },
    });
  const origin = (): string => new URL(served.url).origin;

  // A POST without a body needs no preflight: any page can have its visitor's browser send it.
  it.each([
    ['Sec-Fetch-Site: cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['the Origin of another', { Origin: 'https://evil.example' }],
    ['an Origin that is none', { Origin: 'null' }],
    ['an Origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['Basic credentials beside it', { Origin: 'https://evil.example', Authorization: 'Basic YTpi' }],
  ])('is refused when another page has made it: %s', async (_, headers) => {
    const before = (await served.admin.get<{ count: number }>(`/v1/exports/${definition.guid}/runs`)).body;
    const answer = await startRun(headers);
    expect(codesOf(answer)).toEqual([403, 403]);
    expect(messagesOf(answer)[0]).toContain('arena_session_id');
    const { body } = await served.admin.get<{ count: number }>(`/v1/exports/${definition.guid}/runs`);
    expect(body.count).toBe(before.count);
    // To look is no harm: the page cannot read the answer.
    expect((await startRun(headers, 'GET')).status).toBe(200);
  });

  it.each([
    ['a program, which says nothing', () => ({})],
    ['a page of this server', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: origin() })],
    ['a page of this server in an older browser', () => ({ Origin: origin() })],
    ['an origin that is named', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: ALLOWED })],
    [
      'any page that knows the token',
      () => ({
        'Sec-Fetch-Site': 'cross-site',
        Origin: 'https://evil.example',
        arena_session_id: served.admin.token!,
      }),
    ],
  ])('is answered to %s', async (_, headers) => {
    expect((await startRun(headers())).status).toBe(201);
  });

  it('every answer tells browsers to take it for what it says it is, and to pass no address on', async () => {
    for (const path of ['/v1/exports', '/v1/nothing', '/docs', '/health/live']) {
      const { headers } = await createApi(served.url).get(path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
    }
  });
});
