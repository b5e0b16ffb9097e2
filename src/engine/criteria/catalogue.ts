import { ITEM_WORLD, VALUE_TYPE_OF_FIELD, type RevisionRule } from '../../kernel/vocabulary.ts';
import { sql, type RawBuilder } from '../../platform/db/database.ts';
import type { CustomAttribute } from '../attributes.ts';
import { matchedRevisionOf } from '../item-set.ts';
import { subquery } from './subquery.ts';
import { OPERATORS_OF_TYPE, type CriterionType } from './operators.ts';
import type { ReadableAttribute } from './values.ts';

/** Turns a condition on a value into one on the item (`i`) and its revision (`r`): "there is such a value". */
type Home = (condition: RawBuilder<boolean>) => RawBuilder<boolean>;

/** Where a value stands: its SQL, and the home in which that SQL can be read. */
export interface Place {
  readonly home: Home;
  readonly value: (rule: RevisionRule) => RawBuilder<unknown>;
}

/** What a criterion can ask about. It has several places only when any of them may match. */
export interface Attribute extends ReadableAttribute {
  readonly isMultiSelect: boolean;
  readonly places: readonly Place[];
  /** A word that IS_EQUAL_TO takes for "there is none", in lower case, and what that is in SQL. */
  readonly absence?: { readonly word: string; readonly condition: RawBuilder<boolean> };
}

const record: Home = (condition) => condition;
// A vocabulary is small beside the items: the subquery runs once and is then a hash to look into, where a lookup for
// each item would cost about a microsecond. An item without a reference gives NULL, which matches nothing.
const lifecyclePhase: Home = (condition) =>
  subquery(sql`r.lifecycle_phase_id IN (SELECT phase.id FROM lifecycle_phases phase WHERE ${condition})`);
const category: Home = (condition) =>
  subquery(sql`r.category_id IN (SELECT category.id FROM categories category WHERE ${condition})`);
const owner: Home = (condition) =>
  subquery(sql`r.owner_id IN (SELECT person.id FROM users person WHERE ${condition})`);
const creator: Home = (condition) =>
  subquery(sql`r.creator_id IN (SELECT person.id FROM users person WHERE ${condition})`);
// Sources outnumber items, so this one must be able to go item by item through the index: EXISTS leaves the choice.
const source: Home = (condition) =>
  subquery(sql`EXISTS (
    SELECT 1 FROM source_relationships x
    JOIN supplier_items supplied ON supplied.id IN (x.mfr_item_id, x.vendor_item_id)
    JOIN suppliers supplier ON supplier.id = supplied.supplier_id
    WHERE x.parent_revision_id = r.id AND ${condition})`);

type Column = string | ((rule: RevisionRule) => string);

/** Whether something was modified is asked of the working revision under LATEST; the other rules read it anyway. */
function modified(column: string): Column {
  return (rule) =>
    rule === 'LATEST'
      ? `(SELECT w.${column} FROM item_revisions w WHERE w.id = ${matchedRevisionOf('WORKING')('i')})`
      : `r.${column}`;
}

/** Whether a BOM has the item: one of a revision that the rule reads, so that neither old BOMs nor drafts count. */
function inAssembly(rule: RevisionRule): string {
  return `EXISTS (
    SELECT 1 FROM bom_lines line
    JOIN item_revisions parent ON parent.id = line.parent_revision_id
    JOIN items assembly ON assembly.id = parent.item_id
    WHERE line.child_item_id = i.id AND parent.id = ${matchedRevisionOf(rule)('assembly')})`;
}

/** Names every text at once. */
const ANY = 'any';

