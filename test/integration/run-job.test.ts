import { randomUUID } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertDefinition } from '../../src/exports/definitions.store.ts';
import { executeRun, type RunJobPorts } from '../../src/exports/runs.job.ts';
import { claimRun, completeRun } from '../../src/exports/run-state.ts';
import { getRunWork, insertRun, isFileKept } from '../../src/exports/runs.store.ts';
import { createGuid } from '../../src/kernel/guid.ts';
import { LIMITS_PROFILES } from '../../src/kernel/limits.ts';
import { sql } from '../../src/platform/db/database.ts';
import type { Storage } from '../../src/platform/storage/storage.ts';
import { createSampleBench, type ImportBench } from '../support/bundles.ts';
import { DEFAULT_EXPORT_OPTIONS } from '../../src/kernel/vocabulary.ts';

const CRITERIA = [[{ attribute: 'number', operator: 'STARTS_WITH', value: '900-' }]];

let bench: ImportBench;
let workspaceId: number;

beforeAll(async () => {
  ({ bench, workspaceId } = await createSampleBench());
});
afterAll(() => bench.close());

function portsWith(storage: Partial<Storage>): RunJobPorts {
  return {
    db: bench.database.db,
    sessions: bench.database.sessions,
    storage: { ...bench.scratch.storage, ...storage },
    events: {
      subscribe: () => () => undefined,
      onChange: () => () => undefined,
      onMissed: () => () => undefined,
      close: async () => undefined,
    },
    log: pino({ level: 'silent' }),
    isStorageOurs: true,
    retentionMs: 60_000,
    limits: LIMITS_PROFILES.open,
    spreadsheetSafe: false,
    connections: 1,
  };
}

async function newRun(): Promise<number> {
  const { db } = bench.database;
  const { rows } = await sql<{
    id: number;
  }>`SELECT id FROM users WHERE workspace_id = ${workspaceId} LIMIT 1`.execute(db);
  const creatorId = rows[0]!.id;
  return db.transaction().execute(async (tx) => {
    const definition = await insertDefinition(tx, {
      workspaceId,
      creatorId,
      guid: createGuid(),
      name: 'Job',
      description: null,
      criteria: CRITERIA,
      options: DEFAULT_EXPORT_OPTIONS,
    });
    return insertRun(tx, {
      workspaceId,
      definitionId: definition.id,
      creatorId,
      guid: createGuid(),
      criteria: CRITERIA,
    });
  });
}

async function stateOf(runId: number) {
  const { rows } = await sql`SELECT status, attempt FROM export_runs WHERE id = ${runId}`.execute(
    bench.database.db,
  );
  return rows[0];
}

it('an attempt that its worker gives up because it stops is not counted, and the next one completes the run', async () => {
  const runId = await newRun();
  for (let stop = 0; stop < 4; stop += 1) {
    const stopping = new AbortController();
    const { storage } = bench.scratch;
    const ports = portsWith({
      createTemporary: () => {
        stopping.abort();
        return storage.createTemporary();
      },
    });
    await expect(executeRun(ports, runId, { signal: stopping.signal })).rejects.toThrow();
    expect(await stateOf(runId)).toEqual({ status: 'RUNNING', attempt: 0 });
  }
  await executeRun(portsWith({}), runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'COMPLETE', attempt: 1 });
});

/** Ports whose storage takes a run's file, then lets something happen; and the keys that it took. */
function portsThatAfterCommit(happens: () => Promise<unknown>) {
  const { storage } = bench.scratch;
  const committed: string[] = [];
  const ports = portsWith({
    async commit(temporary, key) {
      committed.push(key);
      await storage.commit(temporary, key);
      await happens();
    },
  });
  return { ports, committed };
}

it('an attempt that has lost its run to another leaves no file, and the other one ends the run', async () => {
  const runId = await newRun();
  const { storage } = bench.scratch;
  const { ports, committed } = portsThatAfterCommit(() =>
    claimRun(bench.database.db, runId, '00000000-0000-4000-8000-000000000000'),
  );
  await executeRun(ports, runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'RUNNING', attempt: 2 });
  expect(committed).toHaveLength(1);
  for (const key of committed) expect(await storage.stat(key)).toBeUndefined();
  await executeRun(portsWith({}), runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'COMPLETE', attempt: 3 });
});

