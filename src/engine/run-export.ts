import { open, rm } from 'node:fs/promises';
import type pg from 'pg';
import type { ExportOptions } from '../kernel/vocabulary.ts';
import { compile, sql, type RawBuilder } from '../platform/db/database.ts';
import { releaseAround } from '../platform/memory.ts';
import { digestOfFile } from '../platform/storage/digest.ts';
import { createArchive } from './archive.ts';
import { selectCustomAttributes, type CustomAttribute } from './attributes.ts';
import { columnsOf, selectView, spreadsheetSafe } from './columns.ts';
import {
  createProgress,
  type ExportProgress,
  type ProgressKeeper,
  type ViewTotal,
} from './export-progress.ts';
import { selectContent, type ContentFile, type ContentReader } from './file-content.ts';
import { jsonOf } from './formats/json.ts';
import { selectItems, selectMatches, type ItemSet, type ItemSetRequest } from './item-set.ts';
import { checkItems, checkRows, type SizeLimits } from './limits.ts';
import { plannedRows } from './planned-rows.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { viewsOf } from './views/index.ts';
import type { View } from './views/view.ts';
import { writeAll } from './write-all.ts';
import { writeFiles } from './write-files.ts';
import { connectionsFor, writeViews } from './write-views.ts';

export interface ExportRequest {
  /** See `sessions` of an opened database. */
  readonly sessions: pg.Pool;
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
  /** How many database connections a large export may read on at once. */
  readonly connections: number;
  /** From so many rows on, by the planner's guess, it does; by default where it pays. */
  readonly parallelFromRows?: number;
  /** Ceilings; an export beyond them fails with 3148 or 3149. */
  readonly limits: SizeLimits;
}

export interface ExportResult {
  /** Items that the criteria matched, before BOM explosion. */
  readonly criteriaResultsCount: number;
  readonly itemCount: number;
  /** What was written in the end. */
  readonly progress: ExportProgress;
  /** What each view has in it, in the order of the views. */
  readonly views: readonly ViewTotal[];
  /** The moment of the records that was exported. */
  readonly snapshotAt: Date;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly mimeType: string;
  readonly format: 'ZIP' | 'JSON';
  readonly extension: 'zip' | 'json';
}

const JSON_MEMBER = 'export.json';
/** An export of fewer has mostly ended before anybody reads how many rows it may have. */
const FEW_ITEMS = 20;
/** To open more connections pays from here on. */
const PARALLEL_FROM_ROWS = 50_000;

/**
 * Executes an export: item set, views, format, archive, from one repeatable-read snapshot on connections of its own. When it fails or
 * `signal` is aborted, the connections are cut, the output file is removed and the error is thrown.
 */
export async function runExport(request: ExportRequest): Promise<ExportResult> {
  const { signal, outputPath } = request;
  const snapshot = await openSnapshot(request.sessions, signal);
  try {
    return await produce(snapshot, request);
  } catch (error) {
    await rm(outputPath, { force: true });
    signal.throwIfAborted();
    throw error;
  } finally {
    snapshot.cut();
  }
}

async function produce(snapshot: Snapshot, request: ExportRequest): Promise<ExportResult> {
  const { options, workspaceId, criteria, onProgress } = request;
  const { client } = snapshot;
  onProgress({ phase: 'selecting', rowsWritten: 0, bytesWritten: 0 });
  const attributes = (await client.query<CustomAttribute>(compile(selectCustomAttributes(workspaceId)))).rows;
  const set: ItemSetRequest = {
    workspaceId,
    criteria,
    rule: options.revisionStatus,
    bomLevels: options.bomLevels,
    names: options.format === 'csv' && request.spreadsheetSafe !== true ? 'csv' : 'cells',
  };
  await prepareReaders(snapshot, set, request);
  const items = await selectItems(client, set);
  checkItems(items.total, request.limits);
  const files = await selectContent(client, options.fileContent);
  const views = viewsOf(options, items.isClosed);
  await checkRows(client, { options, views, limits: request.limits });
  const rowsEstimated = items.total < FEW_ITEMS ? undefined : await estimateRows(client, views);
  const progress = createProgress(onProgress, rowsEstimated);
  const job: Job = {
    snapshot,
    request,
    names: set.names,
    attributes,
    items,
    files,
    views,
    progress,
    connections:
      (rowsEstimated ?? 0) < (request.parallelFromRows ?? PARALLEL_FROM_ROWS) ? 1 : request.connections,
  };
  const isPlainJson =
    options.format === 'json' &&
    options.fileContent.item === 'NONE' &&
    options.fileContent.supplierItem === 'NONE';
  if (isPlainJson) await writePlain(job);
  else await writeArchive(job);
  progress.finishing();
  // What stands on disk, headers that were corrected in place included.
  const [digest] = await Promise.all([digestOfFile(request.outputPath, request.signal), snapshot.end()]);
  return {
    criteriaResultsCount: items.matched,
    itemCount: items.total,
    snapshotAt: snapshot.at,
    progress: progress.finished(digest.sizeBytes),
    views: inOrderOf(views, progress.views()),
    ...digest,
    ...(isPlainJson ? PLAIN_JSON : ARCHIVE),
  };
}

