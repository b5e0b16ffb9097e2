import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAlone, sql, type ConnectionSettings } from '../../src/platform/db/database.ts';
import { importBundle, type ImportSummary } from '../../src/records/import/import-bundle.ts';
import { createImportBench, type Bundle, type ImportBench } from '../support/bundles.ts';
import { until } from '../support/until.ts';

/** An import checks the references of what it inserts itself where it may, all at once; what PostgreSQL would refuse is refused. */

let bench: ImportBench;
let other: pg.Client;

beforeAll(async () => {
  bench = await createImportBench();
  other = await connectAlone(bench.database.connection, 'somebody else');
});
afterAll(async () => {
  await other.end();
  await bench.close();
});

const WHOLE: Bundle = {
  'SPECS.csv':
    'number,name,creator.fullName,category.path,lifecyclePhase.name\nP-1,Frame,Ann,Parts,Released\nP-2,Bolt,Bob,Parts/Small,Released\n',
  'BOM.csv': 'parent.number,item.number,quantity\nP-1,P-2,4\n',
  'BOM_SUBSTITUTES.csv': 'parent.number,item.number,substitute.number\nP-1,P-2,P-1\n',
  'SOURCING.csv':
    'parent.number,mfrItem.number,mfrItem.supplier.name,vendorItem.number,vendorItem.supplier.name\nP-2,B-77,Acme,V-1,Boltshop\n',
  'FILES.csv': 'parent.number,file.name\nP-2,bolt.pdf\n',
};
const BOM: Bundle = {
  'SPECS.csv': 'number\nP-1\n',
  'BOM.csv': 'parent.number,item.number\nP-1,P-2\n',
};

/** Tables with their references to others, and how many rows refer to nothing. */
async function countDangling(): Promise<number> {
  const { rows } = await other.query<{ statement: string }>(`
    SELECT format('SELECT count(*)::int AS count FROM %s a WHERE a.%I IS NOT NULL AND NOT EXISTS (SELECT FROM %s b WHERE b.%I = a.%I)',
      c.conrelid::regclass, x.attname, c.confrelid::regclass, y.attname, x.attname) AS statement
    FROM pg_constraint c
    JOIN pg_attribute x ON x.attrelid = c.conrelid AND x.attnum = c.conkey[1]
    JOIN pg_attribute y ON y.attrelid = c.confrelid AND y.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThan(30);
  let count = 0;
  for (const { statement } of rows)
    count += (await other.query<{ count: number }>(statement)).rows[0]?.count ?? 0;
  return count;
}

describe('a user of the database who may not switch its own checks off', () => {
  const role = `waybill_limited_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');

  function asLimited(): ConnectionSettings {
    const { connectionString, ...settings } = bench.database.connection;
    if (connectionString === undefined) return { ...settings, user: role, password };
    const url = new URL(connectionString);
    [url.username, url.password] = [role, password];
    return { connectionString: url.href };
  }

  it('imports the same', async () => {
    await other.query(`
      CREATE ROLE ${role} LOGIN PASSWORD '${password}';
      GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    try {
      const limited = await connectAlone(asLimited(), 'limited');
      const { rows } = await limited.query(
        "SELECT has_parameter_privilege('session_replication_role', 'SET') AS may",
      );
      await limited.end();
      expect(rows).toEqual([{ may: false }]);
      const source = await bench.write(WHOLE);
      const summary = await importBundle({
        connection: asLimited(),
        workspaceId: await bench.newWorkspace(),
        source,
        storage: bench.scratch.storage,
        onProgress: () => undefined,
      });
      expect(summary).toEqual((await bench.importFrom(source)).summary);
      expect(summary['BOM lines']).toEqual({ created: 1, updated: 0, unchanged: 0 });
      expect(await countDangling()).toBe(0);
    } finally {
      await other.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});

/** What takes an item away, as somebody may with a client of PostgreSQL. */
async function removeItem(workspaceId: number, number: string): Promise<void> {
  await other.query(`
    UPDATE items SET effective_revision_id = NULL WHERE workspace_id = ${workspaceId} AND number = '${number}';
    DELETE FROM item_revisions WHERE item_id = (SELECT id FROM items WHERE workspace_id = ${workspaceId} AND number = '${number}');
    DELETE FROM items WHERE workspace_id = ${workspaceId} AND number = '${number}'`);
}

async function isImportWaiting(): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pg_stat_activity WHERE application_name = 'waybill import' AND wait_event_type = 'Lock' AND datname = current_database()`.execute(
    bench.database.db,
  );
  return rows.length > 0;
}

describe('a record that a bundle refers to', () => {
  async function importWhileRemoved(end: 'COMMIT' | 'ROLLBACK'): Promise<{ summary: ImportSummary }> {
    const { workspaceId } = await bench.load({ 'SPECS.csv': 'number\nP-1\nP-2\n' });
    await other.query('BEGIN');
    await removeItem(workspaceId, 'P-2');
    const importing = bench.load(BOM, workspaceId);
    importing.catch(() => undefined);
    await until(isImportWaiting);
    await other.query(end);
    return importing;
  }

  it('and that is removed meanwhile is missed before anything refers to it', async () => {
    await expect(importWhileRemoved('COMMIT')).rejects.toThrow(
      'Records of items were removed while bom_lines that refer to them were imported. Nothing was imported.',
    );
    expect(await countDangling()).toBe(0);
  });

  it('and that is not removed after all is referred to', async () => {
    const { summary } = await importWhileRemoved('ROLLBACK');
    expect(summary['BOM lines']).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await countDangling()).toBe(0);
  });

  it('cannot be removed before the import has ended', async () => {
    const { workspaceId } = await bench.load({ 'SPECS.csv': 'number\nP-1\nP-2\n' });
    let refusal: unknown;
    await importBundle({
      connection: bench.database.connection,
      workspaceId,
      source: await bench.write(BOM),
      storage: bench.scratch.storage,
      onProgress: () => undefined,
      beforeCommit: async () => {
        await other.query("BEGIN; SET LOCAL lock_timeout = '50ms'");
        refusal = await other
          .query(`DELETE FROM items WHERE workspace_id = ${workspaceId} AND number = 'P-2'`)
          .catch((error: unknown) => error);
        await other.query('ROLLBACK');
      },
    });
    // lock_not_available
    expect(refusal).toMatchObject({ code: '55P03' });
  });
});

it('leaves PostgreSQL to check what else the transaction does', async () => {
  const importing = importBundle({
    connection: bench.database.connection,
    workspaceId: await bench.newWorkspace(),
    source: await bench.write(WHOLE),
    storage: bench.scratch.storage,
    onProgress: () => undefined,
    beforeCommit: async (db) => {
      await sql`UPDATE bom_lines SET child_item_id = -1`.execute(db);
    },
  });
  await expect(importing).rejects.toThrow('violates foreign key constraint');
});
