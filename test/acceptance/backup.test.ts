import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createApi,
  define,
  fileUrlOf,
  runToEnd,
  waitForStatus,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import {
  createInstallation,
  loginAs,
  type CommandResult,
  type Installation,
  type TestServer,
} from '../support/installation.ts';
import { ALL_VIEWS, exportArchive } from '../support/view-records.ts';

const ANN = 'ann@example.test';
const EVERYTHING = {
  exportViews: ALL_VIEWS,
  bomLevels: 'FULL',
  fileContent: { item: 'ALL', supplierItem: 'ALL' },
};
/** One user has several runs at once. */
const FLAGS = ['--limits', 'open'];
/** More than the one worker can do at once, so that at any moment some runs wait. */
const CLIENTS = 6;

interface Summary {
  readonly backup: string;
  readonly summary: {
    readonly madeAt: string;
    readonly tables: Readonly<Record<string, number>>;
    readonly files: { readonly count: number; readonly missing: unknown[]; readonly expired?: unknown[] };
    readonly runsQueued?: number;
  };
}

let first: Installation;
let second: Installation;
let server: TestServer;
let ann: Api;
/** Nobody touches it once its runs have ended, before the backup. */
let still: Definition;
let dir: string;
let made: Summary;

beforeAll(async () => {
  [first, second] = await Promise.all([createInstallation(), createInstallation({ isNew: true })]);
  dir = path.join(first.dir, 'backup');
  server = await first.serve(['--sample', ...FLAGS]);
  await first.addUser({ email: ANN, role: 'administrator' });
  ann = await loginAs(server, ANN);
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!isOver) await defineRunAndDownload(ann);
  });
  still = await makeRuns(ann);
  made = documentOf(await first.run(['backup', dir, '--json']));
  isOver = true;
  await Promise.all(clients);
});

afterAll(async () => {
  try {
    expect(await server.stop()).toBe(0);
  } finally {
    await Promise.all([first.remove(), second.remove()]);
  }
});

