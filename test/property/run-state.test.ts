import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abortRun,
  claimRun,
  completeRun,
  failRun,
  markDownloaded,
  MAX_ATTEMPTS,
} from '../../src/exports/run-state.ts';
import { createGuid } from '../../src/kernel/guid.ts';
import type { RunStatus } from '../../src/kernel/vocabulary.ts';
import { sql, type Database } from '../../src/platform/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const CASES = process.env['WAYBILL_TEST_LONG'] === undefined ? 100 : 1_000;
const WORKSPACE_ID = 100_000_001;

/** The contract's table of run states, written down a second time on purpose. RUNNING again is a run taken up after a crash. */
const NEXT: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  CREATED: ['RUNNING', 'ABORTED', 'FAILED'],
  RUNNING: ['RUNNING', 'COMPLETE', 'FAILED', 'ABORTED'],
  COMPLETE: ['DOWNLOADED'],
  DOWNLOADED: [],
  FAILED: [],
  ABORTED: [],
};

/**
 * What a process does with a run. Operations with `worker` use the lease of that worker's latest claim, whether it has been taken over
 * since or not: a worker that lost its run does not know it.
 */
type Operation =
  | { readonly kind: 'claim' | 'complete' | 'fail' | 'crash'; readonly worker: number; readonly run: number }
  | { readonly kind: 'abort' | 'download' | 'giveUp'; readonly run: number };

const RUNS = 3;
const WORKERS = 3;
const run = fc.nat({ max: RUNS - 1 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), worker: fc.nat({ max: WORKERS - 1 }), run }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('complete' as const, 'fail' as const, 'crash' as const),
      worker: fc.nat({ max: WORKERS - 1 }),
      run,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('download' as const, 'abort' as const, 'giveUp' as const),
      run,
    }),
  },
);

const complete = (db: Database, runId: number, lease: string): Promise<boolean> => {
  const guid = createGuid();
  return completeRun(db, {
    runId,
    lease,
    criteriaResultsCount: 7,
    snapshotAt: new Date(),
    progress: null,
    views: [],
    file: {
      guid,
      name: 'Export Results.zip',
      mimeType: 'application/zip',
      format: 'ZIP',
      sizeBytes: 1,
      sha256: Buffer.alloc(32),
      storageKey: `exports/${guid}.zip`,
      retentionMs: 60_000,
    },
  });
};

let database: TestDatabase;
let definitionId: number;
let creatorId: number;
let runNumber = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await sql`INSERT INTO workspaces (id, name) VALUES (${WORKSPACE_ID}, 'Test')`.execute(db);
  const user = await sql<{
    id: number;
  }>`INSERT INTO users (workspace_id, guid, full_name) VALUES (${WORKSPACE_ID}, ${createGuid()}, 'Ada') RETURNING id`.execute(
    db,
  );
  creatorId = user.rows[0]!.id;
  const definition = await sql<{ id: number }>`
    INSERT INTO export_definitions (workspace_id, guid, number, name, creator_id, created_at, options)
    VALUES (${WORKSPACE_ID}, ${createGuid()}, 1, 'Test', ${creatorId}, now(), '{}') RETURNING id`.execute(db);
  definitionId = definition.rows[0]!.id;
  // Every change of a row is written down by the database itself, in the order in which they happened to it.
  await sql`CREATE TABLE changes (id bigint GENERATED ALWAYS AS IDENTITY, run_id bigint, "from" text, "to" text, lease_before uuid, lease_after uuid, attempt int)`.execute(
    db,
  );
  await sql`CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO changes (run_id, "from", "to", lease_before, lease_after, attempt)
    VALUES (NEW.id, OLD.status, NEW.status, OLD.lease, NEW.lease, NEW.attempt); RETURN NEW; END $$`.execute(
    db,
  );
  await sql`CREATE TRIGGER note_change AFTER UPDATE ON export_runs FOR EACH ROW EXECUTE FUNCTION note_change()`.execute(
    db,
  );
});
afterAll(() => database.close());

async function createRuns(): Promise<number[]> {
  const first = runNumber + 1;
  runNumber += RUNS;
  const { rows } = await sql<{ id: number }>`
    INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at)
    SELECT ${WORKSPACE_ID}, ${definitionId}, 'R' || lpad(n::text, 19, '0'), n, ${creatorId}, 'CREATED', now()
    FROM generate_series(${first}::int, ${runNumber}::int) n RETURNING id`.execute(database.db);
  return rows.map(({ id }) => id);
}

/** An operation that said it did something. */
interface Deed {
  readonly runId: number;
  readonly to: RunStatus;
  /** The lease it went by; undefined for those that need none. */
  readonly lease: string | undefined;
}

