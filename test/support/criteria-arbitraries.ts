import fc from 'fast-check';
import type { CustomAttribute } from '../../src/engine/attributes.ts';
import { FIELD_TYPES, LIFECYCLE_STAGES, type FieldType } from '../../src/kernel/vocabulary.ts';
import type { CriteriaJson, Criterion, Item, Revision } from './criteria-evaluator.ts';
import type { StoredRecordSet } from './criteria-records.ts';

/** Few and awkward, so that random texts often contain, begin with or equal one another. */
const TOKENS = [
  'a',
  'b',
  'B',
  'É',
  'é',
  'Ж',
  'ж',
  'ß',
  '\u212a',
  'k',
  '日',
  '😀',
  '%',
  '_',
  '\\',
  '*',
  ' ',
  '"',
  "'",
  ';',
  '\n',
  '$1',
];
const text = fc
  .array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 4 })
  .map((tokens) => tokens.join(''));
const present = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 3 });

const OPTIONS = ['BUY', 'Make', 'É x', 'a%', 'b_', 'q"\'\\'];
/** Only an array can name this one. */
const DIVIDED_OPTION = 'x;y';
const DATE_TIMES = [
  '0001-01-01T00:00:00Z',
  '2019-12-31T23:59:59Z',
  '2020-01-01T00:00:00Z',
  '2020-01-01T00:00:01Z',
  '9999-12-31T23:59:59Z',
];
const NUMBERS = [
  '0',
  '-1',
  '1',
  '0.1',
  '1000',
  '-0.000000001',
  '12345678901234567890.123456789',
  '1000000000000000000000',
];
const NUMBER_VALUES = [...NUMBERS, '1.0', '+1', '1e3', '1E-1', '.1', '-0', 0, -1, 1, 0.1, 1_000, 1e21, -1e-9];

/** One of each field type; both drop-downs single and multi; and one that is no item's, in a slot that items use. */
export const CUSTOM: readonly Omit<CustomAttribute, 'slot'>[] = [
  ...FIELD_TYPES.map((fieldType) => custom(fieldType, false)),
  custom('DROP_DOWN', true),
  custom('FIXED_DROP_DOWN', true),
];

function custom(fieldType: FieldType, multiSelect: boolean): Omit<CustomAttribute, 'slot'> {
  const guid = `CUSTOM${fieldType.replaceAll('_', '')}${multiSelect ? 'MULTI' : ''}`;
  return { guid, world: 'ITEMS', name: guid, fieldType, multiSelect, possibleValues: [] };
}

function customValue({ fieldType, multiSelect }: Omit<CustomAttribute, 'slot'>): fc.Arbitrary<string | null> {
  switch (fieldType) {
    case 'SINGLE_LINE_TEXT':
    case 'MULTI_LINE_TEXT':
      return present(text);
    case 'DROP_DOWN':
    case 'FIXED_DROP_DOWN':
      return multiSelect
        ? present(fc.subarray(OPTIONS, { minLength: 1 }).map((values) => values.join(';')))
        : present(fc.constantFrom(...OPTIONS, DIVIDED_OPTION));
    case 'DATE':
    case 'DATETIME':
      return present(fc.constantFrom(...DATE_TIMES));
    case 'BOOLEAN':
      return present(fc.constantFrom('true', 'false'));
    default:
      return present(fc.constantFrom(...NUMBERS));
  }
}

const ITEMS = ['a-1', 'A-2', 'b%3', 'É*4', '日;5', "'6\\"];
const PEOPLE = ['PERSON1', 'PERSON2'];
const CATEGORIES = ['CATEGORY1', 'CATEGORY2'];
const PHASES = ['PHASE1', 'PHASE2', 'PHASE3'];
const SUPPLIERS = ['SUPPLIER1', 'SUPPLIER2'];
const SUPPLIER_ITEMS = ['SUPPLIED1', 'SUPPLIED2', 'SUPPLIED3'];
const ITEM_GUIDS = ITEMS.flatMap((_, index) => [`ITEM${index}WORKING`, `ITEM${index}EFFECTIVE`]);

type Vocabulary = Pick<StoredRecordSet, 'attributes' | 'people' | 'categories' | 'phases' | 'supplierItems'>;

const vocabulary: fc.Arbitrary<Vocabulary> = fc
  .record({
    texts: fc.array(text, { minLength: 12, maxLength: 12 }),
    slots: fc.shuffledSubarray(
      CUSTOM.map((_, index) => index + 1),
      { minLength: CUSTOM.length },
    ),
  })
  .map(({ texts, slots }) => {
    const at = (index: number): string => texts[index % texts.length]!;
    const suppliers = SUPPLIERS.map((guid, index) => ({ guid, name: at(index) }));
    return {
      attributes: [
        ...CUSTOM.map((attribute, index) => ({ ...attribute, slot: slots[index]! })),
        { ...custom('SINGLE_LINE_TEXT', false), guid: 'BOMTEXT', world: 'BOM' as const, slot: 1 },
      ],
      people: PEOPLE.map((guid, index) => ({
        guid,
        fullName: at(2 + index),
        email: index === 0 ? 'Ann.É@example.com' : null,
      })),
      categories: CATEGORIES.map((guid, index) => ({
        guid,
        name: at(4 + index),
        path: `item\\${at(6 + index)}${index}`,
      })),
      phases: PHASES.map((guid, index) => ({ guid, name: OPTIONS[index]!, stage: LIFECYCLE_STAGES[index]! })),
      supplierItems: SUPPLIER_ITEMS.map((guid, index) => ({
        guid,
        number: at(8 + index),
        name: index === 0 ? null : at(10 + index),
        supplier: suppliers[index % suppliers.length]!,
      })),
    };
  });

