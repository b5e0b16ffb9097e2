import type { HttpServer } from '../platform/http/server.ts';
import { registerDefinitions } from './definitions.routes.ts';
import { createDownloads } from './downloads.ts';
import type { ExportPorts } from './exports.service.ts';
import { createRunMembers } from './run-members.ts';
import { registerRunMembers } from './run-members.routes.ts';
import { registerRunFiles } from './run-files.routes.ts';
import { createEventStreams } from './event-streams.ts';
import { registerRunStreams } from './run-stream.routes.ts';
import { registerWorkspaceRuns } from './workspace-runs.routes.ts';
import { registerRuns } from './runs.routes.ts';

/** Export definitions, their runs and the runs' files. */
export function registerExports(app: HttpServer, ports: ExportPorts): void {
  const downloads = createDownloads(ports);
  registerDefinitions(app, ports, downloads);
  registerRuns(app, ports, downloads);
  registerWorkspaceRuns(app, ports, downloads);
  registerRunStreams(app, ports, createEventStreams(app));
  registerRunFiles(app, ports, downloads);
  registerRunMembers(app, ports, createRunMembers(ports));
}
