import type { Page, Paged } from '../../kernel/paging.ts';
import { sql, type Database, type RawBuilder } from './database.ts';

interface ListQuery {
  /** `id` and `number` among them: lists stand in the order of their numbers. */
  readonly columns: RawBuilder<unknown>;
  /** FROM and WHERE. */
  readonly from: RawBuilder<unknown>;
  readonly page: Page;
}

/** One page and the count of all, from one statement and so one snapshot. */
export async function pageOfRows<Row extends { id: number }>(
  db: Database,
  { columns, from, page }: ListQuery,
): Promise<Paged<Row>> {
  const { rows } = await sql<Row & { totalCount: number }>`
    SELECT total.count AS "totalCount", page.*
    FROM (SELECT count(*) FROM ${from}) AS total
    LEFT JOIN (SELECT ${columns} FROM ${from} ORDER BY number LIMIT ${page.limit} OFFSET ${page.offset}) AS page ON true
    ORDER BY page.number`.execute(db);
  return {
    count: rows[0]?.totalCount ?? 0,
    results: rows.filter((row) => (row.id as number | null) !== null),
  };
}
