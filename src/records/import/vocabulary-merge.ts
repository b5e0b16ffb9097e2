import { createGuid } from '../../kernel/guid.ts';
import { stageOf } from './bundle-files.ts';
import type { ImportContext } from './import-context.ts';
import type { Lookup } from './lookups.ts';
import { countCreated, mergeRows, WORKSPACE } from './merge.ts';
import { SETTINGS_FILE, type BundleSettings } from './settings-file.ts';

/** Of a lifecycle phase that only items name. */
const DEFAULT_STAGE = 'PRODUCTION';

/** Users, lifecycle phases and categories of settings.json, and the workspace's name while it is empty. */
export async function mergeSettings(context: ImportContext, settings: BundleSettings): Promise<void> {
  const { client, workspaceId } = context;
  if (settings.workspace?.name !== undefined) {
    await client.query(
      'UPDATE workspaces SET name = $2 WHERE id = $1 AND NOT EXISTS (SELECT FROM items WHERE workspace_id = $1)',
      [workspaceId, settings.workspace.name],
    );
  }
  await mergeUsers(context, settings);
  await mergePhases(context, settings);
  await mergeCategories(context, settings);
}

/** A list of settings.json as a table `s`: its place in the list as `line`, and text columns. */
async function stageList(
  { client }: ImportContext,
  columns: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): Promise<void> {
  await client.query('DROP TABLE IF EXISTS stage_settings');
  await client.query(
    `CREATE TEMPORARY TABLE stage_settings (line integer, ${columns.map((one) => `${one} text`).join(', ')}) ON COMMIT DROP`,
  );
  const values = columns.map((_, column) => rows.map((row) => row[column] ?? null));
  await client.query(
    `INSERT INTO stage_settings SELECT row_number() OVER (), * FROM unnest(${columns.map((_, column) => `$${column + 1}::text[]`).join(', ')})`,
    values,
  );
}

