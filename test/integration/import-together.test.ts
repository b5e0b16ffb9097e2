import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../src/platform/db/database.ts';
import type { Storage } from '../../src/platform/storage/storage.ts';
import { importBundle, type ImportSummary } from '../../src/records/import/import-bundle.ts';
import { createImportBench, type ImportBench } from '../support/bundles.ts';
import { until } from '../support/until.ts';

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

const BUNDLE = {
  'SPECS.csv': 'number\nP-1\n',
  'files/a.txt': 'the first content',
  'files/b.txt': 'the second content',
  'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,files/a.txt\nP-1,b.txt,files/b.txt\n',
};

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(
    bench.database.db,
  );
  return rows.length > 0;
}

it('an import that is interrupted takes no content from one that waited for it', async () => {
  const workspaceId = await bench.newWorkspace();
  const source = await bench.write(BUNDLE);
  const { storage } = bench.scratch;
  const interrupt = new AbortController();
  let second: Promise<ImportSummary> | undefined;
  const request = { connection: bench.database.connection, workspaceId, source, onProgress: () => undefined };
  const interrupting: Storage = {
    ...storage,
    async put(key, content) {
      const stored = await storage.put(key, content);
      second ??= importBundle({ ...request, storage });
      await until(isSomebodyWaiting);
      interrupt.abort(new Error('interrupted'));
      return stored;
    },
    async remove(key) {
      // As late as it can be: the other one has come to rely on it.
      await second;
      await storage.remove(key);
    },
  };
  await expect(importBundle({ ...request, storage: interrupting, signal: interrupt.signal })).rejects.toThrow(
    'interrupted',
  );
  expect((await second)?.['file contents']).toEqual({ created: 2, updated: 0, unchanged: 0 });
  const { rows } = await sql<{ key: string; sizeBytes: number }>`
    SELECT content_key AS key, size_bytes AS "sizeBytes" FROM files WHERE workspace_id = ${workspaceId}`.execute(
    bench.database.db,
  );
  expect(rows).toHaveLength(2);
  for (const { key, sizeBytes } of rows) expect(await storage.stat(key)).toMatchObject({ sizeBytes });
});

it('an import that is interrupted alone leaves no content', async () => {
  const workspaceId = await bench.newWorkspace();
  const source = await bench.write(BUNDLE);
  const { storage } = bench.scratch;
  const interrupt = new AbortController();
  const keys: string[] = [];
  const interrupting: Storage = {
    ...storage,
    async put(key, content) {
      keys.push(key);
      const stored = await storage.put(key, content);
      interrupt.abort(new Error('interrupted'));
      return stored;
    },
  };
  const request = { connection: bench.database.connection, workspaceId, source, storage: interrupting };
  await expect(
    importBundle({ ...request, signal: interrupt.signal, onProgress: () => undefined }),
  ).rejects.toThrow('interrupted');
  expect(keys).toHaveLength(1);
  for (const key of keys) expect(await storage.stat(key)).toBeUndefined();
});
