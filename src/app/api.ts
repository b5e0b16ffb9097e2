import type { Allowance } from '../access/allowance.ts';
import type { AccessPorts } from '../access/access.ports.ts';
import { createUnroutedHook, registerAccess } from '../access/access.routes.ts';
import { registerAdministration } from '../access/administration.routes.ts';
import type { ChoicesPorts } from '../activity/export-choices.routes.ts';
import type { AllowanceLeft } from '../activity/overview.contract.ts';
import { registerOverview } from '../activity/overview.routes.ts';
import { registerSettings } from '../activity/settings.routes.ts';
import { registerExports } from '../exports/exports.routes.ts';
import type { ExportPorts } from '../exports/exports.service.ts';
import { UNLIMITED } from '../kernel/limits.ts';
import { createHttpServer, type HttpServer, type HttpServerSettings } from '../platform/http/server.ts';
import { registerItems } from '../records/items.routes.ts';
import { registerImports } from '../records/imports/imports.routes.ts';
import type { WorkPorts } from '../records/imports/import-work.ts';
import { collectOperations, registerDocument } from './api-document.ts';
import { registerHealth } from './health.ts';
import { registerInstallation, type InstallationPorts } from './installation.routes.ts';
import { registerMetrics, type MetricsPorts } from './metrics.ts';
import { registerPage } from './page.ts';

export interface ApiPorts {
  readonly http: HttpServerSettings;
  readonly access: AccessPorts;
  readonly exports: ExportPorts;
  readonly settings: ChoicesPorts;
  readonly metrics: MetricsPorts;
  readonly imports: WorkPorts;
  readonly installation: Pick<InstallationPorts, 'config' | 'storage' | 'isEmbedded'>;
}

/** The API: every route of every feature, and the document that describes them. */
export function createApi(ports: ApiPorts): HttpServer {
  const { http, access, exports, settings, metrics, imports, installation } = ports;
  const app = createHttpServer(http, createUnroutedHook(access));
  const operations = collectOperations(app);
  registerMetrics(app, metrics);
  registerAccess(app, access);
  registerAdministration(app, access.db);
  registerHealth(app, access.db);
  registerExports(app, exports);
  registerItems(app, exports);
  registerImports(app, imports);
  registerSettings(app, settings);
  const readAllowance = (workspaceId: number): Promise<AllowanceLeft> =>
    allowanceLeft(access.allowance, workspaceId);
  registerOverview(app, { searches: access.searches, readAllowance });
  registerInstallation(app, { ...installation, searches: access.searches, readAllowance });
  registerPage(app);
  registerDocument(app, operations, http);
  return app;
}

async function allowanceLeft(allowance: Allowance, workspaceId: number): Promise<AllowanceLeft> {
  const { remaining, resetAt } = await allowance.read(workspaceId);
  const { limit } = allowance;
  return { limit: limit === UNLIMITED ? undefined : limit, used: limit - remaining, remaining, resetAt };
}
