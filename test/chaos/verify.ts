import { createHash } from 'node:crypto';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';
import { findPostmasters } from '../support/processes.ts';
import { recover, type Scene } from './faults.ts';
import type { AcceptedRun } from './load.ts';
import { checkExport } from './records.ts';
import type { World } from './world.ts';

/** A run whose worker was killed is taken up again in 20 s, three times at most. */
const DRAIN_LIMIT_MS = 120_000;
/** The sweep of a start. */
const SWEEP_LIMIT_MS = 30_000;
const HOURS_BACK = 3;
/** What these faults may make of a run; any other reason is a fault of the product. */
const EXPECTED_FAILURES = [
  'The export file could not be written: the storage is full.',
  'The export was started 3 times and its worker ended each time before it was done.',
];

export interface Verdict {
  readonly byStatus: Readonly<Record<string, number>>;
  readonly failures: Readonly<Record<string, number>>;
  readonly attempts: Readonly<Record<string, number>>;
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly leftOver: readonly string[];
}

interface EndedRun {
  readonly status: string;
  readonly files?: readonly { readonly guid: string }[];
  readonly waybill: { readonly attempt: number; readonly error: { readonly message: string } | null };
}

/** Waits until all that was accepted has ended; gives the number of those that have not. */
export async function drain(scene: Scene): Promise<number> {
  const deadline = Date.now() + DRAIN_LIMIT_MS;
  for (;;) {
    await recover(scene);
    const [row] = await scene.world.ask<{ count: number }>(
      `SELECT count(*)::integer AS count FROM export_runs WHERE status IN ('CREATED', 'RUNNING')`,
    );
    if (row!.count === 0 || Date.now() > deadline) return row!.count;
    await wait(250);
  }
}

/** Asks for each accepted run and holds its file against what it has to be. */
export async function verifyRuns(
  { world, load }: Scene,
  onProgress: (done: number) => void,
): Promise<Omit<Verdict, 'leftOver'>> {
  const [byStatus, failures, attempts] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const [lost, wrong]: [string[], string[]] = [[], []];
  const versions = new Map<string, number>();
  for (const [index, run] of load.accepted.entries()) {
    const answer = await load.get(`${run.url}?view=full`);
    if (answer?.status !== 200) {
      lost.push(`${run.url}: ${answer?.status ?? 'no answer'}`);
      continue;
    }
    const state = JSON.parse(answer.bytes.toString()) as EndedRun;
    count(byStatus, state.status);
    count(attempts, String(state.waybill.attempt));
    const isComplete = state.status === 'COMPLETE' || state.status === 'DOWNLOADED';
    if (state.status === 'FAILED') {
      const reason = state.waybill.error?.message ?? 'no reason';
      count(failures, reason);
      if (!EXPECTED_FAILURES.includes(reason)) wrong.push(`${run.url}: failed: ${reason}`);
    } else if (!isComplete && state.status !== 'ABORTED') lost.push(`${run.url}: still ${state.status}`);
    if (isComplete) {
      const problem = await verifyFile({ world, load, versions }, run, state);
      if (problem !== undefined) wrong.push(`${run.url}: ${problem}`);
    }
    onProgress(index + 1);
  }
  return {
    byStatus: Object.fromEntries(byStatus),
    failures: Object.fromEntries(failures),
    attempts: Object.fromEntries(attempts),
    lost,
    wrong,
  };
}

