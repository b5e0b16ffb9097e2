import { Type, type Static } from 'typebox';
import { LIMITS_PROFILES } from '../kernel/limits.ts';
import { nullable, zulu } from '../platform/http/schemas.ts';

export const INSTALLATION_PATH = '/v1/administration';

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const installationSchema = Type.Object({
  allowance: Type.Object({
    limit: nullable(count('Requests of the workspace in a day; null: no limit.')),
    remaining: nullable(count('Requests left until the reset; null: no limit.')),
    resetDateTime: zulu('When the allowance starts anew.'),
    used: count(
      'Requests since midnight in the time zone of the workspace; without a limit to the next thousand.',
    ),
  }),
  backup: Type.Object({
    lastStartDateTime: nullable(
      zulu('When `waybill backup` was last started; null: never, as far as this database knows.'),
    ),
  }),
  database: Type.Object({
    bytes: count('Size of the database.'),
    embedded: Type.Boolean({ description: 'Whether the server runs the database itself.' }),
    version: Type.String({ description: 'Of PostgreSQL.' }),
  }),
  health: Type.Object({
    damagedFiles: count(
      'Stored files that were missing or changed when they were last read; see `waybill doctor`.',
    ),
    oldestWaitSeconds: count(
      'How long the oldest run that waits for a worker has waited; 0 when none waits.',
    ),
    runsRunning: count('Runs at work, of all workspaces.'),
    runsWaiting: count('Runs that wait for a worker, of all workspaces.'),
    workerProcesses: count('Processes that execute runs and are connected now.'),
    workerSlots: count('Runs that they can execute at a time.'),
  }),
  limits: Type.Object({
    guidCriteria: nullable(count('Criteria when one of them is about the GUID of the item; null: no limit.')),
    maxItems: nullable(count('Items in one export; null: no limit.')),
    maxLines: nullable(count('Rows in one export with BOM or FILES; null: no limit.')),
    profile: Type.String({ enum: Object.keys(LIMITS_PROFILES) }),
    runsInProgress: nullable(count('Runs of one user at a time; null: no limit.')),
    searchSeconds: Type.Number({ minimum: 0, description: 'How long a search may take.' }),
  }),
  retention: Type.Object({
    checkSeconds: nullable(
      Type.Number({
        minimum: 0,
        description: 'Within this time every stored file is read once and checked; null: never.',
      }),
    ),
    runFileSeconds: Type.Number({ minimum: 0, description: 'How long the file of a run can be downloaded.' }),
  }),
  storage: Type.Object({
    freeBytes: count('What is left on the disk of the files.'),
    runFileBytes: count('Run files that are kept, of all workspaces.'),
    totalBytes: count('The size of that disk.'),
  }),
  version: Type.String({ description: 'Of Waybill.' }),
});
export type InstallationAnswer = Static<typeof installationSchema>;

export const INSTALLATION_EXAMPLE: InstallationAnswer = {
  allowance: { limit: 1_000, remaining: 871, resetDateTime: '2020-03-10T07:00:00Z', used: 129 },
  backup: { lastStartDateTime: '2020-03-09T03:00:00Z' },
  database: { bytes: 91_234_567, embedded: true, version: '18.4' },
  health: {
    damagedFiles: 0,
    oldestWaitSeconds: 0,
    runsRunning: 1,
    runsWaiting: 0,
    workerProcesses: 1,
    workerSlots: 3,
  },
  limits: {
    guidCriteria: 1,
    maxItems: 20_000,
    maxLines: 5_000,
    profile: 'arena',
    runsInProgress: 1,
    searchSeconds: 30,
  },
  retention: { checkSeconds: 604_800, runFileSeconds: 5_184_000 },
  storage: { freeBytes: 51_234_567_890, runFileBytes: 9_812_345, totalBytes: 107_374_182_400 },
  version: '0.1.0',
};