/** The attributes every workspace has: name on the wire, type, and where the value stands. The SQL is all ours. */
const BUILT_IN: readonly (readonly [name: string, type: CriterionType, home: Home, column: Column])[] = [
  ['number', 'text', record, 'i.number'],
  ['name', 'text', record, 'r.name'],
  ['revisionNumber', 'text', record, 'r.revision_number'],
  ['description', 'text', record, 'r.description'],
  ['uom', 'text', record, 'r.uom'],
  ['category.name', 'text', category, 'category.name'],
  ['category.path', 'text', category, 'category.path'],
  ['owner.fullName', 'text', owner, 'person.full_name'],
  ['creator.fullName', 'text', creator, 'person.full_name'],
  ['creator.email', 'text', creator, 'person.email'],
  ['supplier.name', 'text', source, 'supplier.name'],
  ['supplierItem.name', 'text', source, 'supplied.name'],
  ['supplierItem.number', 'text', source, 'supplied.number'],
  ['guid', 'guid', record, 'r.guid'],
  ['category.guid', 'guid', category, 'category.guid'],
  ['lifecyclePhase.guid', 'guid', lifecyclePhase, 'phase.guid'],
  ['creator.guid', 'guid', creator, 'person.guid'],
  ['owner.guid', 'guid', owner, 'person.guid'],
  ['supplier.guid', 'guid', source, 'supplier.guid'],
  ['supplierItem.guid', 'guid', source, 'supplied.guid'],
  ['lifecyclePhase.name', 'option', lifecyclePhase, 'phase.name'],
  ['lifecyclePhase.stage', 'option', lifecyclePhase, 'phase.stage'],
  ['procurementType', 'option', record, 'r.procurement_type'],
  ['revisionStatus', 'option', record, 'r.status'],
  ['creationDateTime', 'date-time', record, 'r.created_at'],
  ['effectiveDateTime', 'date-time', record, 'r.effective_at'],
  ['lastModifiedDateTime', 'date-time', record, 'r.last_modified_at'],
  ['modifiedBOM', 'boolean', record, modified('modified_bom')],
  ['modifiedSpecs', 'boolean', record, modified('modified_specs')],
  ['modifiedSourcing', 'boolean', record, modified('modified_sourcing')],
  ['modifiedFiles', 'boolean', record, modified('modified_files')],
  ['isAssembly', 'boolean', record, 'r.is_assembly'],
  ['inAssembly', 'boolean', record, inAssembly],
  ['shared', 'boolean', record, 'r.shared'],
  ['deviated', 'boolean', record, 'r.deviated'],
  ['productionCost', 'number', record, 'r.production_cost'],
  ['prototypeCost', 'number', record, 'r.prototype_cost'],
  ['standardCost', 'number', record, 'r.standard_cost'],
  ['targetCost', 'number', record, 'r.target_cost'],
  ['targetPrice', 'number', record, 'r.target_price'],
];

/** The names of the attributes that every workspace has. */
export const ATTRIBUTE_NAMES: readonly string[] = [...BUILT_IN.map(([name]) => name), ANY];

/** The one attribute that also has a word for "none". */
const ABSENCE = {
  'category.name': { word: '-uncategorized-', condition: sql<boolean>`r.category_id IS NULL` },
};

// A Map, not an object: `constructor` and `__proto__` are names like any other, and no attribute is called so.
const BY_NAME: ReadonlyMap<string, Attribute> = new Map(
  BUILT_IN.map(([name, type, home, column]) => [
    name,
    {
      name,
      type,
      operators: OPERATORS_OF_TYPE[type],
      isMultiSelect: false,
      places: [{ home, value: (rule) => sql.raw(typeof column === 'string' ? column : column(rule)) }],
      ...(name === 'category.name' && { absence: ABSENCE[name] }),
    },
  ]),
);

/** Finds an attribute by its name on the wire; names are case-sensitive. */
export type Catalogue = (name: string) => Attribute | undefined;

/** What criteria of a workspace can ask about. Attributes of other worlds than that of items are none of it. */
export function createCatalogue(attributes: readonly CustomAttribute[]): Catalogue {
  const ofItems = attributes.filter(({ world }) => world === ITEM_WORLD);
  const custom = new Map(ofItems.map((attribute) => [attribute.guid, customAttribute(attribute)]));
  const any = anyText(ofItems);
  return (name) => (name === any.name ? any : (BY_NAME.get(name) ?? custom.get(name)));
}

function customAttribute(attribute: CustomAttribute): Attribute {
  const type = VALUE_TYPE_OF_FIELD[attribute.fieldType];
  const text = sql`r.custom[${sql.lit(slotOf(attribute))}]`;
  // Values are kept as text. Date-times order as text does, byte by byte; numbers do not and are cast. PostgreSQL may
  // look at a revision before it knows that its item is of this workspace, and in another one the slot may hold words:
  // the CASE keeps the cast from them.
  const value =
    type === 'number'
      ? sql`CASE WHEN r.workspace_id = i.workspace_id THEN ${text}::numeric END`
      : sql`${text} COLLATE "C"`;
  return {
    name: attribute.guid,
    type,
    operators: OPERATORS_OF_TYPE[type],
    isMultiSelect: attribute.multiSelect,
    places: [{ home: record, value: () => value }],
  };
}

/** `any`: every text there is. The custom ones are one place, so that the SQL does not grow with their number. */
function anyText(attributes: readonly CustomAttribute[]): Attribute {
  const slots = attributes.filter(({ fieldType }) => VALUE_TYPE_OF_FIELD[fieldType] === 'text').map(slotOf);
  const customTexts: Home = (condition) =>
    subquery(sql`EXISTS (SELECT 1 FROM unnest(${slots}::integer[]) AS place(slot) WHERE ${condition})`);
  const builtIn = [...BY_NAME.values()].filter(({ type }) => type === 'text');
  return {
    name: ANY,
    type: 'text',
    operators: ['CONTAINS'],
    isMultiSelect: false,
    places: [
      ...builtIn.flatMap(({ places }) => places),
      { home: customTexts, value: () => sql`r.custom[place.slot]` },
    ],
  };
}

function slotOf({ guid, slot }: CustomAttribute): number {
  if (!Number.isSafeInteger(slot)) throw new Error(`the slot of ${guid} is no number`);
  return slot;
}
