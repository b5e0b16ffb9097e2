import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { sql } from '../../platform/db/database.ts';
import type { CustomAttribute } from '../attributes.ts';
import { compileCriteria, parseCriteria } from './criteria.ts';
import { MAX_CRITERIA } from './parse.ts';
import { MAX_LIST_VALUES, MAX_WILDCARDS } from './values.ts';

const WORKSPACE = 100_000_001;
const OTHER_WORKSPACE = 100_000_002;
const COST: CustomAttribute = {
  guid: 'COST',
  world: 'ITEMS',
  name: 'Cost',
  fieldType: 'COST',
  multiSelect: false,
  possibleValues: [],
  slot: 1,
};
const TEXT: CustomAttribute = { ...COST, guid: 'TEXT', name: 'Text', fieldType: 'SINGLE_LINE_TEXT', slot: 2 };
const TAGS: CustomAttribute = {
  ...COST,
  guid: 'TAGS',
  name: 'Tags',
  fieldType: 'DROP_DOWN',
  multiSelect: true,
  slot: 3,
};

/** Texts that end a literal, begin a pattern or escape something, each of them the name of an item. */
const HOSTILE = [
  "'; DROP TABLE items; --",
  '"',
  '\\',
  '%',
  '_',
  '100%',
  '$1',
  '{a,b}',
  'NULL',
  '(?:a+)+$',
  '\\%',
  '\u202e😀',
  "E'\\x00'",
  '&lt;&#0;',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`INSERT INTO workspaces (id, name) VALUES (${WORKSPACE}, 'Ours'), (${OTHER_WORKSPACE}, 'Theirs')`.execute(
    database.db,
  );
  for (const [index, name] of HOSTILE.entries()) {
    await insertItem(WORKSPACE, {
      number: `N${index}`,
      name,
      custom: [String(index), name, `red;${name.replaceAll(';', '')}`],
    });
  }
  await insertItem(WORKSPACE, { number: 'ABSENT', name: null, custom: null });
  // Where the other workspace keeps words, ours keeps numbers.
  for (let index = 0; index < 50; index += 1) {
    await insertItem(OTHER_WORKSPACE, {
      number: `N${index}`,
      name: 'theirs',
      custom: ['no number', 'x', 'y'],
    });
  }
});
afterAll(() => database.close());

async function insertItem(
  workspaceId: number,
  item: { number: string; name: string | null; custom: string[] | null },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await sql`INSERT INTO items (workspace_id, number) VALUES (${workspaceId}, ${item.number})`.execute(tx);
    await sql`
      WITH revision AS (
        INSERT INTO item_revisions (workspace_id, item_id, guid, status, name, custom)
        SELECT workspace_id, id, number, 'EFFECTIVE', ${item.name}, ${item.custom}::text[]
        FROM items WHERE workspace_id = ${workspaceId} AND number = ${item.number} RETURNING id, item_id)
      UPDATE items SET effective_revision_id = revision.id FROM revision WHERE items.id = revision.item_id`.execute(
      tx,
    );
  });
}

/** Numbers of the items found, in the order in which they were made. */
async function find(criteria: unknown): Promise<string[]> {
  const parsed = parseCriteria(criteria, [COST, TEXT, TAGS]);
  expect(parsed.violations).toEqual([]);
  const { rows } = await sql<{ number: string }>`
    SELECT i.number FROM items i JOIN item_revisions r ON r.id = coalesce(i.effective_revision_id, i.working_revision_id)
    WHERE i.workspace_id = ${WORKSPACE} AND (${compileCriteria(parsed.criteria!, 'LATEST')}) ORDER BY i.id`.execute(
    database.db,
  );
  return rows.map(({ number }) => number);
}

const criterion = (attribute: string, operator: string, value: unknown): object => ({
  attribute,
  operator,
  value,
});
const numbersWhere = (matches: (name: string) => boolean): string[] =>
  HOSTILE.flatMap((name, index) => (matches(name) ? [`N${index}`] : []));
const EVERY = [...numbersWhere(() => true), 'ABSENT'];

describe('hostile text', () => {
  it.each(HOSTILE)('finds only itself: %j', async (name) => {
    const itself = numbersWhere((one) => one === name);
    const containing = numbersWhere((one) => one.toLowerCase().includes(name.toLowerCase()));
    const starting = numbersWhere((one) => one.toLowerCase().startsWith(name.toLowerCase()));
    for (const attribute of ['name', 'TEXT']) {
      expect(await find([criterion(attribute, 'IS_EQUAL_TO', name)])).toEqual(itself);
      expect(await find([criterion(attribute, 'CONTAINS', name)])).toEqual(containing);
      expect(await find([criterion(attribute, 'STARTS_WITH', name)])).toEqual(starting);
      expect(await find([criterion(attribute, 'DOES_NOT_CONTAIN', name)])).toEqual(
        EVERY.filter((one) => !containing.includes(one)),
      );
    }
    expect(await find([criterion('any', 'CONTAINS', name)])).toEqual(containing);
    expect(await find([criterion('TAGS', 'IS_IN', [name.replaceAll(';', '')])])).toEqual(itself);
    expect(await find([criterion('guid', 'IS_EQUAL_TO', name)])).toEqual([]);
  });

  it('leaves a star a star where it is no wildcard', async () => {
    expect(await find([criterion('name', 'IS_EQUAL_TO', '*')])).toEqual([]);
    expect(await find([criterion('name', 'CONTAINS', '*')])).toEqual(numbersWhere(() => true));
    expect(await find([criterion('name', 'STARTS_WITH', '*DROP*--')])).toEqual(['N0']);
  });
});

