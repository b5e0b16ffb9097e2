import { randomUUID } from 'node:crypto';
import { fromKysely, PgBoss } from 'pg-boss';
import { sql, type ConnectionSettings, type DatabaseTransaction, type RawBuilder } from '../db/database.ts';

/** Back-stop poll while LISTEN/NOTIFY works; workers are woken by notification and ask again after each job. */
const BACKSTOP_POLL_S = 5;
/** pg-boss's floor. A worker that says nothing for so long is taken for dead. */
const HEARTBEAT_S = 10;
const SUPERVISE_EVERY_S = 5;
/** No time limit on a job as such: the heartbeat tells the living from the dead. pg-boss wants it under 24 h. */
const MAX_JOB_S = 86_399;
/** pg-boss deletes jobs that nobody took within this time; the row stays the truth. */
const KEEP_QUEUED_S = 365 * 86_400;
/** Fetching, completing and heartbeats of all slots, beside the connection that listens. */
const POOL_SIZE = 4;

export interface JobContext {
  /** Aborted when the process stops working before the job is done. */
  readonly signal: AbortSignal;
}

export type JobHandler<Data> = (data: Data, context: JobContext) => Promise<void>;

export interface NewJob {
  readonly data: object;
  /** A whole number: of those that wait, the job with the lowest is taken first. */
  readonly place: number;
}

/** Priorities are of 32 bits. When places have run through them, which takes two billion, those that wait just then are out of order. */
const PLACES = 2 ** 31;

/** The queue as features see it. A job is delivered at least once; a handler that throws gets it again. */
export interface Queue {
  /** Puts a job into the queue when the transaction commits; never otherwise. */
  enqueue(tx: DatabaseTransaction, name: string, job: NewJob): Promise<void>;
  /** Starts workers, each with one job at a time. */
  work<Data extends object>(name: string, slots: number, handler: JobHandler<Data>): Promise<void>;
  /** Gives back the jobs that workers have taken and not ended; only for who knows that none of these workers lives. */
  giveBack(names: readonly string[]): Promise<void>;
  /** Takes a job out of its queue. */
  cancel(name: string, id: string): Promise<void>;
  /** Takes no more jobs, waits up to `graceMs` for those at work, hands the others back at once. */
  stop(graceMs: number): Promise<void>;
}

export interface QueueSettings {
  /** Workers that this process will start; 0: it only puts jobs in. */
  readonly slots: number;
  readonly connection: ConnectionSettings;
  /** Each queue, with the one that takes the jobs which failed too often. */
  readonly queues: readonly { name: string; deadLetter?: string; retryLimit: number }[];
  readonly onError: (error: Error) => void;
}

/** The queue lives in the schema `pgboss` of the same database; its tables are made and upgraded here. */
export async function openQueue({ slots, connection, queues, onError }: QueueSettings): Promise<Queue> {
  const boss = new PgBoss({
    ...(connection as object),
    application_name: slots === 0 ? 'waybill queue' : `waybill worker ${slots} ${randomUUID()}`,
    // What a crash of the machine makes it forget is done again: a job is delivered at least once. Jobs are put in by transactions of ours.
    options: '-c synchronous_commit=off',
    max: POOL_SIZE,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_EVERY_S,
    monitorIntervalSeconds: SUPERVISE_EVERY_S,
    schedule: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const { name, deadLetter, retryLimit } of queues) {
    const options = {
      retryLimit,
      retryDelay: 0,
      heartbeatSeconds: HEARTBEAT_S,
      expireInSeconds: MAX_JOB_S,
      retentionSeconds: KEEP_QUEUED_S,
      notify: true,
      ...(deadLetter !== undefined && { deadLetter }),
    };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }

  return {
    async enqueue(tx, name, { data, place }) {
      const id = await boss.send(name, data, { db: fromKysely(tx), priority: -(place % PLACES) });
      if (id === null) throw new Error(`the queue ${name} took no job`);
    },
    async work(name, slots, handler) {
      for (let slot = 0; slot < slots; slot += 1) {
        const id = await boss.work<object>(
          name,
          {
            batchSize: 1,
            pollingIntervalSeconds: BACKSTOP_POLL_S,
            notifyPollingIntervalSeconds: BACKSTOP_POLL_S,
          },
          async (jobs) => {
            // Woken again before the job is done: a backlog then drains without a poll between two jobs.
            boss.notifyWorker(id);
            for (const job of jobs) await handler(job.data as never, { signal: job.signal });
          },
        );
      }
    },
    async giveBack(names) {
      for (const name of names) {
        const taken = await boss
          .getDb()
          .executeSql(`SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'`, [name]);
        const ids = (taken.rows as readonly { id: string }[]).map(({ id }) => id);
        if (ids.length > 0) await boss.fail(name, ids, { message: 'the process of its worker has ended' });
      }
    },
    async cancel(name, id) {
      await boss.cancel(name, id);
    },
    async stop(graceMs) {
      await boss.stop({ graceful: true, timeout: Math.max(1_000, graceMs), close: true });
    },
  };
}

/** Whether there is a queue in this database: there is none before the first `serve` or `worker`. */
export const queueExists: RawBuilder<boolean> = sql`to_regclass('pgboss.job') IS NOT NULL`;

/**
 * The jobs of these queues that have not ended, as a table for a statement that holds them against rows of a feature: `id`, `name`,
 * `data`, and whether a worker `is_taken` with it.
 */
export function unendedJobs(names: readonly string[]): RawBuilder<unknown> {
  return sql`(SELECT id, name, data, state = 'active' AS is_taken FROM pgboss.job WHERE name = ANY(${names}::text[]) AND state < 'completed')`;
}

/**
 * Processes with workers that are connected to this database, and how many jobs they do at a time: a table of one row. By the names of
 * their connections, of which each process always holds one to be woken by: one that dies is gone with it.
 */
export const livingWorkers: RawBuilder<unknown> = sql`(
  SELECT count(*) AS processes, coalesce(sum(split_part(name, ' ', 3)::integer), 0)::integer AS slots
  FROM (SELECT DISTINCT application_name AS name FROM pg_stat_activity
        WHERE datname = current_database() AND application_name ~ '^waybill worker [0-9]{1,4} [0-9a-f-]{36}$') AS living)`;
