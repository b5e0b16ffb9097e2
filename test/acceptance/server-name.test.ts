import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { createApi } from '../support/api-client.ts';

describe('the setting serverName', () => {
  const served = useServer({ env: { WAYBILL_SERVER_NAME: 'Parts/2.1 (exports)' } });

  it.each([
    ['/v1/exports', 200],
    ['/v1/exports?colour=red', 400],
    ['/v1/nothing', 404],
    ['/health/live', 200],
    ['/openapi.json', 200],
  ])('is what the header Server says of %s: %i [API-204]', async (path, status) => {
    const answer = await served.admin.get(path);
    expect([answer.status, answer.headers.get('server')]).toEqual([status, 'Parts/2.1 (exports)']);
  });

  it('is what the header Server says without a session, too [API-204]', async () => {
    const answer = await createApi(served.url).get('/v1/exports');
    expect([answer.status, answer.headers.get('server')]).toEqual([401, 'Parts/2.1 (exports)']);
  });
});
