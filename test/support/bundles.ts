import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importBundle, type ImportSummary } from '../../src/records/import/import-bundle.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createScratch, createWorkspaceRow, type Scratch } from './exports.ts';

/** The project's own sample workspace. */
export const SAMPLE = path.resolve(import.meta.dirname, '../../sample');

/** With the sample workspace in it. */
export async function createSampleBench(): Promise<{ bench: ImportBench; workspaceId: number }> {
  const bench = await createImportBench();
  return { bench, workspaceId: (await bench.importFrom(SAMPLE)).workspaceId };
}

/** The files of a bundle, by their names in it. */
export type Bundle = Readonly<Record<string, string | Buffer>>;

/** A database and a folder in which a test file imports bundles, each into a workspace of its own. */
export interface ImportBench {
  readonly database: TestDatabase;
  readonly scratch: Scratch;
  newWorkspace(): Promise<number>;
  /** Writes a bundle into a folder. */
  write(files: Bundle): Promise<string>;
  /** Imports a folder or zip; into a new workspace unless one is given. */
  importFrom(source: string, workspaceId?: number): Promise<{ workspaceId: number; summary: ImportSummary }>;
  load(files: Bundle, workspaceId?: number): Promise<{ workspaceId: number; summary: ImportSummary }>;
  close(): Promise<void>;
}

export async function createImportBench(): Promise<ImportBench> {
  const database = await createTestDatabase();
  const scratch = await createScratch();
  let lastWorkspaceId = 100_000_000;
  const bench: ImportBench = {
    database,
    scratch,
    newWorkspace: () => createWorkspaceRow(database.db, (lastWorkspaceId += 1)),
    async write(files) {
      const folder = await mkdtemp(path.join(scratch.dir, 'bundle-'));
      for (const [name, content] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), content);
      }
      return folder;
    },
    async importFrom(source, given) {
      const workspaceId = given ?? (await bench.newWorkspace());
      const { connection } = database;
      const summary = await importBundle({
        connection,
        workspaceId,
        source,
        storage: scratch.storage,
        onProgress: () => undefined,
      });
      return { workspaceId, summary };
    },
    load: async (files, workspaceId) => bench.importFrom(await bench.write(files), workspaceId),
    async close() {
      await database.close();
      await scratch.remove();
    },
  };
  return bench;
}
