/**
 * Criteria over plain objects, written from the specification alone: what the SQL of src/engine/criteria is held
 * against. It shares no code with it.
 */
import type { AttributeWorld, FieldType, RevisionRule } from '../../src/kernel/vocabulary.ts';

export interface Person {
  readonly guid: string;
  readonly fullName: string;
  readonly email: string | null;
}
export interface Category {
  readonly guid: string;
  readonly name: string;
  readonly path: string;
}
export interface Phase {
  readonly guid: string;
  readonly name: string;
  readonly stage: string;
}
export interface SupplierItem {
  readonly guid: string;
  readonly name: string | null;
  readonly number: string;
  readonly supplier: { readonly guid: string; readonly name: string };
}

/** Names are the wire's; date-times are Zulu text, costs decimal text. */
export interface Revision {
  readonly guid: string;
  readonly revisionNumber: string | null;
  readonly status: 'WORKING' | 'EFFECTIVE';
  readonly texts: Readonly<Record<'name' | 'description' | 'uom' | 'procurementType', string | null>>;
  readonly lifecyclePhase: Phase | null;
  readonly category: Category | null;
  readonly owner: Person | null;
  readonly creator: Person | null;
  readonly dateTimes: Readonly<
    Record<'creationDateTime' | 'effectiveDateTime' | 'lastModifiedDateTime', string | null>
  >;
  readonly flags: Readonly<
    Record<
      | 'modifiedBOM'
      | 'modifiedSpecs'
      | 'modifiedSourcing'
      | 'modifiedFiles'
      | 'isAssembly'
      | 'shared'
      | 'deviated',
      boolean
    >
  >;
  readonly costs: Readonly<
    Record<'productionCost' | 'prototypeCost' | 'standardCost' | 'targetCost' | 'targetPrice', string | null>
  >;
  /** By GUID of the attribute, in the canonical text of its type. */
  readonly custom: Readonly<Record<string, string | null>>;
  readonly sources: readonly { readonly mfr: SupplierItem | null; readonly vendor: SupplierItem | null }[];
  /** Numbers of the items on its BOM. */
  readonly children: readonly string[];
}

export interface Item {
  readonly number: string;
  readonly working: Revision | null;
  readonly effective: Revision | null;
}

export interface Attribute {
  readonly guid: string;
  readonly world: AttributeWorld;
  readonly fieldType: FieldType;
  readonly multiSelect: boolean;
}

export interface RecordSet {
  readonly attributes: readonly Attribute[];
  readonly items: readonly Item[];
}

export interface Criterion {
  readonly attribute: string;
  readonly operator: string;
  readonly value: unknown;
}
type Logic = 'AND' | 'OR';
export type Group = readonly (Criterion | Logic)[];
export type CriteriaJson = readonly (Group | Logic)[] | Group;

/** Numbers of the items that match, in the order of the records. */
export function evaluate(criteria: CriteriaJson, records: RecordSet, rule: RevisionRule): string[] {
  return records.items
    .filter((item) => {
      const matches = (criterion: Criterion): boolean => matchesCriterion(criterion, { item, records, rule });
      const isFlat = !Array.isArray(criteria[0]);
      const groups = (isFlat ? [criteria] : criteria) as readonly (Group | Logic)[];
      return fold(groups, (group) => fold(group, (one) => matches(one)));
    })
    .map(({ number }) => number);
}

/** `a AND b OR c AND d`: one of the parts between the ORs has to hold as a whole. */
function fold<Term>(chain: readonly (Term | Logic)[], holds: (term: Term) => boolean): boolean {
  let [isAnyTrue, isPartTrue] = [false, true];
  for (const element of chain) {
    if (element === 'OR') [isAnyTrue, isPartTrue] = [isAnyTrue || isPartTrue, true];
    else if (element !== 'AND') isPartTrue = holds(element) && isPartTrue;
  }
  return isAnyTrue || isPartTrue;
}

interface Context {
  readonly item: Item;
  readonly records: RecordSet;
  readonly rule: RevisionRule;
}

function revisionOf({ working, effective }: Item, rule: RevisionRule): Revision {
  return (rule === 'LATEST' ? (effective ?? working) : (working ?? effective))!;
}

