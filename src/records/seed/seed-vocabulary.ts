import { ITEM_WORLD, LIFECYCLE_STAGES } from '../../kernel/vocabulary.ts';
import { sql, type DatabaseTransaction, type RawBuilder } from '../../platform/db/database.ts';
import { drawnBytes, guidFrom, type Fragment } from './draw.ts';
import type { Plan } from './plan.ts';
import { ATTRIBUTES, FILE_CATEGORIES, ITEM_CATEGORIES, PEOPLE, PHASE_NAMES } from './vocabulary-data.ts';

/** What {@link ./plan.ts} has to reserve. */
export const VOCABULARY_SIZES = {
  users: PEOPLE.length,
  lifecycle_phases: LIFECYCLE_STAGES.length,
  categories: ITEM_CATEGORIES.length + FILE_CATEGORIES.length,
};

/** Users, lifecycle phases, categories and custom attributes. Gives the rows of each. */
export async function seedVocabulary(tx: DatabaseTransaction, plan: Plan): Promise<Record<string, number>> {
  const workspace = sql`${plan.workspaceId}::bigint`;
  const idAfter = (before: number): Fragment => sql`${before}::bigint + v.n`;
  await sql`
    INSERT INTO users (id, workspace_id, guid, email, full_name) OVERRIDING SYSTEM VALUE
    SELECT ${idAfter(plan.before.users)}, ${workspace}, ${guidFrom('v.h')}, v.email, v.full_name
    FROM ${numbered(plan, 'user', [
      { name: 'email', values: PEOPLE.map((name) => `${localPartOf(name)}@people.example`) },
      { name: 'full_name', values: PEOPLE },
    ])}`.execute(tx);
  await sql`
    INSERT INTO lifecycle_phases (id, workspace_id, guid, name, stage) OVERRIDING SYSTEM VALUE
    SELECT ${idAfter(plan.before.lifecycle_phases)}, ${workspace}, ${guidFrom('v.h')}, v.name, v.stage
    FROM ${numbered(plan, 'phase', [
      { name: 'name', values: LIFECYCLE_STAGES.map((stage) => PHASE_NAMES[stage]) },
      { name: 'stage', values: LIFECYCLE_STAGES },
    ])}`.execute(tx);
  const paths = [...ITEM_CATEGORIES, ...FILE_CATEGORIES];
  await sql`
    INSERT INTO categories (id, workspace_id, world, guid, name, path) OVERRIDING SYSTEM VALUE
    SELECT ${idAfter(plan.before.categories)}, ${workspace}, v.world, ${guidFrom('v.h')}, v.name, v.path
    FROM ${numbered(plan, 'category', [
      {
        name: 'world',
        values: paths.map((_, index) => (index < ITEM_CATEGORIES.length ? ITEM_WORLD : 'FILES')),
      },
      { name: 'name', values: paths.map((path) => path.slice(path.lastIndexOf('/') + 1)) },
      { name: 'path', values: paths },
    ])}`.execute(tx);
  const slots = ATTRIBUTES.map(
    (one, index) => ATTRIBUTES.slice(0, index + 1).filter(({ world }) => world === one.world).length,
  );
  await sql`
    INSERT INTO attributes (workspace_id, world, guid, name, field_type, multi_select, possible_values, slot)
    SELECT ${workspace}, v.world, ${guidFrom('v.h')}, v.name, v.field_type, v.multi_select::boolean,
           ARRAY(SELECT jsonb_array_elements_text(v.possible_values::jsonb)), v.slot::smallint
    FROM ${numbered(plan, 'attribute', [
      { name: 'world', values: ATTRIBUTES.map((one) => one.world) },
      { name: 'name', values: ATTRIBUTES.map((one) => one.name) },
      { name: 'field_type', values: ATTRIBUTES.map((one) => one.fieldType) },
      { name: 'multi_select', values: ATTRIBUTES.map((one) => String(one.multiSelect === true)) },
      { name: 'possible_values', values: ATTRIBUTES.map((one) => JSON.stringify(one.possibleValues ?? [])) },
      { name: 'slot', values: slots.map(String) },
    ])}`.execute(tx);
  const { users, lifecycle_phases: lifecyclePhases, categories } = VOCABULARY_SIZES;
  return { users, lifecyclePhases, categories, attributes: ATTRIBUTES.length };
}

interface Column {
  readonly name: string;
  readonly values: readonly string[];
}

/** Lists of text as the rows `v` with their number `n` and drawn bytes `h`. */
function numbered(plan: Plan, kind: string, columns: readonly Column[]): RawBuilder<unknown> {
  const lists = sql.join(columns.map(({ values }) => sql`${values}::text[]`));
  const names = sql.join(columns.map(({ name }) => sql.id(name)));
  return sql`(
    SELECT u.*, ${drawnBytes(plan.seed, kind, [sql`u.n`])} AS h
    FROM unnest(${lists}) WITH ORDINALITY AS u(${names}, n) OFFSET 0) AS v`;
}

/** `Élodie Dupré` → `elodie.dupre`. */
function localPartOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