/** Workers, an operator and a client at some runs, with a record of what they were told they did. */
function createStage(runIds: readonly number[]) {
  const leases = new Map<string, string>();
  const deeds: Deed[] = [];
  const { db } = database;
  class Crash extends Error {}

  async function attempt(
    op: Operation,
    runId: number,
    lease: string,
  ): Promise<{ to: RunStatus; done: boolean; lease?: string }> {
    switch (op.kind) {
      case 'claim': {
        const taken = randomUUID();
        leases.set(`${op.worker}:${op.run}`, taken);
        return { to: 'RUNNING', done: await claimRun(db, runId, taken) };
      }
      case 'complete':
        return {
          to: 'COMPLETE',
          lease,
          done: await complete(db, runId, lease),
        };
      case 'crash': {
        // The worker dies in the transaction that would have completed the run: nothing of it may stay.
        const dying = db.transaction().execute(async (tx) => {
          await complete(tx, runId, lease);
          throw new Crash();
        });
        await expect(dying).rejects.toThrow(Crash);
        return { to: 'COMPLETE', lease, done: false };
      }
      case 'fail':
        return {
          to: 'FAILED',
          lease,
          done: await failRun(db, runId, { code: 3000, message: 'failed', lease }),
        };
      case 'giveUp':
        return { to: 'FAILED', done: await failRun(db, runId, { code: 3000, message: 'given up' }) };
      case 'abort':
        return { to: 'ABORTED', done: await abortRun(db, runId) };
      case 'download':
        return { to: 'DOWNLOADED', done: await markDownloaded(db, runId) };
    }
  }

  return {
    deeds,
    async perform(op: Operation): Promise<boolean> {
      const runId = runIds[op.run]!;
      // A worker that never claimed the run holds a lease that nobody gave it.
      const lease = 'worker' in op ? (leases.get(`${op.worker}:${op.run}`) ?? randomUUID()) : '';
      const result = await attempt(op, runId, lease);
      if (result.done) deeds.push({ runId, to: result.to, lease: result.lease });
      return result.done;
    },
  };
}

interface Change {
  readonly from: RunStatus;
  readonly to: RunStatus;
  readonly leaseBefore: string | null;
  readonly leaseAfter: string | null;
  readonly attempt: number;
}

async function changesOf(runId: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    SELECT "from", "to", lease_before AS "leaseBefore", lease_after AS "leaseAfter", attempt FROM changes WHERE run_id = ${runId} ORDER BY id`.execute(
    database.db,
  );
  return rows;
}

/** What must be true of a run whatever was done to it, from the database's own record. */
async function checkRun(runId: number, deeds: readonly Deed[]): Promise<void> {
  const changes = await changesOf(runId);
  const ours = deeds.filter((deed) => deed.runId === runId);
  const seen: RunStatus[] = ['CREATED'];
  for (const { from, to, leaseBefore, leaseAfter, attempt } of changes) {
    expect(from).toBe(seen.at(-1));
    expect(NEXT[from]).toContain(to);
    seen.push(to);
    if (to === 'RUNNING') expect(leaseAfter).not.toBe(leaseBefore);
    else expect(leaseAfter).toBeNull();
    expect(attempt).toBe(seen.filter((status) => status === 'RUNNING').length);
    // Who ended it by its lease held that lease at that moment.
    const deed = ours.find((one) => one.to === to && one.lease !== undefined && one.lease === leaseBefore);
    if (to === 'COMPLETE') expect(deed).toBeDefined();
  }
  // Nobody was told of a change that did not happen, and no change happened that nobody was told of.
  expect(changes.map(({ to }) => to).sort()).toEqual(ours.map(({ to }) => to).sort());
  for (const deed of ours.filter(({ lease }) => lease !== undefined)) {
    expect(changes.find(({ to, leaseBefore }) => to === deed.to && leaseBefore === deed.lease)).toBeDefined();
  }
  expect(
    seen.filter((status) => ['COMPLETE', 'FAILED', 'ABORTED'].includes(status)).length,
  ).toBeLessThanOrEqual(1);
  expect(changes.filter(({ to }) => to === 'RUNNING').length).toBeLessThanOrEqual(MAX_ATTEMPTS);
  await checkRow(runId, seen.at(-1)!);
}

async function checkRow(runId: number, status: RunStatus): Promise<void> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT status, started_at IS NOT NULL AS started, completed_at IS NOT NULL AS completed, ended_at IS NOT NULL AS ended, lease IS NOT NULL AS leased,
           error_code AS error, criteria_results_count AS counted, coalesce(started_at >= created_at, true) AND coalesce(ended_at >= greatest(created_at, started_at), true) AND coalesce(completed_at = ended_at, true) AS "inOrder"
    FROM export_runs WHERE id = ${runId}`.execute(database.db);
  const isDone = status === 'COMPLETE' || status === 'DOWNLOADED';
  expect(rows[0]).toEqual({
    status,
    started: isDone || status === 'RUNNING' ? true : (expect.any(Boolean) as unknown),
    completed: isDone,
    ended: status !== 'CREATED' && status !== 'RUNNING',
    leased: status === 'RUNNING',
    error: status === 'FAILED' ? 3000 : null,
    counted: isDone ? 7 : null,
    inOrder: true,
  });
}