describe('no category', () => {
  it('has a word of its own, in any case, which nothing else takes for more than a text', async () => {
    await sql`
      WITH category AS (
        INSERT INTO categories (workspace_id, world, guid, name, path) VALUES (${WORKSPACE}, 'ITEMS', 'C', '-uncategorized-', 'C') RETURNING id)
      UPDATE item_revisions SET category_id = category.id FROM category WHERE guid = 'N0' AND workspace_id = ${WORKSPACE}`.execute(
      database.db,
    );
    const others = EVERY.filter((number) => number !== 'N0');
    expect(await find([criterion('category.name', 'IS_EQUAL_TO', '-UNcategorized-')])).toEqual(others);
    expect(await find([criterion('category.name', 'IS_NOT_EQUAL_TO', '-uncategorized-')])).toEqual(['N0']);
    expect(await find([criterion('category.name', 'CONTAINS', '-uncategorized-')])).toEqual(['N0']);
    expect(await find([criterion('category.path', 'IS_EQUAL_TO', '-uncategorized-')])).toEqual([]);
  });
});

describe('another workspace', () => {
  it('is not read as ours: words in the place of our numbers do not fail', async () => {
    // Only revisions are filtered by cost; a plan that starts with them meets the other workspace first.
    await sql`ANALYZE items, item_revisions`.execute(database.db);
    for (const operator of ['IS_EQUAL_TO', 'IS_LESS_THAN_OR_EQUAL_TO']) {
      expect(await find([criterion('COST', operator, 0)])).toEqual(['N0']);
    }
    expect(await find([criterion('COST', 'IS_NOT_EQUAL_TO', '0.0')])).toEqual(EVERY.slice(1));
  });
});

describe('size', () => {
  it('takes the longest list', async () => {
    const values = [...Array.from({ length: MAX_LIST_VALUES - 1 }, (_, index) => `other'${index}`), 'N3'];
    expect(await find([criterion('guid', 'IS_IN', values)])).toEqual(['N3']);
    expect(await find([criterion('guid', 'IS_IN', values.join(';'))])).toEqual(['N3']);
    expect(await find([criterion('TAGS', 'IS_IN', [...values.slice(1), 'RED'])])).toEqual(
      numbersWhere(() => true),
    );
    expect(await find([criterion('procurementType', 'IS_NOT_IN', values)])).toEqual(EVERY);
  });

  const repeated = (count: number, ...terms: unknown[]): unknown[] =>
    Array.from({ length: count }, () => terms)
      .flat()
      .slice(0, -1);

  it.each(['AND', 'OR'])('takes the most criteria joined by %s, in one group or many', async (logic) => {
    const one = criterion('name', 'STARTS_WITH', "'; drop");
    expect(await find(repeated(MAX_CRITERIA, one, logic))).toEqual(['N0']);
    expect(await find(repeated(MAX_CRITERIA, [one], logic))).toEqual(['N0']);
  });

  // Half of them joined by AND, half by OR. A thousand are planned in less than a second or two.
  it.each([
    criterion('category.name', 'IS_NOT_EQUAL_TO', 'nowhere'),
    criterion('category.name', 'IS_EQUAL_TO', '-uncategorized-'),
    criterion('supplier.name', 'DOES_NOT_START_WITH', 'nowhere'),
    criterion('lifecyclePhase.name', 'IS_NOT_IN', 'a;b'),
    criterion('inAssembly', 'IS_EQUAL_TO', false),
    criterion('modifiedBOM', 'IS_EQUAL_TO', false),
    criterion('COST', 'IS_NOT_EQUAL_TO', '1e999'),
  ])('takes the most criteria of a kind: $attribute $operator', async (one) => {
    const expected = await find([one]);
    expect(expected.length).toBeGreaterThan(0);
    expect(await find(repeated(MAX_CRITERIA / 2, one, 'AND', one, 'OR'))).toEqual(expected);
  });

  it.each(['category.name', 'owner.fullName', 'supplier.name', 'lifecyclePhase.guid', 'supplierItem.guid'])(
    'takes the most positive criteria on %s: no plan of a thousand joins',
    async (attribute) => {
      const one = criterion(attribute, 'IS_EQUAL_TO', 'nowhere');
      expect(await find(repeated(MAX_CRITERIA, one, 'AND'))).toEqual([]);
    },
  );

  // A thousand work too, but take 5 s to plan: each asks in five subqueries.
  it('takes many criteria on any text', async () => {
    expect(await find(repeated(200, criterion('any', 'CONTAINS', '*drop'), 'AND'))).toEqual(['N0']);
  });

  it('takes the most wildcards', async () => {
    await insertItem(WORKSPACE, { number: 'LONG', name: 'a'.repeat(MAX_WILDCARDS * 20), custom: null });
    const wildcards = 'a*'.repeat(MAX_WILDCARDS);
    expect(await find([criterion('name', 'CONTAINS', wildcards)])).toEqual(['LONG']);
    expect(await find([criterion('name', 'CONTAINS', `${wildcards}b`)])).toEqual([]);
  });

  it('takes the longest numbers', async () => {
    for (const value of [
      '9'.repeat(1_000),
      `-${'9'.repeat(990)}e999`,
      `0.${'1'.repeat(990)}e-999`,
      Number.MAX_VALUE,
      Number.MIN_VALUE,
    ]) {
      expect(await find([criterion('COST', 'IS_EQUAL_TO', value)])).toEqual([]);
    }
  });
});
