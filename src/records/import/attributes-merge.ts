import { selectCustomAttributes, type CustomAttribute } from '../../engine/attributes.ts';
import { createGuid, isGuid } from '../../kernel/guid.ts';
import type { AttributeWorld, FieldType } from '../../kernel/vocabulary.ts';
import { compile } from '../../platform/db/database.ts';
import type { ImportContext } from './import-context.ts';
import { count, countCreated } from './merge.ts';
import { SETTINGS_FILE, type BundleSettings } from './settings-file.ts';

/** The schema's ceiling for one world. */
const MAX_ATTRIBUTES = 1_000;
const KIND = 'attributes';

interface NewAttribute {
  readonly guid: string;
  readonly world: AttributeWorld;
  readonly name: string;
  readonly fieldType: FieldType;
  readonly multiSelect: boolean;
  readonly possibleValues: readonly string[];
}

async function listAttributes({ client, workspaceId }: ImportContext): Promise<CustomAttribute[]> {
  return (await client.query<CustomAttribute>(compile(selectCustomAttributes(workspaceId)))).rows;
}

/** Makes or renames the attributes of settings.json. Their type is for good: values of another one are stored under it. */
export async function mergeAttributes(
  context: ImportContext,
  { attributes = [] }: BundleSettings,
): Promise<void> {
  const { client, problems } = context;
  let updated = 0;
  let created = 0;
  for (const { guid, world, name, fieldType, multiSelect = false, possibleValues = [] } of attributes) {
    const wanted = { world, name, fieldType, multiSelect, possibleValues };
    const known = await listAttributes(context);
    const found =
      known.find((one) => one.guid === guid) ?? known.find((one) => one.world === world && one.name === name);
    if (found === undefined) {
      await insert(context, { guid: guid ?? createGuid(), ...wanted });
      created += 1;
    } else if (found.world !== world || found.fieldType !== fieldType || found.multiSelect !== multiSelect) {
      const was = `${found.world} ${found.fieldType}${found.multiSelect ? ', multi-select' : ''}`;
      problems.add(
        SETTINGS_FILE,
        undefined,
        `the attribute "${name}" is ${was} in the workspace and cannot change`,
      );
    } else {
      const { rowCount } = await client.query(
        'UPDATE attributes SET name = $2, possible_values = $3 WHERE guid = $4 AND workspace_id = $1 AND (name, possible_values) IS DISTINCT FROM ($2, $3::text[])',
        [context.workspaceId, name, possibleValues, found.guid],
      );
      updated += rowCount ?? 0;
    }
  }
  count(context, KIND, { total: attributes.length, created, updated });
}

async function insert(
  { client, workspaceId, problems }: ImportContext,
  attribute: NewAttribute,
): Promise<void> {
  const { guid, world, name, fieldType, multiSelect, possibleValues } = attribute;
  const { rowCount } = await client.query(
    `INSERT INTO attributes (workspace_id, guid, world, name, field_type, multi_select, possible_values, slot)
     SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(slot), 0) + 1 FROM attributes WHERE workspace_id = $1 AND world = $3
     HAVING coalesce(max(slot), 0) < $8`,
    [workspaceId, guid, world, name, fieldType, multiSelect, possibleValues, MAX_ATTRIBUTES],
  );
  if (rowCount === 0)
    problems.add(SETTINGS_FILE, undefined, `there are more than ${MAX_ATTRIBUTES} attributes of ${world}`);
}

/**
 * The attributes of a world, after those were made that a file's header names and nobody knows: as text. A header that is a GUID gives
 * no name; then the name is made from its place, so that exports, which order by name, keep the columns' order.
 */
export async function ensureAttributes(
  context: ImportContext,
  world: AttributeWorld,
  headers: readonly string[],
): Promise<CustomAttribute[]> {
  const known = (await listAttributes(context)).filter((one) => one.world === world);
  const names = new Set(known.flatMap(({ guid, name }) => [guid, name]));
  const missing = headers.filter((header) => !names.has(header));
  for (const [index, header] of missing.entries()) {
    const place = String(known.length + index + 1).padStart(4, '0');
    const identity = isGuid(header)
      ? { guid: header, name: `Attribute ${place}` }
      : { guid: createGuid(), name: header };
    await insert(context, {
      ...identity,
      world,
      fieldType: 'SINGLE_LINE_TEXT',
      multiSelect: false,
      possibleValues: [],
    });
  }
  if (missing.length > 0) countCreated(context, KIND, missing.length);
  return (await listAttributes(context)).filter((one) => one.world === world);
}
