import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../client/src/index.ts';

/** What a place has been told that is none of its business. */
const told: string[] = [];
let elsewhere: Server;
let server: Server;
const urlOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

async function listen(answer: RequestListener): Promise<Server> {
  const one = createServer(answer);
  one.listen(0, '127.0.0.1');
  await once(one, 'listening');
  return one;
}

beforeAll(async () => {
  elsewhere = await listen((request, response) => {
    request.on('data', (chunk: Buffer) => told.push(chunk.toString()));
    request.on('end', () => {
      told.push(String(request.headers['arena_session_id']));
      response
        .setHeader('Content-Type', 'application/json')
        .end('{"arenaSessionId":"T","count":0,"results":[]}');
    });
  });
  server = await listen((request, response) => {
    request.resume();
    response.writeHead(307, { Location: `${urlOf(elsewhere)}${request.url ?? ''}` }).end();
  });
});
afterAll(() => {
  server.close();
  elsewhere.close();
});

describe('a server that sends elsewhere', () => {
  it.each([
    [
      'a login',
      () =>
        createClient({ url: urlOf(server), credentials: { email: 'a@b.test', password: 'secret' } }).login(),
    ],
    ['a question', () => createClient({ url: urlOf(server), token: 'secret' }).GET('/v1/items')],
    ['a logout', () => createClient({ url: urlOf(server), token: 'secret' }).logout()],
  ])('is told of, and no secret goes there: %s', async (_, ask) => {
    const error: unknown = await ask().catch((thrown: unknown) => thrown);
    expect(told).toEqual([]);
    expect(error).toMatchObject({ name: 'WaybillError', status: 307 });
    expect((error as Error).message).toContain(`the server sends to ${urlOf(elsewhere)}/v1/`);
  });
});