async function contentOf(api: Api, definition: { guid: string }, run: Run): Promise<Buffer> {
  const response = await fetch(`${api.url}${fileUrlOf(definition, run)}/content`, {
    headers: { arena_session_id: api.token! },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function defineRunAndDownload(api: Api): Promise<void> {
  const definition = await define(api, { name: 'Load', options: EVERYTHING });
  await contentOf(api, definition, await runToEnd(api, definition));
}

/** Of one definition: a run that is COMPLETE, one DOWNLOADED, one ABORTED. */
async function makeRuns(api: Api): Promise<Definition> {
  const definition = await define(api, { name: 'Still', options: EVERYTHING });
  const runs = `/v1/exports/${definition.guid}/runs`;
  const [, downloaded] = [await runToEnd(api, definition), await runToEnd(api, definition)];
  await contentOf(api, definition, downloaded);
  const { body } = await api.post<Run>(runs, {}, { Prefer: 'respond-async' });
  expect((await api.post<Run>(`${runs}/${body.guid}/abort`)).status).toBe(200);
  await waitForStatus(api, `${runs}/${downloaded.guid}`, ['DOWNLOADED']);
  return definition;
}

function documentOf({ code, stdout, stderr }: CommandResult): Summary {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Summary;
}

function expectRefusal({ code, stdout, stderr }: CommandResult, exitCode: number, words: string): void {
  expect([code, stdout], stderr).toEqual([exitCode, '']);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n\s+at /);
}

/** Every result of a list, page after page. */
async function listAll<Result>(api: Api, url: string): Promise<Result[]> {
  const all: Result[] = [];
  for (;;) {
    const { body } = await api.get<Paged<Result>>(`${url}?limit=400&offset=${all.length}`);
    all.push(...body.results);
    if (body.results.length === 0) return all;
  }
}

const runsOf = (api: Api, { guid }: { guid: string }): Promise<Run[]> =>
  listAll(api, `/v1/exports/${guid}/runs`);

describe('refusals', () => {
  it('a folder with something in it, a folder without a backup, an installation in use: 2, and nothing is touched', async () => {
    const before = await readdir(dir, { recursive: true });
    const empty = path.join(first.dir, 'empty');
    await mkdir(empty);
    const [occupied, none, inUse] = await Promise.all([
      first.run(['backup', dir]),
      second.run(['restore', empty]),
      first.run(['restore', dir]),
    ]);
    expectRefusal(occupied, 2, 'is not empty');
    expectRefusal(none, 2, 'There is no backup in');
    expectRefusal(inUse, 2, 'has a workspace already');
    expect(await readdir(dir, { recursive: true })).toEqual(before);
    expect((await runsOf(ann, still)).map(({ status }) => status)).toEqual([
      'COMPLETE',
      'DOWNLOADED',
      'ABORTED',
    ]);
  });

  it('one wrong byte in a table or in a file: 1, and nothing is restored', async () => {
    const stored = (await readdir(path.join(dir, 'files'), { recursive: true })).find((name) =>
      name.endsWith('.zip'),
    )!;
    for (const [index, name] of ['tables/items.copy', `files/${stored}`].entries()) {
      const spoilt = path.join(first.dir, `spoilt-${index}`);
      await cp(dir, spoilt, { recursive: true });
      const bytes = await readFile(path.join(spoilt, name));
      bytes[40] = bytes[40]! ^ 1;
      await writeFile(path.join(spoilt, name), bytes);
      expectRefusal(await second.run(['restore', spoilt]), 1, 'Nothing was restored.');
    }
    const left = await readdir(path.join(second.dir, 'data/files'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});

describe('a backup under load, restored into a second installation', () => {
  let restored: TestServer;
  let again: Api;

  beforeAll(async () => {
    const { backup, summary } = documentOf(await second.run(['restore', dir, '--json']));
    expect([backup, made.backup]).toEqual([dir, dir]);
    expect(summary).toMatchObject({ madeAt: made.summary.madeAt, tables: made.summary.tables });
    expect(made.summary.files).toMatchObject({ missing: [], expired: [] });
    expect(summary.runsQueued).toBeGreaterThan(0);
    restored = await second.serve(FLAGS);
    again = await loginAs(restored, ANN);
  });
  afterAll(async () => {
    expect(await restored.stop()).toBe(0);
  });

  it('goes on with its sessions, and with its users and their passwords', async () => {
    expect((await createApi(restored.url, ann.token).get('/v1/exports')).status).toBe(200);
    expect((await again.get('/v1/exports')).status).toBe(200);
  });

  it('has the runs as they were, and their files byte for byte', async () => {
    const url = `/v1/exports/${still.guid}/runs`;
    expect((await again.get(url)).text).toBe((await ann.get(url)).text);
    for (const run of (await runsOf(ann, still)).filter(({ files }) => (files ?? []).length > 0)) {
      expect((await again.get(fileUrlOf(still, run))).text).toBe((await ann.get(fileUrlOf(still, run))).text);
      expect((await contentOf(again, still, run)).equals(await contentOf(ann, still, run))).toBe(true);
    }
  });

  it('ends every run that had not ended; the others and all definitions are those of the first', async () => {
    const originals = new Map((await listAll<Definition>(ann, '/v1/exports')).map((one) => [one.guid, one]));
    const definitions = await listAll<Definition>(again, '/v1/exports');
    expect(definitions).toHaveLength(made.summary.tables['export_definitions']!);
    expect(definitions.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
      definitions.map((_, index) => index + 1),
    );
    let runs = 0;
    for (const definition of definitions) {
      expect(definition).toEqual(originals.get(definition.guid));
      const before = await runsOf(ann, definition);
      for (const { guid, number } of await runsOf(again, definition)) {
        const path = `/v1/exports/${definition.guid}/runs/${guid}`;
        const run = await waitForStatus(again, path, ['COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED']);
        const original = before.find((one) => one.guid === guid)!;
        const { creator, criteria, creationDateTime, criteriaResultsCount } = original;
        expect(run).toMatchObject({ number, creator, criteria, creationDateTime, criteriaResultsCount });
        expect(run.status === 'ABORTED').toBe(original.status === 'ABORTED');
        expect(run.status).not.toBe('FAILED');
        // A run that had ended has the file that it had.
        const [file, originalFile] = [run.files?.[0], original.files?.[0]];
        if (file !== undefined && file.guid === originalFile?.guid)
          expect(await contentOf(again, definition, run)).toEqual(await contentOf(ann, definition, original));
        runs += 1;
      }
    }
    expect(runs).toBe(made.summary.tables['export_runs']);
  });

  it('numbers new runs and definitions after those it had', async () => {
    const numbers = (await listAll<Definition>(again, '/v1/exports')).map(({ number }) => number);
    const definition = await define(again, { name: 'New' });
    expect(definition.number).toBe(Math.max(...numbers) + 1);
    expect((await runToEnd(again, definition)).number).toBe(1);
    expect((await runToEnd(again, still)).number).toBe((await runsOf(ann, still)).length + 1);
  });

  it('exports the same records: all ten views and every file', async () => {
    const [one, other] = await Promise.all([
      exportArchive(ann, EVERYTHING),
      exportArchive(again, EVERYTHING),
    ]);
    expect([...other.members.keys()]).toEqual([...one.members.keys()]);
    expect(one.members.size).toBeGreaterThan(ALL_VIEWS.length);
    for (const [name, content] of one.members)
      expect(other.members.get(name)!.equals(content), name).toBe(true);
  });
});

it('a file that the storage has lost is told, and the backup is finished without it: 1', async () => {
  const exported = path.join(first.dir, 'data/files/exports');
  const lost = (await readdir(exported, { recursive: true })).find((name) => name.endsWith('.zip'))!;
  await rm(path.join(exported, lost));
  const result = await first.run(['backup', path.join(first.dir, 'without'), '--json']);
  const { summary } = JSON.parse(result.stdout) as Summary;
  expect(summary.files.missing).toEqual([expect.objectContaining({ key: `exports/${lost}` })]);
  expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(`exports/${lost}: ENOENT`)]);
  expect(await readdir(path.join(first.dir, 'without'))).toContain('backup.json');
});
