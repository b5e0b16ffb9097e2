import { enqueueAgain, listJobsWithoutRun, listRunsWithoutJob } from '../../exports/queue-check.ts';
import { countOverdue, removeExpired } from '../../exports/retention.ts';
import { openRunQueue } from '../../exports/run-queue.ts';
import {
  isStillKept,
  listKeptFiles,
  listLeftTemporaries,
  listStrayFiles,
  markRemoved,
} from '../../exports/stored-files.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { connectAlone, type ConnectionSettings } from '../../platform/db/database.ts';
import { listInvalidIndexes, rebuildIndex } from '../../platform/db/indexes.ts';
import { isSchemaLocked, listApplied, listMigrations, migrate } from '../../platform/db/migrate.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import { eachStrayContent, isContentNamed, listKeptContents } from '../../records/stored-contents.ts';
import type { OpenedData } from '../open.ts';
import { FOREIGN_STORAGE, isClaimable, ownershipOf } from '../storage-owner.ts';
import { SWEEP_EVERY_MS } from '../sweeps.ts';
import { problemOf, type ExaminedFile } from '../examine-file.ts';
import { listDamaged } from '../scrub.ts';

/** Something that is not as it should be. */
export interface Finding {
  readonly what: string;
  /** Mends it and tells what was done; absent where that is beyond this program. */
  readonly mend?: () => Promise<string>;
}

export interface CheckContext {
  readonly data: OpenedData;
  readonly log: Log;
  /** Reads every stored file and compares its checksum. */
  readonly verify: boolean;
  readonly signal: AbortSignal;
  /** Told of each stored file that was looked at. */
  readonly onFile: (sizeBytes: number) => void;
}

export interface Check {
  readonly name: string;
  /** What is so when nothing is found. */
  readonly title: string;
  look(context: CheckContext, report: (finding: Finding) => Promise<void>): Promise<void>;
}

/** First of all: without it the others do not know what they look at. */
export const MIGRATIONS: Check = {
  name: 'migrations',
  title: "The database's schema is that of this version.",
  async look({ data: { connection } }, report) {
    const applied = await findApplied(connection);
    if (!Array.isArray(applied)) return report({ what: applied });
    for (const name of (await listMigrations()).filter((one) => !applied.includes(one)))
      await report({
        what: `${name} has not been applied`,
        mend: async () => {
          await migrate(connection);
          return 'applied';
        },
      });
  },
};

/** The migrations, or what speaks against them. */
async function findApplied(connection: ConnectionSettings): Promise<string[] | string> {
  const client = await connectAlone(connection, 'waybill doctor');
  try {
    return await listApplied(client);
  } catch (error) {
    if (error instanceof OperatorError) return error.message;
    throw error;
  } finally {
    await client.end();
  }
}

const INDEXES: Check = {
  name: 'indexes',
  title: 'Every index is valid.',
  async look({ data: { database } }, report) {
    for (const index of await listInvalidIndexes(database.db))
      await report({
        what: `${index.schema}.${index.name} is not valid`,
        mend: () => rebuildIndex(database.db, index),
      });
  },
};

/** Looks at files; those that are not read now may be known to be damaged. */
async function createExaminer({ data, verify, signal, onFile }: CheckContext) {
  const known = verify ? undefined : await listDamaged(data.database.db);
  return async (file: ExaminedFile): Promise<string | undefined> => {
    signal.throwIfAborted();
    const problem = await problemOf(data.storage, file, verify ? (content) => content : undefined);
    onFile(file.sizeBytes);
    return problem ?? known?.get(file.storageKey);
  };
}

const STORAGE: Check = {
  name: 'storage',
  title: "The storage is this database's.",
  async look({ data: { database, storage } }, report) {
    const ports = { db: database.db, storage };
    const ownership = await ownershipOf(ports);
    if (ownership === 'foreign' || (ownership === 'unclaimed' && !(await isClaimable(ports))))
      await report({ what: FOREIGN_STORAGE });
  },
};

/** In a storage that may be another's, or is the wrong folder, nothing is missing and nothing too much. */
async function mayMend({ data: { database, storage } }: CheckContext): Promise<boolean> {
  return (await ownershipOf({ db: database.db, storage })) === 'ours';
}

const EXPORT_FILES: Check = {
  name: 'exportFiles',
  title: 'Every file of a run is in the storage.',
  async look(context, report) {
    const { db } = context.data.database;
    const isOurs = await mayMend(context);
    const examine = await createExaminer(context);
    for await (const file of listKeptFiles(db)) {
      const problem = await examine(file);
      // It may have expired while it was looked at.
      if (problem === undefined || !(await isStillKept(db, file.id))) continue;
      await report({
        what: `file ${file.guid} of run ${file.runGuid} (${file.storageKey}) ${problem}`,
        // What is damaged stays for whoever wants to look at it; it is not downloaded as it is.
        ...(isOurs &&
          problem === 'is missing' && {
            mend: async () => {
              await markRemoved(db, file.id);
              return 'marked as removed; run the export again to have its file';
            },
          }),
      });
    }
  },
};

