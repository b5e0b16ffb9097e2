import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OperatorError } from '../../src/kernel/errors.ts';
import { ATTRIBUTE_WORLDS, FIELD_TYPES, REVISION_STATUSES } from '../../src/kernel/vocabulary.ts';
import { insertWorkspace } from '../../src/access/access.store.ts';
import { listCustomAttributes } from '../../src/engine/attributes.ts';
import { sql, type Database } from '../../src/platform/db/database.ts';
import { seedWorkspace, type SeedRequest } from '../../src/records/seed/seed-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const ITEMS = 600;
const PLAIN = 100_000_001;
const LOOPED = 100_000_002;
const OTHER_SEED = 100_000_003;
const EMPTY = 100_000_004;

const NOTHING = "'{}'::jsonb";
/** Each table's rows without ids: what they refer to stands there by number or GUID. */
const NATURAL_ROWS: Readonly<Record<string, { from: string; references: string }>> = {
  users: { from: 'users t', references: NOTHING },
  lifecycle_phases: { from: 'lifecycle_phases t', references: NOTHING },
  categories: { from: 'categories t', references: NOTHING },
  attributes: { from: 'attributes t', references: NOTHING },
  items: {
    from: 'items t LEFT JOIN item_revisions w ON w.id = t.working_revision_id LEFT JOIN item_revisions e ON e.id = t.effective_revision_id',
    references: "jsonb_build_object('w', w.guid, 'e', e.guid)",
  },
  item_revisions: {
    from: `item_revisions t JOIN items i ON i.id = t.item_id LEFT JOIN lifecycle_phases p ON p.id = t.lifecycle_phase_id
      LEFT JOIN categories c ON c.id = t.category_id LEFT JOIN users o ON o.id = t.owner_id LEFT JOIN users m ON m.id = t.creator_id`,
    references: "jsonb_build_object('i', i.number, 'p', p.guid, 'c', c.guid, 'o', o.guid, 'm', m.guid)",
  },
  bom_lines: {
    from: 'bom_lines t JOIN item_revisions p ON p.id = t.parent_revision_id JOIN items c ON c.id = t.child_item_id',
    references: "jsonb_build_object('p', p.guid, 'c', c.number)",
  },
  bom_substitutes: {
    from: 'bom_substitutes t JOIN bom_lines l ON l.id = t.bom_line_id JOIN items s ON s.id = t.substitute_item_id',
    references: "jsonb_build_object('l', l.guid, 's', s.number)",
  },
  suppliers: {
    from: 'suppliers t JOIN users m ON m.id = t.creator_id',
    references: "jsonb_build_object('m', m.guid)",
  },
  supplier_items: {
    from: 'supplier_items t JOIN suppliers s ON s.id = t.supplier_id LEFT JOIN users m ON m.id = t.creator_id',
    references: "jsonb_build_object('s', s.guid, 'm', m.guid)",
  },
  source_relationships: {
    from: `source_relationships t JOIN item_revisions p ON p.id = t.parent_revision_id JOIN supplier_items m ON m.id = t.mfr_item_id
      LEFT JOIN supplier_items v ON v.id = t.vendor_item_id`,
    references: "jsonb_build_object('p', p.guid, 'm', m.guid, 'v', v.guid)",
  },
  files: {
    from: 'files t JOIN categories c ON c.id = t.category_id JOIN users a ON a.id = t.author_id',
    references: "jsonb_build_object('c', c.guid, 'a', a.guid)",
  },
  item_files: {
    from: 'item_files t JOIN item_revisions p ON p.id = t.parent_revision_id JOIN files f ON f.id = t.file_id',
    references: "jsonb_build_object('p', p.guid, 'f', f.guid)",
  },
  supplier_item_files: {
    from: 'supplier_item_files t JOIN supplier_items p ON p.id = t.supplier_item_id JOIN files f ON f.id = t.file_id',
    references: "jsonb_build_object('p', p.guid, 'f', f.guid)",
  },
};
const TABLES = Object.keys(NATURAL_ROWS);

