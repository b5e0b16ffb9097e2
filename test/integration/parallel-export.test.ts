import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportView } from '../../src/kernel/vocabulary.ts';
import { LIMITS_PROFILES } from '../../src/kernel/limits.ts';
import { createSampleBench, type ImportBench } from '../support/bundles.ts';
import { readsView } from '../support/slow-copy.ts';
import { exportToFile, readMembers, type ExportQuestion } from '../support/exports.ts';

const VIEWS: readonly ExportView[] = ['SPECS', 'BOM', 'SOURCING', 'FILES'];

let bench: ImportBench;
let workspaceId: number;

beforeAll(async () => {
  ({ bench, workspaceId } = await createSampleBench());
});
afterAll(() => bench.close());

function exportAll(request: ExportQuestion['request'], options: ExportQuestion['options'] = {}) {
  return exportToFile(bench.database, bench.scratch, {
    workspaceId,
    options: { exportViews: VIEWS, ...options },
    request: { connections: 4, ...request },
  });
}

/** @param atMost so many connections are given; whoever asks for more is told what PostgreSQL tells */
function countedSessions(atMost = Infinity) {
  let asked = 0;
  const sessions = Object.create(bench.database.sessions, {
    connect: {
      value: async () => {
        asked += 1;
        if (asked > atMost) throw new Error('sorry, too many clients already');
        return bench.database.sessions.connect();
      },
    },
  }) as typeof bench.database.sessions;
  return { sessions, asked: () => asked };
}

/** Connections of exports that are not waiting for the next one. */
async function atWork(): Promise<number> {
  const { rows } = await bench.database.pool.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill export' AND state <> 'idle'",
  );
  return rows.length;
}

it.each([
  ['csv', {}],
  ['csv, children included', { bomLevels: 'FULL' }],
  ['json', { format: 'json' }],
] as const)(
  '%s read on several connections is byte for byte what one connection gives',
  async (_, options) => {
    const plain = await exportAll({ connections: 1 }, options);
    const { sessions, asked } = countedSessions();
    const parallel = await exportAll({ parallelFromRows: 0, sessions }, options);
    expect(asked()).toBeGreaterThan(1);
    expect(parallel.progress.rowsWritten).toBe(plain.progress.rowsWritten);
    if (plain.format === 'JSON') expect(parallel.sha256).toEqual(plain.sha256);
    else {
      const members = await readMembers(parallel.path);
      expect([...members.keys()]).toEqual(VIEWS.map((view) => `${view}.csv`));
      expect(members).toEqual(await readMembers(plain.path));
    }
  },
);

it.each(['csv', 'json'] as const)(
  '%s is the same when the database gives fewer connections than asked for',
  async (format) => {
    const { sessions, asked } = countedSessions(1);
    const plain = await exportAll({ connections: 1 }, { format });
    const parallel = await exportAll({ parallelFromRows: 0, sessions }, { format });
    expect(asked()).toBeGreaterThan(1);
    if (format === 'json') expect(parallel.sha256).toEqual(plain.sha256);
    else expect(await readMembers(parallel.path)).toEqual(await readMembers(plain.path));
    await expect.poll(atWork).toBe(0);
  },
);

it.each(['csv', 'json'] as const)(
  '%s leaves no file and no connection when one of several reads fails',
  async (format) => {
    const before = await readdir(bench.scratch.dir);
    const { pool } = bench.database;
    await pool.query('ALTER TABLE source_relationships RENAME TO kept');
    await pool.query(`CREATE FUNCTION refuse_copy() RETURNS boolean LANGUAGE plpgsql VOLATILE AS
    $$ BEGIN IF ${readsView('current_query()')} THEN RAISE 'spoiled'; END IF; RETURN true; END $$`);
    await pool.query('CREATE VIEW source_relationships AS SELECT * FROM kept WHERE refuse_copy()');
    try {
      await expect(exportAll({ parallelFromRows: 0 }, { format })).rejects.toThrow('spoiled');
    } finally {
      await pool.query('DROP VIEW source_relationships; DROP FUNCTION refuse_copy()');
      await pool.query('ALTER TABLE kept RENAME TO source_relationships');
    }
    expect(await readdir(bench.scratch.dir)).toEqual(before);
    await expect.poll(atWork).toBe(0);
  },
);

it.each(['selecting', 'writing'])(
  'leaves no file and no connection when it is aborted while several connections are %s',
  async (when) => {
    const before = await readdir(bench.scratch.dir);
    const abort = new AbortController();
    const exporting = exportAll({
      parallelFromRows: 0,
      signal: abort.signal,
      onProgress: ({ phase }) => {
        if (phase === when) abort.abort(new Error('no longer wanted'));
      },
    });
    await expect(exporting).rejects.toThrow('no longer wanted');
    expect(await readdir(bench.scratch.dir)).toEqual(before);
    await expect.poll(atWork).toBe(0);
  },
);

it('leaves no connection when there are too many items, while others still select them', async () => {
  const { pool } = bench.database;
  await pool.query('ALTER TABLE item_revisions RENAME TO kept');
  // The first connection is quick: it is the one that holds the contents.
  await pool.query(`CREATE FUNCTION dawdle() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) THEN PERFORM pg_sleep(600); END IF;
    RETURN true;
  END $$`);
  await pool.query('CREATE VIEW item_revisions AS SELECT * FROM kept WHERE (SELECT dawdle())');
  try {
    const { sessions, asked } = countedSessions();
    const limits = { ...LIMITS_PROFILES.open, maxItems: 1 };
    await expect(exportAll({ parallelFromRows: 0, limits, sessions })).rejects.toMatchObject({
      violations: [{ code: 3148 }],
    });
    expect(asked()).toBeGreaterThan(1);
  } finally {
    await pool.query('DROP VIEW item_revisions; DROP FUNCTION dawdle()');
    await pool.query('ALTER TABLE kept RENAME TO item_revisions');
  }
  await expect.poll(atWork).toBe(0);
});