function revisionOf(words: Vocabulary, guid: string): fc.Arbitrary<Revision> {
  const dateTime = present(fc.constantFrom(...DATE_TIMES));
  const cost = present(fc.constantFrom(...NUMBERS));
  const flag = fc.boolean();
  const supplierItem = present(fc.constantFrom(...words.supplierItems));
  return fc.record({
    guid: fc.constant(guid),
    revisionNumber: present(fc.constantFrom('A', 'b', '1')),
    status: fc.constant(guid.endsWith('WORKING') ? ('WORKING' as const) : ('EFFECTIVE' as const)),
    texts: fc.record({
      name: present(text),
      description: present(text),
      uom: present(fc.constantFrom('each', 'KG')),
      procurementType: present(fc.constantFrom(...OPTIONS)),
    }),
    lifecyclePhase: present(fc.constantFrom(...words.phases)),
    category: present(fc.constantFrom(...words.categories)),
    owner: present(fc.constantFrom(...words.people)),
    creator: present(fc.constantFrom(...words.people)),
    dateTimes: fc.record({
      creationDateTime: dateTime,
      effectiveDateTime: dateTime,
      lastModifiedDateTime: dateTime,
    }),
    flags: fc.record({
      ...{ modifiedBOM: flag, modifiedSpecs: flag, modifiedSourcing: flag, modifiedFiles: flag },
      ...{ isAssembly: flag, shared: flag, deviated: flag },
    }),
    costs: fc.record({
      productionCost: cost,
      prototypeCost: cost,
      standardCost: cost,
      targetCost: cost,
      targetPrice: cost,
    }),
    custom: fc.record(
      Object.fromEntries(CUSTOM.map((attribute) => [attribute.guid, customValue(attribute)])),
    ),
    sources: fc.array(fc.record({ mfr: supplierItem, vendor: supplierItem }), { maxLength: 2 }),
    children: fc.subarray(ITEMS, { maxLength: 2 }),
  });
}

function itemsOf(words: Vocabulary): fc.Arbitrary<readonly Item[]> {
  return fc.tuple(
    ...ITEMS.map((number, index) =>
      fc
        .record({
          working: revisionOf(words, `ITEM${index}WORKING`),
          effective: revisionOf(words, `ITEM${index}EFFECTIVE`),
          kept: fc.constantFrom('both', 'working', 'effective'),
        })
        .map(({ working, effective, kept }) => ({
          number,
          working: kept === 'effective' ? null : working,
          effective: kept === 'working' ? null : effective,
        })),
    ),
  );
}

/** Items with everything criteria can ask about. */
export const recordSets: fc.Arbitrary<StoredRecordSet> = vocabulary.chain((words) =>
  itemsOf(words).map((items) => ({ ...words, items })),
);

/** The table of the specification: operators, attributes and what a value may look like. */
const TYPES: readonly {
  readonly attributes: readonly string[];
  readonly operators: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}[] = createTypes();

