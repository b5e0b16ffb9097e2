import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { Type } from 'typebox';
import { ACCESS_TAG, ADMINISTRATION_TAG } from '../access/access.contract.ts';
import { TOKEN_PATH } from '../access/oauth.contract.ts';
import { SETTINGS_TAG } from '../activity/settings.contract.ts';
import { EXPORTS_TAG, RUNS_TAG } from '../exports/exports.contract.ts';
import { VERSION } from '../kernel/version.ts';
import { describeApi } from '../platform/http/openapi.ts';
import type { AnyOperation } from '../platform/http/operation.ts';
import type { HttpServer, HttpServerSettings } from '../platform/http/server.ts';
import { IMPORTS_TAG } from '../records/imports/imports.contract.ts';
import { ITEMS_TAG } from '../records/items.contract.ts';
import { HEALTH_TAG } from './health.ts';

/** What of the server's settings shows in its document. */
type DocumentSettings = Pick<HttpServerSettings, 'errorCodes' | 'strictContentType'>;

/** The library's bar advertises another project and asks for another document; on a phone its headings leave their text no room. */
const PAGE_STYLE = `
  .swagger-ui .topbar { display: none }
  @media (max-width: 640px) {
    .swagger-ui .opblock-tag { flex-wrap: wrap }
    .swagger-ui .opblock-tag small { order: 1; flex-basis: 100%; padding: 0 }
  }
`;

/** Nothing from elsewhere, nothing inline but the one style that hides the library's pictures; and http stays http, for a server without a certificate. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

/** The operations of the routes that are registered from now on. */
export function collectOperations(app: HttpServer): readonly AnyOperation[] {
  const operations: AnyOperation[] = [];
  app.addHook('onRoute', ({ config, method }) => {
    if (config?.operation !== undefined && [method].flat().includes(config.operation.method))
      operations.push(config.operation);
  });
  return operations;
}

/**
 * `/openapi.json`, and a page to read it at `/docs`: all of it from this server, as offline as the rest. Registered last: the page
 * takes the document as it is when its turn comes, and routes that wait for theirs in a plugin come before.
 */
export function registerDocument(
  app: HttpServer,
  operations: readonly AnyOperation[],
  settings: DocumentSettings,
): void {
  const document = (): Record<string, unknown> => describe(operations, settings);
  app.get('/openapi.json', { config: { public: true } }, async () => document());
  app.register(async (page) => {
    page.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true };
    });
    await page.register(fastifySwagger, {
      mode: 'static',
      specification: { document: document() as never },
    });
    await page.register(fastifySwaggerUi, {
      routePrefix: '/docs',
      staticCSP: PAGE_POLICY,
      theme: {
        title: 'Waybill API',
        css: [{ filename: 'page.css', content: PAGE_STYLE }],
      },
      uiConfig: { displayRequestDuration: true, persistAuthorization: true },
    });
  });
}

function describe(
  operations: readonly AnyOperation[],
  { errorCodes, strictContentType }: DocumentSettings,
): Record<string, unknown> {
  return describeApi(operations, {
    title: 'Waybill',
    version: VERSION,
    description:
      'Exports of product records: make an export definition, start a run, list its runs, download the file. Every call but login and token counts against the allowance of the workspace. In a body, null in a field that need not be sent is as good as no such field.',
    tags: {
      [ACCESS_TAG]: 'Sessions. Send the token in the header `arena_session_id`.',
      [EXPORTS_TAG]: 'What to export, and in which form.',
      [RUNS_TAG]:
        'Each run is queued, executed on one snapshot of the records, and ends with a file or a reason.',
      [ITEMS_TAG]: 'The product record, for reading: what exports are made of.',
      [IMPORTS_TAG]:
        'Product records come in: upload, check, commit. A bundle is what docs/guides/bundles.md says; a table of another name or with other headers is told what it stands for.',
      [SETTINGS_TAG]: 'What export definitions are made of, and which exports were run.',
      [ADMINISTRATION_TAG]:
        'Who may use the workspace and from where, and how the server does; most of it for administrators.',
      [HEALTH_TAG]: 'For who watches over the server; no session, no allowance.',
    },
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'header',
        name: 'arena_session_id',
        description: 'The token of a login.',
      },
      bearer: { type: 'http', scheme: 'bearer', description: 'The same token, or that of a machine client.' },
      oauth2: {
        type: 'oauth2',
        description: 'For machine clients, made with `waybill client add`.',
        flows: { clientCredentials: { tokenUrl: TOKEN_PATH, scopes: {} } },
      },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: 'arena_session_id',
        description: 'The token of a login in a cookie.',
      },
    },
    headers: {
      'X-Request-Id': 'Names the request in the log.',
      'X-Arena-Requests-Remaining': Type.Integer({
        minimum: 0,
        description: 'Requests that the workspace has left until the reset.',
      }),
      'X-Arena-Next-Request-Limit-Reset':
        'When the allowance starts anew, such as `Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)`.',
    },
    errorCodes,
    strictContentType,
  });
}
