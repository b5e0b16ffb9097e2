import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { sql } from '../../platform/db/database.ts';
import type { ExportView } from '../../kernel/vocabulary.ts';
import { listCustomAttributes } from '../attributes.ts';
import { openSnapshot } from '../snapshot.ts';
import { viewOf } from '../views/index.ts';
import { jsonOf } from './json.ts';

const WORKSPACE_ID = 100_000_001;
/** Two rounds of COPYs and one item more. */
const ITEMS = 4_001;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await sql`INSERT INTO workspaces (id, name) VALUES (${WORKSPACE_ID}, 'Test')`.execute(db);
  await sql`INSERT INTO attributes (workspace_id, world, guid, name, field_type, multi_select, slot)
            VALUES (${WORKSPACE_ID}, 'ITEMS', 'AAAAAAAAAAAAAAAAAAAA', 'Farbe 色', 'DROP_DOWN', true, 1)`.execute(
    db,
  );
  await sql`INSERT INTO items (workspace_id, number) SELECT ${WORKSPACE_ID}, 'N-' || lpad(n::text, 6, '0') FROM generate_series(1, ${ITEMS}) n`.execute(
    db,
  );
  await sql`INSERT INTO item_revisions (workspace_id, item_id, guid, status, name, custom)
            SELECT workspace_id, id, lpad(id::text, 20, 'R'), 'WORKING', 'Schraube "' || number || '" 部品', ARRAY['rot;blau'] FROM items`.execute(
    db,
  );
  // Each item's next one stands in its BOM; the first item's BOM has every other item, more than one chunk of COPY holds.
  await sql`INSERT INTO bom_lines (workspace_id, parent_revision_id, child_item_id, guid, line_number, quantity)
            SELECT r.workspace_id, r.id, i.id, lpad(i.id::text, 20, 'B'), 1, 1.5
            FROM item_revisions r JOIN items i ON i.id = r.item_id + 1 OR (r.item_id = (SELECT min(id) FROM items) AND i.id > r.item_id + 1)`.execute(
    db,
  );
});
afterAll(() => database.close());

interface Document {
  readonly count: number;
  readonly results: readonly {
    number: string;
    name: string;
    additionalAttributes: unknown[];
    bom?: { item: { number: string } }[];
  }[];
}

interface Written {
  readonly document: Document;
  readonly rows: number;
}

/** @param connections with several, each view is read on its own */
async function write(itemCount: number, views: readonly ExportView[], connections = 1): Promise<Written> {
  const snapshot = await openSnapshot(database.sessions, new AbortController().signal);
  try {
    const { client } = snapshot;
    await client.query(`INSERT INTO export_items
      SELECT (row_number() OVER (ORDER BY i.number))::int AS position, i.id, r.id, i.number, r.guid, r.revision_number, r.name
      FROM items i JOIN item_revisions r ON r.item_id = i.id ORDER BY i.number LIMIT ${itemCount}`);
    const attributes = await listCustomAttributes(database.db, WORKSPACE_ID);
    let rows = 0;
    const source = jsonOf({
      snapshot,
      attributes,
      itemCount,
      connections,
      views: views.map((name) => viewOf(name, 'LATEST')),
      onRows: (_, more) => (rows += more),
    });
    return {
      document: JSON.parse(Buffer.concat(await Array.fromAsync(source)).toString()) as Document,
      rows,
    };
  } finally {
    snapshot.cut();
  }
}

const numberOf = (index: number): string => `N-${String(index).padStart(6, '0')}`;

describe('jsonOf', () => {
  it.each([0, 1, 1_999, 2_000, 2_001, ITEMS])('writes %d items, each once and in order', async (count) => {
    const { document, rows } = await write(count, ['SPECS']);
    expect(document.count).toBe(count);
    expect(rows).toBe(count);
    expect(document.results.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => numberOf(index + 1)),
    );
    const last = document.results.at(-1);
    expect(last?.name).toBe(count === 0 ? undefined : `Schraube "${numberOf(count)}" 部品`);
    expect(last?.additionalAttributes).toEqual(
      count === 0
        ? undefined
        : [
            {
              apiName: 'AAAAAAAAAAAAAAAAAAAA',
              fieldType: 'DROP_DOWN',
              guid: 'AAAAAAAAAAAAAAAAAAAA',
              name: 'Farbe 色',
              value: ['rot', 'blau'],
            },
          ],
    );
  });

  it.each([1, 2])(
    "puts each item's BOM lines into its own document, read on %d connections",
    async (connections) => {
      const { document, rows } = await write(ITEMS, ['BOM'], connections);
      const lines = document.results.map(({ bom }) => bom?.map(({ item }) => item.number));
      expect(lines[0]).toHaveLength(ITEMS - 1);
      expect(lines.slice(1)).toEqual(
        Array.from({ length: ITEMS - 1 }, (_, index) => (index + 3 > ITEMS ? [] : [numberOf(index + 3)])),
      );
      expect(rows).toBe(ITEMS + ITEMS - 1 + ITEMS - 2);
    },
  );

  it('is the same document, whatever the connections', async () => {
    const views: ExportView[] = ['SPECS', 'BOM', 'SOURCING', 'FILES', 'FILES_FILE_SUMMARY'];
    const [one, several] = await Promise.all([write(ITEMS, views), write(ITEMS, views, 4)]);
    expect(several).toEqual(one);
  });

  it('has a key for a view that was asked for, and none for others', async () => {
    const { document } = await write(1, ['SOURCING', 'FILES_FILE_SUMMARY']);
    expect(Object.keys(document)).toEqual([
      'count',
      'results',
      viewOf('FILES_FILE_SUMMARY', 'LATEST').json.key,
    ]);
    expect(document.results[0]).toMatchObject({ sourcing: [] });
    expect(document.results[0]).not.toHaveProperty('bom');
  });
});
