import { administratorOf, ADMINISTRATION_TAG } from '../access/access.contract.ts';
import type { AllowanceLeft } from '../activity/overview.contract.ts';
import { UNLIMITED } from '../kernel/limits.ts';
import { formatZulu } from '../kernel/time.ts';
import { VERSION } from '../kernel/version.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import { addOperation } from '../platform/http/operation.ts';
import type { HttpServer } from '../platform/http/server.ts';
import type { Storage, StorageSpace } from '../platform/storage/storage.ts';
import { limitsOf, type Config } from './config.ts';
import {
  INSTALLATION_EXAMPLE,
  INSTALLATION_PATH,
  installationSchema,
  type InstallationAnswer,
} from './installation.contract.ts';
import { readInstallation, type InstallationRow } from './installation.store.ts';

export interface InstallationPorts {
  readonly config: Config;
  readonly storage: Pick<Storage, 'space'>;
  readonly isEmbedded: boolean;
  readonly searches: SearchLanes;
  readonly readAllowance: (workspaceId: number) => Promise<AllowanceLeft>;
}

/** Limits, retention, storage and health as they are: to read, for administrators. They are set where the server is started. */
export function registerInstallation(app: HttpServer, ports: InstallationPorts): void {
  const { searches, storage, readAllowance } = ports;
  addOperation(app, {
    method: 'GET',
    url: INSTALLATION_PATH,
    id: 'getInstallation',
    tag: ADMINISTRATION_TAG,
    summary: 'Show limits, retention, storage and health of the server',
    description:
      'For administrators, to read: these are settings of the server, see docs/reference/config.md. Runs, files and workers are counted over all workspaces.',
    path: {},
    answers: {
      200: { description: 'As it is now.', schema: installationSchema, example: INSTALLATION_EXAMPLE },
    },
    errors: ['noPrivilege', 'searchTooSlow'],
    handle: async ({ request, reply }) => {
      const { workspaceId } = administratorOf(request);
      const [space, allowance] = await Promise.all([storage.space(), readAllowance(workspaceId)]);
      const row = await searches.run({ owner: workspaceId, signal: hangUpSignal(reply) }, (lane) =>
        readInstallation(lane, workspaceId),
      );
      return presentInstallation(ports, { row, space, allowance });
    },
  });
}

interface Found {
  readonly row: InstallationRow;
  readonly space: StorageSpace;
  readonly allowance: AllowanceLeft;
}

function presentInstallation(
  { config, isEmbedded }: InstallationPorts,
  { row, space, allowance }: Found,
): InstallationAnswer {
  const limits = limitsOf(config);
  return {
    allowance: {
      limit: allowance.limit ?? null,
      remaining: allowance.limit === undefined ? null : allowance.remaining,
      resetDateTime: formatZulu(allowance.resetAt),
      used: allowance.used,
    },
    backup: { lastStartDateTime: row.lastBackupAt && formatZulu(row.lastBackupAt) },
    database: { bytes: row.databaseBytes, embedded: isEmbedded, version: row.databaseVersion },
    health: {
      damagedFiles: row.damagedFiles,
      oldestWaitSeconds: row.oldestWaitSeconds,
      runsRunning: row.running,
      runsWaiting: row.waiting,
      workerProcesses: row.workerProcesses,
      workerSlots: row.workerSlots,
    },
    limits: {
      guidCriteria: numberOf(limits.guidCriteria),
      maxItems: numberOf(limits.maxItems),
      maxLines: numberOf(limits.maxLines),
      profile: config.limits,
      runsInProgress: numberOf(limits.runsInProgress),
      searchSeconds: config.searchTimeoutMs / 1_000,
    },
    retention: {
      checkSeconds: config.scrubEveryMs === undefined ? null : config.scrubEveryMs / 1_000,
      runFileSeconds: config.retentionMs / 1_000,
    },
    storage: { ...space, runFileBytes: row.runFileBytes },
    version: VERSION,
  };
}

/** What nothing reaches is no limit. */
const numberOf = (limit: number): number | null => (limit === UNLIMITED ? null : limit);
