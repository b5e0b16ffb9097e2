import { sql, type Database } from '../platform/db/database.ts';

/** The names of a workspace's lifecycle phases; two may have the same. */
export async function listLifecyclePhases(db: Database, workspaceId: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT name COLLATE "C" AS name FROM lifecycle_phases WHERE workspace_id = ${workspaceId} ORDER BY 1`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
