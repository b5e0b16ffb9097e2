import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageOfComparison, type LinePair } from '../../src/records/bom-comparison.store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const CASES = process.env['WAYBILL_TEST_LONG'] === '1' ? 5_000 : 200;
const LONG_TIMEOUT_MS = 600_000;
const WORKSPACE_ID = 100_000_001;
const CHILDREN = 3;

/** Few values, so that lines of one child are often alike, in all or in their number. */
const line = fc.record({
  child: fc.integer({ min: 1, max: CHILDREN }),
  lineNumber: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  quantity: fc.option(fc.constantFrom('1', '2', '0.5'), { nil: null }),
  refDes: fc.option(fc.constantFrom('R1', 'R2'), { nil: null }),
  side: fc.option(fc.constantFrom('left', 'right'), { nil: null }),
  substitute: fc.option(fc.integer({ min: 1, max: CHILDREN }), { nil: null }),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
/** Two BOMs that have lines in common. */
const boms = fc.array(line, { maxLength: 10 }).chain((before) =>
  fc.tuple(
    fc.constant(before),
    fc
      .tuple(fc.shuffledSubarray(before), fc.array(line, { maxLength: 5 }))
      .map(([kept, more]) => [...kept, ...more]),
  ),
);

const SIDE = {
  guid: 'SIDE',
  name: 'Side',
  world: 'BOM',
  fieldType: 'SINGLE_LINE_TEXT',
  multiSelect: false,
  possibleValues: [],
  slot: 1,
} as const;

let database: TestDatabase;
let children: readonly number[];
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(`INSERT INTO workspaces (id, name) VALUES (${WORKSPACE_ID}, 'One')`);
  const { rows } = await database.pool.query<{ id: number }>(
    `INSERT INTO items (workspace_id, number) SELECT ${WORKSPACE_ID}, 'C' || n FROM generate_series(0, ${CHILDREN}) AS n RETURNING id`,
  );
  children = rows.map(({ id }) => id);
});
afterAll(() => database.close());

