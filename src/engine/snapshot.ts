import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { holdContents, releaseContents } from '../platform/db/content-lock.ts';
import { copyFrom, copyTo, destroyConnection } from '../platform/db/copy.ts';
import { createContentFiles } from './file-content.ts';
import { analyzeItemSet, createItemSet } from './item-set.ts';

/** One moment of the records, seen by one connection or by several. */
export interface Snapshot {
  /** The moment. */
  readonly at: Date;
  /** In a transaction that only reads, but for its temporary tables. */
  readonly client: pg.ClientBase;
  /** Items of all workspaces, as far as the database knows. */
  readonly itemsAbout: number;
  /**
   * Opens so many more connections, or as many as the database gives, which see the same moment, and selects the items on each while the
   * caller does so on the first: to hand them over afterwards takes half as long again.
   */
  prepareReaders(count: number, select: (reader: pg.ClientBase) => Promise<unknown>): Promise<void>;
  /** Those connections, or others, with the same temporary tables; nothing may be going on on the first. */
  openReaders(count: number): Promise<pg.ClientBase[]>;
  /** Lets go of the connection, if there is only one; whatever was read is read. The caller cuts what is left. */
  end(): Promise<void>;
  /** Cuts the connections, whatever they are at. */
  cut(): void;
}

const LOOK_FOR_US_EVERY_MS = 250;
const INVALID_PARAMETER_VALUE = '22023';
/**
 * For one sort or, twice as much, for one hash table: those of half a million items fit. What does not fit is written to disk, at half the
 * speed.
 */
const WORK_MEM = '128MB';
/** Tables of a run, which another connection cannot see. */
const ITEMS = 'export_items';
const FILES = 'export_files';

/** Connections that have the tables of a run, which go empty at the end of each transaction. */
const withTables = new WeakSet<pg.ClientBase>();

/** Takes the snapshot. Each connection is cut when `signal` is aborted. */
export async function openSnapshot(sessions: pg.Pool, signal: AbortSignal): Promise<Snapshot> {
  const clients: pg.PoolClient[] = [];
  let isOver = false;
  const cut = (): void => {
    for (const client of clients) destroyConnection(client);
  };
  signal.addEventListener('abort', cut);

  async function open(): Promise<pg.PoolClient> {
    signal.throwIfAborted();
    const client = await sessions.connect();
    // Another one may have failed meanwhile, or the signal come: nobody lets this one go.
    if (isOver) {
      client.release(true);
      throw new Error('the snapshot is over');
    }
    clients.push(client);
    if (signal.aborted) cut();
    if (withTables.has(client)) return client;
    await watchConnection(client);
    await createItemSet(client);
    await createContentFiles(client);
    withTables.add(client);
    return client;
  }

  function letGo(isDone: boolean): void {
    isOver = true;
    signal.removeEventListener('abort', cut);
    // A connection in the middle of a COPY does not end by asking; these have nothing left to lose.
    if (!isDone) cut();
    for (const client of clients.splice(0)) client.release(!isDone);
  }

  try {
    const client = await open();
    // Before the snapshot, whose files are read to its end.
    await holdContents(client);
    const exportSnapshot = async (): Promise<string | undefined> =>
      (await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id')).rows[0]?.id;
    async function join(count: number, id: string | undefined): Promise<pg.ClientBase[]> {
      const opened = await Promise.allSettled(Array.from({ length: count }, open));
      signal.throwIfAborted();
      const readers = opened.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
      await Promise.all(readers.map((reader) => begin(reader, id)));
      return readers;
    }
    let prepared: Promise<pg.ClientBase[]> | undefined;
    return {
      ...(await begin(client)),
      client,
      async prepareReaders(count, select) {
        const id = await exportSnapshot();
        prepared = join(count, id).then(async (readers) => {
          await Promise.all(readers.map(select));
          return readers;
        });
        // Whoever opens them meets it.
        prepared.catch(() => undefined);
      },
      async openReaders(count) {
        const readers = (await prepared) ?? (await join(count, await exportSnapshot()));
        if (prepared === undefined) {
          await copyTable(client, readers, ITEMS);
          await Promise.all(readers.map(analyzeItemSet));
        }
        await copyTable(client, readers, FILES);
        return readers.slice(0, count);
      },
      async end() {
        // Several are cut: they have nothing to commit, and one may still be selecting items that turned out to be few.
        if (prepared !== undefined || clients.length > 1) return;
        await client.query('COMMIT');
        await releaseContents(client);
        letGo(true);
      },
      cut() {
        letGo(false);
      },
    };
  } catch (error) {
    letGo(false);
    throw error;
  }
}

/** Begins a transaction on a snapshot, a new one or another connection's; gives its time, which the archive's members get. */
async function begin(client: pg.ClientBase, snapshot?: string): Promise<Pick<Snapshot, 'at' | 'itemsAbout'>> {
  const statements = [
    'BEGIN ISOLATION LEVEL REPEATABLE READ',
    ...(snapshot === undefined ? [] : [`SET TRANSACTION SNAPSHOT '${snapshot}'`]),
    `SET LOCAL work_mem = '${WORK_MEM}'`,
    // The first statement that reads takes the snapshot.
    `SELECT now() AS at, reltuples AS "itemsAbout" FROM pg_class WHERE oid = 'items'::regclass`,
  ];
  const results = (await client.query(statements.join('; '))) as unknown as pg.QueryResult<
    Pick<Snapshot, 'at' | 'itemsAbout'>
  >[];
  return results.at(-1)?.rows[0] ?? { at: new Date(0), itemsAbout: 0 };
}

/** PostgreSQL looks for a connection that was cut only when it has something to send: a statement at work, or one that waits, would go on for as long as it takes. */
async function watchConnection(client: pg.ClientBase): Promise<void> {
  await client
    .query(`SET client_connection_check_interval = ${LOOK_FOR_US_EVERY_MS}`)
    .catch((error: unknown) => {
      // A server on Windows cannot.
      if ((error as { code?: unknown }).code !== INVALID_PARAMETER_VALUE) throw error;
    });
}

/** From one connection to others. */
async function copyTable(
  client: pg.ClientBase,
  readers: readonly pg.ClientBase[],
  table: string,
): Promise<void> {
  const targets = readers.map((reader) => copyFrom(reader, `COPY ${table} FROM STDIN (FORMAT binary)`));
  const ended = targets.map((target) => finished(target));
  // One may fail before anybody waits for it.
  for (const one of ended) one.catch(() => undefined);
  try {
    for await (const chunk of copyTo(client, `COPY ${table} TO STDOUT (FORMAT binary)`)) {
      const full = targets.filter((target) => !target.write(chunk));
      await Promise.race([Promise.all(full.map((target) => once(target, 'drain'))), Promise.all(ended)]);
    }
    for (const target of targets) target.end();
  } catch (error) {
    for (const target of targets) target.destroy();
    await Promise.allSettled(ended);
    throw error;
  }
  await Promise.all(ended);
}
