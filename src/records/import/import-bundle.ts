import type pg from 'pg';
import { messageOf, OperatorError } from '../../kernel/errors.ts';
import {
  compile,
  connectAlone,
  databaseOver,
  type ConnectionSettings,
  type Database,
} from '../../platform/db/database.ts';
import { destroyConnection } from '../../platform/db/copy.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import { ANALYZE_RECORDS } from '../analyze.ts';
import { mergeAttributes } from './attributes-merge.ts';
import { mergeBomLines, mergeSubstitutes, setAssemblies } from './bom-merge.ts';
import { BUNDLE_FILES } from './bundle-files.ts';
import { openBundle } from './bundle-source.ts';
import type { BundleSource } from './source.ts';
import { storeContents, type ContentPorts } from './contents.ts';
import { mergeFiles } from './files-merge.ts';
import type { ImportContext, ImportProgress, ImportSummary } from './import-context.ts';
import { takeImportLock } from './import-lock.ts';
import { listOwnTables, mayCheckInSets } from './insert-records.ts';
import { mergeItems } from './items-merge.ts';
import { createGuidFunction, createScope } from './merge.ts';
import { createProblems } from './problems.ts';
import { readSettings } from './settings-file.ts';
import { mergeSourcing } from './sourcing-merge.ts';
import { stageFile } from './stage.ts';
import { createMissingVocabulary, mergeSettings } from './vocabulary-merge.ts';

export type { ImportProgress, ImportSummary };

export interface ImportRequest {
  readonly connection: ConnectionSettings;
  readonly workspaceId: number;
  /** A folder or a zip file, see docs/guides/bundles.md; or what opens a bundle that is kept elsewhere. */
  readonly source: string | (() => Promise<BundleSource>);
  /** Finds everything that would be wrong, and what would change, and changes nothing. */
  readonly isCheck?: boolean;
  readonly storage: Storage;
  readonly signal?: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Done in the import's own transaction, when all else of it is. */
  readonly beforeCommit?: (db: Database, summary: ImportSummary) => Promise<void>;
}

/**
 * For a session that works through whole tables: room for its hash tables and for the pages of its temporary tables, and samples of those,
 * which only tell the planner large from small, of a tenth of the usual size.
 */
const SETTINGS = `
  SET work_mem = '128MB';
  SET temp_buffers = '64MB';
  SET default_statistics_target = 10`;

/**
 * Of tables that were never looked at the planner guesses that a workspace has one row in two hundred, and looks up each of a million rows
 * by an index. They are as large as the bundle: hash joins.
 */
async function planForUnknownTables(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "SELECT FROM pg_class WHERE oid = 'items'::regclass AND reltuples <= 0",
  );
  if (rowCount === 1) await client.query('SET LOCAL enable_nestloop = off');
}

/**
 * Imports a workspace bundle in one transaction: all of it, or nothing and an OperatorError with every problem as `file:line: message`.
 * The same bundle again changes nothing; what the workspace has and the bundle does not name stays.
 */