const NEGATIVES: Readonly<Record<string, string>> = {
  IS_NOT_EQUAL_TO: 'IS_EQUAL_TO',
  IS_NOT_IN: 'IS_IN',
  DOES_NOT_CONTAIN: 'CONTAINS',
  DOES_NOT_START_WITH: 'STARTS_WITH',
};

/** Misprints of the reference that are accepted for what they mean. */
const MISPRINTS: Readonly<Record<string, string>> = {
  'IS_EQUAL TO': 'IS_EQUAL_TO',
  IS_GREATOR_THAN: 'IS_GREATER_THAN',
  IS_GREATOR_THAN_OR_EQUAL_TO: 'IS_GREATER_THAN_OR_EQUAL_TO',
  IS_LESS_THANK: 'IS_LESS_THAN',
  'IS_LESS_THAN_OR EQUAL_TO': 'IS_LESS_THAN_OR_EQUAL_TO',
};

function matchesCriterion({ attribute, operator, value }: Criterion, context: Context): boolean {
  const written = operator.toUpperCase();
  const name = MISPRINTS[written] ?? written;
  const positive = NEGATIVES[name];
  if (positive !== undefined) return !matchesCriterion({ attribute, operator: positive, value }, context);
  const revision = revisionOf(context.item, context.rule);
  if (attribute === 'category.name' && name === 'IS_EQUAL_TO' && lower(String(value)) === '-uncategorized-') {
    return revision.category === null;
  }
  const { type, values } = subjectOf(attribute, context);
  return values.some((one) => one !== null && COMPARE[type](one, name, value));
}

type Kind = 'text' | 'guid' | 'option' | 'date-time' | 'boolean' | 'number';
interface Subject {
  readonly type: Kind;
  readonly values: readonly (string | null)[];
}

/** What the attribute says of the item: several values where any of them counts. */
function subjectOf(attribute: string, context: Context): Subject {
  const { item, records, rule } = context;
  const revision = revisionOf(item, rule);
  const custom = records.attributes.find(({ guid, world }) => guid === attribute && world === 'ITEMS');
  if (custom !== undefined) return customSubject(custom, revision);
  if (attribute === 'any') {
    return {
      type: 'text',
      values: [...TEXTS, ...customTexts(records)].flatMap((name) => subjectOf(name, context).values),
    };
  }
  if (attribute === 'inAssembly') return { type: 'boolean', values: [String(isInAssembly(context))] };
  if (attribute.startsWith('modified') && rule === 'LATEST') {
    const working = (item.working ?? item.effective)!;
    return { type: 'boolean', values: [String(working.flags[attribute as keyof Revision['flags']])] };
  }
  const groups: readonly (readonly [Kind, Readonly<Record<string, string | boolean | null>>])[] = [
    ['text', { number: item.number, revisionNumber: revision.revisionNumber }],
    ['text', { name: revision.texts.name, description: revision.texts.description, uom: revision.texts.uom }],
    ['guid', { guid: revision.guid }],
    ['option', { procurementType: revision.texts.procurementType, revisionStatus: revision.status }],
    ['date-time', revision.dateTimes],
    ['boolean', revision.flags],
    ['number', revision.costs],
  ];
  for (const [type, values] of groups) {
    const value = values[attribute];
    if (value !== undefined) return { type, values: [value === null ? null : String(value)] };
  }
  return referenceSubject(attribute, revision);
}

function referenceSubject(attribute: string, revision: Revision): Subject {
  const [what, field] = attribute.split('.') as [string, string];
  const type: Kind = field === 'guid' ? 'guid' : what === 'lifecyclePhase' ? 'option' : 'text';
  const supplierItems = revision.sources
    .flatMap(({ mfr, vendor }) => [mfr, vendor])
    .filter((one) => one !== null);
  const records: Readonly<Record<string, readonly object[]>> = {
    lifecyclePhase: [revision.lifecyclePhase ?? {}],
    category: [revision.category ?? {}],
    owner: [revision.owner ?? {}],
    creator: [revision.creator ?? {}],
    supplierItem: supplierItems,
    supplier: supplierItems.map(({ supplier }) => supplier),
  };
  const found = records[what];
  if (found === undefined) throw new Error(`no such attribute: ${attribute}`);
  return {
    type,
    values: found.map((one) => (one as Record<string, string | null | undefined>)[field] ?? null),
  };
}

