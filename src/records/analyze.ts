import { sql, type RawBuilder } from '../platform/db/database.ts';

/**
 * Tells the planner how many records there are and which. PostgreSQL does it by itself within a minute or so; until then, a
 * second import or a large export goes by plans that were made for a few rows.
 */
export const ANALYZE_RECORDS: RawBuilder<unknown> = sql`
  ANALYZE users, lifecycle_phases, categories, attributes, suppliers, supplier_items, items, item_revisions,
          bom_lines, bom_substitutes, source_relationships, files, item_files, supplier_item_files`;
