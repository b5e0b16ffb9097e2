import type { AttributeWorld, FieldType } from '../../kernel/vocabulary.ts';
import { sql } from '../../platform/db/database.ts';
import { zuluText, type Draws, type Fragment } from './draw.ts';

/** 2015-01-01T00:00:00Z, in seconds since 1970: nothing is older. */
export const FIRST_SECOND = 1_420_070_400;
export const DAY_S = 86_400;

/** People who do not exist. */
export const PEOPLE = [
  'Ada Lindqvist',
  'Bruno Ferrari',
  'Chiara Moretti',
  'Dmitri Volkov',
  'Élodie Dupré',
  'Farid Haddad',
  'Grace Okafor',
  'Hiroshi Tanabe',
  'Inés Calderón',
  'Jürgen Weiß',
  'Katarzyna Łuczak',
  'Liam O’Dowd',
  'Mei-Ling Chou',
  'Nadia Rahmani',
  'Olaf Bjørnstad',
  'Priya Raman',
  'Quentin Marsh, Jr.',
  'Rosa "Rosie" Delgado',
  'Søren Ågård',
  'Tomáš Novotný',
] as const;

export const PHASE_NAMES = {
  PRELIMINARY: 'Concept',
  DESIGN: 'In Design',
  PRODUCTION: 'In Production',
  RETIRED: 'Obsolete',
} as const;

/** Top → middle; each middle one has the four below. 4 + 12 + 48 = 64 categories. */
const CATEGORY_TREE = {
  Electronics: ['Passives', 'Semiconductors', 'Connectors'],
  Mechanical: ['Fasteners', 'Enclosures', 'Bearings & Bushings'],
  Cables: ['Power', 'Signal', 'Fibre'],
  Assemblies: ['Boards', 'Modules', 'Packaging'],
} as const;
const LOWEST_CATEGORIES = ['Standard', 'Precision', 'High-temperature', 'Légacy, "old"'] as const;

/** Paths of the item categories, each after the one it stands in. */
export const ITEM_CATEGORIES: readonly string[] = Object.entries(CATEGORY_TREE).flatMap(([top, middles]) => [
  top,
  ...middles.flatMap((middle) => [
    `${top}/${middle}`,
    ...LOWEST_CATEGORIES.map((lowest) => `${top}/${middle}/${lowest}`),
  ]),
]);
export const FILE_CATEGORIES = ['Documents', 'Documents/Drawings', 'Documents/Datasheets'] as const;

/** Words for names and notes: commas, quotes, line breaks and letters beyond ASCII come up now and then. */
export const NOUNS = [
  'Resistor',
  'Capacitor',
  'Bracket',
  'Housing',
  'Cable',
  'Screw',
  'Gasket',
  'Connector',
  'Gehäuse',
  'Board',
  'Widerstand 10 kΩ',
  'Bracket, "L"',
  'Spring',
  'Sensor',
  '接続 plug',
] as const;
export const QUALITIES = [
  'small',
  'large',
  'black',
  'steel',
  'brass',
  'sealed',
  'long',
  'left',
  'right',
  'M3',
  'M4',
  '±5 %',
] as const;
export const REMARKS = [
  'For general use',
  'Handle with gloves, keep dry',
  'Replaces the former "type B"',
  'Prüfung nach Norm, 100 % tested',
  'See drawing',
  'Two per pack\nsealed',
  'Température maximale: 85 °C',
  '=not a formula',
] as const;

const FINISHES = ['Plain', 'Anodised, black', 'Zinc', 'Nickel "bright"', 'Lackiert (RAL 7035)'];
const MATERIALS = ['Steel', 'Aluminium', 'Brass', 'ABS', 'PTFE'];
const COMPLIANCE = ['RoHS', 'REACH', 'UL', 'CE'];
const RISKS = ['Low', 'Medium', 'High'];