/** A revision with these lines; gives its id and the lines by theirs. */
async function store(bom: readonly Line[], revision: string) {
  const { rows } = await database.pool.query<{ id: number }>(
    `INSERT INTO item_revisions (workspace_id, item_id, guid, status, revision_number) VALUES ($1, $2, $3, 'SUPERSEDED', $3) RETURNING id`,
    [WORKSPACE_ID, children[0], revision],
  );
  const { id } = rows[0]!;
  const byId = new Map<number, Line>();
  for (const [index, one] of bom.entries()) {
    const inserted = await database.pool.query<{ id: number }>(
      `INSERT INTO bom_lines (workspace_id, parent_revision_id, child_item_id, guid, line_number, quantity, ref_des, custom)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        WORKSPACE_ID,
        id,
        children[one.child],
        `L${index}`,
        one.lineNumber,
        one.quantity,
        one.refDes,
        [one.side],
      ],
    );
    const lineId = inserted.rows[0]!.id;
    byId.set(lineId, one);
    if (one.substitute !== null)
      await database.pool.query(
        `INSERT INTO bom_substitutes (workspace_id, bom_line_id, substitute_item_id, guid) VALUES ($1, $2, $3, 'S')`,
        [WORKSPACE_ID, lineId, children[one.substitute]],
      );
  }
  return { id, lines: byId };
}

const differencesOf = (one: Line, other: Line): string[] =>
  (
    [
      ['lineNumber', 'lineNumber'],
      ['quantity', 'quantity'],
      ['refDes', 'refDes'],
      ['SIDE', 'side'],
      ['substitutes', 'substitute'],
    ] as const
  ).flatMap(([name, field]) => (one[field] === other[field] ? [] : [name]));

/** How many of two lists can be paired by a key. */
function pairable<Item>(some: readonly Item[], others: readonly Item[], key: (item: Item) => string): number {
  const left = Map.groupBy(others, key);
  return [...Map.groupBy(some, key)].reduce(
    (sum, [name, group]) => sum + Math.min(group.length, left.get(name)?.length ?? 0),
    0,
  );
}

const wholeOf = (one: Line): string => JSON.stringify(one);
const numberOf = (one: Line): string => `${one.child} ${one.lineNumber ?? 'none'}`;

it('pairs every line of two BOMs once, with its like', { timeout: LONG_TIMEOUT_MS }, async () => {
  let revision = 0;
  const seen = { ADDED: 0, REMOVED: 0, CHANGED: 0, UNCHANGED: 0 };
  await fc.assert(
    fc.asyncProperty(boms, fc.integer({ min: 1, max: 30 }), async ([before, after], limit) => {
      revision += 1;
      const from = await store(before, `F${revision}`);
      const to = await store(after, `T${revision}`);
      const query = { from: from.id, to: to.id, attributes: [SIDE] };
      const compare = (includeUnchanged: boolean, page = { offset: 0, limit: 400 }) =>
        pageOfComparison(database.db, { ...query, includeUnchanged }, page);
      const { counts, pairs } = await compare(true);

      // Each line in one pair.
      const ids = (side: 'fromId' | 'toId') => pairs.flatMap((pair) => pair[side] ?? []).toSorted();
      expect(ids('fromId')).toEqual([...from.lines.keys()].toSorted());
      expect(ids('toId')).toEqual([...to.lines.keys()].toSorted());

      // Each pair is called what it is.
      const both: { before: Line; after: Line }[] = [];
      for (const { change, fromId, toId, attributes } of pairs) {
        const [one, other] = [from.lines.get(fromId ?? 0), to.lines.get(toId ?? 0)];
        seen[change] += 1;
        if (one === undefined || other === undefined) {
          expect(change).toBe(one === undefined ? 'ADDED' : 'REMOVED');
          continue;
        }
        both.push({ before: one, after: other });
        expect(one.child).toBe(other.child);
        const differences = differencesOf(one, other);
        expect([change, attributes]).toEqual([
          differences.length === 0 ? 'UNCHANGED' : 'CHANGED',
          differences,
        ]);
      }

      // As many as can be are the same; of the others as many as can be have the same number; and of the rest as many the same child.
      expect(counts.unchanged).toBe(pairable(before, after, wholeOf));
      const changed = both.filter((pair) => wholeOf(pair.before) !== wholeOf(pair.after));
      const isSame = ({ before: one, after: other }: (typeof both)[number]): boolean =>
        wholeOf(one) === wholeOf(other);
      const rest = (side: 'before' | 'after', all: readonly Line[]): Line[] => {
        const used = both.filter(isSame).map((pair) => pair[side]);
        return all.filter((one) => !used.includes(one));
      };
      expect(changed.filter((pair) => numberOf(pair.before) === numberOf(pair.after))).toHaveLength(
        pairable(rest('before', before), rest('after', after), numberOf),
      );
      expect(both).toHaveLength(pairable(before, after, ({ child }) => String(child)));

      // Pages come to the same list, with and without what is unchanged.
      const whole = await pagesOf((offset) => compare(true, { offset, limit }), limit);
      expect(whole).toEqual(pairs);
      const shown = await pagesOf((offset) => compare(false, { offset, limit }), limit);
      expect(shown).toEqual(pairs.filter(({ change }) => change !== 'UNCHANGED'));
      expect(counts).toEqual({
        added: pairs.filter(({ change }) => change === 'ADDED').length,
        removed: pairs.filter(({ change }) => change === 'REMOVED').length,
        changed: changed.length,
        unchanged: both.length - changed.length,
      });
    }),
    { numRuns: CASES },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(CASES / 5);
});

async function pagesOf(
  read: (offset: number) => Promise<{ readonly pairs: readonly LinePair[] }>,
  limit: number,
): Promise<LinePair[]> {
  const found: LinePair[] = [];
  for (;;) {
    const { pairs } = await read(found.length);
    found.push(...pairs);
    if (pairs.length < limit) return found;
  }
}
