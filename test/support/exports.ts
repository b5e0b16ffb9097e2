import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileCriteria, parseCriteria } from '../../src/engine/criteria/criteria.ts';
import { runExport, type ExportRequest, type ExportResult } from '../../src/engine/run-export.ts';
import { listCustomAttributes } from '../../src/engine/attributes.ts';
import { LIMITS_PROFILES } from '../../src/kernel/limits.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '../../src/kernel/vocabulary.ts';
import { sql, type Database } from '../../src/platform/db/database.ts';
import { openFolderStorage } from '../../src/platform/storage/folder-storage.ts';
import type { Storage } from '../../src/platform/storage/storage.ts';
import type { TestDatabase } from './database.ts';
import { readZipDirectory, readZipMember } from './zip-reader.ts';

/** A folder for one test file, and storage in it. */
export interface Scratch {
  readonly dir: string;
  readonly storage: Storage;
  remove(): Promise<void>;
}

export async function createScratch(): Promise<Scratch> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-test-'));
  const storage = await openFolderStorage(path.join(dir, 'files'));
  return { dir, storage, remove: () => rm(dir, { recursive: true, force: true }) };
}

export async function createWorkspaceRow(db: Database, id: number): Promise<number> {
  await sql`INSERT INTO workspaces (id, name) VALUES (${id}, ${`Workspace ${id}`})`.execute(db);
  return id;
}

export interface ExportQuestion {
  readonly workspaceId: number;
  readonly criteria?: unknown;
  readonly options?: Partial<ExportOptions>;
  /** What a run's worker says otherwise. */
  readonly request?: Partial<ExportRequest>;
}

/** Every item has a number. */
const ALL_ITEMS = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];

/** Executes an export in this process, as a worker does, into a file of the scratch folder. */
export async function exportToFile(
  database: TestDatabase,
  { dir, storage }: Scratch,
  { workspaceId, criteria = ALL_ITEMS, options = {}, request = {} }: ExportQuestion,
): Promise<ExportResult & { path: string }> {
  const { criteria: parsed, violations } = parseCriteria(
    criteria,
    await listCustomAttributes(database.db, workspaceId),
  );
  if (parsed === undefined || violations.length > 0) throw new Error(JSON.stringify(violations));
  const all = { ...DEFAULT_EXPORT_OPTIONS, ...options };
  const file = path.join(dir, `${randomUUID()}.zip`);
  const result = await runExport({
    sessions: database.sessions,
    workspaceId,
    criteria: compileCriteria(parsed, all.revisionStatus),
    options: all,
    connections: 4,
    limits: LIMITS_PROFILES.open,
    outputPath: file,
    content: {
      open: (key) => storage.openRead(key),
      readWhole: (key, sizeBytes) => storage.readWhole(key, sizeBytes),
    },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...request,
  });
  return { ...result, path: file };
}

/** The members of an archive, by name. */
export async function readMembers(file: string): Promise<Map<string, Buffer>> {
  const { members } = await readZipDirectory(file);
  const contents = new Map<string, Buffer>();
  for (const member of members) contents.set(member.name.toString('utf8'), await readZipMember(file, member));
  return contents;
}
