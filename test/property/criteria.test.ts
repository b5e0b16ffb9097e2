import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileCriteria, parseCriteria } from '../../src/engine/criteria/criteria.ts';
import { matchedRevisionOf } from '../../src/engine/item-set.ts';
import { REVISION_RULES, type RevisionRule } from '../../src/kernel/vocabulary.ts';
import { sql, type RawBuilder } from '../../src/platform/db/database.ts';
import { criteriaJson, recordSets } from '../support/criteria-arbitraries.ts';
import { evaluate, type CriteriaJson } from '../support/criteria-evaluator.ts';
import { insertRecords, type StoredRecordSet } from '../support/criteria-records.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** Criteria tried on each set of records, in one statement: writing the records takes longer than asking. */
const CRITERIA_PER_SET = 25;
const CASES = process.env['WAYBILL_TEST_LONG'] === '1' ? 10_000 : 250;
const LONG_TIMEOUT_MS = 600_000;

interface Question {
  readonly criteria: CriteriaJson;
  readonly rule: RevisionRule;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('finds in SQL what the specification says', { timeout: LONG_TIMEOUT_MS }, async () => {
  const question = fc.record({ criteria: criteriaJson, rule: fc.constantFrom(...REVISION_RULES) });
  const questions = fc.array(question, { minLength: CRITERIA_PER_SET, maxLength: CRITERIA_PER_SET });
  let workspaceId = 100_000_000;
  const seen = { none: 0, some: 0, all: 0 };
  await fc.assert(
    fc.asyncProperty(recordSets, questions, async (records, asked) => {
      workspaceId += 1;
      await insertRecords(database.db, workspaceId, records);
      const found = await ask(workspaceId, records, asked);
      for (const [index, { criteria, rule }] of asked.entries()) {
        const expected = evaluate(criteria, records, rule).toSorted();
        expect({ criteria, rule, found: found[index] }).toEqual({ criteria, rule, found: expected });
        seen[expected.length === 0 ? 'none' : expected.length === records.items.length ? 'all' : 'some'] += 1;
      }
    }),
    { numRuns: CASES / CRITERIA_PER_SET },
  );
  // Criteria that never tell one item from another would prove little.
  expect(seen.some).toBeGreaterThan(CASES / 5);
  expect(seen.none).toBeGreaterThan(0);
  expect(seen.all).toBeGreaterThan(0);
});

/** Numbers of the items found, for each question. */
async function ask(
  workspaceId: number,
  records: StoredRecordSet,
  asked: readonly Question[],
): Promise<string[][]> {
  const selects = asked.map(({ criteria, rule }, index) => {
    const parsed = parseCriteria(criteria, records.attributes);
    expect({ criteria, violations: parsed.violations }).toEqual({ criteria, violations: [] });
    return select(workspaceId, { index, rule, condition: compileCriteria(parsed.criteria!, rule) });
  });
  const { rows } = await sql<{
    index: number;
    number: string;
  }>`${sql.join(selects, sql` UNION ALL `)}`.execute(database.db);
  return asked.map((_, index) =>
    rows
      .filter((row) => row.index === index)
      .map((row) => row.number)
      .toSorted(),
  );
}

function select(
  workspaceId: number,
  { index, rule, condition }: { index: number; rule: RevisionRule; condition: RawBuilder<boolean> },
): RawBuilder<unknown> {
  return sql`
    SELECT ${sql.lit(index)} AS index, i.number
    FROM items i JOIN item_revisions r ON r.id = ${sql.raw(matchedRevisionOf(rule)('i'))}
    WHERE i.workspace_id = ${workspaceId} AND (${condition})`;
}
