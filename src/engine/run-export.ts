import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { ExportOptions } from '../kernel/vocabulary.ts';
import { holdContents } from '../platform/db/content-lock.ts';
import { compile, connectAlone, type ConnectionSettings, type RawBuilder } from '../platform/db/database.ts';
import { destroyConnection } from '../platform/db/copy.ts';
import { digestOf } from '../platform/storage/digest.ts';
import { createArchive } from './archive.ts';
import { selectCustomAttributes, type CustomAttribute } from './attributes.ts';
import { columnsOf, selectView, spreadsheetSafe } from './columns.ts';
import {
  isCompressible,
  readContent,
  selectContent,
  type ContentFile,
  type ContentReader,
} from './file-content.ts';
import { csvOf } from './formats/csv.ts';
import { jsonOf } from './formats/json.ts';
import { selectItems, type ItemSetCounts } from './item-set.ts';
import { checkItems, checkRows, type SizeLimits } from './limits.ts';
import { viewsOf } from './views/index.ts';
import type { View } from './views/view.ts';

export interface ExportRequest {
  readonly connection: ConnectionSettings;
  readonly workspaceId: number;
  /** Over the aliases `i` (items) and `r` (the selected revision). */
  readonly criteria: RawBuilder<boolean>;
  readonly options: ExportOptions;
  /** An apostrophe before CSV text that a spreadsheet would execute; by default cells are written as they are, for machines. */
  readonly spreadsheetSafe?: boolean;
  /** A file that does not exist yet. */
  readonly outputPath: string;
  readonly content: ContentReader;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Ceilings; an export beyond them fails with 3148 or 3149. */
  readonly limits: SizeLimits;
}

export interface ExportProgress {
  readonly phase: 'selecting' | 'writing' | 'finishing' | 'finished';
  readonly rowsWritten: number;
  /** The planner's guess; undefined before there is one. */
  readonly rowsEstimated?: number;
  readonly bytesWritten: number;
}

export interface ExportResult {
  /** Items that the criteria matched, before BOM explosion. */
  readonly criteriaResultsCount: number;
  readonly itemCount: number;
  /** What was written in the end. */
  readonly progress: ExportProgress;
  /** The moment of the records that was exported. */
  readonly snapshotAt: Date;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly mimeType: string;
  readonly format: 'ZIP' | 'JSON';
  readonly extension: 'zip' | 'json';
}

const JSON_MEMBER = 'export.json';
const LOOK_FOR_US_EVERY_MS = 250;
const INVALID_PARAMETER_VALUE = '22023';

/**
 * Executes an export: item set, views, format, archive, from one repeatable-read snapshot on a connection of its own. When it fails or
 * `signal` is aborted, the connection is cut, the output file is removed and the error is thrown.
 */
export async function runExport(request: ExportRequest): Promise<ExportResult> {
  const { signal, outputPath } = request;
  signal.throwIfAborted();
  const client = await connectAlone(request.connection, 'waybill export');
  await watchConnection(client);
  const cut = (): void => {
    destroyConnection(client);
  };
  signal.addEventListener('abort', cut);
  try {
    const result = await produce(client, request);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await rm(outputPath, { force: true });
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cut);
    // A connection in the middle of a COPY does not end by asking; this one has nothing left to lose.
    cut();
  }
}

/** PostgreSQL looks for a connection that was cut only when it has something to send: a statement at work, or one that waits, would go on for as long as it takes. */
async function watchConnection(client: pg.Client): Promise<void> {
  await client
    .query(`SET client_connection_check_interval = ${LOOK_FOR_US_EVERY_MS}`)
    .catch((error: unknown) => {
      // A server on Windows cannot.
      if ((error as { code?: unknown }).code !== INVALID_PARAMETER_VALUE) throw error;
    });
}