interface SeedAttribute {
  readonly world: AttributeWorld;
  readonly name: string;
  readonly fieldType: FieldType;
  readonly multiSelect?: true;
  readonly possibleValues?: readonly string[];
  /** SQL for its value in canonical text. */
  readonly value: (draws: Draws) => Fragment;
}

/** Each field type once; the order within a world is the order of the slots. */
export const ATTRIBUTES: readonly SeedAttribute[] = [
  {
    world: 'ITEMS',
    name: 'Finish',
    fieldType: 'SINGLE_LINE_TEXT',
    value: (draws) => draws.orNull(30, draws.pick(FINISHES)),
  },
  {
    world: 'ITEMS',
    name: 'Handling notes',
    fieldType: 'MULTI_LINE_TEXT',
    value: (draws) =>
      draws.orNull(60, sql`${draws.pick(REMARKS)} || ${'\n'}::text || ${draws.pick(REMARKS)}`),
  },
  {
    world: 'ITEMS',
    name: 'Material',
    fieldType: 'DROP_DOWN',
    possibleValues: MATERIALS,
    value: (draws) => draws.orNull(10, draws.pick(MATERIALS)),
  },
  {
    world: 'ITEMS',
    name: 'Compliance',
    fieldType: 'FIXED_DROP_DOWN',
    multiSelect: true,
    possibleValues: COMPLIANCE,
    value: (draws) => {
      const chosen = COMPLIANCE.map((one) => draws.orNull(60, sql`${one}::text`));
      return sql`nullif(concat_ws(';', ${sql.join(chosen)}), '')`;
    },
  },
  {
    world: 'ITEMS',
    name: 'Last audit',
    fieldType: 'DATE',
    value: (draws) =>
      draws.orNull(40, zuluText(sql`${FIRST_SECOND}::bigint + ${DAY_S}::bigint * ${draws.whole(4_000)}`)),
  },
  {
    world: 'ITEMS',
    name: 'Inspected at',
    fieldType: 'DATETIME',
    value: (draws) =>
      draws.orNull(40, zuluText(sql`${FIRST_SECOND}::bigint + ${draws.whole(4_000 * DAY_S)}`)),
  },
  {
    world: 'ITEMS',
    name: 'Offset',
    fieldType: 'NUMBER',
    value: (draws) => draws.orNull(20, sql`trim_scale((${draws.whole(200_001)} - 100000) * 0.001)::text`),
  },
  {
    world: 'ITEMS',
    name: 'Mass',
    fieldType: 'POSITIVE_DOUBLE',
    value: (draws) => draws.orNull(5, sql`${draws.decimal(100, 4)}::text`),
  },
  {
    world: 'ITEMS',
    name: 'Rating',
    fieldType: 'INTEGER',
    value: (draws) => draws.orNull(20, sql`(${draws.whole(401)} - 200)::text`),
  },
  {
    world: 'ITEMS',
    name: 'Controlled',
    fieldType: 'BOOLEAN',
    value: (draws) => draws.orNull(10, sql`${draws.chance(20)}::text`),
  },
  {
    world: 'BOM',
    name: 'Station',
    fieldType: 'POSITIVE_INTEGER',
    value: (draws) => draws.orNull(50, sql`(${draws.whole(40)} + 1)::text`),
  },
  {
    world: 'SUPPLIERS',
    name: 'Risk',
    fieldType: 'DROP_DOWN',
    possibleValues: RISKS,
    value: (draws) => draws.orNull(20, draws.pick(RISKS)),
  },
  {
    world: 'SUPPLIER_ITEMS',
    name: 'List price',
    fieldType: 'COST',
    value: (draws) => draws.orNull(20, sql`${draws.decimal(1_000, 2)}::text`),
  },
];

/** SQL for the `custom` array of a world's records. */
export function customOf(world: AttributeWorld, draws: Draws): Fragment {
  return sql`ARRAY[${sql.join(ATTRIBUTES.filter((one) => one.world === world).map((one) => one.value(draws)))}]::text[]`;
}