/** The same rules for one operation at a time, as plainly as they can be said. */
function createModel() {
  const runs = Array.from({ length: RUNS }, (): { status: RunStatus; attempts: number; holder: number } => ({
    status: 'CREATED',
    attempts: 0,
    holder: -1,
  }));
  return (op: Operation): boolean => {
    const state = runs[op.run]!;
    const isOpen = state.status === 'CREATED' || state.status === 'RUNNING';
    const isHeld = 'worker' in op && state.status === 'RUNNING' && state.holder === op.worker;
    const become = (status: RunStatus, allowed: boolean): boolean => {
      if (allowed) state.status = status;
      return allowed;
    };
    switch (op.kind) {
      case 'claim': {
        const taken = become('RUNNING', isOpen && state.attempts < MAX_ATTEMPTS);
        // A claim that is refused leaves the worker with a lease that nobody gave it, even when it held the run before.
        if (taken) Object.assign(state, { attempts: state.attempts + 1, holder: op.worker });
        else if (state.holder === op.worker) state.holder = -1;
        return taken;
      }
      case 'crash':
        return false;
      case 'complete':
        return become('COMPLETE', isHeld);
      case 'fail':
        return become('FAILED', isHeld);
      case 'giveUp':
        return become('FAILED', isOpen);
      case 'abort':
        return become('ABORTED', isOpen);
      case 'download':
        return become('DOWNLOADED', state.status === 'COMPLETE');
    }
  };
}

describe('a run', { timeout: 600_000 }, () => {
  it('does what its rules say, one operation at a time [API-128, API-136, API-139, API-206, API-207]', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 1, maxLength: 25, size: 'max' }),
        async (operations) => {
          const runIds = await createRuns();
          const stage = createStage(runIds);
          const expected = createModel();
          for (const op of operations) expect(await stage.perform(op)).toBe(expected(op));
          for (const runId of runIds) await checkRun(runId, stage.deeds);
        },
      ),
      { numRuns: CASES },
    );
  });

  it('keeps its rules when many work at it at once [API-139]', async () => {
    const actor = fc.array(operation, { minLength: 1, maxLength: 10, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.array(actor, { minLength: 2, maxLength: 5, size: 'max' }), async (actors) => {
        const runIds = await createRuns();
        const stage = createStage(runIds);
        await Promise.all(
          actors.map(async (operations) => {
            for (const op of operations) await stage.perform(op);
          }),
        );
        for (const runId of runIds) await checkRun(runId, stage.deeds);
      }),
      { numRuns: CASES },
    );
  });

  it('never ends before it started, whenever the statement that ends it began to wait for its row', async () => {
    const [completed, failed, aborted] = await createRuns();
    const lease = randomUUID();
    for (const runId of [completed!, failed!, aborted!]) await claimRun(database.db, runId, lease);
    // What a statement sees that began before the claim it waited for, and what a clock that is set back leaves behind.
    await sql`UPDATE export_runs SET created_at = now() + interval '1 minute', started_at = now() + interval '2 minutes' WHERE id IN (${completed}, ${failed}, ${aborted})`.execute(
      database.db,
    );
    await complete(database.db, completed!, lease);
    await failRun(database.db, failed!, { code: 3000, message: 'failed', lease });
    await abortRun(database.db, aborted!);
    await checkRow(completed!, 'COMPLETE');
    await checkRow(failed!, 'FAILED');
    await checkRow(aborted!, 'ABORTED');
  });

  it('is ended by one of many that all try in the same moment [API-139]', async () => {
    for (let round = 0; round < CASES / 5; round += 1) {
      const [runId] = await createRuns();
      const lease = randomUUID();
      await claimRun(database.db, runId!, lease);
      const outcomes = await Promise.all([
        complete(database.db, runId!, lease),
        abortRun(database.db, runId!),
        failRun(database.db, runId!, { code: 3000, message: 'failed', lease }),
        failRun(database.db, runId!, { code: 3000, message: 'given up' }),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await changesOf(runId!)).toHaveLength(2);
    }
  });
});
