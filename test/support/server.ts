import { randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  ADMIN_EMAIL,
  createInstallation as createOutside,
  nameOf,
  WORKSPACE_ID,
  type Installation,
  type NewTestUser,
} from './installation.ts';

/** An installation whose database the test reads and breaks: for what no front door can bring about. */
export interface OpenInstallation extends Installation {
  /** Looks at, or breaks, what the product keeps. */
  query<Row extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Keeps everybody from a table, so that a run that reads it stays RUNNING, until the returned function is called. */
  lock(table: string): Promise<() => Promise<void>>;
}

export async function createInstallation(): Promise<OpenInstallation> {
  const installation = await createOutside();
  const pool = new pg.Pool({ connectionString: installation.databaseUrl, max: 5 });

  async function query<Row extends pg.QueryResultRow>(
    statement: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await pool.query<Row>(statement, [...values])).rows;
  }

  return {
    ...installation,
    query,
    async lock(table) {
      const client = await pool.connect();
      await client.query(`BEGIN; LOCK TABLE ${client.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`);
      return async () => {
        await client.query('ROLLBACK');
        client.release();
      };
    },
    /** As the administrator's twin: `user add` costs a second of CPU. */
    async addUser({ email, role = 'member', workspaceId = WORKSPACE_ID }: NewTestUser) {
      await query(
        `WITH account AS (INSERT INTO accounts (email, password_hash) SELECT $1, password_hash FROM accounts WHERE email = $2 RETURNING id)
         INSERT INTO users (workspace_id, guid, email, full_name, account_id, role) SELECT $3, $4, $1, $5, id, $6 FROM account`,
        [email, ADMIN_EMAIL, workspaceId, randomBytes(10).toString('hex').toUpperCase(), nameOf(email), role],
      );
    },
    async remove() {
      await pool.end();
      await installation.remove();
    },
  };
}