function createTypes(): typeof TYPES {
  const customOf = (...fieldTypes: FieldType[]): string[] =>
    CUSTOM.filter(({ fieldType }) => fieldTypes.includes(fieldType)).map(({ guid }) => guid);
  const textValue = fc.oneof(
    text,
    fc.constantFrom('', '*', 'a*b', 'SUPPL', 'item\\', 'ann.é', 'EACH', ...ITEMS),
  );
  const list = (values: readonly string[], inArray: readonly string[]): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.constantFrom(...values),
      fc.array(fc.constantFrom(...values, ...inArray), { minLength: 1, maxLength: 3 }),
      fc
        .array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
        .map((some) => ` ${some.join(' ; ')};`),
    );
  const options = [
    ...OPTIONS,
    'buy',
    'MAKE',
    'é X',
    'A%',
    'Working',
    'EFFECTIVE',
    ...LIFECYCLE_STAGES,
    'none',
  ];
  const option = list(options, [DIVIDED_OPTION, ' BUY', 'X;Y', 'BUY;Make']);
  const guids = [
    ...ITEM_GUIDS,
    ...PEOPLE,
    ...CATEGORIES,
    ...PHASES,
    ...SUPPLIERS,
    ...SUPPLIER_ITEMS,
    'item0working',
  ];
  const dateTime = fc.constantFrom(...DATE_TIMES, '2020-01-01T00:00:00.999Z');
  const range = fc.tuple(dateTime, dateTime).map((pair) => pair.toSorted());
  const number = fc.constantFrom(...NUMBER_VALUES);
  const all = (names: string, value: fc.Arbitrary<unknown>): Record<string, fc.Arbitrary<unknown>> =>
    Object.fromEntries(names.split(' ').map((name) => [name, value]));
  const words = (names: string): string[] => names.split(' ');
  return [
    {
      attributes: [
        ...words(
          'number name revisionNumber description uom category.name category.path owner.fullName creator.fullName',
        ),
        ...words('creator.email supplier.name supplierItem.name supplierItem.number'),
        ...customOf('SINGLE_LINE_TEXT', 'MULTI_LINE_TEXT'),
      ],
      operators: all(
        'IS_EQUAL_TO IS_NOT_EQUAL_TO CONTAINS DOES_NOT_CONTAIN STARTS_WITH DOES_NOT_START_WITH',
        textValue,
      ),
    },
    {
      attributes: words(
        'guid category.guid lifecyclePhase.guid creator.guid owner.guid supplier.guid supplierItem.guid',
      ),
      operators: { IS_EQUAL_TO: fc.constantFrom(...guids), IS_IN: list(guids, []) },
    },
    {
      attributes: [
        ...words('lifecyclePhase.name lifecyclePhase.stage procurementType revisionStatus'),
        ...customOf('DROP_DOWN', 'FIXED_DROP_DOWN'),
      ],
      operators: all('IS_EQUAL_TO IS_NOT_EQUAL_TO IS_IN IS_NOT_IN', option),
    },
    {
      attributes: [
        ...words('creationDateTime effectiveDateTime lastModifiedDateTime'),
        ...customOf('DATE', 'DATETIME'),
      ],
      operators: { ...all('IS_EQUAL_TO IS_BEFORE IS_AFTER', dateTime), IS_BETWEEN: range },
    },
    {
      attributes: [
        ...words(
          'modifiedBOM modifiedSpecs modifiedSourcing modifiedFiles isAssembly inAssembly shared deviated',
        ),
        ...customOf('BOOLEAN'),
      ],
      operators: { IS_EQUAL_TO: fc.constantFrom<unknown>(true, false, 'TRUE', 'False') },
    },
    {
      attributes: [
        ...words('productionCost prototypeCost standardCost targetCost targetPrice'),
        ...customOf('NUMBER', 'POSITIVE_DOUBLE', 'INTEGER', 'POSITIVE_INTEGER', 'COST'),
      ],
      operators: {
        ...all('IS_EQUAL_TO IS_NOT_EQUAL_TO IS_LESS_THAN IS_LESS_THAN_OR_EQUAL_TO', number),
        ...all('IS_GREATER_THAN IS_GREATER_THAN_OR_EQUAL_TO', number),
      },
    },
    { attributes: ['any'], operators: { CONTAINS: textValue } },
    // Once more, for the word that only it knows.
    {
      attributes: ['category.name'],
      operators: all(
        'IS_EQUAL_TO IS_NOT_EQUAL_TO CONTAINS',
        fc.constantFrom('-uncategorized-', '-Uncategorized-', '-uncategorized-*'),
      ),
    },
  ];
}

/** The reference's own misprints, and any case. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  IS_EQUAL_TO: ['IS_EQUAL TO', 'IS_EQUAL_To'],
  IS_GREATER_THAN: ['IS_GREATOR_THAN', 'is_greator_than'],
  IS_GREATER_THAN_OR_EQUAL_TO: ['IS_GREATOR_THAN_OR_EQUAL_TO'],
  IS_LESS_THAN: ['IS_LESS_THANK'],
  IS_LESS_THAN_OR_EQUAL_TO: ['IS_LESS_THAN_OR EQUAL_TO'],
};

/** Each attribute as likely as any other. */
const criterion: fc.Arbitrary<Criterion> = fc
  .constantFrom(
    ...TYPES.flatMap(({ attributes, operators }) =>
      attributes.map((attribute) => ({ attribute, operators })),
    ),
  )
  .chain(({ attribute, operators }) =>
    fc.constantFrom(...Object.entries(operators)).chain(([operator, value]) =>
      fc.record({
        attribute: fc.constant(attribute),
        operator: fc.constantFrom(operator, operator.toLowerCase(), ...(SPELLINGS[operator] ?? [])),
        value,
      }),
    ),
  );

function chainOf<Term>(term: fc.Arbitrary<Term>): fc.Arbitrary<(Term | 'AND' | 'OR')[]> {
  const logic = fc.constantFrom('AND' as const, 'OR' as const);
  return fc
    .tuple(term, fc.array(fc.tuple(logic, term), { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest.flat()]);
}

export const criteriaJson: fc.Arbitrary<CriteriaJson> = fc.oneof(
  fc.tuple(criterion).map((one) => [one]),
  chainOf(criterion),
  chainOf(chainOf(criterion)),
);