/** What is wrong with it, if anything. `versions` remembers what files were found to be: the same bytes are not read again. */
async function verifyFile(
  { world, load, versions }: Pick<Scene, 'world' | 'load'> & { versions: Map<string, number> },
  run: AcceptedRun,
  { files = [] }: EndedRun,
): Promise<string | undefined> {
  if (files.length !== 1) return `${files.length} files`;
  const url = `${run.url}/files/${files[0]!.guid}`;
  const told = await load.get(url);
  const content = await load.get(`${url}/content`);
  if (told?.status !== 200 || content?.status !== 200)
    return `its file is answered ${told?.status} and ${content?.status}`;
  const { sha256, size } = JSON.parse(told.bytes.toString()) as { sha256: string; size: number };
  const found = createHash('sha256').update(content.bytes).digest('hex');
  if (found !== sha256 || content.bytes.length !== size) return 'its file is not what its metadata tell';
  const key = `${run.kind} ${found}`;
  try {
    const copy = path.join(world.dir, 'downloaded');
    await writeFile(copy, content.bytes);
    const version = versions.get(key) ?? (await checkExport(run.kind, copy));
    versions.set(key, version);
    if (version < run.atLeast || version > load.newestVersion())
      return `version ${version}, though ${run.atLeast} was in place before it was asked for`;
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** What is there hours later, after a start: nothing that no row names, nothing held, nobody connected. */
export async function findLeftOver(scene: Scene): Promise<string[]> {
  const { world } = scene;
  const found: string[] = [];
  found.push(...(await openWork(world)));
  for (const part of [...world.workers, world.server]) {
    const code = await part.stop();
    if (code !== 0) found.push(`${part.name} ended with ${code ?? 'a signal'}`);
  }
  await letHoursPass(world);
  world.server.start();
  await recover({ ...scene, world: { ...world, workers: [] } });
  found.push(...(await leftFiles(world)));
  const doctor = await world.command(['doctor', '--verify', '--json']).result;
  if (doctor.code !== 0) found.push(`doctor: ${doctor.stdout}${doctor.stderr}`);
  if ((await world.server.stop()) !== 0) found.push('the server did not end in order');
  found.push(...(await leftInDatabase(world)));
  return found;
}

/** A moment may show a statement at work; what stands for longer is left over. */
async function openWork(world: World): Promise<string[]> {
  await wait(1_500);
  const rows = await world.ask<{ what: string }>(
    `SELECT application_name || ': ' || state || ' ' || left(query, 200) AS what FROM pg_stat_activity
     WHERE state LIKE 'idle in transaction%' OR (state = 'active' AND query_start < now() - interval '1 second' AND pid <> pg_backend_pid() AND backend_type = 'client backend')`,
  );
  return rows.map(({ what }) => what);
}

async function letHoursPass({ dataDir, storageDir, database }: World): Promise<void> {
  for (const entry of await readdir(storageDir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(file);
    const earlier = new Date(mtimeMs - HOURS_BACK * 3_600_000);
    await utimes(file, earlier, earlier);
  }
  await whileOpen(dataDir, database, async (client) => {
    const back = `interval '${HOURS_BACK} hours'`;
    await client.query(
      `UPDATE export_runs SET created_at = created_at - ${back}, started_at = started_at - ${back},
       completed_at = completed_at - ${back}, ended_at = ended_at - ${back}`,
    );
  });
}

/** With nobody else in it. */
async function whileOpen<Result>(
  dataDir: string,
  database: World['database'],
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const postgres = await openEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ ...database, ...postgres.connection, application_name: 'chaos' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await postgres.close();
  }
}

async function leftFiles(world: World): Promise<string[]> {
  const deadline = Date.now() + SWEEP_LIMIT_MS;
  for (;;) {
    const named = new Set(
      (
        await world.ask<{ key: string }>(
          `SELECT storage_key AS key FROM export_run_files WHERE removed_at IS NULL UNION SELECT content_key FROM files WHERE content_key IS NOT NULL`,
        )
      ).map(({ key }) => key),
    );
    const entries = await readdir(world.storageDir, { recursive: true, withFileTypes: true });
    const stored = entries
      .filter((one) => one.isFile())
      .map((one) => path.relative(world.storageDir, path.join(one.parentPath, one.name)))
      .filter((key) => key !== 'owner');
    const left = stored.filter((key) => !named.has(key)).map((key) => `the file ${key} has no row`);
    const missing = [...named]
      .filter((key) => !stored.includes(key))
      .map((key) => `the row of ${key} has no file`);
    if (left.length + missing.length === 0 || Date.now() > deadline) return [...left, ...missing];
    await wait(250);
  }
}

async function leftInDatabase(world: World): Promise<string[]> {
  const found = await whileOpen(world.dataDir, world.database, async (client) => {
    const { rows } = await client.query<{ what: string }>(
      `SELECT 'connection ' || application_name AS what FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name <> 'waybill presence'
       UNION ALL SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts
       UNION ALL SELECT 'lock ' || locktype || ' of ' || coalesce(pid::text, 'nobody') FROM pg_locks
         WHERE pid IS DISTINCT FROM pg_backend_pid() AND pid NOT IN (SELECT pid FROM pg_stat_activity WHERE application_name = 'waybill presence')
           AND pid IN (SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend')
       UNION ALL SELECT 'open run ' || guid FROM export_runs WHERE status IN ('CREATED', 'RUNNING')`,
    );
    return rows.map(({ what }) => what);
  });
  const postmasters = await findPostmasters(world.dir);
  return [...found, ...postmasters.map((pid) => `PostgreSQL still runs as ${pid}`)];
}
