import type { HttpServer } from '../platform/http/server.ts';
import { registerDefinitions } from './definitions.routes.ts';
import { createDownloads } from './downloads.ts';
import type { ExportPorts } from './exports.service.ts';
import { registerRunFiles } from './run-files.routes.ts';
import { registerRunStream } from './run-stream.routes.ts';
import { registerRuns } from './runs.routes.ts';

/** Export definitions, their runs and the runs' files. */
export function registerExports(app: HttpServer, ports: ExportPorts): void {
  const downloads = createDownloads(ports);
  registerDefinitions(app, ports, downloads);
  registerRuns(app, ports, downloads);
  registerRunStream(app, ports);
  registerRunFiles(app, ports, downloads);
}