async function checksums(db: Database, workspaceId: number): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const [table, { from, references }] of Object.entries(NATURAL_ROWS)) {
    const { rows } = await sql<{ rows: number; md5: string }>`
      SELECT count(*) AS rows, md5(string_agg(line, E'\n' ORDER BY line COLLATE "C")) AS md5 FROM (
        SELECT ((
          SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(t))
          WHERE NOT (key ~ '(^|_)id$' AND jsonb_typeof(value) = 'number')
        ) || ${sql.raw(references)})::text AS line
        FROM ${sql.raw(from)} WHERE t.workspace_id = ${workspaceId}) AS natural_rows`.execute(db);
    result[table] = `${rows[0]!.rows} ${rows[0]!.md5}`;
  }
  return result;
}

async function countRows(db: Database, workspaceId: number): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) FROM ${sql.table(table)} WHERE workspace_id = ${workspaceId}`.execute(db);
    result[table] = rows[0]!.count;
  }
  return result;
}

async function count(db: Database, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  return (await query.execute(db)).rows[0]!.count;
}

/** Items that stand somewhere below themselves, whichever revisions one follows. */
async function countLooped(db: Database, workspaceId: number): Promise<number> {
  return count(
    db,
    sql`
      WITH RECURSIVE edges AS MATERIALIZED (
        SELECT DISTINCT r.item_id AS parent, b.child_item_id AS child
        FROM bom_lines b JOIN item_revisions r ON r.id = b.parent_revision_id WHERE b.workspace_id = ${workspaceId}
      ), below AS (
        SELECT parent AS top, child FROM edges UNION SELECT w.top, e.child FROM below w JOIN edges e ON e.parent = w.child
      )
      SELECT count(*) FROM below WHERE top = child`,
  );
}

function requestFor(db: Database, workspaceId: number): SeedRequest {
  return {
    db,
    workspaceId,
    items: ITEMS,
    seed: 1,
    loops: false,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
}

let first: TestDatabase;
let second: TestDatabase;
let plainCounts: Record<string, number>;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  for (const { db } of [first, second]) {
    await db.transaction().execute(async (tx) => {
      for (const id of [PLAIN, LOOPED, OTHER_SEED, EMPTY])
        await insertWorkspace(tx, { id, name: `Workspace ${id}` });
    });
  }
  plainCounts = await seedWorkspace(requestFor(first.db, PLAIN));
  await seedWorkspace({ ...requestFor(first.db, LOOPED), loops: true });
  await seedWorkspace({ ...requestFor(second.db, OTHER_SEED), seed: 2 });
  await seedWorkspace(requestFor(second.db, PLAIN));
});

afterAll(async () => {
  await first.close();
  await second.close();
});

describe('the same seed', () => {
  test('gives the same rows in another database, where ids differ', async () => {
    expect(await checksums(second.db, PLAIN)).toEqual(await checksums(first.db, PLAIN));
    const firstId = sql<{ count: number }>`SELECT min(id) AS count FROM items WHERE workspace_id = ${PLAIN}`;
    expect(await count(first.db, firstId)).not.toBe(await count(second.db, firstId));
  });

  test('gives GUIDs that can be computed without PostgreSQL', async () => {
    const { rows } = await sql<{ guid: string }>`
      SELECT r.guid FROM items i JOIN item_revisions r ON r.id = coalesce(i.effective_revision_id, i.working_revision_id)
      WHERE i.workspace_id = ${PLAIN} AND i.number = '900-0000001'`.execute(first.db);
    const hash = createHash('sha512').update('1:edition:1:0').digest();
    expect(rows[0]?.guid).toBe(hash.subarray(-10).toString('hex').toUpperCase());
  });

  test('and another seed gives other rows everywhere', async () => {
    const [one, other] = [await checksums(first.db, PLAIN), await checksums(second.db, OTHER_SEED)];
    for (const table of TABLES) expect(other[table], table).not.toBe(one[table]);
  });
});

describe('counts', () => {
  test('are those that were told, and of the right size', async () => {
    const counts = await countRows(first.db, PLAIN);
    const snake = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    expect(
      Object.fromEntries(Object.entries(plainCounts).map(([kind, rows]) => [snake(kind), rows])),
    ).toEqual(counts);
    expect(counts).toMatchObject({
      users: 20,
      lifecycle_phases: 4,
      categories: 67,
      attributes: 13,
      items: ITEMS,
      suppliers: 12,
    });
    expect(counts['supplier_items']).toBe(ITEMS);
    expect(counts['item_revisions']).toBeGreaterThan(ITEMS * 1.14);
    expect(counts['item_revisions']).toBeLessThan(ITEMS * 1.28);
    expect(counts['bom_lines']).toBeGreaterThan(ITEMS * 4);
    expect(counts['bom_lines']).toBeLessThan(ITEMS * 5);
    expect(counts['bom_substitutes']).toBeGreaterThan(counts['bom_lines']! * 0.01);
    expect(counts['bom_substitutes']).toBeLessThan(counts['bom_lines']! * 0.03);
    expect(counts['source_relationships']).toBeGreaterThan(ITEMS);
  });

  test('every revision status, field type and world is there', async () => {
    const { rows } = await sql<{ status: string }>`
      SELECT DISTINCT status FROM item_revisions WHERE workspace_id = ${PLAIN}`.execute(first.db);
    expect(rows.map((row) => row.status).sort()).toEqual([...REVISION_STATUSES].sort());
    const attributes = await listCustomAttributes(first.db, PLAIN);
    expect([...new Set(attributes.map((one) => one.fieldType))].sort()).toEqual([...FIELD_TYPES].sort());
    expect([...new Set(attributes.map((one) => one.world))].sort()).toEqual([...ATTRIBUTE_WORLDS].sort());
    expect(attributes.filter((one) => one.multiSelect)).toHaveLength(1);
  });
});

describe('records fit together', () => {
  const ofItems = (condition: ReturnType<typeof sql>) => sql<{ count: number }>`
    SELECT count(*) FROM items i LEFT JOIN item_revisions w ON w.id = i.working_revision_id
      LEFT JOIN item_revisions e ON e.id = i.effective_revision_id
    WHERE i.workspace_id = ${PLAIN} AND (${condition})`;
  const ofRevisions = (condition: ReturnType<typeof sql>) => sql<{ count: number }>`
    SELECT count(*) FROM item_revisions r JOIN items i ON i.id = r.item_id WHERE r.workspace_id = ${PLAIN} AND (${condition})`;

  test('current revisions have the right status and item, and no other revision is current', async () => {
    const { db } = first;
    expect(await count(db, ofItems(sql`w.id IS NULL AND e.id IS NULL`))).toBe(0);
    expect(
      await count(
        db,
        ofItems(
          sql`w.status <> 'WORKING' OR w.item_id <> i.id OR e.status <> 'EFFECTIVE' OR e.item_id <> i.id`,
        ),
      ),
    ).toBe(0);
    const isCurrent = sql`r.id IN (i.working_revision_id, i.effective_revision_id)`;
    expect(await count(db, ofRevisions(sql`(${isCurrent}) IS NOT TRUE AND r.status <> 'SUPERSEDED'`))).toBe(
      0,
    );
    const both = await count(db, ofItems(sql`w.id IS NOT NULL AND e.id IS NOT NULL`));
    const workingOnly = await count(db, ofItems(sql`e.id IS NULL`));
    const superseded = await count(db, ofRevisions(sql`r.status = 'SUPERSEDED'`));
    expect(both).toBeGreaterThan(ITEMS * 0.07);
    expect(both).toBeLessThan(ITEMS * 0.14);
    expect(workingOnly).toBeGreaterThan(ITEMS * 0.03);
    expect(workingOnly).toBeLessThan(ITEMS * 0.08);
    expect(superseded).toBeGreaterThan(ITEMS * 0.07);
    expect(superseded).toBeLessThan(ITEMS * 0.14);
  });

  test('dates follow the life of an item', async () => {
    const wrong = sql`(r.effective_at IS NULL) <> (r.status = 'WORKING') OR (r.superseded_at IS NULL) = (r.status = 'SUPERSEDED')
      OR r.effective_at < r.created_at OR r.superseded_at < r.effective_at OR r.last_modified_at < r.created_at`;
    expect(await count(first.db, ofRevisions(wrong))).toBe(0);
  });

  test('is_assembly says whether there are lines, 3 to 7 in a current revision, numbered from 1', async () => {
    const { db } = first;
    const hasLines = sql`EXISTS (SELECT FROM bom_lines b WHERE b.parent_revision_id = r.id)`;
    expect(await count(db, ofRevisions(sql`r.is_assembly <> ${hasLines}`))).toBe(0);
    expect(
      await count(
        db,
        ofRevisions(sql`i.number LIKE '900-%' AND r.status <> 'SUPERSEDED' AND NOT r.is_assembly`),
      ),
    ).toBe(0);
    const { rows } = await sql<{
      fewest: number;
      most: number;
      average: number;
      hasGap: boolean;
      assemblies: number;
    }>`
      SELECT min(lines) AS fewest, max(lines) AS most, avg(lines)::float8 AS average, bool_or(last <> lines) AS "hasGap", count(*) AS assemblies
      FROM (SELECT count(*) AS lines, max(b.line_number) AS last FROM items i
        JOIN bom_lines b ON b.parent_revision_id = coalesce(i.effective_revision_id, i.working_revision_id)
        WHERE i.workspace_id = ${PLAIN} GROUP BY i.id) AS boms`.execute(db);
    expect(rows[0]).toMatchObject({ fewest: 3, most: 7, hasGap: false, assemblies: ITEMS * 0.8 });
    expect(rows[0]!.average).toBeCloseTo(5, 0);
  });

  test('a root is nobody’s child, and every other item begins with 100-', async () => {
    const { db } = first;
    expect(await count(db, ofItems(sql`i.number LIKE '900-%'`))).toBe(ITEMS * 0.16);
    expect(await count(db, ofItems(sql`i.number LIKE '100-%'`))).toBe(ITEMS * 0.84);
    expect(
      await count(
        db,
        ofItems(sql`i.number LIKE '900-%' AND EXISTS (SELECT FROM bom_lines b WHERE b.child_item_id = i.id)`),
      ),
    ).toBe(0);
  });

  test('every current revision has a source; manufacturers and vendors are not mixed up', async () => {
    const { db } = first;
    const hasSource = sql`EXISTS (SELECT FROM source_relationships s WHERE s.parent_revision_id = r.id)`;
    expect(await count(db, ofRevisions(sql`${hasSource} = (r.status = 'SUPERSEDED')`))).toBe(0);
    const areMixed = sql<{ count: number }>`
      SELECT count(*) FROM source_relationships a JOIN source_relationships b ON a.mfr_item_id = b.vendor_item_id
      WHERE a.workspace_id = ${PLAIN}`;
    expect(await count(db, areMixed)).toBe(0);
  });

  test('working revisions beside an effective one differ where their flags say so', async () => {
    const bomOf = (revision: string) => sql`(
      SELECT string_agg(concat_ws(' ', line_number, child_item_id, quantity), ',' ORDER BY line_number)
      FROM bom_lines WHERE parent_revision_id = ${sql.ref(revision)})`;
    const both = sql`w.id IS NOT NULL AND e.id IS NOT NULL`;
    expect(
      await count(
        first.db,
        ofItems(sql`${both} AND w.modified_bom <> (${bomOf('w.id')} IS DISTINCT FROM ${bomOf('e.id')})`),
      ),
    ).toBe(0);
    expect(await count(first.db, ofItems(sql`${both} AND w.modified_bom`))).toBeGreaterThan(0);
    expect(
      await count(first.db, ofItems(sql`${both} AND NOT w.modified_bom AND w.is_assembly`)),
    ).toBeGreaterThan(0);
    expect(await count(first.db, ofItems(sql`${both} AND w.modified_specs <> (w.name <> e.name)`))).toBe(0);
  });

  test('custom values are in canonical text', async () => {
    const patterns: Partial<Record<string, RegExp>> = {
      DATE: /^\d{4}-\d\d-\d\dT00:00:00Z$/,
      DATETIME: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      NUMBER: /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/,
      POSITIVE_DOUBLE: /^(0|[1-9]\d*)(\.\d*[1-9])?$/,
      INTEGER: /^-?(0|[1-9]\d*)$/,
      BOOLEAN: /^(true|false)$/,
      FIXED_DROP_DOWN: /^(RoHS|REACH|UL|CE)(;(RoHS|REACH|UL|CE))*$/,
    };
    const attributes = (await listCustomAttributes(first.db, PLAIN)).filter((one) => one.world === 'ITEMS');
    expect(attributes.map((one) => one.slot).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { fieldType, slot, name, multiSelect, possibleValues } of attributes) {
      const { rows } = await sql<{ value: string | null }>`
        SELECT DISTINCT custom[${slot}::integer] AS value FROM item_revisions WHERE workspace_id = ${PLAIN}`.execute(
        first.db,
      );
      const values = rows.flatMap((row) => row.value ?? []);
      expect(values.length, name).toBeGreaterThan(1);
      expect(values.length, `${name} is absent now and then`).toBe(rows.length - 1);
      expect(
        values.filter((value) => value === '' || patterns[fieldType]?.test(value) === false),
        name,
      ).toEqual([]);
      if (possibleValues.length > 0 && !multiSelect)
        expect(values.sort(), name).toEqual([...possibleValues].sort());
    }
  });
});

describe('loops', () => {
  test('are there with the switch only, on top of the same lines', async () => {
    expect(await countLooped(first.db, PLAIN)).toBe(0);
    expect(await countLooped(first.db, LOOPED)).toBeGreaterThan(1);
    const [plain, looped] = [await checksums(first.db, PLAIN), await checksums(first.db, LOOPED)];
    const differing = TABLES.filter((table) => plain[table] !== looped[table]);
    expect(differing).toEqual(['bom_lines']);
  });

  test('can be an item that names itself', async () => {
    const selves = (workspaceId: number) => sql<{ count: number }>`
      SELECT count(*) FROM bom_lines b JOIN item_revisions r ON r.id = b.parent_revision_id
      WHERE b.workspace_id = ${workspaceId} AND r.item_id = b.child_item_id`;
    expect(await count(first.db, selves(LOOPED))).toBeGreaterThan(0);
    expect(await count(first.db, selves(PLAIN))).toBe(0);
  });

  test('begin in the first item, however few there are', async () => {
    await seedWorkspace({ ...requestFor(second.db, LOOPED), items: 7, loops: true });
    expect(await countLooped(second.db, LOOPED)).toBeGreaterThan(1);
  });
});

describe('all or nothing', () => {
  const nothing = Object.fromEntries(TABLES.map((table) => [table, 0]));

  test('a workspace with records is refused and stays as it is', async () => {
    const before = await checksums(first.db, PLAIN);
    await expect(seedWorkspace({ ...requestFor(first.db, PLAIN), seed: 3 })).rejects.toThrow(OperatorError);
    expect(await checksums(first.db, PLAIN)).toEqual(before);
  });

  test.each([0, -1, 1.5, Number.NaN, 10_000_000])('%d items are refused', async (items) => {
    await expect(seedWorkspace({ ...requestFor(first.db, EMPTY), items })).rejects.toThrow(OperatorError);
    expect(await countRows(first.db, EMPTY)).toEqual(nothing);
  });

  test('a workspace that is not there is refused', async () => {
    await expect(seedWorkspace(requestFor(first.db, 999_999_999))).rejects.toThrow('no workspace 999999999');
  });

  test.each(['supplier items', 'BOMs', 'sources'])('aborting after %s leaves nothing', async (step) => {
    const controller = new AbortController();
    const told: string[] = [];
    const onProgress = (text: string): void => {
      told.push(text);
      if (text.startsWith(step)) controller.abort(new Error('interrupted'));
    };
    await expect(
      seedWorkspace({ ...requestFor(first.db, EMPTY), signal: controller.signal, onProgress }),
    ).rejects.toThrow('interrupted');
    expect(told.at(-1)).toMatch(new RegExp(`^${step}.* ${ITEMS} of ${ITEMS}$`));
    expect(await countRows(first.db, EMPTY)).toEqual(nothing);
  });

  test('a single item is enough', async () => {
    const counts = await seedWorkspace({ ...requestFor(first.db, EMPTY), items: 1 });
    expect(counts).toMatchObject({ items: 1, bomLines: 0, supplierItems: 2 });
  });
});
