import {
  createHttpServer,
  type HttpServer,
  type HttpServerSettings,
} from '../../src/platform/http/server.ts';
import { createLog } from '../../src/platform/log/log.ts';

/** A server of this API's manners without its routes: those of the test. */
export function createTestHttpServer(settings: Partial<HttpServerSettings> = {}): HttpServer {
  return createHttpServer(
    {
      log: createLog('silent'),
      serverName: 'Test',
      strictContentType: false,
      errorCodes: 'tables',
      corsOrigins: [],
      trustedProxies: [],
      ...settings,
    },
    async () => undefined,
  );
}
