import { CompiledQuery } from 'kysely';
import { poolOf, type Database } from './database.ts';

/**
 * A query that is asked all the time, with `$1`, `$2`… in a text that never varies: each connection reads it once, and plans it once when
 * the plan does not depend on the values. PostgreSQL keeps a plan only if one made for the values at hand looks no cheaper; a value that it
 * cannot see (`(SELECT $1::text)`) never makes it.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Never there: the rows' type. */
  readonly row?: Row;
}

/** Runs it on any connection of the pool. */
export async function runStatement<Row>(
  db: Database,
  { name, text }: Statement<Row>,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const pool = poolOf(db);
  // Over one connection, which may be in a transaction.
  if (pool === undefined) return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
  const { rows } = await pool.query({ name, text, values: [...values] });
  return rows as Row[];
}
