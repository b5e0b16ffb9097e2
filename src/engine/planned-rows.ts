import type pg from 'pg';
import { compile, sql, type RawBuilder } from '../platform/db/database.ts';

/** The planner's guess at the rows of a query: milliseconds, where counting would read everything. */
export async function plannedRows(client: pg.ClientBase, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    compile(sql`EXPLAIN (FORMAT JSON) ${query}`),
  );
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}
