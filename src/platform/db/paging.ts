import type { Page, Paged } from '../../kernel/paging.ts';
import { sql, type Database, type RawBuilder } from './database.ts';

interface ListQuery {
  /** `id` and `number` among them: lists stand in the order of their numbers. */
  readonly columns: RawBuilder<unknown>;
  /** FROM and WHERE. */
  readonly from: RawBuilder<unknown>;
  readonly page: Page;
  /** A SELECT of more columns about the row `page`: looked up for the rows of the page alone. */
  readonly beside?: RawBuilder<unknown>;
}

/** One page and the count of all, from one statement and so one snapshot. */
export async function pageOfRows<Row extends { id: number }>(
  db: Database,
  { columns, from, page, beside }: ListQuery,
): Promise<Paged<Row>> {
  const { rows } = await sql<Row & { totalCount: number }>`
    SELECT total.count AS "totalCount", page.*${beside === undefined ? sql`` : sql`, beside.*`}
    FROM (SELECT count(*) FROM ${from}) AS total
    LEFT JOIN (SELECT ${columns} FROM ${from} ORDER BY number LIMIT ${page.limit} OFFSET ${page.offset}) AS page ON true
    ${beside === undefined ? sql`` : sql`LEFT JOIN LATERAL (${beside}) AS beside ON page.id IS NOT NULL`}
    ORDER BY page.number`.execute(db);
  return {
    count: rows[0]?.totalCount ?? 0,
    results: rows.filter((row) => (row.id as number | null) !== null),
  };
}
