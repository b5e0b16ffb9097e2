import { sql, type DatabaseTransaction } from '../../platform/db/database.ts';
import { drawFrom, drawnBytes, guidFrom, timeAt, type Fragment } from './draw.ts';
import type { Plan } from './plan.ts';
import { DAY_S, FILE_CATEGORIES, FIRST_SECOND, ITEM_CATEGORIES, PEOPLE, REMARKS } from './vocabulary-data.ts';

const EXTENSIONS = ['pdf', 'txt'];

/** A few files without content: file k belongs to item k and to supplier item k. */
export async function seedFiles(tx: DatabaseTransaction, plan: Plan): Promise<Record<string, number>> {
  const draws = drawFrom('f.h');
  const workspace = sql`${plan.workspaceId}::bigint`;
  const numbered = (kind: string): Fragment => sql`(
    SELECT n, ${drawnBytes(plan.seed, kind, [sql`n`])} AS h FROM generate_series(1, ${plan.files}::bigint) AS n OFFSET 0) AS f`;
  await sql`
    INSERT INTO files (id, workspace_id, guid, number, edition, name, title, category_id, description, author_id, format, size_bytes,
      created_at, last_modified_at) OVERRIDING SYSTEM VALUE
    SELECT ${plan.before.files}::bigint + f.n, ${workspace}, ${guidFrom('f.h')}, 'FILE-' || lpad(f.n::text, 4, '0'), '1',
      'Datasheet ' || f.n || '.' || f.extension, 'Datasheet, no. ' || f.n,
      ${plan.before.categories + ITEM_CATEGORIES.length}::bigint + 1 + ${draws.whole(FILE_CATEGORIES.length)},
      ${draws.orNull(50, draws.pick(REMARKS))}, ${plan.before.users}::bigint + 1 + ${draws.whole(PEOPLE.length)}, f.extension,
      1 + ${draws.whole(1_000_000)}, ${timeAt(sql`f.created`)}, ${timeAt(sql`f.created + ${draws.whole(30 * DAY_S)}`)}
    FROM (
      SELECT f.*, ${draws.pick(EXTENSIONS)} AS extension, ${FIRST_SECOND}::bigint + ${draws.whole(3_300 * DAY_S)} AS created
      FROM ${numbered('file')}
    ) AS f`.execute(tx);
  await sql`
    INSERT INTO item_files (workspace_id, parent_revision_id, file_id, guid, "primary", latest_edition_association)
    SELECT ${workspace}, ${plan.before.item_revisions}::bigint + f.n, ${plan.before.files}::bigint + f.n, ${guidFrom('f.h')}, true, true
    FROM ${numbered('item file')}`.execute(tx);
  await sql`
    INSERT INTO supplier_item_files (workspace_id, supplier_item_id, file_id, guid, "primary")
    SELECT ${workspace}, ${plan.before.supplier_items}::bigint + f.n, ${plan.before.files}::bigint + f.n, ${guidFrom('f.h')}, true
    FROM ${numbered('supplier item file')}`.execute(tx);
  return { files: plan.files, itemFiles: plan.files, supplierItemFiles: plan.files };
}
