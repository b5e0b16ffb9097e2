import { describe, expect, it } from 'vitest';
import { codesOf, createApi, messagesOf, type Api } from '../support/api-client.ts';
import { ADMIN_EMAIL, useServer } from '../support/acceptance.ts';

const served = useServer({ env: { WAYBILL_ERROR_CODES: 'samples' } });

const criterion = (attribute: string, operator: string, value: unknown) => ({
  name: 'x',
  world: 'ITEMS',
  criteria: [[{ attribute, operator, value }]],
});

describe('errorCodes: samples', () => {
  it.each<[string, object, [number, string]]>([
    ['required', { world: 'ITEMS' }, [3006, 'The attribute "name" is required.']],
    [
      'not an option',
      { name: 'x', world: 'MARS' },
      [3011, 'The specified value "MARS" is not a valid option for the attribute "world".'],
    ],
    ['not valid', { name: 7, world: 'ITEMS' }, [4003, 'The value for the attribute "name" is not valid.']],
    [
      'not creatable',
      { name: 'x', world: 'ITEMS', guid: 'X' },
      [4004, 'The attribute "guid" is not creatable.'],
    ],
  ])('answers the old number, in the same words: %s [API-77]', async (_, body, [code, message]) => {
    const answer = await served.admin.post('/v1/exports', body);
    expect([codesOf(answer), messagesOf(answer)]).toEqual([[400, code], [message]]);
  });

  it('lists every violation, each with its number', async () => {
    const answer = await served.admin.post('/v1/exports', {
      description: 7,
      world: 'MARS',
      guid: 'X',
      criteria: [[{ attribute: 'colour', operator: 'IS_EQUAL_TO', value: 'red' }]],
    });
    const [status, ...codes] = codesOf(answer);
    expect([status, codes.sort()]).toEqual([400, [3004, 3006, 3011, 4003, 4004]]);
  });

  it('of queries and of logins too', async () => {
    const nobody = createApi(served.url);
    expect(codesOf(await nobody.post('/v1/login', {}))).toEqual([400, 3006, 3006]);
    expect(codesOf(await served.admin.get('/v1/exports?name=a&name=b'))).toEqual([400, 4003]);
  });

  it.each<[string, (api: Api) => ReturnType<Api['get']>, number[]]>([
    ['a GUID', (api) => api.get('/v1/exports/X'), [400, 3011]],
    [
      'an unknown attribute',
      (api) => api.post('/v1/exports', criterion('x', 'IS_EQUAL_TO', 'a')),
      [400, 3004],
    ],
    ['an operator', (api) => api.post('/v1/exports', criterion('number', 'IS_AFTER', 'a')), [400, 3114]],
    ['too long', (api) => api.post('/v1/exports', { name: 'x'.repeat(101), world: 'ITEMS' }), [400, 3101]],
    ['an unknown parameter', (api) => api.get('/v1/exports?colour=red'), [400, 3019]],
    ['paging', (api) => api.get('/v1/exports?limit=0'), [400, 3041]],
    ['a number', (api) => api.get('/v1/exports?number=zero'), [400, 3141]],
    ['syntax', (api) => api.send('/v1/exports', { method: 'POST', text: '{' }), [400, 400]],
    ['no endpoint', (api) => api.get('/v1/nothing'), [404, 404]],
    ['no method', (api) => api.send('/v1/exports', { method: 'PUT' }), [405, 405]],
    [
      'a content type',
      (api) =>
        api.send('/v1/exports', { method: 'POST', text: '{}', headers: { 'Content-Type': 'text/json' } }),
      [415, 415],
    ],
    ['no session', ({ url }) => createApi(url).get('/v1/exports'), [401, 401]],
    [
      'a wrong login',
      ({ url }) => createApi(url).post('/v1/login', { email: ADMIN_EMAIL, password: 'x' }),
      [400, 4001],
    ],
  ])('leaves every other number as it is: %s [API-77]', async (_, call, codes) => {
    expect(codesOf(await call(served.admin))).toEqual(codes);
  });

  it('is what the document says too', async () => {
    const { body, text } = await served.admin.get<{ paths: Record<string, unknown> }>('/openapi.json');
    expect(JSON.stringify(body.paths['/v1/login'])).toContain('3006: The attribute');
    expect(text).not.toContain('3001: The attribute');
    expect(text).not.toContain('3031: The attribute');
  });

  it('a value that is neither is told at start', async () => {
    const { code, stderr } = await served.installation.run(['serve'], { WAYBILL_ERROR_CODES: 'new' });
    expect([code, stderr]).toEqual([2, 'WAYBILL_ERROR_CODES is "new": expected one of tables, samples.\n']);
  });
});
