import { sql, type Database, type DatabaseTransaction, type RawBuilder } from '../platform/db/database.ts';
import type { AttributeWorld, FieldType } from '../kernel/vocabulary.ts';

/** A custom attribute of a workspace. On the wire its apiName is its GUID. */
export interface CustomAttribute {
  readonly guid: string;
  readonly world: AttributeWorld;
  readonly name: string;
  readonly fieldType: FieldType;
  readonly multiSelect: boolean;
  readonly possibleValues: readonly string[];
  /** Its place in the `custom` array of its world's records, from 1. */
  readonly slot: number;
}

/** Every custom attribute of a workspace, in the order exports write them: by name. */
export function selectCustomAttributes(workspaceId: number): RawBuilder<CustomAttribute> {
  return sql<CustomAttribute>`
    SELECT guid, world, name, field_type AS "fieldType", multi_select AS "multiSelect",
           possible_values AS "possibleValues", slot
    FROM attributes WHERE workspace_id = ${workspaceId}
    ORDER BY name COLLATE "C", guid COLLATE "C"`;
}

/** See {@link selectCustomAttributes}. */
export async function listCustomAttributes(
  db: Database | DatabaseTransaction,
  workspaceId: number,
): Promise<CustomAttribute[]> {
  return (await selectCustomAttributes(workspaceId).execute(db)).rows;
}
