import type { Page, Paged } from '../../kernel/paging.ts';
import { sql, type Database, type RawBuilder } from './database.ts';

interface ListQuery {
  readonly columns: RawBuilder<unknown>;
  /** FROM and WHERE. */
  readonly from: RawBuilder<unknown>;
  /** In which no two rows are alike; without one the list stands in the order of its numbers. */
  readonly order?: RawBuilder<unknown>;
  readonly page: Page;
  /** A SELECT of more columns about the row `page`: looked up for the rows of the page alone. */
  readonly beside?: RawBuilder<unknown>;
}

/** One page and the count of all, from one statement and so one snapshot. */
export async function pageOfRows<Row>(
  db: Database,
  { columns, from, order = sql`number`, page, beside }: ListQuery,
): Promise<Paged<Row>> {
  const { rows } = await sql<Row & { readonly totalCount: number; readonly place: number | null }>`
    SELECT total.count AS "totalCount", page.*${beside === undefined ? sql`` : sql`, beside.*`}
    FROM (SELECT count(*) FROM ${from}) AS total
    LEFT JOIN (
      SELECT ${columns}, row_number() OVER (ORDER BY ${order}) AS place
      FROM ${from} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}
    ) AS page ON true
    ${beside === undefined ? sql`` : sql`LEFT JOIN LATERAL (${beside}) AS beside ON page.place IS NOT NULL`}
    ORDER BY page.place`.execute(db);
  return { count: rows[0]?.totalCount ?? 0, results: rows.filter(({ place }) => place !== null) };
}