it('an attempt whose claim a crash of the database has forgotten leaves no file, and comes again', async () => {
  const runId = await newRun();
  const { storage } = bench.scratch;
  const { ports, committed } = portsThatAfterCommit(() =>
    sql`UPDATE export_runs SET status = 'CREATED', lease = NULL, attempt = 0, started_at = NULL WHERE id = ${runId}`.execute(
      bench.database.db,
    ),
  );
  await expect(executeRun(ports, runId, { signal: new AbortController().signal })).rejects.toThrow();
  expect(committed).toHaveLength(1);
  for (const key of committed) expect(await storage.stat(key)).toBeUndefined();
  await executeRun(portsWith({}), runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'COMPLETE', attempt: 1 });
});

it('a completion that arrives after its file was found to be nobody’s does nothing', async () => {
  const runId = await newRun();
  const { db } = bench.database;
  const [lease, nextLease] = [randomUUID(), randomUUID()];
  const file = {
    guid: createGuid(),
    name: 'Late.zip',
    mimeType: 'application/zip',
    format: 'ZIP',
    sizeBytes: 1,
    sha256: Buffer.alloc(32),
    storageKey: `exports/${runId}/late.zip`,
    retentionMs: 60_000,
  };
  const complete = (by: string): Promise<boolean> =>
    completeRun(db, {
      runId,
      lease: by,
      criteriaResultsCount: 1,
      snapshotAt: new Date(),
      progress: null,
      views: [],
      file,
    });
  expect(await claimRun(db, runId, lease)).toBe(true);
  const asked = { runId, storageKey: file.storageKey, lease, nextLease };
  expect(await isFileKept(db, asked)).toBe(false);
  expect(await complete(lease)).toBe(false);
  expect(await stateOf(runId)).toEqual({ status: 'RUNNING', attempt: 1 });
  expect(await complete(nextLease)).toBe(true);
  expect(await isFileKept(db, asked)).toBe(true);
});

it('an attempt that stood still while another ended its run fails without harm, and there is one file', async () => {
  const runId = await newRun();
  const { storage } = bench.scratch;
  const keys: string[] = [];
  const ports = portsWith({
    async commit(temporary, key) {
      await executeRun(portsWith({}), runId, { signal: new AbortController().signal });
      keys.push(key);
      await storage.commit(temporary, key);
    },
  });
  await executeRun(ports, runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'COMPLETE', attempt: 2 });
  const { rows } = await sql<{
    key: string;
  }>`SELECT storage_key AS key FROM export_run_files WHERE run_id = ${runId}`.execute(bench.database.db);
  const folder = path.dirname(keys[0]!);
  expect(await Array.fromAsync(storage.list(folder))).toEqual(rows.map(({ key }) => key));
  expect(await Array.fromAsync(storage.listTemporary())).toEqual([]);
});

it('an attempt removes what earlier ones were writing, and nothing of a later one', async () => {
  const runId = await newRun();
  const { storage } = bench.scratch;
  const { guid } = await getRunWork(bench.database.db, runId);
  const write = async (): Promise<string> => {
    const temporary = await storage.createTemporary(guid);
    await writeFile(temporary.path, 'half');
    return temporary.path;
  };
  const earlier = await write();
  let later = '';
  const ports = portsWith({
    async createTemporary(owner) {
      // Another worker has claimed the run meanwhile, and writes.
      later = await write();
      return storage.createTemporary(owner);
    },
  });
  await executeRun(ports, runId, { signal: new AbortController().signal });
  const left = (await Array.fromAsync(storage.listTemporary())).map(({ owner }) => owner);
  expect(left).toEqual([guid]);
  await expect(access(earlier)).rejects.toThrow('ENOENT');
  await access(later);
});

it('in a storage that is another database’s an attempt removes nothing but its own', async () => {
  const runId = await newRun();
  const { storage } = bench.scratch;
  const work = await getRunWork(bench.database.db, runId);
  const theirs = await storage.createTemporary(work.guid);
  await writeFile(theirs.path, 'half');
  const key = `exports/${work.workspaceId}/${work.guid}/THEIRS.zip`;
  await storage.put(key, Readable.from([Buffer.from('whole')]));
  const ports = { ...portsWith({}), isStorageOurs: false };
  await executeRun(ports, runId, { signal: new AbortController().signal });
  expect(await stateOf(runId)).toEqual({ status: 'COMPLETE', attempt: 1 });
  await access(theirs.path);
  expect(await storage.stat(key)).toBeDefined();
});