const TEXTS = [
  ...[
    'number',
    'name',
    'revisionNumber',
    'description',
    'uom',
    'category.name',
    'category.path',
    'owner.fullName',
  ],
  ...['creator.fullName', 'creator.email', 'supplier.name', 'supplierItem.name', 'supplierItem.number'],
];

function customTexts({ attributes }: RecordSet): string[] {
  return attributes
    .filter(({ fieldType, world }) => world === 'ITEMS' && fieldType.endsWith('_TEXT'))
    .map(({ guid }) => guid);
}

function customSubject({ guid, fieldType, multiSelect }: Attribute, revision: Revision): Subject {
  const value = revision.custom[guid] ?? null;
  switch (fieldType) {
    case 'SINGLE_LINE_TEXT':
    case 'MULTI_LINE_TEXT':
      return { type: 'text', values: [value] };
    case 'DROP_DOWN':
    case 'FIXED_DROP_DOWN':
      return { type: 'option', values: multiSelect && value !== null ? value.split(';') : [value] };
    case 'DATE':
    case 'DATETIME':
      return { type: 'date-time', values: [value] };
    case 'BOOLEAN':
      return { type: 'boolean', values: [value] };
    default:
      return { type: 'number', values: [value] };
  }
}

function isInAssembly({ item, records, rule }: Context): boolean {
  return records.items.some((parent) => revisionOf(parent, rule).children.includes(item.number));
}

const COMPARE: Readonly<Record<Kind, (have: string, operator: string, value: unknown) => boolean>> = {
  text: (have, operator, value) => matchesText(lower(have), operator, lower(value as string)),
  guid: (have, operator, value) =>
    operator === 'IS_EQUAL_TO' ? have === value : listOf(value).includes(have),
  option: (have, _, value) => listOf(value).map(lower).includes(lower(have)),
  'date-time': (have, operator, value) => {
    const at = (text: string): number => Math.floor(Date.parse(text) / 1_000);
    const [first, second] = (Array.isArray(value) ? value : [value]) as [string, string?];
    if (operator === 'IS_BETWEEN') return at(first) <= at(have) && at(have) <= at(second!);
    return {
      IS_EQUAL_TO: at(have) === at(first),
      IS_BEFORE: at(have) < at(first),
      IS_AFTER: at(have) > at(first),
    }[operator]!;
  },
  boolean: (have, _, value) => have === String(value).toLowerCase(),
  number: (have, operator, value) => {
    const [left, right] = [scaled(have), scaled(String(value))];
    return {
      IS_EQUAL_TO: left === right,
      IS_LESS_THAN: left < right,
      IS_LESS_THAN_OR_EQUAL_TO: left <= right,
      IS_GREATER_THAN: left > right,
      IS_GREATER_THAN_OR_EQUAL_TO: left >= right,
    }[operator]!;
  },
};

/** Each code point by itself, as the database folds: no final sigma, no letter that depends on its neighbours. */
function lower(text: string): string {
  return Array.from(text, (one) => one.toLowerCase()).join('');
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value as string[];
  return (value as string)
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function matchesText(have: string, operator: string, wanted: string): boolean {
  if (operator === 'IS_EQUAL_TO') return have === wanted;
  const [start, ...rest] = wanted.split('*') as [string, ...string[]];
  let position = operator === 'STARTS_WITH' ? (have.startsWith(start) ? 0 : -1) : have.indexOf(start);
  if (position < 0) return false;
  position += start.length;
  // The earliest place is always as good as a later one: what follows only has to come after it.
  for (const part of rest) {
    const found = have.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return true;
}

const SCALE = 60;

/** An exact decimal as an integer, times ten to the 60. */
function scaled(text: string): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(
    text,
  )!;
  const shift = SCALE + Number(exponent) - fraction.length;
  if (shift < 0) throw new Error(`${text} has more digits than this evaluator keeps`);
  return BigInt(whole + fraction) * 10n ** BigInt(shift) * (sign === '-' ? -1n : 1n);
}
