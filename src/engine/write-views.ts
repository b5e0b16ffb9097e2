import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import type pg from 'pg';
import type { Archive } from './archive.ts';
import type { RunColumn } from './columns.ts';
import type { ProgressKeeper } from './export-progress.ts';
import { csvOf } from './formats/csv.ts';
import { packMember } from './packed-member.ts';
import type { Snapshot } from './snapshot.ts';
import type { View } from './views/view.ts';

/** A view with the columns of a run. */
export interface CsvView {
  readonly view: View;
  readonly columns: readonly RunColumn[];
}

export interface CsvRequest {
  readonly archive: Archive;
  readonly views: readonly CsvView[];
  readonly snapshot: Snapshot;
  /** Connections to read on. */
  readonly connections: number;
  readonly progress: ProgressKeeper;
  /** How the names of files begin in which views wait for their turn. */
  readonly spoolPath: string;
}

/** How many connections so many views are read on: with more than there are cores nothing is won. */
export const connectionsFor = (connections: number, views: number): number =>
  Math.min(connections, views, Math.max(2, availableParallelism()));

/**
 * Writes each view as a CSV member, in order. PostgreSQL uses one core for a statement: those after the first are read on other connections at
 * the same time and wait, compressed, in files of their own.
 */
export async function writeViews(request: CsvRequest): Promise<void> {
  const { archive, views, snapshot, progress, spoolPath } = request;
  const connections = connectionsFor(request.connections, views.length);
  if (connections <= 1) return writeInTurn(request);
  const idle = [snapshot.client, ...(await snapshot.openReaders(connections - 1))];
  // Views begin in their order, as connections come free.
  const queue = new PQueue({ concurrency: idle.length });
  let failure: unknown;
  function read<Result>(
    source: CsvView,
    use: (content: AsyncIterable<Buffer>) => Promise<Result>,
  ): Promise<Result> {
    const reading = queue.add(async () => {
      const reader = idle.shift();
      if (reader === undefined) throw new Error('there is no connection to read on');
      const result = await use(contentOf(source, reader, progress));
      idle.push(reader);
      return result;
    });
    // At once, whoever's turn it is; what the others fail with then is a consequence.
    reading.catch((error: unknown) => {
      failure ??= error;
      snapshot.cut();
    });
    return reading;
  }
  const [first, ...rest] = views;
  if (first === undefined) return;
  const writing = read(first, (content) => archive.addOwn(nameOf(first), content, true));
  const packing = rest.map((source, at) =>
    read(source, (content) => packMember(`${spoolPath}.${at}`, content, progress.bytes)),
  );
  try {
    await writing;
    for (const [at, source] of rest.entries()) {
      const packed = await packing[at];
      if (packed === undefined) continue;
      // The archive tells of them too.
      progress.bytes(-packed.compressedBytes);
      await archive.addPacked(nameOf(source), packed);
    }
  } catch (error) {
    snapshot.cut();
    throw failure ?? error;
  } finally {
    for (const packed of await Promise.allSettled(packing))
      if (packed.status === 'fulfilled') await packed.value.remove();
  }
}

/** A small export, or one of a server that has few connections to give: no file waits. */
async function writeInTurn({ archive, views, snapshot, progress }: CsvRequest): Promise<void> {
  for (const each of views)
    await archive.addOwn(nameOf(each), contentOf(each, snapshot.client, progress), true);
}

/** A view as CSV, whose rows and bytes are counted as they pass. */
async function* contentOf(
  source: CsvView,
  client: pg.ClientBase,
  progress: ProgressKeeper,
): AsyncGenerator<Buffer> {
  const { name } = source.view;
  const content = csvOf(client, source, (rows) => {
    progress.rows(name, rows);
  });
  for await (const block of content) {
    progress.unpacked(name, block.length);
    yield block;
  }
}

const nameOf = ({ view }: CsvView): string => `${view.name}.csv`;
