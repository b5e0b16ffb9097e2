import { writeFile, mkdtemp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BOM_LEVELS,
  EXPORT_VIEWS,
  HEADER_STYLES,
  REVISION_RULES,
  type ExportOptions,
  type ExportView,
} from '../../src/kernel/vocabulary.ts';
import { sql } from '../../src/platform/db/database.ts';
import { seedWorkspace } from '../../src/records/seed/seed-workspace.ts';
import { SAMPLE, createImportBench, type ImportBench } from '../support/bundles.ts';
import { exportToFile, readMembers } from '../support/exports.ts';

/** Export → import into an empty workspace → export gives the same bytes in every member. */

const isLong = process.env['WAYBILL_TEST_LONG'] === '1';
const SEEDED_ITEMS = 60;

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

async function seeded(seed: number, loops: boolean): Promise<number> {
  const workspaceId = await bench.newWorkspace();
  const signal = new AbortController().signal;
  await seedWorkspace({
    db: bench.database.db,
    workspaceId,
    items: SEEDED_ITEMS,
    seed,
    loops,
    signal,
    onProgress: () => undefined,
  });
  return workspaceId;
}

/** Views whose rows are found through another one's: alone they can be read, but not imported with what they hang on. */
const NEEDS: Partial<Record<ExportView, readonly ExportView[]>> = {
  BOM_SUBSTITUTES: ['BOM'],
  FILES_FILE_SUMMARY: ['FILES'],
  SOURCING_SUPPLIERITEM_SPECS: ['SOURCING'],
  SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE: ['SOURCING'],
  SOURCING_SUPPLIERITEM_FILES: ['SOURCING'],
  SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY: ['SOURCING', 'SOURCING_SUPPLIERITEM_FILES'],
};

/** SPECS always, as a bundle needs it; children are found again only where the BOM is in the bundle. */
const options: fc.Arbitrary<Partial<ExportOptions>> = fc
  .record({
    views: fc.subarray(EXPORT_VIEWS.slice(1)),
    bomLevels: fc.constantFrom(...BOM_LEVELS),
    revisionStatus: fc.constantFrom(...REVISION_RULES),
    header: fc.constantFrom(...HEADER_STYLES),
  })
  .map(({ views, bomLevels, ...rest }) => {
    const exportViews = [
      ...new Set<ExportView>([
        'SPECS',
        ...(bomLevels === 'NONE' ? [] : ['BOM' as const]),
        ...views.flatMap((view) => [...(NEEDS[view] ?? []), view]),
      ]),
    ];
    return { exportViews, bomLevels, ...rest };
  });

/** Criteria by number, so that what a reference alone has made can be told from what matched. */
const someNumbers = (numbers: readonly string[]) =>
  fc
    .subarray([...numbers], { minLength: 1 })
    .map((some) =>
      some.flatMap((value, index) => [
        ...(index === 0 ? [] : ['OR']),
        [{ attribute: 'number', operator: 'IS_EQUAL_TO', value }],
      ]),
    );

async function numbersIn(workspaceId: number): Promise<string[]> {
  const { rows } = await sql<{
    number: string;
  }>`SELECT number FROM items WHERE workspace_id = ${workspaceId} ORDER BY id`.execute(bench.database.db);
  return rows.map(({ number }) => number);
}

async function expectRoundTrip(
  workspaceId: number,
  question: { criteria: unknown; options: Partial<ExportOptions> },
): Promise<void> {
  const first = await exportToFile(bench.database, bench.scratch, { workspaceId, ...question });
  const copy = await bench.newWorkspace();
  await bench.importFrom(first.path, copy);
  const second = await exportToFile(bench.database, bench.scratch, { workspaceId: copy, ...question });
  const [before, after] = [await readMembers(first.path), await readMembers(second.path)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, bytes] of before) {
    if (!bytes.equals(after.get(name) ?? Buffer.alloc(0)))
      expect(after.get(name)?.toString(), name).toBe(bytes.toString());
  }
  expect(second.criteriaResultsCount).toBe(first.criteriaResultsCount);
}

it('gives byte-identical members for seeded workspaces, whatever the options', async () => {
  const seed = fc.record({ seed: fc.integer({ min: 1, max: 1_000_000 }), loops: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(seed, fc.gen(), async (one, generate) => {
      const workspaceId = await seeded(one.seed, one.loops);
      const numbers = await numbersIn(workspaceId);
      for (let round = 0; round < 3; round += 1) {
        await expectRoundTrip(workspaceId, {
          criteria: generate(() => someNumbers(numbers)),
          options: generate(() => options),
        });
      }
    }),
    { numRuns: isLong ? 60 : 4, endOnFailure: true },
  );
}, 1_200_000);

it('gives byte-identical members for the sample workspace with its physical files', async () => {
  const workspaceId = await bench.newWorkspace();
  await bench.importFrom(SAMPLE, workspaceId);
  for (const revisionStatus of REVISION_RULES) {
    const all: Partial<ExportOptions> = {
      exportViews: EXPORT_VIEWS,
      bomLevels: 'FULL',
      revisionStatus,
      fileContent: { item: 'ALL', supplierItem: 'ALL' },
      header: 'name',
    };
    await expectRoundTrip(workspaceId, {
      criteria: [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]],
      options: all,
    });
  }
});

it('reads a bundle from a folder as from a zip', async () => {
  const workspaceId = await bench.newWorkspace();
  await bench.importFrom(SAMPLE, workspaceId);
  const question = {
    criteria: [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00001' }]],
    options: { exportViews: EXPORT_VIEWS, bomLevels: 'FULL' as const },
  };
  const { path: archive } = await exportToFile(bench.database, bench.scratch, { workspaceId, ...question });
  const folder = await mkdtemp(path.join(bench.scratch.dir, 'bundle-'));
  for (const [name, bytes] of await readMembers(archive)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  const [fromZip, fromFolder] = [await bench.newWorkspace(), await bench.newWorkspace()];
  const summaries = [
    await bench.importFrom(folder, fromFolder),
    await bench.importFrom(archive, fromZip),
  ].map(({ summary }) => summary);
  expect(summaries[0]).toEqual(summaries[1]);
  const exports = await Promise.all(
    [fromZip, fromFolder].map((id) =>
      exportToFile(bench.database, bench.scratch, { workspaceId: id, ...question }),
    ),
  );
  const [a, b] = await Promise.all(exports.map((one) => readMembers(one.path)));
  expect(a).toEqual(b);
});
