import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCustomAttributes } from '../../src/engine/attributes.ts';
import { columnsOf, hasCsv, withoutCsv, type RunColumn } from '../../src/engine/columns.ts';
import { csvOf } from '../../src/engine/formats/csv.ts';
import { selectItems, type ItemSetRequest } from '../../src/engine/item-set.ts';
import { openSnapshot } from '../../src/engine/snapshot.ts';
import { viewOf } from '../../src/engine/views/index.ts';
import { EXPORT_VIEWS, VALUE_TYPE_OF_FIELD, type AttributeWorld } from '../../src/kernel/vocabulary.ts';
import { sql } from '../../src/platform/db/database.ts';
import { createSampleBench, type ImportBench } from '../support/bundles.ts';

const RUNS = process.env['WAYBILL_TEST_LONG'] === undefined ? 25 : 1_000;
/** Values that the records take in turn. */
const VALUES = 12;

let bench: ImportBench;
let workspaceId: number;
beforeAll(async () => {
  ({ bench, workspaceId } = await createSampleBench());
});
afterAll(() => bench.close());

const valuesOf = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.array(fc.option(arbitrary), { minLength: VALUES, maxLength: VALUES });
const texts = valuesOf(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\t', ' ', 'a', '%', '\\', '部', '😀') }),
    fc.constantFrom('', '""', '\\.', '=1+1', 'NULL', '%s', "'"),
  ),
);
const numbers = valuesOf(
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12))
    .map(([digits, scale]) => `${digits}e-${scale}`),
);
const moments = valuesOf(
  fc
    .date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
);
const flags = valuesOf(fc.boolean());

/** Gives every record other values; those of columns that may not be NULL, or not twice, are made so. */
async function spread(
  values: Record<'texts' | 'numbers' | 'moments' | 'flags', readonly unknown[]>,
): Promise<void> {
  const given = [values.texts, values.numbers, values.moments, values.flags];
  const pick = (array: string, shift: number): string => `(${array})[1 + (id + ${shift}) % ${VALUES}]`;
  const text = (shift: number): string => pick('$1::text[]', shift);
  const own = (shift: number): string => `coalesce(${text(shift)}, '') || id`;
  const number = (shift: number): string => pick('$2::numeric[]', shift);
  const moment = (shift: number): string => pick('$3::timestamptz[]', shift);
  const flag = (shift: number): string => `coalesce(${pick('$4::boolean[]', shift)}, false)`;
  const orNull = (shift: number, unless = 'false'): string =>
    `CASE WHEN ${text(shift)} IS NOT NULL OR ${unless} THEN ${own(shift)} END`;
  const first = (table: string): string =>
    `CASE WHEN ${flag(9)} THEN (SELECT min(one.id) FROM ${table} one WHERE one.workspace_id = item_revisions.workspace_id) END`;
  const attributes = await listCustomAttributes(bench.database.db, workspaceId);
  const custom = (world: AttributeWorld): string =>
    attributes
      .filter((one) => one.world === world && VALUE_TYPE_OF_FIELD[one.fieldType] === 'text')
      .map(({ slot }) => `, custom[${slot}] = ${text(slot)}`)
      .join('');
  const changes = {
    item_revisions: `guid = ${own(5)}, name = ${text(0)}, description = ${text(1)}, uom = ${text(2)}, procurement_type = ${text(3)},
      revision_number = ${orNull(4, "status = 'SUPERSEDED'")}, lifecycle_phase_id = ${first('lifecycle_phases')}, category_id = ${first('categories')},
      owner_id = ${first('users')}, creator_id = ${first('users')}, off_the_shelf = ${flag(0)}, shared = ${flag(1)}, deviated = ${flag(2)}, is_assembly = ${flag(3)},
      modified_bom = ${flag(4)}, modified_files = ${flag(5)}, modified_sourcing = ${flag(6)}, modified_specs = ${flag(7)}, modified_costing = ${flag(8)},
      production_cost = ${number(0)}, prototype_cost = ${number(1)}, target_cost = ${number(2)}, target_price = ${number(3)},
      standard_cost = ${number(4)}, created_at = ${moment(0)}, effective_at = ${moment(1)}, superseded_at = ${moment(2)}${custom('ITEMS')}`,
    bom_lines: `guid = ${own(5)}, ref_des = ${text(0)}, notes = ${text(1)}, quantity = ${number(0)}, line_number = (id % 7)::integer${custom('BOM')}`,
    source_relationships: `guid = ${own(5)}, notes = ${text(0)}, approved = ${flag(0)}, active_production = ${flag(1)}, active_prototype = ${flag(2)},
      make_item = ${flag(3)}, aml_split = ${number(0)}, vendor_item_conversion_factor = ${number(1)}, aml_rank = (id % 5)::integer`,
    supplier_items: `guid = ${own(5)}, number = ${own(0)}, name = ${text(1)}`,
    suppliers: `guid = ${own(5)}, name = ${own(0)}`,
    lifecycle_phases: `guid = ${own(5)}, name = ${own(0)}`,
    categories: `guid = ${own(5)}, name = ${own(0)}, path = ${own(1)}`,
    users: `full_name = ${own(0)}, email = ${orNull(1)}`,
    items: `number = ${own(0)}`,
  };
  for (const [table, set] of Object.entries(changes))
    await bench.database.pool.query(
      `WITH given AS (SELECT $1::text[], $2::numeric[], $3::timestamptz[], $4::boolean[]) UPDATE ${table} SET ${set}`,
      given,
    );
}

/** Every view, as an export has it whose item set has the names in this way. */
async function written(names: ItemSetRequest['names'], isClosed: boolean): Promise<Record<string, string>> {
  const { database } = bench;
  const attributes = await listCustomAttributes(database.db, workspaceId);
  const snapshot = await openSnapshot(database.sessions, new AbortController().signal);
  const views: Record<string, string> = {};
  try {
    const { client } = snapshot;
    await selectItems(client, {
      workspaceId,
      criteria: isClosed ? sql`true` : sql`i.id % 3 <> 0`,
      rule: 'LATEST',
      bomLevels: 'NONE',
      names,
    });
    for (const name of EXPORT_VIEWS) {
      const view = viewOf(name, 'LATEST', isClosed);
      const columns: readonly RunColumn[] = columnsOf(view, attributes, 'apiName');
      const used = names === 'csv' ? columns : withoutCsv(columns);
      const blocks = csvOf(client, { view, columns: used }, () => undefined);
      views[name] = Buffer.concat(await Array.fromAsync(blocks)).toString();
    }
    await snapshot.end();
    return views;
  } finally {
    snapshot.cut();
  }
}

it('cells that are kept ready are, byte for byte, those that PostgreSQL writes by itself', async () => {
  const attributes = await listCustomAttributes(bench.database.db, workspaceId);
  const withKept = EXPORT_VIEWS.filter((name) =>
    hasCsv(columnsOf(viewOf(name, 'LATEST'), attributes, 'apiName')),
  );
  expect(withKept).toEqual(['SPECS', 'BOM', 'BOM_SUBSTITUTES', 'SOURCING', 'FILES']);
  await fc.assert(
    fc.asyncProperty(
      fc.record({ texts, numbers, moments, flags }),
      fc.boolean(),
      async (values, isClosed) => {
        await spread(values);
        expect(await written('csv', isClosed)).toEqual(await written('cells', isClosed));
      },
    ),
    { numRuns: RUNS },
  );
});
