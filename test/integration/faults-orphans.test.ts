import { chmod, mkdir, mkdtemp, realpath, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { connectAlone } from '../../src/platform/db/database.ts';
import { openEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts';
import { removeDataDir } from '../../src/platform/db/embedded/location.ts';
import { findPostmasters, holdPostgres } from '../support/processes.ts';
import { until } from '../support/until.ts';

it('a statement that goes on after its PostgreSQL was killed keeps no new one from starting', async () => {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'waybill-orphans-')));
  // PostgreSQL, under a user of its own when this runs as root, has to get into the data folder.
  await chmod(root, 0o755);
  const dataDir = path.join(root, 'data');
  await mkdir(dataDir);
  const holder = await holdPostgres({ dataDir });
  const client = await connectAlone(holder.connection, 'waybill test');
  // It only computes: it would not notice for minutes that its server is gone.
  const busy = client.query('SELECT count(*) FROM generate_series(1, 100000000000)').catch(() => undefined);
  const watcher = await connectAlone(holder.connection, 'waybill test');
  await until(async () => {
    const { rows } = await watcher.query(
      "SELECT FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%generate_series%'",
    );
    return rows.length === 1;
  });
  await watcher.end();
  const [postmaster] = await findPostmasters(root);
  process.kill(postmaster!, 'SIGKILL');
  await holder.kill();
  const postgres = await openEmbeddedPostgres({ dataDir, durable: false });
  expect(postgres.startup).toBe('started');
  await busy;
  await postgres.close();
  expect(await findPostmasters(root)).toEqual([]);
  await removeDataDir(dataDir);
  await rmdir(root);
});
