import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../src/access/access.contract.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { BundleProblemsError, type BundleProblem } from '../../src/records/import/problems.ts';
import type { ImportAnswer } from '../../src/records/imports/imports.contract.ts';
import { createImports, type Imports } from '../../src/records/imports/imports.service.ts';
import { createImportBench, type ImportBench } from '../support/bundles.ts';
import { exportToFile, readMembers } from '../support/exports.ts';
import { zipOf } from '../support/zips.ts';

/**
 * What is checked and committed over HTTP, as a zip or as tables whose files and columns have names of their own, is what the command
 * line imports: the same records or the same complaints, and the check has said so before.
 */

const RUNS = process.env['WAYBILL_TEST_LONG'] === '1' ? 300 : 10;

let bench: ImportBench;
let imports: Imports;

beforeAll(async () => {
  bench = await createImportBench();
  const { db, connection } = bench.database;
  imports = createImports({
    db,
    connection,
    storage: bench.scratch.storage,
    log: createLog('silent'),
    audit: async () => undefined,
    maxUploadBytes: 10_000_000,
  });
});
afterAll(async () => {
  await imports.close();
  await bench.close();
});

const number = fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4', 'ü "5"');
const cell = (...values: readonly string[]) => fc.constantFrom('', ...values);
type Row = Readonly<Record<string, string>>;
const tables: fc.Arbitrary<Readonly<Record<string, readonly Row[]>>> = fc.record({
  SPECS: fc.uniqueArray(
    fc.record({
      number: fc.oneof({ weight: 12, arbitrary: number }, { weight: 1, arbitrary: fc.constant('') }),
      name: cell('Plate', 'Bolt, long', 'two\nlines'),
      standardCost: fc.oneof(
        { weight: 8, arbitrary: cell('1', '2.50') },
        { weight: 1, arbitrary: cell('dear') },
      ),
      'category.path': cell('Parts/Metal', 'Parts'),
      Colour: cell('red', 'green'),
    }),
    { minLength: 1, maxLength: 5, selector: ({ number: one }) => one },
  ),
  BOM: fc.array(
    fc.record({
      'parent.number': number,
      'item.number': fc.oneof({ weight: 10, arbitrary: number }, { weight: 1, arbitrary: cell('P-9') }),
      lineNumber: cell('1', '2', '3'),
      quantity: fc.oneof({ weight: 12, arbitrary: cell('1', '0.5') }, { weight: 1, arbitrary: cell('some') }),
    }),
    { maxLength: 4 },
  ),
  SOURCING: fc.array(
    fc.record({
      'parent.number': number,
      'mfrItem.number': cell('M-1', 'M-2'),
      'mfrItem.supplier.name': fc.constantFrom('Acme', 'Bolts & Co'),
      'mfrItem.name': fc.constant('Thing'),
    }),
    { maxLength: 3 },
  ),
});

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param rename what each column is called in the file */
function toCsv(rows: readonly Row[], rename: (header: string) => string): string {
  const headers = Object.keys(rows[0] ?? {});
  const lines = [headers.map(rename), ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

interface Outcome {
  readonly summary?: object;
  readonly problems?: readonly BundleProblem[];
  readonly records?: unknown;
}

/** GUIDs and times are each import's own, and so is the order of rows that differ in nothing before them. */
async function recordsOf(workspaceId: number): Promise<unknown> {
  const options = { exportViews: ['SPECS', 'BOM', 'SOURCING'], bomLevels: 'SINGLE', header: 'name' } as const;
  const { path } = await exportToFile(bench.database, bench.scratch, { workspaceId, options });
  return [...(await readMembers(path))].map(([name, content]) => [
    name,
    parse<Row>(content, { columns: true, bom: true })
      .map((row) => JSON.stringify(Object.entries(row).filter(([header]) => !/guid|DateTime/i.test(header))))
      .sort(),
  ]);
}

async function byCommand(files: Readonly<Record<string, string>>): Promise<Outcome> {
  const workspaceId = await bench.newWorkspace();
  try {
    const { summary } = await bench.load(files, workspaceId);
    return { summary, records: await recordsOf(workspaceId) };
  } catch (error) {
    if (!(error instanceof BundleProblemsError)) throw error;
    return { problems: error.problems };
  }
}

async function newAdministrator(): Promise<Caller> {
  const workspaceId = await bench.newWorkspace();
  const guid = String(workspaceId);
  const { rows } = await bench.database.pool.query<{ id: number }>(
    "INSERT INTO users (workspace_id, guid, email, full_name) VALUES ($1, $2, 'a@example.test', 'A') RETURNING id",
    [workspaceId, guid],
  );
  const person = { email: 'a@example.test', fullName: 'A', guid };
  const origin = { address: undefined, requestId: 'r' };
  return {
    ...person,
    ...origin,
    userId: rows[0]!.id,
    sessionGuid: guid,
    role: 'administrator',
    workspaceId,
    timeZone: 'UTC',
  };
}

async function settled(caller: Caller, guid: string): Promise<ImportAnswer> {
  for (;;) {
    const one = await imports.get(caller, guid);
    if (one.progress === null) return one;
  }
}

/** By kind, as the command has it. */
const summaryOf = ({ summary }: ImportAnswer): object =>
  Object.fromEntries((summary ?? []).map(({ kind, ...counts }) => [kind, counts]));

async function overHttp(
  sent: readonly { readonly name: string; readonly text: string | Buffer }[],
  mapping: object,
): Promise<Outcome> {
  const caller = await newAdministrator();
  async function* files() {
    for (const { name, text } of sent) yield { name, content: Readable.from([Buffer.from(text)]) };
  }
  const { guid } = await imports.upload(caller, '', files());
  await imports.check(caller, guid, mapping);
  const checked = await settled(caller, guid);
  expect(checked.status).toBe('CHECKED');
  if (checked.problems.count > 0) {
    await expect(imports.commit(caller, guid, {})).rejects.toThrow('nothing was imported');
    const { results } = await imports.problems(caller, guid, { page: { offset: 0, limit: 400 } });
    expect(await recordsOf(caller.workspaceId)).toEqual(await recordsOf(await bench.newWorkspace()));
    return {
      problems: results.map(({ file, line, message }) => ({
        file: file ?? undefined,
        line: line ?? undefined,
        message,
      })),
    };
  }
  await imports.commit(caller, guid, {});
  const done = await settled(caller, guid);
  expect(done).toMatchObject({ status: 'COMPLETE', summary: checked.summary });
  return { summary: summaryOf(done), records: await recordsOf(caller.workspaceId) };
}

it('gives the same records or the same complaints as the command', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async (bundle, isZip) => {
      const named = Object.entries(bundle).filter(([, rows]) => rows.length > 0);
      const files = Object.fromEntries(
        named.map(([view, rows]) => [`${view}.csv`, toCsv(rows, (header) => header)]),
      );
      const expected = await byCommand(files);
      if (isZip) {
        expect(await overHttp([{ name: 'b.zip', text: zipOf(files) }], {})).toEqual(expected);
        return;
      }
      const foreign = (header: string): string => `Their ${header}`;
      const mapping = named.map(([view, rows]) => ({
        name: `${view.toLowerCase()} list.csv`,
        view,
        columns: Object.fromEntries(Object.keys(rows[0]!).map((header) => [foreign(header), header])),
      }));
      const outcome = await overHttp(
        named.map(([, rows], index) => ({ name: mapping[index]!.name, text: toCsv(rows, foreign) })),
        { files: mapping },
      );
      // Complaints are in the words of the files.
      const inOurs = (text: string): string => text.replaceAll('"Their ', '"');
      const problems = outcome.problems?.map(({ file, line, message }) => ({
        file: file?.replace(/^(.*) list\.csv$/, (_, view: string) => `${view.toUpperCase()}.csv`),
        line,
        message: inOurs(message),
      }));
      expect({ ...outcome, ...(problems && { problems }) }).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});