async function mergeUsers(context: ImportContext, { users = [] }: BundleSettings): Promise<void> {
  await stageList(
    context,
    ['guid', 'email', 'full_name'],
    users.map(({ guid, email, fullName }) => [guid, email, fullName]),
  );
  await mergeRows(context, {
    kind: 'users',
    table: 'users',
    file: SETTINGS_FILE,
    isList: true,
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, coalesce(t.guid, s.guid, pg_temp.new_guid()) AS guid,
             coalesce(t.email, s.email) AS email, s.full_name
           FROM stage_settings s LEFT JOIN LATERAL (
             SELECT * FROM users u WHERE u.workspace_id = ${WORKSPACE} AND (u.guid = s.guid OR fold(u.email) = fold(s.email)
               OR s.guid IS NULL AND s.email IS NULL AND u.full_name = s.full_name)
             ORDER BY u.guid = s.guid DESC NULLS LAST, u.id LIMIT 1) t ON true`,
    columns: ['guid', 'email', 'full_name'],
    uniques: [
      { columns: ['guid'], what: 'user' },
      { columns: ['fold(email)'], where: 'email IS NOT NULL', what: 'e-mail address' },
    ],
  });
}

async function mergePhases(context: ImportContext, { lifecyclePhases = [] }: BundleSettings): Promise<void> {
  await stageList(
    context,
    ['guid', 'name', 'stage'],
    lifecyclePhases.map(({ guid, name, stage }) => [guid, name, stage]),
  );
  await mergeRows(context, {
    kind: 'lifecycle phases',
    table: 'lifecycle_phases',
    file: SETTINGS_FILE,
    isList: true,
    rows: `SELECT s.line, NULL::text AS problem, t.id AS target_id, coalesce(t.guid, s.guid, pg_temp.new_guid()) AS guid, s.name, s.stage
           FROM stage_settings s LEFT JOIN LATERAL (
             SELECT * FROM lifecycle_phases p WHERE p.workspace_id = ${WORKSPACE} AND (p.guid = s.guid OR p.name = s.name)
             ORDER BY p.guid = s.guid DESC NULLS LAST LIMIT 1) t ON true`,
    columns: ['guid', 'name', 'stage'],
    uniques: [{ columns: ['name'], what: 'lifecycle phase' }],
  });
}

async function mergeCategories(
  context: ImportContext,
  { itemCategories = [], fileCategories = [] }: BundleSettings,
): Promise<void> {
  const rows = [
    ...itemCategories.map((one) => ({ ...one, world: 'ITEMS' })),
    ...fileCategories.map((one) => ({ ...one, world: 'FILES' })),
  ];
  await stageList(
    context,
    ['world', 'guid', 'name', 'path'],
    rows.map(({ world, guid, name, path }) => [world, guid, name, path]),
  );
  await mergeRows(context, {
    ...CATEGORIES,
    file: SETTINGS_FILE,
    isList: true,
    rows: categoryRows('stage_settings'),
  });
}

const CATEGORIES = {
  kind: 'categories',
  table: 'categories',
  columns: ['world', 'guid', 'name', 'path'],
  uniques: [{ columns: ['world', 'path'], what: 'category' }],
};

/** A category is known by its path; without a name it has the path's last step. */
function categoryRows(stage: string): string {
  return `SELECT s.line, NULL::text AS problem, t.id AS target_id, s.world, coalesce(t.guid, s.guid, pg_temp.new_guid()) AS guid,
            coalesce(s.name, regexp_replace(s.path, '^.*/', '')) AS name, s.path
          FROM ${stage} s LEFT JOIN LATERAL (
            SELECT * FROM categories c WHERE c.workspace_id = ${WORKSPACE} AND (c.guid = s.guid OR c.path = s.path) AND c.world = s.world
            ORDER BY c.guid = s.guid DESC NULLS LAST LIMIT 1) t ON true`;
}

/** Makes what the files name and nobody knows yet: people, lifecycle phases, categories. */
export async function createMissingVocabulary(context: ImportContext): Promise<void> {
  await createMissingPeople(context);
  const specs = stageOf('SPECS');
  const phases = await missing(
    context,
    `
    SELECT min(s.guid) AS guid, s.name FROM (
      SELECT DISTINCT "lifecyclePhase.guid" AS guid, "lifecyclePhase.name" AS name FROM ${specs} WHERE "lifecyclePhase.name" IS NOT NULL) s
    WHERE NOT EXISTS (SELECT FROM lifecycle_phases p WHERE p.workspace_id = ${WORKSPACE} AND (p.name = s.name OR p.guid = s.guid))
    GROUP BY 2 ORDER BY 2`,
  );
  for (const { guid, name } of phases) {
    await context.client.query(
      `INSERT INTO lifecycle_phases (workspace_id, guid, name, stage) VALUES (${WORKSPACE}, $1, $2, $3)`,
      [guid ?? createGuid(), name, DEFAULT_STAGE],
    );
  }
  countCreated(context, 'lifecycle phases', phases.length);
  const fileStages = [stageOf('FILES_FILE_SUMMARY'), stageOf('SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY')];
  await createMissingCategories(context, 'ITEMS', [specs]);
  await createMissingCategories(context, 'FILES', fileStages);
}

interface Named {
  readonly guid: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly path: string;
}

async function missing({ client }: ImportContext, statement: string): Promise<Named[]> {
  return (await client.query<Named>(statement)).rows;
}

async function createMissingCategories(
  context: ImportContext,
  world: string,
  stages: readonly string[],
): Promise<void> {
  const named = stages.map(
    (stage) =>
      `SELECT DISTINCT "category.guid" AS guid, "category.name" AS name, coalesce("category.path", "category.name") AS path FROM ${stage}`,
  );
  const rows = await missing(
    context,
    `
    SELECT min(s.guid) AS guid, min(coalesce(s.name, regexp_replace(s.path, '^.*/', ''))) AS name, s.path FROM (${named.join(' UNION ALL ')}) s
    WHERE s.path IS NOT NULL AND NOT EXISTS (
      SELECT FROM categories c WHERE c.workspace_id = ${WORKSPACE} AND c.world = '${world}' AND (c.path = s.path OR c.guid = s.guid))
    GROUP BY s.path ORDER BY s.path`,
  );
  for (const { guid, name, path } of rows) {
    await context.client.query(
      `INSERT INTO categories (workspace_id, world, guid, name, path) VALUES (${WORKSPACE}, $1, $2, $3, $4)`,
      [world, guid ?? createGuid(), name, path],
    );
  }
  countCreated(context, CATEGORIES.kind, rows.length);
}

/** Everybody whom a file names: by e-mail address where there is one, else by full name. */
const PEOPLE = `
  SELECT "creator.email" AS email, "creator.fullName" AS name, NULL AS guid FROM ${stageOf('SPECS')}
  UNION SELECT NULL, "owner.fullName", NULL FROM ${stageOf('SPECS')}
  UNION SELECT "creator.email", "creator.fullName", NULL FROM ${stageOf('SOURCING_SUPPLIERITEM_SPECS')}
  UNION SELECT "creator.email", "creator.fullName", "creator.guid" FROM ${stageOf('SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE')}
  UNION SELECT NULL, "author.fullName", NULL FROM ${stageOf('FILES_FILE_SUMMARY')}
  UNION SELECT NULL, "author.fullName", NULL FROM ${stageOf('SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY')}`;

async function createMissingPeople(context: ImportContext): Promise<void> {
  const { client } = context;
  await client.query(`CREATE TEMPORARY TABLE import_people ON COMMIT DROP AS ${PEOPLE}`);
  const byEmail = await missing(
    context,
    `
    SELECT min(s.email) AS email, coalesce(min(s.name), min(s.email)) AS name, min(s.guid) AS guid FROM import_people s
    WHERE s.email IS NOT NULL AND NOT EXISTS (SELECT FROM users u WHERE u.workspace_id = ${WORKSPACE} AND fold(u.email) = fold(s.email))
    GROUP BY fold(s.email) ORDER BY 1`,
  );
  const insert = async (people: readonly Named[]): Promise<void> => {
    for (const { guid, email, name } of people) {
      await client.query(
        `INSERT INTO users (workspace_id, guid, email, full_name) VALUES (${WORKSPACE}, $1, $2, $3)`,
        [guid ?? createGuid(), email, name],
      );
    }
  };
  await insert(byEmail);
  const byName = await missing(
    context,
    `
    SELECT NULL AS email, s.name, min(s.guid) AS guid FROM import_people s
    WHERE s.email IS NULL AND s.name IS NOT NULL AND NOT EXISTS (SELECT FROM users u WHERE u.workspace_id = ${WORKSPACE} AND u.full_name = s.name)
    GROUP BY s.name ORDER BY s.name`,
  );
  await insert(byName);
  const made = byEmail.length + byName.length;
  countCreated(context, 'users', made);
  // Rows name their people by hundred thousands: see findPerson.
  await client.query(`
    CREATE TEMPORARY TABLE import_emails ON COMMIT DROP AS SELECT fold(email) AS email, id FROM users WHERE workspace_id = ${WORKSPACE} AND email IS NOT NULL;
    CREATE UNIQUE INDEX ON import_emails (email);
    CREATE TEMPORARY TABLE import_names ON COMMIT DROP AS SELECT full_name AS name, min(id) AS id FROM users WHERE workspace_id = ${WORKSPACE} GROUP BY 1;
    CREATE UNIQUE INDEX ON import_names (name);
    ANALYZE import_emails, import_names`);
}

/** A person whom a row names; see {@link createMissingVocabulary}. */
export function findPerson(alias: string, email: string, name: string): Lookup {
  const [byEmail, byName] = [`${alias}_by_email`, `${alias}_by_name`];
  return {
    joins: `
      LEFT JOIN import_emails ${byEmail} ON ${byEmail}.email = fold(${email})
      LEFT JOIN import_names ${byName} ON ${byName}.name = ${name} AND ${email} IS NULL`,
    id: `coalesce(${byEmail}.id, ${byName}.id)`,
  };
}