export async function importBundle(request: ImportRequest): Promise<ImportSummary> {
  const { connection, workspaceId, storage, signal = new AbortController().signal, onProgress } = request;
  const { isCheck = false } = request;
  const source = await (typeof request.source === 'string' ? openBundle(request.source) : request.source());
  const storedKeys: string[] = [];
  try {
    const client = await connectAlone(connection, 'waybill import');
    const problems = createProblems(source.nameOf);
    const cut = (): void => {
      destroyConnection(client);
    };
    signal.addEventListener('abort', cut);
    try {
      await client.query(SETTINGS);
      await client.query('BEGIN');
      await lockWorkspace(client, workspaceId);
      const context: ImportContext = {
        client,
        checksInSets: await mayCheckInSets(client),
        ownTables: await listOwnTables(client, workspaceId),
        workspaceId,
        problems,
        summary: {},
        columns: new Map(),
        signal,
        onProgress,
      };
      await planForUnknownTables(client);
      await readBundle(context, source);
      await mergeBundle(context, { source, storage, isCheck, onStored: (key) => storedKeys.push(key) });
      problems.throwIfAny();
      if (isCheck) {
        // What would be looked at by the commit.
        await client.query('SET CONSTRAINTS ALL IMMEDIATE');
        await client.query('ROLLBACK');
        return context.summary;
      }
      await request.beforeCommit?.(databaseOver(client), context.summary);
      await client.query('COMMIT');
      // What has been imported is, whatever comes of this.
      await client
        .query('RESET default_statistics_target')
        .then(() => client.query(compile(ANALYZE_RECORDS)))
        .catch(() => undefined);
      return context.summary;
    } catch (error) {
      // First, so that the lock is free for the clean-up.
      cut();
      await removeUnused({ connection, workspaceId, storage }, storedKeys);
      signal.throwIfAborted();
      // What is known to be wrong says more than what the database made of it.
      problems.throwIfAny();
      throw inWords(error);
    } finally {
      signal.removeEventListener('abort', cut);
      cut();
    }
  } finally {
    source.close();
  }
}

async function lockWorkspace(client: pg.Client, workspaceId: number): Promise<void> {
  await client.query(compile(takeImportLock(workspaceId)));
}

/**
 * Removes contents that a failed import has stored, but none that a record names: another import may have come to rely on it, or this
 * one's COMMIT has arrived although its answer has not. When that cannot be asked, they stay: a file too many is no harm.
 */
async function removeUnused(
  { connection, workspaceId, storage }: Pick<ImportRequest, 'connection' | 'workspaceId' | 'storage'>,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const client = await connectAlone(connection, 'waybill import clean-up').catch(() => undefined);
  if (client === undefined) return;
  try {
    await client.query('BEGIN');
    await lockWorkspace(client, workspaceId);
    const { rows } = await client.query<{ key: string }>(
      'SELECT key FROM unnest($2::text[]) key WHERE NOT EXISTS (SELECT FROM files WHERE workspace_id = $1 AND content_key = key)',
      [workspaceId, keys],
    );
    for (const { key } of rows) await storage.remove(key);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** PostgreSQL's codes for what only a bundle that contradicts itself or the workspace brings about, and for text too long for an index. */
const REFUSALS: Readonly<Record<string, string>> = {
  '23505': 'two records would be the same',
  '54000': 'a number, name, path or GUID is too long',
};

/** What the checks of the single rows cannot see, the database refuses; its detail says which record. */
function inWords(error: unknown): unknown {
  const { code = '', table = '', detail } = error as { code?: string; table?: string; detail?: string };
  const reason = REFUSALS[code];
  if (reason === undefined) return error;
  return new OperatorError(
    `The bundle cannot be imported: ${reason}${table === '' ? '' : ` in ${table}`}. ${detail ?? messageOf(error)}\nNothing was imported.`,
  );
}

/** Every file of the bundle into its temporary table. Throws when rows are missing there for what is wrong with them. */
async function readBundle(context: ImportContext, source: BundleSource): Promise<void> {
  const { client, workspaceId, problems } = context;
  await createScope(client, workspaceId);
  await createGuidFunction(client);
  if (!(await source.has('SPECS.csv')))
    problems.add(
      'SPECS.csv',
      undefined,
      'this file is missing: a bundle is a folder or zip with at least SPECS.csv',
    );
  const settings = await readSettings(source, problems);
  await mergeSettings(context, settings);
  await mergeAttributes(context, settings);
  for (const file of BUNDLE_FILES) await stageFile(context, source, file);
  problems.throwIfRowsMiss();
}

/** From the temporary tables into the records; problems with references and contents are gathered over all files. */
async function mergeBundle(context: ImportContext, ports: ContentPorts): Promise<void> {
  await createMissingVocabulary(context);
  await mergeItems(context);
  await mergeBomLines(context);
  await mergeSubstitutes(context);
  await setAssemblies(context);
  await mergeSourcing(context);
  await mergeFiles(context);
  await storeContents(context, ports);
}