/** What a stream gives, until the signal is aborted. */
async function* untilAborted<Chunk>(
  source: AsyncIterable<Chunk>,
  signal: AbortSignal,
): AsyncGenerator<Chunk> {
  for await (const chunk of source) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function produce(client: pg.Client, request: ExportRequest): Promise<ExportResult> {
  const { options, workspaceId, criteria, onProgress } = request;
  onProgress({ phase: 'selecting', rowsWritten: 0, bytesWritten: 0 });
  // Before the snapshot, whose files are read to its end.
  await holdContents(client);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  // The first statement takes the snapshot; its time is what the archive's members get.
  const { rows } = await client.query<{ snapshotAt: Date }>('SELECT now() AS "snapshotAt"');
  const snapshotAt = rows[0]?.snapshotAt ?? new Date(0);
  const attributes = (await client.query<CustomAttribute>(compile(selectCustomAttributes(workspaceId)))).rows;
  const items = await selectItems(client, {
    workspaceId,
    criteria,
    rule: options.revisionStatus,
    bomLevels: options.bomLevels,
  });
  checkItems(items.total, request.limits);
  const files = await selectContent(client, options.fileContent);
  const views = viewsOf(options);
  await checkRows(client, { options, views, limits: request.limits });
  const progress = createProgress(request, await estimateRows(client, views));
  const job: Job = {
    client,
    request,
    attributes,
    items,
    files,
    views,
    progress,
    modifiedAt: snapshotAt,
  };
  const isPlainJson =
    options.format === 'json' &&
    options.fileContent.item === 'NONE' &&
    options.fileContent.supplierItem === 'NONE';
  if (isPlainJson) await writePlain(job);
  else await writeArchive(job);
  progress.finishing();
  // What stands on disk, headers that were corrected in place included.
  const written = createReadStream(request.outputPath, { highWaterMark: 1_048_576 });
  const digest = await digestOf(untilAborted(written, request.signal));
  return {
    criteriaResultsCount: items.matched,
    itemCount: items.total,
    snapshotAt,
    progress: progress.finished(digest.sizeBytes),
    ...digest,
    ...(isPlainJson ? PLAIN_JSON : ARCHIVE),
  };
}

const PLAIN_JSON = { mimeType: 'application/json', format: 'JSON', extension: 'json' } as const;
const ARCHIVE = { mimeType: 'application/zip', format: 'ZIP', extension: 'zip' } as const;

interface Job {
  readonly client: pg.Client;
  readonly request: ExportRequest;
  readonly attributes: readonly CustomAttribute[];
  readonly items: ItemSetCounts;
  readonly files: readonly ContentFile[];
  readonly views: readonly View[];
  readonly progress: ProgressKeeper;
  readonly modifiedAt: Date;
}

async function writeArchive({
  client,
  request,
  attributes,
  items,
  files,
  views,
  progress,
  modifiedAt,
}: Job): Promise<void> {
  const archive = await createArchive({ path: request.outputPath, modifiedAt, onWritten: progress.bytes });
  try {
    if (request.options.format === 'json') {
      await archive.add(
        JSON_MEMBER,
        jsonOf({
          client,
          views,
          attributes,
          itemCount: items.total,
          onRows: progress.rows,
        }),
      );
    } else {
      for (const view of views) {
        const plain = columnsOf(view, attributes, request.options.header);
        const columns = request.spreadsheetSafe === true ? spreadsheetSafe(plain) : plain;
        await archive.add(`${view.name}.csv`, csvOf(client, { view, columns }, progress.rows));
      }
    }
    for (const file of files) {
      const content = untilAborted(readContent(request.content, file), request.signal);
      await archive.add(file.path, content, isCompressible(file));
    }
    await archive.finish();
  } finally {
    await archive.close();
  }
}

async function writePlain({ client, request, attributes, items, views, progress }: Job): Promise<void> {
  const file = await open(request.outputPath, 'wx', 0o600);
  await pipeline(
    jsonOf({
      client,
      views,
      attributes,
      itemCount: items.total,
      onRows: progress.rows,
    }),
    async function* (source: AsyncIterable<Buffer>) {
      let bytes = 0;
      for await (const chunk of source) {
        bytes += chunk.length;
        progress.bytes(bytes);
        yield chunk;
      }
    },
    file.createWriteStream({ flush: true }),
  );
}

/** The planner's estimate of all rows to write: milliseconds, where counting would read everything. */
async function estimateRows(client: pg.Client, views: readonly View[]): Promise<number> {
  let estimate = 0;
  for (const view of views) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `EXPLAIN (FORMAT JSON) ${selectView(view, view.columns)}`,
    );
    estimate += rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  }
  return estimate;
}

interface ProgressKeeper {
  readonly rows: (more: number) => void;
  readonly bytes: (total: number) => void;
  readonly finishing: () => void;
  readonly finished: (bytesWritten: number) => ExportProgress;
}

function createProgress({ onProgress }: ExportRequest, rowsEstimated: number): ProgressKeeper {
  let rowsWritten = 0;
  let bytesWritten = 0;
  const report = (phase: ExportProgress['phase']): void => {
    onProgress({ phase, rowsWritten, rowsEstimated, bytesWritten });
  };
  return {
    rows(more) {
      rowsWritten += more;
      report('writing');
    },
    bytes(total) {
      bytesWritten = total;
      report('writing');
    },
    finishing() {
      report('finishing');
    },
    finished: (total) => ({ phase: 'finished', rowsWritten, rowsEstimated, bytesWritten: total }),
  };
}