const RECORD_FILES: Check = {
  name: 'recordFiles',
  title: 'Every physical file of the records is in the storage.',
  async look(context, report) {
    const { db } = context.data.database;
    const examine = await createExaminer(context);
    for await (const content of listKeptContents(db)) {
      const problem = await examine(content);
      if (problem !== undefined && (await isContentNamed(db, content.storageKey)))
        await report({ what: `${content.storageKey} ${problem}; import its bundle again` });
    }
  },
};

const EXPIRED_FILES: Check = {
  name: 'expiredFiles',
  title: 'No file of a run outlives its retention.',
  async look(context, report) {
    const { data, log, signal } = context;
    const { db } = data.database;
    const { storage } = data;
    // Between two sweeps of a running server it is no wonder.
    const overdue = await countOverdue(db, 2 * SWEEP_EVERY_MS);
    if (overdue === 0) return;
    await report({
      what: `still there although their time is over: ${overdue}`,
      ...((await mayMend(context)) && {
        mend: async () => `${await removeExpired({ db, storage, log }, signal)} removed`,
      }),
    });
  },
};

const STRAY_FILES: Check = {
  name: 'strayFiles',
  title: 'Every stored file belongs to a run or a record.',
  async look(context, report) {
    const { data, signal } = context;
    const { storage } = data;
    const ports = { db: data.database.db, storage };
    if (!(await mayMend(context)) || (await isSchemaLocked(ports.db))) return;
    const reportStray = async (key: string): Promise<void> => {
      signal.throwIfAborted();
      const remove = async (): Promise<string> => {
        await storage.remove(key);
        return 'removed';
      };
      if ((await storage.stat(key)) !== undefined)
        await report({ what: `${key} belongs to nothing`, mend: remove });
    };
    for await (const key of listStrayFiles(ports)) await reportStray(key);
    await eachStrayContent(ports, reportStray);
  },
};

const TEMPORARY_FILES: Check = {
  name: 'temporaryFiles',
  title: 'No process that died has left a temporary file.',
  async look(context, report) {
    const { database, storage } = context.data;
    if (!(await mayMend(context))) return;
    for await (const left of listLeftTemporaries({ db: database.db, storage }))
      await report({
        what: `a temporary file${left.owner === undefined ? '' : ` of ${left.owner}`}, last written ${left.modifiedAt.toISOString()}`,
        mend: async () => {
          await left.remove();
          return 'removed';
        },
      });
  },
};

const RUNS_WITHOUT_JOB: Check = {
  name: 'runsWithoutJob',
  title: 'Every run that has not ended is in the queue.',
  look: (context, report) =>
    withQueue(context, async (openQueue) => {
      const { db } = context.data.database;
      for (const run of await listRunsWithoutJob(db))
        await report({
          what: `run ${run.guid} is ${run.status} and no worker will be woken for it`,
          mend: async () => {
            await enqueueAgain(db, await openQueue(), run);
            return 'put into the queue again';
          },
        });
    }),
};

const JOBS_WITHOUT_RUN: Check = {
  name: 'jobsWithoutRun',
  title: 'Every job in the queue belongs to a run that has not ended.',
  look: (context, report) =>
    withQueue(context, async (openQueue) => {
      for (const { id, name, runId, status } of await listJobsWithoutRun(context.data.database.db))
        await report({
          what: `job ${id} is for the run with the id ${runId ?? '-'}, which ${status === null ? 'does not exist' : `is ${status}`}`,
          mend: async () => {
            await (await openQueue()).cancel(name, id);
            return 'cancelled';
          },
        });
    }),
};

/** Opens the queue when it is first asked for, which changes the database: it brings its tables along. */
async function withQueue(
  { data, log }: CheckContext,
  work: (openQueue: () => Promise<Queue>) => Promise<void>,
): Promise<void> {
  let queue: Promise<Queue> | undefined;
  try {
    await work(
      () =>
        (queue ??= openRunQueue(data.connection, (error) => {
          log.warn({ reason: error.message }, 'the queue reports a problem');
        })),
    );
  } finally {
    await (await queue)?.stop(0);
  }
}

/** In this order: a row whose file is missing is told before the file that belongs to nothing. */
export const CHECKS: readonly Check[] = [
  INDEXES,
  STORAGE,
  EXPORT_FILES,
  RECORD_FILES,
  EXPIRED_FILES,
  STRAY_FILES,
  TEMPORARY_FILES,
  RUNS_WITHOUT_JOB,
  JOBS_WITHOUT_RUN,
];