/** Views that are read at once come in any order. What a JSON document has of items is there unasked: it stands first. */
function inOrderOf(views: readonly View[], totals: readonly ViewTotal[]): ViewTotal[] {
  const placeOf = ({ name }: ViewTotal): number => views.findIndex((view) => view.name === name);
  return totals.toSorted((one, other) => placeOf(one) - placeOf(other));
}

const PLAIN_JSON = { mimeType: 'application/json', format: 'JSON', extension: 'json' } as const;
const ARCHIVE = { mimeType: 'application/zip', format: 'ZIP', extension: 'zip' } as const;

interface Job {
  readonly snapshot: Snapshot;
  readonly request: ExportRequest;
  /** How the item set has them: cells only where CSV is to be safe for spreadsheets, and for JSON. */
  readonly names: ItemSetRequest['names'];
  readonly attributes: readonly CustomAttribute[];
  readonly items: ItemSet;
  readonly files: readonly ContentFile[];
  readonly views: readonly View[];
  readonly progress: ProgressKeeper;
  /** How many to read on. */
  readonly connections: number;
}

async function writeArchive(job: Job): Promise<void> {
  const { snapshot, request, attributes, files, progress, connections } = job;
  let told = 0;
  const archive = await createArchive({
    path: request.outputPath,
    modifiedAt: snapshot.at,
    onWritten: (total) => {
      progress.bytes(total - told);
      told = total;
    },
  });
  try {
    if (request.options.format === 'json') await archive.addOwn(JSON_MEMBER, jsonFor(job), true);
    else {
      const views = job.views.map((view) => {
        const columns = columnsOf(view, attributes, request.options.header);
        return { view, columns: job.names === 'csv' ? columns : spreadsheetSafe(columns) };
      });
      await writeViews({ archive, views, snapshot, connections, progress, spoolPath: request.outputPath });
    }
    await writeFiles({ archive, files, content: request.content, signal: request.signal });
    await archive.finish();
  } finally {
    await archive.close();
  }
}

function jsonFor({ snapshot, views, attributes, items, connections, progress }: Job): AsyncIterable<Buffer> {
  return jsonOf({ snapshot, views, attributes, itemCount: items.total, connections, onRows: progress.rows });
}

async function writePlain(job: Job): Promise<void> {
  const file = await open(job.request.outputPath, 'wx', 0o600);
  try {
    for await (const chunk of jsonFor(job)) {
      await writeAll(file, chunk);
      job.progress.bytes(chunk.length);
      releaseAround(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All rows to write, about. */
async function estimateRows(client: pg.ClientBase, views: readonly View[]): Promise<number> {
  let estimate = 0;
  for (const view of views) estimate += await plannedRows(client, sql.raw(selectView(view, view.columns)));
  return estimate;
}

/** Of a large export the other connections select the items at the same time, but for children: to find those takes too long to do it twice. */
async function prepareReaders(
  snapshot: Snapshot,
  set: ItemSetRequest,
  { options, connections, parallelFromRows = PARALLEL_FROM_ROWS }: ExportRequest,
): Promise<void> {
  if (options.format !== 'csv' || options.bomLevels !== 'NONE') return;
  const readers = connectionsFor(connections, viewsOf(options, false).length) - 1;
  if (readers < 1 || snapshot.itemsAbout < parallelFromRows) return;
  if ((await plannedRows(snapshot.client, selectMatches(set))) < parallelFromRows) return;
  await snapshot.prepareReaders(readers, (reader) => selectItems(reader, set));
}
