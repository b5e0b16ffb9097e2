import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createTestHttpServer } from '../../../test/support/http-server.ts';

interface Answered {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly retryAfter?: string;
  readonly body: string;
}

it('a request that comes on an open connection while the server closes is told to come again, and is the last one on it', async () => {
  const app = createTestHttpServer();
  app.get('/v1/x', async () => ({ x: 1 }));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { port } = app.server.address() as AddressInfo;
      get({ host: '127.0.0.1', port, path: '/v1/x', agent }, (response) => {
        const { statusCode: status, headers } = response;
        text(response).then((body) => {
          const retryAfter = headers['retry-after'];
          resolve({ status, connection: headers.connection, body, ...(retryAfter && { retryAfter }) });
        }, reject);
      }).on('error', reject);
    });
  let late: Answered | undefined;
  app.addHook('preClose', async () => {
    late = await ask();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const early = await ask();
  await app.close();
  agent.destroy();
  expect(early).toEqual({ status: 200, connection: 'keep-alive', body: '{"x":1}' });
  expect(late).toEqual({ status: 503, connection: 'close', retryAfter: '5', body: late!.body });
  expect(JSON.parse(late!.body)).toMatchObject({ status: 503, errors: [{ code: 503 }] });
});
