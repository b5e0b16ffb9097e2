import { createUnroutedHook, registerAccess, type AccessPorts } from '../access/access.routes.ts';
import type { ChoicesPorts } from '../activity/export-choices.routes.ts';
import { registerSettings } from '../activity/settings.routes.ts';
import { registerExports } from '../exports/exports.routes.ts';
import type { ExportPorts } from '../exports/exports.service.ts';
import { createHttpServer, type HttpServer, type HttpServerSettings } from '../platform/http/server.ts';
import { registerItems } from '../records/items.routes.ts';
import { registerImports } from '../records/imports/imports.routes.ts';
import type { WorkPorts } from '../records/imports/import-work.ts';
import { collectOperations, registerDocument } from './api-document.ts';
import { registerHealth } from './health.ts';
import { registerMetrics, type MetricsPorts } from './metrics.ts';
import { registerPage } from './page.ts';

export interface ApiPorts {
  readonly http: HttpServerSettings;
  readonly access: AccessPorts;
  readonly exports: ExportPorts;
  readonly settings: ChoicesPorts;
  readonly metrics: MetricsPorts;
  readonly imports: WorkPorts;
}

/** The API: every route of every feature, and the document that describes them. */
export function createApi({ http, access, exports, settings, metrics, imports }: ApiPorts): HttpServer {
  const app = createHttpServer(http, createUnroutedHook(access));
  const operations = collectOperations(app);
  registerMetrics(app, metrics);
  registerAccess(app, access);
  registerHealth(app, access.db);
  registerExports(app, exports);
  registerItems(app, exports);
  registerImports(app, imports);
  registerSettings(app, settings);
  registerPage(app);
  registerDocument(app, operations, http);
  return app;
}
